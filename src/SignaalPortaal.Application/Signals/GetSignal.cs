using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Attachments;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Voice;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Signals;

/// <summary>A signal with all that happened to it. When somebody else than its reporter opens it, the reporter can read that.</summary>
public sealed record GetSignal(string Reference) : IRequest<SignalView>;

/// <param name="HiddenUntil">When the holder gets to see it, in UTC; null when it does.</param>
/// <param name="Erased">Since when and why there are no words; null while there are.</param>
/// <param name="IsMine">The viewer raised it.</param>
/// <param name="Timeline">The first event first.</param>
/// <param name="Decisions">Each answer with what the reporter thought of it, the first one first.</param>
/// <param name="Readings">Only for the reporter; the last one first.</param>
/// <param name="CheckValue">Of the last event; only for the reporter. See <see cref="EventChain.CheckValue"/>.</param>
/// <param name="LatestExpectation">The latest day that can be named when acknowledging today.</param>
/// <param name="LatestPostponement">The latest day to which the answer can be postponed.</param>
public sealed record SignalView(
    string Reference,
    SignalContent Content,
    SignalKind Kind,
    Theme Theme,
    RiskLevel Risk,
    Disclosure Disclosure,
    DateTimeOffset? HiddenUntil,
    bool IsSealed,
    Erasure? Erased,
    DateOnly RaisedOn,
    SignalStatus Status,
    Closing? ClosedBecause,
    DateOnly? DueOn,
    DateOnly AnswerBy,
    DateOnly? LookAgainOn,
    DateOnly LatestExpectation,
    DateOnly LatestPostponement,
    bool CanAskForClearerWords,
    Guid Version,
    DateOnly Today,
    bool IsMine,
    PersonView? Reporter,
    UnitView Holder,
    SignalActs Acts,
    IReadOnlyList<LadderStep> Ladder,
    IReadOnlyList<TimelineItem> Timeline,
    IReadOnlyList<Decision> Decisions,
    IReadOnlyList<PromiseView> Promises,
    IReadOnlyList<ContactView> Contacts,
    IReadOnlyList<ReadingView> Readings,
    string? CheckValue)
{
    /// <summary>What the reporter added, the first one first.</summary>
    public IReadOnlyList<AttachmentView> Attachments => [.. Timeline.Select(item => item.Attachment).OfType<AttachmentView>()];

    /// <summary>What the reporter gave to the union or the works council, the last one first; only for the reporter.</summary>
    public IReadOnlyList<EntrustmentView> Entrustments { get; init; } = [];

    /// <summary>Nobody inside is left: the reporter reads where else to go.</summary>
    public bool LeadsOutside { get; init; }

    /// <summary>The viewer can give it to them.</summary>
    public bool CanBeEntrusted { get; init; }

    /// <summary>From which day they can read it when it is given now.</summary>
    public DateOnly FirstDayToEntrust { get; init; }

    /// <summary>The latest day until which it can be given now.</summary>
    public DateOnly LastDayToEntrust { get; init; }

    /// <summary>The last request for the sealed name; only for the reporter, null when nobody asked.</summary>
    public IdentityRequest? NameRequest { get; init; }

    /// <summary>There is a summary of it and others, that was approved.</summary>
    public bool IsSummarised => Timeline.Any(item => item.Happened is Summarised);

    public bool IsLate => DueOn < Today;

    /// <summary>The unit to which it goes when this one cannot decide or stays silent; null when there is none.</summary>
    public UnitView? Next => Ladder.FirstOrDefault(step => step.State is LadderState.Next)?.Unit;

    /// <summary>The last answer, while it stands.</summary>
    public Decision? CurrentDecision => Status is SignalStatus.Answered or SignalStatus.AwaitingClarification or SignalStatus.Closed && Decisions.Count > 0 ? Decisions[^1] : null;

    /// <summary>What its reporter can say of an answer, which is asked to be clearer once.</summary>
    public IEnumerable<Verdict> Verdicts => Enum.GetValues<Verdict>().Where(verdict => verdict is not Verdict.NotUnderstood || CanAskForClearerWords);

    /// <summary>What the last answer promises.</summary>
    public IEnumerable<Promised> PromisedInTheAnswer => SinceTheAnswer.OfType<Promised>();

    /// <summary>What was proposed last to let everybody read of the last answer; null for nothing.</summary>
    public ReleaseProposed? Release => SinceTheAnswer.OfType<ReleaseProposed>().LastOrDefault();

    private IEnumerable<TimelineEvent> SinceTheAnswer =>
        Timeline.Reverse().TakeWhile(item => item.Happened is not Answered).Reverse().Select(item => item.Happened);

    public bool Can(SignalActs act) => Acts.HasFlag(act);
}

public enum LadderState
{
    Been,
    Now,
    Next,
}

/// <param name="From">The day on which it arrived there, the last time; null when it has not been there.</param>
/// <param name="Until">The day on which it left; null while it is there.</param>
public sealed record LadderStep(UnitView Unit, LadderState State, DateOnly? From, DateOnly? Until);

/// <param name="Clarification">The answer again, in clearer words.</param>
/// <param name="Verdict">The last thing the reporter said of it.</param>
public sealed record Decision(TimelineItem Item, Answered Answer, Clarified? Clarification, VerdictGiven? Verdict);

/// <param name="By">The last day in time, after all moves.</param>
public sealed record PromiseView(
    Guid Id, string What, string Who, DateOnly By, PromiseStatus Status, int TimesMoved, int TimesRefused, UnitView Owner, string? HowToSee, bool CanReport, bool CanJudge);

/// <param name="By">The last day in time.</param>
public sealed record ContactView(ContactStep Step, DateOnly By, ContactStatus Status, bool CanConfirm);

/// <param name="Name">Null for whoever had the receipt code.</param>
public sealed record ReadingView(DateOnly OnDay, string? Name, string? JobTitle, ReadThrough Through);

internal sealed class GetSignalHandler(PortalDb db, Viewer viewer, Now now) : IRequestHandler<GetSignal, SignalView>
{
    public async Task<SignalView> Handle(GetSignal query, CancellationToken cancellationToken)
    {
        var signal = await db.FindSignal(query.Reference, cancellationToken);
        var names = await db.NamesFor(signal, cancellationToken);
        var isMine = signal.IsReportedBy(viewer);
        if (!isMine || viewer.ReceiptOf is not null)
        {
            await db.NoteReadings([signal.Id], viewer.ReceiptOf is null ? ReadThrough.Page : ReadThrough.Receipt, now.Today, cancellationToken);
        }

        var (readings, entrustments) = isMine ? await OfTheReporter(signal, cancellationToken) : ([], []);

        var line = names.LineOf(signal.HeldByUnitId);
        var timeline = signal.Timeline.OrderBy(entry => entry.Seq).Select(entry => names.Item(entry, signal, viewer)).ToList();
        return new SignalView(
            signal.Reference,
            signal.Content ?? SignalContent.Gone,
            signal.Kind,
            signal.Theme,
            signal.Risk,
            signal.Disclosure,
            signal.HiddenUntil,
            signal.IsSealed,
            signal.Erasure,
            signal.RaisedOn,
            signal.Status,
            signal.ClosedBecause,
            signal.DueOn,
            signal.AnswerBy,
            signal.LookAgainOn,
            signal.LatestExpectation(now),
            signal.LatestPostponement(now),
            signal.CanAskForClearerWords,
            signal.Version,
            now.Today,
            isMine,
            signal.ReporterId is { } reporter ? names.Person(reporter) : null,
            names.Unit(signal.HeldByUnitId),
            signal.ActsOf(viewer, line, now),
            [.. Ladder(signal, timeline, line, names)],
            timeline,
            [.. Decisions(timeline)],
            [.. signal.Promises.Select(promise => Promise(promise, signal, timeline, names)).OrderBy(promise => promise.By)],
            [.. signal.Contacts.OrderBy(contact => contact.Step).Select(contact => new ContactView(
                contact.Step, contact.By, contact.Status, CanConfirm: isMine && signal.ErasedOn is null && signal.ContactsToConfirm.Contains(contact.Step)))],
            readings,
            isMine ? EventChain.CheckValue(signal.Timeline.MaxBy(entry => entry.Seq)!.Hash) : null)
        {
            NameRequest = isMine ? signal.IdentityRequest(now.Today) : null,
            LeadsOutside = signal.LeadsOutside(line),
            Entrustments = entrustments,
            CanBeEntrusted = isMine && signal.CanBeEntrusted,
            FirstDayToEntrust = signal.FirstDayToRead(now),
            LastDayToEntrust = signal.LastDayToRead(now),
        };
    }

    /// <summary>Who read it, and what was given to the union and the works council; in one statement.</summary>
    private async Task<(List<ReadingView> Readings, List<EntrustmentView> Entrustments)> OfTheReporter(Signal signal, CancellationToken cancellationToken)
    {
        var found = await db.SignalsOfEveryone
            .Where(one => one.Id == signal.Id)
            .Select(one => new
            {
                Readings = (
                    from reading in db.Set<Reading>()
                    from person in db.People.Where(person => person.Id == reading.PersonId).DefaultIfEmpty()
                    where reading.SignalId == one.Id
                    orderby reading.OnDay descending, person.Name, reading.Through
                    select new ReadingView(reading.OnDay, person == null ? null : person.Name, person == null ? null : person.JobTitle, reading.Through)).ToList(),
                Entrustments = one.Entrustments.OrderByDescending(given => given.From).ThenBy(given => given.Id)
                    .Select(given => new { Given = given, Sealed = EF.Property<string?>(given, PortalDb.Sealed) }).ToList(),
            })
            .AsNoTracking()
            .SingleAsync(cancellationToken);
        return (
            found.Readings,
            [.. found.Entrustments.Select(one => new EntrustmentView(
                one.Given.Spokesperson,
                db.EntrustedWords(signal.Id, one.Given.Id, one.Given.Words, one.Sealed),
                one.Given.From, one.Given.Until, one.Given.EndedOn, one.Given.WithOutcome, one.Given.WithName, one.Given.IsOver(now.Today)))]);
    }

    private static IEnumerable<LadderStep> Ladder(Signal signal, List<TimelineItem> timeline, ManagementLine line, SignalNames names)
    {
        var arrivals = timeline.Select(item => (Unit: ArrivesAt(item.Happened), On: item.At.DutchDate)).Where(arrival => arrival.Unit is not null).ToList();
        foreach (var unitId in arrivals.Select(arrival => arrival.Unit!.Value).Distinct())
        {
            var last = arrivals.FindLastIndex(arrival => arrival.Unit == unitId);
            var left = last + 1 < arrivals.Count ? arrivals[last + 1].On : (DateOnly?)null;
            var state = unitId == signal.HeldByUnitId ? LadderState.Now : LadderState.Been;
            yield return new LadderStep(names.Unit(unitId), state, arrivals[last].On, left);
        }

        foreach (var next in signal.IsOpen ? signal.NextUnits(line) : [])
        {
            yield return new LadderStep(names.Unit(next.UnitId), LadderState.Next, From: null, Until: null);
        }
    }

    private static Guid? ArrivesAt(TimelineEvent happened) => happened switch
    {
        Submitted submitted => submitted.Unit,
        Escalated escalated => escalated.To,
        Rerouted rerouted => rerouted.To,
        HandedOver handedOver => handedOver.To,
        _ => null,
    };

    private static IEnumerable<Decision> Decisions(List<TimelineItem> timeline)
    {
        for (var index = 0; index < timeline.Count; index++)
        {
            if (timeline[index].Happened is Answered answer)
            {
                var after = timeline.Skip(index + 1).TakeWhile(item => item.Happened is not Answered).Select(item => item.Happened).ToList();
                yield return new Decision(
                    timeline[index], answer, after.OfType<Clarified>().LastOrDefault(), after.OfType<VerdictGiven>().LastOrDefault());
            }
        }
    }

    private PromiseView Promise(Promise promise, Signal signal, List<TimelineItem> timeline, SignalNames names)
    {
        var made = timeline.Select(item => item.Happened).OfType<Promised>().Single(made => made.Promise == promise.Id);
        var reported = timeline.Select(item => item.Happened).OfType<PromiseReported>().LastOrDefault(reported => reported.Promise == promise.Id);
        return new PromiseView(
            promise.Id, made.What, made.Who, promise.By, promise.Status, promise.TimesMoved, promise.TimesRefused, names.Unit(promise.OwnerUnitId), reported?.HowToSee,
            CanReport: promise.Status is PromiseStatus.Open && signal.MayActFor(promise.OwnerUnitId, viewer),
            CanJudge: promise.Status is PromiseStatus.Reported && signal.ErasedOn is null && signal.IsReportedBy(viewer));
    }
}
