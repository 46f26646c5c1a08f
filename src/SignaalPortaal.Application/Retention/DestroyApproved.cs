using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Pipeline;
using SignaalPortaal.Domain.Deadlines;

namespace SignaalPortaal.Application.Retention;

/// <summary>Destroys what stands on approved lists, of every organisation. What was interrupted goes on the next time, on any node.</summary>
internal sealed record DestroyApproved : IRequest, IBeginTransactions;

internal sealed partial class DestroyApprovedHandler(PortalDb db, Chores chores, IServiceScopeFactory scopes, ILogger<DestroyApprovedHandler> logger)
    : AsyncRequestHandler<DestroyApproved>
{
    protected override async Task Handle(DestroyApproved command, CancellationToken cancellationToken) => await chores.InEach(
        nameof(DestroyApproved),
        await db.Database.SqlQuery<Guid>($"select organisations_with_destruction()").ToListAsync(cancellationToken),
        organisation => Destroy(organisation, cancellationToken),
        cancellationToken);

    private async Task Destroy(Guid organisation, CancellationToken cancellationToken)
    {
        var failed = new List<Guid>();
        while (await scopes.SendAlone(new DestroyNext(organisation, failed), cancellationToken) is { SignalId: { } signalId } done)
        {
            if (done.Problem is { } problem)
            {
                failed.Add(signalId);
                LogFailed(problem);
            }

            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Destroying a signal failed; it is tried again next round")]
    private partial void LogFailed(Exception exception);
}

/// <summary>The next signal that waits, in one transaction with its event: it is destroyed with its whole trace, or not at all.</summary>
/// <param name="Except">Those that failed before.</param>
internal sealed record DestroyNext(Guid OrganisationId, IReadOnlyCollection<Guid> Except) : IRequest<Destroyed>, IBeginTransactions;

/// <param name="SignalId">Null when nothing waits that another node does not have at hand.</param>
internal sealed record Destroyed(Guid? SignalId, Exception? Problem = null);

internal sealed class DestroyNextHandler(PortalDb db, CurrentViewer current, TimeProvider clock) : IRequestHandler<DestroyNext, Destroyed>
{
    public async Task<Destroyed> Handle(DestroyNext command, CancellationToken cancellationToken)
    {
        await using var transaction = await db.BeginFor(command.OrganisationId, cancellationToken);
        var item = await db.Set<DestructionItem>().FromSql($"""
            select i.* from destruction_items i
            join destruction_lists l on l.organisation_id = i.organisation_id and l.id = i.list_id
            where i.organisation_id = {command.OrganisationId} and l.state = 'Approved' and i.state = 'Waiting' and i.signal_id <> all({command.Except.ToArray()})
            limit 1
            for update of i skip locked
            """).SingleOrDefaultAsync(cancellationToken);
        var now = current.Now(clock.GetUtcNow());
        if (item is null)
        {
            await Finish(now.Today, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return new Destroyed(null);
        }

        try
        {
            item.State = await Destroy(item, now, cancellationToken) ? DestructionItemState.Destroyed : DestructionItemState.Spared;
            item.DoneOn = now.Today;
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return new Destroyed(item.SignalId);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            return new Destroyed(item.SignalId, problem);
        }
    }

    /// <summary>Whether it could go: since the list was made somebody may have put it on hold, or it came back by itself.</summary>
    private async Task<bool> Destroy(DestructionItem item, Now now, CancellationToken cancellationToken)
    {
        var signal = await db.SignalsOfEveryone.SingleAsync(signal => signal.Id == item.SignalId, cancellationToken);
        await db.LoadAllButWords([signal], cancellationToken);
        if (signal.IsOpen || signal.IsHeldForLaw || signal.ErasedOn is not null)
        {
            return false;
        }

        signal.Erase(item.Ground, item.ListId, now);
        await db.SaveChangesAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"select destroy_signal({item.OrganisationId}, {item.SignalId})", cancellationToken);
        return true;
    }

    private Task<int> Finish(DateOnly today, CancellationToken cancellationToken) => db.Set<DestructionList>()
        .Where(list => list.State == DestructionState.Approved && list.FinishedOn == null && list.Items.All(item => item.State != DestructionItemState.Waiting))
        .ExecuteUpdateAsync(list => list.SetProperty(one => one.FinishedOn, today), cancellationToken);
}
