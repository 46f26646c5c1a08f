using Microsoft.Extensions.DependencyInjection;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Insight;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Insight;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Insight;

internal static class InsightSteps
{
    public const string Page = "/directie/inzicht";

    /// <summary>The counts of this moment, before anything is rounded or kept for the hour.</summary>
    public static async Task<List<InsightCell>> CellsOf(this Portal portal, Guid viewer, Guid part)
    {
        await using var scope = await portal.ScopeOf(viewer);
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        return await db.InsightCells(part, viewer, 5, portal.Today, CancellationToken.None);
    }

    public static async Task<IReadOnlyDictionary<HeadlineFigure, double?>> HeadlinesOf(this Portal portal, Guid viewer, Guid part) =>
        (await portal.CellsOf(viewer, part)).Headlines(portal.Today);

    public static Task Refuses(this Portal portal, Guid manager, string reference, NotAdoptedReason reason = NotAdoptedReason.Money) =>
        portal.Does(manager, reference, new AnswerSignal
        {
            Outcome = Outcome.NotAdopted,
            Explanation = "Dit doen we niet.",
            NotAdoptedReason = reason,
            Fact = "Het budget is op.",
            WhatWouldChange = "Een nieuw budget.",
        });

    public static Task Promises(this Portal portal, Guid manager, string reference, DateOnly by) =>
        portal.Does(manager, reference, new AnswerSignal
        {
            Outcome = Outcome.Adopted,
            Explanation = "Dit gaan we doen.",
            Promises = [new PromiseRow { What = "Een nieuwe brief.", Who = "Team Brieven", By = by }],
        });

    public static async Task DaysPass(this Portal portal, int days)
    {
        for (var day = 0; day < days; day++)
        {
            portal.Clock.AdvanceDays(1);
            await portal.LetTimePass();
        }
    }
}
