using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Publications;

/// <summary>Makes of the facts of a quarter what is published of it: always the same of the same facts.</summary>
/// <remarks>
/// <para>
/// Nothing is hidden in a table; small counts are taken together until every block of every table is zero, or of enough signals, reporters and people.
/// Every sum and difference of the blocks of one table is again a sum of its blocks. Of two tables of one measure it follows
/// only that what a block of N signals in the one and a block of M in the other share lies between max(0, N + M - total) and min(N, M). The upper end is a
/// published count. The width is the smallest of N, M, what is outside the one and what is outside the other: each zero or large enough again. It is zero
/// only where a block holds everything, and a theme or kind that holds everything is not published.
/// </para>
/// <para>
/// What is taken together, and what is not there, says nothing either: why is in <see cref="Division"/> and <see cref="CrossTable"/>. A total is there when
/// it is enough: one that is missing can be zero. A measure that is part of what other blocks hold is there only when those can hold it, and some more,
/// whatever is in them.
/// </para>
/// <para>
/// A cross table divides a total into cells that are zero or large enough themselves, so the same holds within each of its rows, columns and cells.
/// What a table says is nothing new when it has one block, so that is left out.
/// </para>
/// </remarks>
public static class QuarterMaker
{
    public static PublishedQuarter Make(QuarterFacts facts)
    {
        var counting = new Counting(facts.Rules);
        var quarter = new PublishedQuarter(facts.Quarter, facts.Rules, facts.Units, facts.Categories, RaisedTables(facts, counting));
        List<PublishedQuarter> untilThen = [.. facts.Earlier, quarter];
        var tables = new List<PublishedTable>(quarter.Tables);

        // Answers are of signals: more of them than is known to be raised would tell of a quarter in which that is not.
        if (facts.Answered.Count <= LinkedMeasures.AtMost(PublishedMeasure.Answered, untilThen))
        {
            tables.AddRange(AnsweredTables(facts, counting));
        }

        var signals = 0;
        AddPartOfRaised(PublishedMeasure.EscalatedBySilence, facts.EscalatedBySilence.Select(fact => counting.Of(signals++, fact.Reporter)));
        AddPartOfRaised(PublishedMeasure.OverdueAtTheTop, facts.OverdueAtTheTop.Select(fact => counting.Of(signals++, fact.Reporter)));
        return quarter with { Tables = tables };

        void AddPartOfRaised(PublishedMeasure measure, IEnumerable<(int Signal, int Reporter)> counted)
        {
            var total = counting.Tally(counted);
            if (MayBeShown(total, facts) && LinkedMeasures.AtMost(measure, untilThen) - total.Count >= facts.Rules.SmallestCount)
            {
                tables.Add(Total(measure, total));
            }
        }
    }

    private static List<PublishedTable> RaisedTables(QuarterFacts facts, Counting counting)
    {
        var raised = facts.Raised.Select((fact, signal) => (Fact: fact, Counted: counting.Of(signal, fact.Reporter))).ToList();
        var total = counting.Tally(raised.Select(one => one.Counted));
        if (!MayBeShown(total, facts))
        {
            return [];
        }

        var tables = new List<PublishedTable> { Total(PublishedMeasure.Raised, total) };
        var units = new UnitRollUp(
            facts.Units, counting.PerLeaf(raised.Select(one => (one.Fact.Unit, one.Counted)), facts.Units.Select(unit => unit.Id)), facts.Rules);
        var themes = Division.NotAllInOne(Divided(PublishedDimension.Theme, fact => $"{fact.Theme}"));
        AddMargin(tables, PublishedMeasure.Raised, PublishedDimension.Unit, units.Blocks);
        AddMargin(tables, PublishedMeasure.Raised, PublishedDimension.Theme, themes);
        AddMargin(tables, PublishedMeasure.Raised, PublishedDimension.Kind, Division.NotAllInOne(Divided(PublishedDimension.Kind, fact => $"{fact.Kind}")));
        AddMargin(tables, PublishedMeasure.Raised, PublishedDimension.Status, Statuses());
        var unitsByThemes = raised.Select(one => (one.Fact.Unit.ToString(), $"{one.Fact.Theme}", one.Counted));
        if (themes.Count > 1 && CrossTable.Of(units.TopRows(), themes, unitsByThemes, counting) is { } cells)
        {
            tables.Add(new PublishedTable(PublishedMeasure.Raised, [PublishedDimension.Unit, PublishedDimension.Theme], cells));
        }

        return tables;

        IReadOnlyList<Block> Divided(PublishedDimension dimension, Func<RaisedFact, string> leaf) => Division.Of(PerLeaf(dimension, leaf), facts.Rules);

        IReadOnlyList<Block> PerLeaf(PublishedDimension dimension, Func<RaisedFact, string> leaf) =>
            counting.Blocks(raised.Select(one => (leaf(one.Fact), one.Counted)), facts.Categories[dimension]);

        IReadOnlyList<Block> Statuses()
        {
            var statuses = PerLeaf(PublishedDimension.Status, fact => $"{fact.Status}");
            var takenUp = statuses.Where(status => status.Leaves[0] is
                nameof(PublishedStatus.InProgress) or nameof(PublishedStatus.Answered) or nameof(PublishedStatus.Closed)).ToList();
            return Division.Of(
                [.. statuses.Except(takenUp).Append(Block.Of(takenUp, facts.Rules)).OrderBy(status => status.Leaves.Count > 1)], facts.Rules);
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
        var outcomes = Divided(PublishedDimension.Outcome, fact => $"{fact.Outcome}");
        AddMargin(tables, PublishedMeasure.Answered, PublishedDimension.Outcome, outcomes);
        AddMargin(tables, PublishedMeasure.Answered, PublishedDimension.Reason, Reasons());
        AddMargin(
            tables, PublishedMeasure.Answered, PublishedDimension.Timeliness,
            Divided(PublishedDimension.Timeliness, fact => fact.InTime ? nameof(PublishedTimeliness.InTime) : nameof(PublishedTimeliness.Late)));
        AddMargin(tables, PublishedMeasure.Answered, PublishedDimension.Duration, Divided(PublishedDimension.Duration, fact => $"{fact.Duration}"));
        return tables;

        IReadOnlyList<Block> Divided(PublishedDimension dimension, Func<AnsweredFact, string> leaf) => Division.Of(
            counting.Blocks(answers.Select(one => (leaf(one.Fact), one.Counted)), facts.Categories[dimension]), facts.Rules);

        // Reasons divide the block "not adopted". When that is not a block by itself, its reasons would tell its size.
        IReadOnlyList<Block> Reasons()
        {
            if (!outcomes.Any(block => block.Leaves is [nameof(Outcome.NotAdopted)] && block.Tally.Count > 0))
            {
                return [];
            }

            var others = counting.Tally(answers.Where(one => one.Fact.Reason is null).Select(one => one.Counted));
            var notAdopted = answers.Where(one => one.Fact.Reason is not null).Select(one => ($"{one.Fact.Reason}", one.Counted));
            var reasons = Division.Of(
                counting.Blocks(notAdopted, [.. facts.Categories[PublishedDimension.Reason].Where(leaf => leaf != PublishedLeaf.NoReason)]), facts.Rules);
            return reasons.Count == 1 ? [] : [new Block([PublishedLeaf.NoReason], others), .. reasons];
        }

        int NumberOf(Guid signal) => signals.TryGetValue(signal, out var number) ? number : signals[signal] = signals.Count;
    }

    private static bool MayBeShown(Tally total, QuarterFacts facts) =>
        total.Count > 0 && total.IsSafe && facts.Units.Sum(unit => unit.People) >= facts.Rules.FewestPeople;

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
