using SignaalPortaal.Domain.Publications;

namespace SignaalPortaal.Domain.Tests.Publications;

/// <summary>What a rule for taking parts together can do wrong.</summary>
internal enum Mistake
{
    None,

    /// <summary>A block may hold one signal less.</summary>
    BlockTooWeak,

    /// <summary>A total of five is divided.</summary>
    DividesFive,

    /// <summary>A total is divided of which the parts hold three more than there are of them.</summary>
    DividesWithoutRoom,

    /// <summary>Zeros are shown whatever is left.</summary>
    ShowsAllZeros,

    /// <summary>A side of a cut is enough, and its parts need not be.</summary>
    SidesOnlyEnough,

    /// <summary>When a cut does not pass, the next one is tried.</summary>
    TriesAnotherCut,

    /// <summary>What is too small is taken together with the first that is not, as the portal once did.</summary>
    FoldsWhatIsSmall,
}

/// <summary>The rule of <see cref="Division"/> once more, for parts that weigh the same, with a mistake in it.</summary>
internal static class MistakenDivision
{
    private const int Enough = 5;

    /// <returns>Blocks of parts, as bits.</returns>
    public static int[] Divide(Tally[] parts, Mistake mistake)
    {
        var all = Enumerable.Range(0, parts.Length).ToArray();
        var total = parts.Sum(part => part.Count);
        if (mistake is Mistake.FoldsWhatIsSmall)
        {
            return Folded(parts);
        }

        if ((total == Enough && mistake is not Mistake.DividesFive)
            || (total == parts.Length + Enough - 2 && total > Enough && mistake is not Mistake.DividesWithoutRoom))
        {
            return [Bits(all)];
        }

        int[] holding = [.. all.Where(part => parts[part].Count > 0)];
        return !HasRoom(holding) && mistake is not Mistake.ShowsAllZeros
            ? [Bits(all)]
            : [.. all.Except(holding).Select(part => 1 << part), .. Cut(holding)];

        IEnumerable<int> Cut(int[] block)
        {
            if (block.Length == 1)
            {
                return [Bits(block)];
            }

            IEnumerable<int> places = mistake is Mistake.TriesAnotherCut ? Enumerable.Range(1, block.Length - 1) : [block.Length / 2];
            foreach (var at in places.Where(at => MayStandAlone(block[..at]) && MayStandAlone(block[at..])))
            {
                return Cut(block[..at]).Concat(Cut(block[at..]));
            }

            return [Bits(block)];
        }

        bool MayStandAlone(int[] block) => Sum(block).IsSafe && (HasRoom(block) || mistake is Mistake.SidesOnlyEnough);

        bool HasRoom(int[] block) => Sum(block).Count >= block.Length + Enough - 1 - (mistake is Mistake.BlockTooWeak && block.Length > 1 ? 1 : 0);

        Tally Sum(IEnumerable<int> block) => Tally.Sum(block.Select(part => parts[part]), new PublicationRules());
    }

    private static int[] Folded(Tally[] parts)
    {
        var all = Enumerable.Range(0, parts.Length).ToList();
        var small = all.FindAll(part => !parts[part].IsSafe);
        var others = new Queue<int>(all.Except(small).Where(part => parts[part].Count > 0));
        while (small.Count > 0 && !Tally.Sum(small.Select(part => parts[part]), new PublicationRules()).IsSafe && others.TryDequeue(out var other))
        {
            small.Add(other);
        }

        return small.Count == 0 ? [.. all.Select(part => 1 << part)] : [Bits(small), .. all.Except(small).Select(part => 1 << part)];
    }

    private static int Bits(IEnumerable<int> block) => block.Sum(part => 1 << part);
}
