using AngleSharp.Html.Dom;
using SignaalPortaal.Web.Tests.Infrastructure;
using SignaalPortaal.Web.Tests.Signals;

namespace SignaalPortaal.Web.Tests.Forms;

/// <summary>Whatever a person types in whichever field is text to whoever reads it.</summary>
public sealed class MarkupTests(Portal portal) : IClassFixture<Portal>
{
    private const string Hostile = """"></textarea><script>alert('x')</script><img src=x onerror=alert(1)><b>'&amp;"""";

    [Fact]
    public async Task Markup_in_every_field_of_every_act_is_text_on_every_page()
    {
        var reporter = portal.As(portal.Cast.Reporter);
        var manager = portal.As(portal.Cast.TeamLead);
        await FillIn(reporter, "/signalen/nieuw", "Verder naar controleren", "Verstuur je signaal", "Knelpunt");
        var signal = reporter.Location.AbsolutePath.Replace("/verstuurd", "", StringComparison.Ordinal);
        const string preview = "Bekijk hoe de melder dit leest";

        await FillIn(reporter, $"{signal}/aanvullen", "Verstuur");
        await FillIn(manager, $"{signal}/vraag", preview, "Verstuur");
        await FillIn(reporter, $"{signal}/reactie", "Verstuur");
        await FillIn(manager, $"{signal}/inschatting", preview, "Verstuur", "Laag");
        await FillIn(manager, $"{signal}/doorzetten", preview, "Verstuur");
        var head = portal.As(portal.Cast.HeadOfDepartment);
        await FillIn(head, "/directie", button: null);
        await FillIn(head, $"{signal}/antwoord", preview, "Verstuur", "Niet overgenomen", "Geld");
        await FillIn(reporter, $"{signal}/oordeel", "Verstuur", null, "Ik begrijp het niet");
        await FillIn(head, $"{signal}/uitleg", preview, "Verstuur");
        await FillIn(reporter, $"{signal}/oordeel", "Verstuur", null, "Ik ben het er niet mee eens");
        var director = portal.As(portal.Cast.Director);
        await FillIn(director, $"{signal}/antwoord", preview, "Verstuur", "Overgenomen");
        await FillIn(director, $"{signal}/toezeggingen/{await portal.PromiseOf(signal.ToReference())}/uitstellen", preview, "Verstuur");
        await FillIn(director, $"{signal}/toezeggingen/{await portal.PromiseOf(signal.ToReference())}/gedaan", preview, "Verstuur");

        foreach (var page in new[] { signal, "/mijn-signalen", $"{signal}/verstuurd" })
        {
            ShouldBeOnlyText(await reporter.Open(page));
        }

        ShouldBeOnlyText(await head.Open("/werkvoorraad?staat=doorgezet"));
        ShouldBeOnlyText(await director.Open(signal));
        director.Page.QuerySelectorAll(".sp-timeline blockquote").Length.ShouldBeGreaterThan(12);
        director.Page.QuerySelectorAll(".sp-timeline blockquote").ShouldAllBe(words => words.TextContent == Hostile);
    }

    [Theory]
    [InlineData("/werkvoorraad?staat=alle&zoek=")]
    [InlineData("/inloggen?zoek=")]
    [InlineData("/inloggen?terug=")]
    [InlineData("/werkvoorraad?staat=")]
    [InlineData("/directie?na=")]
    [InlineData("/signalen/")]
    public async Task Markup_in_an_address_is_text_too(string address) =>
        ShouldBeOnlyText(await portal.As(portal.Cast.TeamLead).Open(address + Uri.EscapeDataString(Hostile)));

    private static async Task FillIn(Visitor visitor, string page, string? button, string? then = null, params string[] choices)
    {
        await visitor.Open(page);
        foreach (var choice in choices)
        {
            visitor.Choose(choice);
        }

        foreach (var field in visitor.Page.QuerySelectorAll("main form.sp-form textarea, main form.sp-form input"))
        {
            switch (field)
            {
                case IHtmlTextAreaElement area:
                    area.Value = Hostile;
                    break;
                case IHtmlInputElement { Type: "text" } line:
                    line.Value = Hostile;
                    break;
                case IHtmlInputElement { Type: "date" } day:
                    day.Value = page.Contains("toezeggingen", StringComparison.Ordinal) ? "2026-12-24" : "2026-12-01";
                    break;
            }
        }

        foreach (var pressed in new[] { button, then }.OfType<string>())
        {
            ShouldBeOnlyText(visitor);
            await visitor.Press(pressed);
        }

        ShouldBeOnlyText(visitor);
        ((int)visitor.Status).ShouldBe(200, visitor.Text);
    }

    private static void ShouldBeOnlyText(Visitor visitor)
    {
        visitor.Page.QuerySelectorAll("script").ShouldAllBe(script => script.GetAttribute("src")!.StartsWith("/js/", StringComparison.Ordinal));
        visitor.Page.QuerySelectorAll("main img, main b, [onerror]").ShouldBeEmpty(visitor.Location.ToString());
    }
}
