using System.Text;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Organisations;
using SignaalPortaal.Application.Pipeline;
using SignaalPortaal.Domain.Search;

namespace SignaalPortaal.Application.Demo;

/// <summary>People as whom one can sign in on a demonstration: those of the tour, in its order, or those whose name holds a text.</summary>
/// <param name="TourFile">A CSV file of personnel numbers, each with a hint on what to try.</param>
/// <param name="Search">Empty for the tour.</param>
public sealed record GetDemoPeople(string TourFile, string? Search) : IRequest<IReadOnlyList<DemoPerson>>, IBeginTransactions
{
    public const int MostFound = 20;
}

/// <param name="Hint">What to try as this person, in Dutch; null outside the tour.</param>
public sealed record DemoPerson(Guid OrganisationId, Guid Id, string Name, string JobTitle, string UnitName, string? Hint);

internal sealed class GetDemoPeopleHandler(PortalDb db) : IRequestHandler<GetDemoPeople, IReadOnlyList<DemoPerson>>
{
    public async Task<IReadOnlyList<DemoPerson>> Handle(GetDemoPeople query, CancellationToken cancellationToken)
    {
        var file = await File.ReadAllTextAsync(query.TourFile, Encoding.UTF8, cancellationToken);
        var tour = CsvTable.Read(query.TourFile, file, ["number", "hint"]).Lines.Skip(1).Select(line => (number: line.Fields[0], hint: line.Fields[1])).ToList();
        var numbers = tour.Select(stop => stop.number).ToList();

        // Nobody is signed in yet, so there is no organisation to limit this to.
        List<(string Number, DemoPerson Person)> found = [];
        foreach (var organisation in await db.OrganisationIds(cancellationToken))
        {
            await using var transaction = await db.BeginFor(organisation, cancellationToken);
            found.AddRange(await Find(query.Search, numbers, cancellationToken));
        }

        return [.. found
            .Take(GetDemoPeople.MostFound)
            .OrderBy(one => (uint)numbers.IndexOf(one.Number))
            .Select(one => one.Person with { Hint = tour.Find(stop => stop.number == one.Number).hint })];
    }

    private async Task<IEnumerable<(string Number, DemoPerson Person)>> Find(string? search, List<string> numbers, CancellationToken cancellationToken)
    {
        var people = db.People.Where(person => person.LeftOn == null);
        var found = await (string.IsNullOrWhiteSpace(search)
                ? people.Where(person => numbers.Contains(person.Number))
                : PortalDb.Named(people, SearchText.NameWords(search)))
            .OrderBy(person => person.Name)
            .Take(GetDemoPeople.MostFound)
            .Select(person => new
            {
                person.Number,
                Person = new DemoPerson(
                    person.OrganisationId, person.Id, person.Name, person.JobTitle,
                    db.Units.First(unit => unit.Id == person.HomeUnitId).Name,
                    null),
            })
            .ToListAsync(cancellationToken);
        return found.Select(one => (one.Number, one.Person));
    }
}

/// <summary>The organisation of a person; null when there is no such person, or no more.</summary>
public sealed record GetDemoPerson(Guid Id) : IRequest<Guid?>, IBeginTransactions;

internal sealed class GetDemoPersonHandler(PortalDb db) : IRequestHandler<GetDemoPerson, Guid?>
{
    public async Task<Guid?> Handle(GetDemoPerson query, CancellationToken cancellationToken)
    {
        foreach (var organisation in await db.OrganisationIds(cancellationToken))
        {
            await using var transaction = await db.BeginFor(organisation, cancellationToken);
            if (await db.People.AnyAsync(person => person.Id == query.Id && person.LeftOn == null, cancellationToken))
            {
                return organisation;
            }
        }

        return null;
    }
}
