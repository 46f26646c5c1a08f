namespace SignaalPortaal.Domain.Tests.Publications;

/// <summary>What an attacker with all publications could hold against them.</summary>
internal enum Harm
{
    /// <summary>A number that is not true.</summary>
    Untrue,

    /// <summary>The same thing counted twice with different results.</summary>
    Revised,

    /// <summary>A count of 1 to k - 1, printed or worked out.</summary>
    SmallCount,

    /// <summary>It is known to be less than k, and that there may be something.</summary>
    SmallAtMost,

    /// <summary>Not printed, but known to within less than k.</summary>
    Narrow,

    /// <summary>Of a count it is known that fewer reporters are behind it than there should be: one of them who takes off the own part finds another.</summary>
    Insider,

    FewPeople,

    /// <summary>All signals of a block are known to be about one theme, or of one kind.</summary>
    OneTheme,

    /// <summary>What is left of one measure when another that is part of it is taken off.</summary>
    SmallDifference,

    /// <summary>Too large to judge, which is not the same as safe.</summary>
    NotJudged,
}

/// <param name="Where">For a person who looks into it.</param>
internal sealed record Finding(Harm Harm, string Where);

/// <summary>
/// Judges publications as a stranger would: it reads the export and nothing else, takes every number as a sum of combinations of leaves, and asks what follows.
/// The truth is there to see whether the numbers are right and how many people are behind what follows.
/// </summary>
/// <remarks>
/// Numbers that have no combination in common are judged apart. Leaves that are in the same numbers are one class. Of dimensions that no number connects only
/// what they share with the total matters, which gives exact bounds without a linear programme; what is connected by a table that is not a full grid gets one.
/// </remarks>
internal sealed class Judge
{
    /// <summary>The most combinations of which a linear programme is asked every interval.</summary>
    private const int Large = 250;

    private readonly ExportedFile _file;
    private readonly ILookup<(string Period, string Measure), TrueFact> _truth;
    private readonly List<Finding> _findings = [];

    private Judge(ExportedFile file, ILookup<(string Period, string Measure), TrueFact> truth) => (_file, _truth) = (file, truth);

    /// <param name="programmes">Checks random regions with linear programmes over all dimensions at once too, where that is small enough.</param>
    public static IReadOnlyList<Finding> Judgement(string json, ILookup<(string Period, string Measure), TrueFact> truth, Random? programmes = null)
    {
        var judge = new Judge(ExportedFile.Read(json), truth);
        foreach (var connected in judge._file.Connected())
        {
            judge.JudgeConnected(connected, programmes);
        }

        LinkedMeasuresJudge.Look(judge._file, judge.Add);
        return judge._findings;
    }

    private void Add(Harm harm, string where) => _findings.Add(new Finding(harm, where));

    private void JudgeConnected(IReadOnlyList<FileCell> cells, Random? programmes)
    {
        var place = $"{string.Join('+', cells[0].Periods)} {string.Join('+', cells[0].Measures)}";
        foreach (var same in cells.Where(cell => cell.Value is not null).GroupBy(cell => cell.Key).Where(same => same.Select(cell => cell.Value).Distinct().Count() > 1))
        {
            Add(Harm.Revised, $"{place}: {same.Key}");
        }

        if (cells.Any(cell => cell.Periods.Count > 1 || cell.Measures.Count > 1))
        {
            Add(Harm.NotJudged, place);
            return;
        }

        var facts = new TrueFacts([.. _truth[(cells[0].Periods.Single(), cells[0].Measures.Single())].Select(Combined)]);
        foreach (var cell in cells.Where(cell => cell.Value is not null && facts.In(cell.Blocks).Count != cell.Value))
        {
            Add(Harm.Untrue, $"{place}: {cell.Key} is not {cell.Value}");
        }

        var rules = _file.Rules[cells[0].Publication];
        if (cells.FirstOrDefault(cell => cell.At.Count == 0)?.Value is not { } total)
        {
            Add(Harm.NotJudged, $"{place} has no total");
            return;
        }

        new Board(_file, rules, total, cells, facts, place, Add).Look(programmes, Large);
    }

    /// <summary>Everybody knows that there are reasons with "not adopted" and with nothing else, so these two are one dimension.</summary>
    private static TrueFact Combined(TrueFact fact) =>
        fact.Leaves.TryGetValue("outcome", out var outcome)
            ? fact with
            {
                Leaves = new Dictionary<string, string>(fact.Leaves)
                {
                    [ExportedFile.Answer] = outcome == "NotAdopted" ? $"{outcome}/{fact.Leaves["reason"]}" : outcome,
                },
            }
            : fact;
}

/// <summary>What everybody knows of how measures hang together.</summary>
internal static class LinkedMeasuresJudge
{
    public static void Look(ExportedFile file, Action<Harm, string> add)
    {
        var (raised, unknown, canBeOpen) = (0, false, 0);
        foreach (var period in file.Periods)
        {
            var rules = file.Rules.GetValueOrDefault(period) ?? new FileRules(5, 10, 3);
            unknown |= Total("Raised") is null;
            raised += Total("Raised") ?? 0;
            var answered = Statuses("Answered", "Closed");
            if (Total("Answered") - answered is { } rest && rest > 0 && rest < rules.K && answered > 0)
            {
                add(Harm.SmallDifference, $"{period}: answers to what was raised earlier");
            }

            if (!unknown && Total("EscalatedBySilence") is > 0 and var escalated && raised - escalated < rules.K)
            {
                add(Harm.SmallDifference, $"{period}: what silence did not move");
            }

            var open = canBeOpen + (Total("Raised") ?? 0) - Statuses("Answered", "Closed", "Withdrawn");
            if (!unknown && Total("OverdueAtTheTop") is > 0 and var overdue && open - overdue < rules.K)
            {
                add(Harm.SmallDifference, $"{period}: what is open and not overdue");
            }

            canBeOpen += (Total("Raised") ?? 0) - Statuses("Closed", "Withdrawn");

            int? Total(string measure) => Of(measure).FirstOrDefault(cell => cell.At.Count == 0)?.Value;

            int Statuses(params string[] statuses) =>
                Of("Raised").Where(cell => cell.At.Count == 1 && cell.At.TryGetValue("status", out var leaves) && leaves.IsSubsetOf(statuses)).Sum(cell => cell.Value ?? 0);

            IEnumerable<FileCell> Of(string measure) => file.Cells.Where(cell => cell.Periods.Contains(period) && cell.Measures.Contains(measure));
        }
    }
}
