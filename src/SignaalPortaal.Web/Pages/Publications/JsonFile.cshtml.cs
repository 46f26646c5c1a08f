using System.Text.Json;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SignaalPortaal.Application.Publications;
using SignaalPortaal.Web.Display;

namespace SignaalPortaal.Web.Pages.Publications;

/// <summary>
/// A publication with what it takes to check it: docs/chain-format.md says how Hash is made of PreviousHash and of the text of Content, exactly as it
/// stands there.
/// </summary>
public sealed class JsonFileModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Quarter { get; set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Quarters.Parse(Quarter) is not { } quarter)
        {
            return NotFound();
        }

        var file = await mediator.Send(new GetPublicationFile(quarter), cancellationToken);
        using var bytes = new MemoryStream();
        await using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("Organisation", file.Organisation);
            json.WriteString("MadeOn", file.MadeOn.ToString("yyyy-MM-dd"));
            json.WriteString("PreviousHash", Convert.ToHexStringLower(file.PreviousHash));
            json.WriteString("Hash", Convert.ToHexStringLower(file.Hash));
            json.WritePropertyName("Content");
            json.WriteRawValue(file.Content, skipInputValidation: true);
            json.WriteEndObject();
        }

        Response.Headers.CacheControl = "no-store";
        return File(bytes.ToArray(), "application/json", $"cijfers-{quarter}.json");
    }
}
