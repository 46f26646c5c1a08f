using System.Net;
using System.Security.Cryptography;
using Npgsql;
using SignaalPortaal.Application.Chain;
using SignaalPortaal.Application.Identities;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Chain;
using SignaalPortaal.Web.Tests.Infrastructure;
using SignaalPortaal.Web.Tests.Signals;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Tests.Identities;

/// <summary>Who may learn a name is history: keys stand on the timeline of the organisation, and a name is sealed to no other.</summary>
public sealed class AdviserKeyTests : Portal
{
    private const string KeyPage = "/vertrouwensloket/sleutel";
    private const string Timeline = "/organisatie/tijdlijn";

    private Portal Portal => this;

    private Guid First => Cast.ConfidentialAdviser;

    private Guid Second => Cast.HumanResources;

    [Fact]
    public async Task The_first_key_works_at_once_and_the_next_one_once_another_adviser_compared()
    {
        await Portal.HasKey(First);
        await Advisers(Second);
        await Portal.MakesAKey(Second);
        (await Recipients()).ShouldBe([First]);

        var first = await Portal.As(First).Open(KeyPage);
        var print = (await Portal.Send(new GetAdviserKeys(), Second)).Own.Single().Fingerprint;
        first.Text.ShouldContain(print);
        (await Portal.As(Second).Open(KeyPage)).Offers(IdentityTexts.AgreeButton).ShouldBeFalse();
        await first.Press(IdentityTexts.AgreeButton);

        (await Recipients()).ShouldBe([First, Second], ignoreOrder: true);
        (await Verify()).ShouldBeNull();
        var (exitCode, output) = await ChainPortal.Python(ChainPortal.Script, await Export());
        exitCode.ShouldBe(0, output);
        await Portal.Database.Scalar<object>($"update people set roles = 2 where id = '{Cast.Union}'");
        var council = await Portal.As(Cast.Union).Open(Timeline);
        council.Status.ShouldBe(HttpStatusCode.OK);
        council.Text.ShouldContain(string.Format(OrganisationTexts.KeyAgreed, "Han Personeel"));
        council.Text.ShouldContain(print);
        (await Portal.As(Cast.Director).Open(Timeline)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Without_another_adviser_a_key_waits_three_working_days_in_which_it_can_be_stopped()
    {
        await Portal.HasKey(First);
        await Advisers(Second);
        await Portal.MakesAKey(Second);
        Portal.Clock.AdvanceDays(3);
        (await Recipients()).ShouldBe([First]);
        Portal.Clock.AdvanceDays(1);
        (await Recipients()).ShouldBe([First, Second], ignoreOrder: true);

        await Portal.MakesAKey(Second);
        var waiting = (await Portal.Send(new GetAdviserKeys(), Second)).Own.Single().Id;
        (await Rule(() => Decide(waiting, agree: true, Second))).ShouldBe(AdviserKeyRule.AnotherAdviserWithAKeyAgrees);
        await Decide(waiting, agree: false, First);
        Portal.Clock.AdvanceDays(7);
        (await Portal.Send(new GetAdviserKeys(), Second)).Current!.Id.ShouldNotBe(waiting);
        var inUse = (await Portal.Send(new GetAdviserKeys(), Second)).Current!.Id;
        (await Rule(() => Decide(inUse, agree: false, First))).ShouldBe(AdviserKeyRule.OnlyItsOwnerEndsAKeyInUse);
        await Decide(inUse, agree: false, Second);
        (await Recipients()).ShouldBe([First]);
    }

    /// <summary>The attacker has made a key pair and puts it in the place of that of an adviser.</summary>
    [Theory]
    [InlineData("portal", "insert into adviser_keys select organisation_id, gen_random_uuid(), person_id, algorithm, '{mine}', sealed_private_key, salt, iterations from adviser_keys where person_id = '{adviser}'")]
    [InlineData("owner", "update adviser_keys set public_key = '{mine}' where person_id = '{adviser}'")]
    public async Task A_key_that_is_not_on_the_timeline_gets_no_name_and_the_page_of_the_advisers_says_so(string who, string attack)
    {
        await Portal.HasKey(First);
        await Portal.HasKey(Second);

        await As(who, attack);

        (await Verify())!.ShouldContain("to which names are sealed is not the one that was made");
        var mine = Convert.ToHexStringLower(SHA256.HashData(Mine));
        await Portal.RaisesConfidentially(Cast.Reporter);
        (await Portal.Database.Scalar<long>($"select count(*) from sealed_identity_keys w join adviser_keys k on k.id = w.adviser_key_id where encode(sha256(k.public_key), 'hex') = '{mine}'")).ShouldBe(0);
        (await Portal.As(Second).Open(KeyPage)).Text.ShouldContain(string.Format(OrganisationTexts.UnknownKey, "Vera Vertrouwen"));
        (await Portal.As(Second).Open(Timeline)).Text.ShouldContain(string.Format(OrganisationTexts.UnknownKey, "Vera Vertrouwen"));
    }

    /// <summary>Also the timeline itself is written, or written anew, as far as the database lets it; what is missing is the signature.</summary>
    [Theory]
    [InlineData("portal", """
        with made as (insert into adviser_keys select organisation_id, gen_random_uuid(), person_id, algorithm, '{mine}', sealed_private_key, salt, iterations
            from adviser_keys where person_id = '{adviser}' returning *),
        facts as (select organisation_id, json_build_object('Key', id, 'Person', person_id, 'Fingerprint', encode(sha256(public_key), 'hex'), 'UsableFrom', '2026-09-01')::text as facts from made)
        insert into organisation_entries
        select f.organisation_id, l.seq + 1, l.at, '{adviser}', 'AdviserKeyMade', f.facts, l.hash,
            organisation_event_hash(l.hash, f.organisation_id, l.seq + 1, 'AdviserKeyMade', l.at, '{adviser}', f.facts), l.signature
        from facts f, (select * from organisation_entries order by seq desc limit 1) l
        """)]
    [InlineData("owner", """
        update adviser_keys set public_key = '{mine}' where person_id = '{adviser}';
        update organisation_entries e set facts = regexp_replace(facts, '[0-9a-f]{64}', '{print}') where kind = 'AdviserKeyMade' and facts like '%{adviser}%';
        update organisation_entries set hash = organisation_event_hash(null, organisation_id, seq, kind, at, actor_id, facts) where seq = 1;
        update organisation_entries e set previous_hash = p.hash, hash = organisation_event_hash(p.hash, e.organisation_id, e.seq, e.kind, e.at, e.actor_id, e.facts)
            from organisation_entries p where e.seq = 2 and p.seq = 1;
        update organisation_entries e set previous_hash = p.hash, hash = organisation_event_hash(p.hash, e.organisation_id, e.seq, e.kind, e.at, e.actor_id, e.facts)
            from organisation_entries p where e.seq = 3 and p.seq = 2
        """)]
    public async Task A_timeline_that_somebody_wrote_in_the_database_is_not_whole_and_then_nothing_is_sealed(string who, string attack)
    {
        await Portal.HasKey(First);
        await Portal.HasKey(Second);

        await As(who, attack);

        (await Verify())!.ShouldContain("of the organisation is not signed with this key");
        (await Rule(() => Portal.RaisesConfidentially(Cast.Reporter))).ShouldBe(SignalRule.NobodyCanOpenTheName);
        (await Portal.As(First).Open(KeyPage)).Text.ShouldContain(OrganisationTexts.NotWhole);
        (await Rule(() => Portal.MakesAKey(First))).ShouldBe(AdviserKeyRule.TheTimelineOfTheOrganisationIsNotWhole);
    }

    [Theory]
    [InlineData("update organisation_entries set facts = '{}'")]
    [InlineData("delete from organisation_entries")]
    [InlineData("truncate organisation_entries")]
    [InlineData("update adviser_keys set public_key = ''")]
    public async Task The_history_of_keys_is_only_added_to(string sql)
    {
        await Portal.HasKey(First);

        await Should.ThrowAsync<PostgresException>(() => Portal.Database.Scalar<int>(sql));
        await Should.ThrowAsync<PostgresException>(() => Portal.Database.Scalar<int>($"set role signaalportaal_application; {sql}"));
    }

    [Fact]
    public async Task The_database_seals_to_no_key_that_it_does_not_know()
    {
        await Portal.HasKey(First);
        await Portal.RaisesConfidentially(Cast.Reporter);
        await As("portal", "insert into adviser_keys select organisation_id, gen_random_uuid(), person_id, algorithm, '{mine}', sealed_private_key, salt, iterations from adviser_keys where person_id = '{adviser}'");

        var refused = await Should.ThrowAsync<PostgresException>(() => As("portal",
            "insert into sealed_identity_keys select k.organisation_id, s.id, k.id, '' from adviser_keys k, signals s where k.public_key = '{mine}' and s.disclosure = 'Confidential'"));

        refused.ConstraintName.ShouldBe("a_name_is_sealed_to_a_key_that_is_known");
    }

    [Fact]
    public async Task The_works_council_reads_that_a_name_was_asked_for_and_nothing_that_tells_whose()
    {
        await Portal.HasKey(First);
        await Portal.Database.Scalar<object>($"update people set roles = 2 where id = '{Cast.Union}'");
        var reference = await Portal.RaisesConfidentially(Cast.Reporter);
        await Portal.Asks(First, reference, danger: "Een collega zegt vandaag te springen.");

        var council = await Portal.As(Cast.Union).Open(Timeline);

        council.Text.ShouldContain(OrganisationTexts.NameAskedForAtOnce);
        foreach (var hidden in new[] { reference, Reference.Show(reference), "springen", AdviserDesk.Reason, "Rosa", "Vera Vertrouwen, " })
        {
            council.Page.Source.Text.ShouldNotContain(hidden);
        }

        (await Portal.Database.Scalar<bool>("select bool_and(actor_id is null and at = date_trunc('day', at at time zone 'Europe/Amsterdam') at time zone 'Europe/Amsterdam') from organisation_entries where kind like 'Name%'")).ShouldBeTrue();
        await Portal.Fetches(First, reference);
        (await council.Open(Timeline)).Text.ShouldContain(OrganisationTexts.NameFetched);
    }

    private static byte[] Mine { get; } = MakeMine();

    private static byte[] MakeMine()
    {
        using var rsa = RSA.Create(3072);
        return rsa.ExportSubjectPublicKeyInfo();
    }

    /// <param name="who">The login of the running portal, or that of the owner, who turns triggers off.</param>
    private async Task As(string who, string sql)
    {
        var organisation = await Portal.Database.Scalar<Guid>($"select organisation_id from people where id = '{First}'");
        sql = sql.Replace("{mine}", $"\\x{Convert.ToHexStringLower(Mine)}", StringComparison.Ordinal)
            .Replace("{print}", Convert.ToHexStringLower(SHA256.HashData(Mine)), StringComparison.Ordinal)
            .Replace("{adviser}", $"{First}", StringComparison.Ordinal);
        await Portal.Database.Scalar<object>(who is "portal"
            ? $"set app.organisation = '{organisation}'; set role signaalportaal_application; {sql}"
            : $"alter table adviser_keys disable trigger user; alter table organisation_entries disable trigger user; {sql}; alter table adviser_keys enable trigger user; alter table organisation_entries enable trigger user");
    }

    private async Task Advisers(Guid person) => await Portal.Database.Scalar<object>($"update people set roles = roles | 16 where id = '{person}'");

    private async Task Decide(Guid key, bool agree, Guid by) => await Portal.Send(new DecideOnAdviserKey { Key = key, Agree = agree, FormKey = Guid.NewGuid() }, by);

    private static async Task<Enum> Rule(Func<Task> act) => (await Should.ThrowAsync<BrokenRuleException>(act)).Rule;

    private async Task<string> Export()
    {
        var path = Path.GetTempFileName();
        await ChainFile.Write(path, new ChainDatabase(Portal.Database.ConnectionString).Read());
        return path;
    }

    /// <summary>The first thing that is wrong, as the command says it; null when nothing is.</summary>
    private async Task<string?> Verify() =>
        (await ChainVerifier.Verify(new ChainDatabase(Portal.Database.ConnectionString).Read(), [], TestKeys.Keys.Anchor)).Problem;

    /// <summary>For whom a name is sealed now.</summary>
    private async Task<Guid[]> Recipients()
    {
        var reference = await Portal.RaisesConfidentially(Cast.Reporter);
        return (await Portal.Database.Scalar<Guid[]>(
            $"select array_agg(person_id) from sealed_identity_keys w join adviser_keys k on k.id = w.adviser_key_id join signals s on s.id = w.signal_id where s.reference = '{reference}'"))!;
    }
}
