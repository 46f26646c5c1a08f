using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SignaalPortaal.Application.Insight;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Pages.Insight;

/// <summary>Where signals strand in the own part of the line.</summary>
public sealed class InsightModel(IMediator mediator) : PageModel
{
    [BindProperty(Name = "onderdeel", SupportsGet = true)]
    public Guid? Unit { get; set; }

    public InsightView View { get; private set; } = null!;

    public InsightCharts Charts { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        View = await mediator.Send(new GetInsight(Unit), cancellationToken);
        Charts = new InsightCharts(View);
    }

    public static string AsOf(DateTimeOffset at) => string.Format(InsightTexts.AsOf, at.DutchDate.InFull, at.InAmsterdam.ToString("HH.mm"));
}
