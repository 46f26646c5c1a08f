using System.Net;
using System.Net.Http.Headers;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace SignaalPortaal.Web.Tests.Infrastructure;

/// <summary>
/// Uses the portal as a person does: opens pages, finds fields by their label, presses the button. Sign-in, antiforgery tokens, cookies and
/// redirects are the real ones.
/// </summary>
public sealed class Visitor(HttpClient http, Guid? personId)
{
    private const string Optional = " (mag je overslaan)";

    public IDocument Page { get; private set; } = null!;

    public HttpStatusCode Status { get; private set; }

    public Uri Location { get; private set; } = null!;

    public HttpClient Http => http;

    /// <summary>Everything that stands on the page, with single spaces.</summary>
    public string Text => string.Join(' ', Page.Body!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public async Task<Visitor> Open(string path)
    {
        await Show(await http.GetAsync(path));
        if (personId is not null && Location.AbsolutePath == "/inloggen")
        {
            await SignIn();
            await Show(await http.GetAsync(path));
        }

        return this;
    }

    public Visitor Fill(string label, string value)
    {
        switch (Field(label))
        {
            case IHtmlInputElement input: input.Value = value; break;
            case IHtmlTextAreaElement area: area.Value = value; break;
            case IHtmlSelectElement select: select.Value = value; break;
        }

        return this;
    }

    public string ValueOf(string label) => Field(label) switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement area => area.Value.ReplaceLineEndings("\n"),
        var other => throw new InvalidOperationException($"'{label}' is a {other.NodeName}."),
    };

    /// <summary>Chooses a file in the field for it.</summary>
    public Visitor Attach(string name, byte[] bytes)
    {
        ((IHtmlInputElement)Field("Bijlagen")).Files!.Add(new ChosenFile(name, bytes));
        return this;
    }

    /// <summary>Chooses a radio button or ticks a box.</summary>
    /// <param name="question">Where more than one question has this answer.</param>
    public Visitor Choose(string label, string? question = null)
    {
        var choice = (IHtmlInputElement)Field(label, question);
        foreach (var other in choice.Form!.QuerySelectorAll<IHtmlInputElement>("input[type=radio]").Where(other => other.Name == choice.Name))
        {
            other.IsChecked = false;
        }

        choice.IsChecked = true;
        return this;
    }

    public async Task<Visitor> Press(string button)
    {
        using var request = Request(button);
        return await Show(await http.SendAsync(request));
    }

    /// <summary>What pressing the button would send; each is to be sent once.</summary>
    public HttpRequestMessage Request(string button)
    {
        var pressed = Page.QuerySelectorAll<IHtmlButtonElement>("main button").FirstOrDefault(element => Says(element, button))
            ?? throw new InvalidOperationException($"There is no button called '{button}' on {Location} ({Status}): {Text}");
        var submission = pressed.Form!.GetSubmission(pressed)!;
        var target = pressed.GetAttribute("formaction") is { } action ? new Url(pressed.BaseUrl!, action).Href : submission.Target.Href;
        var content = new StreamContent(submission.Body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(submission.MimeType!);
        return new HttpRequestMessage(HttpMethod.Post, target) { Content = content };
    }

    public async Task<Visitor> Follow(string link) =>
        await Open(Page.QuerySelectorAll<IHtmlAnchorElement>("main a").First(element => Says(element, link)).Href);

    public bool Offers(string linkOrButton) => Page.QuerySelectorAll("main a, main button").Any(element => Says(element, linkOrButton));

    public async Task<Visitor> Show(HttpResponseMessage response)
    {
        Status = response.StatusCode;
        Location = response.RequestMessage!.RequestUri!;
        var html = await response.Content.ReadAsStringAsync();
        Page = await BrowsingContext.New(Configuration.Default).OpenAsync(page => page.Content(html).Address(Location.AbsoluteUri));
        return this;
    }

    private async Task SignIn()
    {
        var token = Page.QuerySelector<IHtmlInputElement>("main form[method=post] input[name=formulier]")!.Value;
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("formulier", token), KeyValuePair.Create("wie", personId.ToString()!)]);
        await http.PostAsync("/inloggen", form);
    }

    private IHtmlElement Field(string text, string? question = null)
    {
        var label = Page.QuerySelectorAll<IHtmlLabelElement>("main label")
            .Where(label => question is null || label.Closest("fieldset")?.QuerySelector("legend")?.TextContent.Trim() == question)
            .FirstOrDefault(label => OwnText(label) is var own && (own == text || own == text + Optional))
            ?? throw new InvalidOperationException($"There is no field called '{text}' on {Location}: {Text}");
        return label.Control ?? label.QuerySelector<IHtmlInputElement>("input")
            ?? throw new InvalidOperationException($"The label '{text}' belongs to no field.");
    }

    /// <summary>Without the explanation that a label of a choice may hold.</summary>
    private static string OwnText(IElement label)
    {
        var own = string.Concat(label.ChildNodes.OfType<IText>().Select(text => text.Data)).Trim();
        return own.Length > 0 ? own : label.TextContent.Trim();
    }

    private static bool Says(IElement element, string text) =>
        (element.QuerySelector(".nl-button__label") is { } label ? OwnText(label) : element.TextContent.Trim()) == text;
}
