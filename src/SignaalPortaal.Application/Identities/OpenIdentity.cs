using MediatR;
using Microsoft.Extensions.DependencyInjection;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Organisations;
using SignaalPortaal.Application.Pipeline;
using SignaalPortaal.Application.Protection;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Identities;

/// <summary>
/// Fetches a name, once the request for it is open. What comes back opens with the passphrase of the viewer, in the viewer's browser; null when the same form
/// was sent before.
/// </summary>
/// <param name="Seen">The version of the signal that the page showed: an answer of the reporter that came since is read first.</param>
public sealed record OpenIdentity(string Reference, Guid Seen, Guid FormKey) : IRequest<SealedName?>, IBeginTransactions;

/// <param name="Identity">Who raised the signal, sealed.</param>
/// <param name="About">What the identity belongs to; it opens only with the same.</param>
/// <param name="Key">Opens the identity, wrapped for the viewer.</param>
/// <param name="PrivateKey">Opens the key, sealed with the passphrase.</param>
public sealed record SealedName(byte[] Identity, string About, byte[] Key, byte[] PrivateKey, byte[] Salt, int Iterations);

/// <summary>
/// Reads in a transaction that was there before the event that tells the reporter, and for which alone it was made ready: when it ends, however it ends,
/// nothing more is read without another event.
/// </summary>
internal sealed class OpenIdentityHandler(PortalDb db, Viewer viewer, CurrentViewer current, IServiceScopeFactory scopes) : IRequestHandler<OpenIdentity, SealedName?>
{
    public async Task<SealedName?> Handle(OpenIdentity command, CancellationToken cancellationToken)
    {
        viewer.RequireConfidentialAdviser();
        await using var reading = await db.Database.BeginTransactionAsync(cancellationToken);
        var reader = await db.NumberOfTransaction(cancellationToken);
        var signalId = await NoteThatItIsFetched(command, reader, cancellationToken);
        var opened = await db.ReadName(signalId, viewer.PersonId, cancellationToken);
        await reading.CommitAsync(cancellationToken);
        return opened is null
            ? null
            : new SealedName(opened.Sealed, IdentitySeal.About(viewer.OrganisationId, signalId), opened.Wrapped, opened.SealedPrivateKey, opened.Salt, opened.Iterations);
    }

    private async Task<Guid> NoteThatItIsFetched(OpenIdentity command, string reader, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentViewer>().TakeOver(current);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(
            new FetchIdentity { Reference = command.Reference, Seen = command.Seen, Reader = reader, FormKey = command.FormKey }, cancellationToken);
    }
}

/// <summary>The event, and what it makes ready for another transaction. The outcome is the signal.</summary>
internal sealed record FetchIdentity : IRequest<Guid>, IOnce
{
    public string Reference { get; init; } = "";
    public Guid Seen { get; init; }
    public string Reader { get; init; } = "";
    public Guid FormKey { get; init; }
}

internal sealed class FetchIdentityHandler(PortalDb db, OrganisationTimeline timeline, Viewer viewer, Now now) : IRequestHandler<FetchIdentity, Guid>
{
    public async Task<Guid> Handle(FetchIdentity command, CancellationToken cancellationToken)
    {
        viewer.RequireConfidentialAdviser();
        var signal = await db.FindToAskTheName(command.Reference, viewer.PersonId, cancellationToken);
        if (signal.Version != command.Seen)
        {
            throw new BrokenRuleException(SignalRule.SomebodyElseWasFirst);
        }

        signal.OpenIdentity(by: viewer, now);
        await db.SaveChangesAsync(cancellationToken);

        if (!await db.FetchName(signal.Id, viewer.PersonId, signal.Timeline[^1].Seq, command.Reader, cancellationToken))
        {
            throw new BrokenRuleException(SignalRule.TheNameIsNotOpenYet);
        }

        await timeline.Add(_ => new NameFetched(), actorId: null, now, cancellationToken);
        return signal.Id;
    }
}
