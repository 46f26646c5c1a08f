using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Pipeline;

namespace SignaalPortaal.Application.Retention;

/// <summary>
/// Destroys again what an older copy of the database brought back. Any number of times: what is gone stays so. On the command line only, because only the
/// owner of the tables may say that something was destroyed before.
/// </summary>
/// <param name="File">See <see cref="DestructionFile"/>.</param>
public sealed record EraseAgain(string File) : IRequest<ErasedAgain>, IBeginTransactions;

/// <param name="Before">Gone already.</param>
/// <param name="Unknown">Not in this database: raised after the copy was made.</param>
/// <param name="Held">For the law, when the copy was made: people decide on them.</param>
/// <param name="Left">Of which something is there still, those that are held included.</param>
public sealed record ErasedAgain(int Erased, int Before, int Unknown, int Held, int Left)
{
    public override string ToString() => $"{Erased} erased again, {Before} were gone already, {Unknown} are not in this database, {Held} are held for the law; of {Left} there is something left.";
}

internal sealed class EraseAgainHandler(Migrator owner, Chores chores, IServiceScopeFactory scopes) : IRequestHandler<EraseAgain, ErasedAgain>
{
    public async Task<ErasedAgain> Handle(EraseAgain command, CancellationToken cancellationToken)
    {
        var file = DestructionFile.Read(command.File);
        var counts = Enum.GetValues<ErasureAgain>().ToDictionary(outcome => outcome, _ => 0);
        var left = 0;
        foreach (var organisation in file.ToLookup(signal => signal.Organisation))
        {
            await owner.NoteErasedBefore(organisation.Key, [.. organisation], cancellationToken);
            foreach (var signal in organisation)
            {
                await chores.Try(
                    nameof(EraseAgain),
                    async () => counts[await scopes.SendAlone(new EraseSignalAgain(organisation.Key, signal), cancellationToken)]++,
                    cancellationToken);
            }

            left += await owner.CountNotErased(organisation.Key, [.. organisation.Select(signal => signal.Signal)], cancellationToken);
        }

        return new ErasedAgain(counts[ErasureAgain.Done], counts[ErasureAgain.Before], counts[ErasureAgain.Unknown], counts[ErasureAgain.Held], left);
    }
}

internal enum ErasureAgain
{
    Done,
    Before,
    Unknown,
    Held,
}

/// <summary>In one transaction with its event, like the first time.</summary>
internal sealed record EraseSignalAgain(Guid OrganisationId, DestroyedSignal Signal) : IRequest<ErasureAgain>, IBeginTransactions;

internal sealed class EraseSignalAgainHandler(PortalDb db, CurrentViewer current, TimeProvider clock) : IRequestHandler<EraseSignalAgain, ErasureAgain>
{
    public async Task<ErasureAgain> Handle(EraseSignalAgain command, CancellationToken cancellationToken)
    {
        await using var transaction = await db.BeginFor(command.OrganisationId, cancellationToken);
        var gone = command.Signal;
        if (await db.SignalsOfEveryone.SingleOrDefaultAsync(signal => signal.Id == gone.Signal, cancellationToken) is not { } signal)
        {
            return ErasureAgain.Unknown;
        }

        if (signal.ErasedOn is not null || signal.IsHeldForLaw)
        {
            return signal.ErasedOn is not null ? ErasureAgain.Before : ErasureAgain.Held;
        }

        await db.LoadAllButWords([signal], cancellationToken);
        signal.EraseAgain(gone.Ground, gone.List, gone.ClosedBecause, current.Now(clock.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"select destroy_signal({command.OrganisationId}, {gone.Signal})", cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return ErasureAgain.Done;
    }
}
