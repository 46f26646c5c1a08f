using SignaalPortaal.Application.Data;
using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Application.Organisations;

/// <summary>An organisation as it stands in its two files. What was there before has the id that it had.</summary>
/// <param name="Successors">Of units that are there no more, the unit in which they went up.</param>
/// <param name="Readings">As what the files were read.</param>
internal sealed record OrganisationChart(
    IReadOnlyList<Unit> Units, IReadOnlyList<Person> People, IReadOnlyList<Mandate> Mandates, IReadOnlyDictionary<Guid, Guid> Successors,
    IReadOnlyList<FileReading> Readings);

/// <summary>An organisation as it is until now, with what is closed and who left; empty when it is new.</summary>
/// <param name="HoldingUnits">The units that hold something, and the desks that ever held something: they stay of the kind they are.</param>
internal sealed record PresentOrganisation(
    Guid Id,
    IReadOnlyList<Unit> Units,
    IReadOnlyList<UnitAncestor> Ancestors,
    IReadOnlyList<Person> People,
    IReadOnlyList<Mandate> Mandates,
    IReadOnlySet<Guid> HoldingUnits);

/// <summary>What is different between an organisation as it is and as its files say it is to be. Nothing is ever taken away: old timelines name it.</summary>
internal sealed class OrganisationChange
{
    private readonly Dictionary<Guid, Unit> _units;
    private readonly Dictionary<Guid, Person> _people;
    private readonly PresentOrganisation _present;
    private readonly Guid _top;

    public OrganisationChange(PresentOrganisation present, OrganisationChart chart)
    {
        _present = present;
        _units = chart.Units.ToDictionary(unit => unit.Id);
        _people = chart.People.ToDictionary(person => person.Id);
        _top = chart.Units.First(unit => unit.ParentId is null).Id;

        NewUnits = [.. chart.Units.ExceptBy(present.Units.Select(unit => unit.Id), unit => unit.Id)];
        NewPeople = [.. chart.People.ExceptBy(present.People.Select(person => person.Id), person => person.Id)];
        ClosedUnits = [.. present.Units.Where(unit => !_units.ContainsKey(unit.Id))];
        ClosingUnits = [.. ClosedUnits.Where(unit => unit.ClosedOn is null)];
        Leavers = [.. present.People.Where(person => person.LeftOn is null && !_people.ContainsKey(person.Id))];
        Successors = chart.Successors;
        UnitsBefore = present.Units.Count(unit => unit.ClosedOn is null);
        PeopleBefore = present.People.Count(person => person.LeftOn is null);
        NewMandates = [.. chart.Mandates.ExceptBy(present.Mandates.Select(Key), Key)];
        OldMandates = [.. present.Mandates.ExceptBy(chart.Mandates.Select(Key), Key)];

        static (Guid, Guid, MandateKind) Key(Mandate mandate) => (mandate.UnitId, mandate.PersonId, mandate.Kind);
    }

    public IReadOnlyList<Unit> NewUnits { get; }

    /// <summary>All that are not in the file, also those that were closed before.</summary>
    public IReadOnlyList<Unit> ClosedUnits { get; }

    /// <summary>Those that are closed now.</summary>
    public IReadOnlyList<Unit> ClosingUnits { get; }

    public IReadOnlyList<Person> NewPeople { get; }

    public IReadOnlyList<Person> Leavers { get; }

    public IReadOnlyList<Mandate> NewMandates { get; }

    public IReadOnlyList<Mandate> OldMandates { get; }

    public IReadOnlyList<UnitAncestor> NewAncestors { get; private set; } = [];

    public IReadOnlyList<UnitAncestor> OldAncestors { get; private set; } = [];

    /// <summary>The confidential desks and the units of oversight that are in the file.</summary>
    public IEnumerable<Guid> OutsideTheLine => _units.Values.Where(unit => unit.Kind.IsOutsideTheLine).Select(unit => unit.Id);

    /// <summary>The units of this kind that are in the file, the one that gets new signals first.</summary>
    public IReadOnlyList<Guid> SameKindAs(Unit closed) =>
        [.. _units.Values.Where(unit => unit.Kind == closed.Kind).OrderBy(unit => unit.Code, StringComparer.Ordinal).Select(unit => unit.Id)];

    /// <summary>Of closed units, the unit in which they went up.</summary>
    public IReadOnlyDictionary<Guid, Guid> Successors { get; }

    public int UnitsBefore { get; }

    public int PeopleBefore { get; }

    /// <summary>Changes what was there already.</summary>
    public (Changes Units, Changes People) Apply(DateOnly today)
    {
        var parents = _present.Units.ToDictionary(unit => unit.Id, unit => unit.ParentId);
        var units = ApplyToUnits();
        var people = ApplyToPeople();
        foreach (var unit in ClosedUnits)
        {
            unit.ClosedOn ??= today;
            unit.ParentId = NearestThatIsThere(unit, parents);
        }

        foreach (var person in Leavers)
        {
            person.LeftOn = today;
        }

        CompareAncestors();
        return (units, people);
    }

    private Changes ApplyToUnits()
    {
        var (added, changed) = (NewUnits.Count, NewMandates.Concat(OldMandates).Select(mandate => mandate.UnitId).ToHashSet());
        changed.IntersectWith(_units.Keys);
        changed.ExceptWith(NewUnits.Select(unit => unit.Id));
        foreach (var unit in _present.Units.Where(unit => _units.ContainsKey(unit.Id)))
        {
            var wanted = _units[unit.Id];
            if (unit.ClosedOn is not null)
            {
                added++;
                changed.Remove(unit.Id);
            }
            else if ((unit.Name, unit.Layer, unit.Kind, unit.ParentId) != (wanted.Name, wanted.Layer, wanted.Kind, wanted.ParentId))
            {
                changed.Add(unit.Id);
            }

            (unit.Name, unit.Layer, unit.Kind, unit.ParentId, unit.ClosedOn) = (wanted.Name, wanted.Layer, wanted.Kind, wanted.ParentId, null);
        }

        return new Changes(added, changed.Count, ClosingUnits.Count);
    }

    private Changes ApplyToPeople()
    {
        var (added, changed) = (NewPeople.Count, 0);
        foreach (var person in _present.People.Where(person => _people.ContainsKey(person.Id)))
        {
            var wanted = _people[person.Id];
            if (person.LeftOn is not null)
            {
                added++;
            }
            else if ((person.Name, person.JobTitle, person.HomeUnitId, person.Roles, person.Mail)
                != (wanted.Name, wanted.JobTitle, wanted.HomeUnitId, wanted.Roles, wanted.Mail))
            {
                changed++;
            }

            (person.Name, person.JobTitle, person.HomeUnitId) = (wanted.Name, wanted.JobTitle, wanted.HomeUnitId);
            (person.Roles, person.Mail, person.LeftOn) = (wanted.Roles, wanted.Mail, null);
        }

        return new Changes(added, changed, Leavers.Count);
    }

    /// <summary>The parent that it had, or else the one above that, until one that is in the file.</summary>
    private Guid NearestThatIsThere(Unit closed, Dictionary<Guid, Guid?> parents)
    {
        var above = parents[closed.Id];
        while (above is { } parent && !_units.ContainsKey(parent))
        {
            above = parents[parent];
        }

        return above ?? _top;
    }

    private void CompareAncestors()
    {
        var wanted = Ancestors([.. _present.Units, .. NewUnits]).ToDictionary(Key);
        OldAncestors = [.. _present.Ancestors.Where(above => !wanted.ContainsKey(Key(above)))];
        NewAncestors = [.. wanted.Values.ExceptBy(_present.Ancestors.Select(Key), Key)];

        static (Guid, Guid, int) Key(UnitAncestor above) => (above.AncestorId, above.DescendantId, above.Distance);
    }

    private IEnumerable<UnitAncestor> Ancestors(IReadOnlyList<Unit> units)
    {
        var parents = units.ToDictionary(unit => unit.Id, unit => unit.ParentId);
        foreach (var unit in parents.Keys)
        {
            var distance = 0;
            for (Guid? above = unit; above is { } ancestor; above = parents[ancestor])
            {
                yield return new UnitAncestor { OrganisationId = _present.Id, AncestorId = ancestor, DescendantId = unit, Distance = distance++ };
            }
        }
    }
}
