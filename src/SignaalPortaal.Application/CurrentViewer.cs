using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Application;

/// <summary>Who is asking, in this scope. Set once, before the first request is sent; until then nobody is, and nobody sees nothing.</summary>
public sealed class CurrentViewer
{
    public Viewer Viewer { get; set; } = Viewer.Nobody;

    /// <summary>Of the organisation of the viewer.</summary>
    public WorkingCalendar Calendar { get; private set; } = WorkingCalendar.National;

    /// <summary>Of the organisation of the viewer.</summary>
    public Reminders Reminders { get; private set; } = Reminders.Default;

    /// <summary>What the organisation of the viewer has agreed about time.</summary>
    internal void SetTime(Organisation organisation, WorkingCalendar calendar) =>
        (Calendar, Reminders) = (calendar, new Reminders(organisation.RemindHalfWay, organisation.RemindWorkingDaysBefore));

    /// <summary>Works on behalf of whoever the other scope does.</summary>
    internal void TakeOver(CurrentViewer other) =>
        (Viewer, Calendar, Reminders) = (other.Viewer, other.Calendar, other.Reminders);

    /// <param name="at">In UTC.</param>
    internal Now Now(DateTimeOffset at) => new(at, Calendar, Reminders);
}
