using System.Net;
using System.Text.RegularExpressions;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Application.Voice;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Access;
using SignaalPortaal.Web.Tests.Anonymity;
using SignaalPortaal.Web.Tests.Infrastructure;
using SignaalPortaal.Web.Tests.Mail;
using SignaalPortaal.Web.Tests.Retention;
using SignaalPortaal.Web.Tests.Signals;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Tests.Voice;

/// <summary>Who handles a signal cannot tell from anything that its reporter went to the union; the union gets nothing but what was given.</summary>
public sealed partial class VoiceSecrecyTests(MailPortal portal) : MailTest(portal)
{
    private const string Canary = "vlinderkanarie";

    private readonly MailPortal _portal = portal;

    private Cast Cast => _portal.Cast;

    [Fact]
    public async Task Nothing_that_others_see_changes_when_something_is_given_read_and_taken_back()
    {
        var reference = await _portal.Raises(Cast.Reporter);
        await _portal.Does(Cast.TeamLead, reference, new EscalateSignal { Reason = "Te groot.", Advice = "Schrijf hem opnieuw." });
        await _portal.SendsMail();
        var people = new[] { Cast.TeamLead, Cast.Deputy, Cast.HeadOfDepartment, Cast.Director, Cast.Board, Cast.Colleague, Cast.HumanResources, Cast.Administrator, Cast.ConfidentialAdviser };
        await SeenBy(people, reference);
        var seen = await SeenBy(people, reference);
        var rows = await Rows();
        var told = await _portal.Database.Scalar<long>("select count(*) from messages");

        await _portal.Entrusts(Cast.Reporter, reference, otherWords: "Spreek namens mij.", withOutcome: true, withName: true);
        await _portal.SendsMail();
        await _portal.OpensWhatWasGiven(Cast.Union);
        (await SeenBy(people, reference)).ShouldBe(seen);
        await _portal.Does(Cast.Reporter, reference, new TakeBackSignal { Spokesperson = Spokesperson.Union });

        (await SeenBy(people, reference)).ShouldBe(seen);
        var after = await Rows();
        string[] changed = [.. rows.Keys.Where(table => rows[table] != after[table]).Order(StringComparer.Ordinal)];

        // The signal, its events and its version are as they were.
        changed.ShouldBe(["entrustments", "mails", "messages", "readings"]);
        (await _portal.Database.Scalar<long>($"select count(*) from messages where person_id <> '{Cast.Union}'")).ShouldBe(told);
        _portal.MailServer.Mails.Count(mail => mail.Recipient == $"p80@{MailPortal.Domain}").ShouldBe(1);
    }

    [Fact]
    public async Task The_union_reaches_the_signal_on_no_other_way_and_without_something_given_on_none()
    {
        var reference = await _portal.Raises(Cast.Reporter);
        await _portal.Entrusts(Cast.Reporter, reference);
        var routes = (await Route.Of(_portal)).Where(route => route.IsOfASignal).ToList();
        var union = await _portal.Caller(Cast.Union);
        (await Ask(union, HttpMethod.Get, await _portal.GivenAddress(reference))).ShouldStartWith("200");

        foreach (var route in routes)
        {
            var method = route.Handler is "Get" ? HttpMethod.Get : HttpMethod.Post;
            var known = await Ask(union, method, route.Address(reference, Guid.Empty));
            known.ShouldStartWith("404", customMessage: $"{route}");
            known.ShouldBe(await Ask(union, method, route.Address("0000-0000", Guid.Empty)), $"{route}");
        }

        var given = await _portal.GivenAddress(reference);
        await _portal.Does(Cast.Reporter, reference, new TakeBackSignal { Spokesperson = Spokesperson.Union });
        var ended = await Ask(union, HttpMethod.Get, given);
        ended.ShouldBe(await Ask(union, HttpMethod.Get, $"{VoiceSteps.Inbox}/{Guid.NewGuid()}"));
        foreach (var page in new[] { VoiceSteps.Inbox, "/berichten", "/", "/werkvoorraad?staat=alle&zoek=brief", "/directie", "/mijn-signalen" })
        {
            (await Ask(union, HttpMethod.Get, page)).ShouldNotContain("Brief is niet te begrijpen", customMessage: page);
        }
    }

    [Fact]
    public async Task They_are_told_once_that_there_is_something_and_the_mail_tells_nothing()
    {
        var reference = await _portal.Raises(Cast.Reporter);
        await _portal.SendsMail();
        _portal.MailServer.Forget();
        await _portal.Entrusts(Cast.Reporter, reference);
        await _portal.Entrusts(Cast.Reporter, reference, otherWords: "Liever dit.");
        await _portal.SendsMail();

        var mail = _portal.MailServer.Mails.ShouldHaveSingleItem();
        mail.Recipient.ShouldBe($"p80@{MailPortal.Domain}");
        mail.Decoded.ShouldNotContain("vakbond");
        mail.Decoded.ShouldNotContain("melder");
        var union = _portal.As(Cast.Union);
        (await union.Open("/")).Page.QuerySelector("nav.sp-nav a[href='/berichten'] .sp-count").ShouldNotBeNull();
        await union.Open("/berichten");
        union.Text.ShouldContain(MessageKind.EntrustedToUnion.Text);
        union.Text.ShouldNotContain(Reference.Show(reference));
        union.Page.QuerySelectorAll("main a[href^='/signalen/']").ShouldBeEmpty();
        await union.Follow(VoiceTexts.ToInbox);
        union.Location.AbsolutePath.ShouldBe(VoiceSteps.Inbox);

        await _portal.Does(Cast.Reporter, reference, new TakeBackSignal { Spokesperson = Spokesperson.Union });
        (await union.Open("/berichten")).Text.ShouldNotContain(MessageKind.EntrustedToUnion.Text);
    }

    [Fact]
    public async Task What_is_taken_back_before_it_was_heard_of_is_no_news()
    {
        var reference = await _portal.Raises(Cast.Reporter);
        await _portal.SendsMail();
        _portal.MailServer.Forget();
        await _portal.Entrusts(Cast.Reporter, reference);
        await _portal.Does(Cast.Reporter, reference, new TakeBackSignal { Spokesperson = Spokesperson.Union });

        await _portal.SendsMail();

        _portal.MailServer.Mails.ShouldBeEmpty();
        var union = await _portal.As(Cast.Union).Open("/");
        union.Page.QuerySelector("nav.sp-nav a[href='/berichten'] .sp-count").ShouldBeNull();
    }

    [Fact]
    public async Task Without_a_name_it_is_given_by_code_read_from_the_next_working_day_and_taken_back_at_once()
    {
        var reporter = await _portal.Nameless().Raises(Nameless.Form(Cast.Units["TEAM"], words: $"{Canary} in de kantine"));
        await reporter.Follows();
        reporter.Page.QuerySelector("[name='Input.WithName']").ShouldBeNull();
        await reporter.Does("EntrustCheck", new() { ["Input.Spokesperson"] = "Union" });
        reporter.Status.ShouldBe(HttpStatusCode.BadRequest);

        await reporter.Gives("Union", $"Zeg iets over de {Canary}.", _portal.Today.AddDays(30));

        reporter.Status.ShouldBe(HttpStatusCode.OK, reporter.Text);
        reporter.Text.ShouldContain($"De vakbond mag dit lezen van dinsdag 8 september 2026 tot en met {_portal.Today.AddDays(30).InDutch()}.");
        var address = await _portal.GivenAddress(reporter.Reference);
        (await _portal.TablesWith(Canary)).ShouldBeNull();
        var union = _portal.As(Cast.Union);
        (await union.Open(address)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await union.Open("/berichten")).Text.ShouldNotContain(MessageKind.EntrustedToUnion.Text);
        union.Page.QuerySelector("nav.sp-nav a[href='/berichten'] .sp-count").ShouldBeNull();

        await _portal.LetTheLineSeeIt();
        (await union.Open("/berichten")).Text.ShouldContain(MessageKind.EntrustedToUnion.Text);
        (await union.Open(address)).Text.ShouldContain($"Zeg iets over de {Canary}.");
        union.Text.ShouldNotContain("in de kantine");
        (await reporter.Follows()).Text.ShouldContain("Uma Unie, medewerker (voor de vakbond, omdat jij het gaf)dinsdag 8 september 2026");
        reporter.Text.ShouldContain($"Zeg iets over de {Canary}.");

        await reporter.Does("TakeBack", []);
        reporter.Text.ShouldContain("De vakbond mag dit niet meer lezen. Gestopt op dinsdag 8 september 2026.");
        (await union.Open(address)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_was_written_without_a_name_can_be_given_word_for_word()
    {
        var reporter = await _portal.Nameless().Raises(Nameless.Form(Cast.Units["TEAM"]));
        await _portal.LetTheLineSeeIt();
        await reporter.Follows();
        await reporter.Does("EntrustCheck", new()
        {
            ["Input.Spokesperson"] = "Union",
            ["Input.EntrustedText"] = "AsWritten",
            ["Input.EntrustedUntil"] = $"{_portal.Today.AddDays(30):yyyy-MM-dd}",
        });
        reporter.Text.ShouldContain(Nameless.Words);
        await reporter.Does("Entrust", []);
        _portal.Clock.AdvanceDays(1);

        var union = await _portal.As(Cast.Union).Open(await _portal.GivenAddress(reporter.Reference));

        union.Text.ShouldContain(Nameless.Subject);
        union.Text.ShouldContain(Nameless.Words);
        union.Text.ShouldContain(VoiceTexts.NameNotGiven);
    }

    [Fact]
    public async Task What_was_given_goes_with_the_rest_when_a_signal_is_destroyed()
    {
        var reference = await _portal.HasAClosedSignal();
        await _portal.Entrusts(Cast.Reporter, reference, otherWords: "Ook deze kanarie.");
        await _portal.Does(Cast.Reporter, reference, new AskErasure());
        await _portal.HasAnApprovedList();

        await _portal.Destroys();

        (await _portal.TablesWith(RetentionSteps.Canary)).ShouldBeNull();
        (await _portal.Database.Scalar<long>($"select count(*) from entrustments e join signals s on s.id = e.signal_id where s.reference = '{reference}'")).ShouldBe(0);
        (await _portal.As(Cast.Union).Open(VoiceSteps.Inbox)).Status.ShouldBe(HttpStatusCode.OK);
        (await _portal.As(Cast.Union).Open("/berichten")).Status.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>All answers to everything these people can look at, but for what is random in each.</summary>
    private async Task<string> SeenBy(IEnumerable<Guid> people, string reference)
    {
        var pages = new[]
        {
            "/", "/mijn-signalen", "/werkvoorraad?staat=alle", "/werkvoorraad?staat=doorgezet", "/werkvoorraad?staat=alle&zoek=brief", "/werkvoorraad?zoek=spreek", "/directie",
            "/berichten", "/berichten/instellingen", "/beheer", "/beheer/verzending", "/beheer/vernietigen", "/vertrouwensloket/register", VoiceSteps.Inbox,
        };
        var ofTheSignal = (await Route.Of(_portal)).Where(route => route.IsOfASignal && route.Handler is "Get").Select(route => route.Address(reference, Guid.Empty)).ToList();
        var seen = new List<string>();
        foreach (var person in people)
        {
            var caller = await _portal.Caller(person);
            foreach (var address in pages.Concat(ofTheSignal))
            {
                seen.Add($"{person} {address} {await Ask(caller, HttpMethod.Get, address)}");
            }
        }

        return string.Join('\n', seen);
    }

    private async Task<Dictionary<string, string>> Rows() =>
        (await _portal.Database.Contents()).Split('\n').Select(line => line.Split(' ')).ToDictionary(line => line[0], line => line[1]);

    private static async Task<string> Ask(Caller caller, HttpMethod method, string address)
    {
        using var response = method == HttpMethod.Get ? await caller.Get(address) : await caller.Post(address, []);
        return $"{(int)response.StatusCode} {Random().Replace(await response.Content.ReadAsStringAsync(), "")}";
    }

    [GeneratedRegex("""(?<=name="(formulier|Input.FormKey|Input.UploadKey|Input.ReceiptKey)" (type="hidden" )?value=")[^"]*""")]
    private static partial Regex Random();
}
