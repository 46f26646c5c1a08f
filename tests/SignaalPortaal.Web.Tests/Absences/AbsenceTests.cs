using System.Net;
using SignaalPortaal.Application.Absences;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;
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
    public async Task When_the_deputy_is_whom_it_is_about_the_manager_hears_it()
    {
        var signal = await portal.Raises(portal.Cast.Reporter, forUnit: portal.Cast.Units["ZUID"]);
        await Away(portal.Cast.TeamLeadOfTheSouth, portal.Cast.Reporter);

        await portal.Does(portal.Cast.Reporter, signal, new AddFacts { Facts = "Ook op dinsdag." });

        (await portal.Database.Scalar<Guid>(
            $"select person_id from messages m join signals s on s.id = m.signal_id where reference = '{signal}' and m.kind = 'FactsAdded'"))
            .ShouldBe(portal.Cast.TeamLeadOfTheSouth);
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
