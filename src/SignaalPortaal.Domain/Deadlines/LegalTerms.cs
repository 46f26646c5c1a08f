using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Deadlines;

/// <summary>The terms of the Wet bescherming klokkenluiders for one wrongdoing, and what became of them.</summary>
/// <param name="ReceivedOn">Of a reporter without a name the day of the fixed moment before receipt.</param>
/// <param name="AcknowledgedOn">The first day on which anybody answered in any way.</param>
/// <param name="InformBy">Counts from the day on which it was acknowledged, and from the last day for that when it was missed.</param>
/// <param name="InformedOn">The day of the first answer.</param>
public sealed record LegalTerms(DateOnly ReceivedOn, DateOnly AcknowledgeBy, DateOnly? AcknowledgedOn, DateOnly InformBy, DateOnly? InformedOn)
{
    /// <summary>The kinds of events that say something about them.</summary>
    public static readonly string[] Kinds = [nameof(Submitted), nameof(Acknowledged), nameof(Asked), nameof(Answered)];

    /// <param name="events">Those of <see cref="Kinds"/> at least, in their order, with the day in the Netherlands.</param>
    public static LegalTerms Of(IReadOnlyCollection<(DateOnly On, TimelineEvent Happened)> events, WorkingCalendar calendar)
    {
        var (raisedOn, submitted) = events.Select(one => (one.On, one.Happened as Submitted)).First(one => one.Item2 is not null);
        var receivedOn = submitted!.ReceivedOn ?? raisedOn;
        var acknowledgedOn = FirstDay(happened => happened is Acknowledged or Asked or Answered);
        var acknowledgeBy = Clock.LegalAcknowledgement.EndsOn(receivedOn, calendar);
        var counts = acknowledgedOn < acknowledgeBy ? acknowledgedOn.Value : acknowledgeBy;
        return new LegalTerms(
            receivedOn, acknowledgeBy, acknowledgedOn, Clock.LegalInformation.EndsOn(counts, calendar), FirstDay(happened => happened is Answered));

        DateOnly? FirstDay(Func<TimelineEvent, bool> isIt) => events.Where(one => isIt(one.Happened)).Select(one => (DateOnly?)one.On).FirstOrDefault();
    }

    /// <summary>In time, or still within the term.</summary>
    public bool IsAcknowledgedInTime(DateOnly today) => (AcknowledgedOn ?? today) <= AcknowledgeBy;

    public bool IsInformedInTime(DateOnly today) => (InformedOn ?? today) <= InformBy;
}
