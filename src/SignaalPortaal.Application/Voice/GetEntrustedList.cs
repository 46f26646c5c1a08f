using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Voice;

/// <summary>What reporters gave to the viewer to speak on their behalf, the last one first. Without a word of it: who wants to read opens it, and that its reporter reads.</summary>
public sealed record GetEntrustedList : IRequest<IReadOnlyList<EntrustedItem>>
{
    /// <summary>Of more only the last ones.</summary>
    public const int Most = 200;
}

/// <param name="Until">The last day on which it can be read.</param>
public sealed record EntrustedItem(Guid Id, Spokesperson Spokesperson, SignalKind Kind, Theme Theme, DateOnly From, DateOnly Until);

internal sealed class GetEntrustedListHandler(PortalDb db, Viewer viewer) : IRequestHandler<GetEntrustedList, IReadOnlyList<EntrustedItem>>
{
    public async Task<IReadOnlyList<EntrustedItem>> Handle(GetEntrustedList query, CancellationToken cancellationToken)
    {
        viewer.RequireSpokesperson();
        return await (
            from given in db.Entrusted
            join signal in db.SignalsOfEveryone on given.SignalId equals signal.Id
            orderby given.From descending, given.Id
            select new EntrustedItem(given.Id, given.Spokesperson, signal.Kind, signal.Theme, given.From, given.Until))
            .Take(GetEntrustedList.Most)
            .ToListAsync(cancellationToken);
    }
}
