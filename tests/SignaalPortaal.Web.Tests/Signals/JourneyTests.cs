using System.Net;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Signals;

public sealed class JourneyTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task A_signal_goes_up_and_the_answer_comes_back()
    {
        var reporter = portal.As(portal.Cast.Reporter);
        var signal = await reporter.SubmitsASignal();
        reporter.Text.ShouldContain("Team Noord (Tess Teamleider)");

        var teamLead = portal.As(portal.Cast.TeamLead);
        await teamLead.Escalates(signal);
        await portal.As(portal.Cast.HeadOfDepartment).DoesNotAdopt(signal);

        await reporter.Open(signal);
        reporter.Text.ShouldContain("Antwoord: niet overgenomen");
        reporter.Text.ShouldContain("Hiervoor is dit jaar geen budget.");
        await reporter.Follow("Ik ben het er niet mee eens");
        await reporter.Fill("Vertel waarom", "Een andere brief kost niets.").Press("Verstuur");

        var director = await portal.As(portal.Cast.Director).Open(signal);
        director.Text.ShouldContain("Een andere brief kost niets.");
        await director.Adopts(signal);

        await reporter.Open(signal);
        await reporter.Follow("Ik begrijp het");
        await reporter.Press("Verstuur");
        reporter.Status.ShouldBe(HttpStatusCode.OK);
        reporter.Text.ShouldContain("Dit signaal is afgerond.");

        await director.Open(signal);
        await director.Follow("Meld dat het klaar is");
        await director.Fill("Waaraan kan iemand zien dat het klaar is?", "De nieuwe brief staat op de site.").SendsAfterPreview();

        await reporter.Open(signal);
        await reporter.Follow("Is het gedaan?");
        await reporter.Choose("Ja, nagekomen").Press("Verstuur");
        reporter.Text.ShouldContain("Toezegging nagekomen");
    }
}
