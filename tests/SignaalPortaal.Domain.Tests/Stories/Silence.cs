using FsCheck;
using FsCheck.Fluent;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Domain.Tests.Deadlines;

namespace SignaalPortaal.Domain.Tests.Stories;

/// <summary>A signal on which nobody ever acts, and the days on which the portal looks at it. Day 0 is Monday 2 November 2026.</summary>
/// <param name="IsAtTheDesk">It stays there, whoever is above.</param>
/// <param name="FreeFrom">For each unit of the line the day from which it can take a signal; the first always can.</param>
internal sealed record Silence(
    bool IsAtTheDesk, RiskLevel Risk, Calendars Organisation, IReadOnlyList<(int Day, Obstacle Before)> FreeFrom, IReadOnlyList<int> Looks)
{
    private readonly IReadOnlyList<Guid> _units = [.. FreeFrom.Select(_ => Guid.NewGuid())];
    private readonly IReadOnlyList<Guid> _managers = [.. FreeFrom.Select(_ => Guid.NewGuid())];

    public static Arbitrary<Silence> Any { get; } = Generator.ToArbitrary();

    /// <summary>What the portal does.</summary>
    public IReadOnlyList<string> Tell(int looksADay = 1)
    {
        var now = Given.Monday with { Calendar = Organisation.Calendar };
        var (kind, desk) = (IsAtTheDesk ? SignalKind.UndesirableBehaviour : SignalKind.Bottleneck, LineOn(0).Start);
        var signal = Signal.Submit(
            kind, Given.Content, Risk, aboutMyManager: true, LineOn(0), Given.FromTeam, desk, by: Given.Reporter, now);
        foreach (var day in Looks.SelectMany(day => Enumerable.Repeat(day, looksADay)))
        {
            var line = new ManagementLine([.. LineOn(day).Units.SkipWhile(unit => unit.UnitId != signal.HeldByUnitId)]);
            signal.PassTime(line, now.AddDays(day));
        }

        return [.. signal.Timeline.Skip(1).Select(entry => entry.Happened switch
        {
            Escalated moved => $"to unit {NumberOf(moved.To)} after {moved.MissedOn:O}",
            TermMissed missed => $"missed {missed.MissedOn:O}, {missed.Times}",
            var other => other.ToString(),
        })];

        int NumberOf(Guid unitId) => _units.Index().Single(unit => unit.Item == unitId).Index;
    }

    /// <summary>
    /// What should happen, told in the simplest way: whoever was silent loses it to the next who can take it, and at the top that is told.
    /// </summary>
    public IReadOnlyList<string> Reference()
    {
        var told = new List<string>();
        var (holder, times, lastDay) = (0, 0, EndOfTerm(OnDay(0)));
        var dueOn = lastDay;
        foreach (var today in Looks.Select(OnDay))
        {
            while (today > lastDay)
            {
                var next = Enumerable.Range(0, FreeFrom.Count)
                    .Where(unit => unit > holder && !IsAtTheDesk && today >= OnDay(FreeFrom[unit].Day))
                    .Select(unit => (int?)unit)
                    .FirstOrDefault();
                told.Add(next is null ? $"missed {lastDay:O}, {times + 1}" : $"to unit {next} after {dueOn:O}");
                (holder, times) = next is null ? (holder, times + 1) : (next.Value, 0);
                lastDay = EndOfTerm(next is null ? lastDay.AddDays(1) : today);
                dueOn = next is null ? dueOn : lastDay;
            }
        }

        return told;
    }

    public override string ToString() =>
        $"{Risk}{(IsAtTheDesk ? " at the desk" : "")}; {Organisation}; free from {string.Join(", ", FreeFrom)}; looks on {string.Join(", ", Looks)}";

    private ManagementLine LineOn(int day) => new([.. FreeFrom.Index().Select(unit =>
        Unit(unit.Index, day >= unit.Item.Day ? Obstacle.None : unit.Item.Before))]);

    /// <summary>The signal is about the team lead.</summary>
    private LineUnit Unit(int number, Obstacle obstacle)
    {
        var unit = new LineUnit(_units[number], UnitKind.Line, _managers[number]);
        return obstacle switch
        {
            Obstacle.NoManager => unit.WithoutManager,
            Obstacle.ManagedByTheReporter => unit.ManagedBy(Given.Reporter),
            Obstacle.ManagedByWhomItIsAbout => unit.ManagedBy(Given.TeamLead),
            Obstacle.StoodInByTheReporter => unit with { StandInId = Given.Reporter.PersonId },
            Obstacle.StoodInByWhomItIsAbout => unit with { StandInId = Given.TeamLead.PersonId },
            Obstacle.ManagedByWhoWasSilent => unit with { ManagerId = _managers[0] },
            Obstacle.StoodInByWhoWasSilent => unit with { StandInId = _managers[0] },
            _ => unit,
        };
    }

    private DateOnly EndOfTerm(DateOnly start) => Risk switch
    {
        RiskLevel.StopNow => Organisation.IsWorkingDay(start) ? start : Organisation.After(start).First(),
        RiskLevel.High => Organisation.After(start).First(),
        _ => Organisation.After(start).ElementAt(2),
    };

    private static DateOnly OnDay(int day) => Given.November(2).AddDays(day);

    private static Gen<Silence> Generator =>
        from isAtTheDesk in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)))
        from risk in Gen.Elements(Enum.GetValues<RiskLevel>())
        from organisation in Calendars.Any.Generator
        from above in AnyUnit.ArrayOf().Resize(6)
        from gaps in Gen.OneOf(Gen.Constant(1), Gen.Choose(1, 4), Gen.Choose(1, 30)).ArrayOf().Resize(40)
        from isDaily in Gen.Frequency((3, Gen.Constant(false)), (1, Gen.Constant(true)))
        let looks = isDaily ? Enumerable.Range(0, 90) : gaps.Select((_, number) => gaps.Take(number + 1).Sum()).Where(day => day < 300)
        select new Silence(isAtTheDesk, risk, organisation, [(0, Obstacle.None), .. above], [.. looks]);

    private static Gen<(int Day, Obstacle Before)> AnyUnit =>
        from day in Gen.Frequency((3, Gen.Constant(0)), (2, Gen.Choose(1, 60)), (1, Gen.Constant(1000)))
        from before in Gen.Elements(Enum.GetValues<Obstacle>().Except([Obstacle.None]))
        select (day, before);
}

/// <summary>Why a unit cannot take a signal.</summary>
internal enum Obstacle
{
    None,
    NoManager,
    ManagedByTheReporter,
    ManagedByWhomItIsAbout,
    StoodInByTheReporter,
    StoodInByWhomItIsAbout,
    ManagedByWhoWasSilent,
    StoodInByWhoWasSilent,
}
