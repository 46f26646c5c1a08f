using System.Net;
using SignaalPortaal.Application.Organisations;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;
using SignaalPortaal.Web.Tests.Signals;

namespace SignaalPortaal.Web.Tests.Organisations;

public sealed class ReloadPeopleTests : ReloadTest
{
    private const string Subject = "Brief is niet te begrijpen";

    [Fact]
    public async Task Who_is_new_can_sign_in_and_who_changed_is_called_as_the_file_says()
    {
        var loaded = await Portal.Reloads(people: Cast.PeopleFile
            .With("12,Nina Nieuw,medewerker,TEAM,,")
            .With("11,Carel van Dam,senior medewerker,ZUID,Administrator,carel@testdienst.example"));

        loaded.People.ShouldBe(new Changes(Added: 1, Changed: 1, Gone: 0));
        loaded.Units.ShouldBe(new Changes(0, 0, 0));
        (await Portal.Nobody().Open("/inloggen?zoek=Nina Nieuw")).Text.ShouldContain("Nina Nieuw");
        (await Portal.Nobody().Open("/inloggen?zoek=Carel")).Text.ShouldContain("Carel van Dam");
        (await Portal.Database.Scalar<string>($"""
            select concat_ws('|', p.job_title, u.code, p.roles, p.mail) from people p join units u on u.id = p.home_unit_id where p.id = '{Cast.Colleague}'
            """)).ShouldBe("senior medewerker|ZUID|8|carel@testdienst.example");
    }

    [Fact]
    public async Task Who_left_is_signed_out_with_the_next_page_and_cannot_sign_in_any_more()
    {
        var leaver = await Portal.As(Cast.ColleagueInTheSouth).Open("/mijn-signalen");

        var loaded = await Portal.Reloads(people: Cast.PeopleFile.Without("15"));

        loaded.People.ShouldBe(new Changes(Added: 0, Changed: 0, Gone: 1));
        (await leaver.Http.GetAsync("/mijn-signalen")).RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/inloggen");
        (await Portal.Nobody().Open("/inloggen?zoek=Zita")).Text.ShouldNotContain("Zita Zuid");
        var caller = await Portal.Caller(personId: null);
        using var signIn = await caller.Post("/inloggen", [KeyValuePair.Create("wie", $"{Cast.ColleagueInTheSouth}")]);
        signIn.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Portal.Database.Scalar<DateOnly>("select left_on from people where number = '15'")).ShouldBe(Portal.Today);
    }

    [Fact]
    public async Task The_day_on_which_somebody_left_is_that_in_the_Netherlands_and_stays()
    {
        Portal.Clock.Advance(TimeSpan.FromHours(15));
        await Portal.Reloads(people: Cast.PeopleFile.Without("15"));
        Portal.Clock.AdvanceDays(3);
        await Portal.Reloads(people: Cast.PeopleFile.Without("15"));

        (await Portal.Database.Scalar<DateOnly>("select left_on from people where number = '15'")).ShouldBe(new DateOnly(2026, 9, 8));
    }

    [Fact]
    public async Task A_manager_who_left_still_stands_on_the_timeline_and_the_next_one_finds_the_signal()
    {
        var reference = await Portal.Raises(Cast.Reporter);
        await Portal.Does(Cast.TeamLead, reference, new AcknowledgeSignal { Line = "Ik kijk ernaar.", ExpectedOn = Portal.Today });

        await Portal.Reloads(
            Cast.UnitFile.With("TEAM,Team Noord,team,Line,AFDELING,11,21"), Cast.PeopleFile.Without("20"));

        (await Portal.As(Cast.Colleague).Open("/werkvoorraad?staat=alle")).Text.ShouldContain(Subject);
        var reporter = await Portal.As(Cast.Reporter).Open($"/signalen/{reference}");
        reporter.Text.ShouldContain("Tess Teamleider");
        reporter.Text.ShouldContain("Carel Collega");
    }

    [Fact]
    public async Task Who_manages_another_unit_now_does_not_find_what_stayed_with_the_old_one()
    {
        var reference = await Portal.Raises(Cast.Reporter);

        var loaded = await Portal.Reloads(Cast.UnitFile
            .With("TEAM,Team Noord,team,Line,AFDELING,25,21").With("ZUID,Team Zuid,team,Line,AFDELING,20,26"));

        loaded.Units.ShouldBe(new Changes(Added: 0, Changed: 2, Gone: 0));
        (await Portal.As(Cast.TeamLeadOfTheSouth).Sees($"/signalen/{reference}")).ShouldBeTrue();
        (await Portal.As(Cast.TeamLead).Sees($"/signalen/{reference}")).ShouldBeFalse();
        (await Portal.As(Cast.TeamLead).Open("/werkvoorraad?staat=alle")).Text.ShouldNotContain(Subject);
    }

    [Fact]
    public async Task A_manager_and_a_deputy_can_change_places()
    {
        await Portal.Reloads(Cast.UnitFile.With("TEAM,Team Noord,team,Line,AFDELING,21,20"));

        (await Portal.Database.Scalar<string>($"select string_agg(kind, ',') from mandates where unit_id = '{Cast.Units["TEAM"]}' and person_id = '{Cast.Deputy}'"))
            .ShouldBe("Manager");
        (await Portal.Send(new LoadViewer(await Organisation(), Cast.TeamLead), Cast.TeamLead))!.ActsForAUnit.ShouldBeTrue();
    }

    [Fact]
    public async Task Who_left_gets_no_messages_and_no_mail()
    {
        var reference = await Portal.Raises(Cast.Reporter);
        await Portal.Database.Scalar<int>($"""
            insert into mails (organisation_id, id, person_id, digest_on, is_urgent, send_after, state)
            values ('{await Organisation()}', gen_random_uuid(), '{Cast.Reporter}', '2026-09-08', false, '2026-09-08', 'Waiting')
            """);

        await Portal.Reloads(people: Cast.PeopleFile.Without("10"));
        await Portal.Does(Cast.TeamLead, reference, new AcknowledgeSignal { Line = "Ik kijk ernaar.", ExpectedOn = Portal.Today });

        (await Portal.Database.Scalar<long>($"select count(*) from messages where person_id = '{Cast.Reporter}'")).ShouldBe(0);
        (await Portal.Database.Scalar<string>($"select state from mails where person_id = '{Cast.Reporter}'")).ShouldBe("Dropped");
    }

    [Fact]
    public async Task Nobody_waits_for_a_deputy_who_left_nor_stands_in_for_whoever_did()
    {
        await IsAway(Cast.TeamLead, Cast.Colleague);
        await IsAway(Cast.Colleague, Cast.Deputy);
        await IsAway(Cast.TeamLeadOfTheSouth, Cast.DeputyOfTheSouth);

        await Portal.Reloads(people: Cast.PeopleFile.Without("11"));

        (await Portal.Database.Scalar<Guid[]>("select array_agg(person_id) from absences")).ShouldBe([Cast.TeamLeadOfTheSouth]);
    }

    [Fact]
    public async Task Who_comes_back_is_the_same_person_with_the_own_signals()
    {
        var reference = await Portal.Raises(Cast.Colleague);
        await Portal.Reloads(people: Cast.PeopleFile.Without("11"));

        var loaded = await Portal.Reloads();

        loaded.People.ShouldBe(new Changes(Added: 1, Changed: 0, Gone: 0));
        (await Portal.As(Cast.Colleague).Open("/mijn-signalen")).Text.ShouldContain(Subject);
        (await Portal.As(Cast.Colleague).Sees($"/signalen/{reference}")).ShouldBeTrue();
    }

    private Task<Guid> Organisation() => Portal.Database.Scalar<Guid>($"select organisation_id from people where id = '{Cast.Reporter}'");

    private async Task IsAway(Guid person, Guid deputy) => await Portal.Database.Scalar<int>($"""
        insert into absences (organisation_id, id, person_id, deputy_id, first_day, last_day, arranged_by_id)
        values ('{await Organisation()}', gen_random_uuid(), '{person}', '{deputy}', '2026-09-01', '2026-09-30', '{person}')
        """);
}
