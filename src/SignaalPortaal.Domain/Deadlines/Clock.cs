using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Deadlines;

/// <summary>How long a unit has to acknowledge a signal and to answer it, from the day on which it arrives there.</summary>
public sealed class Clock
{
    private static readonly Term TheSameDay = Term.WorkingDays(0);

    private readonly Terms[] _terms;

    private Clock(params Terms?[] terms) => _terms = [.. terms.OfType<Terms>()];

    /// <summary>How long a reporter has to reply to a question; the clock of the holder stands still meanwhile.</summary>
    public static Term Reply { get; } = Term.WorkingDays(10);

    /// <summary>How long a reporter has to say what the answer is worth.</summary>
    public static Term Verdict { get; } = Term.CalendarDays(28);

    /// <summary>Wet bescherming klokkenluiders, article 2: a wrongdoing is confirmed within seven days after receipt.</summary>
    public static Term LegalAcknowledgement { get; } = Term.LegalDays(7);

    /// <summary>The same article: whoever raised it is informed within three months after that was confirmed.</summary>
    public static Term LegalInformation { get; } = Term.LegalMonths(3);

    /// <summary>How long the author of an answer has to say it in clearer words.</summary>
    public static Term Clarification { get; } = Term.WorkingDays(5);

    /// <summary>The clock of the kind or that of the risk, whichever ends first.</summary>
    public static Clock For(SignalKind kind, RiskLevel risk) => new(Of(kind), Of(risk));

    public static Terms Of(SignalKind kind) => kind switch
    {
        SignalKind.Question or SignalKind.GoesWell => new(Term.WorkingDays(5), Term.WorkingDays(10), Term.WorkingDays(20)),
        SignalKind.Idea => new(Term.WorkingDays(3), Term.WorkingDays(10), Term.WorkingDays(20)),
        SignalKind.Aggression => new(Term.CalendarDays(1), Term.WorkingDays(3), Term.WorkingDays(20)),
        SignalKind.UndesirableBehaviour => new(Term.WorkingDays(3), Term.CalendarDays(30), Term.CalendarDays(30)),
        SignalKind.Wrongdoing => new(LegalAcknowledgement, LegalInformation, Term.CalendarDays(30)),
        _ => new(Term.WorkingDays(3), Term.WorkingDays(20), Term.WorkingDays(20)),
    };

    /// <summary>Null for a risk that shortens nothing.</summary>
    public static Terms? Of(RiskLevel risk) => risk switch
    {
        RiskLevel.StopNow => new(TheSameDay, Term.WorkingDays(1), Term.WorkingDays(1)),
        RiskLevel.High => new(Term.WorkingDays(1), Term.WorkingDays(5), Term.WorkingDays(10)),
        _ => null,
    };

    public DateOnly AcknowledgeBy(DateOnly arrived, WorkingCalendar calendar) => AcknowledgeBy(arrived, arrived, calendar);

    /// <param name="received">From which day the clock of the kind counts, where that is not the day on which the unit could read it.</param>
    public DateOnly AcknowledgeBy(DateOnly received, DateOnly arrived, WorkingCalendar calendar)
    {
        var byKind = _terms[0].Acknowledge.EndsOn(received, calendar);
        return _terms.Skip(1).Select(terms => terms.Acknowledge.EndsOn(arrived, calendar)).Append(byKind).Min();
    }

    public DateOnly AnswerBy(DateOnly arrived, WorkingCalendar calendar) => _terms.Min(terms => terms.Answer.EndsOn(arrived, calendar));

    /// <summary>The last day on which the reporter hears how things stand, counted from the last time.</summary>
    public DateOnly UpdateBy(DateOnly lastHeard, WorkingCalendar calendar) => _terms.Min(terms => terms.Update.EndsOn(lastHeard, calendar));
}

/// <param name="Acknowledge">From the arrival until somebody has read it and says by when there is an answer.</param>
/// <param name="Answer">From the arrival until there is an answer.</param>
/// <param name="Update">From the last time that the reporter heard how things stand.</param>
public sealed record Terms(Term Acknowledge, Term Answer, Term Update);
