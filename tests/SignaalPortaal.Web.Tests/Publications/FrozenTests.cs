using Npgsql;
using SignaalPortaal.Application.Publications;
using SignaalPortaal.Domain.Publications;

namespace SignaalPortaal.Web.Tests.Publications;

/// <summary>What was published stays, one on the other, and what was not safe is not there.</summary>
public sealed class FrozenTests(FrozenTests.OneQuarter portal) : IClassFixture<FrozenTests.OneQuarter>
{
    private static readonly Quarter Third = new(2026, 3);

    [Theory]
    [InlineData("update publications set made_on = made_on + 1")]
    [InlineData("update publications set content = '{}'")]
    [InlineData("delete from publications")]
    [InlineData("truncate publications cascade")]
    [InlineData("update publication_counts set quarter = quarter")]
    [InlineData("delete from publication_counts")]
    [InlineData("delete from publication_rules")]
    [InlineData("update publication_rules set set_on = set_on - 1")]
    [InlineData("set session_replication_role = replica; delete from publications")]
    public async Task Nobody_changes_it_not_even_the_owner(string sql)
    {
        await portal.Rules(12, 20, 6);

        (await Should.ThrowAsync<PostgresException>(() => portal.Database.Scalar<int>(sql))).MessageText.ShouldContain("never changed");
        (await Should.ThrowAsync<PostgresException>(() => portal.Database.Scalar<int>($"set role signaalportaal_application; {sql}"))).SqlState
            .ShouldBeOneOf(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task No_publication_comes_in_that_is_not_on_the_last_one()
    {
        await Refused("a_publication_follows_on_the_last", $"""
            insert into publications select organisation_id, date '2026-10-01', date '2027-01-01', content, previous_hash, hash from publications
            """);
        await Refused("a_publication_follows_on_the_last", $"""
            insert into publications select organisation_id, date '2026-04-01', date '2027-01-01', content, hash, publication_hash(hash, content) from publications
            """);
        await Refused("a_publication_has_the_hash_of_its_content", """
            insert into publications select organisation_id, date '2026-10-01', date '2027-01-01', content || ' ', hash, hash from publications
            """);
        await Refused("a_quarter_is_over_when_it_is_published", """
            insert into publications select organisation_id, date '2026-10-01', date '2026-12-31', content, hash, publication_hash(hash, content) from publications
            """);
        await Refused("a_publication_is_of_a_whole_quarter", """
            insert into publications select organisation_id, date '2026-11-01', date '2027-12-31', content, hash, publication_hash(hash, content) from publications
            """);
    }

    [Fact]
    public async Task The_database_and_the_portal_begin_with_the_same_hash() =>
        (await portal.Database.Scalar<byte[]>($"select first_publication_hash('{portal.Organisation}')")).ShouldBe(Publication.FirstHash(portal.Organisation));

    [Fact]
    public async Task Made_once_also_by_several_nodes_at_the_same_moment()
    {
        await using var several = new OneQuarter { IsPublished = false };
        await several.InitializeAsync();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => several.Publish()));
        await several.Publish();

        (await several.Database.Scalar<long>("select count(*) from publications")).ShouldBe(1);
        (await several.Database.Scalar<long>("select count(*) from publication_counts where seq = 1")).ShouldBe(
            await several.Database.Scalar<long>("select count(*) from signals where raised_on < '2026-10-01'"));
    }

    [Fact]
    public async Task Not_before_three_in_the_morning_and_never_of_a_quarter_that_goes_on()
    {
        await using var early = new OneQuarter { IsPublished = false };
        await early.InitializeAsync();
        early.Clock.Advance(TimeSpan.FromHours(-8));
        await early.Publish();
        (await early.Database.Scalar<long>("select count(*) from publications")).ShouldBe(0);

        early.Clock.Advance(TimeSpan.FromHours(8));
        await early.Publish();
        early.Clock.AdvanceDays(80);
        await early.Publish();
        (await early.Database.Scalar<long>("select count(*) from publications")).ShouldBe(1);
    }

    [Fact]
    public async Task When_its_own_check_finds_anything_nothing_is_published_and_its_readers_see_that()
    {
        await using var risky = new OneQuarter { IsPublished = false };
        await risky.InitializeAsync();

        // As if an earlier version of the portal had published a count of two.
        var bad = new PublishedQuarter(new Quarter(2026, 2), new PublicationRules(), [], PublishedLeaf.Now, [new PublishedTable(PublishedMeasure.Raised, [], [new PublishedCell([], 2)])]);
        var row = Publication.Of(risky.Organisation, bad, new DateOnly(2026, 7, 1), previousHash: null);
        await risky.Database.Scalar<int>($"""
            insert into publications values ('{risky.Organisation}', '2026-04-01', '2026-07-01', '{row.Content}',
                decode('{Convert.ToHexString(row.PreviousHash)}', 'hex'), decode('{Convert.ToHexString(row.Hash)}', 'hex'));
            select 1
            """);

        await risky.Publish();
        await risky.Publish();

        (await risky.Database.Scalar<long>("select count(*) from publications")).ShouldBe(1);
        (await risky.Database.Scalar<long>("select count(*) from publication_counts")).ShouldBe(0);
        (await risky.Database.Scalar<long>("select count(*) from publication_refusals")).ShouldBe(1);
        (await risky.As(risky.Union).Open("/publicaties")).Text.ShouldContain("De cijfers over juli tot en met september 2026 zijn niet gepubliceerd.");
        (await risky.As(risky.Administrator).Open("/beheer/publicaties")).Text.ShouldContain("De cijfers over juli tot en met september 2026 zijn niet gepubliceerd.");

        // Tried again on another day, but no more when the next quarter is over: that one is next then.
        risky.Clock.AdvanceDays(1);
        await risky.Publish();
        (await risky.Database.Scalar<long>("select count(*) from publication_refusals where quarter = '2026-07-01'")).ShouldBe(2);
        risky.Clock.AdvanceDays(100);
        await risky.Publish();
        (await risky.Database.Scalar<long>("select count(*) from publication_refusals where quarter = '2026-07-01'")).ShouldBe(2);
        (await risky.Database.Scalar<long>("select count(*) from publication_refusals where quarter = '2026-10-01'")).ShouldBe(1);
    }

    [Fact]
    public async Task A_row_that_was_changed_past_everything_is_noticed()
    {
        await using var bent = new OneQuarter();
        await bent.InitializeAsync();
        await bent.Database.Scalar<int>("""
            alter table publications disable trigger all;
            update publications set content = content || ' ', hash = publication_hash(previous_hash, content || ' ');
            update publications set previous_hash = sha256(hash), hash = publication_hash(sha256(hash), content);
            alter table publications enable always trigger never_changed;
            select 1
            """);

        var union = await bent.As(bent.Union).Open("/publicaties");
        union.Text.ShouldContain("Deze cijfers kloppen niet meer met hun controlegetal.");
        union.Text.ShouldNotContain("Waar gaan de signalen over?");

        await bent.Database.Scalar<int>("""
            alter table publications disable trigger all;
            alter table publications drop constraint a_publication_has_the_hash_of_its_content;
            update publications set content = content || ' ', previous_hash = first_publication_hash(organisation_id);
            select 1
            """);
        (await bent.As(bent.Union).Open("/publicaties")).Text.ShouldContain("Deze cijfers kloppen niet meer met hun controlegetal.");
        (await bent.As(bent.Union).Open($"/publicaties/{Third}.json")).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    private async Task Refused(string constraint, string sql) =>
        (await Should.ThrowAsync<PostgresException>(() => portal.Database.Scalar<int>(sql))).ConstraintName.ShouldBe(constraint);

    /// <summary>The third quarter is over and, as a rule, published.</summary>
    public class OneQuarter : PublishingPortal
    {
        public bool IsPublished { get; init; } = true;

        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            await SomethingHappens(weeks: 1, signalsPerWeek: 60);
            await ItBecomes(new DateOnly(2026, 10, 1));
            if (IsPublished)
            {
                await Publish();
            }
        }

        /// <summary>As an administrator sets them.</summary>
        public async Task Rules(int signals, int people, int reporters) =>
            await this.Send(new SetPublicationRules { SmallestCount = signals, FewestPeople = people, FewestReporters = reporters }, Administrator);
    }
}
