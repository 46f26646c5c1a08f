using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Domain.Hints;
using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Application.Hints;

internal static class OrganisationRegister
{
    extension(PortalDb db)
    {
        /// <summary>In three statements. Who has left is not in it: nobody could look that name up either.</summary>
        /// <param name="writer">Who wrote the text that is looked at; nobody when it is about others in any case.</param>
        public async Task<Register> ReadRegister(Guid writer, CancellationToken cancellationToken)
        {
            var people = await db.People.Where(person => person.LeftOn == null)
                .Select(person => new { person.Id, person.Name, person.Number, person.JobTitle, person.HomeUnitId })
                .ToListAsync(cancellationToken);
            var units = await db.Units.Where(unit => unit.ClosedOn == null && !UnitKinds.OutsideTheLine.Contains(unit.Kind))
                .Select(unit => new { unit.Id, unit.ParentId, unit.Name })
                .ToDictionaryAsync(unit => unit.Id, cancellationToken);
            var templates = await db.Set<OwnNumberTemplate>().OrderBy(template => template.Shape).ToListAsync(cancellationToken);

            var peopleIn = new Dictionary<Guid, int>();
            foreach (var home in people.CountBy(person => person.HomeUnitId))
            {
                for (var unit = units.GetValueOrDefault(home.Key); unit is not null; unit = unit.ParentId is { } parent ? units.GetValueOrDefault(parent) : null)
                {
                    peopleIn[unit.Id] = peopleIn.GetValueOrDefault(unit.Id) + home.Value;
                }
            }

            return new Register(
                people.Select(person => new RegisteredPerson(person.Name, person.Number, person.JobTitle, person.Id == writer)),
                units.Values.Select(unit => new RegisteredUnit(unit.Name, peopleIn.GetValueOrDefault(unit.Id))),
                [.. templates.Select(template => new NumberTemplate(template.Shape, template.Kind))]);
        }
    }
}

/// <summary>A <see cref="NumberTemplate"/> of one organisation.</summary>
internal sealed class OwnNumberTemplate
{
    public Guid OrganisationId { get; init; }
    public string Shape { get; init; } = "";
    public IdentifyingKind Kind { get; init; }
}
