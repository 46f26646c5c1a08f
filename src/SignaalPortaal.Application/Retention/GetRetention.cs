using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Administration;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Pipeline;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Retention;

/// <summary>How long signals are kept. For the administrator.</summary>
public sealed record GetRetention : IRequest<IReadOnlyList<RetentionView>>;

/// <param name="ProposedBy">Null when nobody wants another term.</param>
/// <param name="CanConfirm">Somebody else proposed it.</param>
public sealed record RetentionView(
    RetentionKind Kind, int Months, string? ConfirmedBy, DateOnly? ConfirmedOn, int? ProposedMonths, string? ProposedBy, DateOnly? ProposedOn, bool CanConfirm);

/// <summary>
/// An administrator wants another term. Longer keeps more of people than was promised; shorter takes away what cannot be brought back: either needs a
/// second administrator.
/// </summary>
public sealed record ProposeRetention : IRequest, IOnce
{
    public RetentionKind? KeptKind { get; init; }
    public int? Months { get; init; }
    public Guid FormKey { get; init; }
}

/// <summary>Another administrator agrees with what was proposed.</summary>
/// <param name="Months">What the page showed: what was proposed meanwhile is not agreed with.</param>
public sealed record ConfirmRetention(RetentionKind Kind, int Months) : IRequest;

internal sealed class ProposeRetentionValidator : AbstractValidator<ProposeRetention>
{
    public ProposeRetentionValidator()
    {
        RuleFor(term => term.KeptKind).NotNull().IsInEnum();
        RuleFor(term => term.Months).NotEmpty();
        foreach (var kind in Enum.GetValues<RetentionKind>())
        {
            RuleFor(term => term.Months).InclusiveBetween(kind.FewestMonths, kind.MostMonths).When(term => term.KeptKind == kind);
        }
    }
}

internal sealed class GetRetentionHandler(PortalDb db, Viewer viewer) : IRequestHandler<GetRetention, IReadOnlyList<RetentionView>>
{
    public async Task<IReadOnlyList<RetentionView>> Handle(GetRetention query, CancellationToken cancellationToken)
    {
        viewer.RequireAdministrator();
        var terms = await db.Set<RetentionTerm>().ToDictionaryAsync(term => term.Kind, cancellationToken);
        var people = terms.Values.SelectMany(term => new[] { term.ConfirmedById, term.ProposedById }).OfType<Guid>().ToArray();
        var names = await db.People.Where(person => people.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancellationToken);
        return [.. Enum.GetValues<RetentionKind>().Select(kind =>
        {
            var term = terms.GetValueOrDefault(kind);
            return new RetentionView(
                kind, term?.Months ?? kind.DefaultMonths, Name(term?.ConfirmedById), term?.ConfirmedOn, term?.ProposedMonths, Name(term?.ProposedById),
                term?.ProposedOn, CanConfirm: term?.ProposedById is { } proposer && proposer != viewer.PersonId);
        })];

        string? Name(Guid? person) => person is { } id ? names[id] : null;
    }
}

internal sealed class ProposeRetentionHandler(PortalDb db, Viewer viewer, Now now) : AsyncRequestHandler<ProposeRetention>
{
    protected override async Task Handle(ProposeRetention command, CancellationToken cancellationToken)
    {
        viewer.RequireAdministrator();
        var kind = command.KeptKind!.Value;
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into retention_terms (organisation_id, kind, months, proposed_months, proposed_by_id, proposed_on)
            values ({viewer.OrganisationId}, {kind.ToString()}, {kind.DefaultMonths}, {command.Months}, {viewer.PersonId}, {now.Today})
            on conflict (organisation_id, kind) do update
            set proposed_months = excluded.proposed_months, proposed_by_id = excluded.proposed_by_id, proposed_on = excluded.proposed_on
            """,
            cancellationToken);
    }
}

internal sealed class ConfirmRetentionHandler(PortalDb db, Viewer viewer, Now now) : AsyncRequestHandler<ConfirmRetention>
{
    protected override async Task Handle(ConfirmRetention command, CancellationToken cancellationToken)
    {
        viewer.RequireAdministrator();
        var confirmed = await db.Set<RetentionTerm>()
            .Where(term => term.Kind == command.Kind && term.ProposedMonths == command.Months && term.ProposedById != viewer.PersonId)
            .ExecuteUpdateAsync(
                term => term
                    .SetProperty(one => one.Months, command.Months)
                    .SetProperty(one => one.ConfirmedById, viewer.PersonId)
                    .SetProperty(one => one.ConfirmedOn, now.Today)
                    .SetProperty(one => one.ProposedMonths, (int?)null)
                    .SetProperty(one => one.ProposedById, (Guid?)null)
                    .SetProperty(one => one.ProposedOn, (DateOnly?)null),
                cancellationToken);
        if (confirmed == 0)
        {
            throw new SignalNotFoundException();
        }
    }
}
