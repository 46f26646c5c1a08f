using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Voice;

/// <summary>What a reporter gave, as that reporter sees it.</summary>
/// <param name="OtherWords">Null when it was what was written when the signal was raised.</param>
/// <param name="From">The first day on which it can be read.</param>
/// <param name="Until">The last one.</param>
/// <param name="EndedOn">The day on which it was taken back or replaced; null while it was not.</param>
public sealed record EntrustmentView(
    Spokesperson Spokesperson, string? OtherWords, DateOnly From, DateOnly Until, DateOnly? EndedOn, bool WithOutcome, bool WithName, bool IsOver);
