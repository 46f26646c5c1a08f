namespace SignaalPortaal.Domain.Signals;

/// <summary>The rules of a signal, each named as the sentence it enforces. RuleTexts.resx says them in Dutch.</summary>
public enum SignalRule
{
    OnlyTheHolderActs,
    NobodyHandlesTheOwnSignal,
    NobodyHandlesASignalAboutThemselves,
    OnlyTheReporterDoesThis,
    TheReporterIsKnownAlready,
    NobodyCanOpenTheName,
    OnlyAConfidentialAdviserAsksForAName,
    OnlyASealedNameIsAskedFor,
    AskingForANameIsExplained,
    YourKeyDoesNotOpenThisName,
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
    OnlyAnOpenContactIsConfirmed,
    OnlyAnAcknowledgedSignalIsUpdated,
    OnlyTheOwnerReportsAPromise,
    APromiseIsReportedFirst,
    APromiseThatIsClosedStaysClosed,
    APromiseMovesToALaterDay,
    AtMostFiveAttachments,
    OnlyANamedSignalTakesAPdf,
    OnlyAClosedSignalIsErased,
    ErasureIsAskedOnce,
    WhatIsHeldIsNotErased,
    NothingHappensAfterErasure,
    OnlyAnAdministratorHolds,
    ASignalIsHeldOnce,
    ThereIsNoHold,
    ThereIsNoSuchSignal,
    TextIsWithinItsLimits,
    SomebodyElseWasFirst,
}

/// <summary>An act that a rule of the domain forbids, now or to this person. The person reads the rule in Dutch.</summary>
/// <param name="rule">A value of <see cref="SignalRule"/> or <see cref="Organisations.AbsenceRule"/>.</param>
public sealed class BrokenRuleException(Enum rule) : Exception(rule.ToString())
{
    public Enum Rule { get; } = rule;
}
