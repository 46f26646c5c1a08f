using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Search;

namespace SignaalPortaal.Application.Absences;

/// <summary>People of the organisation whose name holds each of these words, in any order and without prefixes, by name.</summary>
/// <param name="Search">Empty finds who act for the same units as the viewer, or work in them.</param>
/// <param name="Chosen">Who was chosen before; stays in the list, in front.</param>
public sealed record FindPeople(string? Search, Guid? Chosen) : IRequest<Found<FoundPerson>>
{
    public const int Most = 12;
}

public sealed record FoundPerson(Guid Id, string Name, string JobTitle, string UnitName);

internal sealed class FindPeopleHandler(PortalDb db, Viewer viewer) : IRequestHandler<FindPeople, Found<FoundPerson>>
{
    public async Task<Found<FoundPerson>> Handle(FindPeople query, CancellationToken cancellationToken)
    {
        var isSearch = !string.IsNullOrWhiteSpace(query.Search);
        var units = viewer.UnitsActedFor.Keys.ToArray();
        var named = PortalDb.Named(db.People, SearchText.NameWords(query.Search));
        var found = await db.People
            .Where(person => person.LeftOn == null && (person.Id == query.Chosen
                || (isSearch && named.Any(one => one.Id == person.Id))
                || (!isSearch && person.Id != viewer.PersonId && (units.Contains(person.HomeUnitId)
                    || db.Mandates.Any(mandate => mandate.PersonId == person.Id && units.Contains(mandate.UnitId))))))
            .OrderByDescending(person => person.Id == query.Chosen)
            .ThenByDescending(person => db.Mandates.Any(mandate => mandate.PersonId == person.Id && units.Contains(mandate.UnitId)))
            .ThenBy(person => person.Name)
            .Take(FindPeople.Most + 1)
            .Select(person => new FoundPerson(person.Id, person.Name, person.JobTitle, db.Units.First(unit => unit.Id == person.HomeUnitId).Name))
            .ToListAsync(cancellationToken);
        return Found<FoundPerson>.Of(found, FindPeople.Most);
    }
}
