using System.Net;
using System.Xml.Linq;
using Microsoft.AspNetCore.Mvc.Testing;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Edge;

public sealed class KeyRingTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task Another_node_knows_who_is_signed_in_and_takes_the_form_of_the_first()
    {
        using var other = portal.WithWebHostBuilder(_ => { });
        var (session, form, token) = await SignInAt(portal);

        (await Submit(other, session, form, token)).ShouldBe(HttpStatusCode.Found);
        (await other.IsSignedInWith(session)).ShouldBeFalse();
        (await portal.IsSignedInWith(session)).ShouldBeFalse();
    }

    [Fact]
    public async Task The_keys_are_in_the_database_and_worth_nothing_without_the_certificate()
    {
        (await portal.Caller(portal.Cast.Colleague)).Token.ShouldNotBeEmpty();

        var keys = await portal.Database.Scalar<string[]>("select array_agg(xml) from data_protection_keys");

        keys!.ShouldNotBeEmpty();
        foreach (var key in keys!.Select(XElement.Parse))
        {
            key.Descendants().ShouldContain(element => element.Name.LocalName == "EncryptedKey");
            key.Descendants().ShouldNotContain(element => element.Name.LocalName == "masterKey");
        }
    }

    [Fact]
    public async Task When_the_keys_are_lost_people_sign_in_again_and_nothing_else_is_gone()
    {
        var signal = await portal.Raises(portal.Cast.Reporter);
        var (session, _, _) = await SignInAt(portal);
        await portal.Database.Scalar<int>("delete from data_protection_keys");
        using var other = portal.WithWebHostBuilder(_ => { });

        (await other.IsSignedInWith(session)).ShouldBeFalse();

        var reporter = await new Visitor(other.CreateClient(), portal.Cast.Reporter).Open($"/signalen/{signal}");
        reporter.Status.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>What a browser holds after signing in: two cookies, and the token in a form.</summary>
    private async Task<(string Session, string Form, string Token)> SignInAt(Portal node)
    {
        var caller = new Caller(node.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false }));
        using var first = await caller.Get("/inloggen");
        var form = first.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        caller.Http.DefaultRequestHeaders.Add("Cookie", form);
        await caller.Arrive(personId: null);
        using var signedIn = await caller.Post("/inloggen", [KeyValuePair.Create("wie", $"{portal.Cast.Reporter}")]);
        var session = signedIn.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("signaalportaal=", StringComparison.Ordinal)).Split(';')[0];
        caller.Http.DefaultRequestHeaders.Remove("Cookie");
        caller.Http.DefaultRequestHeaders.Add("Cookie", $"{form}; {session}");
        await caller.Renew();
        return (session, form, caller.Token);
    }

    /// <summary>The form to sign out, which every page has.</summary>
    private static async Task<HttpStatusCode> Submit(WebApplicationFactory<Program> node, string session, string form, string token)
    {
        using var http = node.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        http.DefaultRequestHeaders.Add("Cookie", $"{form}; {session}");
        using var content = new FormUrlEncodedContent([KeyValuePair.Create(Caller.TokenField, token)]);
        using var response = await http.PostAsync("/uitloggen", content);
        return response.StatusCode;
    }
}
