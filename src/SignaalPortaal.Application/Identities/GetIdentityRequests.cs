using MediatR;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Identities;

/// <summary>The requests for a name that wait for something, for the advisers: the one who asked, and the others of whom one can agree.</summary>
public sealed record GetIdentityRequests : IRequest<IReadOnlyList<IdentityRequestView>>;

/// <summary>One of them, to read and decide on.</summary>
/// <param name="Reference">As in the address.</param>
public sealed record GetIdentityRequest(string Reference) : IRequest<IdentityRequestView>;

/// <param name="Seen">The version of the signal.</param>
/// <param name="IsMine">The viewer asked.</param>
public sealed record IdentityRequestView(string Reference, Guid Seen, IdentityRequest Request, bool IsMine)
{
    public bool CanDecide => !IsMine && Request is { IsPending: true, AgreedOn: null };

    public bool CanFetch => IsMine && Request.State is IdentityRequestState.Open;
}

internal sealed class GetIdentityRequestsHandler(PortalDb db, Viewer viewer, Now now) : IRequestHandler<GetIdentityRequests, IReadOnlyList<IdentityRequestView>>
{
    public async Task<IReadOnlyList<IdentityRequestView>> Handle(GetIdentityRequests query, CancellationToken cancellationToken)
    {
        viewer.RequireConfidentialAdviser();
        var signals = await db.WithANameAskedFor(now.Today.AddDays(-IdentityRequest.DaysGood), viewer.PersonId, cancellationToken);
        return [.. signals
            .Select(signal => (Signal: signal, Request: signal.IdentityRequest(now.Today)))
            .Where(one => one.Request is { IsPending: true })
            .OrderBy(one => one.Request!.AskedOn).ThenBy(one => one.Signal.Reference, StringComparer.Ordinal)
            .Select(one => new IdentityRequestView(one.Signal.Reference, one.Signal.Version, one.Request!, one.Request!.AskedById == viewer.PersonId))];
    }
}

internal sealed class GetIdentityRequestHandler(PortalDb db, Viewer viewer, Now now) : IRequestHandler<GetIdentityRequest, IdentityRequestView>
{
    public async Task<IdentityRequestView> Handle(GetIdentityRequest query, CancellationToken cancellationToken)
    {
        viewer.RequireConfidentialAdviser();
        var signal = await db.FindToAskTheName(query.Reference, viewer.PersonId, cancellationToken);
        if (signal.Timeline.All(entry => entry.Kind != nameof(IdentityRequested)))
        {
            throw new SignalNotFoundException();
        }

        await db.LoadWordsAboutTheName(signal, cancellationToken);
        var request = signal.IdentityRequest(now.Today)!;
        return new IdentityRequestView(signal.Reference, signal.Version, request, request.AskedById == viewer.PersonId);
    }
}
