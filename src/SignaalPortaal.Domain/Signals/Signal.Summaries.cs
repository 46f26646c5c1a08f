using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Domain.Signals;

/// <summary>What becomes of a signal in a summary for the union, the works council and HR.</summary>
public sealed partial class Signal
{
    /// <summary>Never one of the desk, none that its reporter took back or had destroyed, and none of which nobody said what it is about.</summary>
    public bool CanBeSummarised =>
        Theme.IsGiven && !Kind.GoesToTheDesk && HiddenUntil is null && ErasedOn is null && ClosedBecause is not Closing.Withdrawn;

    /// <summary>Who acts for a unit that holds or held it has read it as part of the work; a reporter does not summarise the own signal, nor anyone one about themselves.</summary>
    public bool CanBeSummarisedBy(Viewer viewer) =>
        CanBeSummarised && OrganisationId == viewer.OrganisationId && ReporterId != viewer.PersonId
        && _holders.Exists(holder => viewer.ActsFor(holder.UnitId)) && _conflicts.TrueForAll(conflict => conflict.PersonId != viewer.PersonId);

    /// <summary>Tells the reporter that there is a summary, and until when it can be stopped.</summary>
    internal void Summarise(DateOnly stopBy, Now now)
    {
        RequireWords();
        Record(new Summarised(stopBy), Actor.Portal, now);
    }
}
