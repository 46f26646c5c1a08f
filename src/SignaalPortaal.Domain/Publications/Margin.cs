namespace SignaalPortaal.Domain.Publications;

/// <summary>Takes the leaves of one dimension together until every block may be seen. The whole is taken to be safe.</summary>
internal static class Margin
{
    /// <summary>
    /// What is too small becomes one block, with the leaves that hold nothing and with as many of the next smallest as it needs. Why a leaf is in there does
    /// not show.
    /// </summary>
    /// <param name="mustBeTogether">Leaves that are in that block whatever they hold.</param>
    public static List<Block> Taken(IReadOnlyList<Block> leaves, PublicationRules rules, IReadOnlyCollection<string>? mustBeTogether = null)
    {
        var together = leaves.Where(leaf => !leaf.Tally.IsSafe || mustBeTogether?.Contains(leaf.Leaves[0]) == true).ToHashSet();
        if (together.Count == 0)
        {
            return [.. leaves];
        }

        together.UnionWith(leaves.Where(leaf => leaf.Tally.Count == 0));
        var apart = new Queue<Block>(leaves.Except(together).OrderBy(leaf => leaf.Tally.Count));
        while (apart.Count > 0 && !HidesWhatIsSmall())
        {
            together.Add(apart.Dequeue());
        }

        return [.. leaves.Except(together), Block.Of(together, rules)];

        // Somebody who knows how the block was made knows that most leaves in it are too small by themselves: each could then still be empty.
        bool HidesWhatIsSmall()
        {
            var sum = Tally.Sum(together.Select(leaf => leaf.Tally), rules);
            var holdsALargeOne = together.Any(leaf => leaf.Tally.Count > 0 && leaf.Tally.IsSafe);
            return sum.IsSafe && (holdsALargeOne || sum.Count <= (together.Count - 1) * (rules.SmallestCount - 1));
        }
    }

    /// <summary>Of leaves that have an order only neighbours are taken together: as many blocks as can be, the first of those that are as good.</summary>
    public static List<Block> Neighbours(IReadOnlyList<Block> leaves, PublicationRules rules) =>
        Enumerable.Range(0, 1 << (leaves.Count - 1))
            .OrderByDescending(int.PopCount)
            .ThenBy(cuts => cuts)
            .Select(cuts => Cut(leaves, cuts, rules))
            .First(blocks => blocks.TrueForAll(block => block.Tally.IsSafe));

    /// <summary>Nothing, when one block holds everything: it would tell of each group what all its signals are about.</summary>
    public static List<Block> NotAllInOne(List<Block> blocks) => blocks.Count(block => block.Tally.Count > 0) > 1 ? blocks : [];

    /// <param name="cuts">A bit for each place between two leaves.</param>
    private static List<Block> Cut(IReadOnlyList<Block> leaves, int cuts, PublicationRules rules) =>
        [.. leaves
            .Select((leaf, place) => (Leaf: leaf, Part: int.PopCount(cuts & ((1 << place) - 1))))
            .GroupBy(one => one.Part, one => one.Leaf)
            .Select(part => Block.Of([.. part], rules))];
}
