using System.Text.Json;
using SignaalPortaal.Domain.Publications;

namespace SignaalPortaal.Domain.Tests.Publications;

/// <summary>An organisation whose quarters are published one after the other, as the portal does it, and then judged.</summary>
/// <param name="Qualifying">Rows of units below the top that could be shown if there were no others.</param>
/// <param name="Shown">How many of these can be read in what is published.</param>
internal sealed record Trial(IReadOnlyList<QuarterFacts> Facts, IReadOnlyList<PublishedQuarter> Published, int Qualifying, int Shown)
{
    public static Trial Of(int seed, PublicationRules? rules = null, int quarters = 8, int? units = null, bool isBusy = false, bool isFlat = false)
    {
        var facts = RandomOrganisation.Quarters(seed, quarters, rules, units, isBusy, isFlat);
        var published = new List<PublishedQuarter>();
        foreach (var quarter in facts)
        {
            published.Add(QuarterMaker.Make(quarter with { Earlier = [.. published] }));
        }

        var rows = facts.Zip(published, UnitRows.Of).ToList();
        return new Trial(facts, published, rows.Sum(row => row.Qualifying), rows.Sum(row => row.Shown));
    }

    public IReadOnlyList<PublicationFinding> OwnFindings() => FeasibleIntervals.Findings(Published, Facts[^1]);

    /// <param name="programmes">Where random regions come from that linear programmes are asked about; null to leave that out.</param>
    public IReadOnlyList<Finding> Judgement(Random? programmes = null) => Judgement(PublicationExport.Of(Published), programmes);

    public IReadOnlyList<Finding> Judgement(PublicationExport export, Random? programmes = null) =>
        Judge.Judgement(JsonSerializer.Serialize(export), Truth.Of(Facts), programmes);
}

internal static class UnitRows
{
    public static (int Qualifying, int Shown) Of(QuarterFacts facts, PublishedQuarter published)
    {
        var parents = facts.Units.ToDictionary(unit => unit.Id, unit => unit.ParentId);
        var rows = facts.Units.ToDictionary(unit => unit.Id, unit => new Row());
        foreach (var unit in facts.Units)
        {
            Up(unit.Id, row => row.People += unit.People);
        }

        foreach (var fact in facts.Raised)
        {
            Up(fact.Unit, row =>
            {
                row.Signals++;
                row.Reporters.Add(fact.Reporter ?? Guid.Empty);
            });
        }

        var blocks = published.Tables.Where(table => table.Dimensions is [PublishedDimension.Unit]).SelectMany(table => table.Cells).ToList();
        foreach (var leaves in blocks.Select(block => block.At[0].Leaves))
        {
            var inBlock = new Dictionary<Row, int>();
            foreach (var leaf in leaves)
            {
                Up(Guid.Parse(leaf), row => inBlock[row] = inBlock.GetValueOrDefault(row) + 1);
            }

            foreach (var (row, _) in inBlock.Where(row => row.Value != leaves.Count))
            {
                row.IsCut = true;
            }
        }

        var qualifying = facts.Units
            .Where(unit => unit.ParentId is not null)
            .Select(unit => rows[unit.Id])
            .Where(row => row.People >= facts.Rules.FewestPeople
                && (row.Signals == 0 || (row.Signals >= facts.Rules.SmallestCount && row.Reporters.Count >= facts.Rules.FewestReporters)))
            .ToList();
        return (qualifying.Count, blocks.Count == 0 ? 0 : qualifying.Count(row => !row.IsCut));

        void Up(Guid unit, Action<Row> act)
        {
            for (Guid? at = unit; at is { } id; at = parents[id])
            {
                act(rows[id]);
            }
        }
    }

    private sealed class Row
    {
        public int People { get; set; }

        public int Signals { get; set; }

        public HashSet<Guid> Reporters { get; } = [];

        /// <summary>A block is partly in it and partly not.</summary>
        public bool IsCut { get; set; }
    }
}
