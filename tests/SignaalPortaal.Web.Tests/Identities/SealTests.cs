using System.Text;
using SignaalPortaal.Application.Identities;
using SignaalPortaal.Application.Receipts;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;
using SignaalPortaal.Web.Tests.Signals;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Tests.Identities;

/// <summary>What is kept of who raises a signal confidentially: one sealed box, for advisers only.</summary>
public sealed class SealTests : Portal
{
    private Portal Portal => this;

    [Fact]
    public async Task Without_an_adviser_who_can_open_it_nothing_is_raised_confidentially()
    {
        var reporter = await Portal.As(Cast.Reporter).Open("/signalen/nieuw");
        reporter.Page.GetElementById("Input_Disclosure_C")!.HasAttribute("disabled").ShouldBeTrue();
        reporter.Text.ShouldContain(DisclosureTexts.NobodyCanOpen);
        var before = await Portal.Database.Contents();

        reporter.Page.GetElementById("Input_Disclosure_C")!.RemoveAttribute("disabled");
        await reporter.Choose(EnumTexts.Disclosure_Confidential).Choose("Knelpunt").Fill("Waar gaat het over?", "Brief").Fill("Wat zie je gebeuren?", "Onleesbaar.")
            .Press("Verder naar controleren");

        reporter.ShouldReadTheRule(SignalRule.NobodyCanOpenTheName);
        await RefusesToSeal(Cast.Reporter);
        (await Portal.Database.Contents()).ShouldBe(before);
    }

    [Fact]
    public async Task An_adviser_is_not_the_only_one_to_open_the_own_name()
    {
        await Portal.HasKey(Cast.ConfidentialAdviser);

        await RefusesToSeal(Cast.ConfidentialAdviser);

        await Portal.HasKey(Cast.HumanResources);
        await Portal.RaisesConfidentially(Cast.ConfidentialAdviser);
        (await Recipients()).ShouldBe([Cast.ConfidentialAdviser, Cast.HumanResources], ignoreOrder: true);
    }

    [Fact]
    public async Task Sealed_for_advisers_at_work_with_their_current_key_but_not_for_whom_it_is_about()
    {
        await Portal.HasKey(Cast.ConfidentialAdviser);
        await Portal.HasKey(Cast.HumanResources);
        await Portal.HasKey(Cast.ConfidentialAdviser, again: true);
        await Portal.HasKey(Cast.TeamLead);
        await Portal.HasKey(Cast.Union);
        await Portal.HasKey(Cast.Administrator);
        await Portal.Database.Scalar<object>($"update people set roles = 1 where id = '{Cast.Union}'; update people set left_on = '2026-09-01' where id = '{Cast.Administrator}'");

        await Portal.RaisesConfidentially(Cast.Reporter, aboutMyManager: true);

        (await Recipients()).ShouldBe([Cast.ConfidentialAdviser, Cast.HumanResources], ignoreOrder: true);
        var current = (await Portal.Send(new GetAdviserKeys(), Cast.ConfidentialAdviser)).Current!.Id;
        (await Portal.Database.Scalar<long>($"select count(*) from sealed_identity_keys where adviser_key_id = '{current}'")).ShouldBe(1);
    }

    [Fact]
    public async Task A_copy_of_the_database_does_not_bring_a_signal_back_to_its_reporter()
    {
        const string name = "Kanarie van den Zanger-Ångström";
        string[] canaries = [$"{Cast.Reporter}", name, "KAN-90817", "kanarie@testdienst.example"];
        await Portal.Database.Scalar<object>($"update people set name = '{name}', number = 'KAN-90817', mail = 'kanarie@testdienst.example' where id = '{Cast.Reporter}'");
        await Portal.HasKey(Cast.ConfidentialAdviser);
        var before = await Dump();

        var submission = await Portal.RaisesWithCode(Cast.Reporter, kind: SignalKind.UndesirableBehaviour);
        await Portal.Asks(Cast.ConfidentialAdviser, submission.Reference);

        var added = (await Dump()).Except(before).ToList();
        added.Count(row => row.StartsWith("sealed_identit", StringComparison.Ordinal)).ShouldBe(2);
        foreach (var canary in canaries)
        {
            string[] forms = [canary, Convert.ToHexStringLower(Encoding.UTF8.GetBytes(canary)), Convert.ToBase64String(Encoding.UTF8.GetBytes(canary))[..8]];
            added.ShouldAllBe(row => !forms.Any(form => row.Contains(form, StringComparison.OrdinalIgnoreCase)), canary);
        }

        added.ShouldNotContain(row => row.StartsWith("handled_forms", StringComparison.Ordinal) && !row.Contains($"{Cast.ConfidentialAdviser}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_signal_of_one_person_or_another_leaves_the_same_trace()
    {
        await Portal.HasKey(Cast.ConfidentialAdviser);
        await Portal.HasKey(Cast.HumanResources);
        await Portal.Database.Scalar<object>($"update people set name = repeat('é', 120), mail = repeat('x', 240) where id = '{Cast.Colleague}'");

        var (one, other, adviser) = (await TraceOf(Cast.Reporter), await TraceOf(Cast.Colleague), await TraceOf(Cast.ConfidentialAdviser));

        other.ShouldBe(one);
        adviser.ShouldBe(one);
    }

    [Fact]
    public async Task Once_the_reporter_is_known_the_sealed_name_is_gone()
    {
        await Portal.HasKey(Cast.ConfidentialAdviser);
        var submission = await Portal.RaisesWithCode(Cast.Reporter);

        await Portal.Send(new MakeKnown { Code = submission.ReceiptCode!, FormKey = Guid.NewGuid() }, Cast.Reporter);

        (await Portal.Database.Scalar<long>("select (select count(*) from sealed_identities) + (select count(*) from sealed_identity_keys)")).ShouldBe(0);
        await Should.ThrowAsync<SignalNotFoundException>(() => Portal.Asks(Cast.ConfidentialAdviser, submission.Reference));
    }

    private async Task RefusesToSeal(Guid reporter) =>
        (await Should.ThrowAsync<BrokenRuleException>(() => Portal.RaisesConfidentially(reporter))).Rule.ShouldBe(SignalRule.NobodyCanOpenTheName);

    private async Task<Guid[]> Recipients() => (await Portal.Database.Scalar<Guid[]>(
        "select array_agg(person_id) from sealed_identity_keys k join adviser_keys a on a.organisation_id = k.organisation_id and a.id = k.adviser_key_id"))!;

    /// <summary>Which tables got how many rows, and how long the rows are.</summary>
    private async Task<string> TraceOf(Guid person)
    {
        var before = await Dump();
        await Portal.RaisesConfidentially(person);
        return string.Join('\n', (await Dump()).Except(before).Select(row => $"{row.Split(' ')[0]} {LengthOf(row)}").Order());
    }

    /// <summary>How many units stand above the one where it started tells nothing that the first event does not: that names it.</summary>
    private static int LengthOf(string row) => row.StartsWith("insight_signals ", StringComparison.Ordinal) ? 0 : row.Length;

    private async Task<HashSet<string>> Dump()
    {
        var tables = await Portal.Database.Scalar<string[]>("select array_agg(tablename::text) from pg_tables where schemaname = 'public'");
        var rows = tables!.Select(table => $"""select '{table} ' || row::text from "{table}" row""");
        return [.. (await Portal.Database.Scalar<string[]>($"select array({string.Join(" union all ", rows)})"))!];
    }
}
