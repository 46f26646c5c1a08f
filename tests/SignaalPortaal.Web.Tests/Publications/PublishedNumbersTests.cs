using Npgsql;
using SignaalPortaal.Application.Publications;
using SignaalPortaal.Domain.Publications;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Publications;

/// <summary>Two quarters of an organisation, counted again by other means: in SQL, over what happened.</summary>
public sealed class PublishedNumbersTests(PublishedNumbersTests.TwoQuarters portal) : IClassFixture<PublishedNumbersTests.TwoQuarters>
{
    /// <summary>How many of each leaf, of a quarter that begins on {0} and ended before {1}; the first signal counts that came too late for the quarter before.</summary>
    private static readonly Dictionary<(PublishedMeasure Measure, PublishedDimension? Dimension), string> Counts = new()
    {
        [(PublishedMeasure.Raised, null)] = "select 'all', count(*) from counted_signals",
        [(PublishedMeasure.Raised, PublishedDimension.Theme)] = "select theme, count(*) from counted_signals group by 1",
        [(PublishedMeasure.Raised, PublishedDimension.Kind)] = "select kind, count(*) from counted_signals group by 1",
        [(PublishedMeasure.Raised, PublishedDimension.Unit)] =
            "select e.facts::jsonb ->> 'Unit', count(*) from counted_signals s join timeline_entries e on e.signal_id = s.id and e.seq = 1 group by 1",
        [(PublishedMeasure.Raised, PublishedDimension.Status)] = """
            select case last.kind when 'Answered' then 'Answered' when 'Acknowledged' then 'InProgress' when 'Withdrawn' then 'Withdrawn'
                when 'ClosedWithoutReaction' then 'Closed' else 'New' end, count(*)
            from (
                select distinct on (e.signal_id) e.signal_id, e.kind
                from timeline_entries e join counted_signals s on s.id = e.signal_id
                where e.at < until and e.kind in ('Submitted', 'Escalated', 'Acknowledged', 'Answered', 'Withdrawn', 'ClosedWithoutReaction')
                order by e.signal_id, e.seq desc
            ) last group by 1
            """,
        [(PublishedMeasure.Answered, null)] = "select 'all', count(*) from counted_answers",
        [(PublishedMeasure.Answered, PublishedDimension.Outcome)] = "select facts::jsonb ->> 'Outcome', count(*) from counted_answers group by 1",
        [(PublishedMeasure.Answered, PublishedDimension.Reason)] = "select coalesce(facts::jsonb ->> 'Reason', 'None'), count(*) from counted_answers group by 1",
        [(PublishedMeasure.Answered, PublishedDimension.Duration)] = """
            select case when a.day <= s.raised_on + 7 then 'WithinAWeek' when a.day <= s.raised_on + interval '1 month' then 'WithinAMonth'
                when a.day <= s.raised_on + interval '2 months' then 'WithinTwoMonths' when a.day <= s.raised_on + interval '3 months' then 'WithinAQuarter'
                else 'Longer' end, count(*)
            from counted_answers a join signals s on s.id = a.signal_id group by 1
            """,
        [(PublishedMeasure.Answered, PublishedDimension.Timeliness)] = """
            select case when a.day <= (
                    select min(coalesce(e.facts::jsonb ->> 'ExpectedOn', e.facts::jsonb ->> 'AnswerBy')::date)
                    from timeline_entries e where e.signal_id = a.signal_id and e.seq < a.seq and e.kind in ('Submitted', 'Acknowledged'))
                and not exists (
                    select from timeline_entries e
                    where e.signal_id = a.signal_id and e.seq < a.seq and (e.kind = 'TermMissed' or e.facts::jsonb ->> 'Cause' = 'BySilence'))
                then 'InTime' else 'Late' end, count(*)
            from counted_answers a group by 1
            """,
        [(PublishedMeasure.EscalatedBySilence, null)] = """
            select 'all', count(distinct e.signal_id) from timeline_entries e join signals s on s.id = e.signal_id and s.organisation_id = mine
            where e.kind = 'Escalated' and e.facts::jsonb ->> 'Cause' = 'BySilence' and case when e.signal_id = late then greatest(e.at, next_quarter) else e.at end >= since
              and case when e.signal_id = late then greatest(e.at, next_quarter) else e.at end < until
            """,
        [(PublishedMeasure.OverdueAtTheTop, null)] = """
            select 'all', count(*) from (
                select distinct on (e.signal_id) e.signal_id, e.kind from timeline_entries e join signals s on s.id = e.signal_id and s.organisation_id = mine
                where case when e.signal_id = late then greatest(e.at, next_quarter) else e.at end < until and e.kind <> 'Withdrawn' order by e.signal_id, e.seq desc
            ) last where kind = 'TermMissed'
            """,
    };

    [Fact]
    public async Task Each_number_is_the_number_that_a_count_of_what_happened_gives()
    {
        var published = await portal.Published();
        published.Select(one => one.Quarter).ShouldBe([new Quarter(2026, 3), new Quarter(2026, 4)]);
        var checkedTables = 0;
        foreach (var quarter in published)
        {
            foreach (var table in quarter.Tables.Where(table => table.Dimensions.Count < 2))
            {
                var counts = await Count(quarter.Quarter, table);
                foreach (var cell in table.Cells)
                {
                    var expected = cell.At.Count == 0 ? counts.GetValueOrDefault("all") : cell.At[0].Leaves.Sum(leaf => counts.GetValueOrDefault(leaf));
                    ((long)cell.Count).ShouldBe(expected, $"{quarter.Quarter} {table.Measure} {string.Join('+', cell.At.SelectMany(block => block.Leaves))}");
                }

                table.Cells.Sum(cell => cell.Count).ShouldBe((int)counts.Values.Sum());
                checkedTables++;
            }
        }

        checkedTables.ShouldBeGreaterThan(12);
    }

    [Fact]
    public async Task Each_cell_of_a_cross_table_is_too()
    {
        foreach (var quarter in await portal.Published())
        {
            foreach (var cell in quarter.Tables.Where(table => table.Dimensions.Count == 2).SelectMany(table => table.Cells))
            {
                var expected = await Scalar(quarter.Quarter, $"""
                    select count(*) from counted_signals s join timeline_entries e on e.signal_id = s.id and e.seq = 1
                    where e.facts::jsonb ->> 'Unit' = any('{In(cell.At[0])}') and s.theme = any('{In(cell.At[1])}')
                    """);
                ((long)cell.Count).ShouldBe(expected);
            }
        }

        static string In(PublishedBlock block) => $"{{{string.Join(',', block.Leaves)}}}";
    }

    [Fact]
    public async Task What_came_too_late_for_its_quarter_is_counted_in_the_next_and_nothing_twice()
    {
        var raised = (await portal.Published()).Select(quarter => (long)quarter.Tables.Single(table => table is { Measure: PublishedMeasure.Raised, Dimensions.Count: 0 }).Cells[0].Count).ToList();

        raised.Sum().ShouldBe(await portal.Database.Scalar<long>($"select count(*) from signals where organisation_id = '{portal.Organisation}' and raised_on < '2027-01-01'"));
        (await portal.Database.Scalar<long>($"select count(*) from publication_counts where signal_id = '{portal.Late}' and quarter = '2026-10-01' and seq = 1")).ShouldBe(1);
        raised[0].ShouldBe(await portal.Database.Scalar<long>($"select count(*) - 1 from signals where organisation_id = '{portal.Organisation}' and raised_on < '2026-10-01'"));
        (await portal.Database.Scalar<long>($"select count(*) from publication_counts where organisation_id = '{portal.Organisation}' and seq = 1")).ShouldBe(raised.Sum());
    }

    [Fact]
    public async Task Nothing_that_is_published_is_risky() => FeasibleIntervals.Findings(await portal.Published()).ShouldBeEmpty();

    [Fact]
    public async Task It_costs_the_same_number_of_statements_for_a_few_signals_and_for_many()
    {
        await using var few = new Portal();
        await few.InitializeAsync();
        await few.Raises(few.Cast.Reporter);
        few.Clock.AdvanceDays(40);
        await using var many = new FrozenTests.OneQuarter { IsPublished = false };
        await many.InitializeAsync();

        (await Statements(many)).ShouldBe(await Statements(few));
    }

    private static async Task<int> Statements(Portal portal)
    {
        var organisation = await portal.Database.Scalar<Guid>("select organisation_id from signals group by 1 order by count(*) desc limit 1");
        using var counter = new StatementCounter(portal.Database);
        (await portal.SendAsPortal(new MakePublication(organisation, portal.Today))).ShouldNotBeNull();
        return counter.Statements.Count;
    }

    private async Task<Dictionary<string, long>> Count(Quarter quarter, PublishedTable table)
    {
        var sql = Counts[(table.Measure, table.Dimensions.Count == 0 ? null : table.Dimensions[0])];
        await using var source = NpgsqlDataSource.Create(portal.Database.ConnectionString);
        await using var command = source.CreateCommand(With(quarter, sql));
        await using var rows = await command.ExecuteReaderAsync();
        var counts = new Dictionary<string, long>();
        while (await rows.ReadAsync())
        {
            counts.Add(rows.GetString(0), rows.GetInt64(1));
        }

        return counts;
    }

    private async Task<long> Scalar(Quarter quarter, string sql) => await portal.Database.Scalar<long>(With(quarter, sql));

    private string With(Quarter quarter, string sql)
    {
        var (since, until) = ($"timestamp '{quarter.FirstDay:yyyy-MM-dd}' at time zone 'Europe/Amsterdam'", $"timestamp '{quarter.Next.FirstDay:yyyy-MM-dd}' at time zone 'Europe/Amsterdam'");

        // The signal that was hidden when its own quarter was published is of the next one.
        return $"""
            with counted_signals as (
                select * from signals
                where organisation_id = '{portal.Organisation}'
                  and case when id = '{portal.Late}' then date '2026-10-01' else raised_on end between '{quarter.FirstDay:yyyy-MM-dd}' and '{quarter.LastDay:yyyy-MM-dd}'
            ),
            counted_answers as (
                select e.*, (e.at at time zone 'Europe/Amsterdam')::date as day
                from timeline_entries e
                cross join lateral (
                    select case when e.signal_id = '{portal.Late}' then greatest(e.at, timestamp '2026-10-01' at time zone 'Europe/Amsterdam') else e.at end as moment
                ) counted
                where e.organisation_id = '{portal.Organisation}' and e.kind = 'Answered' and moment >= {since} and moment < {until}
            )
            {sql.Replace("= late", $"= '{portal.Late}'", StringComparison.Ordinal).Replace("next_quarter", "timestamp '2026-10-01' at time zone 'Europe/Amsterdam'", StringComparison.Ordinal).Replace("until", until, StringComparison.Ordinal).Replace("since", since, StringComparison.Ordinal).Replace("= mine", $"= '{portal.Organisation}'", StringComparison.Ordinal)}
            """;
    }

    /// <summary>A part of the third quarter and all of the fourth, published each when it was over.</summary>
    public sealed class TwoQuarters : PublishingPortal
    {
        /// <summary>The line could not see it yet when its own quarter was published.</summary>
        public Guid Late { get; private set; }

        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            await SomethingHappens(weeks: 3, signalsPerWeek: 26);
            Late = await Database.Scalar<Guid>($"select id from signals where organisation_id = '{Organisation}' order by id limit 1");
            await ItBecomes(new DateOnly(2026, 10, 1));
            await Database.Scalar<int>($"update signals set hidden_until = now() where id = '{Late}'; select 1");
            await Publish();
            await Database.Scalar<int>($"update signals set hidden_until = null where id = '{Late}'; select 1");
            await SomethingHappens(weeks: 8, signalsPerWeek: 9);
            await ItBecomes(new DateOnly(2027, 1, 1));
            await Publish();
        }
    }
}
