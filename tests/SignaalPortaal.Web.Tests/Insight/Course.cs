using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Insight;

/// <summary>Many signals to which all sorts of things happen, the same each time.</summary>
internal sealed class Course(Portal portal, int seed)
{
    private readonly Random _random = new(seed);

    public static Course Of(Portal portal, int seed = 5) => new(portal, seed);

    public async Task Take(int signals)
    {
        for (var count = 1; count <= signals; count++)
        {
            await One();
            await portal.DaysPass(count % 8 == 0 ? 5 : 0);
        }

        await portal.DaysPass(12);
    }

    private async Task One()
    {
        var cast = portal.Cast;
        var (reporter, manager) = Any((cast.Reporter, cast.TeamLead), (cast.ColleagueInTheSouth, cast.TeamLeadOfTheSouth), (cast.EmployeeWithoutManager, cast.HeadOfDepartment));
        var reference = (await portal.Send(
            new SubmitSignal
            {
                Kind = Any(SignalKind.Bottleneck, SignalKind.Risk, SignalKind.Idea),
                Theme = Any(Theme.Systems, Theme.Workload),
                Subject = "Brief",
                OwnWords = "De brief is niet te begrijpen.",
            },
            reporter)).Reference;
        switch (_random.Next(6))
        {
            case 0:
                await portal.Does(manager, reference, new RerouteSignal { ToUnit = cast.Units["HULP"], Reason = "Kunnen jullie dit?" });
                break;

            case 1:
                await portal.Does(manager, reference, new EscalateSignal { Reason = "Te groot.", Advice = "Opnieuw." });
                await portal.Refuses(manager == cast.HeadOfDepartment ? cast.Director : cast.HeadOfDepartment, reference, Any(NotAdoptedReason.Capacity, NotAdoptedReason.Legal));
                await Judge(reporter, reference);
                break;

            case 2 or 3:
                await portal.Refuses(manager, reference, Any(NotAdoptedReason.Money, NotAdoptedReason.Money, NotAdoptedReason.Capacity));
                await Judge(reporter, reference);
                break;

            case 4:
                await portal.Promises(manager, reference, by: portal.Today.AddDays(_random.Next(30)));
                await Judge(reporter, reference);
                await FollowUp(reporter, manager, reference, await portal.PromiseOf(reference));
                break;
        }
    }

    private async Task Judge(Guid reporter, string reference)
    {
        if (_random.Next(4) > 0)
        {
            await portal.Does(reporter, reference, new GiveVerdict
            {
                Verdict = Any(Verdict.Understood, Verdict.Understood, Verdict.NotUnderstood, Verdict.Disagree),
                VerdictText = "Zo denk ik erover.",
            });
        }
    }

    private async Task FollowUp(Guid reporter, Guid manager, string reference, Guid promise)
    {
        switch (_random.Next(4))
        {
            case 0:
                await portal.Does(manager, reference, new MovePromise { Promise = promise, NewDate = portal.Today.AddDays(40), Reason = "Druk." });
                break;

            case 1 or 2:
                await portal.Does(manager, reference, new ReportPromise { Promise = promise, HowToSee = "Kijk maar." });
                await portal.Does(reporter, reference, new JudgePromise
                {
                    Promise = promise,
                    Judgement = Any(PromiseJudgement.Kept, PromiseJudgement.PartlyKept, PromiseJudgement.NotKept),
                    JudgementText = "Zo denk ik erover.",
                });
                break;
        }
    }

    private TChoice Any<TChoice>(params TChoice[] choices) => choices[_random.Next(choices.Length)];
}
