using System.Text;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SignaalPortaal.Application.Retention;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Display;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Pages.Desk;

/// <summary>The register as a file for a spreadsheet.</summary>
public sealed class RegisterFileModel(IMediator mediator) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var lines = await mediator.Send(new GetRegister(IsExport: true), cancellationToken);
        var rows = lines.Select(line => new[]
        {
            Reference.Show(line.Reference), Day(line.Terms.ReceivedOn), Day(line.Terms.AcknowledgedOn), Day(line.Terms.AcknowledgeBy),
            Day(line.Terms.InformedOn), Day(line.Terms.InformBy),
            line.Outcome?.Text ?? line.ClosedBecause?.Text ?? "", Day(line.ClosedOn), Day(line.DestroyedOn),
        });
        string[] head =
        [
            RetentionTexts.ColumnReference, RetentionTexts.Received, RetentionTexts.Acknowledged, string.Format(RetentionTexts.Before, "").Trim(), RetentionTexts.Informed,
            string.Format(RetentionTexts.Before, "").Trim(), RetentionTexts.Outcome, RetentionTexts.Closed, RetentionTexts.Destroyed,
        ];
        Response.Headers.CacheControl = "no-store";
        return File(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(Csv.Of([head, .. rows]))).ToArray(), "text/csv", "register.csv");
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd") ?? "";
}
