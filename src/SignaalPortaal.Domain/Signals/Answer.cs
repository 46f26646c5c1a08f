using static SignaalPortaal.Domain.Signals.SignalRule;

namespace SignaalPortaal.Domain.Signals;

/// <summary>A decision on a signal as a manager writes it. Each outcome asks for its own facts; those of another are not kept.</summary>
public sealed record Answer
{
    public required Outcome Outcome { get; init; }

    /// <summary>The decision in the manager's own words.</summary>
    public required string Explanation { get; init; }

    /// <summary>Only when adopted, wholly or partly: at least one.</summary>
    public IReadOnlyList<NewPromise> Promises { get; init; } = [];

    public NotAdoptedReason? Reason { get; init; }
    public string? Fact { get; init; }
    public string? WhatWouldChange { get; init; }

    /// <summary>The day on which the signal comes back by itself.</summary>
    public DateOnly? LookAgainOn { get; init; }

    public string? Where { get; init; }
    public string? PassedOnTo { get; init; }

    /// <summary>Without what belongs to another outcome.</summary>
    internal Answer OfItsOutcome => this with
    {
        Reason = Outcome is Outcome.NotAdopted ? Reason : null,
        Fact = Outcome is Outcome.NotAdopted ? Fact : null,
        WhatWouldChange = Outcome is Outcome.NotAdopted ? WhatWouldChange : null,
        LookAgainOn = Outcome is Outcome.NotAdopted ? LookAgainOn : null,
        Where = Outcome is Outcome.AlreadyArranged ? Where : null,
        PassedOnTo = Outcome is Outcome.OutsideOurPower ? PassedOnTo : null,
    };

    internal void RequireItsFacts(DateOnly today)
    {
        Signal.Require(Enum.IsDefined(Outcome) && HasText(Explanation), AnAnswerHasAnOutcomeAndOwnWords);
        Signal.RequireStorable(Words.LongMaxLength, Explanation, Fact, WhatWouldChange);
        Signal.RequireStorable(Words.ShortMaxLength, Where, PassedOnTo);

        Signal.Require(!Outcome.NeedsAPromise || Promises.Count is > 0 and <= Promise.MostInAnAnswer, WhatIsAdoptedIsPromised);
        Signal.Require(Outcome.NeedsAPromise || Promises.Count == 0, OnlyWhatIsAdoptedIsPromised);
        foreach (var promise in Promises)
        {
            Signal.Require(HasText(promise.What) && HasText(promise.Who), WhatIsAdoptedIsPromised);
            Signal.Require(promise.By >= today, APromiseIsForAComingDay);
            Signal.RequireStorable(Words.LongMaxLength, promise.What);
            Signal.RequireStorable(Words.ShortMaxLength, promise.Who);
        }

        Signal.Require(
            Outcome is not Outcome.NotAdopted || (Reason is not null && Enum.IsDefined(Reason.Value) && HasText(Fact) && HasText(WhatWouldChange)),
            ANoHasAReasonAFactAndWhatWouldChangeIt);
        Signal.Require(LookAgainOn is null || LookAgainOn > today, LookingAgainIsInTheFuture);
        Signal.Require(Outcome is not Outcome.AlreadyArranged || HasText(Where), WhatIsArrangedSaysWhere);
        Signal.Require(Outcome is not Outcome.OutsideOurPower || HasText(PassedOnTo), WhatIsOutsideOurPowerSaysToWhom);
    }

    private static bool HasText(string? text) => !Words.IsBlank(text);
}
