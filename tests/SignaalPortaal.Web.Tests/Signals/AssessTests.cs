using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Signals;

public sealed class AssessTests(Portal portal) : IClassFixture<Portal>
{
    private const string Reading = "Hoe kijk jij hiernaar?";
    private const string WhyLower = "Waarom schat je het risico lager in?";

    private readonly Visitor _reporter = portal.As(portal.Cast.Reporter);
    private readonly Visitor _manager = portal.As(portal.Cast.TeamLead);

    [Fact]
    public async Task The_reading_of_the_layer_stands_beside_the_words_of_the_reporter()
    {
        var signal = await _reporter.SubmitsASignal();
        await _manager.Open($"{signal}/inschatting");

        await _manager.Fill(Reading, "Dit herken ik.").Choose("Hoog").SendsAfterPreview();

        await _reporter.Open(signal);
        _reporter.EventCalled("Eigen inschatting van deze laag").ShouldContain(
            "Dit herken ik. Risico volgens deze laag: Hoog. Risico volgens de melder: Gemiddeld.");
        _reporter.Text.ShouldContain("Burgers bellen ons elke dag over deze brief.");
    }

    [Fact]
    public async Task A_lower_risk_needs_a_reason()
    {
        var signal = await _reporter.SubmitsASignal();
        await _manager.Open($"{signal}/inschatting");

        await _manager.Fill(Reading, "Valt wel mee.").Choose("Laag").Press("Bekijk hoe de melder dit leest");

        _manager.ShouldReadTheRule(SignalRule.ALowerRiskNeedsAReason);
        _manager.ValueOf(Reading).ShouldBe("Valt wel mee.");
    }

    [Fact]
    public async Task A_lower_risk_is_read_by_the_reporter_and_by_the_layers_above()
    {
        var signal = await _reporter.SubmitsASignal("Lager ingeschat");
        await _manager.Open($"{signal}/inschatting");

        await _manager.Fill(Reading, "Valt wel mee.").Choose("Laag").Fill(WhyLower, "Het ging één keer mis.").SendsAfterPreview();
        await _manager.Escalates(signal);

        var head = portal.Cast.HeadOfDepartment;
        foreach (var (person, page) in new[] { (portal.Cast.Reporter, signal), (head, signal), (head, "/directie") })
        {
            var reader = await portal.As(person).Open(page);
            reader.EventCalled("Deze laag schat het risico lager in").ShouldContain(
                "Risico volgens deze laag: Laag. Risico volgens de melder: Gemiddeld. Waarom lager? Het ging één keer mis.");
        }

        (await _reporter.Open(signal)).Text.ShouldContain("Risico volgens de melderGemiddeld");
    }

    [Fact]
    public async Task Without_a_reading_the_form_comes_back()
    {
        var signal = await _reporter.SubmitsASignal();
        await _manager.Open($"{signal}/inschatting");

        await _manager.Choose("Hoog").Press("Bekijk hoe de melder dit leest");

        _manager.ShouldBeAskedFor("Input_Reading");
    }
}
