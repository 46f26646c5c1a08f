using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Voice;

/// <summary>All that the union or the works council reads of what a reporter gave, and that the reporter checks before.</summary>
/// <param name="AsWritten">What was written when the signal was raised; null when the reporter gave another text.</param>
/// <param name="OtherWords">That other text.</param>
/// <param name="Until">The last day on which it can be read.</param>
/// <param name="ReporterName">Null when the reporter did not give it.</param>
/// <param name="Standing">Null when the reporter did not give it.</param>
public sealed record EntrustedView(
    Spokesperson Spokesperson, SignalContent? AsWritten, string? OtherWords, SignalKind Kind, Theme Theme, DateOnly RaisedOn, DateOnly Until, string? ReporterName, Standing? Standing)
{
    /// <param name="words">Of what was given, readable.</param>
    /// <param name="answer">The last one; null when there is none.</param>
    internal static EntrustedView Of(Entrustment given, string? words, Signal signal, SignalContent? content, Answered? answer, string? reporterName) => new(
        given.Spokesperson,
        given.Text is EntrustedText.AsWritten ? content : null,
        given.Text is EntrustedText.Other ? words : null,
        signal.Kind,
        signal.Theme,
        signal.RaisedOn,
        given.Until,
        given.WithName ? reporterName : null,
        given.WithOutcome ? Standing.Of(signal, answer) : null);
}

/// <summary>How a signal stands now.</summary>
/// <param name="Outcome">Of the last answer; null when there is none.</param>
/// <param name="Reason">Only of a "not adopted".</param>
/// <param name="IsOpenAgain">The answer does not stand any more: the signal is handled again.</param>
public sealed record Standing(SignalStatus Status, Closing? ClosedBecause, Outcome? Outcome, NotAdoptedReason? Reason, bool IsOpenAgain)
{
    internal static Standing Of(Signal signal, Answered? answer)
    {
        var stands = signal.Status is SignalStatus.Answered or SignalStatus.AwaitingClarification or SignalStatus.Closed;
        return new Standing(signal.Status, signal.ClosedBecause, answer?.Outcome, answer?.Reason, answer is not null && !stands);
    }
}
