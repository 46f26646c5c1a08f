namespace SignaalPortaal.Domain.Tests.Publications;

/// <summary>
/// What a sum can be, given other sums of the same numbers that are not negative: the simplex method in two phases, with Bland's rule so that it ends.
/// </summary>
internal sealed class LinearProgram
{
    private const double Nearly = 1e-7;

    private readonly double[][] _rows;
    private readonly int[] _basis;
    private readonly int _numbers;

    /// <param name="numbers">How many there are.</param>
    /// <param name="sums">Which of them are in each known sum.</param>
    public LinearProgram(int numbers, IReadOnlyList<(IReadOnlyList<int> Members, int Value)> sums)
    {
        _numbers = numbers;
        _basis = [.. Enumerable.Range(numbers, sums.Count)];
        _rows = [.. sums.Select((sum, place) =>
        {
            var row = new double[numbers + sums.Count + 1];
            foreach (var member in sum.Members)
            {
                row[member] = 1;
            }

            row[numbers + place] = 1;
            row[^1] = sum.Value;
            return row;
        })];
        var artificial = new double[numbers + sums.Count];
        Array.Fill(artificial, -1, numbers, sums.Count);
        IsFeasible = Best(artificial) > -Nearly;
        if (IsFeasible)
        {
            DriveOutWhatIsArtificial();
        }
    }

    public bool IsFeasible { get; }

    public (int Lowest, int Highest) Interval(IReadOnlyCollection<int> members)
    {
        var gain = new double[_rows[0].Length - 1];
        foreach (var member in members)
        {
            gain[member] = 1;
        }

        var highest = Best(gain);
        var lowest = -Best([.. gain.Select(one => -one)]);
        return ((int)Math.Ceiling(lowest - Nearly), (int)Math.Floor(highest + Nearly));
    }

    private void DriveOutWhatIsArtificial()
    {
        for (var row = 0; row < _rows.Length; row++)
        {
            if (_basis[row] >= _numbers)
            {
                var enters = Array.FindIndex(_rows[row], 0, _numbers, value => Math.Abs(value) > Nearly);
                if (enters >= 0)
                {
                    Pivot(row, enters);
                }
            }
        }

        // What stays in at zero belongs to a sum that follows from the others; it can never grow.
        foreach (var row in _rows)
        {
            Array.Clear(row, _numbers, row.Length - 1 - _numbers);
        }
    }

    private double Best(double[] gain)
    {
        var reduced = new double[gain.Length + 1];
        Array.Copy(gain, reduced, gain.Length);
        for (var row = 0; row < _rows.Length; row++)
        {
            Subtract(reduced, _rows[row], gain[_basis[row]]);
        }

        while (Array.FindIndex(reduced, 0, gain.Length, value => value > Nearly) is >= 0 and var enters)
        {
            var leaves = -1;
            for (var row = 0; row < _rows.Length; row++)
            {
                if (_rows[row][enters] > Nearly && (leaves < 0 || Ratio(row) < Ratio(leaves) - Nearly
                    || (Ratio(row) < Ratio(leaves) + Nearly && _basis[row] < _basis[leaves])))
                {
                    leaves = row;
                }
            }

            Pivot(leaves, enters);
            Subtract(reduced, _rows[leaves], reduced[enters]);

            double Ratio(int row) => _rows[row][^1] / _rows[row][enters];
        }

        return -reduced[^1];
    }

    private void Pivot(int leaves, int enters)
    {
        var pivot = _rows[leaves][enters];
        for (var column = 0; column < _rows[leaves].Length; column++)
        {
            _rows[leaves][column] /= pivot;
        }

        for (var row = 0; row < _rows.Length; row++)
        {
            if (row != leaves)
            {
                Subtract(_rows[row], _rows[leaves], _rows[row][enters]);
            }
        }

        _basis[leaves] = enters;
    }

    private static void Subtract(double[] from, double[] row, double times)
    {
        if (times == 0)
        {
            return;
        }

        for (var column = 0; column < row.Length; column++)
        {
            from[column] -= times * row[column];
        }
    }
}
