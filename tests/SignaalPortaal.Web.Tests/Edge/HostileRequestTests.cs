using System.Net;
using System.Net.Sockets;
using System.Text;
using SignaalPortaal.Web.Tests.Access;
using SignaalPortaal.Web.Tests.Forms;
using SignaalPortaal.Web.Tests.Infrastructure;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Tests.Edge;

/// <summary>Whatever a client sends, what is wrong is wrong on its side: never an answer of 500 and above.</summary>
public sealed class HostileRequestTests(RealServer portal) : IClassFixture<RealServer>
{
    private static readonly string[] ContentTypes =
    [
        "", "x", "/", ";", "application/x-www-form-urlencoded; charset=utf-7", "application/x-www-form-urlencoded; charset=\"UTF-7\"", "application/x-www-form-urlencoded; charset=utf-16",
        "application/x-www-form-urlencoded; charset=utf-32", "application/x-www-form-urlencoded; charset=bestaatniet", "application/x-www-form-urlencoded; charset=", "application/x-www-form-urlencoded; charset=\"",
        "application/x-www-form-urlencoded; charset=iso-8859-1", "APPLICATION/X-WWW-FORM-URLENCODED;CHARSET=ISO-2022-KR", "application/x-www-form-urlencoded;;;", "application/x-www-form-urlencoded, text/plain",
        "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"\"", "multipart/form-data; boundary=x; charset=utf-7",
        "multipart/form-data; boundary=\"een twee\"", "multipart/form-data; boundary=" + new string('x', 500), "multipart/form-data; boundary=x; boundary=y", "multipart/mixed; boundary=x", "multipart/form-data; boundary=x",
        "application/json", "application/json; charset=utf-7", "application/xml", "text/xml", "text/plain", "text/plain; charset=utf-7", "text/html", "application/octet-stream", "image/png", "application/grpc",
        "application/x-www-form-urlencoded\u0001", "message/http", "*/*",
    ];

    private static readonly byte[][] Bodies =
    [
        [], "x=y"u8.ToArray(), "%"u8.ToArray(), "%zz=%u0041&&&===&Input.Subject=%ff%fe%00"u8.ToArray(), "{\"Input\":{\"Subject\":1}}"u8.ToArray(), [0xff, 0xfe, 0x00, 0xd8], "+AGE-=+2AA-"u8.ToArray(),
        "--x\r\n\r\n--x--"u8.ToArray(), "--x\r\nContent-Disposition: form-data; name=Input.Subject\r\nContent-Type: text/plain; charset=utf-7\r\n\r\n+AGE-\r\n--x--\r\n"u8.ToArray(),
        "--x\r\nContent-Disposition: form-data; name=\"bijlagen\"; filename=\"\"; filename*=utf-7''%00%ff\r\nContent-Type: ;\r\n\r\n\0\r\n--x--\r\n"u8.ToArray(),
        "--x\r\nContent-Disposition: attachment\r\n\r\nwoorden\r\n--x"u8.ToArray(), "--x\r\nContent-Disposition: ;;;\r\n\r\n\r\n--x--\r\n"u8.ToArray(), "--x\r\n:\r\n\r\n\r\n--x--\r\n"u8.ToArray(),
        Encoding.ASCII.GetBytes($"--x\r\nContent-Disposition: form-data; name=\"{new string('n', 20_000)}\"\r\n\r\n\r\n--x--\r\n"),
        Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\r\n", 2_000)) + "--x--\r\n"),
    ];

    private static readonly (string Name, string Value)[] Headers =
    [
        ("Cookie", "signaalportaal=x"), ("Cookie", "signaalportaal=CfDJ8; signaalportaal-formulier=%00%ff; =; ;;;\u00e9"), ("Cookie", "signaalportaal=chunks-9"), ("Cookie", "signaalportaal=chunks-2147483647"),
        ("Cookie", "signaalportaal-melding=" + new string('A', 4_000)), ("Cookie", "signaalportaal-filter=%zz"), ("Accept-Language", new string(',', 2_000)), ("Accept", "\u00ff"), ("Accept-Encoding", "br;q=9, *;q=x"),
        ("Range", "bytes=9-1"), ("If-None-Match", "\"\u00ff"), ("If-Modified-Since", "gisteren"), ("Origin", "\u00ff"), ("Sec-Fetch-Site", "\u00ff"), ("X-Forwarded-Proto", "\u00ff"), ("Authorization", "Basic ==="),
        ("X-HTTP-Method-Override", "DELETE"), ("Content-Encoding", "gzip"), ("Transfer-Encoding", "chunked"), ("Expect", "100-continue"), ("Upgrade", "websocket"), ("HTTP2-Settings", "x"), ("Referer", "\u00ff"),
    ];

    [Fact]
    public async Task Every_form_takes_every_content_type_with_every_body()
    {
        var problems = new List<string>();
        foreach (var (person, routes) in await Posts())
        {
            var caller = await portal.Caller(person);
            foreach (var (route, index) in routes.Select((route, index) => (route, index)))
            {
                // Each pair once for every few forms, each content type and each body for every form.
                foreach (var number in Enumerable.Range(0, ContentTypes.Length))
                {
                    await Ask(caller, route, ContentTypes[number], Bodies[(number + index) % Bodies.Length], problems);
                }
            }
        }

        problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_form_in_another_encoding_is_refused_plainly()
    {
        var caller = await portal.Caller(personId: null);
        using var content = new ByteArrayContent("Input.Code=abc"u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", "application/x-www-form-urlencoded; charset=utf-7");

        using var answer = await caller.Post("/anoniem/testdienst/volgen", content);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        (await answer.Content.ReadAsStringAsync()).ShouldContain(ErrorTexts.RefusedTitle);
    }

    [Fact]
    public async Task No_header_no_method_and_no_host_breaks_anything()
    {
        var problems = new List<string>();
        foreach (var address in new[] { "/", "/inloggen", "/mijn-signalen", "/anoniem/testdienst/nieuw", "/css/app.css", "/gezond", "/gereed", "/ankers/sleutel.pem", "/fout" })
        {
            foreach (var method in new[] { "GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "QUERY", "get", "X" })
            {
                await Ask($"{method} {address} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 0\r\n\r\n", problems);
            }

            foreach (var (name, value) in Headers)
            {
                foreach (var method in new[] { "GET", "POST" })
                {
                    var length = name == "Transfer-Encoding" ? "" : "Content-Length: 0\r\n";
                    var body = name == "Transfer-Encoding" ? "zz\r\n" : "";
                    await Ask($"{method} {address} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{length}{name}: {value}\r\n\r\n{body}", problems);
                }
            }

            foreach (var host in new[] { "", "*", "[::1", "localhost:99999", "a b", "\u00ff", new string('h', 5_000), "xn--\u00e9", "localhost\\@example" })
            {
                await Ask($"GET {address} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n", problems);
            }

            foreach (var path in new[] { "%00", "%ff", "%2e%2e/%2e%2e/etc/passwd", "..%5c", "%u0041", "%ED%A0%80", "?%00=%ff", "?handler=%00", "?handler=Get", "?handler=" + new string('x', 3_000), "//", "/%2f" })
            {
                await Ask($"GET {address}{path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", problems);
                await Ask($"POST {address}{path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 0\r\n\r\n", problems);
            }
        }

        problems.ShouldBeEmpty();
    }

    /// <summary>Each form as somebody who may send it would, and as nobody.</summary>
    private async Task<IReadOnlyList<(Guid? Person, List<Route> Routes)>> Posts()
    {
        var posts = (await Route.Of(portal)).Where(route => route.Handler is not "Get").ToList();
        return [(portal.Cast.TeamLead, posts), (null, [.. posts.DistinctBy(route => route.Page)])];
    }

    private static async Task Ask(Caller caller, Route route, string type, byte[] body, List<string> problems)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var answer = await caller.Post(route.Address("K7QM3XWD", Guid.NewGuid()), content);
        if ((int)answer.StatusCode >= 500)
        {
            problems.Add($"{(int)answer.StatusCode}: {route.Page} {route.Handler} '{type}' {Encoding.Latin1.GetString(body.AsSpan(0, Math.Min(body.Length, 80)))}");
        }
    }

    private async Task Ask(string request, List<string> problems)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(IPAddress.Loopback, portal.ClientOptions.BaseAddress.Port);
        await connection.GetStream().WriteAsync(Encoding.Latin1.GetBytes(request));
        using var reader = new StreamReader(connection.GetStream());
        if (await reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(20)) is { } line && line.Contains(" 5", StringComparison.Ordinal))
        {
            problems.Add($"{line}: {request}");
        }
    }
}
