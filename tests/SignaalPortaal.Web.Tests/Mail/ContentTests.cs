using System.Collections;
using System.Globalization;
using AngleSharp.Html.Parser;
using SignaalPortaal.Application.Messages;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;
using SignaalPortaal.Web.Tests.Signals;

namespace SignaalPortaal.Web.Tests.Mail;

/// <summary>Mail passes through many hands: it tells nothing but that there is something to read.</summary>
public sealed class ContentTests(MailPortal portal) : MailTest(portal)
{
    private readonly MailPortal _portal = portal;

    [Fact]
    public async Task No_mail_and_no_line_of_the_log_tells_anything_of_a_signal_or_a_person()
    {
        await _portal.Database.Scalar<int>($"update people set name = 'Kanariepiet Namen' where id = '{_portal.Cast.Reporter}'");
        var signal = (await _portal.Send(
            new SubmitSignal { Kind = SignalKind.Bottleneck, Subject = "Kanarie onderwerp", OwnWords = "Kanarie woorden." }, _portal.Cast.Reporter)).Reference;
        var urgent = (await _portal.Send(
            new SubmitSignal { Kind = SignalKind.Aggression, Subject = "Kanarie onderwerp", OwnWords = "Kanarie woorden." }, _portal.Cast.Reporter)).Reference;
        await _portal.Does(_portal.Cast.TeamLead, signal, new AskReporter { Question = "Kanarie vraag?" });

        await _portal.SendsMail();

        _portal.MailServer.Mails.Count.ShouldBeGreaterThanOrEqualTo(3);
        var units = await _portal.Database.Scalar<string[]>("select array_agg(name::text) from units");
        var ids = await _portal.Database.Scalar<string[]>("select array_agg(id::text) from signals");
        string[] secrets =
        [
            "Kanarie", "Namen", "Tess", "Vera", signal, urgent, signal.ToReference(), urgent.ToReference(), "Testdienst", "knelpunt", "agressie", "vraag",
            .. units!, .. ids!,
        ];
        foreach (var text in _portal.MailServer.Mails.SelectMany(mail => new[] { mail.Text, mail.Decoded }).Concat(_portal.Log.Lines))
        {
            secrets.Where(secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty(text);
        }
    }

    [Fact]
    public async Task A_mail_leads_to_its_message_and_to_the_choice_of_mail()
    {
        await _portal.Raises(_portal.Cast.Reporter);
        var message = await _portal.OfTheMail<Guid>("message_id");

        await _portal.SendsMail();

        var mail = _portal.MailServer.Mails.ShouldHaveSingleItem();
        mail.Subject.ShouldBe("Er is een bericht voor je in SignaalPortaal");
        mail.Decoded.ShouldContain($"\nhttps://portaal.test/berichten/{message}\n");
        mail.Decoded.ShouldContain("\nhttps://portaal.test/berichten/instellingen\n");
        var html = new HtmlParser().ParseDocument(HtmlOf(mail));
        html.DocumentElement.GetAttribute("lang").ShouldBe("nl");
        html.Title.ShouldBe(mail.Subject);
        html.QuerySelectorAll("a").Select(link => link.GetAttribute("href"))
            .ShouldBe([$"https://portaal.test/berichten/{message}", "https://portaal.test/berichten/instellingen"]);
        html.QuerySelectorAll("img, link, script, style, iframe").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_mail_says_that_a_machine_sent_it_and_who_it_is()
    {
        await _portal.Raises(_portal.Cast.Reporter);
        var id = await _portal.OfTheMail<Guid>("id");

        await _portal.SendsMail();

        var mail = _portal.MailServer.Mails.ShouldHaveSingleItem();
        mail.MessageId.ShouldBe($"<{id}@portaal.test>");
        mail.Text.ShouldContain("Auto-Submitted: auto-generated\n");
        mail.Text.ShouldContain("X-Auto-Response-Suppress: OOF, AutoReply, DR, RN, NRN\n");
        mail.Text.ShouldContain("Content-Type: multipart/alternative;");
        mail.Text.ShouldContain("Content-Type: text/plain; charset=utf-8\n");
        mail.Text.ShouldContain("Content-Type: text/html; charset=utf-8\n");
    }

    [Theory]
    [InlineData("is_urgent = false")]
    [InlineData("is_urgent = true")]
    [InlineData("is_urgent = false, message_id = null, digest_on = '2026-09-07'")]
    public async Task Mails_of_one_sort_have_the_same_words_whoever_gets_them_and_whatever_happened(string sort)
    {
        await _portal.Raises(_portal.Cast.Reporter, SignalKind.Bottleneck);
        await _portal.Raises(_portal.Cast.ColleagueInTheSouth, SignalKind.Idea);
        await _portal.Database.Scalar<int>($"update messages set digest_on = '2026-09-07'; update mails set {sort}");

        await _portal.SendsMail();

        _portal.MailServer.Mails.Count.ShouldBe(2);
        _portal.MailServer.Mails.Select(mail => mail.Subject).Distinct().Count().ShouldBe(1);
        _portal.MailServer.Mails.Select(mail => BodyOf(mail).Length).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public void No_text_is_empty()
    {
        foreach (DictionaryEntry text in MailTexts.ResourceManager.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!)
        {
            ((string?)text.Value).ShouldNotBeNullOrWhiteSpace($"{text.Key}");
        }
    }

    private static string HtmlOf(ReceivedMail mail) => mail.Decoded[mail.Decoded.IndexOf("<!doctype", StringComparison.Ordinal)..];

    /// <summary>What a person reads, without the headers: in these stand the address and a number that only counts on.</summary>
    private static string BodyOf(ReceivedMail mail) =>
        string.Concat(mail.Decoded.Split("\n\n").Skip(1).Where(paragraph => !paragraph.Contains("boundary_", StringComparison.Ordinal))) + HtmlOf(mail).Split("</html>")[0];
}
