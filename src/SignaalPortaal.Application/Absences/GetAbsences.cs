using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Application.Absences;

/// <summary>When the viewer is away and for whom the viewer acts, now and later. The administrator sees those of everybody.</summary>
public sealed record GetAbsences : IRequest<AbsencesView>;

/// <param name="Away">When the viewer is away.</param>
/// <param name="Replaces">When the viewer acts for somebody else.</param>
/// <param name="Others">Of everybody else; only for the administrator.</param>
public sealed record AbsencesView(IReadOnlyList<AbsenceView> Away, IReadOnlyList<AbsenceView> Replaces, IReadOnlyList<AbsenceView> Others, DateOnly Today);

/// <param name="ArrangedByName">Null when the person did it.</param>
public sealed record AbsenceView(
    Guid Id, Guid PersonId, string PersonName, Guid DeputyId, string DeputyName, DateOnly From, DateOnly Until, string? ArrangedByName);

internal sealed class GetAbsencesHandler(PortalDb db, Viewer viewer, Now now) : IRequestHandler<GetAbsences, AbsencesView>
{
    public async Task<AbsencesView> Handle(GetAbsences query, CancellationToken cancellationToken)
    {
        var isAdministrator = viewer.Roles.HasFlag(Roles.Administrator);
        var absences = await (
            from absence in db.Absences
            where absence.Until >= now.Today && (isAdministrator || absence.PersonId == viewer.PersonId || absence.DeputyId == viewer.PersonId)
            join person in db.People on absence.PersonId equals person.Id
            join deputy in db.People on absence.DeputyId equals deputy.Id
            join arranger in db.People on absence.ArrangedById equals arranger.Id
            orderby absence.From, person.Name
            select new AbsenceView(absence.Id, person.Id, person.Name, deputy.Id, deputy.Name, absence.From, absence.Until,
                arranger.Id == person.Id ? null : arranger.Name))
            .ToListAsync(cancellationToken);
        return new AbsencesView(
            [.. absences.Where(absence => absence.PersonId == viewer.PersonId)],
            [.. absences.Where(absence => absence.DeputyId == viewer.PersonId)],
            [.. absences.Where(absence => absence.PersonId != viewer.PersonId && absence.DeputyId != viewer.PersonId)],
            now.Today);
    }
}
