using SignaalPortaal.Application.Organisations;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;
using SignaalPortaal.Web.Tests.Signals;

namespace SignaalPortaal.Web.Tests.Organisations;

public sealed class ReloadUnitsTests : ReloadTest
{
    [Fact]
    public async Task A_unit_that_was_moved_escalates_along_its_new_line()
    {
        var reference = await Portal.Raises(Cast.ColleagueInTheSouth);

        var loaded = await Portal.Reloads(Cast.UnitFile.With("ZUID,Team Zuidwest,groep,Line,DIRECTIE,25,26"));
        await Portal.Escalates(Cast.TeamLeadOfTheSouth, reference);

        loaded.Units.ShouldBe(new Changes(Added: 0, Changed: 1, Gone: 0));
        var reporter = await Portal.As(Cast.ColleagueInTheSouth).Open($"/signalen/{reference}");
        reporter.Text.ShouldContain("Team Zuidwest");
        (await Portal.As(Cast.Director).Sees($"/signalen/{reference}")).ShouldBeTrue();
        (await Portal.As(Cast.HeadOfDepartment).Sees($"/signalen/{reference}")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_new_unit_with_units_from_elsewhere_below_it_is_found_and_takes_part()
    {
        var loaded = await Portal.Reloads(Cast.UnitFile
            .With("ZUID,Team Zuid,team,Line,CLUSTER,25,26").With("CLUSTER,Cluster Zuid,cluster,Line,DIRECTIE,41,"));
        var reference = await Portal.Raises(Cast.ColleagueInTheSouth);
        await Portal.Escalates(Cast.TeamLeadOfTheSouth, reference);

        loaded.Units.ShouldBe(new Changes(Added: 1, Changed: 1, Gone: 0));
        (await Portal.Send(new FindUnits("cluster", null, WithHelpTeams: false), Cast.Reporter)).Items.ShouldHaveSingleItem().ManagerName.ShouldBe("Dirk Directieplaatsvervanger");
        (await Portal.HolderOf(reference)).ShouldBe("CLUSTER");
    }

    [Fact]
    public async Task What_a_closed_unit_had_not_finished_goes_to_the_unit_above_and_its_reporter_reads_that()
    {
        var reference = await Portal.Raises(Cast.Reporter);

        var loaded = await Portal.ClosesTheTeam();

        loaded.Units.ShouldBe(new Changes(Added: 0, Changed: 0, Gone: 1));
        loaded.HandedOver.ShouldBe(1);
        var reporter = await Portal.As(Cast.Reporter).Open($"/signalen/{reference}");
        reporter.EventCalled("Overgegaan naar Afdeling Toekenning").ShouldContain("Team Noord bestaat niet meer.");
        (await Portal.As(Cast.HeadOfDepartment).Open("/werkvoorraad?staat=alle")).Text.ShouldContain("Brief is niet te begrijpen");
        (await Portal.As(Cast.TeamLead).Sees($"/signalen/{reference}")).ShouldBeFalse();
        (await Portal.Database.Scalar<string>($"select string_agg(kind, ',' order by kind) from messages where seq = 2 and person_id in ('{Cast.Reporter}', '{Cast.HeadOfDepartment}')"))
            .ShouldBe("Arrived,Moved");
    }

    [Fact]
    public async Task A_closed_unit_is_offered_nowhere()
    {
        var other = await Portal.Raises(Cast.ColleagueInTheSouth);
        await Portal.ClosesTheTeam();

        (await Portal.Send(new FindUnits("team noord", Cast.Units["TEAM"], WithHelpTeams: false), Cast.Reporter)).Items.ShouldBeEmpty();
        (await Should.ThrowAsync<BrokenRuleException>(() => Portal.Raises(Cast.Reporter, forUnit: Cast.Units["TEAM"]))).Rule.ShouldBe(SignalRule.TheUnitCannotTakeIt);
        (await Should.ThrowAsync<BrokenRuleException>(() => Portal.Does(
            Cast.TeamLeadOfTheSouth, other, new RerouteSignal { ToUnit = Cast.Units["TEAM"], Reason = "Hoort daar." }))).Rule.ShouldBe(SignalRule.TheUnitCannotTakeIt);
    }

    [Fact]
    public async Task Whoever_has_only_closed_units_below_has_none_below()
    {
        await Portal.Reloads(Cast.UnitFile.Without("TEAM", "ZUID", "LEEG"), Cast.PeopleFile.Moved("AFDELING", "TEAM", "ZUID", "LEEG"));

        var organisation = await Portal.Database.Scalar<Guid>($"select organisation_id from people where id = '{Cast.Reporter}'");
        (await Portal.Send(new LoadViewer(organisation, Cast.HeadOfDepartment), Cast.HeadOfDepartment))!.HasUnitsBelow.ShouldBeFalse();
    }

    [Fact]
    public async Task Closed_units_stay_below_the_nearest_unit_that_is_still_there_so_that_old_timelines_name_them()
    {
        var reference = await Portal.Raises(Cast.Reporter);
        await Portal.Escalates(Cast.TeamLead, reference);

        await Portal.Reloads(Cast.UnitFile.Without("TEAM", "AFDELING").Moved("BESTUUR", "AFDELING"), Cast.PeopleFile.Moved("HULP", "TEAM", "AFDELING"));
        (await Portal.ParentOf("TEAM")).ShouldBe("DIRECTIE");
        await Portal.Reloads(
            Cast.UnitFile.Without("TEAM", "AFDELING", "DIRECTIE", "BESTUUR").Moved("RAAD", "AFDELING", "DIRECTIE", "BESTUUR").With("RAAD,Raad,raad,Line,,50,"),
            Cast.PeopleFile.Moved("RAAD", "TEAM", "AFDELING", "DIRECTIE", "BESTUUR"));

        (await Portal.ParentOf("TEAM")).ShouldBe("RAAD");
        (await Portal.ParentOf("BESTUUR")).ShouldBe("RAAD");
        (await Portal.HolderOf(reference)).ShouldBe("RAAD");
        var reporter = await Portal.As(Cast.Reporter).Open($"/signalen/{reference}");
        reporter.EventCalled("Overgegaan naar Directie Uitvoering").ShouldContain("Afdeling Toekenning bestaat niet meer.");
        reporter.EventCalled("Overgegaan naar Raad").ShouldContain("Directie Uitvoering bestaat niet meer.");
    }

    [Fact]
    public async Task A_unit_that_was_passed_over_is_still_named_when_it_does_not_stand_above_any_more()
    {
        await Portal.Reloads(Cast.UnitFile.With("AFDELING,Afdeling Toekenning,afdeling,Line,DIRECTIE,,"));
        var reference = await Portal.Raises(Cast.Reporter);
        await Portal.Escalates(Cast.TeamLead, reference);

        await Portal.Reloads(Cast.UnitFile.Without("AFDELING").Moved("DIRECTIE", "AFDELING"), Cast.PeopleFile.Moved("TEAM", "AFDELING"));

        (await Portal.As(Cast.Reporter).Open($"/signalen/{reference}")).Text.ShouldContain("Afdeling Toekenning");
    }

    [Fact]
    public async Task A_unit_that_comes_back_is_the_same_unit()
    {
        await Portal.ClosesTheTeam();

        var loaded = await Portal.Reloads();
        var reference = await Portal.Raises(Cast.Reporter);

        loaded.Units.ShouldBe(new Changes(Added: 1, Changed: 0, Gone: 0));
        (await Portal.HolderOf(reference)).ShouldBe("TEAM");
        (await Portal.Database.Scalar<Guid>("select id from units where code = 'TEAM' and closed_on is null")).ShouldBe(Cast.Units["TEAM"]);
    }

    [Fact]
    public async Task A_unit_that_holds_something_stays_of_its_kind()
    {
        var changed = Cast.UnitFile.With("TEAM,Team Noord,team,HelpTeam,AFDELING,20,21");
        await Portal.Raises(Cast.Reporter);

        ImportReport.Of(await Portal.Refuses(changed)).ShouldBe(["units.csv, regel 9, kolom kind: \"HelpTeam\" kan hier niet: dit onderdeel heeft signalen en blijft Line."]);

        (await Portal.Reloads(Cast.UnitFile.With("ZUID,Team Zuid,team,HelpTeam,AFDELING,25,26"))).Units.Changed.ShouldBe(1);
    }

    [Fact]
    public async Task What_the_desk_has_not_finished_keeps_the_desk()
    {
        await Portal.Raises(Cast.Reporter, SignalKind.Wrongdoing);

        var refused = await Portal.Refuses(Cast.UnitFile.Without("LOKET"), Cast.PeopleFile.Moved("BESTUUR", "LOKET"));

        ImportReport.Of(refused).ShouldBe(
            ["units.csv: \"LOKET\" heeft signalen die niet af zijn. Zet de regel er weer bij, of een ander onderdeel van de soort ConfidentialDesk."]);
    }

    [Fact]
    public async Task Another_desk_takes_over_from_the_desk_and_the_line_sees_nothing_of_it()
    {
        var reference = await Portal.Raises(Cast.Reporter, SignalKind.Wrongdoing);

        var loaded = await Portal.Reloads(
            Cast.UnitFile.Without("LOKET").With("PUNT,Meldpunt,meldpunt,ConfidentialDesk,BESTUUR,11,"),
            Cast.PeopleFile.Moved("PUNT", "LOKET").With("11,Carel Collega,vertrouwenspersoon,PUNT,ConfidentialAdviser,"));

        loaded.HandedOver.ShouldBe(1);
        (await Portal.As(Cast.Reporter).Open($"/signalen/{reference}")).Text.ShouldContain("Overgegaan naar het vertrouwensloket");
        (await Portal.As(Cast.Colleague).Sees($"/signalen/{reference}")).ShouldBeTrue();
        (await Portal.As(Cast.Board).Sees($"/signalen/{reference}")).ShouldBeFalse();
        (await Portal.As(Cast.ConfidentialAdviser).Sees($"/signalen/{reference}")).ShouldBeFalse();
        var next = await Portal.Raises(Cast.Reporter, SignalKind.Wrongdoing);
        (await Portal.HolderOf(next)).ShouldBe("PUNT");
    }

    [Fact]
    public async Task A_desk_that_has_finished_everything_can_disappear()
    {
        var reference = await Portal.Raises(Cast.Reporter, SignalKind.Wrongdoing);
        await Portal.Does(Cast.Reporter, reference, new WithdrawSignal { Reason = "Opgelost." });

        var loaded = await Portal.Reloads(Cast.UnitFile.Without("LOKET"), Cast.PeopleFile.Moved("BESTUUR", "LOKET"));

        (loaded.Units.Gone, loaded.HandedOver).ShouldBe((1, 0));
        (await Should.ThrowAsync<BrokenRuleException>(() => Portal.Raises(Cast.Reporter, SignalKind.Wrongdoing))).Rule.ShouldBe(SignalRule.NobodyInsideCanTakeIt);
    }
}
