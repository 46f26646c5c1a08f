using FsCheck;
using FsCheck.Fluent;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Domain.Tests.Stories;

namespace SignaalPortaal.Domain.Tests.Signals;

public class ActsOfTests
{
    private const SignalActs OfAHolder = SignalActs.Ask | SignalActs.Escalate | SignalActs.Reroute | SignalActs.Assess | SignalActs.Answer;

    [Fact]
    public void The_reporter_is_offered_what_the_state_allows()
    {
        Offered(Given.ASignal(), to: Given.Reporter).ShouldBe(SignalActs.AddFacts | SignalActs.Withdraw);
        Offered(Given.ASignalWithAQuestion(), to: Given.Reporter).ShouldBe(SignalActs.AddFacts | SignalActs.Withdraw | SignalActs.Reply);
        Offered(Given.AnAnsweredSignal(), to: Given.Reporter).ShouldBe(SignalActs.AddFacts | SignalActs.Withdraw | SignalActs.GiveVerdict);
        Offered(Given.AClosedSignal(), to: Given.Reporter).ShouldBe(SignalActs.AskErasure);
        Offered(Given.AProposedRelease(), to: Given.Reporter).HasFlag(SignalActs.DecideRelease).ShouldBeTrue();
        Offered(Given.AReleasedSignal(), to: Given.Reporter).HasFlag(SignalActs.TakeBackRelease).ShouldBeTrue();
    }

    [Fact]
    public void After_aggression_the_reporter_is_offered_to_confirm_a_contact_also_when_it_is_closed()
    {
        var signal = Given.AnAcknowledgedSignal(SignalKind.Aggression);

        signal.ActsOf(Given.Reporter, Given.FromDesk, Given.Tuesday).HasFlag(SignalActs.ConfirmContact).ShouldBeTrue();
        signal.Answer(Given.No, by: Given.ConfidentialAdviser, Given.Tuesday);
        signal.GiveVerdict(Verdict.Understood, text: null, Given.FromDesk, by: Given.Reporter, Given.Tuesday);

        signal.ActsOf(Given.Reporter, Given.FromDesk, Given.Tuesday).ShouldBe(SignalActs.ConfirmContact | SignalActs.AskErasure);
    }

    [Fact]
    public void The_holder_is_offered_what_the_state_allows()
    {
        Offered(Given.ASignal(), to: Given.TeamLead).ShouldBe(OfAHolder | SignalActs.Acknowledge);
        Offered(Given.AnAcknowledgedSignal(), to: Given.Deputy).ShouldBe(OfAHolder | SignalActs.Postpone | SignalActs.Update);
        Offered(Given.ASignalWithAQuestion(), to: Given.TeamLead).ShouldBe(OfAHolder & ~SignalActs.Ask);
        Offered(Given.AnUnclearAnswer(), to: Given.TeamLead).ShouldBe(SignalActs.Clarify | SignalActs.ProposeRelease);
        Offered(Given.AnAnsweredSignal(), to: Given.TeamLead).ShouldBe(SignalActs.ProposeRelease);
        Offered(Given.AClosedSignal(), to: Given.TeamLead).ShouldBe(SignalActs.ProposeRelease);
        Offered(Given.AProposedRelease(), to: Given.TeamLead).ShouldBe(SignalActs.None);
    }

    [Fact]
    public void The_desk_is_offered_neither_escalating_nor_rerouting()
    {
        var signal = Given.ASignal(SignalKind.Wrongdoing);

        var offered = signal.ActsOf(Given.ConfidentialAdviser, Given.FromDesk, Given.Tuesday);

        offered.ShouldBe(SignalActs.Acknowledge | SignalActs.Ask | SignalActs.Assess | SignalActs.Answer);
    }

    [Fact]
    public void Who_does_not_hold_it_is_offered_nothing()
    {
        foreach (var somebody in new[] { Given.Colleague, Given.DepartmentHead, Given.ConfidentialAdviser, Viewer.Nobody })
        {
            Offered(Given.ASignal(), to: somebody).ShouldBe(SignalActs.None);
        }
    }

    [Fact]
    public void Another_organisation_is_offered_nothing()
    {
        Offered(Given.ASignal(), to: Given.TeamLead.InAnotherOrganisation).ShouldBe(SignalActs.None);
        Offered(Given.ASignal(), to: Given.Reporter.InAnotherOrganisation).ShouldBe(SignalActs.None);
    }

    [Fact]
    public void Postponing_is_not_offered_when_there_is_no_day_left_for_it()
    {
        var signal = Given.AnAcknowledgedSignal(risk: RiskLevel.High);

        Offered(signal, to: Given.TeamLead, on: 16).HasFlag(SignalActs.Postpone).ShouldBeTrue();
        Offered(signal, to: Given.TeamLead, on: 17).HasFlag(SignalActs.Postpone).ShouldBeFalse();
    }

    [Fact]
    public void What_is_offered_can_be_done_and_what_is_not_offered_cannot() => Prop
        .ForAll(Story.Any, story =>
        {
            var end = story.Tell();
            foreach (var person in Enumerable.Range(0, Staff.People.Count))
            {
                foreach (var act in Enum.GetValues<SignalActs>().Where(act => act is not SignalActs.None))
                {
                    var wasDone = end is not null && OfferAgreesWithVerb(end, end.Staff.Person(person), act);
                    end = wasDone ? story.Tell() : end;
                }
            }
        })
        .Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    private static bool OfferAgreesWithVerb(Moment end, Viewer viewer, SignalActs act)
    {
        var signal = end.Signal;
        var isOffered = signal.ActsOf(viewer, end.Staff.LineFrom(signal.HeldByUnitId), end.Now).HasFlag(act);
        var offer = $"{act} is {(isOffered ? "" : "not ")}offered to {viewer.Name}";
        var state = $"{signal.Status}, due {signal.DueOn:O}, answer by {signal.AnswerBy:O}, today {end.Now.Today:O}";
        if (Verb(act, end, viewer) is not { } verb)
        {
            return false;
        }

        var broken = Story.BrokenBy(verb);

        (broken is null).ShouldBe(isOffered, $"{offer}, but gives {broken}; {state}; {end.Story}");
        return broken is null;
    }

    /// <summary>The act with valid input; null when there is none because no unit can take the signal over.</summary>
    private static Action? Verb(SignalActs act, Moment end, Viewer by)
    {
        var (signal, staff, now) = (end.Signal, end.Staff, end.Now);
        var line = staff.LineFrom(signal.HeldByUnitId);
        var other = Enumerable.Range(0, Staff.Units.Count).Select(staff.Unit).FirstOrDefault(unit =>
            unit.Kind is not UnitKind.ConfidentialDesk && unit.UnitId != signal.HeldByUnitId && !line.IsAbove(unit.UnitId)
            && unit.ManagerId is { } manager && manager != signal.ReporterId && !end.Story.LeftOut.Contains(manager));
        return act switch
        {
            SignalActs.AddFacts => () => signal.AddFacts("Feit", by, now),
            SignalActs.Reply => () => signal.Reply("Antwoord", by, now),
            SignalActs.GiveVerdict => () => signal.GiveVerdict(Verdict.Understood, text: null, line, by, now),
            SignalActs.Withdraw => () => signal.Withdraw("Reden", by, now),
            SignalActs.ConfirmContact => () => signal.ConfirmContact(signal.ContactsToConfirm.FirstOrDefault(), by, now),
            SignalActs.Acknowledge => () => signal.Acknowledge(signal.LatestExpectation(now), "Gelezen", by, now),
            SignalActs.Ask => () => signal.Ask("Vraag", by, now),
            SignalActs.Escalate => () => signal.Escalate("Reden", "Advies", line, by, now),
            SignalActs.Reroute => other is null ? null : () => signal.Reroute(other, "Reden", line, by, now),
            SignalActs.Assess => () => signal.Assess("Lezing", risk: null, reason: null, line, by, now),
            SignalActs.Postpone => () => signal.Postpone(signal.LatestPostponement(now), "Reden", by, now),
            SignalActs.Answer => () => signal.Answer(Given.No, by, now),
            SignalActs.Clarify => () => signal.Clarify("Duidelijker", by, now),
            SignalActs.Update => () => signal.Update("Stand", by, now),
            SignalActs.AskErasure => () => signal.AskErasure(by, now),
            SignalActs.ProposeRelease => () => signal.ProposeRelease(Given.AText(signal, title: "Een titel die er nog niet was"), by, now),
            SignalActs.DecideRelease => () => signal.DecideRelease(ReleaseDecision.Refuse, by, now),
            SignalActs.AnswerIdentityRequest => () => signal.AnswerIdentityRequest("Nee.", objects: true, by, now),
            SignalActs.TakeBackRelease => () => signal.TakeBackRelease(by, now),
            _ => throw new NotSupportedException($"Say here how {act} is done."),
        };
    }

    private static SignalActs Offered(Signal signal, Viewer to, int on = 3) => signal.ActsOf(to, Given.FromTeam, Given.On(on));
}
