using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SignaalPortaal.Application.Signals;

namespace SignaalPortaal.Web.Pages.Desk;

/// <summary>What reporters took back because somebody asked them to.</summary>
public sealed class WithdrawalsModel(IMediator mediator) : PageModel
{
    public IReadOnlyList<AskedWithdrawal> Withdrawals { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Withdrawals = await mediator.Send(new GetAskedWithdrawals(), cancellationToken);
}
