using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Publications;

/// <summary>
/// What publications say about one signal, told from its events and from nothing else: those up to a day are how it stood on that day. So moving a day,
/// passing it on or taking its words away afterwards changes nothing.
/// </summary>
public sealed class SignalCourse
{
    private DateOnly _raisedOn;
    private DateOnly _due;
    private (DateOnly Since, DateOnly StoppedOn)? _question;
    private bool _wasSilence;

    public PublishedStatus Status { get; private set; }

    /// <summary>Where it started.</summary>
    public Guid Start { get; private set; }

    public Guid HeldBy { get; private set; }

    /// <summary>A term has passed in silence with nobody above to take it, and whoever holds it has done nothing about it since; what was taken back stays as it was.</summary>
    public bool IsOverdueAtTheTop { get; private set; }

    /// <summary>Null while the reporter did not take it back.</summary>
    public DateOnly? WithdrawnOn { get; private set; }

    /// <summary>
    /// Of the last answer. It is in time when no term passed in silence since the signal was raised, the reporter disagreed or it came back by itself, and
    /// it was given on the last day that the reporter was told first, or before it. A later day that a unit names afterwards, by postponing or by handing
    /// it to another, makes nothing in time; the days on which a question stood open do not count.
    /// </summary>
    public bool IsAnsweredInTime { get; private set; }

    /// <summary>Of the last answer.</summary>
    public AnswerTime AnswerTime { get; private set; }

    /// <param name="raisedOn">See <see cref="Signal.RaisedOn"/>.</param>
    public static SignalCourse From(DateOnly raisedOn) => new() { _raisedOn = raisedOn };

    /// <summary>The next event, in the order of the timeline.</summary>
    /// <param name="on">The day in the Netherlands.</param>
    public void Add(TimelineEvent happened, DateOnly on)
    {
        switch (happened)
        {
            case Submitted submitted:
                (Start, HeldBy) = (submitted.Unit, submitted.Unit);
                StartTerm(submitted.AnswerBy);
                break;

            case Acknowledged acknowledged:
                Act(PublishedStatus.InProgress);
                _due = acknowledged.ExpectedOn < _due ? acknowledged.ExpectedOn : _due;
                break;

            case Asked asked:
                Act(PublishedStatus.InProgress);
                _question = (on, asked.StoppedOn);
                break;

            case Replied replied:
                GoOn(on, replied.DueOn);
                break;

            case QuestionExpired expired:
                GoOn(on, expired.DueOn);
                break;

            case Postponed:
                IsOverdueAtTheTop = false;
                break;

            case Escalated escalated:
                ArriveAt(escalated.To);
                var wasSilence = escalated.Cause is EscalationCause.BySilence || (_wasSilence && escalated.Cause is EscalationCause.ByManager);
                StartTerm(escalated.AnswerBy);
                _wasSilence = wasSilence;
                break;

            case Rerouted rerouted:
                GoOn(on, toldDueOn: null);
                ArriveAt(rerouted.To);
                break;

            case HandedOver { AnswerBy: null } handedOver:
                HeldBy = handedOver.To;
                break;

            case HandedOver handedOver:
                GoOn(on, toldDueOn: null);
                ArriveAt(handedOver.To);
                break;

            case WokenUp wokenUp:
                ArriveAt(HeldBy);
                StartTerm(wokenUp.AnswerBy);
                break;

            case TermMissed:
                (_wasSilence, IsOverdueAtTheTop) = (true, true);
                break;

            case Answered:
                Act(PublishedStatus.Answered);
                IsAnsweredInTime = !_wasSilence && (_question?.Since ?? on) <= _due;
                AnswerTime = TimeBetween(_raisedOn, on);
                _question = null;
                break;

            case Clarified:
                Act(PublishedStatus.Answered);
                break;

            case VerdictGiven { Closes: true } or ClosedWithoutReaction:
                Act(PublishedStatus.Closed);
                break;

            case Withdrawn:
                // That it is late stays so for a while: see Withdrawal.
                (Status, WithdrawnOn) = (PublishedStatus.Withdrawn, on);
                break;
        }
    }

    private void StartTerm(DateOnly answerBy) => (_due, _wasSilence, _question) = (answerBy, false, null);

    /// <summary>The day moves by as much as the reporter was told, which counts working days; where nothing was told, by the days in between.</summary>
    private void GoOn(DateOnly on, DateOnly? toldDueOn)
    {
        if (_question is { } question)
        {
            Status = PublishedStatus.InProgress;
            _due = _due.AddDays(Math.Max(0, toldDueOn is { } due ? due.DayNumber - question.StoppedOn.DayNumber : on.DayNumber - question.Since.DayNumber));
            _question = null;
        }
    }

    private void ArriveAt(Guid unit)
    {
        HeldBy = unit;
        Act(PublishedStatus.New);
    }

    private void Act(PublishedStatus status) => (Status, IsOverdueAtTheTop) = (status, false);

    private static AnswerTime TimeBetween(DateOnly raised, DateOnly answered) =>
        answered <= raised.AddDays(7) ? AnswerTime.WithinAWeek
        : answered <= raised.AddMonths(1) ? AnswerTime.WithinAMonth
        : answered <= raised.AddMonths(2) ? AnswerTime.WithinTwoMonths
        : answered <= raised.AddMonths(3) ? AnswerTime.WithinAQuarter
        : AnswerTime.Longer;
}
