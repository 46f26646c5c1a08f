using System.Text;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SignaalPortaal.Application.Publications;
using SignaalPortaal.Domain.Publications;
using SignaalPortaal.Web.Display;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Pages.Publications;

/// <summary>All tables of a publication for a spreadsheet: a row for each number.</summary>
public sealed class CsvFileModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Quarter { get; set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Quarters.Parse(Quarter) is not { } quarter)
        {
            return NotFound();
        }

        var published = (await mediator.Send(new GetPublicationFile(quarter), cancellationToken)).Published;
        string[] head =
        [
            PublicationTexts.FileQuarter, PublicationTexts.FileMeasure, PublicationTexts.FileBy, PublicationTexts.FileBlock, PublicationTexts.FileBySecond,
            PublicationTexts.FileBlockSecond, PublicationTexts.ColumnCount,
        ];
        Response.Headers.CacheControl = "no-store";
        return File(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(Csv.Of([head, .. Rows(published)]))).ToArray(), "text/csv", $"cijfers-{quarter}.csv");
    }

    private static IEnumerable<string[]> Rows(PublishedQuarter published)
    {
        var units = Figure.UnitsOf(published);
        return from table in published.Tables
               from cell in table.Cells
               select new[]
               {
                $"{published.Quarter}", PublicationTexts.ResourceManager.GetString($"Measure_{table.Measure}")!,
                Dimension(table, 0), Block(cell, 0), Dimension(table, 1), Block(cell, 1), $"{cell.Count}",
            };

        static string Dimension(PublishedTable table, int place) =>
            place < table.Dimensions.Count ? PublicationTexts.ResourceManager.GetString($"Dimension_{table.Dimensions[place]}")! : "";

        string Block(PublishedCell cell, int place) => place < cell.At.Count ? string.Join(", ", PublicationWords.Leaves(cell.At[place], units)) : "";
    }
}
