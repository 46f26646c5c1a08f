using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Domain.Deadlines;

namespace SignaalPortaal.Application.Pipeline;

/// <summary>Forgets which forms were handled when nobody can send them again: their tokens are long expired.</summary>
internal sealed record ForgetHandledForms : IRequest, IBeginTransactions
{
    public const int AfterDays = 30;
}

internal sealed class ForgetHandledFormsHandler(PortalDb db, Chores chores, Now now) : AsyncRequestHandler<ForgetHandledForms>
{
    protected override async Task Handle(ForgetHandledForms command, CancellationToken cancellationToken)
    {
        var last = now.Today.AddDays(-ForgetHandledForms.AfterDays);
        await chores.InEach(
            nameof(ForgetHandledForms),
            await db.OrganisationIds(cancellationToken),
            organisation => db.InOrganisation(
                organisation,
                () => db.Database.ExecuteSqlAsync(
                    $"delete from handled_forms where organisation_id = {db.OrganisationId} and handled_on < {last}", cancellationToken),
                cancellationToken),
            cancellationToken);
    }
}
