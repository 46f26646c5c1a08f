namespace SignaalPortaal.Domain.Tests.Deadlines;

/// <summary>The public holidays of the Netherlands as a calendar on the wall has them, not computed: a second opinion.</summary>
internal static class DutchHolidays
{
    public static readonly IReadOnlySet<DateOnly> From2024Until2035 = Parse(
        """
             New Year  Good Fri  Easter M  King's D  Liberatn  Ascensn   Whit Mon  Christmas days
        2024 01-01     03-29     04-01     04-27     05-05     05-09     05-20     12-25 12-26
        2025 01-01     04-18     04-21     04-26     05-05     05-29     06-09     12-25 12-26
        2026 01-01     04-03     04-06     04-27     05-05     05-14     05-25     12-25 12-26
        2027 01-01     03-26     03-29     04-27     05-05     05-06     05-17     12-25 12-26
        2028 01-01     04-14     04-17     04-27     05-05     05-25     06-05     12-25 12-26
        2029 01-01     03-30     04-02     04-27     05-05     05-10     05-21     12-25 12-26
        2030 01-01     04-19     04-22     04-27     05-05     05-30     06-10     12-25 12-26
        2031 01-01     04-11     04-14     04-26     05-05     05-22     06-02     12-25 12-26
        2032 01-01     03-26     03-29     04-27     05-05     05-06     05-17     12-25 12-26
        2033 01-01     04-15     04-18     04-27     05-05     05-26     06-06     12-25 12-26
        2034 01-01     04-07     04-10     04-27     05-05     05-18     05-29     12-25 12-26
        2035 01-01     03-23     03-26     04-27     05-05     05-03     05-14     12-25 12-26
        """);

    private static HashSet<DateOnly> Parse(string table) => table
        .Split('\n')
        .Skip(1)
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .SelectMany(year => year.Skip(1).Select(day => DateOnly.ParseExact($"{year[0]}-{day}", "yyyy-MM-dd")))
        .ToHashSet();
}
