using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Pipeline;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Publications;

namespace SignaalPortaal.Application.Publications;

/// <summary>Publishes, for each organisation, the quarters that are over and that it did not publish yet, the oldest first.</summary>
/// <param name="AtOnce">Also in the first hours after a quarter. Only for a demonstration.</param>
internal sealed record MakePublications(bool AtOnce = false) : IRequest, IBeginTransactions;

internal sealed partial class MakePublicationsHandler(PortalDb db, Now now, IServiceScopeFactory scopes, ILogger<MakePublicationsHandler> logger)
    : AsyncRequestHandler<MakePublications>
{
    /// <summary>When what happened on the last day has been told and anchored.</summary>
    private static readonly TimeOnly First = new(3, 0);

    protected override async Task Handle(MakePublications command, CancellationToken cancellationToken)
    {
        var today = now.Today;
        if (!command.AtOnce && now.At < DutchTime.At(today, First))
        {
            return;
        }

        var quarter = Quarter.Of(today).Previous;
        var organisations = await db.Database
            .SqlQuery<Guid>($"""select organisation as "Value" from organisations_without_a_publication({quarter.FirstDay}, {today}) as organisation""")
            .ToListAsync(cancellationToken);
        foreach (var organisation in organisations)
        {
            try
            {
                while (await Make(new MakePublication(organisation, today), cancellationToken) is { } made)
                {
                    if (made.Findings > 0)
                    {
                        LogRefused(made.Findings);
                    }
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogFailed(exception);
            }
        }
    }

    private async Task<MadePublication?> Make(MakePublication command, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(command, cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A publication was refused: its own check found {Findings} ways to learn too much. Nothing of it was published")]
    private partial void LogRefused(int findings);

    [LoggerMessage(Level = LogLevel.Error, Message = "Making the publication of an organisation failed; it is tried again next round")]
    private partial void LogFailed(Exception exception);
}

/// <summary>
/// Publishes the next quarter of an organisation, or notes that it was refused. Any number of nodes can ask for it at the same moment: one does it, the
/// others get nothing.
/// </summary>
internal sealed record MakePublication(Guid OrganisationId, DateOnly Today) : IRequest<MadePublication?>, IBeginTransactions;

/// <param name="Findings">Of the portal's own check; 0 when it was published.</param>
internal sealed record MadePublication(Quarter Quarter, int Findings);

internal sealed class MakePublicationHandler(PortalDb db) : IRequestHandler<MakePublication, MadePublication?>
{
    /// <summary>Longer than the portal waits for anything on a page: it reads all signals of an organisation.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public async Task<MadePublication?> Handle(MakePublication command, CancellationToken cancellationToken)
    {
        db.Database.SetCommandTimeout(Patience);
        await using var transaction = await db.BeginFor(command.OrganisationId, cancellationToken);

        // Only saves the others the work: what is published twice the database refuses.
        if (!await db.Database.SqlQuery<bool>($"""select pg_try_advisory_xact_lock(hashtextextended({$"publications {command.OrganisationId}"}, 0)) as "Value" """).SingleAsync(cancellationToken)
            || await NextQuarter(command.Today, cancellationToken) is not { } quarter)
        {
            return null;
        }

        var kept = await db.Publications.AsNoTracking().OrderBy(publication => publication.Quarter).ToListAsync(cancellationToken);
        var earlier = kept.ConvertAll(publication => publication.Published);
        var rules = await db.PublicationRules(cancellationToken);
        var (facts, counted) = await new QuarterReader(db).Read(quarter, rules, cancellationToken);
        var published = QuarterMaker.Make(facts with { Earlier = earlier });
        var findings = FeasibleIntervals.Findings([.. earlier, published], facts).Count;
        if (findings > 0)
        {
            db.Add(new PublicationRefusal { OrganisationId = command.OrganisationId, Quarter = quarter.FirstDay, RefusedOn = command.Today });
            await db.SaveChangesAsync(cancellationToken);
        }
        else
        {
            db.Add(Publication.Of(command.OrganisationId, published, madeOn: command.Today, previousHash: kept.LastOrDefault()?.Hash));
            await db.SaveChangesAsync(cancellationToken);
            await db.NoteCounted(quarter, counted, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return new MadePublication(quarter, findings);
    }

    /// <summary>
    /// The first quarter that is over and not published. One that was refused is tried again each day, until the next one is over: then that one counts
    /// what was in it. Null when there is none.
    /// </summary>
    private async Task<Quarter?> NextQuarter(DateOnly today, CancellationToken cancellationToken)
    {
        var last = await db.Publications.MaxAsync(publication => (DateOnly?)publication.Quarter, cancellationToken);
        var first = last is null
            ? await db.SignalsOfEveryone.Where(signal => signal.HiddenUntil == null).MinAsync(signal => (DateOnly?)signal.RaisedOn, cancellationToken)
            : null;
        var refusals = await db.Set<PublicationRefusal>().AsNoTracking().ToListAsync(cancellationToken);
        var lastOver = Quarter.Of(today).Previous;
        for (var next = last is { } day ? Quarter.Of(day).Next : first is { } raised ? Quarter.Of(raised) : lastOver.Next; next.FirstDay <= lastOver.FirstDay; next = next.Next)
        {
            var refusedOn = refusals.Where(refusal => refusal.Quarter == next.FirstDay).Select(refusal => refusal.RefusedOn).ToList();
            if (refusedOn.Count == 0 || (next == lastOver && !refusedOn.Contains(today)))
            {
                return next;
            }
        }

        return null;
    }
}
