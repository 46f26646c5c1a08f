using System.Net;
using System.Text;
using SignaalPortaal.Web.Tests.Infrastructure;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Tests.Forms;

/// <summary>What only a real server judges: how large a request is, and what may stand in a header.</summary>
public sealed class RealServerTests(RealServer portal) : IClassFixture<RealServer>
{
    [Fact]
    public async Task A_form_over_a_megabyte_is_refused_plainly()
    {
        var caller = await portal.Caller(portal.Cast.Reporter);

        using var response = await caller.Post("/signalen/nieuw?handler=Check", [KeyValuePair.Create("Input.OwnWords", new string('a', 1_100_000))]);

        await ShouldBeRefused(response);
    }

    [Fact]
    public async Task A_form_of_half_a_megabyte_comes_back_whole()
    {
        var words = new string('a', 500_000);
        var caller = await portal.Caller(portal.Cast.Reporter);

        using var response = await caller.Post("/signalen/nieuw?handler=Check", [KeyValuePair.Create("Input.OwnWords", words)]);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).ShouldContain(words);
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", 1_100)]
    [InlineData("multipart/form-data; boundary=x", 1)]
    [InlineData("multipart/form-data", 1)]
    [InlineData("application/json", 1)]
    [InlineData("text/plain; charset=bestaatniet", 1)]
    public async Task A_broken_form_is_refused_plainly(string type, int fields)
    {
        var caller = await portal.Caller(portal.Cast.Reporter);
        using var content = new StringContent(string.Join('&', Enumerable.Range(0, fields).Select(field => $"Input.F{field}=x")), Encoding.ASCII);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        using var response = await caller.Post("/signalen/nieuw?handler=Check", content);

        await ShouldBeRefused(response);
    }

    [Theory]
    [InlineData("/signalen/één")]
    [InlineData("/سلام")]
    [InlineData("/werkvoorraad?zoek=één")]
    public async Task Sign_in_leads_home_when_the_address_to_return_to_cannot_stand_in_a_header(string returnTo)
    {
        var caller = await portal.Caller(personId: null);

        using var response = await caller.Post(
            "/inloggen", [KeyValuePair.Create("wie", $"{portal.Cast.Reporter}"), KeyValuePair.Create("terug", returnTo)]);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/");
    }

    [Theory]
    [InlineData("/werkvoorraad?staat=alle&zoek=", 7_000)]
    [InlineData("/werkvoorraad?staat=alle&na=", 7_000)]
    [InlineData("/inloggen?zoek=", 7_000)]
    [InlineData("/directie?na=", 7_000)]
    [InlineData("/signalen/", 7_000)]
    [InlineData("/werkvoorraad?staat=alle&zoek=", 50_000)]
    public async Task An_address_of_any_length_breaks_nothing(string address, int length)
    {
        var caller = await portal.Caller(portal.Cast.Director);

        using var response = await caller.Get(address + new string('9', length));

        ((int)response.StatusCode).ShouldBeLessThan(500);
    }

    private static async Task ShouldBeRefused(HttpResponseMessage response)
    {
        ((int)response.StatusCode).ShouldBeInRange(400, 499);
        var page = await response.Content.ReadAsStringAsync();
        page.ShouldNotContain("Exception");
        page.ShouldNotContain(ErrorTexts.BrokenTitle);
    }
}

/// <summary>Listens on a port of its own.</summary>
public sealed class RealServer : Portal
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        UseKestrel(options => options.Listen(IPAddress.Loopback, port: 0));
        StartServer();
    }
}
