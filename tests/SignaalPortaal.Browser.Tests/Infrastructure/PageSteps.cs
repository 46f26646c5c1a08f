using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SignaalPortaal.Browser.Tests.Infrastructure;

/// <summary>What a person does on a page: by label, role and text.</summary>
internal static class PageSteps
{
    private const string Optional = " (mag je overslaan)";

    extension(IPage page)
    {
        public ILocator Main => page.GetByRole(AriaRole.Main);

        public ILocator Field(string label) => page.GetByLabel(new Regex($"^{Regex.Escape(label)}({Regex.Escape(Optional)})?$"));

        /// <summary>By its name, with or without the explanation that belongs to the choice.</summary>
        public ILocator Choice(string name) => page.GetByRole(AriaRole.Radio, new() { NameRegex = new Regex($"^{Regex.Escape(name)}( [A-Z].*)?$") });

        public ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

        public ILocator Link(string name) => page.Main.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

        public Task Fill(string label, string text) => page.Field(label).FillAsync(text);

        public Task Choose(string name) => page.Choice(name).CheckAsync();

        public Task Press(string button) => page.Button(button).ClickAsync();

        public Task Follow(string link) => page.Link(link).ClickAsync();

        public async Task SendAfterPreview()
        {
            await page.Press("Bekijk hoe de melder dit leest");
            await Expect(page.GetByText("Zo leest de melder dit")).ToBeVisibleAsync();
            await page.Press("Verstuur");
            await page.Reads("Het is verstuurd. Je ziet het hieronder in de tijdlijn.");
        }

        /// <summary>The whole text of one element, or a part of it, stands visibly on the page.</summary>
        public Task Reads(string text) => Expect(page.Main.GetByText(text).First).ToBeVisibleAsync();

        public Task ReadsTitle(string title) => Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(title);

        public Task ReadsHeading(string heading) => Expect(page.Main.GetByRole(AriaRole.Heading, new() { Name = heading }).First).ToBeVisibleAsync();

        /// <summary>The address of the new signal.</summary>
        public async Task<string> SubmitSignal(
            string subject = "Brief is niet te begrijpen", string words = "Burgers bellen ons elke dag over deze brief.", string kind = "Knelpunt", string risk = "Gemiddeld")
        {
            await page.GotoAsync("/signalen/nieuw");
            await page.Choose(kind);
            await page.Fill("Waar gaat het over?", subject);
            await page.Fill("Wat zie je gebeuren?", words);
            await page.Choose(risk);
            await page.Press("Verder naar controleren");
            await page.ReadsTitle("Klopt alles?");
            await page.Press("Verstuur je signaal");
            await page.ReadsTitle("Je signaal is verstuurd");
            return new Uri(page.Url).AbsolutePath.Replace("/verstuurd", "", StringComparison.Ordinal);
        }
    }
}
