using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Signals;

/// <summary>What people do in most tests, through the pages.</summary>
public static class VisitorSteps
{
    /// <summary>The address of the new signal.</summary>
    public static async Task<string> SubmitsASignal(
        this Visitor reporter, string subject = "Brief is niet te begrijpen", string words = "Burgers bellen ons elke dag over deze brief.", string kind = "Knelpunt",
        bool aboutMyManager = false)
    {
        await reporter.Open("/signalen/nieuw");
        reporter.Choose(kind).Fill("Waar gaat het over?", subject).Fill("Wat zie je gebeuren?", words);
        if (aboutMyManager)
        {
            reporter.Choose("Dit gaat over mijn leidinggevende");
        }

        await reporter.Press("Verder naar controleren");
        await reporter.Press("Verstuur je signaal");
        return reporter.Location.AbsolutePath.Replace("/verstuurd", "", StringComparison.Ordinal);
    }

    public static async Task<Visitor> SendsAfterPreview(this Visitor visitor)
    {
        await visitor.Press("Bekijk hoe de melder dit leest");
        return await visitor.Press("Verstuur");
    }

    public static async Task Escalates(this Visitor manager, string signal)
    {
        await manager.Open($"{signal}/doorzetten");
        await manager.Fill("Waarom kun je hier niet zelf over beslissen?", "Wij gaan niet over deze brief.")
            .Fill("Wat adviseer jij?", "Schrijf de brief opnieuw.").SendsAfterPreview();
    }

    public static async Task DoesNotAdopt(this Visitor manager, string signal, string explanation = "Hiervoor is dit jaar geen budget.")
    {
        await manager.Open($"{signal}/antwoord");
        await manager.Choose("Niet overgenomen").Choose("Geld").Fill("Welk feit zit daarachter?", "Het budget voor brieven is op.")
            .Fill("Wat moet er veranderen voor een ja?", "Nieuw geld in 2027.").Fill("Het antwoord in je eigen woorden", explanation).SendsAfterPreview();
    }

    public static async Task Adopts(this Visitor manager, string signal, string promise = "Wij herschrijven de brief.")
    {
        await manager.Open($"{signal}/antwoord");
        await manager.Choose("Overgenomen").Fill("Het antwoord in je eigen woorden", "Dit gaan we doen.")
            .Fill("Wat gaan jullie doen?", promise).Fill("Wie doet het?", "Team Brieven").Fill("Wanneer is het klaar?", "2026-12-01").SendsAfterPreview();
    }

    public static async Task Asks(this Visitor manager, string signal, string question)
    {
        await manager.Open($"{signal}/vraag");
        await manager.Fill("Wat wil je weten?", question).SendsAfterPreview();
    }
}
