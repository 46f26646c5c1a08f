using SignaalPortaal.Application.Organisations;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Organisations;

/// <summary>The organisation of the tests loaded again, with other files; and what happens before it.</summary>
internal static class Reload
{
    /// <summary>What is not given stays as it was at first.</summary>
    public static Task<LoadedOrganisation> Reloads(this Portal portal, string units = Cast.UnitFile, string people = Cast.PeopleFile, bool anyway = false) =>
        portal.SendAsPortal(new LoadOrganisation(Cast.OrganisationName, units, people, anyway));

    public static async Task<IReadOnlyList<FileError>> Refuses(this Portal portal, string units = Cast.UnitFile, string people = Cast.PeopleFile)
    {
        var before = await portal.Database.Contents();

        var refused = await Should.ThrowAsync<OrganisationFileException>(() => portal.Reloads(units, people));

        (await portal.Database.Contents()).ShouldBe(before);
        return refused.Errors;
    }

    /// <summary>The file without the lines of these codes or numbers.</summary>
    public static string Without(this string file, params string[] keys) =>
        string.Join('\n', file.ReplaceLineEndings("\n").Split('\n').Where(line => !keys.Contains(line.Split(',')[0])));

    /// <summary>The file with this line, in the place of the one with the same code or number.</summary>
    public static string With(this string file, string line) => $"{file.Without(line.Split(',')[0])}\n{line}";

    /// <summary>The file of the people, with these in another unit and otherwise as they were.</summary>
    public static string Moved(this string file, string to, params string[] from) =>
        from.Aggregate(file, (moved, unit) => moved.Replace($",{unit},", $",{to},", StringComparison.Ordinal));

    /// <summary>Team Noord is no more; its people work in Team Zuid.</summary>
    public static Task<LoadedOrganisation> ClosesTheTeam(this Portal portal) =>
        portal.Reloads(Cast.UnitFile.Without("TEAM"), Cast.PeopleFile.Moved("ZUID", "TEAM"));

    public static Task Adopts(this Portal portal, Guid manager, string reference) => portal.Does(manager, reference, new AnswerSignal
    {
        Outcome = Outcome.Adopted,
        Explanation = "Doen we.",
        Promises = [new PromiseRow { What = "Nieuwe brief", Who = "Team Brieven", By = new DateOnly(2026, 12, 1) }],
    });

    public static Task Escalates(this Portal portal, Guid manager, string reference) =>
        portal.Does(manager, reference, new EscalateSignal { Reason = "Te groot voor ons.", Advice = "Schrijf de brief opnieuw." });

    public static Task<string?> HolderOf(this Portal portal, string reference) =>
        portal.Database.Scalar<string>($"select u.code from signals s join units u on u.id = s.held_by_unit_id where s.reference = '{reference}'");

    public static Task<string?> ParentOf(this Portal portal, string code) => portal.Database.Scalar<string>(
        $"select p.code from units u join units p on p.id = u.parent_id where u.code = '{code}' and u.organisation_id = (select id from organisations where name = '{Cast.OrganisationName}')");
}

/// <summary>Each test has a portal of its own: it changes the organisation.</summary>
public abstract class ReloadTest : IAsyncLifetime
{
    protected Portal Portal { get; } = new();

    protected Cast Cast => Portal.Cast;

    public Task InitializeAsync() => Portal.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)Portal).DisposeAsync();
}
