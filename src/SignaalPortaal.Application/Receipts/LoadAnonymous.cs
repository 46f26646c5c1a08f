using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Pipeline;
using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Application.Receipts;

/// <summary>Makes whoever came in without signing in the viewer of this scope: nobody that is known, in one organisation.</summary>
/// <param name="Address">Of the organisation, as in the address of the page.</param>
/// <param name="ReceiptOf">The signal of which this visitor has shown the code; null for who raises one.</param>
public sealed record LoadAnonymous(string Address, Guid? ReceiptOf) : IRequest<AnonymousVisit?>, IBeginTransactions;

/// <summary>What the pages without signing in show of where one is.</summary>
/// <param name="HasReceipt">The code that this visitor has shown is still good: it is not when it was used up meanwhile.</param>
public sealed record AnonymousVisit(Guid OrganisationId, string OrganisationName, bool ShowsAtOnce, bool HasReceipt);

internal sealed class LoadAnonymousHandler(PortalDb db, CurrentViewer current, Protection.DisclosureSettings settings) : IRequestHandler<LoadAnonymous, AnonymousVisit?>
{
    public async Task<AnonymousVisit?> Handle(LoadAnonymous query, CancellationToken cancellationToken)
    {
        var organisation = await db.Set<Organisation>().AsNoTracking().SingleOrDefaultAsync(organisation => organisation.Address == query.Address, cancellationToken);
        if (organisation is null)
        {
            return null;
        }

        await using var transaction = await db.BeginFor(organisation.Id, cancellationToken);
        var hasReceipt = query.ReceiptOf is not null
            && await db.Set<Receipt>().AnyAsync(receipt => receipt.SignalId == query.ReceiptOf, cancellationToken);
        current.Viewer = current.Viewer with { ReceiptOf = hasReceipt ? query.ReceiptOf : null };
        current.SetTime(organisation, await db.LoadCalendar(cancellationToken));
        return new AnonymousVisit(organisation.Id, organisation.Name, settings.ShowsAtOnce, hasReceipt);
    }
}

/// <summary>The organisations whose people can raise a signal without signing in, by name.</summary>
public sealed record GetAnonymousAddresses : IRequest<IReadOnlyList<AnonymousAddress>>;

public sealed record AnonymousAddress(string Address, string Name);

internal sealed class GetAnonymousAddressesHandler(PortalDb db) : IRequestHandler<GetAnonymousAddresses, IReadOnlyList<AnonymousAddress>>
{
    public async Task<IReadOnlyList<AnonymousAddress>> Handle(GetAnonymousAddresses query, CancellationToken cancellationToken) =>
        await db.Set<Organisation>().OrderBy(organisation => organisation.Name)
            .Select(organisation => new AnonymousAddress(organisation.Address, organisation.Name)).ToListAsync(cancellationToken);
}
