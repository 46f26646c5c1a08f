using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Application.Organisations;

/// <summary>Units of the line and help teams whose name holds a text, by name.</summary>
/// <param name="Search">Empty finds nothing but what the other two ask for.</param>
/// <param name="Chosen">A unit that was chosen before; it stays in the list, in front.</param>
/// <param name="WithHelpTeams">The help teams are always in the list.</param>
public sealed record FindUnits(string? Search, Guid? Chosen, bool WithHelpTeams) : IRequest<IReadOnlyList<UnitView>>
{
    public const int Most = 12;
    public const int SearchMaxLength = 100;
}

internal sealed class FindUnitsHandler(PortalDb db) : IRequestHandler<FindUnits, IReadOnlyList<UnitView>>
{
    public async Task<IReadOnlyList<UnitView>> Handle(FindUnits query, CancellationToken cancellationToken)
    {
        var search = query.Search?.Trim() ?? "";
        if (search.Length == 0 && query.Chosen is null && !query.WithHelpTeams)
        {
            return [];
        }

        var pattern = search.Length == 0 ? "" : $"%{search.Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_")}%";
        return await db.Units
            .Where(unit => unit.ClosedOn == null && !UnitKinds.OutsideTheLine.Contains(unit.Kind) && (EF.Functions.ILike(unit.Name, pattern) || unit.Id == query.Chosen
                || (query.WithHelpTeams && unit.Kind == UnitKind.HelpTeam)))
            .OrderByDescending(unit => unit.Id == query.Chosen).ThenBy(unit => unit.Name)
            .Take(FindUnits.Most)
            .AsViews(db)
            .ToListAsync(cancellationToken);
    }
}
