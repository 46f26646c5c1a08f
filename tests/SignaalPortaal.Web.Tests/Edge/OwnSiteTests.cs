using System.Net;
using SignaalPortaal.Web.Tests.Access;
using SignaalPortaal.Web.Tests.Infrastructure;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Tests.Edge;

/// <summary>What another site lets a browser send does nothing.</summary>
public sealed class OwnSiteTests(Portal portal) : IClassFixture<Portal>
{
    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin", true)]
    [InlineData("Sec-Fetch-Site", "none", true)]
    [InlineData("Sec-Fetch-Site", "same-site", false)]
    [InlineData("Sec-Fetch-Site", "cross-site", false)]
    [InlineData("Sec-Fetch-Site", "verzonnen", false)]
    [InlineData("Origin", "http://localhost", true)]
    [InlineData("Origin", "null", true)]
    [InlineData("Origin", "https://localhost", false)]
    [InlineData("Origin", "http://localhost.elders.example", false)]
    [InlineData("Origin", "http://elders.example", false)]
    public async Task A_form_with_a_good_token_is_taken_from_our_own_pages_only(string header, string value, bool isTaken)
    {
        var caller = await portal.Caller(portal.Cast.Reporter);

        using var response = await Post(caller, "/uitloggen", (header, value));

        response.StatusCode.ShouldBe(isTaken ? HttpStatusCode.Found : HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Where_a_browser_says_a_form_comes_from_counts_and_not_the_origin_then()
    {
        var caller = await portal.Caller(portal.Cast.Reporter);

        using var response = await Post(caller, "/uitloggen", ("Sec-Fetch-Site", "cross-site"), ("Origin", "http://localhost"));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task No_form_of_the_portal_is_taken_from_another_site_or_without_a_token()
    {
        var routes = (await Route.Of(portal)).Where(route => route.Handler is not "Get" && route.Page != "/Error").ToList();
        routes.Count.ShouldBeGreaterThan(50);
        var caller = await portal.Caller(portal.Cast.Administrator);
        var taken = new List<string>();

        foreach (var address in routes.Select(route => route.Address("K7QM3XWD", Guid.NewGuid())))
        {
            using var fromElsewhere = await Post(caller, address, ("Sec-Fetch-Site", "cross-site"));
            using var withoutToken = await caller.Post(address, new FormUrlEncodedContent([]));

            // Where nobody signs in there is no token: another site could send the same form itself.
            var isRefused = withoutToken.StatusCode is HttpStatusCode.BadRequest || address.StartsWith("/anoniem/", StringComparison.Ordinal);
            taken.AddRange(fromElsewhere.StatusCode is HttpStatusCode.BadRequest && isRefused ? [] : [address]);
        }

        taken.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_refusal_is_explained_without_the_words_of_the_other_site()
    {
        var caller = await portal.Caller(portal.Cast.Reporter);

        using var response = await Post(caller, "/signalen/nieuw", ("Sec-Fetch-Site", "cross-site"));

        var page = await response.Content.ReadAsStringAsync();
        page.ShouldContain(ErrorTexts.RefusedTitle);
        page.ShouldNotContain("Bel dit nummer");
    }

    [Fact]
    public async Task A_link_on_another_site_may_lead_here()
    {
        var caller = await portal.Caller(portal.Cast.Reporter);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/mijn-signalen");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");

        using var response = await caller.Http.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<HttpResponseMessage> Post(Caller caller, string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create(Caller.TokenField, caller.Token), KeyValuePair.Create("Input.OwnWords", "Bel dit nummer")]),
        };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await caller.Http.SendAsync(request);
    }
}
