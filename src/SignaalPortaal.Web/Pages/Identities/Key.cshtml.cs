using System.Text.Json;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SignaalPortaal.Application.Identities;

namespace SignaalPortaal.Web.Pages.Identities;

/// <summary>The key of a confidential adviser: made in the browser, kept here without what opens it.</summary>
public sealed class KeyModel(IMediator mediator) : PageModel
{
    private static readonly JsonSerializerOptions FileFormat = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    [BindProperty]
    public KeepAdviserKey Input { get; set; } = new();

    [TempData]
    public bool Done { get; set; }

    public AdviserKeysView View { get; private set; } = null!;

    /// <summary>The key of which to keep a copy: the one that waits, or that is used; null for none.</summary>
    public AdviserKeyView? OnPaper => View.Own.FirstOrDefault(key => key.EndedOn is null && key.UsableFrom > View.Today) ?? View.Current;

    public bool HasTooFewKeys => View.Advisers.Count < SealingView.FewestKeys;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        View = await mediator.Send(new GetAdviserKeys(), HttpContext.RequestAborted);
        await next();
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await mediator.Send(Input, cancellationToken);
        Done = true;
        return RedirectToPage();
    }

    public Task<IActionResult> OnPostAgreeAsync([FromQuery(Name = "sleutel")] Guid key, CancellationToken cancellationToken) => Decide(key, agree: true, cancellationToken);

    public Task<IActionResult> OnPostEndAsync([FromQuery(Name = "sleutel")] Guid key, CancellationToken cancellationToken) => Decide(key, agree: false, cancellationToken);

    private async Task<IActionResult> Decide(Guid key, bool agree, CancellationToken cancellationToken)
    {
        await mediator.Send(new DecideOnAdviserKey { Key = key, Agree = agree, FormKey = Input.FormKey }, cancellationToken);
        return RedirectToPage();
    }

    /// <summary>What is printed or kept in a file: without the passphrase it opens nothing.</summary>
    public static string FileOf(AdviserKeyView key) => JsonSerializer.Serialize(
        new { key.Algorithm, key.MadeOn, key.Iterations, key.Salt, PrivateKey = key.SealedPrivateKey, key.PublicKey }, FileFormat);
}
