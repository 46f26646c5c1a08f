using System.Globalization;
using System.Net;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Edge;

public sealed class PublicFilesTests(HttpsPortal portal) : IClassFixture<HttpsPortal>
{
    [Fact]
    public async Task Who_finds_a_weakness_finds_whom_to_tell()
    {
        using var response = await (await portal.Caller(personId: null)).Get("/.well-known/security.txt");

        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/plain");
        var fields = (await response.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.TrimEnd('\r').Split(": ", 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        fields.Keys.ShouldBe(["Contact", "Expires", "Preferred-Languages", "Canonical"]);
        fields["Contact"].ShouldBe("mailto:veiligheid@portaal.example");
        fields["Canonical"].ShouldBe("https://portaal.example/.well-known/security.txt");
        DateTimeOffset.Parse(fields["Expires"], CultureInfo.InvariantCulture).ShouldBeInRange(DateTimeOffset.UtcNow.AddDays(30), DateTimeOffset.UtcNow.AddDays(364));
    }

    [Fact]
    public async Task No_search_engine_is_welcome()
    {
        using var response = await (await portal.Caller(personId: null)).Get("/robots.txt");

        (await response.Content.ReadAsStringAsync()).ShouldBe("User-agent: *\nDisallow: /\n");
    }
}

public sealed class WithoutContactTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task Without_a_contact_there_is_no_such_file()
    {
        using var response = await (await portal.Caller(personId: null)).Get("/.well-known/security.txt");

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
