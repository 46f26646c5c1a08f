using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Insight;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;
using SignaalPortaal.Web.Tests.Organisations;
using SignaalPortaal.Web.Tests.Retention;

namespace SignaalPortaal.Web.Tests.Insight;

/// <summary>
/// Headline figures cannot be gamed: none of these acts makes one of them better, at the moment at which it is done. Nothing in the portal merges
/// signals or changes the kind, theme or risk that the reporter chose; the nearest is another estimate beside it. That the reporter is talked out of it is a law
/// of its own: <see cref="WithdrawalLaws"/>.
/// </summary>
public sealed class HeadlineTests : ReloadTest
{
    private string _kept = "", _unclear = "", _promised = "", _pending = "", _understood = "", _warning = "", _overdue = "";

    public static TheoryData<string> Acts => [.. GamingActs.Keys];

    private static readonly Dictionary<string, Func<HeadlineTests, Task>> GamingActs = new()
    {
        ["acknowledging late, with a later day"] = test => test.Portal.Does(test.Cast.Board, test._overdue, test.Acknowledgement),
        ["postponing"] = test => test.Postpone(),
        ["asking the reporter something"] = test => test.Portal.Does(test.Cast.Board, test._overdue, new AskReporter { Question = "Welke brief?" }),
        ["asking about a warning"] = test => test.Portal.Does(test.Cast.TeamLead, test._warning, new AskReporter { Question = "Welke brief?" }),
        ["estimating a risk lower"] = test => test.Portal.Does(test.Cast.TeamLead, test._warning, new AssessSignal { Reading = "Valt mee.", Risk = RiskLevel.Low, LowerReason = "Het valt mee." }),
        ["handing over sideways"] = test => test.Portal.Does(test.Cast.Board, test._overdue, new RerouteSignal { ToUnit = test.Cast.Units["HULP"], Reason = "Kunnen jullie dit?" }),
        ["handing a warning over"] = test => test.Portal.Does(test.Cast.TeamLead, test._warning, new RerouteSignal { ToUnit = test.Cast.Units["ZUID"], Reason = "Kunnen jullie dit?" }),
        ["escalating"] = test => test.Portal.Escalates(test.Cast.TeamLead, test._warning),
        ["moving the day of a promise"] = async test => await test.Portal.Does(
            test.Cast.TeamLead, test._promised, new MovePromise { Promise = await test.Portal.PromiseOf(test._promised), NewDate = test.Portal.Today.AddDays(60), Reason = "Druk." }),
        ["calling a promise done"] = async test => await test.Portal.Does(
            test.Cast.TeamLead, test._promised, new ReportPromise { Promise = await test.Portal.PromiseOf(test._promised), HowToSee = "Kijk maar." }),
        ["saying it again in other words"] = test => test.Portal.Does(test.Cast.TeamLead, test._unclear, new ClarifyAnswer { ClearerWords = "Nee." }),
        ["closing, because the reporter stays silent"] = test => test.Portal.DaysPass(30),
        ["destroying what was closed"] = test => test.Destroy(),
        ["closing a unit"] = test => test.Portal.ClosesTheTeam(),
        ["moving a unit to another part"] = test => test.Portal.Reloads(Cast.UnitFile.With("TEAM,Team Noord,team,Line,BESTUUR,20,21")),
        ["moving the layer above a unit"] = test => test.Portal.Reloads(Cast.UnitFile.With("AFDELING,Afdeling Toekenning,afdeling,Line,BESTUUR,30,")),
        ["taking the manager of the top away"] = test => test.Portal.Reloads(Cast.UnitFile.With("BESTUUR,Raad van bestuur,bestuur,Line,,41,")),
    };

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task No_headline_figure_gets_better_by(string act)
    {
        await Arrange();
        (Guid Viewer, Guid Part)[] looks = [(Cast.Board, Cast.Units["BESTUUR"]), (Cast.Director, Cast.Units["DIRECTIE"])];
        var before = new List<IReadOnlyDictionary<HeadlineFigure, double?>>();
        foreach (var (viewer, part) in looks)
        {
            before.Add(await Portal.HeadlinesOf(viewer, part));
        }

        await GamingActs[act](this);

        foreach (var ((viewer, part), was) in looks.Zip(before))
        {
            var now = await Portal.HeadlinesOf(viewer, part);
            Enum.GetValues<HeadlineFigure>().Where(figure => figure.IsBetter(was[figure], now[figure]))
                .Select(figure => $"{figure} went from {was[figure]} to {now[figure]}").ShouldBeEmpty();
        }
    }

    /// <summary>What these tests stand on: each figure is there, and each can get better, by what it is for.</summary>
    [Fact]
    public async Task Each_figure_gets_better_by_what_it_is_for()
    {
        await Arrange();
        var (viewer, part) = (Cast.Board, Cast.Units["BESTUUR"]);
        var before = await Portal.HeadlinesOf(viewer, part);
        before.Values.ShouldAllBe(value => value > 0);

        await Portal.Does(Cast.Reporter, _pending, new GiveVerdict { Verdict = Verdict.Understood });
        var promise = await Portal.PromiseOf(_promised);
        await Portal.Does(Cast.TeamLead, _promised, new ReportPromise { Promise = promise, HowToSee = "Kijk maar." });
        await Portal.Does(Cast.Reporter, _promised, new JudgePromise { Promise = promise, Judgement = PromiseJudgement.Kept });
        await Portal.Refuses(Cast.Board, _overdue);
        await Portal.Refuses(Cast.TeamLead, _warning);

        var after = await Portal.HeadlinesOf(viewer, part);
        Enum.GetValues<HeadlineFigure>().Where(figure => !figure.IsBetter(before[figure], after[figure])).ShouldBe([HeadlineFigure.SilentEscalations, HeadlineFigure.OldestWarning]);
        after[HeadlineFigure.OldestWarning].ShouldBeNull();
    }

    /// <summary>One signal of each sort that somebody might want to be rid of.</summary>
    private async Task Arrange()
    {
        _overdue = await Portal.Raises(Cast.Reporter);
        await Portal.DaysPass(45);
        _warning = await Portal.Raises(Cast.Reporter, SignalKind.Risk);
        (_kept, _unclear, _promised) = (await Portal.Raises(Cast.Reporter), await Portal.Raises(Cast.Reporter), await Portal.Raises(Cast.Reporter));
        (_pending, _understood) = (await Portal.Raises(Cast.Reporter), await Portal.Raises(Cast.Reporter));
        foreach (var promised in new[] { _kept, _promised })
        {
            await Portal.Promises(Cast.TeamLead, promised, by: Portal.Today);
        }

        foreach (var refused in new[] { _unclear, _pending, _understood })
        {
            await Portal.Refuses(Cast.TeamLead, refused);
        }

        await Portal.Does(Cast.Reporter, _unclear, new GiveVerdict { Verdict = Verdict.NotUnderstood, VerdictText = "Waarom niet?" });
        await Portal.Does(Cast.Reporter, _understood, new GiveVerdict { Verdict = Verdict.Understood });
        var kept = await Portal.PromiseOf(_kept);
        await Portal.Does(Cast.TeamLead, _kept, new ReportPromise { Promise = kept, HowToSee = "Kijk maar." });
        await Portal.Does(Cast.Reporter, _kept, new JudgePromise { Promise = kept, Judgement = PromiseJudgement.Kept });
        await Portal.DaysPass(1);
    }

    private AcknowledgeSignal Acknowledgement => new() { ExpectedOn = Portal.Today.AddDays(3), Line = "Wij kijken ernaar." };

    private async Task Postpone()
    {
        await Portal.Does(Cast.Board, _overdue, Acknowledgement);
        await Portal.Does(Cast.Board, _overdue, new PostponeSignal { NewDate = Portal.Today.AddDays(12), Reason = "Druk." });
    }

    private async Task Destroy()
    {
        await Portal.Does(Cast.Reporter, _understood, new AskErasure());
        await Portal.HasAnApprovedList();
        await Portal.Destroys();
        (await Portal.WordsOf(_understood)).ShouldBe(0);
    }
}
