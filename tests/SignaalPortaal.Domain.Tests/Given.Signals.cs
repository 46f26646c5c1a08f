using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Tests;

/// <summary>Signals in each state. What happened to them happened on Monday.</summary>
internal static partial class Given
{
    public static SignalContent Content => new()
    {
        Subject = "Herziening duurt te lang",
        Words = "Een herziening kost ons vier weken. De wet geeft er twee.",
    };

    /// <summary>Not adopted, with all that this asks for.</summary>
    public static Answer No => new()
    {
        Outcome = Outcome.NotAdopted,
        Explanation = "Hiervoor is dit jaar geen budget.",
        Reason = NotAdoptedReason.Money,
        Fact = "Budget ICT 2026, post 4.2",
        WhatWouldChange = "Ruimte in de voorjaarsnota.",
    };

    /// <summary>Adopted, with one promise for the end of the month.</summary>
    public static Answer Yes => new()
    {
        Outcome = Outcome.Adopted,
        Explanation = "Dit gaan wij doen.",
        Promises = [APromise],
    };

    public static NewPromise APromise => new("Twee collega's erbij op herzieningen.", "Teamleider Herzieningen", November(30));

    /// <summary>Held by the team, or by the desk when its kind goes there.</summary>
    public static Signal ASignal(
        SignalKind kind = SignalKind.Bottleneck, RiskLevel risk = RiskLevel.Medium, bool aboutMyManager = false) =>
        Signal.Submit(kind, Content, risk, aboutMyManager, FromTeam, FromTeam, Desk, by: Reporter, Monday);

    /// <summary>An answer is expected on the 16th.</summary>
    public static Signal AnAcknowledgedSignal(SignalKind kind = SignalKind.Bottleneck, RiskLevel risk = RiskLevel.Medium)
    {
        var signal = ASignal(kind, risk);
        signal.Acknowledge(
            Earliest(November(16), signal.AnswerBy), "Ik zoek dit uit.", by: kind.GoesToTheDesk ? ConfidentialAdviser : TeamLead, Monday);
        return signal;
    }

    /// <summary>Held by the team, which is large enough; only a confidential adviser can learn who raised it.</summary>
    public static Signal AConfidentialSignal(bool aboutMyManager = false) =>
        Signal.Submit(
            SignalKind.Bottleneck, Content, RiskLevel.Medium, aboutMyManager, FromTeam, FromTeam, Desk, by: Reporter, Monday,
            new Shelter(
                Disclosure.Confidential, FromTeam.Units.ToDictionary(unit => unit.UnitId, _ => ManagementLine.FewestPeople), ManagersOfSmallUnits: [], HiddenUntil: null));

    public static Signal ASignalWithAQuestion()
    {
        var signal = AnAcknowledgedSignal();
        signal.Ask("Om welke herzieningen gaat het?", by: TeamLead, Monday);
        return signal;
    }

    public static Signal AnAnsweredSignal(Answer? answer = null)
    {
        var signal = AnAcknowledgedSignal();
        signal.Answer(answer ?? No, by: TeamLead, Monday);
        return signal;
    }

    /// <summary>Answered, and the reporter did not understand it.</summary>
    public static Signal AnUnclearAnswer()
    {
        var signal = AnAnsweredSignal();
        signal.GiveVerdict(Verdict.NotUnderstood, "Welk budget is dit?", FromTeam, by: Reporter, Monday);
        return signal;
    }

    public static Signal AClosedSignal(Answer? answer = null)
    {
        var signal = AnAnsweredSignal(answer);
        signal.GiveVerdict(Verdict.Understood, text: null, FromTeam, by: Reporter, Monday);
        return signal;
    }

    public static Signal AWithdrawnSignal()
    {
        var signal = ASignal();
        signal.Withdraw("Het is al opgelost.", by: Reporter, Monday);
        return signal;
    }

    /// <summary>The team lead could not decide: it has moved to the department.</summary>
    public static Signal AnEscalatedSignal()
    {
        var signal = ASignal();
        signal.Escalate("Dit gaat over de bezetting van drie teams.", "Twee mensen erbij.", FromTeam, by: TeamLead, Monday);
        return signal;
    }

    /// <summary>Of the last answer, with all its promises.</summary>
    public static ReleaseText AText(Signal signal, string title = "Herzieningen duurden te lang") => new()
    {
        Title = title,
        Said = "Een herziening kost vier weken. De wet geeft er twee.",
        Answer = "Dit jaar is er geen geld voor.",
        WhatWouldChange = "Ruimte in de voorjaarsnota.",
        Promises = [.. signal.Timeline.Select(entry => entry.Happened).Reverse().TakeWhile(happened => happened is not Answered).Reverse()
            .OfType<Promised>().Select(made => new PromiseInShort(made.Promise, "Er komen mensen bij."))],
    };

    /// <summary>Answered, and a text for everybody waits for the reporter.</summary>
    public static Signal AProposedRelease(Answer? answer = null)
    {
        var signal = AnAnsweredSignal(answer);
        signal.ProposeRelease(AText(signal), by: TeamLead, Monday);
        return signal;
    }

    public static Signal AReleasedSignal(Answer? answer = null)
    {
        var signal = AProposedRelease(answer);
        signal.DecideRelease(ReleaseDecision.Approve, by: Reporter, Monday);
        return signal;
    }

    /// <summary>The signal refuses the act with this rule, and nothing of it has changed.</summary>
    public static void Breaks(SignalRule rule, Signal signal, Action act)
    {
        var before = signal.Everything;

        Breaks(rule, act);

        signal.Everything.ShouldBe(before);
    }

    public static void Breaks(Enum rule, Action act) => Should.Throw<BrokenRuleException>(act).Rule.ShouldBe(rule);

    extension(Signal signal)
    {
        public TimelineEvent LastEvent => signal.Timeline[^1].Happened;

        /// <summary>What the portal itself did, the first first.</summary>
        public IEnumerable<TimelineEvent> DoneByThePortal =>
            signal.Timeline.Where(entry => entry.ActedAs is ActedAs.Portal).Select(entry => entry.Happened);
    }

    private static DateOnly Earliest(DateOnly one, DateOnly other) => one < other ? one : other;
}
