using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Publications;

namespace SignaalPortaal.Application.Insight;

/// <summary>Where signals strand in a part of the line, for whoever acts for the unit at its top.</summary>
/// <param name="Unit">Null for the first of those that the viewer may choose.</param>
public sealed record GetInsight(Guid? Unit) : IRequest<InsightView>;

/// <param name="Choices">The parts that the viewer may look at, none of them within another: what is in one and not in the other would be a third.</param>
/// <param name="People">Who works in the part.</param>
/// <param name="Figures">Null when fewer people work in the part than the rules ask for.</param>
public sealed record InsightView(
    IReadOnlyList<InsightChoice> Choices, InsightChoice Part, int People, PublicationRules Rules, DateTimeOffset At, InsightFigures? Figures)
{
    /// <summary>How far back counts what happened.</summary>
    public const int Months = 12;

    /// <summary>How far back counts what was raised, in the stranding curve: most of it should have had the time to end.</summary>
    public const int StrandingMonths = 24;
}

public sealed record InsightChoice(Guid Id, string Name);

internal sealed class GetInsightHandler(PortalDb db, Viewer viewer, Now now) : IRequestHandler<GetInsight, InsightView>
{
    public async Task<InsightView> Handle(GetInsight query, CancellationToken cancellationToken)
    {
        var choices = await Choices(cancellationToken);
        var part = choices.FirstOrDefault(choice => query.Unit is null || choice.Id == query.Unit) ?? throw new SignalNotFoundException();

        var rules = await db.PublicationRules(cancellationToken);
        if (await db.InsightOfThisHour(part.Id, viewer.PersonId, now.At, cancellationToken) is { } kept && kept.MadeAt.DutchDate == now.Today
            && kept.Read() is var shown && shown.Rules == rules)
        {
            return new InsightView(choices, part, shown.People, rules, kept.MadeAt, shown.Figures);
        }

        var counted = await Count(part, rules, cancellationToken);
        await db.KeepInsight(part.Id, viewer.PersonId, KeptInsight.Of(now.At, counted), cancellationToken);
        return new InsightView(choices, part, counted.People, rules, now.At, counted.Figures);
    }

    private async Task<ShownInsight> Count(InsightChoice part, PublicationRules rules, CancellationToken cancellationToken)
    {
        var units = await db.InsightUnits(part.Id, cancellationToken);
        var people = units.Where(unit => unit.IsInPart).Sum(unit => unit.People);
        return people < rules.FewestPeople
            ? new ShownInsight(rules, people, Figures: null)
            : new ShownInsight(
                rules, people,
                InsightFigures.Of(await db.InsightCells(part.Id, viewer.PersonId, rules.SmallestCount, now.Today, cancellationToken), units, now.Today, rules));
    }

    private async Task<List<InsightChoice>> Choices(CancellationToken cancellationToken)
    {
        var units = viewer.UnitsActedFor.Keys.ToArray();
        return await db.Units
            .Where(unit => units.Contains(unit.Id) && unit.Kind == UnitKind.Line && unit.ClosedOn == null)
            .Where(unit => db.Units.Any(below => below.ParentId == unit.Id && below.ClosedOn == null))
            .Where(unit => !db.UnitAncestors.Any(above => above.DescendantId == unit.Id && above.Distance > 0 && units.Contains(above.AncestorId)))
            .OrderBy(unit => unit.Name).ThenBy(unit => unit.Id)
            .Select(unit => new InsightChoice(unit.Id, unit.Name))
            .ToListAsync(cancellationToken);
    }
}
