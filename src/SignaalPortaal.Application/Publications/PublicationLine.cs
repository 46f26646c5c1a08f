using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Publications;

namespace SignaalPortaal.Application.Publications;

/// <summary>
/// The line units that exist on a day, from the top down, and under which of them everything else is counted: a help team, the confidential desk and
/// what is closed under the nearest one above.
/// </summary>
internal sealed class PublicationLine
{
    private readonly Dictionary<Guid, Unit> _all;
    private readonly Dictionary<Guid, Guid> _places = [];
    private readonly DateOnly _day;
    private readonly Guid _top;

    /// <param name="all">Also those that are closed.</param>
    /// <param name="people">How many work in each unit itself.</param>
    public PublicationLine(IReadOnlyList<Unit> all, IReadOnlyDictionary<Guid, int> people, DateOnly day)
    {
        (_all, _day) = (all.ToDictionary(unit => unit.Id), day);
        var line = all.Where(Exists).ToList();
        var above = line.ToDictionary(unit => unit.Id, unit => unit.ParentId is { } parent ? NearestAbove(parent) : null);
        _top = line.First(unit => above[unit.Id] is null).Id;
        var working = people.GroupBy(unit => Place(unit.Key)).ToDictionary(unit => unit.Key, unit => unit.Sum(part => part.Value));
        Units = [.. line.OrderBy(unit => Depth(unit.Id)).ThenBy(unit => unit.Name, StringComparer.Ordinal).ThenBy(unit => unit.Id)
            .Select(unit => new PublishedUnit(unit.Id, above[unit.Id], unit.Name, unit.Layer, working.GetValueOrDefault(unit.Id)))];

        int Depth(Guid unit) => above[unit] is { } parent ? 1 + Depth(parent) : 0;
    }

    public IReadOnlyList<PublishedUnit> Units { get; }

    /// <summary>Under which unit of the line it counts; under the top when there is none above it.</summary>
    public Guid Place(Guid unit) => _places.TryGetValue(unit, out var place) ? place : _places[unit] = NearestAbove(unit) ?? _top;

    /// <summary>Neither a help team nor the confidential desk.</summary>
    public bool IsOfTheLine(Guid unit) => _all.GetValueOrDefault(unit)?.Kind is UnitKind.Line;

    private Guid? NearestAbove(Guid start)
    {
        for (var unit = _all.GetValueOrDefault(start); unit is not null; unit = unit.ParentId is { } parent ? _all.GetValueOrDefault(parent) : null)
        {
            if (Exists(unit))
            {
                return unit.Id;
            }
        }

        return null;
    }

    private bool Exists(Unit unit) => unit.Kind is UnitKind.Line && (unit.ClosedOn is null || unit.ClosedOn > _day);
}
