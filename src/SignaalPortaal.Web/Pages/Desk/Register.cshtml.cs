using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SignaalPortaal.Application.Retention;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Pages.Desk;

/// <summary>The register of the Wet bescherming klokkenluiders.</summary>
public sealed class RegisterModel(IMediator mediator, TimeProvider clock) : PageModel
{
    public IReadOnlyList<RegisterLine> Lines { get; private set; } = [];

    public DateOnly Today { get; } = clock.GetUtcNow().DutchDate;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Lines = await mediator.Send(new GetRegister(IsExport: false), cancellationToken);

    /// <summary>On which day it was done and whether that was in time; or by when it has to be.</summary>
    public static string Term(DateOnly? done, DateOnly by, bool isInTime) => (done, isInTime) switch
    {
        ({ } on, true) => $"{on.InFull}, {RetentionTexts.InTime}",
        ({ } on, false) => $"{on.InFull}, {RetentionTexts.TooLate}",
        (null, true) => string.Format(RetentionTexts.Before, by.InFull),
        _ => $"{string.Format(RetentionTexts.Before, by.InFull)}, {RetentionTexts.TooLate}",
    };
}
