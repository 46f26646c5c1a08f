using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace SignaalPortaal.Web.Tests.Infrastructure;

/// <summary>Sends single requests, past what the pages offer, and follows no redirect. Forms carry a valid token of whoever is signed in.</summary>
public sealed class Caller(HttpClient http)
{
    public const string TokenField = "formulier";

    /// <summary>Valid for every form of this person.</summary>
    public string Token { get; private set; } = "";

    public HttpClient Http => http;

    public async Task Arrive(Guid? personId)
    {
        Token = await FindToken("/inloggen");
        if (personId is not null)
        {
            (await Post("/inloggen", [KeyValuePair.Create("wie", personId.Value.ToString())])).Dispose();
            await Renew();
        }
    }

    /// <summary>A new token, after something that made the last one worthless.</summary>
    public async Task Renew() => Token = await FindToken("/uitloggen");

    public Task<HttpResponseMessage> Get(string address) => http.GetAsync(address);

    public Task<HttpResponseMessage> Post(string address, IEnumerable<KeyValuePair<string, string>> fields) => Send(HttpMethod.Post, address, fields);

    public async Task<HttpResponseMessage> Send(HttpMethod method, string address, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create(TokenField, Token), .. fields]);
        using var request = new HttpRequestMessage(method, address) { Content = form };
        return await http.SendAsync(request);
    }

    /// <summary>Sends a form that nobody's browser would make.</summary>
    public async Task<HttpResponseMessage> Post(string address, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        return await http.SendAsync(request);
    }

    private async Task<string> FindToken(string address)
    {
        using var response = await http.GetAsync(address);
        var page = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
        return ((IHtmlInputElement)page.QuerySelector($"main input[name={TokenField}]")!).Value;
    }
}
