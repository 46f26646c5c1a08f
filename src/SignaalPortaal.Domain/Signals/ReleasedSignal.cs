using static SignaalPortaal.Domain.Signals.SignalRule;

namespace SignaalPortaal.Domain.Signals;

/// <summary>
/// An answered signal as everybody in the organisation reads it: the text to which its reporter said yes, and nothing that tells who that is. It has an
/// id of its own, so that the signal is not found by it.
/// </summary>
public sealed class ReleasedSignal
{
    public Guid OrganisationId { get; private init; }
    public Guid SignalId { get; private init; }
    public Guid Id { get; private init; }
    public Theme Theme { get; private init; }
    public Outcome Outcome { get; private init; }
    public NotAdoptedReason? Reason { get; private init; }

    /// <summary>Which unit answered. When it is small, the page names another.</summary>
    public Guid UnitId { get; private init; }

    /// <summary>The first day of the month of the answer. The day itself is not kept here, nor when it was raised.</summary>
    public DateOnly Month { get; private init; }

    public string Title { get; private init; } = "";
    public string Said { get; private init; } = "";
    public string Answer { get; private init; } = "";
    public string? WhatWouldChange { get; private init; }

    /// <summary>What the answer promises; what became of that is in <see cref="Promise"/>.</summary>
    public Guid[] PromiseIds { get; private init; } = [];

    /// <summary>One for each of <see cref="PromiseIds"/>.</summary>
    public string[] Promises { get; private init; } = [];

    internal static ReleasedSignal Of(Signal signal, ReleaseProposed text, Guid answeredBy, DateOnly answeredOn) => new()
    {
        OrganisationId = signal.OrganisationId,
        SignalId = signal.Id,
        Id = Guid.NewGuid(),
        Theme = signal.Theme,
        Outcome = text.Outcome,
        Reason = text.Reason,
        UnitId = answeredBy,
        Month = new DateOnly(answeredOn.Year, answeredOn.Month, 1),
        Title = text.Title,
        Said = text.Said,
        Answer = text.Answer,
        WhatWouldChange = text.WhatWouldChange,
        PromiseIds = [.. text.Promises ?? []],
        Promises = [.. text.LinesOfPromises()],
    };
}

/// <summary>A signal and its answer in short, as a person writes them for everybody: without names.</summary>
public sealed record ReleaseText
{
    /// <summary>Longest text: more is no summary.</summary>
    public const int MaxLength = 1000;

    public const int TitleMaxLength = SignalContent.SubjectMaxLength;

    /// <summary>A single line.</summary>
    public required string Title { get; init; }

    /// <summary>What the floor said.</summary>
    public required string Said { get; init; }

    public required string Answer { get; init; }

    /// <summary>Only when not adopted.</summary>
    public string? WhatWouldChange { get; init; }

    /// <summary>Each promise of the answer, as a single line.</summary>
    public IReadOnlyList<PromiseInShort> Promises { get; init; } = [];

    internal void RequireThatItIsComplete(Outcome outcome, IReadOnlyList<Guid> promised)
    {
        Signal.Require(HasText(Title) && HasText(Said) && HasText(Answer), TextIsWithinItsLimits);
        Signal.RequireStorable(TitleMaxLength, Title);
        Signal.RequireStorable(MaxLength, Said, Answer, WhatWouldChange);
        Signal.Require(outcome is not Outcome.NotAdopted || HasText(WhatWouldChange), AReleasedNoSaysWhatWouldChangeIt);
        Signal.Require(
            Promises.Select(promise => promise.Promise).ToHashSet().SetEquals(promised) && Promises.Count == promised.Count
                && Promises.All(promise => HasText(promise.What) && !promise.What.Contains('\n', StringComparison.Ordinal)),
            EveryPromiseIsReleased);
        foreach (var promise in Promises)
        {
            Signal.RequireStorable(Words.ShortMaxLength, promise.What);
        }
    }

    internal ReleaseProposed Proposed(Answered answer) => new(
        answer.Outcome, answer.Reason, Title, Said, Answer,
        answer.Outcome is Outcome.NotAdopted ? WhatWouldChange : null,
        Promises.Count == 0 ? null : [.. Promises.Select(promise => promise.Promise)],
        Promises.Count == 0 ? null : string.Join('\n', Promises.Select(promise => promise.What)));

    private static bool HasText(string? text) => !Words.IsBlank(text);
}

public sealed record PromiseInShort(Guid Promise, string What);

/// <summary>What the reporter says to a text for everybody.</summary>
public enum ReleaseDecision
{
    Approve,
    Refuse,
}
