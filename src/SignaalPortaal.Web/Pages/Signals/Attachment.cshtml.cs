using MediatR;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SignaalPortaal.Application.Attachments;
using SignaalPortaal.Web.Forms;

namespace SignaalPortaal.Web.Pages.Signals;

/// <summary>A file of a signal, to be saved: whatever is in it, a browser does not open it as a part of the portal.</summary>
[RequestTimeout(TakesFilesAttribute.LongestMilliseconds)]
public sealed class AttachmentModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Reference { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public Guid Attachment { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        new Download(await mediator.Send(new GetAttachment(Reference, Attachment), cancellationToken));
}
