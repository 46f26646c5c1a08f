using Microsoft.Extensions.DependencyInjection;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Organisations;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Organisations;

/// <summary>Wholly or not at all, one at a time, and no more than the files say.</summary>
public sealed class ReloadSafetyTests : ReloadTest
{
    [Fact]
    public async Task Files_that_change_nothing_change_nothing()
    {
        await Portal.Raises(Cast.Reporter);
        await Portal.Reloads(Cast.UnitFile.Without("LEEG", "AFDELING").Moved("DIRECTIE", "AFDELING"), Cast.PeopleFile.Without("16", "11").Moved("ZUID", "AFDELING"));
        var before = await Portal.Database.Contents();
        Portal.Clock.AdvanceDays(1);

        var loaded = await Portal.Reloads(Cast.UnitFile.Without("LEEG", "AFDELING").Moved("DIRECTIE", "AFDELING"), Cast.PeopleFile.Without("16", "11").Moved("ZUID", "AFDELING"));

        (loaded.Units, loaded.People, loaded.HandedOver).ShouldBe((new Changes(0, 0, 0), new Changes(0, 0, 0), 0));
        (await Portal.Database.Contents()).ShouldBe(before);
    }

    [Fact]
    public async Task A_wrong_line_changes_nothing_of_what_the_others_say()
    {
        await Portal.Raises(Cast.Reporter);

        var refused = await Portal.Refuses(
            Cast.UnitFile.Without("TEAM").With("ZUID,Team Zuidwest,team,Line,DIRECTIE,99,"), Cast.PeopleFile.Moved("ZUID", "TEAM").With("11,Carel,medewerker,ZUID,,geen adres"));

        refused.Select(error => error.Column).ShouldBe(["mail", "manager"]);
    }

    [Fact]
    public async Task Another_organisation_is_not_touched_also_not_when_it_has_the_same_codes_and_numbers()
    {
        var other = (await Portal.SendAsPortal(new LoadOrganisation("Dubbele dienst", Cast.UnitFile, Cast.PeopleFile))).Id;
        var reporter = await Portal.Database.Scalar<Guid>($"select id from people where number = '10' and organisation_id = '{other}'");
        await Portal.Raises(reporter);
        await Portal.Raises(Cast.Reporter);
        var before = await ContentsOf(other);

        var loaded = await Portal.Reloads(
            Cast.UnitFile.Without("TEAM").With("ZUID,Team Zuidwest,team,Line,DIRECTIE,,"), Cast.PeopleFile.Without("10", "15").Moved("ZUID", "TEAM"));

        loaded.HandedOver.ShouldBe(1);
        (await ContentsOf(other)).ShouldBe(before);
    }

    [Fact]
    public async Task When_more_than_half_would_disappear_it_asks_whether_that_is_right()
    {
        var units = Cast.UnitFile.Without("DIRECTIE", "AFDELING", "TEAM", "LEEG", "HULP").Moved("BESTUUR", "DIRECTIE", "AFDELING");
        var people = Cast.PeopleFile.Without("10", "11", "15", "16", "20", "21", "40", "41", "60", "61").Moved("ZUID", "AFDELING");

        var refused = await Portal.Refuses(units, people);

        ImportReport.Of(refused).ShouldBe(
        [
            "units.csv: Meer dan de helft van de regels zou verdwijnen: 5/8. Klopt dat? Zet er dan --anyway achter.",
            "people.csv: Meer dan de helft van de regels zou verdwijnen: 10/18. Klopt dat? Zet er dan --anyway achter.",
        ]);
        (await Portal.Reloads(units, people, anyway: true)).People.Gone.ShouldBe(10);
    }

    [Fact]
    public async Task Half_may_disappear()
    {
        var loaded = await Portal.Reloads(
            Cast.UnitFile.Without("AFDELING", "TEAM", "LEEG", "HULP").Moved("BESTUUR", "AFDELING"), Cast.PeopleFile.Moved("ZUID", "AFDELING", "TEAM", "LEEG", "HULP"));

        loaded.Units.Gone.ShouldBe(4);
    }

    [Fact]
    public async Task Two_who_load_the_same_organisation_take_turns()
    {
        var reference = await Portal.Raises(Cast.Reporter);
        await using var held = await HeldSignal.Hold(Portal.Database, reference);
        var units = Cast.UnitFile.Without("TEAM").With("NIEUW,Team Nieuw,team,Line,DIRECTIE,20,");

        var first = Portal.Reloads(units, Cast.PeopleFile.Moved("NIEUW", "TEAM"));
        var second = Portal.Reloads(units, Cast.PeopleFile.Moved("NIEUW", "TEAM"));
        await held.WaitFor(requests: 2);
        await held.Release();

        var (one, other) = (await first, await second);
        (one.Units.Added + other.Units.Added, one.HandedOver + other.HandedOver).ShouldBe((1, 1));
    }

    [Fact]
    public async Task What_is_on_its_way_to_a_unit_while_that_is_closed_does_not_arrive_there()
    {
        var reference = await Portal.Raises(Cast.ColleagueInTheSouth);
        await using var scope = await Portal.ScopeOf(Cast.TeamLeadOfTheSouth);
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var signal = await db.FindSignal(reference, CancellationToken.None);
        var team = (await db.LineOf(Cast.Units["TEAM"], CancellationToken.None)).Start;
        var line = await db.LineOf(signal.HeldByUnitId, CancellationToken.None);
        signal.Reroute(team, "Hoort daar.", line, by: scope.ServiceProvider.GetRequiredService<Viewer>(), scope.ServiceProvider.GetRequiredService<Now>());

        await Portal.ClosesTheTeam();

        (await Should.ThrowAsync<BrokenRuleException>(() => db.SaveChangesAsync())).Rule.ShouldBe(SignalRule.SomebodyElseWasFirst);
        (await Portal.HolderOf(reference)).ShouldBe("ZUID");
    }

    [Fact]
    public async Task What_does_not_change_costs_no_statements()
    {
        var large = (
            Units: string.Concat(Enumerable.Range(0, 200).Select(unit => $"\nU{unit},Team {unit},team,Line,AFDELING,{unit + 1000},")),
            People: string.Concat(Enumerable.Range(0, 2000).Select(person => $"\n{person + 1000},Persoon {person},medewerker,U{person % 200},,")));
        await Portal.Reloads();
        var small = await Statements(Cast.UnitFile.With("ZUID,Team Zuidwest,team,Line,DIRECTIE,25,26"), Cast.PeopleFile.Without("11"));
        await Portal.Reloads(Cast.UnitFile + large.Units, Cast.PeopleFile + large.People);

        var many = await Statements(
            Cast.UnitFile.With("ZUID,Team Zuidwest,team,Line,DIRECTIE,25,26") + large.Units, Cast.PeopleFile.Without("11") + large.People);

        // Not just as many: the worker of the portal asks the same database now and then.
        many.ShouldBeLessThanOrEqualTo(small + 4);
    }

    private async Task<int> Statements(string units, string people)
    {
        using var counter = new StatementCounter(Portal.Database);
        await Portal.Reloads(units, people);
        return counter.Statements.Count;
    }

    /// <summary>Everything that is stored of one organisation.</summary>
    private async Task<string> ContentsOf(Guid organisation)
    {
        var tables = await Portal.Database.Scalar<string[]>("select array_agg(distinct table_name::text) from information_schema.columns where table_schema = 'public' and column_name = 'organisation_id'");
        var numbers = tables!.Select(table => $"(select md5(string_agg(row::text, ',' order by row::text)) from {table} row where organisation_id = '{organisation}')");
        return (await Portal.Database.Scalar<string>($"select concat_ws(' ', {string.Join(", ", numbers)})"))!;
    }
}
