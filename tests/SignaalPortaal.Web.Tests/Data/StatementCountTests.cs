using System.Net;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;
using SignaalPortaal.Web.Tests.Publications;
using SignaalPortaal.Web.Tests.Released;

namespace SignaalPortaal.Web.Tests.Data;

/// <summary>A page runs a constant number of statements, never one per row. What begins and ends its two transactions comes on top: four short trips.</summary>
public sealed class StatementCountTests(Portal portal) : IClassFixture<Portal>
{
    private const int Most = 6;

    [Fact]
    public async Task Each_list_costs_the_same_for_five_rows_and_for_five_hundred()
    {
        for (var count = 0; count < 5; count++)
        {
            await Escalated();
        }

        var few = await CountAll();
        await Multiply(by: 100);
        var many = await CountAll();

        many.ShouldBe(few);
        many["/werkvoorraad?staat=alle"].ShouldBeLessThanOrEqualTo(Most);
    }

    [Fact]
    public async Task A_signal_costs_the_same_with_one_event_and_with_fifty()
    {
        var reference = await portal.Raises(portal.Cast.Reporter);
        var (reporterFew, holderFew) = (await Count(portal.Cast.Reporter, $"/signalen/{reference}"), await Count(portal.Cast.TeamLead, $"/signalen/{reference}"));

        for (var count = 0; count < 50; count++)
        {
            await portal.Does(portal.Cast.Reporter, reference, new AddFacts { Facts = $"Feit {count}" });
        }

        (await Count(portal.Cast.Reporter, $"/signalen/{reference}")).ShouldBe(reporterFew);
        (await Count(portal.Cast.TeamLead, $"/signalen/{reference}")).ShouldBe(holderFew);
        reporterFew.ShouldBeLessThanOrEqualTo(Most);
        holderFew.ShouldBeLessThanOrEqualTo(Most);
    }

    [Fact]
    public async Task Publications_cost_the_same_with_none_and_with_some()
    {
        await using var published = new FrozenTests.OneQuarter { IsPublished = false };
        await published.InitializeAsync();
        var without = await Statements();

        await published.Publish();

        (await Statements()).ShouldBe(without);

        async Task<int> Statements()
        {
            var union = await published.As(published.Union).Open("/publicaties");
            using var counter = new StatementCounter(published.Database);
            await union.Open("/publicaties");
            await union.Open("/publicaties/naast-elkaar");
            return counter.Statements.Count;
        }
    }

    private async Task Escalated()
    {
        var reference = await portal.Raises(portal.Cast.Reporter);
        await portal.Does(portal.Cast.TeamLead, reference, new EscalateSignal { Reason = "Te groot voor ons.", Advice = "Schrijf de brief opnieuw." });
        await portal.Does(portal.Cast.HeadOfDepartment, reference, new AnswerSignal
        {
            Outcome = Outcome.Adopted,
            Explanation = "Doen we.",
            Promises = [new PromiseRow { What = "Nieuwe brief", Who = "Team Brieven", By = new DateOnly(2026, 9, 8) }],
        });
        await portal.Proposes(reference, "De brief", portal.Cast.HeadOfDepartment);
        await portal.Does(portal.Cast.Reporter, reference, new DecideRelease { Decision = ReleaseDecision.Approve });
        var other = await portal.Raises(portal.Cast.Reporter);
        await portal.Does(portal.Cast.TeamLead, other, new EscalateSignal { Reason = "Te groot voor ons.", Advice = "Schrijf de brief opnieuw." });
    }

    /// <summary>Copies each signal with all that belongs to it, past the portal.</summary>
    private Task<int> Multiply(int by) => portal.Database.Scalar<int>($"""
        create temp table copies as
            select organisation_id, id as old, gen_random_uuid() as new, upper(substr(md5(id::text || n), 1, 8)) as reference from signals, generate_series(2, {by}) n;
        insert into signals select s.organisation_id, new, c.reference, reporter_id, kind, risk, raised_on, status, closed_because, held_by_unit_id, due_on, answer_by, look_again_on, version, term_started_on, next_term_ends_on, update_by, remind_on, next_step_on
            from signals s join copies c on c.old = s.id;
        insert into signal_contents (organisation_id, signal_id, subject, words, salt) select o.organisation_id, new, subject, words, salt from signal_contents o join copies on old = signal_id;
        insert into signal_holders select o.organisation_id, new, unit_id, since from signal_holders o join copies on old = signal_id;
        insert into promises select o.organisation_id, new, id, owner_unit_id, "by", status, times_moved, times_refused from promises o join copies on old = signal_id;
        create temp table copies_left as select *, signal_state(organisation_id, new) as left_as from copies;
        analyze copies_left;
        insert into timeline_entries
            select organisation_id, new, seq, at, actor_id, acted_as, acted_for_unit_id, kind, facts, commitment,
                   coalesce(lag(hash) over (partition by new order by seq), genesis_hash(organisation_id, new)), hash, state
            from (select o.organisation_id, new, seq, at, actor_id, acted_as, acted_for_unit_id, kind, facts, commitment,
                      event_chain(o.organisation_id, new, seq, kind, at, actor_id, acted_as, acted_for_unit_id, facts, commitment, left_as) over (partition by new order by seq) as hash, left_as as state
                  from timeline_entries o join copies_left on old = signal_id) chained
            order by new, seq;
        insert into timeline_words select o.organisation_id, new, seq, text, salt from timeline_words o join copies on old = signal_id;
        insert into released_signals
            select o.organisation_id, new, gen_random_uuid(), theme, outcome, reason, unit_id, month, title, said, answer, what_would_change, promise_ids, promises
            from released_signals o join copies on old = signal_id;
        select count(*)::int from signals;
        """);

    private async Task<Dictionary<string, int>> CountAll() => new()
    {
        ["/"] = await Count(portal.Cast.HeadOfDepartment, "/"),
        ["/signalen/nieuw"] = await Count(portal.Cast.Reporter, "/signalen/nieuw"),
        ["/mijn-signalen"] = await Count(portal.Cast.Reporter, "/mijn-signalen"),
        ["/werkvoorraad?staat=alle"] = await Count(portal.Cast.HeadOfDepartment, "/werkvoorraad?staat=alle"),
        ["/werkvoorraad?staat=doorgezet"] = await Count(portal.Cast.TeamLead, "/werkvoorraad?staat=doorgezet"),
        ["/werkvoorraad?zoek=brieven"] = await Count(portal.Cast.HeadOfDepartment, "/werkvoorraad?staat=alle&zoek=brieven"),
        ["/wat-deden-we-ermee"] = await Count(portal.Cast.Colleague, "/wat-deden-we-ermee"),
        ["/directie"] = await Count(portal.Cast.HeadOfDepartment, "/directie"),
        ["/directie/inzicht"] = await Count(portal.Cast.HeadOfDepartment, "/directie/inzicht"),
    };

    private async Task<int> Count(Guid person, string path)
    {
        var visitor = await portal.As(person).Open(path);
        using var counter = new StatementCounter(portal.Database);

        await visitor.Open(path);

        visitor.Status.ShouldBe(HttpStatusCode.OK);
        return counter.Statements.Count;
    }
}
