using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Attachments;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Signals;

/// <param name="Layer">The organisation's own word: team, afdeling.</param>
/// <param name="ManagerName">Null while nobody manages the unit.</param>
/// <param name="StandInName">Who acts today in the place of the manager; null while the manager is there.</param>
public sealed record UnitView(
    Guid Id, Guid? ParentId, string Name, string Layer, UnitKind Kind, Guid? ManagerId, string? ManagerName, string? ManagerTitle, Guid? StandInId, string? StandInName,
    bool IsOpen);

public sealed record PersonView(Guid Id, string Name, string JobTitle);

/// <summary>One event of a timeline, as it is shown: with names in the place of ids.</summary>
/// <param name="Actor">Null when the portal itself acted.</param>
/// <param name="ForUnit">The unit for which a manager or deputy acted.</param>
/// <param name="IsMine">The viewer did it.</param>
/// <param name="ReportedRisk">The reporter's own estimate, to show that of a layer beside it.</param>
/// <param name="Erased">Since when and why the words that belonged to it are gone; null when there are, or never were any.</param>
public sealed record TimelineItem(
    int Seq, DateTimeOffset At, TimelineEvent Happened, ActedAs As, PersonView? Actor, UnitView? ForUnit, bool IsMine, RiskLevel ReportedRisk, SignalNames Names, Erasure? Erased = null)
{
    /// <summary>Only with <see cref="Attached"/>.</summary>
    public AttachmentView? Attachment { get; init; }

    /// <summary>Of a signal that never goes through the line.</summary>
    public bool IsOutsideTheLine { get; init; }
}

/// <summary>The units and people that occur in one or more signals, with the units above the holder of each.</summary>
public sealed class SignalNames
{
    private readonly Dictionary<Guid, UnitView> _units;
    private readonly Dictionary<Guid, PersonView> _people;

    internal SignalNames(IEnumerable<UnitView> units, IEnumerable<PersonView> people) =>
        (_units, _people) = (units.ToDictionary(unit => unit.Id), people.ToDictionary(person => person.Id));

    public UnitView Unit(Guid id) => _units[id];

    public PersonView Person(Guid id) => _people[id];

    internal ManagementLine LineOf(Guid unitId)
    {
        var line = new List<LineUnit>();
        for (var unit = Unit(unitId); unit is not null; unit = unit.ParentId is { } parent ? Unit(parent) : null)
        {
            line.Add(ToLine(unit));
        }

        var oversight = _units.Values.FirstOrDefault(unit => unit is { Kind: UnitKind.Oversight, IsOpen: true });
        return new ManagementLine(line, oversight is null ? null : ToLine(oversight));

        static LineUnit ToLine(UnitView unit) => new(unit.Id, unit.Kind, unit.ManagerId, unit.StandInId);
    }

    internal TimelineItem Item(TimelineEntry entry, Signal signal, Viewer seenBy) => new(
        entry.Seq,
        entry.At,
        Shown(entry.Happened, toItsReader: entry.ActorId == seenBy.PersonId || signal.IsReportedBy(seenBy)),
        entry.ActedAs,
        entry.ActorId is { } actor && !(signal.ErasedOn is not null && entry.ActedAs is ActedAs.Reporter) ? Person(actor) : null,
        entry.ActedForUnitId is { } unit ? Unit(unit) : null,
        IsMine: entry.ActorId == seenBy.PersonId || (entry.ActedAs is ActedAs.Reporter && signal.IsReportedBy(seenBy)),
        signal.Risk,
        this,
        entry.Commitment is not null && entry.Words is null ? signal.Erasure : null)
    {
        IsOutsideTheLine = signal.Kind.GoesToTheDesk,
        Attachment = entry.Attachment is null ? null : AttachmentView.Of(signal, (Attached)entry.Happened, entry.Attachment),
    };

    /// <summary>Why a name was asked for may itself say whose it is: that is for the reporter, and for who wrote it.</summary>
    private static TimelineEvent Shown(TimelineEvent happened, bool toItsReader) => toItsReader
        ? happened
        : happened switch
        {
            IdentityRequested asked => asked with { Reason = "", Danger = null },
            IdentityAnswered answered => answered with { Answer = "" },
            IdentityRefused => new IdentityRefused(""),
            _ => happened,
        };
}

internal static class SignalNamesQueries
{
    /// <summary>In two statements, for any number of signals.</summary>
    public static async Task<SignalNames> NamesFor(this PortalDb db, IReadOnlyCollection<Signal> signals, CancellationToken cancellationToken)
    {
        var units = signals.SelectMany(signal => signal.Holders).Select(holder => holder.UnitId)
            .Concat(signals.SelectMany(signal => signal.Promises).Select(promise => promise.OwnerUnitId))
            .Concat(signals.SelectMany(signal => signal.Timeline).Select(entry => entry.ActedForUnitId).OfType<Guid>())
            .Concat(signals.SelectMany(signal => signal.Timeline).SelectMany(entry => NamedIn(entry.Happened)))
            .Distinct().ToArray();
        var people = signals.Select(signal => signal.ReporterId)
            .Concat(signals.SelectMany(signal => signal.Timeline).Select(entry => entry.ActorId))
            .OfType<Guid>().Distinct().ToArray();

        var neverInTheLine = signals.Any(signal => signal.Kind.GoesToTheDesk);
        return new SignalNames(
            await db.Units
                .Where(unit => db.UnitAncestors.Any(above => above.AncestorId == unit.Id && units.Contains(above.DescendantId))
                    || (neverInTheLine && unit.Kind == UnitKind.Oversight && unit.ClosedOn == null))
                .OrderBy(unit => unit.Code)
                .AsViews(db).ToListAsync(cancellationToken),
            await db.People.Where(person => people.Contains(person.Id))
                .Select(person => new PersonView(person.Id, person.Name, person.JobTitle)).ToListAsync(cancellationToken));
    }

    public static Task<SignalNames> NamesFor(this PortalDb db, Signal signal, CancellationToken cancellationToken) =>
        db.NamesFor([signal], cancellationToken);

    /// <summary>The units that never held the signal: they need not stand above it any more.</summary>
    private static IEnumerable<Guid> NamedIn(TimelineEvent happened) => happened switch
    {
        Escalated { WithoutManager: { } passedOver } => passedOver,
        TermMissed { Told: { } told } => [told],
        ContactMissed { Told: { } told } => [told],
        Assessed { Told: { } told } => [told],
        _ => [],
    };

    /// <summary>With who manages each today.</summary>
    public static IQueryable<UnitView> AsViews(this IQueryable<Unit> units, PortalDb db)
    {
        var (organisation, today) = (db.OrganisationId, db.Today);
        return from unit in units
               from mandate in db.Mandates.Where(mandate => mandate.UnitId == unit.Id && mandate.Kind == MandateKind.Manager).DefaultIfEmpty()
               from manager in db.People.Where(person => person.Id == mandate.PersonId).DefaultIfEmpty()
               from away in db.StandIns(organisation, today).Where(away => away.PersonId == mandate.PersonId).DefaultIfEmpty()
               from deputy in db.People.Where(person => person.Id == away.DeputyId && unit.Kind != UnitKind.Oversight
                   && (unit.Kind != UnitKind.ConfidentialDesk || (person.Roles & Roles.ConfidentialAdviser) != 0)).DefaultIfEmpty()
               select new UnitView(
                   unit.Id, unit.ParentId, unit.Name, unit.Layer, unit.Kind,
                   manager == null ? null : manager.Id, manager == null ? null : manager.Name, manager == null ? null : manager.JobTitle,
                   deputy == null ? null : deputy.Id, deputy == null ? null : deputy.Name,
                   unit.ClosedOn == null);
    }
}
