using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Administration;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Pipeline;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Publications;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Publications;

/// <summary>How careful the organisation is with counts, and who made it so. For the administrator.</summary>
public sealed record GetPublicationRules : IRequest<PublicationRulesView>;

/// <param name="Refusals">The quarters that were not published because the portal's own check found something, with the last day on which it did.</param>
public sealed record PublicationRulesView(PublicationRules Rules, IReadOnlyList<RuleChangeView> Changes, IReadOnlyList<RefusalView> Refusals);

/// <param name="By">The administrator.</param>
public sealed record RuleChangeView(PublicationRules Rules, DateOnly On, string By);

public sealed record RefusalView(Quarter Quarter, DateOnly On);

/// <summary>Makes it stricter, from the next publication on. What readers of publications see of it: what, when and by whom.</summary>
public sealed record SetPublicationRules : IRequest, IOnce
{
    public int SmallestCount { get; init; }
    public int FewestPeople { get; init; }
    public int FewestReporters { get; init; }

    public Guid FormKey { get; init; }
}

internal sealed class SetPublicationRulesValidator : AbstractValidator<SetPublicationRules>
{
    public SetPublicationRulesValidator()
    {
        var least = new PublicationRules();
        RuleFor(rules => rules.SmallestCount).InclusiveBetween(least.SmallestCount, 100);
        RuleFor(rules => rules.FewestPeople).InclusiveBetween(least.FewestPeople, 1000);
        RuleFor(rules => rules.FewestReporters).InclusiveBetween(least.FewestReporters, 100);
    }
}

internal sealed class GetPublicationRulesHandler(PortalDb db, Viewer viewer) : IRequestHandler<GetPublicationRules, PublicationRulesView>
{
    public async Task<PublicationRulesView> Handle(GetPublicationRules query, CancellationToken cancellationToken)
    {
        viewer.RequireAdministrator();
        var changes = await db.RuleChanges(cancellationToken);
        return new PublicationRulesView(changes is [var last, ..] ? last.Rules : new PublicationRules(), changes, await db.Refusals(cancellationToken));
    }
}

internal sealed class SetPublicationRulesHandler(PortalDb db, Viewer viewer, Now now) : AsyncRequestHandler<SetPublicationRules>
{
    protected override async Task Handle(SetPublicationRules command, CancellationToken cancellationToken)
    {
        viewer.RequireAdministrator();
        var wanted = new PublicationRules(command.SmallestCount, command.FewestPeople, command.FewestReporters);

        // One change at a time: the database waits here, and judges again.
        await db.Database.ExecuteSqlAsync($"select from organisations where id = {viewer.OrganisationId} for no key update", cancellationToken);
        var rules = await db.PublicationRules(cancellationToken);
        if (wanted == rules)
        {
            return;
        }

        if (!wanted.IsAtLeast(rules))
        {
            throw new BrokenRuleException(PublicationRule.RulesOnlyBecomeStricter);
        }

        db.Add(new PublicationRuleChange
        {
            OrganisationId = viewer.OrganisationId,
            SmallestCount = wanted.SmallestCount,
            FewestPeople = wanted.FewestPeople,
            FewestReporters = wanted.FewestReporters,
            SetOn = now.Today,
            SetById = viewer.PersonId,
        });
        await db.SaveChangesAsync(cancellationToken);
    }
}
