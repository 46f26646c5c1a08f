using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Protection;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Receipts;

/// <summary>
/// The signal to which a code belongs, in the organisation of the viewer; null for one that is not known or is of no use any more, without
/// telling which. A code is good until its signal is destroyed, or its reporter known. The same statement runs for each.
/// </summary>
/// <exception cref="TooManyUnknownCodesException">It is not known, as were too many before it.</exception>
/// <param name="Code">As somebody typed it.</param>
public sealed record FindReceipt(string? Code) : IRequest<FoundReceipt?>;

public sealed record FoundReceipt(Guid SignalId, string Reference);

internal sealed class FindReceiptHandler(PortalDb db, ReceiptHash receipts, ReceiptMisses misses) : IRequestHandler<FindReceipt, FoundReceipt?>
{
    public async Task<FoundReceipt?> Handle(FindReceipt query, CancellationToken cancellationToken)
    {
        var found = ReceiptCode.Parse(query.Code) is { } code ? await Find(code, cancellationToken) : null;
        if (found is null)
        {
            misses.Count();
        }

        return found;
    }

    private async Task<FoundReceipt?> Find(string code, CancellationToken cancellationToken)
    {
        var lookups = receipts.All(db.OrganisationId, code);

        // One row comes back in each case: an answer with a row takes longer than one without.
        return await db.Set<Organisation>()
            .Where(organisation => organisation.Id == db.OrganisationId)
            .Select(_ => (
                from receipt in db.Set<Receipt>()
                join signal in db.SignalsOfEveryone on receipt.SignalId equals signal.Id
                where lookups.Contains(receipt.Lookup)
                select new FoundReceipt(signal.Id, signal.Reference)).SingleOrDefault())
            .SingleAsync(cancellationToken);
    }
}
