using System.Globalization;

namespace SignaalPortaal.Web.Edge;

/// <summary>What machines ask of every site.</summary>
internal static class PublicFiles
{
    /// <summary>Where somebody reports a weakness: an address that begins with mailto: or https:.</summary>
    public const string ContactSetting = "Security:Contact";

    private const string SecurityPath = "/.well-known/security.txt";

    /// <summary>For as long as the portal runs the contact is right; whoever keeps a copy looks again within a year (RFC 9116).</summary>
    private const int ValidDays = 180;

    public static void MapPublicFiles(this WebApplication app)
    {
        app.MapGet("/robots.txt", () => "User-agent: *\nDisallow: /\n").AllowAnonymous();
        app.MapGet(SecurityPath, (HttpRequest request, IConfiguration configuration) => Contact(configuration) is { } contact
            ? Results.Text(SecurityText(contact, request))
            : Results.NotFound()).AllowAnonymous();
    }

    /// <summary>Null when there is none, or when it is no such address.</summary>
    public static string? Contact(IConfiguration configuration) =>
        Uri.TryCreate(configuration[ContactSetting], UriKind.Absolute, out var contact) && contact.Scheme is "mailto" or "https" ? contact.AbsoluteUri : null;

    private static string SecurityText(string contact, HttpRequest request) => $"""
        Contact: {contact}
        Expires: {DateTimeOffset.UtcNow.Date.AddDays(ValidDays).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)}
        Preferred-Languages: nl, en
        Canonical: {request.Scheme}://{request.Host}{SecurityPath}

        """;
}
