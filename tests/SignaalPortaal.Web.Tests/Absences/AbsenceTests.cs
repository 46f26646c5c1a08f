using System.Net;
using SignaalPortaal.Application.Absences;
using SignaalPortaal.Application.Receipts;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Application.Time;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Anonymity;
using SignaalPortaal.Web.Tests.Infrastructure;
using SignaalPortaal.Web.Tests.Organisations;
using SignaalPortaal.Web.Tests.Signals;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Tests.Absences;

/// <summary>Who is away is replaced, also when the deputy is away too.</summary>
public sealed class AbsenceTests(Portal portal) : IClassFixture<Portal>, IAsyncLifetime
{
    public Task InitializeAsync() => portal.Database.Scalar<int>("delete from absences");

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task In_those_days_the_deputy_sees_and_does_what_the_manager_could_and_the_timeline_says_so()
    {
        var manager = await portal.As(portal.Cast.TeamLead).Open("/vervanging");
        await manager.Fill("Eerste dag dat je er niet bent", Iso(1)).Fill("Laatste dag dat je er niet bent", Iso(5))
            .Choose("Carel Collega").Press("Bewaar");
        manager.Text.ShouldContain("Carel Collega vervangt Tess Teamleider.");
        var signal = await portal.As(portal.Cast.Reporter).SubmitsASignal();
        var deputy = portal.As(portal.Cast.Colleague);
        (await deputy.Sees(signal)).ShouldBeFalse();

        portal.Clock.AdvanceDays(1);
        (await deputy.Sees(signal)).ShouldBeTrue();
        await deputy.Asks(signal, "Welke brief?");
        portal.Clock.AdvanceDays(5);

        (await deputy.Sees(signal)).ShouldBeFalse();
        var reporter = await portal.As(portal.Cast.Reporter).Open(signal);
        reporter.EventCalled("Vraag aan de melder").ShouldContain("door Carel Collega, plaatsvervanger bij Team Noord");
    }

    [Fact]
    public async Task When_the_deputy_is_away_too_it_goes_on_along_the_chain_and_messages_go_to_its_end()
    {
        await Away(portal.Cast.TeamLead, portal.Cast.Colleague);
        await Away(portal.Cast.Colleague, portal.Cast.TeamLeadOfTheSouth);

        var signal = await portal.Raises(portal.Cast.Reporter);

        (await portal.As(portal.Cast.TeamLeadOfTheSouth).Sees($"/signalen/{Reference.Show(signal)}")).ShouldBeTrue();
        (await portal.As(portal.Cast.Reporter).Open($"/signalen/{Reference.Show(signal)}")).Text.ShouldContain("Tess Teamleider (nu vervangen door Zeger Zuidleider)");
        (await portal.Database.Scalar<Guid>(
            $"select person_id from messages m join signals s on s.id = m.signal_id where reference = '{signal}'")).ShouldBe(portal.Cast.TeamLeadOfTheSouth);
    }

    [Fact]
    public async Task Deputies_that_go_round_are_refused_with_a_clear_message()
    {
        await Away(portal.Cast.TeamLead, portal.Cast.Colleague);
        await Away(portal.Cast.Colleague, portal.Cast.HeadOfDepartment);
        var head = await portal.As(portal.Cast.HeadOfDepartment).Open("/vervanging");
        await head.Fill("Zoek op naam", "Tess").Press("Zoek");

        await head.Fill("Eerste dag dat je er niet bent", Iso(3)).Fill("Laatste dag dat je er niet bent", Iso(4)).Choose("Tess Teamleider").Press("Bewaar");

        head.Status.ShouldBe(HttpStatusCode.BadRequest);
        head.Text.ShouldContain(RuleTexts.DeputiesDoNotGoRound);
        head.ValueOf("Laatste dag dat je er niet bent").ShouldBe(Iso(4));
    }

    [Fact]
    public async Task Two_that_are_right_by_themselves_do_not_make_a_loop_together()
    {
        await Task.WhenAll(
            Try(() => Away(portal.Cast.TeamLead, portal.Cast.Colleague)),
            Try(() => Away(portal.Cast.Colleague, portal.Cast.TeamLead)));

        (await portal.Database.Scalar<long>("select count(*) from absences")).ShouldBe(1);

        static async Task Try(Func<Task> arrange)
        {
            try
            {
                await arrange();
            }
            catch (BrokenRuleException broken)
            {
                broken.Rule.ShouldBe(AbsenceRule.DeputiesDoNotGoRound);
            }
        }
    }

    [Fact]
    public async Task A_deputy_whom_it_is_about_sees_nothing_and_it_starts_a_layer_higher()
    {
        await Away(portal.Cast.HeadOfDepartment, portal.Cast.TeamLead);
        var signal = await portal.Raises(portal.Cast.Reporter, aboutMyManager: true);

        (await portal.As(portal.Cast.TeamLead).Sees($"/signalen/{Reference.Show(signal)}")).ShouldBeFalse();
        (await portal.As(portal.Cast.Director).Sees($"/signalen/{Reference.Show(signal)}")).ShouldBeTrue();
    }

    [Fact]
    public async Task At_the_desk_only_a_confidential_adviser_stands_in()
    {
        await Away(portal.Cast.ConfidentialAdviser, portal.Cast.Colleague);
        var signal = await portal.Raises(portal.Cast.Reporter, SignalKind.Wrongdoing);

        (await portal.As(portal.Cast.Colleague).Sees($"/signalen/{Reference.Show(signal)}")).ShouldBeFalse();
        (await portal.As(portal.Cast.ConfidentialAdviser).Sees($"/signalen/{Reference.Show(signal)}")).ShouldBeTrue();
        (await portal.Database.Scalar<long>($"select count(*) from messages where person_id = '{portal.Cast.Colleague}' and signal_id = (select id from signals where reference = '{signal}')"))
            .ShouldBe(0);
    }

    [Fact]
    public async Task Only_the_administrator_arranges_it_for_somebody_else()
    {
        await Should.ThrowAsync<SignalNotFoundException>(() => Arrange(portal.Cast.Colleague, portal.Cast.TeamLead, portal.Cast.ColleagueInTheSouth));

        await Arrange(portal.Cast.Administrator, portal.Cast.TeamLead, portal.Cast.ColleagueInTheSouth);

        var administrator = await portal.As(portal.Cast.Administrator).Open("/vervanging");
        administrator.Text.ShouldContain("Zita Zuid vervangt Tess Teamleider.");
        await administrator.Press(AbsenceTexts.End);
        administrator.Text.ShouldNotContain("Zita Zuid vervangt Tess Teamleider.");
    }

    [Fact]
    public async Task An_administrator_makes_no_administrator_read_what_others_hold_and_everybody_sees_who_arranged_it()
    {
        await Should.ThrowAsync<SignalNotFoundException>(() => Arrange(portal.Cast.Administrator, portal.Cast.Director, portal.Cast.Administrator));

        await Arrange(portal.Cast.Administrator, portal.Cast.Director, portal.Cast.DeputyDirector);

        (await portal.As(portal.Cast.Director).Open("/vervanging")).Text.ShouldContain("Geregeld door Bo Beheer.");
        (await portal.As(portal.Cast.DeputyDirector).Open("/vervanging")).Text.ShouldContain("Geregeld door Bo Beheer.");
    }

    [Fact]
    public async Task What_its_reporter_would_have_to_handle_went_up_and_there_is_heard()
    {
        var signal = await portal.Raises(portal.Cast.Reporter, forUnit: portal.Cast.Units["ZUID"]);
        await Away(portal.Cast.TeamLeadOfTheSouth, portal.Cast.Reporter);

        await portal.Does(portal.Cast.Reporter, signal, new AddFacts { Facts = "Ook op dinsdag." });

        (await portal.Database.Scalar<Guid>(
            $"select person_id from messages m join signals s on s.id = m.signal_id where reference = '{signal}' and m.kind = 'FactsAdded'"))
            .ShouldBe(portal.Cast.HeadOfDepartment);
    }

    [Fact]
    public async Task What_lies_there_already_leaves_when_its_reporter_comes_to_act()
    {
        var (own, other) = (await portal.Raises(portal.Cast.Colleague), await portal.Raises(portal.Cast.Reporter));

        await Away(portal.Cast.TeamLead, portal.Cast.Colleague);

        (await portal.HolderOf(own), await portal.HolderOf(other)).ShouldBe(("AFDELING", "TEAM"));
        var reporter = await portal.As(portal.Cast.Colleague).Open($"/signalen/{Reference.Show(own)}");
        reporter.Text.ShouldContain("Wie nu voor Team Noord handelt, is zelf bij dit signaal betrokken.");
        (await portal.As(portal.Cast.HeadOfDepartment).Sees($"/signalen/{Reference.Show(own)}")).ShouldBeTrue();
    }

    [Fact]
    public async Task It_leaves_on_the_day_on_which_the_absence_begins_and_whom_it_is_about_gets_nothing()
    {
        var about = await portal.Raises(portal.Cast.Reporter, aboutMyManager: true);
        await portal.Send(
            new ArrangeAbsence { Deputy = portal.Cast.TeamLead, FirstDay = portal.Today.AddDays(1), LastDay = portal.Today.AddDays(6), FormKey = Guid.NewGuid() },
            portal.Cast.HeadOfDepartment);
        (await portal.HolderOf(about)).ShouldBe("AFDELING");

        portal.Clock.AdvanceDays(1);
        await portal.SendAsPortal(new LeaveConflicts());
        await portal.SendAsPortal(new LeaveConflicts());

        (await portal.HolderOf(about)).ShouldBe("DIRECTIE");
        (await portal.As(portal.Cast.TeamLead).Sees($"/signalen/{Reference.Show(about)}")).ShouldBeFalse();
        (await portal.Database.Scalar<long>($"select count(*) from timeline_entries e join signals s on s.id = e.signal_id where s.reference = '{about}' and e.kind = 'HandedOver'")).ShouldBe(1);
    }

    [Fact]
    public async Task A_new_manager_does_not_find_the_own_signal()
    {
        var own = await portal.Raises(portal.Cast.Reporter);

        var loaded = await portal.Reloads(Cast.UnitFile.With("TEAM,Team Noord,team,Line,AFDELING,10,21"));

        await portal.Reloads(Cast.UnitFile);
        loaded.HandedOver.ShouldBeGreaterThan(0);
        (await portal.HolderOf(own)).ShouldBe("AFDELING");
    }

    [Fact]
    public async Task Who_becomes_known_does_not_keep_the_own_signal()
    {
        var reporter = await portal.Nameless().Raises(Nameless.Form(portal.Cast.Units["TEAM"]));
        await portal.LetTheLineSeeIt();
        (await portal.HolderOf(reporter.Reference)).ShouldBe("AFDELING");

        await portal.Send(new MakeKnown { Code = reporter.Code, FormKey = Guid.NewGuid() }, portal.Cast.HeadOfDepartment);

        (await portal.HolderOf(reporter.Reference)).ShouldBe("DIRECTIE");
    }

    [Fact]
    public async Task Nobody_ends_the_absence_of_another()
    {
        await Away(portal.Cast.TeamLead, portal.Cast.Colleague);
        var id = await portal.Database.Scalar<Guid>("select id from absences");

        await Should.ThrowAsync<SignalNotFoundException>(() => portal.Send(new EndAbsence(id), portal.Cast.Colleague));
        await Should.ThrowAsync<SignalNotFoundException>(() => portal.Send(new EndAbsence(id), portal.Cast.Stranger));
    }

    [Fact]
    public async Task What_was_left_empty_is_asked_for()
    {
        var manager = await portal.As(portal.Cast.TeamLead).Open("/vervanging");

        await manager.Press("Bewaar");

        manager.ShouldBeAskedFor("Input_FirstDay", "Input_LastDay", "Input_Deputy");
    }

    private string Iso(int daysFromNow) => portal.Today.AddDays(daysFromNow).ToString("yyyy-MM-dd");

    private Task Away(Guid person, Guid deputy) => Arrange(person, person, deputy);

    private async Task Arrange(Guid by, Guid person, Guid deputy) => await portal.Send(
        new ArrangeAbsence { Person = person, Deputy = deputy, FirstDay = portal.Today, LastDay = portal.Today.AddDays(6), FormKey = Guid.NewGuid() }, by);
}
