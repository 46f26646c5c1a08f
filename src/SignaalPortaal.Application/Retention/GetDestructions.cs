using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Retention;

/// <summary>
/// What would go today, what waits for a decision and what was destroyed. For the administrator, who proposes, and the confidential adviser, who
/// decides. It shows no words and no names of reporters; which signals it are only to the adviser: an administrator gets counts.
/// </summary>
public sealed record GetDestructions : IRequest<DestructionsView>
{
    /// <summary>More do not go on one list.</summary>
    public const int MostOnAList = 500;

    /// <summary>Older lists stay as proof, and are not on the page.</summary>
    public const int MostLists = 20;
}

/// <param name="Due">What goes on the next list.</param>
/// <param name="DueUnseen">How many go on it, where it is not for the viewer to see which.</param>
/// <param name="Held">Due as well, but held for the law.</param>
/// <param name="HeldUnseen">As <paramref name="DueUnseen"/>.</param>
/// <param name="Lists">The newest first.</param>
public sealed record DestructionsView(
    IReadOnlyList<DueView> Due, int DueUnseen, IReadOnlyList<DueView> Held, int HeldUnseen, IReadOnlyList<ListView> Lists, bool CanPropose, bool CanHold);

/// <param name="DueOn">Of a request: the last day for a decision.</param>
public sealed record DueView(string Reference, SignalKind Kind, DateOnly ClosedOn, ErasureGround Ground, DateOnly DueOn);

/// <param name="Unseen">How many are on it, where it is not for the viewer to see which.</param>
/// <param name="DecidedBy">Null until somebody has decided.</param>
public sealed record ListView(
    Guid Id, DestructionState State, string ProposedBy, DateOnly ProposedOn, string? DecidedBy, DateOnly? DecidedOn, DateOnly? FinishedOn,
    IReadOnlyList<ListItemView> Items, int Unseen, int Destroyed, int Spared, bool CanDecide);

public sealed record ListItemView(string Reference, SignalKind Kind, DateOnly ClosedOn, ErasureGround Ground, DestructionItemState State, DateOnly? DoneOn);

internal sealed class GetDestructionsHandler(PortalDb db, Viewer viewer, Now now) : IRequestHandler<GetDestructions, DestructionsView>
{
    public async Task<DestructionsView> Handle(GetDestructions query, CancellationToken cancellationToken)
    {
        viewer.RequireAPartInDestruction();
        var seesWhich = viewer.Roles.HasFlag(Roles.ConfidentialAdviser);

        // Whom a signal is about does not learn here either that it exists.
        var notForViewer = await db.Set<SignalConflict>().Where(conflict => conflict.PersonId == viewer.PersonId)
            .Select(conflict => conflict.SignalId).ToListAsync(cancellationToken);
        var due = (await db.DueForDestruction(now.Today, GetDestructions.MostOnAList, cancellationToken))
            .Where(signal => !notForViewer.Contains(signal.SignalId)).ToLookup(signal => signal.IsHeld);

        var lists = await (
            from list in db.Set<DestructionList>()
            orderby list.ProposedOn descending, list.State == DestructionState.Proposed descending, list.Id
            select new
            {
                List = list,
                ProposedBy = db.People.First(person => person.Id == list.ProposedById).Name,
                DecidedBy = db.People.Where(person => person.Id == list.DecidedById).Select(person => person.Name).FirstOrDefault(),
                Items = (from item in list.Items
                         join signal in db.SignalsOfEveryone on item.SignalId equals signal.Id
                         where !notForViewer.Contains(signal.Id)
                         orderby item.ClosedOn, signal.Reference
                         select new ListItemView(signal.Reference, signal.Kind, item.ClosedOn, item.Ground, item.State, item.DoneOn)).ToList(),
            }).Take(GetDestructions.MostLists).ToListAsync(cancellationToken);

        return new DestructionsView(
            Views(due[false]), CountUnseen(due[false]), Views(due[true]), CountUnseen(due[true]),
            [.. lists.Select(list => new ListView(
                list.List.Id, list.List.State, list.ProposedBy, list.List.ProposedOn, list.DecidedBy, list.List.DecidedOn, list.List.FinishedOn,
                seesWhich ? list.Items : [],
                seesWhich ? 0 : list.Items.Count,
                list.Items.Count(item => item.State is DestructionItemState.Destroyed),
                list.Items.Count(item => item.State is DestructionItemState.Spared),
                CanDecide: seesWhich && list.List.State is DestructionState.Proposed && list.List.ProposedById != viewer.PersonId))],
            CanPropose: viewer.Roles.HasFlag(Roles.Administrator) && lists.All(list => list.List.State is not DestructionState.Proposed) && due[false].Any(),
            CanHold: viewer.Roles.HasFlag(Roles.Administrator));

        List<DueView> Views(IEnumerable<DueSignal> signals) => seesWhich
            ? [.. signals.Select(signal => new DueView(signal.Reference, signal.Kind, signal.ClosedOn, signal.Ground, signal.DueOn))]
            : [];

        int CountUnseen(IEnumerable<DueSignal> signals) => seesWhich ? 0 : signals.Count();
    }
}

internal static class DestructionRoles
{
    /// <summary>For anybody else it does not exist.</summary>
    public static void RequireAPartInDestruction(this Viewer viewer) => viewer.RequireOneOf(Roles.Administrator | Roles.ConfidentialAdviser);
}
