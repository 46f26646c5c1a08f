using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using static SignaalPortaal.Domain.Signals.SignalRule;

namespace SignaalPortaal.Domain.Signals;

/// <summary>
/// What an employee raises. It is held by exactly one unit and, while it is open, has a day before which somebody must act. Everything that
/// happens to it is on its timeline, where its reporter reads it.
/// <para>Each verb asks first for the rules it needs and throws <see cref="BrokenRuleException"/> when one does not hold; nothing has changed then.</para>
/// </summary>
public sealed partial class Signal
{
    private readonly List<TimelineEntry> _timeline = [];
    private readonly List<SignalHolder> _holders = [];
    private readonly List<SignalConflict> _conflicts = [];
    private readonly List<Promise> _promises = [];
    private readonly List<Contact> _contacts = [];

    private Signal() { }

    public Guid OrganisationId { get; private init; }
    public Guid Id { get; private init; }

    /// <summary>See <see cref="Signals.Reference"/>.</summary>
    public string Reference { get; private init; } = "";

    public Disclosure Disclosure { get; private set; }

    /// <summary>Null when the line must not learn who it was.</summary>
    public Guid? ReporterId { get; private set; }

    public SignalKind Kind { get; private init; }

    /// <summary>As the reporter chose it; nobody changes it.</summary>
    public Theme Theme { get; private init; }

    /// <summary>The reporter's own estimate.</summary>
    public RiskLevel Risk { get; private init; }

    /// <summary>The day in the Netherlands on which it was raised; of a confidential or anonymous one that on which the line gets to see it.</summary>
    public DateOnly RaisedOn { get; private init; }

    /// <summary>The moment at which the line gets to see it, in UTC; null from then on. Before it only the reporter knows that there is a signal.</summary>
    public DateTimeOffset? HiddenUntil { get; private set; }

    /// <summary>What people write about it is kept encrypted, with a key of its own.</summary>
    public bool IsSealed { get; private init; }

    /// <summary>Null once it was destroyed; see <see cref="Erasure"/>.</summary>
    public SignalContent Content { get; private init; } = null!;

    public SignalStatus Status { get; private set; }

    /// <summary>Null while the signal is open.</summary>
    public Closing? ClosedBecause { get; private set; }

    /// <summary>The unit that must act, or that did the last act.</summary>
    public Guid HeldByUnitId { get; private set; }

    /// <summary>The last day in time for whoever must act now; null only when closed.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>The last day in time for an answer of the unit that holds it now.</summary>
    public DateOnly AnswerBy { get; private set; }

    /// <summary>The day on which a "not adopted" comes back by itself.</summary>
    public DateOnly? LookAgainOn { get; private set; }

    /// <summary>Random and new with each event: who acts on what somebody else changed meanwhile is told. Says nothing about order.</summary>
    public Guid Version { get; private set; }

    public IReadOnlyList<TimelineEntry> Timeline => _timeline;

    public IReadOnlyList<SignalHolder> Holders => _holders;

    public IReadOnlyList<SignalConflict> Conflicts => _conflicts;

    public IReadOnlyList<Promise> Promises => _promises;

    /// <summary>Only after aggression.</summary>
    public IReadOnlyList<Contact> Contacts => _contacts;

    public bool IsOpen => Status is not SignalStatus.Closed;

    /// <summary>Raises a signal and puts it with the first unit that can take it.</summary>
    /// <param name="line">From the unit the reporter picked, or the own one, upwards.</param>
    /// <param name="ownLine">From the reporter's own unit upwards.</param>
    /// <param name="desk">Takes the kinds that never go through the line, and what no unit of the line can take.</param>
    /// <param name="aboutMyManager">The portal leaves the reporter's manager out everywhere.</param>
    /// <param name="shelter">Null when it is raised with the reporter's name.</param>
    /// <param name="oversight">Takes what the desk cannot take; null where an organisation has none.</param>
    /// <param name="aboutTheDesk">Who act for the desk, when the signal is about somebody there: they are left out everywhere.</param>
    public static Signal Submit(
        SignalKind kind, SignalContent content, RiskLevel risk, bool aboutMyManager,
        ManagementLine line, ManagementLine ownLine, LineUnit? desk, Viewer by, Now now, Shelter? shelter = null, Theme theme = Theme.NotGiven,
        LineUnit? oversight = null, IReadOnlyCollection<Guid>? aboutTheDesk = null)
    {
        Require(content.IsWithinItsLimits && Enum.IsDefined(kind) && Enum.IsDefined(risk) && Enum.IsDefined(theme), TextIsWithinItsLimits);

        line = shelter is null ? line : line.Sheltering(shelter.People);
        var receivedOn = shelter is not null && kind.CountsFromReceipt ? FixedMoment.Before(now.At).DutchDate : (DateOnly?)null;
        now = shelter?.HiddenUntil is { } moment ? now with { At = moment } : now;
        var signal = new Signal
        {
            OrganisationId = by.OrganisationId,
            Id = Guid.NewGuid(),
            Reference = Signals.Reference.New(),
            Disclosure = shelter?.Disclosure ?? Disclosure.Named,
            ReporterId = shelter is null ? by.PersonId : null,
            Kind = kind,
            Theme = theme,
            Risk = risk,
            RaisedOn = now.Today,
            HiddenUntil = shelter?.HiddenUntil,
            IsSealed = shelter is not null || kind.GoesToTheDesk,
            Content = content,
        };
        (content.OrganisationId, content.SignalId) = (signal.OrganisationId, signal.Id);
        if (aboutMyManager && ownLine.Units.FirstOrDefault(unit => unit.ManagerId is not null && unit.ManagerId != by.PersonId)?.ManagerId is { } manager)
        {
            signal._conflicts.AddRange(
                (shelter is null || ownLine.Sheltering(shelter.People).Units.Any(unit => unit.ManagerId == manager) ? [manager] : shelter.ManagersOfSmallUnits.Union([manager]))
                .Select(person => signal.ConflictWith(person)));
        }

        var ofTheDesk = (aboutTheDesk ?? []).Where(person => person != signal.ReporterId && signal._conflicts.All(conflict => conflict.PersonId != person));
        signal._conflicts.AddRange([.. ofTheDesk.Select(signal.ConflictWith)]);

        // Who raises it under shelter is not on the signal, and does not get it to handle all the same.
        bool Takes(LineUnit unit) => signal.CanBeHeldBy(unit) && unit.ManagerId != by.PersonId && unit.StandInId != by.PersonId;
        var inTheLine = kind.GoesToTheDesk ? [] : line.Units;
        var outsideIt = new[] { aboutTheDesk is null ? desk : null, oversight }.OfType<LineUnit>();
        var start = inTheLine.Concat(outsideIt).FirstOrDefault(Takes);
        Require(start is not null, kind.GoesToTheDesk ? NobodyInsideCanTakeIt : NobodyAboveCanTakeIt);

        signal.ArriveAt(start!.UnitId, now, receivedOn);
        if (kind is SignalKind.Aggression)
        {
            signal._contacts.AddRange(Enum.GetValues<ContactStep>().Select(step => new Contact
            {
                OrganisationId = signal.OrganisationId,
                SignalId = signal.Id,
                Step = step,
                By = step.By(raised: receivedOn ?? now.Today),
            }));
        }

        signal.Record(
            new Submitted(
                start!.UnitId, signal.DueOn!.Value, signal.AnswerBy, kind, risk, signal.IsSealed ? true : null, theme,
                receivedOn == now.Today ? null : receivedOn),
            signal.Reporter, now);
        return signal;
    }

    private SignalConflict ConflictWith(Guid person) => new() { OrganisationId = OrganisationId, SignalId = Id, PersonId = person };

    /// <summary>The reporter adds facts; what was written stays.</summary>
    public void AddFacts(string facts, Viewer by, Now now)
    {
        RequireReporter(by);
        Require(IsOpen, AClosedSignalIsNotChanged);
        RequireText(facts);

        Record(new FactsAdded(facts), Reporter, now);
    }

    /// <summary>A person has read it and says by when there is an answer.</summary>
    public void Acknowledge(DateOnly expectedOn, string line, Viewer by, Now now)
    {
        var actor = RequireHolder(by);
        RequireUndecided();
        Require(Status is SignalStatus.New, OnlyANewSignalIsAcknowledged);
        RequireText(line);
        Require(expectedOn >= now.Today && expectedOn <= LatestExpectation(now), TheExpectedDateIsWithinTheTerm);

        Status = SignalStatus.InProgress;
        AnswerBy = AnswerByOnceAcknowledged(now);
        Await(expectedOn, now);
        Record(new Acknowledged(expectedOn, line), actor, now);
    }

    /// <summary>The latest day that the holder may name when acknowledging today.</summary>
    public DateOnly LatestExpectation(Now now)
    {
        var answerBy = AnswerByOnceAcknowledged(now);

        // Who is late may still name a day a week ahead.
        return answerBy >= now.Today ? answerBy : now.Calendar.AddWorkingDays(now.Today, 5);
    }

    /// <summary>A question to the reporter. The holder's clock stands still until the reply.</summary>
    public void Ask(string question, Viewer by, Now now)
    {
        var actor = RequireHolder(by);
        RequireUndecided();
        Require(Status is not SignalStatus.AwaitingReply, OneQuestionAtATime);
        RequireText(question);

        // Who asks has read it.
        AnswerBy = Status is SignalStatus.New ? AnswerByOnceAcknowledged(now) : AnswerBy;
        var (stoppedOn, nextTermEndsOn) = (Status is SignalStatus.New ? AnswerBy : DueOn!.Value, NextTermEndsOn);
        var replyBy = Clock.Reply.EndsOn(now.Today, now.Calendar);
        Status = SignalStatus.AwaitingReply;

        // A term of the law does not stand still: a question does not hide that it passes.
        Await(Kind.HasALegalTerm && stoppedOn > now.Today ? Earliest(replyBy, stoppedOn) : replyBy, now);
        Record(new Asked(question, DueOn!.Value, stoppedOn, nextTermEndsOn), actor, now);
    }

    /// <summary>
    /// The reporter replies; the holder's clock goes on with the working days it stood still added, ten at most. A term of the law does not stand still.
    /// </summary>
    public void Reply(string reply, Viewer by, Now now)
    {
        RequireReporter(by);
        Require(Status is SignalStatus.AwaitingReply, ThereIsNoQuestionToReplyTo);
        RequireText(reply);

        GoOnAfterTheQuestion(until: now.Today, now);
        Record(new Replied(reply, DueOn!.Value), Reporter, now);
    }

    /// <summary>
    /// The layer puts its own reading beside that of the reporter, and perhaps its own estimate of the risk. A lower one is told to the next unit that
    /// could get the signal.
    /// </summary>
    /// <param name="line">From the holder upwards.</param>
    public void Assess(string reading, RiskLevel? risk, string? reason, ManagementLine line, Viewer by, Now now)
    {
        var actor = RequireHolder(by);
        RequireUndecided();
        RequireText(reading);
        Require(risk is null || Enum.IsDefined(risk.Value), TextIsWithinItsLimits);
        var lowers = risk < Risk;
        Require(!lowers || !Words.IsBlank(reason), ALowerRiskNeedsAReason);
        RequireStorable(Words.LongMaxLength, reason);

        var told = lowers ? CanTakeOver(line).FirstOrDefault(unit => CanBeHeldBy(unit) && unit.WhoActs != by.PersonId) : null;
        Record(new Assessed(reading, risk, lowers, lowers ? reason : null, told?.UnitId), actor, now);
    }

    /// <summary>To the layer above, by the manager, with what this layer advises.</summary>
    /// <param name="line">From the holder upwards.</param>
    public void Escalate(string reason, string advice, ManagementLine line, Viewer by, Now now)
    {
        var actor = RequireHolder(by);
        RequireUndecided();
        Require(!Kind.GoesToTheDesk, TheDeskKeepsItsSignals);
        RequireText(reason);
        RequireText(advice);
        var next = NextAbove(line);
        Require(next is not null, NobodyAboveCanTakeIt);

        MoveUp(EscalationCause.ByManager, next!, line, actor, now, reason: reason, advice: advice);
    }

    /// <summary>To another unit, sideways or down. The day of the answer stays, unless the new unit could not even acknowledge before it.</summary>
    /// <param name="line">From the holder upwards: those units are reached by escalating.</param>
    public void Reroute(LineUnit to, string reason, ManagementLine line, Viewer by, Now now)
    {
        var actor = RequireHolder(by);
        RequireUndecided();
        Require(!Kind.GoesToTheDesk, TheDeskKeepsItsSignals);
        RequireText(reason);
        Require(to.UnitId != HeldByUnitId, TheUnitAlreadyHoldsIt);
        Require(!line.IsAbove(to.UnitId), TheLayerAboveIsReachedByEscalating);
        Require(!to.Kind.IsOutsideTheLine && CanBeHeldBy(to), TheUnitCannotTakeIt);

        var (from, answerBy) = (HeldByUnitId, AnswerBy);
        ArriveAt(to.UnitId, now);
        AnswerBy = answerBy > DueOn!.Value ? answerBy : DueOn.Value;
        Record(new Rerouted(from, to.UnitId, DueOn.Value, AnswerBy, reason), actor, now);
    }

    /// <summary>Moves the day of the answer, once per unit.</summary>
    public void Postpone(DateOnly to, string reason, Viewer by, Now now)
    {
        var actor = RequireHolder(by);
        RequireUndecided();
        Require(!Kind.HasALegalTerm, ALegalTermIsNotPostponed);
        Require(Status is SignalStatus.InProgress, OnlyAnAcknowledgedSignalIsPostponed);
        Require(!SinceArrival().Any(entry => entry.Happened is Postponed), ASignalIsPostponedOnce);
        Require(to > DueOn && to >= now.Today && to <= LatestPostponement(now), APostponedDateIsLaterWithinOneTerm);
        RequireText(reason);

        var from = DueOn!.Value;
        Await(to, now);
        AnswerBy = to > AnswerBy ? to : AnswerBy;
        Record(new Postponed(from, to, reason), actor, now);
    }

    /// <summary>One more term after the day that was promised.</summary>
    public DateOnly LatestPostponement(Now now) => Clock.AnswerBy(AnswerBy, now.Calendar);

    /// <summary>Decides on the signal. Now the reporter has the word.</summary>
    public void Answer(Answer answer, Viewer by, Now now)
    {
        var actor = RequireHolder(by);
        RequireUndecided();
        answer = answer.OfItsOutcome;
        answer.RequireItsFacts(today: now.Today);

        Status = SignalStatus.Answered;
        Await(Clock.Verdict.EndsOn(now.Today, now.Calendar), now);
        LookAgainOn = answer.LookAgainOn;
        Released = null;
        Record(
            new Answered(
                answer.Outcome, answer.Explanation, DueOn!.Value, answer.Reason, answer.Fact, answer.WhatWouldChange, answer.LookAgainOn,
                answer.Where, answer.PassedOnTo),
            actor, now);

        foreach (var made in answer.Promises)
        {
            var promise = new Promise { OrganisationId = OrganisationId, SignalId = Id, OwnerUnitId = HeldByUnitId, By = made.By };
            _promises.Add(promise);
            Record(new Promised(promise.Id, made.What, made.Who, made.By), actor, now);
        }
    }

    /// <summary>The reporter, who has the receipt code and is signed in, becomes known to whoever handles it, from now on.</summary>
    public void MakeKnown(Viewer by, Now now)
    {
        Require(by.ReceiptOf == Id && by.OrganisationId == OrganisationId && by.PersonId != Guid.Empty, OnlyTheReporterDoesThis);
        Require(Disclosure is not Disclosure.Named, TheReporterIsKnownAlready);
        RequireWords();

        (Disclosure, ReporterId) = (Disclosure.Named, by.PersonId);
        Record(new MadeKnown(), Reporter, now);
    }

    /// <summary>The reporter takes the signal back. Nobody else sees it from then on.</summary>
    public void Withdraw(string reason, Viewer by, Now now)
    {
        RequireReporter(by);
        Require(IsOpen, AClosedSignalIsNotChanged);
        RequireText(reason);

        var was = Status;
        Close(Closing.Withdrawn, now);
        (LookAgainOn, Released) = (null, null);
        Record(new Withdrawn(reason, was), Reporter, now);
    }
}
