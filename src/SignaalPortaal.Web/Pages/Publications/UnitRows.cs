using SignaalPortaal.Domain.Publications;

namespace SignaalPortaal.Web.Pages.Publications;

/// <summary>
/// The tree of units as far as it is published. A block is a unit with what is too small below it; a unit above is the sum of the blocks in it, where these
/// hold all of it and nothing else.
/// </summary>
/// <param name="Depth">1 for the top.</param>
/// <param name="With">The units that are counted with it, by name.</param>
/// <param name="IsSum">All below it is in this number too.</param>
public sealed record UnitRow(string Name, int Count, int People, int Depth, IReadOnlyList<string> With, bool IsSum)
{
    public static IReadOnlyList<UnitRow> Of(PublishedQuarter published)
    {
        if (Figure.TableOf(published, PublishedMeasure.Raised, PublishedDimension.Unit) is not { } table)
        {
            return [];
        }

        var units = published.Units.ToDictionary(unit => unit.Id);
        var below = published.Units.ToLookup(unit => unit.ParentId is { } parent && units.ContainsKey(parent) ? parent : Guid.Empty);
        var blockOf = new Dictionary<Guid, PublishedCell>();
        foreach (var cell in table.Cells)
        {
            foreach (var leaf in cell.At[0].Leaves)
            {
                blockOf[Guid.Parse(leaf)] = cell;
            }
        }

        var rows = new List<UnitRow>();
        foreach (var top in below[Guid.Empty])
        {
            Walk(top, depth: 1, shown: []);
        }

        return rows;

        // A block stands at the first of its units from above.
        void Walk(PublishedUnit unit, int depth, HashSet<PublishedCell> shown)
        {
            var subtree = Subtree(unit).ToList();
            var blocks = subtree.Where(one => blockOf.ContainsKey(one.Id)).Select(one => blockOf[one.Id]).ToHashSet();
            var own = blockOf.GetValueOrDefault(unit.Id);
            var isWhole = blocks.Count > 0 && blocks.Sum(block => block.At[0].Leaves.Count) == subtree.Count(one => blockOf.ContainsKey(one.Id));
            var stands = own is not null && shown.Add(own);
            if (isWhole && blocks.Count > 1)
            {
                rows.Add(new UnitRow(unit.Name, blocks.Sum(block => block.Count), subtree.Sum(one => one.People), depth, [], IsSum: true));
                depth++;
            }

            if (stands)
            {
                var together = own!.At[0].Leaves.Select(leaf => units[Guid.Parse(leaf)]).ToList();
                rows.Add(new UnitRow(
                    unit.Name, own.Count, together.Sum(one => one.People), depth, [.. together.Where(one => one.Id != unit.Id).Select(one => one.Name)], IsSum: false));
            }

            foreach (var one in below[unit.Id])
            {
                Walk(one, isWhole && blocks.Count > 1 ? depth : depth + (stands ? 1 : 0), shown);
            }
        }

        IEnumerable<PublishedUnit> Subtree(PublishedUnit unit) => below[unit.Id].SelectMany(Subtree).Prepend(unit);
    }
}
