using SignaalPortaal.Application.Messages;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;
using SignaalPortaal.Web.Tests.Signals;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Tests.Messages;

/// <summary>Who hears of what, in the portal.</summary>
public sealed class MessageTests(Portal portal) : IClassFixture<Portal>
{
    private readonly Visitor _reporter = portal.As(portal.Cast.Reporter);

    [Fact]
    public async Task The_manager_hears_of_a_new_signal_and_looking_is_reading()
    {
        var signal = await _reporter.SubmitsASignal("Nieuw voor de teamleider");
        var manager = portal.As(portal.Cast.TeamLead);
        await manager.Open("/");
        var unread = await Unread(portal.Cast.TeamLead);
        manager.Text.ShouldContain($"({unread} nieuw)");

        await manager.Open("/berichten");

        manager.Text.ShouldContain(EnumTexts.MessageKind_Arrived);
        manager.Text.ShouldContain("Nieuw voor de teamleider");
        await manager.Follow("Nieuw voor de teamleider");
        manager.Location.AbsolutePath.ShouldBe(signal);
        (await Unread(portal.Cast.TeamLead)).ShouldBe(0);
    }

    [Fact]
    public async Task The_reporter_hears_of_each_step_of_others_and_of_none_of_the_own()
    {
        var signal = await _reporter.SubmitsASignal("Elke stap");
        await portal.As(portal.Cast.TeamLead).Asks(signal, "Welke brief?");
        await portal.Does(portal.Cast.Reporter, signal.ToReference(), new ReplyToQuestion { ReplyText = "Deze." });
        await portal.As(portal.Cast.TeamLead).DoesNotAdopt(signal);

        await _reporter.Open("/berichten");

        (await Kinds(signal, portal.Cast.Reporter)).ShouldBe([nameof(MessageKind.Asked), nameof(MessageKind.Answered)], ignoreOrder: true);
        (await Kinds(signal, portal.Cast.TeamLead)).ShouldBe([nameof(MessageKind.Arrived), nameof(MessageKind.Replied)], ignoreOrder: true);
        _reporter.Text.ShouldContain(EnumTexts.MessageKind_Asked);
    }

    [Fact]
    public async Task Whom_a_signal_is_about_hears_nothing_not_even_a_number()
    {
        var before = await Unread(portal.Cast.TeamLead);
        var signal = await portal.Raises(portal.Cast.Reporter, aboutMyManager: true);
        await portal.Does(portal.Cast.HeadOfDepartment, signal, new RerouteSignal { ToUnit = portal.Cast.Units["HULP"], Reason = "Hulp nodig." });
        portal.Clock.AdvanceDays(10);
        await portal.LetTimePass();

        (await Unread(portal.Cast.TeamLead)).ShouldBe(before);
        (await Kinds(signal, portal.Cast.TeamLead)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_reminder_comes_half_way_and_shortly_before_once_a_day_and_not_when_it_was_handled()
    {
        var signal = await _reporter.SubmitsASignal(kind: "Vraag");
        var handled = await _reporter.SubmitsASignal(kind: "Vraag");
        await portal.Does(portal.Cast.TeamLead, handled.ToReference(), new AcknowledgeSignal { Line = "Komt goed.", ExpectedOn = portal.Today.AddDays(14) });

        for (var day = 0; day < 6; day++)
        {
            portal.Clock.AdvanceDays(1);
            await portal.LetTimePass();
            await portal.LetTimePass();
        }

        (await Kinds(signal, portal.Cast.TeamLead)).Count(kind => kind is nameof(MessageKind.DayComesNear)).ShouldBeInRange(1, 2);
        (await portal.Database.Scalar<long>("select count(*) from messages where kind = 'DayComesNear'")).ShouldBe(
            await portal.Database.Scalar<long>("select count(distinct (signal_id, person_id, on_day)) from messages where kind = 'DayComesNear'"));
        (await Kinds(handled, portal.Cast.TeamLead)).ShouldNotContain(nameof(MessageKind.DayComesNear));
    }

    [Fact]
    public async Task At_the_desk_and_with_what_cannot_wait_all_who_act_for_the_unit_hear_it()
    {
        var calm = await portal.Raises(portal.Cast.ColleagueInTheSouth);
        var urgent = (await portal.Send(
            new SubmitSignal { Kind = SignalKind.Risk, Subject = "Nu stoppen", OwnWords = "Dit gaat fout.", OwnRisk = RiskLevel.StopNow }, portal.Cast.ColleagueInTheSouth)).Reference;

        (await Kinds(calm, portal.Cast.DeputyOfTheSouth)).ShouldBeEmpty();
        (await Kinds(urgent, portal.Cast.DeputyOfTheSouth)).ShouldBe([nameof(MessageKind.Arrived)]);
        (await Kinds(urgent, portal.Cast.TeamLeadOfTheSouth)).ShouldBe([nameof(MessageKind.Arrived)]);
    }

    [Fact]
    public async Task A_message_about_a_signal_that_was_withdrawn_is_gone()
    {
        var signal = await portal.Raises(portal.Cast.ColleagueInTheSouth);
        (await Unread(portal.Cast.TeamLeadOfTheSouth)).ShouldBeGreaterThan(0);
        await portal.As(portal.Cast.TeamLeadOfTheSouth).Open("/berichten");
        var other = await portal.Raises(portal.Cast.ColleagueInTheSouth);

        await portal.Does(portal.Cast.ColleagueInTheSouth, other, new WithdrawSignal { Reason = "Opgelost." });

        (await Unread(portal.Cast.TeamLeadOfTheSouth)).ShouldBe(0);
        (await portal.As(portal.Cast.TeamLeadOfTheSouth).Open("/berichten")).Page.Body!.InnerHtml.ShouldNotContain(Reference.Show(other));
        (await portal.As(portal.Cast.TeamLeadOfTheSouth).Open("/berichten")).Page.Body!.InnerHtml.ShouldContain(Reference.Show(signal));
    }

    [Fact]
    public async Task The_link_of_a_mail_leads_to_the_signal_for_its_owner_and_tells_others_nothing()
    {
        var signal = await portal.Raises(portal.Cast.Reporter);
        var message = await portal.Database.Scalar<Guid>(
            $"select m.id from messages m join signals s on s.id = m.signal_id where reference = '{signal}' and person_id = '{portal.Cast.TeamLead}'");

        var owner = await portal.As(portal.Cast.TeamLead).Open($"/berichten/{message}");
        var other = await portal.As(portal.Cast.Colleague).Open($"/berichten/{message}");

        owner.Location.AbsolutePath.ShouldBe($"/signalen/{Reference.Show(signal)}");
        other.Location.AbsolutePath.ShouldBe("/berichten");
    }

    [Fact]
    public async Task Each_person_chooses_how_to_get_mail_and_sees_the_choice_again()
    {
        var manager = await portal.As(portal.Cast.HeadOfDepartment).Open("/berichten/instellingen");
        manager.Choose("Eén keer per dag", "Nieuw bij jullie").Choose("Niet, alleen in het portaal", "Jij bent aan zet");

        await manager.Press("Bewaar");

        manager.Text.ShouldContain("Het is bewaard.");
        await manager.Open("/berichten/instellingen");
        var chosen = manager.Page.QuerySelectorAll("input[type=radio][checked]").Select(input => $"{input.GetAttribute("name")} {input.GetAttribute("value")}");
        chosen.ShouldContain("Input.NewForUs Daily");
        chosen.ShouldContain("Input.YourTurn PortalOnly");
        chosen.ShouldContain("Input.TooLate AtOnce");
    }

    [Fact]
    public async Task What_the_form_does_not_ask_stays_as_it_was_chosen()
    {
        await portal.Send(new ChooseMail { NewForUs = MailChoice.PortalOnly, YourTurn = MailChoice.Daily }, portal.Cast.Colleague);
        var employee = await portal.As(portal.Cast.Colleague).Open("/berichten/instellingen");

        await employee.Choose("Meteen", "Jij bent aan zet").Press("Bewaar");

        (await portal.Database.Scalar<string>(
            $"select string_agg(message_group || ' ' || mail, ', ' order by message_group) from mail_choices where person_id = '{portal.Cast.Colleague}'"))
            .ShouldBe("NewForUs PortalOnly, YourSignals AtOnce, YourTurn AtOnce");
    }

    [Fact]
    public async Task A_long_list_has_pages_and_shows_each_message_once()
    {
        for (var count = 0; count < 35; count++)
        {
            await portal.Raises(portal.Cast.ColleagueInTheSouth, forUnit: portal.Cast.Units["DIRECTIE"]);
        }

        var director = await portal.As(portal.Cast.Director).Open("/berichten");
        var first = References(director);
        await director.Follow(SignalTexts.NextPage);

        first.Count.ShouldBe(30);
        References(director).Intersect(first).ShouldBeEmpty();
        References(director).Count.ShouldBeGreaterThanOrEqualTo(5);
    }

    private static List<string> References(Visitor visitor) => [.. visitor.Page.QuerySelectorAll(".sp-messages a").Select(element => element.GetAttribute("href")!)];

    private Task<long> Unread(Guid person) => portal.Database.Scalar<long>($"select count(*) from messages where person_id = '{person}' and read_on is null");

    private async Task<string[]> Kinds(string signal, Guid person) => (await portal.Database.Scalar<string[]>($"""
        select array(select m.kind from messages m join signals s on s.id = m.signal_id
        where reference = '{Reference.Parse(signal.Split('/')[^1])}' and person_id = '{person}')
        """))!;
}
