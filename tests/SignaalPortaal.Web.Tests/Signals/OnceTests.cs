using System.Net;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Signals;

public sealed class OnceTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task A_double_click_makes_one_signal()
    {
        var reporter = await Checks("Dubbelgeklikt");
        using var first = reporter.Request("Verstuur je signaal");
        using var second = reporter.Request("Verstuur je signaal");

        var answers = await Task.WhenAll(reporter.Http.SendAsync(first), reporter.Http.SendAsync(second));

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.OK);
        answers[0].RequestMessage!.RequestUri.ShouldBe(answers[1].RequestMessage!.RequestUri);
        (await CountOf("Dubbelgeklikt")).ShouldBe(1);
    }

    [Fact]
    public async Task The_back_button_and_sending_again_make_one_signal()
    {
        var reporter = await Checks("Teruggegaan");
        using var first = reporter.Request("Verstuur je signaal");
        using var second = reporter.Request("Verstuur je signaal");

        await reporter.Show(await reporter.Http.SendAsync(first));
        var confirmation = reporter.Location;
        await reporter.Show(await reporter.Http.SendAsync(second));

        reporter.Location.ShouldBe(confirmation);
        (await CountOf("Teruggegaan")).ShouldBe(1);
    }

    [Fact]
    public async Task A_double_click_on_an_act_makes_one_event()
    {
        var signal = await portal.As(portal.Cast.Reporter).SubmitsASignal("Eén keer gevraagd");
        var manager = await portal.As(portal.Cast.TeamLead).Open($"{signal}/vraag");
        await manager.Fill("Wat wil je weten?", "Sinds wanneer?").Press("Bekijk hoe de melder dit leest");
        using var first = manager.Request("Verstuur");
        using var second = manager.Request("Verstuur");

        var answers = await Task.WhenAll(manager.Http.SendAsync(first), manager.Http.SendAsync(second));

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.OK && answer.RequestMessage!.RequestUri!.AbsolutePath == signal);
        (await portal.Database.Scalar<long>("select count(*) from timeline_entries where kind = 'Asked'")).ShouldBe(1);
    }

    [Fact]
    public async Task A_preview_changes_nothing_in_any_table()
    {
        var signal = await portal.As(portal.Cast.Reporter).SubmitsASignal("Alleen bekeken");
        var manager = await portal.As(portal.Cast.TeamLead).Open($"{signal}/doorzetten");
        var before = await portal.Database.Contents();

        await manager.Fill("Waarom kun je hier niet zelf over beslissen?", "Te groot.").Fill("Wat adviseer jij?", "Doen.").Press("Bekijk hoe de melder dit leest");
        manager.Text.ShouldContain("Zo leest de melder dit");
        manager.Text.ShouldContain("door Tess Teamleider");
        await Checks("Ook alleen bekeken");

        (await portal.Database.Contents()).ShouldBe(before);
    }

    [Fact]
    public async Task The_key_of_another_persons_form_is_worth_nothing()
    {
        var reporter = await Checks("Van Rosa");
        var key = reporter.Page.QuerySelector("main input[name='Input.FormKey']")!.GetAttribute("value")!;
        await reporter.Press("Verstuur je signaal");

        var colleague = await Checks("Van Carel", portal.Cast.Colleague);
        colleague.Page.QuerySelector("main input[name='Input.FormKey']")!.SetAttribute("value", key);
        await colleague.Press("Verstuur je signaal");

        colleague.Location.ShouldNotBe(reporter.Location);
        (await CountOf("Van Carel")).ShouldBe(1);
    }

    private Task<long> CountOf(string subject) =>
        portal.Database.Scalar<long>($"select count(*) from signal_contents where subject = '{subject}'");

    /// <summary>Fills in the form and stands before the button that sends it.</summary>
    private async Task<Visitor> Checks(string subject, Guid? person = null)
    {
        var reporter = await portal.As(person ?? portal.Cast.Reporter).Open("/signalen/nieuw");
        return await reporter.Choose("Idee").Fill("Waar gaat het over?", subject).Fill("Wat zie je gebeuren?", "Dit.").Press("Verder naar controleren");
    }
}
