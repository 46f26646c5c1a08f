using AngleSharp.Dom;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Routing;
using SignaalPortaal.Web.Edge;
using SignaalPortaal.Web.Tests.Access;

namespace SignaalPortaal.Web.Tests.Edge;

/// <summary>Nobody is sent to another host, whatever an address to return to says.</summary>
public sealed class ReturnAddressTests(AccessPortal portal) : IClassFixture<AccessPortal>
{
    private const string Here = "https://portaal.example/inloggen";

    public static TheoryData<string> Elsewhere =>
    [
        "//elders.example", "///elders.example", "////elders.example", @"/\elders.example", @"\/elders.example", @"\\elders.example", @"/\/elders.example",
        "/\t/elders.example", "/\n/elders.example", "/\r/elders.example", "\t//elders.example", " //elders.example",
        "https:elders.example", "https:/elders.example", "https://elders.example", "http:\\\\elders.example", "HTTPS://elders.example", "//elders.example:443/@portaal.example",
        "https://portaal.example@elders.example", "//portaal.example@elders.example", ".elders.example", "@elders.example", ":80", "elders.example", "../elders",
        "%2F%2Felders.example", "%2felders", "%5C%5Celders.example", "%09//elders.example", "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x",
        "/mijn-signalen\r\nLocation: https://elders.example", "/mijn-signalen\r\nSet-Cookie: a=b", "\r\n/mijn-signalen", "~//elders.example", @"~/\elders.example",
        "/één", "//één.example", "", " ",
    ];

    [Theory]
    [MemberData(nameof(Elsewhere))]
    public async Task Both_pages_that_send_back_send_home_instead(string address)
    {
        var caller = await portal.Caller(portal.Cast.Reporter);
        KeyValuePair<string, string>[] fields = [KeyValuePair.Create("terug", address), KeyValuePair.Create("wie", $"{portal.Cast.Reporter}")];

        using var dayForward = await caller.Post("/demo/dag-verder", fields);
        using var signIn = await caller.Post("/inloggen", fields);

        dayForward.Headers.Location!.OriginalString.ShouldBe("/");
        signIn.Headers.Location!.OriginalString.ShouldBe("/");
    }

    [Theory]
    [InlineData("/mijn-signalen")]
    [InlineData("/werkvoorraad?staat=alle&soort=Idea")]
    [InlineData("/signalen/K7QM-3XWD#verloop")]
    public void An_own_address_is_kept(string address) => UrlHelper().OwnOrHome(address).ShouldBe(address);

    [Fact]
    public void For_a_browser_every_answer_is_on_this_host()
    {
        var piece = Gen.Elements("/", "/", "\\", "\t", "\r", "\n", " ", ":", "@", ".", "~", "%2F", "%5C", "%09", "https:", "elders.example", "a", "?", "#", "\0", "é", "\u2028");
        var url = UrlHelper();

        Prop.ForAll(piece.ArrayOf().Select(string.Concat).ToArbitrary(), address =>
        {
            var answer = url.OwnOrHome(address);

            answer.ShouldStartWith("/");
            answer.Any(character => char.IsControl(character) || !char.IsAscii(character)).ShouldBeFalse();
            new Url(new Url(Here), answer).HostName.ShouldBe("portaal.example");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));
    }

    private static UrlHelper UrlHelper() => new(new ActionContext(new DefaultHttpContext(), new RouteData(), new ActionDescriptor()));
}
