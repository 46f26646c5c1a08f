using System.Globalization;
using MediatR;
using SignaalPortaal.Application.Chain;
using SignaalPortaal.Application.Protection;

namespace SignaalPortaal.Web;

/// <summary>The daily anchors, for everybody to keep: whoever has one can show that a history was bent afterwards.</summary>
internal static class AnchorEndpoints
{
    public static void MapAnchors(this IEndpointRouteBuilder app)
    {
        var key = app.ServiceProvider.GetRequiredService<PortalKeys>().Anchor.ExportSubjectPublicKeyInfoPem();
        app.MapGet("/ankers/sleutel.pem", () => Results.Text($"{key}\n", "application/x-pem-file")).AllowAnonymous();
        app.MapGet("/ankers/{id:guid}/{day}.json", async (Guid id, string day, IMediator mediator, CancellationToken cancellationToken) =>
            DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)
            && await mediator.Send(new GetAnchor(id, on), cancellationToken) is { } anchor
                ? Results.Text(ChainFile.TextOf(anchor), "application/json")
                : Results.NotFound()).AllowAnonymous();
    }
}
