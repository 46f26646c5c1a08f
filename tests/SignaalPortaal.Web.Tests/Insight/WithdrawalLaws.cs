using Microsoft.Extensions.DependencyInjection;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Publications;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Insight;
using SignaalPortaal.Domain.Publications;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;
using SignaalPortaal.Web.Tests.Organisations;
using SignaalPortaal.Web.Tests.Retention;

namespace SignaalPortaal.Web.Tests.Insight;

/// <summary>Whatever happened in an organisation: that a reporter takes a signal back makes no figure better, whichever signal it is.</summary>
public sealed class WithdrawalLaws : ReloadTest
{
    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public async Task Taking_any_signal_back_changes_no_figure(int seed)
    {
        await Course.Of(Portal, seed).Take(32);
        var open = await Portal.Database.Scalar<string[]>("select array_agg(reference::text order by reference) from signals where status <> 'Closed'");
        open!.Length.ShouldBeGreaterThan(10);
        var (figures, headlines, overdue) = (await Figures(), await Headlines(), await OverdueInTheQuarter());

        foreach (var reference in open)
        {
            var reporter = await Portal.Database.Scalar<Guid>($"select reporter_id from signals where reference = '{reference}'");
            await Portal.Does(reporter, reference, new WithdrawSignal { Reason = "Laat maar." });

            (await Figures()).ShouldBe(figures, reference);
        }

        var after = await Headlines();
        Enum.GetValues<HeadlineFigure>().Where(figure => figure.IsBetter(headlines[figure], after[figure])).ShouldBeEmpty();
        (await OverdueInTheQuarter()).ShouldBe(overdue);
    }

    /// <summary>As it would have been without that: it waits on, and a verdict that does not come is no reaction.</summary>
    [Fact]
    public async Task What_was_taken_back_gets_older_as_if_it_still_lay_there()
    {
        var (waits, answered) = (await Portal.Raises(Cast.Reporter, SignalKind.Risk), await Portal.Raises(Cast.Reporter));
        await Portal.Refuses(Cast.TeamLead, answered);
        foreach (var reference in new[] { waits, answered })
        {
            await Portal.Does(Cast.Reporter, reference, new WithdrawSignal { Reason = "Laat maar." });
        }

        await Portal.DaysPass(40);

        var figures = await Portal.CellsOf(Cast.Board, Cast.Units["BESTUUR"]);
        (await Headlines())[HeadlineFigure.OldestWarning].ShouldBe(40);
        figures.ShouldContain(cell => cell.Figure == "Waiting" && cell.B == "TwoMonths" && cell.Count == 1);
        figures.ShouldContain(cell => cell.Figure == "Verdict" && cell.A == "NoReaction" && cell.Count == 1);

        Portal.Clock.AdvanceDays(366);
        (await Headlines())[HeadlineFigure.OldestWarning].ShouldBeNull();
        (await Portal.CellsOf(Cast.Board, Cast.Units["BESTUUR"])).ShouldNotContain(cell => cell.Figure == "Waiting" && cell.Count > 0);
    }

    [Fact]
    public async Task Nor_does_destroying_what_was_taken_back()
    {
        var warning = await Portal.Raises(Cast.Reporter, SignalKind.Risk);
        await Portal.DaysPass(3);
        await Portal.Does(Cast.Reporter, warning, new WithdrawSignal { Reason = "Laat maar." });
        var figures = await Figures();

        await Portal.Does(Cast.Reporter, warning, new AskErasure());
        await Portal.HasAnApprovedList();
        await Portal.Destroys();

        (await Portal.WordsOf(warning)).ShouldBe(0);
        (await Figures()).ShouldBe(figures);
    }

    private async Task<string> Figures()
    {
        var all = new List<string>();
        foreach (var (viewer, part) in new[] { (Cast.Board, "BESTUUR"), (Cast.Director, "DIRECTIE") })
        {
            all.AddRange((await Portal.CellsOf(viewer, Cast.Units[part])).Where(cell => cell.Count > 0).Select(cell => $"{cell}").Order(StringComparer.Ordinal));
        }

        return string.Join('\n', all);
    }

    private Task<IReadOnlyDictionary<HeadlineFigure, double?>> Headlines() => Portal.HeadlinesOf(Cast.Board, Cast.Units["BESTUUR"]);

    /// <summary>What the publication of this quarter is made of.</summary>
    private async Task<int> OverdueInTheQuarter()
    {
        await using var scope = await Portal.ScopeOf(Cast.Administrator);
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var (facts, _) = await new QuarterReader(db).Read(Quarter.Of(Portal.Today), new PublicationRules(), CancellationToken.None);
        return facts.OverdueAtTheTop.Count;
    }
}
