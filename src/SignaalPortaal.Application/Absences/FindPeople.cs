using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Application.Absences;

/// <summary>People of the organisation whose name holds a text, by name.</summary>
/// <param name="Search">Empty finds who act for the same units as the viewer, or work in them.</param>
/// <param name="Chosen">Who was chosen before; stays in the list, in front.</param>
public sealed record FindPeople(string? Search, Guid? Chosen) : IRequest<IReadOnlyList<FoundPerson>>
{
    public const int Most = 12;
    public const int SearchMaxLength = 100;
}

public sealed record FoundPerson(Guid Id, string Name, string JobTitle, string UnitName);

internal sealed class FindPeopleHandler(PortalDb db, Viewer viewer) : IRequestHandler<FindPeople, IReadOnlyList<FoundPerson>>
{
    public async Task<IReadOnlyList<FoundPerson>> Handle(FindPeople query, CancellationToken cancellationToken)
    {
        var search = query.Search?.Trim() ?? "";
        var pattern = $"%{search.Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_")}%";
        var units = viewer.UnitsActedFor.Keys.ToArray();
        return await db.People
            .Where(person => person.LeftOn == null && (person.Id == query.Chosen
                || (search != "" && EF.Functions.ILike(person.Name, pattern))
                || (search == "" && person.Id != viewer.PersonId && (units.Contains(person.HomeUnitId)
                    || db.Mandates.Any(mandate => mandate.PersonId == person.Id && units.Contains(mandate.UnitId))))))
            .OrderByDescending(person => person.Id == query.Chosen)
            .ThenByDescending(person => db.Mandates.Any(mandate => mandate.PersonId == person.Id && units.Contains(mandate.UnitId)))
            .ThenBy(person => person.Name)
            .Take(FindPeople.Most)
            .Select(person => new FoundPerson(person.Id, person.Name, person.JobTitle, db.Units.First(unit => unit.Id == person.HomeUnitId).Name))
            .ToListAsync(cancellationToken);
    }
}
