using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Deadlines;

/// <summary>How long a unit has to acknowledge a signal and to answer it, from the day on which it arrives there.</summary>
public sealed class Clock
{
    private static readonly Term TheSameDay = Term.WorkingDays(0);

    private readonly Term[] _acknowledge;
    private readonly Term[] _answer;
    private readonly Term[] _update;

    private Clock((Term Acknowledge, Term Answer, Term Update) kind, (Term Acknowledge, Term Answer, Term Update)? risk)
    {
        _acknowledge = risk is null ? [kind.Acknowledge] : [kind.Acknowledge, risk.Value.Acknowledge];
        _answer = risk is null ? [kind.Answer] : [kind.Answer, risk.Value.Answer];
        _update = risk is null ? [kind.Update] : [kind.Update, risk.Value.Update];
    }

    /// <summary>How long a reporter has to reply to a question; the clock of the holder stands still meanwhile.</summary>
    public static Term Reply { get; } = Term.WorkingDays(10);

    /// <summary>How long a reporter has to say what the answer is worth.</summary>
    public static Term Verdict { get; } = Term.CalendarDays(28);

    /// <summary>How long the author of an answer has to say it in clearer words.</summary>
    public static Term Clarification { get; } = Term.WorkingDays(5);

    /// <summary>The clock of the kind or that of the risk, whichever ends first.</summary>
    public static Clock For(SignalKind kind, RiskLevel risk) => new(
        kind switch
        {
            SignalKind.Question or SignalKind.GoesWell => (Term.WorkingDays(5), Term.WorkingDays(10), Term.WorkingDays(20)),
            SignalKind.Idea => (Term.WorkingDays(3), Term.WorkingDays(10), Term.WorkingDays(20)),
            SignalKind.Aggression => (Term.CalendarDays(1), Term.WorkingDays(3), Term.WorkingDays(20)),
            SignalKind.UndesirableBehaviour => (Term.WorkingDays(3), Term.CalendarDays(30), Term.CalendarDays(30)),

            // Wet bescherming klokkenluiders, article 2: confirmed within seven days, informed within three months after that.
            SignalKind.Wrongdoing => (Term.LegalDays(7), Term.LegalMonths(3), Term.CalendarDays(30)),
            _ => (Term.WorkingDays(3), Term.WorkingDays(20), Term.WorkingDays(20)),
        },
        risk switch
        {
            RiskLevel.StopNow => (TheSameDay, Term.WorkingDays(1), Term.WorkingDays(1)),
            RiskLevel.High => (Term.WorkingDays(1), Term.WorkingDays(5), Term.WorkingDays(10)),
            _ => null,
        });

    public DateOnly AcknowledgeBy(DateOnly arrived, WorkingCalendar calendar) => _acknowledge.Min(term => term.EndsOn(arrived, calendar));

    public DateOnly AnswerBy(DateOnly arrived, WorkingCalendar calendar) => _answer.Min(term => term.EndsOn(arrived, calendar));

    /// <summary>The last day on which the reporter hears how things stand, counted from the last time.</summary>
    public DateOnly UpdateBy(DateOnly lastHeard, WorkingCalendar calendar) => _update.Min(term => term.EndsOn(lastHeard, calendar));
}
