using SignaalPortaal.Domain.Publications;

namespace SignaalPortaal.Domain.Tests.Publications;

/// <summary>
/// Somebody who knows the program, the tree and the head counts, and who tries every history that gives the same publication. What holds in all of them is
/// known.
/// </summary>
/// <param name="leaves">How many parts a history has.</param>
/// <param name="rules">Of the publications.</param>
/// <param name="insider">A part in which the attacker raised a signal, and asks about the others; null for somebody from outside.</param>
internal sealed class Attacker(int leaves, PublicationRules rules, int? insider = null)
{
    private readonly Dictionary<string, Known> _publications = [];

    public int Publications => _publications.Count;

    public int Histories { get; private set; }

    /// <param name="counts">How much each part holds.</param>
    /// <param name="reporters">How many different people raised what is in these parts, as bits.</param>
    /// <param name="shown">The parts, as bits, of everything of which the sum is published.</param>
    public void Add(string publication, IReadOnlyList<int> counts, Func<int, int> reporters, IEnumerable<int> shown)
    {
        if (insider is { } own && counts[own] == 0)
        {
            return;
        }

        Histories++;
        if (!_publications.TryGetValue(publication, out var known))
        {
            _publications[publication] = known = new Known(new bool[1 << leaves], new int[1 << leaves], new bool[1 << leaves], Unions(counts, shown));
            Array.Fill(known.Value, -1);
        }

        for (var group = 1; group < 1 << leaves; group++)
        {
            if (known.IsShown[group])
            {
                continue;
            }

            var count = 0;
            for (var leaf = 0; leaf < leaves; leaf++)
            {
                count += (group >> leaf & 1) * counts[leaf];
            }

            var ofOthers = insider is { } part && (group >> part & 1) == 1 ? count - 1 : count;
            known.CanBeMore[group] |= known.Value[group] >= 0 && known.Value[group] != count;
            known.Value[group] = count;
            known.MayBeFine[group] |= ofOthers == 0 || (count >= rules.SmallestCount && reporters(group) >= rules.FewestReporters);
        }
    }

    /// <summary>Publications from which it follows that a group is neither nothing nor enough, or how much it is.</summary>
    public IEnumerable<string> Claims() => _publications
        .Where(publication => Enumerable.Range(1, (1 << leaves) - 1).Any(group => IsKnown(publication.Value, group)))
        .Select(publication => publication.Key);

    private bool IsKnown(Known known, int group)
    {
        // What is surely nothing adds nothing to what is shown.
        var holding = Enumerable.Range(0, leaves).Where(leaf => (group >> leaf & 1) == 1 && (known.IsShown[1 << leaf] || known.CanBeMore[1 << leaf] || known.Value[1 << leaf] > 0))
            .Sum(leaf => 1 << leaf);
        return !known.IsShown[holding] && (!known.MayBeFine[holding] || (!known.CanBeMore[holding] && known.Value[holding] > 0));
    }

    /// <summary>Sums of what is shown are shown, and of a sum of zero everything in it.</summary>
    private bool[] Unions(IReadOnlyList<int> counts, IEnumerable<int> shown)
    {
        var all = shown.ToList();
        all.AddRange(Enumerable.Range(0, leaves).Where(leaf => counts[leaf] == 0
            && all.Exists(block => (block >> leaf & 1) == 1 && Enumerable.Range(0, leaves).All(one => (block >> one & 1) == 0 || counts[one] == 0)))
            .Select(leaf => 1 << leaf).ToList());
        var isShown = new bool[1 << leaves];
        isShown[0] = true;
        foreach (var block in all)
        {
            for (var group = (1 << leaves) - 1; group >= 0; group--)
            {
                isShown[group | block] |= isShown[group] && (group & block) == 0;
            }
        }

        return isShown;
    }

    private sealed record Known(bool[] MayBeFine, int[] Value, bool[] CanBeMore, bool[] IsShown);
}

/// <summary>All that can have happened in a few parts that hold so much together.</summary>
internal static class Histories
{
    public static IEnumerable<int[]> Of(int parts, int total)
    {
        if (parts == 1)
        {
            yield return [total];
            yield break;
        }

        for (var first = 0; first <= total; first++)
        {
            foreach (var rest in Of(parts - 1, total - first))
            {
                yield return [first, .. rest];
            }
        }
    }

    /// <summary>Who raised it: in each part everybody something, or always the same without a name.</summary>
    public static IEnumerable<int> Nameless(int[] counts) => Enumerable.Range(0, 1 << counts.Length)
        .Where(nameless => Enumerable.Range(0, counts.Length).All(part => counts[part] > 1 || (nameless >> part & 1) == 0));

    public static int Reporters(int[] counts, int nameless, int group)
    {
        var (named, isOne) = (0, 0);
        for (var part = 0; part < counts.Length; part++)
        {
            if ((group >> part & 1) == 1 && counts[part] > 0)
            {
                (named, isOne) = (nameless >> part & 1) == 1 ? (named, 1) : (named + counts[part], isOne);
            }
        }

        return named + isOne;
    }

    public static Tally[] Tallies(int[] counts, int nameless, PublicationRules rules)
    {
        var number = 0;
        return [.. counts.Select((count, part) =>
        {
            var tally = new Tally(rules);
            for (var signal = 0; signal < count; signal++)
            {
                number++;
                tally.Add(number, (nameless >> part & 1) == 1 ? 0 : number);
            }

            return tally;
        })];
    }
}

/// <summary>Every tree of units, and every division of categories, of a few parts; all histories of each total.</summary>
internal static class Exhaustive
{
    private static readonly PublicationRules Usual = new();

    /// <summary>Which unit is above each: every shape of tree of so many units.</summary>
    public static IEnumerable<int[]> Trees(int units)
    {
        var seen = new HashSet<string>();
        foreach (var above in Above(units).Where(above => seen.Add(Shape(above, 0))))
        {
            yield return above;
        }

        static IEnumerable<int[]> Above(int units)
        {
            if (units == 1)
            {
                yield return [-1];
                yield break;
            }

            foreach (var smaller in Above(units - 1))
            {
                for (var parent = 0; parent < units - 1; parent++)
                {
                    yield return [.. smaller, parent];
                }
            }
        }

        static string Shape(int[] above, int unit) =>
            $"({string.Concat(Enumerable.Range(0, above.Length).Where(one => above[one] == unit).Select(one => Shape(above, one)).Order(StringComparer.Ordinal))})";
    }

    /// <param name="above">A tree.</param>
    /// <param name="people">In each unit.</param>
    public static PublishedUnit[] Units(int[] above, IReadOnlyList<int> people) =>
        [.. above.Select((parent, unit) => new PublishedUnit(Id(unit), parent < 0 ? null : Id(parent), $"{unit}", "team", people[unit]))];

    public static IEnumerable<Attacker> AttackUnits(PublishedUnit[] units, int most, bool withReporters, PublicationRules? rules = null) =>
        Attack(units.Length, most, withReporters, rules ?? Usual, tallies =>
            [.. new UnitRollUp(units, units.Zip(tallies).ToDictionary(unit => unit.First.Id, unit => unit.Second), rules ?? Usual).Blocks
                .Select(block => block.Leaves.Sum(leaf => 1 << Array.FindIndex(units, unit => $"{unit.Id}" == leaf)))]);

    public static IEnumerable<Attacker> AttackCategories(int values, int most, bool withReporters, PublicationRules? rules = null) =>
        Attack(values, most, withReporters, rules ?? Usual, tallies => Shown(
            Division.NotAllInOne(Division.Of([.. tallies.Select((tally, value) => new Block([$"{value}"], tally))], rules ?? Usual)), values));

    /// <param name="divide">From what each part holds to the blocks that are shown, as bits.</param>
    /// <returns>For each total, which is published, somebody from outside and somebody in each part.</returns>
    public static IEnumerable<Attacker> Attack(int parts, int most, bool withReporters, PublicationRules rules, Func<Tally[], int[]> divide)
    {
        var whole = (1 << parts) - 1;
        for (var total = rules.SmallestCount; total <= most; total++)
        {
            Attacker[] attackers = [new(parts, rules), .. Enumerable.Range(0, parts).Select(part => new Attacker(parts, rules, part))];
            foreach (var counts in Histories.Of(parts, total))
            {
                foreach (var nameless in withReporters ? Histories.Nameless(counts) : [0])
                {
                    if (Histories.Reporters(counts, nameless, whole) < rules.FewestReporters)
                    {
                        continue;
                    }

                    var blocks = divide(Histories.Tallies(counts, nameless, rules));
                    var publication = string.Join(' ', blocks.Order().Select(block =>
                        $"{block}={Enumerable.Range(0, parts).Where(part => (block >> part & 1) == 1).Sum(part => counts[part])}"));
                    foreach (var attacker in attackers)
                    {
                        attacker.Add(publication, counts, group => Histories.Reporters(counts, nameless, group), [whole, .. blocks]);
                    }
                }
            }

            foreach (var attacker in attackers)
            {
                yield return attacker;
            }
        }
    }

    /// <summary>A table of rows by columns of which all sums are published.</summary>
    /// <param name="isShown">Whether the cells are published too.</param>
    public static Attacker AttackCells(int rows, int columns, int total, Func<Tally[], bool> isShown)
    {
        var attacker = new Attacker(rows * columns, Usual);
        int[] lines =
        [
            .. Enumerable.Range(0, rows).Select(row => ((1 << columns) - 1) << (row * columns)),
            .. Enumerable.Range(0, columns).Select(column => Enumerable.Range(0, rows).Sum(row => 1 << ((row * columns) + column))),
        ];
        foreach (var counts in Histories.Of(rows * columns, total))
        {
            var sums = lines.Select(line => Enumerable.Range(0, counts.Length).Where(cell => (line >> cell & 1) == 1).Sum(cell => counts[cell])).ToList();
            if (sums.TrueForAll(sum => sum >= Usual.SmallestCount))
            {
                var areCellsShown = isShown(Histories.Tallies(counts, 0, Usual));
                attacker.Add(
                    $"{string.Join(' ', sums)}: {(areCellsShown ? string.Join(' ', counts) : "no cells")}",
                    counts, group => Histories.Reporters(counts, 0, group),
                    areCellsShown ? [.. lines, .. counts.Select((_, cell) => 1 << cell)] : lines);
            }
        }

        return attacker;
    }

    /// <summary>What the portal does with it.</summary>
    public static bool ShowsCells(int rows, int columns, Tally[] cells)
    {
        var counting = new Counting(Usual);
        var facts = cells.SelectMany((cell, place) => Enumerable.Range(0, cell.Count).Select(number =>
            ($"{place / columns}", $"{place % columns}", counting.Of((place * 1_000) + number, new Guid(place, (short)number, 1, new byte[8]))))).ToList();
        return CrossTable.Of(
            [.. Enumerable.Range(0, rows).Select(row => Line($"{row}", fact => fact.Item1))],
            [.. Enumerable.Range(0, columns).Select(column => Line($"{column}", fact => fact.Item2))],
            facts, counting)?.Count == cells.Length;

        Block Line(string leaf, Func<(string, string, (int, int)), string> of) =>
            new([leaf], counting.Tally(facts.Where(fact => of(fact) == leaf).Select(fact => fact.Item3)));
    }

    private static int[] Shown(IReadOnlyList<Block> blocks, int values) =>
        blocks.Count == 0 ? [(1 << values) - 1] : [.. blocks.Select(block => block.Leaves.Sum(leaf => 1 << int.Parse(leaf)))];

    private static Guid Id(int number) => new(number + 1, 0, 0, new byte[8]);
}
