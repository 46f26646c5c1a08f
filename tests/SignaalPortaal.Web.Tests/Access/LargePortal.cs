using System.Text;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SignaalPortaal.Application;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Organisations;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Access;

/// <summary>Beside the usual organisation there is one of sixty units and three hundred people, with signals that were moved about at random.</summary>
public sealed class LargePortal : Portal
{
    private const int UnitCount = 60;
    private const int PersonCount = 300;
    private const int SignalCount = 300;

    private readonly Random _random = new(20260907);

    public IReadOnlyList<Guid> People { get; private set; } = [];

    private Now Now => new(Clock.GetUtcNow(), WorkingCalendar.National, Reminders.Default);

    /// <summary>With their holders, conflicts and timeline.</summary>
    public IReadOnlyList<Signal> Signals { get; private set; } = [];

    /// <summary>Of the team in which the first signal started.</summary>
    public Guid Manager { get; private set; }

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var loaded = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new LoadOrganisation("Grote dienst", UnitFile(), PeopleFile()));
        People = await PeopleOf(db);

        var current = scope.ServiceProvider.GetRequiredService<CurrentViewer>();
        var viewers = new Dictionary<Guid, Viewer>();
        foreach (var person in People)
        {
            await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new LoadViewer(loaded.Id, person));
            viewers.Add(person, current.Viewer);
        }

        await using var transaction = await db.Database.BeginTransactionAsync();
        var units = await db.Units.ToListAsync();
        var lines = new Dictionary<Guid, ManagementLine>();
        foreach (var unit in units)
        {
            lines.Add(unit.Id, await db.LineOf(unit.Id, CancellationToken.None));
        }

        var homes = await db.People.ToDictionaryAsync(person => person.Id, person => person.HomeUnitId);
        var desk = lines[units.Single(unit => unit.Kind is UnitKind.ConfidentialDesk).Id].Start;
        Signals = [.. Enumerable.Range(0, SignalCount).Select(_ => Submit(viewers, lines, homes, desk))];
        foreach (var signal in Signals)
        {
            MoveAbout(signal, viewers, lines);
        }

        db.AddRange(Signals);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        var start = Signals.SelectMany(signal => signal.Holders).Select(holder => lines[holder.UnitId].Start)
            .First(unit => unit.Kind is UnitKind.Line);
        Manager = start.ManagerId!.Value;
    }

    private static async Task<List<Guid>> PeopleOf(PortalDb db)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        return await db.People.OrderBy(person => person.Number).Select(person => person.Id).ToListAsync();
    }

    /// <summary>The number of the unit that is the desk, below which there is nothing.</summary>
    private const int Desk = 1;

    /// <summary>A tree of any shape; some units have no manager, some several deputies, and some people manage more than one.</summary>
    private string UnitFile()
    {
        var file = new StringBuilder("code,name,layer,kind,parent,manager,deputies\n");
        for (var unit = 0; unit < UnitCount; unit++)
        {
            var kind = unit == Desk ? UnitKind.ConfidentialDesk : unit % 15 == 2 ? UnitKind.HelpTeam : UnitKind.Line;
            var parent = unit == 0 ? "" : $"U{_random.Next(Math.Max(1, unit / 2)) switch { Desk => 0, var above => above }}";
            var people = Enumerable.Range(0, PersonCount / 3).OrderBy(_ => _random.Next()).Take(4).ToList();
            var manager = unit > 1 && _random.Next(8) == 0 ? "" : $"{people[0]}";
            var deputies = string.Join(';', people.Skip(1).Take(_random.Next(3)));
            file.Append($"U{unit},Onderdeel {unit},laag,{kind},{parent},{manager},{deputies}\n");
        }

        return file.ToString();
    }

    private string PeopleFile()
    {
        var file = new StringBuilder("number,name,job_title,unit,roles,mail\n");
        for (var person = 0; person < PersonCount; person++)
        {
            file.Append($"{person},Persoon {person},medewerker,U{_random.Next(UnitCount)},{(Roles)(1 << _random.Next(5))},\n");
        }

        return file.ToString();
    }

    private Signal Submit(
        Dictionary<Guid, Viewer> viewers, Dictionary<Guid, ManagementLine> lines, Dictionary<Guid, Guid> homes, LineUnit desk)
    {
        var reporter = OneOf(People);
        var ownLine = lines[homes[reporter]];
        var line = _random.Next(4) == 0 ? lines[OneOf([.. lines.Keys])] : ownLine;
        var content = new SignalContent { Subject = "Brief", Words = "Niet te begrijpen." };
        try
        {
            return Signal.Submit(
                OneOf(Enum.GetValues<SignalKind>()), content, OneOf(Enum.GetValues<RiskLevel>()), aboutMyManager: _random.Next(3) == 0,
                line, ownLine, desk, by: viewers[reporter], Now);
        }
        catch (BrokenRuleException)
        {
            return Submit(viewers, lines, homes, desk);
        }
    }

    /// <summary>What a rule forbids does not happen.</summary>
    private void MoveAbout(Signal signal, Dictionary<Guid, Viewer> viewers, Dictionary<Guid, ManagementLine> lines)
    {
        for (var act = _random.Next(8); act > 0; act--)
        {
            var line = lines[signal.HeldByUnitId];
            var reporter = viewers[signal.ReporterId!.Value];
            var holder = line.Start.ManagerId is { } manager ? viewers[manager] : reporter;
            try
            {
                Act(signal, line, OneOf([.. lines.Values]).Start, reporter, holder);
            }
            catch (BrokenRuleException)
            {
            }
        }
    }

    private void Act(Signal signal, ManagementLine line, LineUnit other, Viewer reporter, Viewer holder)
    {
        var now = Now;
        switch (_random.Next(9))
        {
            case 0:
                signal.Acknowledge(signal.LatestExpectation(now), "Ik kijk ernaar.", holder, now);
                break;
            case 1 or 2:
                signal.Escalate("Te groot.", "Doen.", line, holder, now);
                break;
            case 3 or 4:
                signal.Reroute(other, "Hoort daar.", line, holder, now);
                break;
            case 5:
                signal.Ask("Welke brief?", holder, now);
                break;
            case 6:
                signal.Answer(new Answer { Outcome = Outcome.AlreadyArranged, Explanation = "Opgelost.", Where = "Daar." }, holder, now);
                break;
            case 7:
                signal.GiveVerdict(OneOf(Enum.GetValues<Verdict>()), "Daarom.", line, reporter, now);
                break;
            case 8 when _random.Next(3) == 0:
                signal.Withdraw("Toch niet.", reporter, now);
                break;
        }
    }

    private T OneOf<T>(IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];
}
