using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Pipeline;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Application.Absences;

/// <summary>Says when a person is away and who acts meanwhile: the viewer, or for the administrator anybody.</summary>
public sealed record ArrangeAbsence : IRequest, IOnce
{
    /// <summary>Who is away; null for the viewer. Only the administrator names somebody else.</summary>
    public Guid? Person { get; init; }

    public DateOnly? FirstDay { get; init; }
    public DateOnly? LastDay { get; init; }
    public Guid? Deputy { get; init; }

    public Guid FormKey { get; init; }
}

internal sealed class ArrangeAbsenceValidator : AbstractValidator<ArrangeAbsence>
{
    public ArrangeAbsenceValidator()
    {
        RuleFor(absence => absence.FirstDay).NotEmpty();
        RuleFor(absence => absence.LastDay).NotEmpty();
        RuleFor(absence => absence.Deputy).NotNull();
    }
}

internal sealed class ArrangeAbsenceHandler(PortalDb db, Viewer viewer, Now now) : AsyncRequestHandler<ArrangeAbsence>
{
    protected override async Task Handle(ArrangeAbsence command, CancellationToken cancellationToken)
    {
        var person = command.Person ?? viewer.PersonId;
        if (person != viewer.PersonId && !viewer.Roles.HasFlag(Roles.Administrator))
        {
            throw new SignalNotFoundException();
        }

        var absence = new Absence
        {
            OrganisationId = viewer.OrganisationId,
            PersonId = person,
            DeputyId = command.Deputy!.Value,
            From = command.FirstDay!.Value,
            Until = command.LastDay!.Value,
            ArrangedById = viewer.PersonId,
        };

        // One at a time: two that are right by themselves can make a loop together.
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext({"absences " + viewer.OrganisationId}))", cancellationToken);
        absence.RequireThatItFits(await db.Absences.Where(other => other.Until >= now.Today).ToListAsync(cancellationToken), now.Today);
        // Who arranges this for others may not make an administrator, such as themselves, read what an administrator does not read.
        var isForAnother = person != viewer.PersonId;
        var people = await db.People.Where(one => (one.Id == person || one.Id == command.Deputy) && one.LeftOn == null)
            .Select(one => new { one.Id, one.Roles }).ToListAsync(cancellationToken);
        if (people.Count < 2 || (isForAnother && people.Any(one => one.Id == command.Deputy && one.Roles.HasFlag(Roles.Administrator))))
        {
            throw new SignalNotFoundException();
        }

        db.Add(absence);
        await db.SaveChangesAsync(cancellationToken);
        await db.LeaveConflicts(now, cancellationToken);
    }
}

/// <summary>Takes an absence away, also while it lasts: whoever is back acts again. For the person who is away and for the administrator.</summary>
public sealed record EndAbsence(Guid Id) : IRequest;

internal sealed class EndAbsenceHandler(PortalDb db, Viewer viewer, Now now) : AsyncRequestHandler<EndAbsence>
{
    protected override async Task Handle(EndAbsence command, CancellationToken cancellationToken)
    {
        var isAdministrator = viewer.Roles.HasFlag(Roles.Administrator);
        var ended = await db.Absences.Where(absence => absence.Id == command.Id && (isAdministrator || absence.PersonId == viewer.PersonId))
            .ExecuteDeleteAsync(cancellationToken);
        if (ended == 0)
        {
            throw new SignalNotFoundException();
        }

        await db.LeaveConflicts(now, cancellationToken);
    }
}
