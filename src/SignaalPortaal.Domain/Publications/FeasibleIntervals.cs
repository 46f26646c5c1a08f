namespace SignaalPortaal.Domain.Publications;

/// <summary>Why something may not be published.</summary>
public enum PublicationRisk
{
    /// <summary>The rules are looser than those for everybody.</summary>
    LooseRules,

    /// <summary>A quarter is there twice.</summary>
    Revised,

    /// <summary>Counts that cannot all be true, or a block that nobody can place.</summary>
    Contradiction,

    /// <summary>Blocks of two tables overlap and neither is within the other, so their difference cannot be vouched for.</summary>
    Overlap,

    /// <summary>A count of 1 to k - 1, printed or worked out. Where a total of zero is printed, one that is missing is such a count.</summary>
    SmallCount,

    /// <summary>What is not printed is known to within less than k.</summary>
    NarrowInterval,

    FewPeople,

    /// <summary>Somebody who is behind a count and takes off the own part is left with the part of one other.</summary>
    FewReporters,

    /// <summary>All signals of a block are known to be about one theme, or of one kind.</summary>
    OneTheme,

    /// <summary>One measure is part of another, and what is left of the other is small.</summary>
    SmallDifference,
}

public sealed record PublicationFinding(Quarter Quarter, PublicationRisk Risk, PublishedMeasure? Measure = null, IReadOnlyList<PublishedBlock>? At = null);

/// <summary>
/// Works out what follows from everything that an organisation ever published. A quarter may be published when nothing is found with it among the rest.
/// </summary>
/// <remarks>
/// <para>
/// Bounds are exact for what a publication consists of: a total, margins of which each is a partition, and a cross table of blocks of these. A table of another
/// shape is a finding by itself. Sums over quarters add up what is zero or large enough in each, because no signal is counted in two quarters; a unit is
/// another one in each quarter, so nothing can be taken off between them. What is overdue at the top is a snapshot: of two of these it is not known how many
/// signals they share, so only their bounds count, and these are as wide as the smaller one.
/// </para>
/// <para>
/// An interval that is at least k wide is at least k - 1 wide for somebody who knows of one signal where it is. Of how many reporters a count consists cannot be
/// seen in publications; with the facts of the latest quarter that is counted again here, apart from how it was made.
/// </para>
/// </remarks>
public static class FeasibleIntervals
{
    public static IReadOnlyList<PublicationFinding> Findings(IReadOnlyList<PublishedQuarter> published, QuarterFacts latest) =>
        [.. Findings(published), .. FactsCheck.Findings(published.Single(quarter => quarter.Quarter == latest.Quarter), latest)];

    public static IReadOnlyList<PublicationFinding> Findings(IReadOnlyList<PublishedQuarter> published)
    {
        var quarters = published.OrderBy(quarter => quarter.Quarter.Year).ThenBy(quarter => quarter.Quarter.Number).ToList();
        var findings = quarters
            .GroupBy(quarter => quarter.Quarter)
            .Where(same => same.Count() > 1)
            .Select(same => new PublicationFinding(same.Key, PublicationRisk.Revised))
            .ToList();
        for (var place = 0; place < quarters.Count; place++)
        {
            findings.AddRange(InQuarter(quarters[place]));
            findings.AddRange(BetweenMeasures(quarters.GetRange(0, place + 1)));
        }

        return findings;
    }

    private static IEnumerable<PublicationFinding> InQuarter(PublishedQuarter quarter)
    {
        var (rules, floor) = (quarter.Rules, new PublicationRules());
        if (rules.SmallestCount < floor.SmallestCount || rules.FewestPeople < floor.FewestPeople || rules.FewestReporters < floor.FewestReporters)
        {
            yield return new PublicationFinding(quarter.Quarter, PublicationRisk.LooseRules);
        }

        foreach (var tables in quarter.Tables.GroupBy(table => table.Measure))
        {
            foreach (var finding in new MeasureCheck(quarter, tables.Key, [.. tables]).Findings())
            {
                yield return finding;
            }
        }
    }

    private static IEnumerable<PublicationFinding> BetweenMeasures(IReadOnlyList<PublishedQuarter> untilThen)
    {
        var latest = untilThen[^1];
        var answered = LinkedMeasures.SurelyAnswered(LinkedMeasures.Statuses(latest.Tables));
        var earlier = LinkedMeasures.TotalOf(latest.Tables, PublishedMeasure.Answered) - answered;
        if (answered > 0 && earlier > 0 && earlier < latest.Rules.SmallestCount)
        {
            yield return new PublicationFinding(latest.Quarter, PublicationRisk.SmallDifference, PublishedMeasure.Answered);
        }

        if (latest.Tables.Any(table => table.Dimensions.Count == 0 && table.Cells.All(cell => cell.Count == 0)))
        {
            yield return new PublicationFinding(latest.Quarter, PublicationRisk.SmallCount);
        }

        foreach (var measure in (PublishedMeasure[])[PublishedMeasure.EscalatedBySilence, PublishedMeasure.OverdueAtTheTop])
        {
            if (LinkedMeasures.TotalOf(latest.Tables, measure) is { } part && LinkedMeasures.AtMost(measure, untilThen) - part < latest.Rules.SmallestCount)
            {
                yield return new PublicationFinding(latest.Quarter, PublicationRisk.SmallDifference, measure);
            }
        }
    }
}
