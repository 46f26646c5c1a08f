using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Search;

namespace SignaalPortaal.Application.Organisations;

/// <summary>Units of the line and help teams whose name holds each of these words, by name.</summary>
/// <param name="Search">Empty finds nothing but what the other two ask for.</param>
/// <param name="Chosen">A unit that was chosen before; it stays in the list, in front.</param>
/// <param name="WithHelpTeams">The help teams are always in the list.</param>
public sealed record FindUnits(string? Search, Guid? Chosen, bool WithHelpTeams) : IRequest<Found<UnitView>>
{
    public const int Most = 12;
}

internal sealed class FindUnitsHandler(PortalDb db) : IRequestHandler<FindUnits, Found<UnitView>>
{
    public async Task<Found<UnitView>> Handle(FindUnits query, CancellationToken cancellationToken)
    {
        var words = SearchText.Words(query.Search);
        if (words.Length == 0 && query.Chosen is null && !query.WithHelpTeams)
        {
            return Found<UnitView>.None;
        }

        var named = PortalDb.Named(db.Units, words);
        var found = await db.Units
            .Where(unit => unit.ClosedOn == null && !UnitKinds.OutsideTheLine.Contains(unit.Kind) && (named.Any(one => one.Id == unit.Id) || unit.Id == query.Chosen
                || (query.WithHelpTeams && unit.Kind == UnitKind.HelpTeam)))
            .OrderByDescending(unit => unit.Id == query.Chosen).ThenBy(unit => unit.Name)
            .Take(FindUnits.Most + 1)
            .AsViews(db)
            .ToListAsync(cancellationToken);
        return Found<UnitView>.Of(found, FindUnits.Most);
    }
}
