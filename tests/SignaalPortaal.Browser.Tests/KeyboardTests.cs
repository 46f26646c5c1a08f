using Microsoft.Playwright;
using SignaalPortaal.Browser.Tests.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace SignaalPortaal.Browser.Tests;

public sealed class KeyboardTests(BrowserPortal portal) : BrowserTest(portal)
{
    [Fact]
    public async Task The_first_stop_skips_to_the_content()
    {
        var page = await PageOf(Portal.Cast.Colleague);
        await page.GotoAsync("/signalen/nieuw");

        await page.Keyboard.PressAsync("Tab");
        var skip = page.GetByRole(AriaRole.Link, new() { Name = "Naar de inhoud" });
        await Expect(skip).ToBeFocusedAsync();
        await Expect(skip).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Main).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Main.GetByRole(AriaRole.Link, new() { Name = "Home" })).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_signal_is_submitted_without_a_mouse()
    {
        var page = await PageOf(Portal.Cast.Colleague);
        await page.GotoAsync("/");
        await page.TabTo(page.GetByRole(AriaRole.Navigation, new() { Name = "Hoofdmenu" }).GetByRole(AriaRole.Link, new() { Name = "Nieuw signaal" }));
        await page.Keyboard.PressAsync("Enter");
        await page.ReadsTitle("Nieuw signaal");

        await page.TabTo(page.Choice("Knelpunt"));
        await page.Keyboard.PressAsync("Space");
        await Expect(page.Choice("Knelpunt")).ToBeCheckedAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(page.Choice("Onuitvoerbaar beleid of wet")).ToBeCheckedAsync();

        await page.TabTo(page.Field("Waar gaat het over?"));
        await page.Keyboard.TypeAsync("Een regel die niemand kan volgen");
        await page.TabTo(page.Field("Wat zie je gebeuren?"));
        await page.Keyboard.TypeAsync("De regel past niet.");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("Niemand kan hem volgen.");
        await page.TabTo(page.Choice("Gemiddeld"));
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(page.Choice("Hoog")).ToBeCheckedAsync();

        await page.TabTo(page.GetByText("Weet je meer? Vul het aan"));
        await page.Keyboard.PressAsync("Enter");
        await page.TabTo(page.Field("Welke wet, regel of welk systeem?"));
        await page.Keyboard.TypeAsync("Artikel 12");
        await page.TabTo(page.GetByRole(AriaRole.Checkbox, new() { Name = "Dit gaat over mijn leidinggevende" }));
        await page.Keyboard.PressAsync("Space");
        await page.TabTo(page.Button("Verder naar controleren"));
        await page.Keyboard.PressAsync("Enter");

        await page.ReadsTitle("Klopt alles?");
        await page.Reads("Artikel 12");
        await page.Reads("Je signaal gaat naar Afdeling Toekenning (Aad Afdeling).");
        await page.TabTo(page.Button("Verstuur je signaal"));
        await page.Keyboard.PressAsync("Enter");
        await page.ReadsTitle("Je signaal is verstuurd");
        await page.TabTo(page.Link("Bekijk je signaal"));
        await page.Keyboard.PressAsync("Enter");
        await page.ReadsTitle("Een regel die niemand kan volgen");
    }

    [Theory]
    [InlineData("home", BrowserPortal.Desktop)]
    [InlineData("signal", BrowserPortal.Desktop)]
    [InlineData("signal", BrowserPortal.Phone)]
    [InlineData("answer", BrowserPortal.Desktop)]
    [InlineData("queue", BrowserPortal.Desktop)]
    [InlineData("escalated", BrowserPortal.Phone)]
    public async Task Each_stop_on_a_page_can_be_seen(string name, int width)
    {
        var seeded = await Portal.Seeded;
        var (person, address) = name switch
        {
            "signal" => (Portal.Cast.Reporter, seeded.Answered),
            "answer" => (Portal.Cast.TeamLead, $"{seeded.New}/antwoord"),
            "queue" => (Portal.Cast.TeamLead, "/werkvoorraad?staat=alle&zoek=brief"),
            "escalated" => (Portal.Cast.Director, "/directie"),
            _ => (Portal.Cast.Director, "/"),
        };
        var page = await PageOf(person, width);
        await page.GotoAsync(address);

        var stops = await page.TabThrough();

        stops.Count.ShouldBeGreaterThan(5);
        foreach (var stop in stops)
        {
            stop.ShouldBeSeen();
        }
    }

    [Fact]
    public async Task What_is_wrong_with_a_form_gets_the_focus_and_leads_to_the_fields()
    {
        var page = await PageOf(Portal.Cast.Colleague);
        await page.GotoAsync("/signalen/nieuw");
        await page.Fill("Wat zie je gebeuren?", "Iets.");
        await page.Press("Verder naar controleren");

        var summary = page.GetByRole(AriaRole.Alert);
        await Expect(summary).ToBeFocusedAsync();
        await Expect(summary).ToBeInViewportAsync();
        await Expect(summary.GetByRole(AriaRole.Link)).ToHaveCountAsync(2);

        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Choice("Knelpunt")).ToBeFocusedAsync();
        await Expect(page.Choice("Knelpunt")).ToBeInViewportAsync();

        await summary.FocusAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Field("Waar gaat het over?")).ToBeFocusedAsync();
        await Expect(page.Field("Waar gaat het over?")).ToHaveAttributeAsync("aria-invalid", "true");
    }

    [Fact]
    public async Task The_menu_of_a_phone_opens_and_closes_with_the_keyboard()
    {
        var page = await PageOf(Portal.Cast.Director, BrowserPortal.Phone);
        await page.GotoAsync("/");
        var menu = page.GetByRole(AriaRole.Navigation, new() { Name = "Menu", Exact = true });
        var opener = page.GetByText("Menu", new() { Exact = true });
        var queue = menu.GetByRole(AriaRole.Link, new() { Name = "Werkvoorraad" });
        await Expect(queue).ToBeHiddenAsync();

        await page.TabTo(opener);
        await page.Keyboard.PressAsync("Enter");
        await Expect(queue).ToBeVisibleAsync();
        await page.TabTo(queue);
        await page.Keyboard.PressAsync("Escape");
        await Expect(queue).ToBeHiddenAsync();
        await Expect(opener).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("Space");
        await page.TabTo(menu.GetByRole(AriaRole.Link, new() { Name = "Doorgezet naar ons" }));
        await page.Keyboard.PressAsync("Enter");
        await page.ReadsTitle("Doorgezet naar ons");
    }
}
