using System.Linq.Expressions;
using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Domain.Signals;

/// <summary>Who may see which signals. Said here and nowhere else; PortalDb.Signals applies it to every query.</summary>
public static class SignalVisibility
{
    /// <summary>
    /// The reporter sees the own signal, always; with the receipt code as long as there is no name on it. Whoever acts for a unit that holds it or held
    /// it sees it, unless it is about them, was withdrawn or waits for the moment at which it comes to the line.
    /// </summary>
    public static Expression<Func<Signal, bool>> For(Viewer viewer)
    {
        var units = viewer.UnitsActedFor.Keys.ToArray();
        return signal => signal.OrganisationId == viewer.OrganisationId
            && (signal.ReporterId == viewer.PersonId
                || (signal.Id == viewer.ReceiptOf && signal.Disclosure != Disclosure.Named)
                || (signal.HiddenUntil == null
                    && signal.ClosedBecause != Closing.Withdrawn
                    && signal.Holders.Any(holder => units.Contains(holder.UnitId))
                    && !signal.Conflicts.Any(conflict => conflict.PersonId == viewer.PersonId)));
    }
}
