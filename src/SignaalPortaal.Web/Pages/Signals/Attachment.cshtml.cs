using MediatR;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;
using SignaalPortaal.Application.Attachments;
using SignaalPortaal.Domain.Signals;
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

    private sealed class Download(AttachmentFile file) : IActionResult
    {
        public async Task ExecuteResultAsync(ActionContext context)
        {
            var (request, response) = (context.HttpContext.Request, context.HttpContext.Response);
            var disposition = new ContentDispositionHeaderValue("attachment");
            disposition.SetHttpFileName(file.Name);
            var headers = response.Headers;
            headers.ContentDisposition = disposition.ToString();
            headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
            headers.CacheControl = "no-store";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            response.ContentLength = file.Size;
            response.ContentType = file.Type switch
            {
                AttachmentType.Jpeg => "image/jpeg",
                AttachmentType.Png => "image/png",
                AttachmentType.Pdf => "application/pdf",
                _ => "text/plain; charset=utf-8",
            };

            if (HttpMethods.IsHead(request.Method))
            {
                return;
            }

            await foreach (var part in file.Parts)
            {
                await response.Body.WriteAsync(part, context.HttpContext.RequestAborted);
            }
        }
    }
}
