using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Tests.Stories;

/// <summary>How things are in a story after somebody tried something.</summary>
/// <param name="Deed">Null when the signal was raised just now.</param>
/// <param name="By">Null when the portal itself did it.</param>
/// <param name="Broken">The rule that forbade it; null when it was done.</param>
/// <param name="Events">How many events it gave.</param>
internal sealed record Moment(Story Story, Signal Signal, Staff Staff, Now Now, Deed? Deed, Viewer? By, SignalRule? Broken, int Events)
{
    /// <summary>Time that passes without asking for anything does nothing.</summary>
    public bool WasDone => Broken is null && (Deed is not (Stories.Deed.PassTime or Stories.Deed.LeaveConflict) || Events > 0);

    /// <summary>The portal looks.</summary>
    public bool PassTime() => Signal.PassTime(Staff.LineFrom(Signal.HeldByUnitId), Now);

    public string InWords(Step step) =>
        $"  {Now.Today:yyyy-MM-dd}{(step.Appointment is null ? "" : $" (now {Staff})")} {By?.Name ?? "The portal"}: {Deed}, from {step} -> "
        + $"{Broken?.ToString() ?? (WasDone ? "done" : "nothing to do")}; "
        + $"{Signal.Status} with the {Staff.NameOf(Signal.HeldByUnitId)}, due {Signal.DueOn:yyyy-MM-dd}";
}
