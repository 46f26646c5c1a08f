using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SignaalPortaal.Application.Receipts;

namespace SignaalPortaal.Web.Pages.Anonymous;

/// <summary>
/// A page of the route on which nobody signs in. It reads no cookie and sets none; what a visitor has shown goes along in the form itself.
/// </summary>
public abstract class AnonymousPage(IMediator mediator) : PageModel
{
    [BindProperty(Name = "organisatie", SupportsGet = true)]
    public string Address { get; set; } = "";

    public AnonymousVisit Visit { get; private set; } = null!;

    protected IMediator Mediator => mediator;

    /// <summary>The signal of which this form proves that its sender has shown the code; null for none.</summary>
    protected virtual Guid? ReceiptOf => null;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await mediator.Send(new LoadAnonymous(Address, ReceiptOf), HttpContext.RequestAborted) is not { } visit)
        {
            context.Result = NotFound();
            return;
        }

        Visit = visit;
        await Load(HttpContext.RequestAborted);
        await next();
    }

    /// <summary>What the page itself needs; comes after <see cref="Visit"/>.</summary>
    protected virtual Task Load(CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>
/// That somebody has shown the code of a signal, for the quarter of an hour after each page. It stands in the forms of that page and nowhere else.
/// </summary>
public sealed class ReceiptTicket(IDataProtectionProvider protection)
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(15);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("receipt ticket").ToTimeLimitedDataProtector();

    public string For(string address, FoundReceipt receipt) =>
        _protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{receipt.SignalId:N} {receipt.Reference} {address}"), GoodFor);

    /// <summary>Null when it is not one, is of another organisation, or is too old.</summary>
    public FoundReceipt? Read(string address, string? ticket)
    {
        try
        {
            return ticket is not null && _protector.Unprotect(ticket).Split(' ') is [var signal, var reference, var of] && of == address
                ? new FoundReceipt(Guid.ParseExact(signal, "N"), reference)
                : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}
