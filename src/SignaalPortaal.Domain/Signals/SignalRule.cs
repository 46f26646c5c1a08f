namespace SignaalPortaal.Domain.Signals;

/// <summary>The rules of a signal, each named as the sentence it enforces. RuleTexts.resx says them in Dutch.</summary>
public enum SignalRule
{
    OnlyTheHolderActs,
    NobodyHandlesTheOwnSignal,
    NobodyHandlesASignalAboutThemselves,
    OnlyTheReporterDoesThis,
    AClosedSignalIsNotChanged,
    AnAnsweredSignalAwaitsTheVerdict,
    OnlyANewSignalIsAcknowledged,
    TheExpectedDateIsWithinTheTerm,
    OneQuestionAtATime,
    ThereIsNoQuestionToReplyTo,
    NobodyAboveCanTakeIt,
    TheDeskKeepsItsSignals,
    TheLayerAboveIsReachedByEscalating,
    TheUnitAlreadyHoldsIt,
    TheUnitCannotTakeIt,
    OnlyAnAcknowledgedSignalIsPostponed,
    ASignalIsPostponedOnce,
    ALegalTermIsNotPostponed,
    APostponedDateIsLaterWithinOneTerm,
    ALowerRiskNeedsAReason,
    AnAnswerHasAnOutcomeAndOwnWords,
    WhatIsAdoptedIsPromised,
    OnlyWhatIsAdoptedIsPromised,
    ANoHasAReasonAFactAndWhatWouldChangeIt,
    LookingAgainIsInTheFuture,
    WhatIsArrangedSaysWhere,
    WhatIsOutsideOurPowerSaysToWhom,
    APromiseIsForAComingDay,
    ThereIsNoAnswerToJudge,
    AVerdictIsExplained,
    AnAnswerIsClarifiedOnce,
    ThereIsNothingToClarify,
    OnlyAMissedDateMovesASignalUp,
    ItIsNotTimeToLookAgain,
    OnlyTheOwnerReportsAPromise,
    APromiseIsReportedFirst,
    APromiseThatIsClosedStaysClosed,
    APromiseMovesToALaterDay,
    TextIsWithinItsLimits,
    SomebodyElseWasFirst,
}

/// <summary>An act that the signal's own rules forbid, now or to this person. The person reads the rule in Dutch.</summary>
public sealed class BrokenRuleException(SignalRule rule) : Exception(rule.ToString())
{
    public SignalRule Rule { get; } = rule;
}
