using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Data;

/// <summary>What SQL repeats of the domain is what the domain says: each name is one of its names, and each list is the list that a rule of it makes.</summary>
public sealed partial class DomainInSqlTests(Portal portal) : IClassFixture<Portal>
{
    /// <summary>Names that only a statement itself knows: of figures, of their parts, and of facts within an event.</summary>
    private static readonly string[] OwnNames =
        ["Stranding", "Waiting", "Overdue", "Theme", "Warning", "Reason", "ReasonOfTheme", "Promise", "Silence", "Raised", "Recent", "Earlier", "Awaited", "Ahead", "UTC", "Page"];

    [Fact]
    public void Every_name_in_sql_is_one_that_the_domain_knows()
    {
        var known = Types().Where(type => type.IsEnum).SelectMany(Enum.GetNames)
            .Concat(Types().Where(type => type.BaseType == typeof(TimelineEvent) || type.BaseType == typeof(OrganisationEvent)).SelectMany(type => type.GetProperties().Select(property => property.Name).Append(type.Name)))
            .Concat(OwnNames).ToHashSet();

        var unknown =
            from file in SqlFiles()
            from name in Names(File.ReadAllText(file))
            where !known.Contains(name)
            select $"{Path.GetFileName(file)}: {name}";

        unknown.Distinct().ShouldBeEmpty();
    }

    /// <summary>A new kind that goes to the desk, or a new sort of unit outside the line, is in no figure of directors by itself.</summary>
    [Fact]
    public async Task What_decides_that_something_is_in_no_figure_of_the_line_is_the_rule_of_the_domain()
    {
        (await True<SignalKind>("goes_to_the_desk")).ShouldBe(Enum.GetValues<SignalKind>().Where(kind => kind.GoesToTheDesk), ignoreOrder: true);
        (await True<UnitKind>("is_of_the_line")).ShouldBe(Enum.GetValues<UnitKind>().Where(kind => kind.IsOfTheLine), ignoreOrder: true);

        async Task<IEnumerable<TValue>> True<TValue>(string function)
            where TValue : struct, Enum =>
            (await portal.Database.Scalar<string[]>(
                $"select coalesce(array_agg(value), '{{}}') from unnest(array['{string.Join("', '", Enum.GetNames<TValue>())}']) value where {function}(value)"))!.Select(Enum.Parse<TValue>);
    }

    /// <summary>
    /// Where a statement lists several values, the list is either made from the domain, as a parameter, or it is here with the reason why the domain has no rule
    /// that makes it.
    /// </summary>
    [Fact]
    public void No_other_list_of_values_is_typed_in_sql()
    {
        string[] known =
        [
            "Aggression, UndesirableBehaviour, Wrongdoing", // goes_to_the_desk, see above
            "Line, HelpTeam", // is_of_the_line, see above
            "VerdictGiven, Withdrawn, ClosedWithoutReaction", // once, for what was there before closing had a day
            "HeldForLaw, ReleasedFromHold", // the two events of one fact
            "Submitted, Escalated, Answered, VerdictGiven, TermMissed, Clarified, Withdrawn", // the branches of the function beside it
            "Kept, PartlyKept", // each means itself
            "Approved, ReadAgain", // steps of a summary, in its own table
        ];

        var typed =
            from file in SqlFiles()
            from Match list in Lists().Matches(WithoutComments(File.ReadAllText(file)))
            select string.Join(", ", Quoted().Matches(list.Value).Select(name => name.Groups[1].Value));

        typed.Distinct().Except(known).ShouldBeEmpty();
    }

    /// <summary>The bits of roles that functions look at.</summary>
    [Fact]
    public void The_bit_of_a_role_in_sql_is_that_of_the_domain() =>
        SqlFiles().SelectMany(file => RoleBits().Matches(File.ReadAllText(file))).Select(bit => (Roles)int.Parse(bit.Groups[1].Value)).Distinct()
            .ShouldAllBe(role => Enum.IsDefined(role));

    private static IEnumerable<Type> Types() => typeof(Signal).Assembly.GetTypes().Concat(typeof(PortalDb).Assembly.GetTypes());

    private static IEnumerable<string> SqlFiles([CallerFilePath] string here = "") =>
        Directory.EnumerateFiles(Path.Combine(here, "../../../../src/SignaalPortaal.Application"), "*", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .Where(file => file.EndsWith(".sql", StringComparison.Ordinal)
                || (file.EndsWith(".cs", StringComparison.Ordinal) && (file.Contains("/PortalDb", StringComparison.Ordinal) || Sql().IsMatch(File.ReadAllText(file)))));

    private static IEnumerable<string> Names(string text) => Quoted().Matches(WithoutComments(text)).Select(name => name.Groups[1].Value);

    private static string WithoutComments(string text) => Comments().Replace(text, "");

    [GeneratedRegex("'([A-Z][A-Za-z]+)'")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\(\s*'[A-Z][A-Za-z]+'(\s*,\s*'[A-Z][A-Za-z]+')+\s*\)")]
    private static partial Regex Lists();

    [GeneratedRegex(@"roles & ([0-9]+)")]
    private static partial Regex RoleBits();

    [GeneratedRegex(@"^\s*(--|//).*$", RegexOptions.Multiline)]
    private static partial Regex Comments();

    [GeneratedRegex(@"\$?""""""\s*(select|insert|update|delete|with) ")]
    private static partial Regex Sql();
}
