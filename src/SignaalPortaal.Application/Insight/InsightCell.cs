using SignaalPortaal.Domain.Insight;
using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Application.Insight;

/// <summary>One count of one figure, as it is. Nothing outside this folder gets to see it.</summary>
/// <param name="Figure">Which of the parts of PortalDb.InsightCells.</param>
/// <param name="A">By what it is counted, like <paramref name="B"/> and <paramref name="C"/>.</param>
/// <param name="Signals">How many signals it is about, where one signal counts more than once.</param>
internal sealed record InsightCell(string Figure, string? A, string? B, string? C, int Count, int Signals);

/// <param name="Depth">How far from the top: 1 for the top itself.</param>
/// <param name="IsInPart">It is the unit at the top of the part, or below it.</param>
/// <param name="People">Who works in this unit itself.</param>
internal sealed record InsightUnit(Guid Id, Guid? ParentId, string Name, string Layer, string Kind, bool IsOpen, int Depth, bool IsInPart, int People)
{
    public bool IsOutsideTheLine => Enum.Parse<UnitKind>(Kind).IsOutsideTheLine;
}

internal static class InsightCells
{
    /// <summary>The headline figures as they are, before anything is rounded; null for what is not there.</summary>
    public static IReadOnlyDictionary<HeadlineFigure, double?> Headlines(this IReadOnlyCollection<InsightCell> cells, DateOnly today)
    {
        return new Dictionary<HeadlineFigure, double?>
        {
            [HeadlineFigure.Understood] = Share("Verdict", of: "Understood", leavingOut: "Awaited"),
            [HeadlineFigure.PromisesKept] = Share("Promise", of: "Kept", leavingOut: "Ahead"),
            [HeadlineFigure.SilentEscalations] = cells.Where(cell => cell.Figure == "Silence").Sum(cell => cell.Count),
            [HeadlineFigure.OldestWarning] = cells.Where(cell => cell.Figure == "Warning").Select(cell => (double?)(today.DayNumber - cell.Day.DayNumber)).Max(),
            [HeadlineFigure.OverdueAtTheTop] = cells.Where(cell => cell.Figure == "Overdue").Sum(cell => cell.Count),
        };

        double? Share(string figure, string of, string leavingOut)
        {
            var counted = cells.Where(cell => cell.Figure == figure && cell.A != leavingOut).ToList();
            return counted.Count == 0 ? null : (double)counted.Where(cell => cell.A == of).Sum(cell => cell.Count) / counted.Sum(cell => cell.Count);
        }
    }

    extension(InsightCell cell)
    {
        public DateOnly Day => DateOnly.ParseExact(cell.A!, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
    }
}
