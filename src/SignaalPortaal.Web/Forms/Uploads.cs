using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SignaalPortaal.Application.Attachments;
using SignaalPortaal.Web.Edge;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Forms;

/// <summary>The files that came with a form so far.</summary>
/// <param name="Key">Goes along in the form.</param>
public sealed record Uploads(string Key, IReadOnlyList<UploadView> Files)
{
    public static Uploads None { get; } = new("", []);

    public const string Field = "bijlagen";

    /// <summary>A button with this name takes a file out again.</summary>
    public const string Remove = "weg";

    /// <summary>For the dialogue of the browser in which a file is chosen.</summary>
    public const string Accepted = ".jpg,.jpeg,.jfif,.png,.pdf,.txt";

    /// <summary>
    /// Keeps the files of a form before anything else is judged: a browser cannot fill them in again, so whatever comes back, they are kept. What is
    /// not taken is said beside the field.
    /// </summary>
    /// <param name="isNamed">Whether whoever will read the file knows who sent it.</param>
    public static async Task<Uploads> Take(PageModel page, IMediator mediator, string key, bool isNamed, CancellationToken cancellationToken)
    {
        if (!HttpMethods.IsPost(page.Request.Method) || !page.Request.HasFormContentType)
        {
            return new Uploads(UploadKey.New(), []);
        }

        var form = await page.Request.ReadFormAsync(cancellationToken);
        var uploads = new Uploads(UploadKey.IsOne(key) ? key : UploadKey.New(), []);
        if (Guid.TryParse(form[Remove], out var removed))
        {
            await mediator.Send(new RemoveUpload(uploads.Key, removed), cancellationToken);
        }

        var refused = new List<string>();
        foreach (var file in form.Files.GetFiles(Field))
        {
            await using var content = file.OpenReadStream();
            if (await mediator.Send(new KeepUpload(uploads.Key, file.FileName, file.Length, content, isNamed), cancellationToken) is { } refusal)
            {
                refused.Add(string.Format(ErrorTexts.FileRefused, UploadNames.ToShow(file.FileName), refusal.Text));
            }
        }

        if (page.HttpContext.Features.Get<TakenIn>() is { FilesWereLost: true })
        {
            refused.Add(ErrorTexts.FilesNotKept);
        }

        if (refused.Count > 0)
        {
            page.ModelState.AddModelError(Field, string.Join(' ', refused));
        }

        return uploads with { Files = await mediator.Send(new GetUploads(uploads.Key), cancellationToken) };
    }
}
