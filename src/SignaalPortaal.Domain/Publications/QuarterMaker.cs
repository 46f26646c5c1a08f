using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Publications;

/// <summary>Makes of the facts of a quarter what is published of it: always the same of the same facts.</summary>
/// <remarks>
/// <para>
/// Nothing is hidden in a table; small counts are taken together until every block of every table is zero, or of enough signals, reporters and people.
/// That is why it is safe. Every sum and difference of the blocks of one table is again a sum of its blocks. Of two tables of one measure it follows
/// only that what a block of N signals in the one and a block of M in the other share lies between max(0, N + M - total) and min(N, M). The upper end is a
/// published count. The width is the smallest of N, M, what is outside the one and what is outside the other: each zero or large enough again. It is zero
/// only where a block holds everything, and a theme or kind that holds everything is not published.
/// </para>
/// <para>
/// A cross table divides a total into cells that are zero or large enough themselves, so the same holds within each of its rows, columns and cells.
/// What a table says is nothing new when it has one block, so that is left out. Where one measure is part of another, what is left of the larger
/// is a count as well, and is treated as one.
/// </para>
/// </remarks>
public static class QuarterMaker
{
    public static PublishedQuarter Make(QuarterFacts facts)
    {
        var counting = new Counting(facts.Rules);
        var answered = AnsweredTables(facts, counting);
        var raised = RaisedTables(facts, counting, answered);
        var tables = new List<PublishedTable>([.. raised, .. answered]);
        var signals = 0;
        AddPartOfRaised(PublishedMeasure.EscalatedBySilence, facts.EscalatedBySilence.Select(fact => counting.Of(signals++, fact.Reporter)));
        AddPartOfRaised(PublishedMeasure.OverdueAtTheTop, facts.OverdueAtTheTop.Select(fact => counting.Of(signals++, fact.Reporter)));
        return new PublishedQuarter(facts.Quarter, facts.Rules, facts.Units, tables);

        void AddPartOfRaised(PublishedMeasure measure, IEnumerable<(int Signal, int Reporter)> counted)
        {
            var total = counting.Tally(counted);
            var whole = LinkedMeasures.AtMost(measure, [.. facts.Earlier, new PublishedQuarter(facts.Quarter, facts.Rules, facts.Units, raised)]);
            if (MayBeShown(total, facts) && (total.Count == 0 || whole is null || whole - total.Count >= facts.Rules.SmallestCount))
            {
                tables.Add(Total(measure, total));
            }
        }
    }

    private static List<PublishedTable> RaisedTables(QuarterFacts facts, Counting counting, IReadOnlyList<PublishedTable> answered)
    {
        var raised = facts.Raised.Select((fact, signal) => (Fact: fact, Counted: counting.Of(signal, fact.Reporter))).ToList();
        var total = counting.Tally(raised.Select(one => one.Counted));
        if (!MayBeShown(total, facts))
        {
            return [];
        }

        var tables = new List<PublishedTable> { Total(PublishedMeasure.Raised, total) };
        if (total.Count == 0)
        {
            return tables;
        }

        var units = new UnitRollUp(facts.Units, counting.PerLeaf(raised.Select(one => (one.Fact.Unit, one.Counted)), facts.Units.Select(unit => unit.Id)), facts.Rules);
        var themes = Margin.NotAllInOne(Margin.Taken(counting.PerLeaf(raised.Select(one => (one.Fact.Theme, one.Counted))), facts.Rules));
        var kinds = Margin.NotAllInOne(Margin.Taken(counting.PerLeaf(raised.Select(one => (one.Fact.Kind, one.Counted))), facts.Rules));
        AddMargin(tables, PublishedMeasure.Raised, PublishedDimension.Unit, units.Blocks);
        AddMargin(tables, PublishedMeasure.Raised, PublishedDimension.Theme, themes);
        AddMargin(tables, PublishedMeasure.Raised, PublishedDimension.Kind, kinds);
        AddMargin(tables, PublishedMeasure.Raised, PublishedDimension.Status, Statuses());
        if (themes.Count > 1 && CrossTable.Of(units.Rows, themes, raised.Select(one => (one.Fact.Unit.ToString(), $"{one.Fact.Theme}", one.Counted)), counting) is { } cells)
        {
            tables.Add(new PublishedTable(PublishedMeasure.Raised, [PublishedDimension.Unit, PublishedDimension.Theme], cells));
        }

        return tables;

        List<Block> Statuses()
        {
            var perStatus = counting.PerLeaf(raised.Select(one => (one.Fact.Status, one.Counted)));
            var statuses = Margin.Taken(perStatus, facts.Rules);
            var rest = LinkedMeasures.TotalOf(answered, PublishedMeasure.Answered) - LinkedMeasures.SurelyAnswered(statuses.Select(status => (status.Leaves, status.Tally.Count)));
            return rest > 0 && rest < facts.Rules.SmallestCount
                ? Margin.Taken(perStatus, facts.Rules, [nameof(PublishedStatus.InProgress), nameof(PublishedStatus.Answered), nameof(PublishedStatus.Closed)])
                : statuses;
        }
    }

    private static List<PublishedTable> AnsweredTables(QuarterFacts facts, Counting counting)
    {
        var signals = new Dictionary<Guid, int>();
        var answers = facts.Answered.Select(fact => (Fact: fact, Counted: counting.Of(NumberOf(fact.Signal), fact.Reporter))).ToList();
        var total = counting.Tally(answers.Select(one => one.Counted));
        if (!MayBeShown(total, facts))
        {
            return [];
        }

        var tables = new List<PublishedTable> { Total(PublishedMeasure.Answered, total) };
        if (total.Count == 0)
        {
            return tables;
        }

        var outcomes = Margin.Taken(counting.PerLeaf(answers.Select(one => (one.Fact.Outcome, one.Counted))), facts.Rules);
        AddMargin(tables, PublishedMeasure.Answered, PublishedDimension.Outcome, outcomes);
        AddMargin(tables, PublishedMeasure.Answered, PublishedDimension.Reason, Reasons());
        AddMargin(
            tables,
            PublishedMeasure.Answered,
            PublishedDimension.Timeliness,
            Margin.Neighbours(counting.PerLeaf(answers.Select(one => (one.Fact.InTime ? PublishedTimeliness.InTime : PublishedTimeliness.Late, one.Counted))), facts.Rules));
        AddMargin(
            tables,
            PublishedMeasure.Answered,
            PublishedDimension.Duration,
            Margin.Neighbours(counting.PerLeaf(answers.Select(one => (one.Fact.Duration, one.Counted))), facts.Rules));
        return tables;

        // Reasons divide the block "not adopted". When that is not a block by itself, its reasons would tell its size.
        List<Block> Reasons()
        {
            if (!outcomes.Exists(block => block.Leaves is [nameof(Outcome.NotAdopted)] && block.Tally.Count > 0))
            {
                return [];
            }

            var others = counting.Tally(answers.Where(one => one.Fact.Reason is null).Select(one => one.Counted));
            var reasons = Margin.Taken(counting.PerLeaf(answers.Where(one => one.Fact.Reason is not null).Select(one => (one.Fact.Reason!.Value, one.Counted))), facts.Rules);
            return reasons.Count == 1 ? [] : [new Block([PublishedLeaf.NoReason], others), .. reasons];
        }

        int NumberOf(Guid signal) => signals.TryGetValue(signal, out var number) ? number : signals[signal] = signals.Count;
    }

    private static bool MayBeShown(Tally total, QuarterFacts facts) =>
        total.IsSafe && facts.Units.Sum(unit => unit.People) >= facts.Rules.FewestPeople;

    private static PublishedTable Total(PublishedMeasure measure, Tally total) => new(measure, [], [new PublishedCell([], total.Count)]);

    private static void AddMargin(List<PublishedTable> tables, PublishedMeasure measure, PublishedDimension dimension, IReadOnlyList<Block> blocks)
    {
        if (blocks.Count > 1)
        {
            tables.Add(new PublishedTable(
                measure, [dimension], [.. blocks.Select(block => new PublishedCell([new PublishedBlock(dimension, block.Leaves)], block.Tally.Count))]));
        }
    }
}
