using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;
using SignaalPortaal.Web.Tests.Signals;

namespace SignaalPortaal.Web.Tests.Forms;

public sealed class BadInputTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task An_empty_form_comes_back_with_a_summary_that_leads_to_each_field()
    {
        var reporter = await portal.As(portal.Cast.Reporter).Open("/signalen/nieuw");

        await reporter.Press("Verder naar controleren");

        reporter.Status.ShouldBe(HttpStatusCode.BadRequest);
        reporter.Page.Title!.ShouldStartWith("Fout: ");
        var links = reporter.Page.QuerySelectorAll<IHtmlAnchorElement>("[role=alert] a").ToList();
        links.Select(link => link.GetAttribute("href")).ShouldBe(["#Input_Kind", "#Input_Subject", "#Input_OwnWords"]);
        links.ShouldAllBe(link => reporter.Page.GetElementById(link.GetAttribute("href")!.TrimStart('#')) is IHtmlElement);
        reporter.Page.GetElementById("Input_Subject-e")!.TextContent.ShouldContain("Waar gaat het over?");
    }

    [Fact]
    public async Task Each_message_names_its_field_as_the_page_does()
    {
        var (reference, other) = (Reference.Show(await portal.Raises(portal.Cast.Reporter)), await portal.Raises(portal.Cast.Reporter));
        await portal.Does(portal.Cast.TeamLead, other, new AcknowledgeSignal { Line = "Ja.", ExpectedOn = portal.Today });
        (Guid Who, string Page)[] forms =
        [
            (portal.Cast.Reporter, "/signalen/nieuw"), (portal.Cast.Reporter, "/vervanging"), (portal.Cast.Reporter, $"/signalen/{reference}/intrekken"),
            (portal.Cast.TeamLead, $"/signalen/{reference}/oppakken"), (portal.Cast.TeamLead, $"/signalen/{reference}/overdragen"),
            (portal.Cast.TeamLead, $"/signalen/{reference}/doorzetten"), (portal.Cast.TeamLead, $"/signalen/{reference}/vraag"),
            (portal.Cast.TeamLead, $"/signalen/{Reference.Show(other)}/uitstellen"), (portal.Cast.TeamLead, $"/signalen/{reference}/antwoord"),
            (portal.Cast.Administrator, "/beheer/vrije-dagen"),
        ];

        foreach (var (who, page) in forms)
        {
            var visitor = await portal.As(who).Open(page);
            visitor.Status.ShouldBe(HttpStatusCode.OK, page);
            if (page.EndsWith("/antwoord", StringComparison.Ordinal))
            {
                visitor.Choose("Niet overgenomen");
            }

            await visitor.Press(visitor.Page.QuerySelector("main form .nl-button--primary .nl-button__label")!.TextContent.Trim());

            visitor.Status.ShouldBe(HttpStatusCode.BadRequest, page);
            var messages = visitor.Page.QuerySelectorAll(".utrecht-form-field-error-message").ToList();
            messages.ShouldNotBeEmpty(page);
            foreach (var message in messages)
            {
                var name = message.ParentElement!.QuerySelector("label, legend")!.TextContent.Replace(" (mag je overslaan)", "", StringComparison.Ordinal);
                message.TextContent.ShouldContain($"“{name}”", Case.Sensitive, page);
            }
        }
    }

    [Theory]
    [InlineData(8_001)]
    [InlineData(100_000)]
    public async Task A_text_that_is_too_long_comes_back_whole(int length)
    {
        var words = new string('a', length - 1) + "z";
        var reporter = await portal.As(portal.Cast.Reporter).Open("/signalen/nieuw");

        await reporter.Choose("Idee").Fill("Waar gaat het over?", "Lang").Fill("Wat zie je gebeuren?", words).Press("Verder naar controleren");

        reporter.Status.ShouldBe(HttpStatusCode.BadRequest);
        reporter.Page.GetElementById("Input_OwnWords-e")!.TextContent.ShouldContain($"hooguit 8.000 tekens, nu zijn het er {length.ToString("N0", new System.Globalization.CultureInfo("nl-NL"))}.");
        reporter.ValueOf("Wat zie je gebeuren?").ShouldBe(words);
    }

    [Fact]
    public async Task A_text_of_just_the_longest_length_with_line_ends_is_kept_byte_for_byte()
    {
        var words = string.Concat(Enumerable.Repeat("Één regel.\n", 727)) + "zzz";
        words.Length.ShouldBe(8_000);
        var reporter = portal.As(portal.Cast.Reporter);

        var signal = await reporter.SubmitsASignal("Precies lang genoeg", words);

        reporter.Status.ShouldBe(HttpStatusCode.OK);
        (await portal.Database.Scalar<string>("select words from signal_contents where subject = 'Precies lang genoeg'")).ShouldBe(words);
        signal.ShouldStartWith("/signalen/");
    }

    [Theory]
    [InlineData("a%07%1Bb", "ab")]
    [InlineData("a%E2%80%AEb", "ab")]
    [InlineData("a%E2%81%A6b", "ab")]
    [InlineData("a%ED%A0%80b", "a%ED%A0%80b")]
    [InlineData("a%FFb", "a%FFb")]
    [InlineData("a%0D%0Ab", "a\nb")]
    [InlineData("a%0Bb", "a\nb")]
    [InlineData("a%0Cb", "a\nb")]
    [InlineData("a%E2%80%A8b", "a\nb")]
    [InlineData("%D8%B3%D9%84%D8%A7%D9%85", "سلام")]
    [InlineData("%F0%9F%91%8D%F0%9F%8F%BD", "👍🏽")]
    public async Task What_cannot_be_kept_or_seen_is_taken_out_before_it_is_read_back(string sent, string kept)
    {
        var reporter = await portal.As(portal.Cast.Reporter).Open("/signalen/nieuw");
        var token = reporter.Page.QuerySelector("main input[name=formulier]")!.GetAttribute("value")!;
        using var form = new StringContent(
            $"formulier={WebUtility.UrlEncode(token)}&Input.Kind=Idea&Input.OwnRisk=Low&Input.Subject=Tekens&Input.OwnWords={sent}", Encoding.UTF8, "application/x-www-form-urlencoded");

        await reporter.Show(await reporter.Http.PostAsync("/signalen/nieuw", form));

        reporter.Status.ShouldBe(HttpStatusCode.OK);
        (await portal.Database.Scalar<string>($"select words from signal_contents c join signals s on s.id = c.signal_id where reference = '{reporter.Location.Segments[2].Replace("-", "", StringComparison.Ordinal).TrimEnd('/')}'"))
            .ShouldBe(kept);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("</textarea><script>alert(1)</script>")]
    [InlineData("{{7*7}} ${7*7} @(7*7)")]
    public async Task Markup_is_shown_as_it_was_typed(string typed)
    {
        var reporter = portal.As(portal.Cast.Reporter);
        var signal = await reporter.SubmitsASignal(typed, typed);

        var manager = await portal.As(portal.Cast.TeamLead).Open(signal);

        manager.Page.QuerySelector("h1")!.TextContent.ShouldBe(typed);
        manager.Page.QuerySelectorAll("script").Length.ShouldBe(1);
        manager.Page.QuerySelectorAll("main img").ShouldBeEmpty();
        await manager.Open("/werkvoorraad?staat=alle");
        manager.Page.QuerySelectorAll("main script, main img").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("morgen")]
    [InlineData("2026-13-45")]
    [InlineData("99999-01-01")]
    public async Task A_day_that_cannot_be_read_comes_back_with_a_message(string typed)
    {
        var signal = await portal.As(portal.Cast.Reporter).SubmitsASignal();
        var manager = await portal.As(portal.Cast.TeamLead).Open($"{signal}/oppakken");

        await manager.Fill("Op welke dag krijgt de melder uiterlijk antwoord?", typed).Fill("Een persoonlijk bericht", "Dank je.").Press("Bekijk hoe de melder dit leest");

        manager.Status.ShouldBe(HttpStatusCode.BadRequest);
        manager.Page.GetElementById("Input_ExpectedOn-e").ShouldNotBeNull();
        manager.ValueOf("Een persoonlijk bericht").ShouldBe("Dank je.");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("verzonnen")]
    public async Task A_form_without_a_valid_token_is_explained_with_the_text_to_copy(string? token)
    {
        var reporter = await portal.As(portal.Cast.Reporter).Open("/signalen/nieuw");
        var fields = new Dictionary<string, string>
        {
            ["Input.Kind"] = "Idea",
            ["Input.Subject"] = "Mijn onderwerp",
            ["Input.OwnWords"] = "Een <b>lange</b> tekst",
            ["Input.UploadKey"] = "x",
        };
        if (token is not null)
        {
            fields["formulier"] = token;
        }

        using var form = new FormUrlEncodedContent(fields);
        await reporter.Show(await reporter.Http.PostAsync("/signalen/nieuw", form));

        reporter.Status.ShouldBe(HttpStatusCode.BadRequest);
        reporter.Text.ShouldContain("Dit formulier is verlopen");
        reporter.Text.ShouldContain("Wat zie je gebeuren? Een <b>lange</b> tekst");
        reporter.Text.ShouldNotContain("Idea");
        reporter.Text.ShouldContain("Kies die in het formulier opnieuw.");
        await reporter.Follow("Open het formulier opnieuw");
        reporter.Location.AbsolutePath.ShouldBe("/signalen/nieuw");
        reporter.Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(" \u00a0")]
    [InlineData("\u200b")]
    [InlineData("\u3164\u2800")]
    [InlineData("\u00ad\u2060\ufeff")]
    [InlineData("\u0301\u0308")]
    public async Task A_text_of_which_nothing_can_be_seen_is_no_text(string typed)
    {
        var reporter = await portal.As(portal.Cast.Reporter).Open("/signalen/nieuw");

        await reporter.Choose("Idee").Fill("Waar gaat het over?", typed).Fill("Wat zie je gebeuren?", typed).Press("Verder naar controleren");

        reporter.Status.ShouldBe(HttpStatusCode.BadRequest);
        reporter.Page.GetElementById("Input_Subject-e").ShouldNotBeNull();
        reporter.Page.GetElementById("Input_OwnWords-e").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("/wat-deden-we-ermee?handler=See", "tekst=abc", "Wat deden we ermee?")]
    [InlineData("/beheer/verzending?mail=abc", "", "Verzending")]
    [InlineData("/inloggen", "wie=abc", "Wie ben je?")]
    public async Task A_button_that_sends_rubbish_gives_the_page_again(string address, string body, string title)
    {
        var someone = await portal.As(portal.Cast.Administrator).Open("/signalen/nieuw");
        var token = WebUtility.UrlEncode(someone.Page.QuerySelector("main input[name=formulier]")!.GetAttribute("value")!);
        using var form = new StringContent($"formulier={token}&{body}", Encoding.UTF8, "application/x-www-form-urlencoded");

        await someone.Show(await someone.Http.PostAsync(address, form));

        someone.Status.ShouldBe(HttpStatusCode.BadRequest);
        someone.Page.Title!.ShouldContain(title);
    }

    [Fact]
    public async Task A_promise_for_a_day_off_is_pointed_out_before_it_is_sent()
    {
        var signal = await portal.As(portal.Cast.Reporter).SubmitsASignal();
        var manager = await portal.As(portal.Cast.TeamLead).Open($"{signal}/oppakken");

        await manager.Fill("Op welke dag krijgt de melder uiterlijk antwoord?", "2026-09-20").Fill("Een persoonlijk bericht", "Dank je.")
            .Press("Bekijk hoe de melder dit leest");

        manager.Status.ShouldBe(HttpStatusCode.OK);
        manager.Text.ShouldContain("zondag 20 september 2026 is geen werkdag");
    }

    [Fact]
    public async Task The_token_of_another_person_is_worth_nothing()
    {
        var colleague = await portal.As(portal.Cast.Colleague).Open("/signalen/nieuw");
        var reporter = await portal.As(portal.Cast.Reporter).Open("/signalen/nieuw");
        reporter.Page.QuerySelector("main input[name=formulier]")!.SetAttribute("value", colleague.Page.QuerySelector("main input[name=formulier]")!.GetAttribute("value")!);

        await reporter.Fill("Waar gaat het over?", "Bewaar mij").Press("Verder naar controleren");

        reporter.Status.ShouldBe(HttpStatusCode.BadRequest);
        reporter.Text.ShouldContain("Bewaar mij");
    }

    [Theory]
    [InlineData("/signalen/nieuw?handler=Check", "Input.Kind=Idea&Input.Subject=x&Input.OwnWords=a%00b")]
    [InlineData("/signalen/nieuw?handler=Check", "Input.Kind=Bestaat+niet&Input.Subject=x&Input.OwnWords=y")]
    [InlineData("/signalen/nieuw?handler=Check", "Input.Kind=99&Input.Subject=x&Input.OwnWords=y")]
    [InlineData("/signalen/nieuw?handler=Check", "Input.Kind=0&Input.Subject=x&Input.OwnWords=y")]
    [InlineData("/signalen/nieuw?handler=Check", "Input.Kind=Idea%2CBottleneck&Input.Subject=x&Input.OwnWords=y")]
    [InlineData("/signalen/nieuw?handler=Check", "Input.Kind=Idea&Input.Kind=Idea&Input.Subject=x&Input.OwnWords=y")]
    [InlineData("/signalen/nieuw?handler=Check", "Input.Kind=Idea&Input.OwnRisk=1&Input.Subject=x&Input.OwnWords=y")]
    [InlineData("/signalen/nieuw?handler=Check", "Input.Kind=Idea&Input.OwnRisk=99&Input.Subject=x&Input.OwnWords=y")]
    [InlineData("/signalen/nieuw?handler=Check", "Input.Kind=Idea&Input.Subject=x&Input.OwnWords=y&Input.ForUnit=geen+id")]
    [InlineData("/signalen/nieuw?handler=Check", "Input.Kind=Idea&Input.Subject=x&Input.OwnWords=y&Input.ForUnit=00000000-0000-0000-0000-000000000001")]
    [InlineData("/signalen/nieuw?handler=Check", "Input.Kind=Idea&Input.Subject=x&Input.OwnWords=y&Input.FormKey=geen+id&Input.OrganisationId=1&Input.Status=Closed")]
    [InlineData("/signalen/nieuw?handler=BestaatNiet", "Input.Kind=x")]
    public async Task A_forged_form_is_refused_plainly(string address, string body)
    {
        var reporter = await portal.As(portal.Cast.Reporter).Open("/signalen/nieuw");
        var token = WebUtility.UrlEncode(reporter.Page.QuerySelector("main input[name=formulier]")!.GetAttribute("value")!);
        using var form = new StringContent($"formulier={token}&{body}", Encoding.UTF8, "application/x-www-form-urlencoded");

        await reporter.Show(await reporter.Http.PostAsync(address, form));

        ((int)reporter.Status).ShouldBeInRange(400, 404);
        reporter.Text.ShouldNotContain("Exception");
    }

    [Theory]
    [InlineData("/werkvoorraad?staat=alle&na=%00")]
    [InlineData("/werkvoorraad?staat=alle&na=99999999.ZZZZZZZZ")]
    [InlineData("/werkvoorraad?staat=alle&na=20260101.' or 1=1")]
    [InlineData("/werkvoorraad?staat=99")]
    [InlineData("/werkvoorraad?staat=Closed&na=00010101.00000000")]
    [InlineData("/werkvoorraad?soort=bestaatniet&risico=-1&onderdeel=geenid")]
    [InlineData("/werkvoorraad?staat=alle&zoek=%00%27%22%28%26%7C%21%3A%2A")]
    [InlineData("/werkvoorraad?staat=alle&zoek=%22niet%20afgesloten")]
    [InlineData("/directie?na=rommel")]
    [InlineData("/inloggen?zoek=%00%25_%5C")]
    [InlineData("/signalen/K7QM-3XWD/oordeel?keuze=99")]
    public async Task Rubbish_in_an_address_breaks_nothing(string address)
    {
        var director = await portal.As(portal.Cast.Director).Open(address);

        ((int)director.Status).ShouldBeLessThan(500);
        director.Text.ShouldNotContain("Er ging iets mis");
    }

    [Fact]
    public async Task A_body_that_is_far_too_large_or_broken_is_refused_plainly()
    {
        var reporter = await portal.As(portal.Cast.Reporter).Open("/");
        using var broken = new StringContent("--x\r\nrommel", Encoding.ASCII);
        broken.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");

        var answer = await reporter.Http.PostAsync("/signalen/nieuw", broken);

        ((int)answer.StatusCode).ShouldBeInRange(400, 499);
        (await answer.Content.ReadAsStringAsync()).ShouldNotContain("Exception");
    }

    [Fact]
    public async Task Search_finds_other_forms_of_a_dutch_word()
    {
        var signal = await portal.As(portal.Cast.Reporter).SubmitsASignal("Vreemde formulieren", "Niemand begrijpt de toeslagen.");

        var manager = await portal.As(portal.Cast.TeamLead).Open("/werkvoorraad?staat=alle&zoek=formulier+toeslag");

        manager.Text.ShouldContain("Vreemde formulieren");
        signal.ShouldNotBeNull();
    }
}

/// <summary>In a database of its own, because it is broken on purpose.</summary>
public sealed class BrokenPortalTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task The_error_page_has_a_number_nothing_technical_and_the_text_to_copy()
    {
        var reporter = await portal.As(portal.Cast.Reporter).Open("/signalen/nieuw");
        reporter.Choose("Idee").Fill("Waar gaat het over?", "Toch kapot").Fill("Wat zie je gebeuren?", "Dit wil ik niet kwijt.");
        await portal.Database.Scalar<int>("alter table signal_contents rename to weg");

        await reporter.Press("Verder naar controleren");

        reporter.Status.ShouldBe(HttpStatusCode.InternalServerError);
        reporter.Text.ShouldContain("Dit wil ik niet kwijt.");
        reporter.Text.ShouldNotContain("signal_contents");
        reporter.Text.ShouldNotContain("Npgsql");

        // Where a name can be hidden nothing is logged per request, so there is no number to look up.
        reporter.Text.ShouldNotContain("Noem dan dit nummer");
        (await portal.As(portal.Cast.TeamLead).Open("/werkvoorraad?staat=alle")).Text.ShouldContain("Noem dan dit nummer");
    }
}
