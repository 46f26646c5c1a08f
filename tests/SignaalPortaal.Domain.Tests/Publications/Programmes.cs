namespace SignaalPortaal.Domain.Tests.Publications;

/// <summary>
/// Asks linear programmes over all dimensions at once what regions can hold that nobody printed: blocks of each dimension, and what is left of one such region
/// outside another. It knows nothing of how tables hang together, so it also shows that the quick bounds of the judge are right.
/// </summary>
internal sealed class Programmes
{
    private const int Regions = 12;

    private readonly IReadOnlyList<Side> _sides;
    private readonly FileRules _rules;
    private readonly Action<Harm, string> _add;
    private readonly string _place;
    private readonly IReadOnlyList<int[]> _atoms;
    private readonly LinearProgram _programme;

    public Programmes(IReadOnlyList<Side> sides, IReadOnlyList<FileCell> cells, FileRules rules, Action<Harm, string> add, string place)
    {
        (_sides, _rules, _add, _place) = (sides, rules, add, place);
        IEnumerable<int[]> atoms = [[]];
        foreach (var side in sides)
        {
            atoms = atoms.SelectMany(atom => Enumerable.Range(0, side.Classes.Count), (atom, one) => (int[])[.. atom, one]);
        }

        _atoms = [.. atoms];
        _programme = new LinearProgram(
            _atoms.Count, [.. cells.Where(cell => cell.Value is not null).Select(cell => ((IReadOnlyList<int>)Members(atom => IsIn(atom, cell)), cell.Value!.Value))]);
    }

    public void Look(Random random)
    {
        if (!_programme.IsFeasible)
        {
            _add(Harm.Untrue, $"{_place}: the numbers contradict each other");
            return;
        }

        for (var region = 0; region < Regions; region++)
        {
            var (one, other) = (Box(), Box());
            var isARing = region % 3 == 2;
            var members = Members(atom => one(atom) && !(isARing && other(atom)));
            var (lowest, highest) = _programme.Interval(members);
            if (highest > 0 && highest < _rules.K)
            {
                _add(lowest > 0 ? Harm.SmallCount : Harm.SmallAtMost, $"{_place}: by programme {lowest} to {highest}");
            }
            else if (!isARing && highest > lowest && highest - lowest < _rules.K)
            {
                _add(Harm.Narrow, $"{_place}: by programme {lowest} to {highest}");
            }
        }

        Func<int[], bool> Box()
        {
            var chosen = _sides.Select(side => random.Next(2) == 0
                ? [random.Next(side.Classes.Count)]
                : Enumerable.Range(0, side.Classes.Count).Where(_ => random.Next(2) == 0).ToHashSet()).ToList();
            return atom => atom.Select((one, side) => chosen[side].Contains(one)).All(isIn => isIn);
        }
    }

    private List<int> Members(Func<int[], bool> isIn) => [.. Enumerable.Range(0, _atoms.Count).Where(number => isIn(_atoms[number]))];

    private bool IsIn(int[] atom, FileCell cell) =>
        _sides.Select((side, number) => !cell.At.TryGetValue(side.Dimension, out var leaves) || leaves.Contains(side.Classes[atom[number]].Leaves[0])).All(isIn => isIn);
}
