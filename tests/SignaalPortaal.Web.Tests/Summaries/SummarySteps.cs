using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Publications;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Application.Summaries;
using SignaalPortaal.Domain.Publications;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Summaries;

/// <summary>Sent as the pages send it, but without them.</summary>
public static class SummarySteps
{
    public const string Text = "Brieven over terugbetalen roepen veel vragen op. Een kort voorbeeld helpt.";

    /// <summary>Of three people, all held by Team Noord: two of Rosa first.</summary>
    public static async Task<List<string>> RaisesFive(this Portal portal, string subject = "Brief roept vragen op")
    {
        var references = new List<string>();
        foreach (var (reporter, index) in new[] { portal.Cast.Reporter, portal.Cast.Reporter, portal.Cast.Colleague, portal.Cast.ColleagueInTheSouth, portal.Cast.ColleagueInTheSouth }
            .Select((reporter, index) => (reporter, index)))
        {
            references.Add((await portal.Send(
                new SubmitSignal
                {
                    Kind = SignalKind.Bottleneck,
                    Theme = Theme.Other,
                    Subject = $"{subject} {index + 1}",
                    OwnWords = "Mensen bellen ons elke dag omdat zij de derde zin van deze brief niet snappen.",
                    ForUnit = portal.Cast.Units["TEAM"],
                },
                reporter)).Reference);
        }

        return references;
    }

    public static Task<Guid> Writes(this Portal portal, IReadOnlyList<string> references, string text = Text) => portal.Send(
        new WriteSummary { Quarter = $"{Quarter.Of(portal.Today)}", Theme = Theme.Other, Chosen = [.. references], SummaryText = text }, portal.Cast.TeamLead);

    public static Task Reviews(this Portal portal, Guid summary, string text = Text) =>
        portal.Send(new ReviewSummary { Summary = summary, ReviewedText = text }, portal.Cast.HumanResources);

    public static Task ReadsAgain(this Portal portal, Guid summary) => portal.Send(new ReviewSummary { Summary = summary }, portal.Cast.ConfidentialAdviser);

    /// <summary>Written, reviewed and read again; the reporters have it.</summary>
    public static async Task<Guid> HasAnApprovedSummary(this Portal portal, IReadOnlyList<string> references, string text = Text)
    {
        var summary = await portal.Writes(references, text);
        await portal.Reviews(summary, text);
        await portal.ReadsAgain(summary);
        await portal.HasFigures();
        return summary;
    }

    /// <summary>Of this quarter, with the theme of the signals alone.</summary>
    public static async Task HasFigures(this Portal portal, params Theme[] together)
    {
        await using var scope = await portal.ScopeOf(portal.Cast.Union);
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (!await db.Publications.AnyAsync())
        {
            string[] leaves = [nameof(Theme.Other), .. together.Select(theme => theme.ToString())];
            var themes = new PublishedTable(PublishedMeasure.Raised, [PublishedDimension.Theme], [new PublishedCell([new PublishedBlock(PublishedDimension.Theme, leaves)], 5)]);
            db.Add(Publication.Of(db.OrganisationId, new PublishedQuarter(Quarter.Of(portal.Today), new PublicationRules(), [], PublishedLeaf.Now, [themes]), Quarter.Of(portal.Today).Next.FirstDay, previousHash: null));
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        }
    }

    public static async Task<bool> IsPublished(this Portal portal, string text) =>
        (await portal.Send(new GetPublishedSummaries(), portal.Cast.Union)).Any(summary => summary.Text == text);
}
