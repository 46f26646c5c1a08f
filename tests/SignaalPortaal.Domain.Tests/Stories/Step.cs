using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Tests.Stories;

internal enum Deed
{
    AddFacts,
    Attach,
    Reply,
    GiveVerdict,
    Withdraw,
    ConfirmContact,
    Acknowledge,
    Ask,
    Escalate,
    Reroute,
    Assess,
    Postpone,
    Answer,
    Clarify,
    Update,
    ReportPromise,
    JudgePromise,
    MovePromise,
    MakeKnown,
    ProposeRelease,
    DecideRelease,
    TakeBackRelease,

    /// <summary>By the portal.</summary>
    PassTime,

    /// <summary>By the portal: the unit that holds it exists no more.</summary>
    HandOver,

    /// <summary>By the portal: other people may act for the unit than before.</summary>
    LeaveConflict,
}

/// <summary>What somebody tries to do next. All that is left open by the deed follows from <paramref name="Choice"/>.</summary>
/// <param name="Wanted">Whatever it is; null for one that the signal could be waiting for.</param>
/// <param name="Person">Whoever it is; null for one whose turn it could be.</param>
/// <param name="Careless">Leaves out a text that has to be there.</param>
/// <param name="Appointment">Comes first: the unit gets another manager, or none.</param>
internal sealed record Step(Deed? Wanted, int DaysLater, int? Person, int Choice, bool Careless, (int Unit, int? Manager)? Appointment)
{
    public const int People = 15;

    public Deed What(Signal signal)
    {
        if (Wanted is { } deed)
        {
            return deed is Deed.HandOver && !Staff.CanDisappear(signal.HeldByUnitId) ? Deed.PassTime : deed;
        }

        IReadOnlyList<Deed> awaited = signal.Status switch
        {
            SignalStatus.New =>
            [
                Deed.Acknowledge, Deed.Acknowledge, Deed.Acknowledge, Deed.Ask, Deed.Assess, Deed.Escalate, Deed.Reroute,
                Deed.PassTime, Deed.ConfirmContact,
            ],
            SignalStatus.InProgress =>
            [
                Deed.Answer, Deed.Answer, Deed.Postpone, Deed.Postpone, Deed.Postpone, Deed.Ask, Deed.Escalate, Deed.Reroute, Deed.Update,
                Deed.PassTime,
            ],
            SignalStatus.AwaitingReply => [Deed.Reply, Deed.Reply, Deed.AddFacts, Deed.Answer, Deed.PassTime],
            SignalStatus.Answered => [Deed.GiveVerdict, Deed.PassTime, Deed.ReportPromise, Deed.ProposeRelease, Deed.DecideRelease],
            SignalStatus.AwaitingClarification => [Deed.Clarify, Deed.PassTime],
            _ =>
            [
                Deed.PassTime, Deed.PassTime, Deed.ReportPromise, Deed.JudgePromise, Deed.MovePromise, Deed.ConfirmContact,
                Deed.ProposeRelease, Deed.DecideRelease, Deed.TakeBackRelease,
            ],
        };
        return awaited[Choice / 100 % awaited.Count];
    }

    /// <summary>Null when the portal itself does it.</summary>
    public Viewer? Who(Signal signal, Staff staff)
    {
        if (What(signal) is Deed.PassTime or Deed.HandOver or Deed.LeaveConflict)
        {
            return null;
        }

        return Person is { } number ? Anybody(number, signal, staff) : WhoseTurnItCouldBe(signal, staff);
    }

    public void Do(Signal signal, Staff staff, Viewer? by, Now now)
    {
        var (today, text, line) = (now.Today, Careless ? " " : $"Tekst {Choice}", staff.LineFrom(signal.HeldByUnitId));
        var promise = signal.Promises.Count == 0 ? null : signal.Promises[Choice % signal.Promises.Count];
        switch (What(signal))
        {
            case Deed.AddFacts:
                signal.AddFacts(text, by!, now);
                break;
            case Deed.Attach:
                signal.Attach(new NewAttachment(text, (AttachmentType)(Choice % 4), Size: 1 + Choice, Salt: [1], Commitment: [2], NeedsAScan: Choice % 2 == 0), by!, now);
                break;
            case Deed.Reply:
                signal.Reply(text, by!, now);
                break;
            case Deed.GiveVerdict:
                signal.GiveVerdict((Verdict)(Choice % 3), text, line, by!, now);
                break;
            case Deed.Withdraw:
                signal.Withdraw(text, by!, now);
                break;
            case Deed.ConfirmContact:
                signal.ConfirmContact((ContactStep)(Choice % 4), by!, now);
                break;
            case Deed.Acknowledge:
                signal.Acknowledge(today.AddDays(Choice % (signal.LatestExpectation(now).DayNumber - today.DayNumber + 2)), text, by!, now);
                break;
            case Deed.Ask:
                signal.Ask(text, by!, now);
                break;
            case Deed.Escalate:
                signal.Escalate(text, text, line, by!, now);
                break;
            case Deed.Reroute:
                signal.Reroute(staff.Unit(Choice % Staff.Units.Count), text, line, by!, now);
                break;
            case Deed.Assess:
                signal.Assess($"Tekst {Choice}", Choice % 5 == 4 ? null : (RiskLevel)(Choice % 5), text, line, by!, now);
                break;
            case Deed.Postpone:
                signal.Postpone((signal.DueOn > today ? signal.DueOn.Value : today).AddDays(Choice % 20), text, by!, now);
                break;
            case Deed.Answer:
                signal.Answer(AnAnswer(text, today), by!, now);
                break;
            case Deed.Clarify:
                signal.Clarify(text, by!, now);
                break;
            case Deed.Update:
                signal.Update(text, by!, now);
                break;
            case Deed.ReportPromise:
                signal.ReportPromise(promise?.Id ?? Guid.NewGuid(), text, by!, now);
                break;
            case Deed.JudgePromise:
                signal.JudgePromise(promise?.Id ?? Guid.NewGuid(), (PromiseJudgement)(Choice % 3), text, by!, now);
                break;
            case Deed.MovePromise:
                signal.MovePromise(promise?.Id ?? Guid.NewGuid(), (promise?.By ?? today).AddDays(Choice % 60), text, by!, now);
                break;
            case Deed.MakeKnown:
                signal.MakeKnown(by!, now);
                break;
            case Deed.ProposeRelease:
                signal.ProposeRelease(Given.AText(signal, title: text), by!, now);
                break;
            case Deed.DecideRelease:
                signal.DecideRelease((ReleaseDecision)(Choice % 2), by!, now);
                break;
            case Deed.TakeBackRelease:
                signal.TakeBackRelease(by!, now);
                break;
            case Deed.PassTime:
                signal.PassTime(line, now);
                break;
            case Deed.HandOver:
                signal.HandOver(line, now);
                break;
            case Deed.LeaveConflict:
                signal.LeaveConflict(line, now);
                break;
        }
    }

    public override string ToString() => $"{Wanted?.ToString() ?? "WhatIsAwaited"}({Choice}{(Careless ? ", careless" : "")})";

    private Answer AnAnswer(string text, DateOnly today)
    {
        var outcome = (Outcome)(Choice % 5);
        return new()
        {
            Outcome = outcome,
            Explanation = $"Tekst {Choice}",
            Promises = outcome.NeedsAPromise ? [new(text, "Wie", today.AddDays(Choice % 40))] : [],
            Reason = outcome is Outcome.NotAdopted ? NotAdoptedReason.Legal : null,
            Fact = outcome is Outcome.NotAdopted ? text : null,
            WhatWouldChange = outcome is Outcome.NotAdopted ? text : null,
            LookAgainOn = outcome is Outcome.NotAdopted && Choice % 3 > 0 ? today.AddDays(Choice % 16) : null,
            Where = outcome is Outcome.AlreadyArranged ? text : null,
            PassedOnTo = outcome is Outcome.OutsideOurPower ? text : null,
        };
    }

    /// <summary>The cast, three of another organisation with the same ids, and whoever has the receipt code.</summary>
    private static Viewer Anybody(int number, Signal signal, Staff staff) =>
        number < Staff.People.Count ? staff.Person(number)
        : number < People - 1 ? staff.Person(number - Staff.People.Count).InAnotherOrganisation
        : Staff.WithTheReceiptOf(signal);

    private Viewer WhoseTurnItCouldBe(Signal signal, Staff staff)
    {
        var deed = What(signal);
        if (deed is Deed.MakeKnown)
        {
            // As a rule the reporter; now and then whoever found the code.
            return staff.Person(Choice % 4 == 0 ? Choice % Staff.People.Count : Staff.Reporter) with { ReceiptOf = signal.Id };
        }

        if (deed is Deed.AddFacts or Deed.Attach or Deed.Reply or Deed.GiveVerdict or Deed.Withdraw or Deed.ConfirmContact or Deed.JudgePromise
            or Deed.DecideRelease or Deed.TakeBackRelease)
        {
            return signal.Disclosure is Disclosure.Named ? staff.Everybody.First(person => person.PersonId == signal.ReporterId) : Staff.WithTheReceiptOf(signal);
        }

        var unit = deed is Deed.ReportPromise or Deed.MovePromise && signal.Promises.Count > 0
            ? signal.Promises[Choice % signal.Promises.Count].OwnerUnitId
            : signal.HeldByUnitId;
        var people = staff.WhoActFor(unit).ToList();
        return people.Count == 0 ? staff.Person(Choice % Staff.People.Count) : people[Choice % people.Count];
    }
}
