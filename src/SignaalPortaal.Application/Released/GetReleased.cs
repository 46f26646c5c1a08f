using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Released;

/// <summary>
/// What was said and what was done with it, as far as reporters released it, for everybody in the organisation. The newest month first; within a month in
/// no order, as the order would be that in which reporters said yes.
/// </summary>
public sealed record GetReleased : IRequest<ReleasedView>
{
    public const int PageSize = 10;

    public Theme? Theme { get; init; }
    public Outcome? Outcome { get; init; }

    /// <summary>Where the previous page ended; what cannot be read is the first page.</summary>
    public string? After { get; init; }
}

/// <param name="Counts">How many there are with each outcome, whatever the filter: yes and no stand side by side.</param>
/// <param name="Next">Where the next page starts; null on the last one.</param>
public sealed record ReleasedView(IReadOnlyList<ReleasedItem> Items, IReadOnlyDictionary<Outcome, int> Counts, string? Next, DateOnly Today);

/// <param name="Id">Of what was released, not of the signal.</param>
/// <param name="AnsweredBy">A unit that is large enough, or else a layer; null when that would say too much.</param>
/// <param name="IsLookedAtAgain">The answer does not stand any more, and there is no other yet.</param>
/// <param name="Others">How many see it too, as counted at the beginning of the day and rounded down; null for less than five.</param>
/// <param name="SeesIt">The viewer sees it too.</param>
public sealed record ReleasedItem(
    Guid Id,
    Theme Theme,
    DateOnly Month,
    Outcome Outcome,
    NotAdoptedReason? Reason,
    string Title,
    string Said,
    string Answer,
    string? WhatWouldChange,
    string? AnsweredBy,
    bool IsLookedAtAgain,
    IReadOnlyList<ReleasedPromise> Promises,
    int? Others,
    bool SeesIt);

/// <param name="By">The last day in time, after all moves.</param>
public sealed record ReleasedPromise(string What, DateOnly By, PromiseStatus Status, int TimesMoved, int TimesRefused);

internal sealed class GetReleasedHandler(PortalDb db, EchoMarks marks, Viewer viewer, Now now) : IRequestHandler<GetReleased, ReleasedView>
{
    /// <summary>The fewest that are counted, and by how many at a time.</summary>
    private const int Step = 5;

    public async Task<ReleasedView> Handle(GetReleased query, CancellationToken cancellationToken)
    {
        var counts = await db.Set<ReleasedSignal>().GroupBy(released => released.Outcome)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);

        // Past the visibility rules, for one thing: whether the answer still stands.
        var rows = await (
            from released in Page(query)
            from signal in db.SignalsOfEveryone.Where(signal => signal.Id == released.SignalId)
            orderby released.Month descending, released.Id
            select new { Released = released, signal.Status }).Take(GetReleased.PageSize + 1).AsNoTracking().ToListAsync(cancellationToken);
        var shown = rows.Take(GetReleased.PageSize).ToList();
        var promises = await PromisesOf([.. shown.Select(row => row.Released)], cancellationToken);
        var units = await NamesOf([.. shown.Select(row => row.Released.UnitId).Distinct()], cancellationToken);
        var (others, mine) = await Echoes([.. shown.Select(row => row.Released.Id)], cancellationToken);

        return new ReleasedView(
            [.. shown.Select(row => new ReleasedItem(
                row.Released.Id, row.Released.Theme, row.Released.Month, row.Released.Outcome, row.Released.Reason, row.Released.Title, row.Released.Said,
                row.Released.Answer, row.Released.WhatWouldChange, units.GetValueOrDefault(row.Released.UnitId),
                IsLookedAtAgain: row.Status is SignalStatus.New or SignalStatus.InProgress or SignalStatus.AwaitingReply,
                [.. row.Released.PromiseIds.Zip(row.Released.Promises, (id, what) => Promise(promises[(row.Released.SignalId, id)], what)).OrderBy(promise => promise.By)],
                others.TryGetValue(row.Released.Id, out var count) && count >= Step ? count / Step * Step : null,
                mine.Contains(row.Released.Id)))],
            counts,
            rows.Count > GetReleased.PageSize ? Cursor.After(shown[^1].Released) : null,
            now.Today);
    }

    private IQueryable<ReleasedSignal> Page(GetReleased query)
    {
        var page = db.Set<ReleasedSignal>().AsQueryable();
        if (query.Theme is { } theme)
        {
            page = page.Where(released => released.Theme == theme);
        }

        if (query.Outcome is { } outcome)
        {
            page = page.Where(released => released.Outcome == outcome);
        }

        return Cursor.Read(query.After) is var (month, id)
            ? page.Where(released => released.Month < month || (released.Month == month && released.Id.CompareTo(id) > 0))
            : page;
    }

    private async Task<Dictionary<(Guid Signal, Guid Id), Promise>> PromisesOf(IReadOnlyCollection<ReleasedSignal> shown, CancellationToken cancellationToken)
    {
        var (signals, promises) = (shown.Select(released => released.SignalId).ToArray(), shown.SelectMany(released => released.PromiseIds).ToArray());
        return await db.Promises.AsNoTracking().Where(promise => signals.Contains(promise.SignalId) && promises.Contains(promise.Id))
            .ToDictionaryAsync(promise => (promise.SignalId, promise.Id), cancellationToken);
    }

    private static ReleasedPromise Promise(Promise promise, string what) =>
        new(what, promise.By, promise.Status, promise.TimesMoved, promise.TimesRefused);

    /// <summary>
    /// For each unit the name of the first one of the line from there upwards in which enough people work, as it is today; where there is none, what its
    /// layer is called. Of the confidential desk neither: that it answered says something of who asked.
    /// </summary>
    private async Task<Dictionary<Guid, string?>> NamesOf(Guid[] unitIds, CancellationToken cancellationToken)
    {
        var lines = await db.LinesOf(unitIds, cancellationToken);
        var inLines = lines.Values.SelectMany(line => line.Units).Select(unit => unit.UnitId).Union(unitIds).ToArray();
        var people = await db.PeopleIn(inLines, cancellationToken);
        var units = await db.Units.Where(unit => inLines.Contains(unit.Id))
            .Select(unit => new { unit.Id, unit.Name, unit.Layer, unit.Kind }).ToDictionaryAsync(unit => unit.Id, cancellationToken);
        return unitIds.ToDictionary(id => id, id =>
        {
            var large = lines.GetValueOrDefault(id)?.Sheltering(people).Units.FirstOrDefault(unit => !unit.Kind.IsOutsideTheLine);
            return large is not null ? units[large.UnitId].Name : units[id].Kind.IsOutsideTheLine ? null : units[id].Layer;
        });
    }

    /// <summary>How many see each of these too, as counted at the beginning of the day; and which of them the viewer does.</summary>
    private async Task<(Dictionary<Guid, int> Others, HashSet<Guid> Mine)> Echoes(Guid[] releasedIds, CancellationToken cancellationToken)
    {
        var (today, own) = (now.Today, await marks.Of(db, viewer.PersonId, releasedIds, cancellationToken));
        var echoes = await db.Set<Echo>().Where(echo => releasedIds.Contains(echo.ReleasedId))
            .GroupBy(echo => echo.ReleasedId)
            .Select(group => new
            {
                group.Key,
                Count = group.Count(echo => (echo.CountsFrom == null || echo.CountsFrom <= today) && (echo.CountsUntil == null || echo.CountsUntil >= today)),
                IsMine = group.Any(echo => own.Contains(echo.Mark) && echo.CountsUntil == null),
            })
            .ToListAsync(cancellationToken);
        return (echoes.ToDictionary(echo => echo.Key, echo => echo.Count), [.. echoes.Where(echo => echo.IsMine).Select(echo => echo.Key)]);
    }

    /// <summary>Where a page ended, by key.</summary>
    private static class Cursor
    {
        private const string MonthFormat = "yyyyMM";

        public static string After(ReleasedSignal last) => $"{last.Month.ToString(MonthFormat, CultureInfo.InvariantCulture)}.{last.Id:N}";

        public static (DateOnly Month, Guid Id)? Read(string? cursor) =>
            cursor?.Split('.') is [var typedMonth, var typedId]
            && DateOnly.TryParseExact(typedMonth, MonthFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
            && Guid.TryParseExact(typedId, "N", out var id)
                ? (month, id)
                : null;
    }
}
