using Microsoft.Playwright;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Browser.Tests.Infrastructure;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;
using SignaalPortaal.Web.Texts;
using static Microsoft.Playwright.Assertions;

namespace SignaalPortaal.Browser.Tests;

/// <summary>The pages on which nobody signs in: on a phone, without script, with the keyboard alone.</summary>
public sealed class AnonymousTests(BrowserPortal portal) : BrowserTest(portal)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Somebody_without_a_name_raises_a_signal_answers_a_question_and_says_what_the_answer_is_worth(bool javaScript)
    {
        var page = await PageOf(person: null, BrowserPortal.Phone, javaScript);
        await page.GotoAsync("/anoniem/testdienst");
        await Looks(page, javaScript, "start");
        await page.GetByRole(AriaRole.Link, new() { Name = "Anoniem een signaal melden" }).ClickAsync();
        await Looks(page, javaScript, "form");
        await page.Press("Verder naar controleren");
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Looks(page, javaScript, "form with errors");
        await page.Choose("Misstand");
        await page.Fill("Waar gaat het over?", "Er verdwijnt geld");
        await page.Fill("Wat zie je gebeuren?", "De kas klopt al weken niet.");
        await page.Press("Verder naar controleren");
        await page.ReadsTitle("Klopt alles?");
        await Looks(page, javaScript, "check");
        await page.Press("Verstuur je signaal");

        await page.ReadsTitle("Je signaal is verstuurd");
        await Looks(page, javaScript, "code");
        var code = await page.Locator("#code").TextContentAsync();
        var reference = Reference.Parse(await page.Locator(".sp-confirm strong").TextContentAsync())!;
        await TheLineSees(reference);
        await Portal.Does(Portal.Cast.ConfidentialAdviser, reference, new AskReporter { Question = "Welke kas is dat?" });

        await page.GotoAsync("/anoniem/testdienst/volgen");
        await Looks(page, javaScript, "ask for the code");
        await page.Fill("Volgcode", "dat weet ik niet");
        await page.Press("Laat mijn signaal zien");
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Looks(page, javaScript, "unknown code");
        await page.Fill("Volgcode", code!.ToLowerInvariant().Replace('-', ' '));
        await page.Press("Laat mijn signaal zien");
        await page.ReadsTitle("Er verdwijnt geld");
        await page.Reads("Welke kas is dat?");
        await Looks(page, javaScript, "question");
        await page.GetByRole(AriaRole.Region, new() { NameRegex = new("[Vv]raag") }).GetByRole(AriaRole.Textbox).FillAsync("Die van de kantine.");
        await page.Press("Beantwoord de vraag");
        await page.Reads("Die van de kantine.");

        await Portal.Does(Portal.Cast.ConfidentialAdviser, reference, new AnswerSignal
        {
            Outcome = Outcome.AlreadyArranged,
            Explanation = "De kas is geteld en vervangen.",
            Where = "Bij de kantine.",
        });
        await page.GotoAsync("/anoniem/testdienst/volgen");
        await page.Fill("Volgcode", code);
        await page.Press("Laat mijn signaal zien");
        await page.Reads("De kas is geteld en vervangen.");
        await Looks(page, javaScript, "answer");
        await page.Choose(Verdict.Understood.Text);
        await page.Locator(".sp-respond").GetByRole(AriaRole.Button).ClickAsync();
        await Expect(page.Locator(".sp-respond")).ToHaveCountAsync(0);
        await Looks(page, javaScript, "closed");
        page.Url.ShouldNotContain(code);
    }

    [Fact]
    public async Task A_signal_without_a_name_is_raised_without_a_mouse()
    {
        var page = await PageOf(person: null);
        await page.GotoAsync("/anoniem/testdienst/nieuw");
        await page.TabTo(page.Choice("Knelpunt"));
        await page.Keyboard.PressAsync("Space");
        await page.TabTo(page.Field("Waar gaat het over?"));
        await page.Keyboard.TypeAsync("Een regel");
        await page.TabTo(page.Field("Wat zie je gebeuren?"));
        await page.Keyboard.TypeAsync("Hij past niet.");
        await page.TabTo(page.Button("Verder naar controleren"));
        await page.Keyboard.PressAsync("Enter");
        await page.ReadsTitle("Klopt alles?");
        await page.TabTo(page.Button("Verstuur je signaal"));
        await page.Keyboard.PressAsync("Enter");
        await page.ReadsTitle("Je signaal is verstuurd");
        await page.TabTo(page.Button("Kopieer de code"));
    }

    [Fact]
    public async Task A_browser_keeps_nothing_of_a_visit()
    {
        var page = await PageOf(person: null);
        await page.GotoAsync("/anoniem/testdienst");
        await page.GotoAsync("/anoniem/testdienst/nieuw");
        await page.GotoAsync("/anoniem/testdienst/volgen");

        (await page.Context.CookiesAsync()).ShouldBeEmpty();
        (await page.EvaluateAsync<int>("localStorage.length + sessionStorage.length")).ShouldBe(0);
    }

    [Fact]
    public async Task To_raise_one_with_a_name_or_confidentially_one_reads_first_who_sees_what()
    {
        var page = await PageOf(Portal.Cast.Colleague, BrowserPortal.Phone);
        await page.GotoAsync("/signalen/nieuw");

        await Expect(page.GetByRole(AriaRole.Table)).ToBeVisibleAsync();
        await page.ShouldHaveNoBarriers("who sees what");
    }

    /// <summary>Axe needs script; without it the page looks the same.</summary>
    private static Task Looks(IPage page, bool javaScript, string name) => javaScript ? page.ShouldHaveNoBarriers($"anonymous, {name}") : Task.CompletedTask;

    private async Task TheLineSees(string reference)
    {
        await Portal.Database.Scalar<int>(
            $"update signals set hidden_until = '{Portal.Clock.GetUtcNow():O}', next_step_on = '{Portal.Today:yyyy-MM-dd}' where reference = '{reference}'");
        await Portal.LetTimePass();
    }
}
