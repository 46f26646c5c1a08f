using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Anonymity;

/// <summary>Somebody who is not signed in, on the pages for that. Keeps what was answered.</summary>
public sealed partial class Nameless(HttpClient http, string organisation = "testdienst")
{
    public const string Subject = "Vlinderdas in de kantine";
    public const string Words = "Zesendertig vlinderdassen zijn zoek.";

    private readonly List<Answer> _answers = [];

    public IReadOnlyList<Answer> Answers => _answers;

    /// <summary>As it was shown, in groups.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Without its dash.</summary>
    public string Reference { get; private set; } = "";

    public IDocument Page { get; private set; } = null!;

    public HttpStatusCode Status => _answers[^1].Status;

    public string Text => string.Join(' ', Page.Body!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public string Home { get; } = $"/anoniem/{organisation}";

    /// <summary>What the form carries so that the same code comes back when it is sent twice.</summary>
    public static string NewKey() => ReceiptCode.NewKey();

    /// <summary>All that the form for a signal would send.</summary>
    public static Dictionary<string, string> Form(
        Guid? forUnit = null, SignalKind kind = SignalKind.Bottleneck, bool aboutManager = false, string subject = Subject, string words = Words, string? key = null) => new()
        {
            ["Input.Kind"] = $"{kind}",
            ["Input.Subject"] = subject,
            ["Input.OwnWords"] = words,
            ["Input.OwnRisk"] = "Medium",
            ["Input.ForUnit"] = $"{forUnit}",
            ["Input.AboutMyManager"] = aboutManager ? "true" : "false",
            ["Input.ReceiptKey"] = key ?? NewKey(),
            ["Input.FormKey"] = $"{Guid.NewGuid()}",
        };

    /// <summary>Of a signal, for whoever is signed in.</summary>
    public static string AddressOf(string reference) => $"/signalen/{Domain.Signals.Reference.Show(reference)}";

    /// <summary>Without the day that stands on each page of a demonstration.</summary>
    public static string WithoutDays(string text) => Day().Replace(text, "");

    public async Task<Nameless> Open(string path)
    {
        await Keep(await http.GetAsync($"{Home}{path}"));
        return this;
    }

    public async Task<Nameless> Raises(Dictionary<string, string> form)
    {
        await Send("/nieuw", form);
        Status.ShouldBe(HttpStatusCode.OK, Page.Body?.TextContent);
        Code = Page.QuerySelector("#code")!.TextContent;
        Reference = Domain.Signals.Reference.Parse(Page.QuerySelector(".sp-confirm strong")!.TextContent)!;
        return this;
    }

    public Task<Nameless> Follows() => Shows(Code);

    public Task<Nameless> Shows(string code) => Send("/volgen", new() { ["Input.Code"] = code });

    /// <summary>Sends one of the forms on the page that follows a signal; it must be on it.</summary>
    public Task<Nameless> Does(string handler, Dictionary<string, string> fields)
    {
        var form = Page.QuerySelectorAll<IHtmlFormElement>("main form").FirstOrDefault(form => form.GetAttribute("action")!.EndsWith($"handler={handler}", StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"There is no form for {handler} ({Status}): {Text}");
        foreach (var hidden in form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]"))
        {
            fields.TryAdd(hidden.Name!, hidden.Value);
        }

        return Send($"/volgen?handler={handler}", fields);
    }

    /// <summary>Checks and gives another text to the union or the works council, from the page that follows the signal.</summary>
    public async Task<Nameless> Gives(string spokesperson, string words, DateOnly until)
    {
        await Does("EntrustCheck", new()
        {
            ["Input.Spokesperson"] = spokesperson,
            ["Input.EntrustedText"] = "Other",
            ["Input.EntrustedWords"] = words,
            ["Input.EntrustedUntil"] = $"{until:yyyy-MM-dd}",
        });
        return await Does("Entrust", []);
    }

    public async Task<Nameless> Send(string path, Dictionary<string, string> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        await Keep(await http.PostAsync($"{Home}{path}", content));
        return this;
    }

    public string Ticket => Page.QuerySelector<IHtmlInputElement>("input[name=bewijs]")!.Value;

    [GeneratedRegex("[a-z]+dag [0-9]+ [a-z]+ 20[0-9]{2}")]
    private static partial Regex Day();

    private async Task Keep(HttpResponseMessage response)
    {
        using (response)
        {
            var answer = new Answer(
                response.StatusCode,
                [.. response.Headers.Concat(response.Content.Headers).Select(header => $"{header.Key}: {string.Join(',', header.Value)}").Order(StringComparer.Ordinal)],
                await response.Content.ReadAsStringAsync(),
                response.RequestMessage!.RequestUri!);
            _answers.Add(answer);
            Page = new HtmlParser().ParseDocument(answer.Body);
        }
    }
}

/// <summary>What came back for one request.</summary>
public sealed record Answer(HttpStatusCode Status, IReadOnlyList<string> Headers, string Body, Uri Address);

public static class AnonymityPortal
{
    extension(Portal portal)
    {
        /// <summary>A browser without cookies, that says nothing of itself.</summary>
        public Nameless Nameless(string organisation = "testdienst") =>
            new(portal.CreateClient(new() { HandleCookies = false, AllowAutoRedirect = false }), organisation);

        /// <summary>There is an adviser who can open a name.</summary>
        public async Task HasAnAdviser()
        {
            if (await portal.Database.Scalar<long>("select count(*) from adviser_keys") == 0)
            {
                await portal.HasKey(portal.Cast.ConfidentialAdviser);
            }
        }

        /// <summary>Nine o'clock on the next working day, and what the worker of each node does then.</summary>
        public async Task LetTheLineSeeIt()
        {
            var moment = Domain.Deadlines.FixedMoment.ForSignals(portal.Clock.GetUtcNow(), Domain.Deadlines.WorkingCalendar.National);
            portal.Clock.Advance(moment - portal.Clock.GetUtcNow());
            await portal.LetTimePass();
        }

        /// <summary>Twelve more people work there, so that it is large enough to hide in. The outcome is the unit.</summary>
        public async Task<Guid> Grow(string unit)
        {
            var id = portal.Cast.Units[unit];
            await portal.Database.Scalar<int>($"""
                insert into people (organisation_id, id, number, name, job_title, home_unit_id, roles)
                select organisation_id, gen_random_uuid(), 'extra' || n, 'Extra ' || n, 'medewerker', id, 0 from units, generate_series(1, 12) n where id = '{id}'
                """);
            return id;
        }
    }
}

public static class ConfidentialSteps
{
    /// <summary>The code that was shown.</summary>
    public static async Task<string> RaisesConfidentially(
        this Visitor reporter, string kind = "Knelpunt", bool aboutMyManager = false, string subject = Nameless.Subject, string words = Nameless.Words)
    {
        await reporter.Open("/signalen/nieuw");
        reporter.Choose("Vertrouwelijk").Choose(kind).Fill("Waar gaat het over?", subject).Fill("Wat zie je gebeuren?", words);
        if (aboutMyManager)
        {
            reporter.Choose("Dit gaat over mijn leidinggevende");
        }

        await reporter.Press("Verder naar controleren");
        await reporter.Press("Verstuur je signaal");
        reporter.Status.ShouldBe(HttpStatusCode.OK, reporter.Text);
        return reporter.Page.QuerySelector("#code")!.TextContent;
    }
}
