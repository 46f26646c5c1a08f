using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Web.Forms;

/// <summary>
/// The form of this page may be as large as the files that it takes. What is larger is refused before it is read. The framework keeps files on disk
/// while the request lasts, so that their size does not count in memory, and takes them away when it ends.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TakesFilesAttribute : Attribute, IAuthorizationFilter, IOrderedFilter
{
    /// <summary>In bytes: the files, and around them the largest form there is otherwise.</summary>
    public const long LargestForm = (Attachment.MostOfASignal * (long)Attachment.LargestSize) + FormServices.LargestForm;

    /// <summary>How long a form with files, or a download, may take: ten minutes, for somebody at home or on a phone.</summary>
    public const int LongestMilliseconds = 600_000;

    /// <summary>Before the token of the form is looked for, which reads it.</summary>
    public int Order => 0;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var request = context.HttpContext.Request;
        if (request.ContentLength > LargestForm)
        {
            context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
            return;
        }

        if (context.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = LargestForm;
        }

        context.HttpContext.Features.Set<IFormFeature>(new FormFeature(request, new FormOptions { MultipartBodyLengthLimit = LargestForm }));
    }
}
