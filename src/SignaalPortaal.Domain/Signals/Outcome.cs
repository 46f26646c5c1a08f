namespace SignaalPortaal.Domain.Signals;

public enum Outcome
{
    Adopted,
    PartlyAdopted,
    NotAdopted,
    AlreadyArranged,
    OutsideOurPower,
}

public static class Outcomes
{
    extension(Outcome outcome)
    {
        /// <summary>What is adopted, wholly or partly, is done by someone before a date.</summary>
        public bool NeedsAPromise => outcome is Outcome.Adopted or Outcome.PartlyAdopted;
    }
}

/// <summary>Why a signal is not adopted. Each asks for the fact behind it: which law, which budget, compared with whom.</summary>
public enum NotAdoptedReason
{
    Money,
    Capacity,
    Legal,
    LawFirst,
    PoliticalChoice,
    ItCannot,
    Privacy,
    EqualTreatment,
    AlreadyArranged,
    BelongsElsewhere,
    CannotBeEstablished,
    RiskEstimatedLower,
    WeSeeItDifferently,
}

/// <summary>What the reporter thinks of an answer. Each has an effect.</summary>
public enum Verdict
{
    Understood,
    NotUnderstood,
    Disagree,
}

/// <summary>What the reporter thinks of a promise that its owner calls done.</summary>
public enum PromiseJudgement
{
    Kept,
    PartlyKept,
    NotKept,
}
