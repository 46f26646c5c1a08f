namespace SignaalPortaal.Domain.Publications;

/// <summary>Counts every cell of a quarter again from the facts, and who is behind it.</summary>
internal static class FactsCheck
{
    public static IEnumerable<PublicationFinding> Findings(PublishedQuarter quarter, QuarterFacts facts)
    {
        foreach (var measure in quarter.Tables.GroupBy(table => table.Measure))
        {
            var rows = Rows(measure.Key, facts).ToList();
            foreach (var table in measure)
            {
                var inCells = InCells(table, rows);
                foreach (var cell in table.Cells)
                {
                    if (RiskOf(cell, [.. inCells[string.Join('|', cell.At.Select(block => block.Leaves[0]))]], quarter.Rules) is { } risk)
                    {
                        yield return new PublicationFinding(quarter.Quarter, risk, table.Measure, cell.At);
                    }
                }
            }
        }
    }

    private static PublicationRisk? RiskOf(PublishedCell cell, IReadOnlyCollection<Row> rows, PublicationRules rules) => rows.Count switch
    {
        var count when count != cell.Count => PublicationRisk.Contradiction,
        0 => null,
        _ when !AreEnough(rows.Select(row => row.Signal), rules.SmallestCount) => PublicationRisk.SmallCount,
        _ when !AreEnough(rows.Select(row => row.Reporter), rules.FewestReporters) => PublicationRisk.FewReporters,
        _ => null,
    };

    private static bool AreEnough<T>(IEnumerable<T> values, int enough) => values.Distinct().Take(enough).Count() == enough;

    /// <summary>By the first leaf of each block of the cell.</summary>
    private static ILookup<string, Row> InCells(PublishedTable table, IEnumerable<Row> rows)
    {
        var firstLeaves = table.Dimensions
            .Select((_, side) => table.Cells
                .Select(cell => cell.At[side])
                .SelectMany(block => block.Leaves.Select(leaf => (Leaf: leaf, First: block.Leaves[0])))
                .Distinct()
                .ToDictionary(leaf => leaf.Leaf, leaf => leaf.First))
            .ToList();
        return rows.ToLookup(row => string.Join('|', table.Dimensions.Select((dimension, side) => firstLeaves[side].GetValueOrDefault(row.Leaf(dimension), "?"))));
    }

    private static IEnumerable<Row> Rows(PublishedMeasure measure, QuarterFacts facts) => measure switch
    {
        PublishedMeasure.Raised => facts.Raised.Select((fact, number) => new Row(
            dimension => dimension switch
            {
                PublishedDimension.Unit => $"{fact.Unit}",
                PublishedDimension.Theme => $"{fact.Theme}",
                PublishedDimension.Kind => $"{fact.Kind}",
                _ => $"{fact.Status}",
            },
            fact.Reporter,
            number)),
        PublishedMeasure.Answered => facts.Answered.Select(fact => new Row(
            dimension => dimension switch
            {
                PublishedDimension.Outcome => $"{fact.Outcome}",
                PublishedDimension.Reason => fact.Reason is { } reason ? $"{reason}" : PublishedLeaf.NoReason,
                PublishedDimension.Timeliness => $"{(fact.InTime ? PublishedTimeliness.InTime : PublishedTimeliness.Late)}",
                _ => $"{fact.Duration}",
            },
            fact.Reporter,
            fact.Signal)),
        PublishedMeasure.EscalatedBySilence => facts.EscalatedBySilence.Select((fact, number) => new Row(_ => "", fact.Reporter, number)),
        _ => facts.OverdueAtTheTop.Select((fact, number) => new Row(_ => "", fact.Reporter, number)),
    };

    private sealed record Row(Func<PublishedDimension, string> Leaf, Guid? Reporter, object Signal);
}
