using System.Net;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Signals;

public sealed class TwoPeopleAtOnceTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task The_second_sees_what_the_first_did_and_keeps_the_own_text()
    {
        var signal = await portal.As(portal.Cast.Reporter).SubmitsASignal();
        var manager = await portal.As(portal.Cast.TeamLead).Open($"{signal}/vraag");
        var deputy = await portal.As(portal.Cast.Deputy).Open($"{signal}/oppakken");

        await deputy.Fill("Een persoonlijk bericht", "Ik ga dit uitzoeken.").SendsAfterPreview();
        await manager.Fill("Wat wil je weten?", "Om hoeveel brieven gaat het?").Press("Bekijk hoe de melder dit leest");

        manager.Status.ShouldBe(HttpStatusCode.BadRequest);
        manager.Text.ShouldContain("Er is intussen iets gebeurd met dit signaal.");
        manager.Text.ShouldContain("Ik ga dit uitzoeken.");
        manager.ValueOf("Wat wil je weten?").ShouldBe("Om hoeveel brieven gaat het?");

        await manager.SendsAfterPreview();
        manager.Text.ShouldContain("Om hoeveel brieven gaat het?");
        manager.Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Of_two_answers_at_the_same_moment_one_counts_and_the_other_keeps_its_text()
    {
        for (var attempt = 0; attempt < 5; attempt++)
        {
            var signal = await portal.As(portal.Cast.Reporter).SubmitsASignal();
            var (manager, deputy) = (portal.As(portal.Cast.TeamLead), portal.As(portal.Cast.Deputy));
            await Task.WhenAll(Prepare(manager, signal, "Het antwoord van de leidinggevende."), Prepare(deputy, signal, "Het antwoord van de plaatsvervanger."));

            await Task.WhenAll(manager.Press("Verstuur"), deputy.Press("Verstuur"));

            var (won, lost) = manager.Status is HttpStatusCode.OK ? (manager, deputy) : (deputy, manager);
            (won.Status, lost.Status).ShouldBe((HttpStatusCode.OK, HttpStatusCode.BadRequest));
            lost.Text.ShouldContain("Dit gebeurde intussen");
            lost.Text.ShouldContain("Hierdoor kan wat je wilde doen niet meer.");
            lost.Text.ShouldNotContain("alsnog versturen");
            lost.Offers("Bekijk hoe de melder dit leest").ShouldBeFalse();
            lost.Page.QuerySelector("[aria-labelledby=intussen]")!.TextContent.ShouldNotContain("Signaal verstuurd");
            lost.Text.ShouldContain(lost == manager ? "Het antwoord van de plaatsvervanger." : "Het antwoord van de leidinggevende.");
            lost.ValueOf("Het antwoord in je eigen woorden").ShouldBe(lost == manager ? "Het antwoord van de leidinggevende." : "Het antwoord van de plaatsvervanger.");
        }

        (await portal.Database.Scalar<long>("select count(*) from timeline_entries where kind = 'Answered'")).ShouldBe(5);
    }

    private static async Task Prepare(Visitor visitor, string signal, string answer)
    {
        await visitor.Open($"{signal}/antwoord");
        await visitor.Choose("Buiten onze macht").Fill("Aan wie is het doorgegeven?", "Het ministerie.").Fill("Het antwoord in je eigen woorden", answer)
            .Press("Bekijk hoe de melder dit leest");
    }
}
