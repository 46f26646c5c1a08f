using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Tests.Stories;

/// <summary>How things are in a story after somebody tried something.</summary>
/// <param name="Deed">Null when the signal was raised just now.</param>
/// <param name="By">Null when the portal itself did it.</param>
/// <param name="Broken">The rule that forbade it; null when it was done.</param>
internal sealed record Moment(Story Story, Signal Signal, Staff Staff, DateTimeOffset Now, Deed? Deed, Viewer? By, SignalRule? Broken)
{
    public bool WasDone => Broken is null;

    public string InWords(Step step) =>
        $"  {Now:yyyy-MM-dd}{(step.Appointment is null ? "" : $" (now {Staff})")} {By?.Name ?? "The portal"}: {Deed}, from {step} -> "
        + $"{Broken?.ToString() ?? "done"}; {Signal.Status} with the {Staff.NameOf(Signal.HeldByUnitId)}, due {Signal.DueOn:yyyy-MM-dd}";
}
