using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using SignaalPortaal.Application.Attachments;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Edge;

namespace SignaalPortaal.Web.Forms;

/// <summary>A file of a signal as an answer, part by part, once its request has given its place back.</summary>
internal sealed class Download(AttachmentFile file) : IActionResult
{
    public Task ExecuteResultAsync(ActionContext context)
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

        context.HttpContext.Features.GetRequiredFeature<SentLater>().Parts = HttpMethods.IsHead(request.Method) ? null : file.Parts;
        return Task.CompletedTask;
    }
}
