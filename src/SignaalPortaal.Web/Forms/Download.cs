using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using SignaalPortaal.Application.Attachments;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Web.Forms;

/// <summary>A file of a signal as an answer, part by part.</summary>
internal sealed class Download(AttachmentFile file) : IActionResult
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
