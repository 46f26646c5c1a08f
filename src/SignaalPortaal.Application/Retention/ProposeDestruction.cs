using MediatR;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SignaalPortaal.Application.Administration;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Identities;
using SignaalPortaal.Application.Pipeline;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Retention;

/// <summary>An administrator puts all that is due today on a list. Nothing goes yet.</summary>
public sealed record ProposeDestruction : IRequest, IOnce
{
    public Guid FormKey { get; init; }
}

internal sealed class ProposeDestructionHandler(PortalDb db, Viewer viewer, Now now) : AsyncRequestHandler<ProposeDestruction>
{
    protected override async Task Handle(ProposeDestruction command, CancellationToken cancellationToken)
    {
        viewer.RequireAdministrator();
        var due = (await db.DueForDestruction(now.Today, GetDestructions.MostOnAList, cancellationToken)).Where(signal => !signal.IsHeld).ToList();
        if (due.Count == 0)
        {
            return;
        }

        var list = new DestructionList { OrganisationId = viewer.OrganisationId, Id = Guid.NewGuid(), ProposedById = viewer.PersonId, ProposedOn = now.Today };
        list.Items.AddRange(due.Select(signal => new DestructionItem
        {
            OrganisationId = viewer.OrganisationId,
            ListId = list.Id,
            SignalId = signal.SignalId,
            Ground = signal.Ground,
            ClosedOn = signal.ClosedOn,
        }));
        db.Add(list);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException { ConstraintName: "one_list_at_a_time" })
        {
            throw new BrokenRuleException(SignalRule.SomebodyElseWasFirst);
        }
    }
}

/// <summary>
/// A confidential adviser lets a list go, or not. Not the administrator, who is of IT; nor anyone of the line or of HR, about whose decisions the
/// signals are. The adviser is independent by law, and may see the references of the desk, which are on the list too.
/// </summary>
public sealed record DecideDestruction : IRequest, IOnce
{
    public Guid List { get; init; }
    public bool Approve { get; init; }
    public Guid FormKey { get; init; }
}

internal sealed class DecideDestructionHandler(PortalDb db, Viewer viewer, Now now) : AsyncRequestHandler<DecideDestruction>
{
    protected override async Task Handle(DecideDestruction command, CancellationToken cancellationToken)
    {
        viewer.RequireConfidentialAdviser();
        var decided = await db.Set<DestructionList>()
            .Where(list => list.Id == command.List && list.State == DestructionState.Proposed && list.ProposedById != viewer.PersonId)
            .ExecuteUpdateAsync(
                list => list
                    .SetProperty(one => one.State, command.Approve ? DestructionState.Approved : DestructionState.Refused)
                    .SetProperty(one => one.DecidedById, viewer.PersonId)
                    .SetProperty(one => one.DecidedOn, now.Today),
                cancellationToken);
        if (decided == 0)
        {
            throw new SignalNotFoundException();
        }
    }
}
