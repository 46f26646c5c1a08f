using System.Text;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Messages;
using SignaalPortaal.Application.Pipeline;
using SignaalPortaal.Application.Protection;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Organisations;

/// <summary>
/// Brings an organisation to what two files say, wholly or not at all; a name that is not in use makes a new one. Asked on the command line, by the
/// functional administrator.
/// </summary>
/// <param name="Units">The CSV file of the units, as Excel or another program wrote it.</param>
/// <param name="People">The CSV file of the people.</param>
/// <param name="Anyway">Also when more than half of the units or of the people would disappear.</param>
public sealed record LoadOrganisation(string Name, ReadOnlyMemory<byte> Units, ReadOnlyMemory<byte> People, bool Anyway = false)
    : IRequest<LoadedOrganisation>, IBeginTransactions
{
    /// <summary>In bytes: three hundred thousand people.</summary>
    public const int LargestFile = 32 * 1024 * 1024;

    /// <summary>From text.</summary>
    public LoadOrganisation(string name, string units, string people, bool anyway = false)
        : this(name, Encoding.UTF8.GetBytes(units), Encoding.UTF8.GetBytes(people), anyway)
    {
    }
}

/// <param name="HandedOver">How many signals went to another unit, because theirs is there no more or is now managed by who may not handle them.</param>
public sealed record LoadedOrganisation(Guid Id, Changes Units, Changes People, int HandedOver)
{
    /// <summary>As what the files were read.</summary>
    public IReadOnlyList<FileReading> Readings { get; init; } = [];

    /// <summary>The codes of the units that were closed and went up in no other: what they had not finished went to the unit above.</summary>
    public IReadOnlyList<string> ClosedWithoutSuccessor { get; init; } = [];
}

/// <param name="Added">Also what came back.</param>
public sealed record Changes(int Added, int Changed, int Gone);

internal sealed class LoadOrganisationHandler(PortalDb db, CurrentViewer current, OrganisationKeys keys, TimeProvider clock)
    : IRequestHandler<LoadOrganisation, LoadedOrganisation>
{
    public async Task<LoadedOrganisation> Handle(LoadOrganisation command, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockOrganisation(command.Name, cancellationToken);
        var present = await LoadPresent(command.Name, cancellationToken);
        var now = current.Now(clock.GetUtcNow());

        var chart = OrganisationFiles.Read(present, command.Units, command.People);
        var change = new OrganisationChange(present, chart);
        var closed = change.ClosedUnits.Select(unit => unit.Id).ToList();
        RequireThatItCanBe(change, await db.LockUnfinished(closed, cancellationToken), command.Anyway);

        var (units, people) = change.Apply(now.Today);
        await Save(change, cancellationToken);
        await ForgetWhoLeft(change.Leavers, cancellationToken);
        var handedOver = await HandOver(change, closed, now, cancellationToken);

        await transaction.CommitAsync(cancellationToken);
        return new LoadedOrganisation(present.Id, units, people, handedOver)
        {
            Readings = chart.Readings,
            ClosedWithoutSuccessor = [.. change.ClosingUnits.Where(unit => !change.Successors.ContainsKey(unit.Id)).Select(unit => unit.Code).Order()],
        };
    }

    private async Task<PresentOrganisation> LoadPresent(string name, CancellationToken cancellationToken)
    {
        var organisation = await db.Set<Organisation>().SingleOrDefaultAsync(organisation => organisation.Name == name, cancellationToken);
        if (organisation is null)
        {
            organisation = new Organisation(name);
            if (await db.Set<Organisation>().AnyAsync(other => other.Address == organisation.Address, cancellationToken))
            {
                organisation.Address += $"-{organisation.Id.ToString()[..8]}";
            }

            db.Add(organisation);
        }

        current.Viewer = Viewer.Nobody with { OrganisationId = organisation.Id };
        await db.TellOrganisation(cancellationToken);
        current.SetTime(organisation, await db.LoadCalendar(cancellationToken));
        var holding = await db.Units
            .Where(unit => db.SignalsOfEveryone.Any(signal => signal.HeldByUnitId == unit.Id)
                || (UnitKinds.OutsideTheLine.Contains(unit.Kind) && db.Set<SignalHolder>().Any(holder => holder.UnitId == unit.Id)))
            .Select(unit => unit.Id)
            .ToListAsync(cancellationToken);
        return new PresentOrganisation(
            organisation.Id,
            await db.Units.ToListAsync(cancellationToken),
            await db.UnitAncestors.ToListAsync(cancellationToken),
            await db.People.ToListAsync(cancellationToken),
            await db.Mandates.ToListAsync(cancellationToken),
            holding.ToHashSet());
    }

    /// <exception cref="OrganisationFileException">What the files say cannot be, or is more likely a mistake.</exception>
    private static void RequireThatItCanBe(OrganisationChange change, List<Signal> unfinished, bool anyway)
    {
        var errors = new List<FileError>();
        if (!anyway)
        {
            AskAboutHalf(OrganisationFiles.UnitsFile, change.ClosingUnits.Count, change.UnitsBefore);
            AskAboutHalf(OrganisationFiles.PeopleFile, change.Leavers.Count, change.PeopleBefore);
        }

        var holders = unfinished.Select(signal => signal.HeldByUnitId).ToHashSet();
        errors.AddRange(change.ClosedUnits
            .Where(unit => unit.Kind.IsOutsideTheLine && holders.Contains(unit.Id) && change.SameKindAs(unit).Count == 0)
            .Select(unit => new FileError(OrganisationFiles.UnitsFile, 0, "", FileFault.DeskIsNeeded, unit.Code, $"{unit.Kind}")));

        if (errors.Count > 0)
        {
            throw new OrganisationFileException(errors);
        }

        void AskAboutHalf(string file, int gone, int before)
        {
            if (gone * 2 > before)
            {
                errors.Add(new FileError(file, 0, "", FileFault.MoreThanHalfGone, "", $"{gone}/{before}"));
            }
        }
    }

    private async Task Save(OrganisationChange change, CancellationToken cancellationToken)
    {
        // What goes, first: a unit has one manager at a time.
        db.AddRange(change.NewUnits);
        db.AddRange(change.NewPeople);
        db.RemoveRange(change.OldMandates);
        db.RemoveRange(change.OldAncestors);
        await db.SaveChangesAsync(cancellationToken);
        await keys.Make(db, cancellationToken);

        db.AddRange(change.NewMandates);
        db.AddRange(change.NewAncestors);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Nobody waits for them any more, nothing is sent to them, and they are signed out everywhere.</summary>
    private async Task ForgetWhoLeft(IReadOnlyList<Person> leavers, CancellationToken cancellationToken)
    {
        if (leavers.Count == 0)
        {
            return;
        }

        var left = leavers.Select(person => person.Id).ToArray();
        await db.Absences.Where(absence => left.Contains(absence.PersonId) || left.Contains(absence.DeputyId)).ExecuteDeleteAsync(cancellationToken);
        await db.Sessions.Where(session => left.Contains(session.PersonId)).ExecuteDeleteAsync(cancellationToken);
        await db.Set<Mail>().Where(mail => left.Contains(mail.PersonId) && mail.State == MailState.Waiting)
            .ExecuteUpdateAsync(mail => mail.SetProperty(one => one.State, MailState.Dropped), cancellationToken);
    }

    /// <summary>
    /// What the units that are there no more have not finished goes to those above in the new tree; what a desk or oversight has, to another one. What a
    /// unit had that went up in another one goes there, also what is finished: who now does its work can see what was promised. And nobody gets what they
    /// raised themselves, or what is about them.
    /// </summary>
    private async Task<int> HandOver(OrganisationChange change, List<Guid> closed, Now now, CancellationToken cancellationToken)
    {
        // Once more: from the moment that the units were closed nothing can come to them, but just before it something may have.
        var signals = await db.LockUnfinished(closed, cancellationToken, wholly: [.. change.Successors.Keys]);
        await db.LoadAllButWords(signals, cancellationToken);
        var lines = await db.LinesOf(
            [.. signals.Select(signal => signal.HeldByUnitId).Concat(change.OutsideTheLine).Concat(change.Successors.Values).Distinct()], cancellationToken);
        var kinds = change.ClosedUnits.ToDictionary(unit => unit.Id);
        foreach (var signal in signals)
        {
            var line = lines[signal.HeldByUnitId];
            IReadOnlyList<LineUnit> successors = change.Successors.TryGetValue(signal.HeldByUnitId, out var successor) ? lines[successor].Units : [];
            var others = line.Start.Kind.IsOutsideTheLine
                ? successors.Take(1).Concat(change.SameKindAs(kinds[line.Start.UnitId]).Select(unit => lines[unit].Start))
                : successors.Count > 0 ? successors : line.Above;
            signal.HandOver(line with { Units = [line.Start, .. others] }, now);
        }

        await db.SaveChangesAsync(cancellationToken);
        await db.GivePromisesToHolders(closed, cancellationToken);
        return signals.Count + await db.LeaveConflicts(now, cancellationToken);
    }
}
