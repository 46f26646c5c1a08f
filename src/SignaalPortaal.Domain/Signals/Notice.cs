namespace SignaalPortaal.Domain.Signals;

/// <summary>That somebody is to hear of what happened to a signal.</summary>
/// <param name="UnitId">Whoever acts for this unit; null for the reporter.</param>
public sealed record Notice(MessageKind Kind, Guid? UnitId)
{
    /// <summary>Who hears of which of the last events of a signal. Nobody hears of what they did themselves.</summary>
    /// <param name="entries">In their order; nothing has happened since.</param>
    public static IEnumerable<(TimelineEntry Entry, Notice Notice)> Of(IEnumerable<TimelineEntry> entries, Signal signal)
    {
        var holder = signal.HeldByUnitId;
        foreach (var entry in entries.Reverse())
        {
            holder = entry.Happened switch
            {
                Escalated escalated => escalated.From,
                Rerouted rerouted => rerouted.From,
                HandedOver handedOver => handedOver.From,
                _ => holder,
            };
            foreach (var notice in Of(entry.Happened, signal, holder))
            {
                yield return (entry, notice);
            }
        }
    }

    /// <summary>Who hears of an event.</summary>
    /// <param name="holder">The unit that held the signal when it happened.</param>
    public static IEnumerable<Notice> Of(TimelineEvent happened, Signal signal, Guid holder)
    {
        return happened switch
        {
            Submitted submitted => [new(MessageKind.Arrived, submitted.Unit)],
            FactsAdded => [new(MessageKind.FactsAdded, holder)],
            Acknowledged => [ToReporter(MessageKind.Acknowledged)],
            Asked => [ToReporter(MessageKind.Asked)],
            Replied => [new(MessageKind.Replied, holder)],
            MadeKnown => [new(MessageKind.MadeKnown, holder)],
            Assessed { Told: { } told } => [ToReporter(MessageKind.Assessed), new(MessageKind.RiskLowered, told)],
            Assessed => [ToReporter(MessageKind.Assessed)],
            Escalated { Cause: EscalationCause.BySilence } silence =>
                [ToReporter(MessageKind.Moved), new(MessageKind.Arrived, silence.To), new(MessageKind.MovedOn, silence.From)],
            Escalated { Cause: EscalationCause.ByReporter } disagreed =>
                [new(MessageKind.Arrived, disagreed.To), new(MessageKind.VerdictGiven, disagreed.From)],
            Escalated escalated => [ToReporter(MessageKind.Moved), new(MessageKind.Arrived, escalated.To)],
            Rerouted rerouted => [ToReporter(MessageKind.Moved), new(MessageKind.Arrived, rerouted.To)],
            HandedOver handedOver => [ToReporter(MessageKind.Moved), new(MessageKind.Arrived, handedOver.To)],
            Postponed => [ToReporter(MessageKind.Postponed)],
            Updated => [ToReporter(MessageKind.Updated)],
            UpdateMissed => [ToReporter(MessageKind.UpdateMissed), new(MessageKind.UpdateAwaited, holder)],
            Answered => [ToReporter(MessageKind.Answered)],
            Clarified => [ToReporter(MessageKind.Answered)],

            // Who disagrees takes it up, which is an event of its own; at the top it closes.
            VerdictGiven { Verdict: Verdict.Disagree, Closes: false } => [],
            VerdictGiven => [new(MessageKind.VerdictGiven, holder)],
            PromiseReported => [ToReporter(MessageKind.PromiseReported)],
            PromiseJudged judged => [new(MessageKind.PromiseJudged, OwnerOf(judged.Promise))],
            PromiseMoved => [ToReporter(MessageKind.PromiseMoved)],
            PromiseLate late => [ToReporter(MessageKind.PromiseLate), new(MessageKind.PromiseAwaited, OwnerOf(late.Promise))],
            WokenUp => [ToReporter(MessageKind.WokenUp), new(MessageKind.Arrived, holder)],
            QuestionExpired => [ToReporter(MessageKind.QuestionExpired), new(MessageKind.ClockGoesOn, holder)],
            TermMissed missed => [ToReporter(MessageKind.TermMissed), new(MessageKind.StillLate, holder), .. Above(missed.Told)],
            ContactMissed missed => [ToReporter(MessageKind.ContactMissed), new(MessageKind.ContactAwaited, holder), .. Above(missed.Told)],
            ReleaseProposed => [ToReporter(MessageKind.ReleaseProposed)],
            ReleaseApproved or ReleaseRefused or ReleaseTakenBack => [new(MessageKind.ReleaseDecided, holder)],
            Summarised => [ToReporter(MessageKind.Summarised)],
            ClosedWithoutReaction => [ToReporter(MessageKind.ClosedWithoutReaction)],
            _ => [],
        };

        static Notice ToReporter(MessageKind kind) => new(kind, UnitId: null);

        static Notice[] Above(Guid? unitId) => unitId is null ? [] : [new(MessageKind.DeskIsLate, unitId)];

        Guid OwnerOf(Guid promiseId) => signal.Promises.Single(promise => promise.Id == promiseId).OwnerUnitId;
    }
}

/// <summary>What a message says. EnumTexts.resx has the sentence in Dutch.</summary>
public enum MessageKind
{
    // To the reporter.
    Acknowledged,
    Asked,
    QuestionExpired,
    Answered,
    Assessed,
    Moved,
    Postponed,
    Updated,
    UpdateMissed,
    TermMissed,
    WokenUp,
    ClosedWithoutReaction,
    ContactMissed,
    PromiseReported,
    PromiseMoved,
    PromiseLate,
    ReleaseProposed,
    YourTurnEnds,
    Summarised,

    // To whoever acts for a unit.
    Arrived,

    /// <summary>To the unit above: the one that has it estimates the risk lower than the reporter. It leads to who did that and why, not to the signal.</summary>
    RiskLowered,
    FactsAdded,
    MadeKnown,
    Replied,
    ClockGoesOn,
    VerdictGiven,
    ReleaseDecided,
    PromiseJudged,
    MovedOn,
    StillLate,
    UpdateAwaited,
    PromiseAwaited,
    ContactAwaited,
    DayComesNear,

    /// <summary>To oversight, or the unit above the desk: the desk is late with something. It says no more, and leads nowhere.</summary>
    DeskIsLate,

    // To the union and the works council: a reporter gave them something. It does not say of which signal.
    EntrustedToUnion,
    EntrustedToWorksCouncil,
}

/// <summary>Kinds of messages among which a person chooses how to get them.</summary>
public enum MessageGroup
{
    /// <summary>The reporter has the word.</summary>
    YourTurn,

    /// <summary>Everything else that happens to the own signals.</summary>
    YourSignals,

    /// <summary>A signal came to a unit for which this person acts.</summary>
    NewForUs,

    /// <summary>The reporter has said something.</summary>
    Reactions,

    /// <summary>A day comes near.</summary>
    Reminders,

    /// <summary>A day has passed.</summary>
    TooLate,
}

public static class MessageKinds
{
    extension(MessageKind kind)
    {
        public MessageGroup Group => kind switch
        {
            MessageKind.Asked or MessageKind.Answered or MessageKind.PromiseReported or MessageKind.ReleaseProposed or MessageKind.YourTurnEnds or MessageKind.Summarised => MessageGroup.YourTurn,
            < MessageKind.Arrived => MessageGroup.YourSignals,
            MessageKind.Arrived or MessageKind.RiskLowered or MessageKind.EntrustedToUnion or MessageKind.EntrustedToWorksCouncil => MessageGroup.NewForUs,
            <= MessageKind.PromiseJudged => MessageGroup.Reactions,
            MessageKind.DayComesNear => MessageGroup.Reminders,
            _ => MessageGroup.TooLate,
        };
    }
}
