using System.Diagnostics;
using SignaalPortaal.Domain.Publications;
using SignaalPortaal.Domain.Tests.Publications;

internal static class Claims
{
    /// <summary>People in each unit: where each may stand alone, and where some have too few.</summary>
    private static readonly int[][] People = [[20, 19, 18, 17, 16], [3, 40, 12, 4, 30], [12, 3, 3, 40, 9]];

    public static int Look(bool isLarge)
    {
        var claims = 0;
        (int Parts, int Alone, int Reporters)[] sizes =
            isLarge ? [(2, 40, 16), (3, 26, 16), (4, 18, 13), (5, 16, 10)] : [(2, 20, 12), (3, 14, 9), (4, 11, 8), (5, 9, 7)];
        foreach (var (units, alone, reporters) in sizes)
        {
            claims += Tell($"trees of {units} units to {alone}", Trees(units, alone, withReporters: false));
            claims += Tell($"trees of {units} units to {reporters}, by one person each or many", Trees(units, reporters, withReporters: true));
        }

        (int Values, int Most)[] categories = isLarge ? [(4, 20), (5, 18), (6, 15), (7, 14), (8, 13)] : [(4, 14), (5, 11), (6, 9)];
        foreach (var (values, most) in categories)
        {
            claims += Tell($"{values} categories to {most}", Exhaustive.AttackCategories(values, most, withReporters: false));
        }

        (int Rows, int Columns, int Most)[] tables = isLarge ? [(2, 2, 40), (2, 3, 24), (3, 3, 18)] : [(2, 2, 20), (2, 3, 15)];
        foreach (var (rows, columns, most) in tables)
        {
            claims += Tell(
                $"cross tables of {rows} by {columns} to {most}",
                Enumerable.Range(10, most - 9).Select(total => Exhaustive.AttackCells(rows, columns, total, cells => Exhaustive.ShowsCells(rows, columns, cells))));
        }

        var notFound = 0;
        foreach (var mistake in Enum.GetValues<Mistake>().Where(mistake => mistake is not Mistake.None))
        {
            notFound += Tell($"mistake {mistake}", new[] { (2, 14), (3, 14), (4, 12) }.SelectMany(size =>
                Exhaustive.Attack(size.Item1, size.Item2, withReporters: false, new PublicationRules(), parts => MistakenDivision.Divide(parts, mistake)))) > 0 ? 0 : 1;
        }

        Console.WriteLine($"claims: {claims}; mistakes that were not found: {notFound}");
        return claims + notFound == 0 ? 0 : 1;
    }

    private static IEnumerable<Attacker> Trees(int units, int most, bool withReporters) => People.SelectMany(people =>
        Exhaustive.Trees(units).SelectMany(tree => Exhaustive.AttackUnits(Exhaustive.Units(tree, people), most, withReporters)));

    private static int Tell(string what, IEnumerable<Attacker> attackers)
    {
        var watch = Stopwatch.StartNew();
        var (publications, histories, claims) = (0L, 0L, 0);
        foreach (var attacker in attackers)
        {
            claims += attacker.Claims().Count();
            (publications, histories) = (publications + attacker.Publications, histories + attacker.Histories);
        }

        Console.WriteLine($"{what}: {histories} histories, {publications} publications, {claims} with a claim, {watch.Elapsed.TotalSeconds:f1} s");
        return claims;
    }
}
