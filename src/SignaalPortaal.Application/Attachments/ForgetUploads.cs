using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Pipeline;
using SignaalPortaal.Domain.Deadlines;

namespace SignaalPortaal.Application.Attachments;

/// <summary>Throws away the files of forms that were not sent, a day later.</summary>
internal sealed record ForgetUploads : IRequest, IBeginTransactions;

internal sealed class ForgetUploadsHandler(PortalDb db, Chores chores, Now now) : AsyncRequestHandler<ForgetUploads>
{
    protected override async Task Handle(ForgetUploads command, CancellationToken cancellationToken)
    {
        // Whoever began just before midnight has the day after it.
        var yesterday = now.Today.AddDays(-1);
        await chores.InEach(
            nameof(ForgetUploads),
            await db.OrganisationIds(cancellationToken),
            organisation => db.InOrganisation(
                organisation,
                () => db.Database.ExecuteSqlAsync($"delete from pending_attachments where uploaded_on < {yesterday}", cancellationToken),
                cancellationToken),
            cancellationToken);
    }
}
