using System.Globalization;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using SignaalPortaal.Application;
using SignaalPortaal.Application.Demo;
using SignaalPortaal.Application.Time;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Identity;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Demo;

public sealed class DemoStoriesTests : IAsyncLifetime
{
    private const string RisesSoon = "Brieven met gegevens van een ander in de envelop";

    private readonly TestClock _clock = new();
    private TestDatabase _database = null!;
    private ServiceProvider _services = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateEmpty();
        _services = new ServiceCollection().AddLogging().AddApplication(_database.ConnectionString, ownerConnection: null, TestKeys.Keys)
            .AddSingleton<TimeProvider>(_clock).BuildServiceProvider();
        await _services.MigrateDatabase();
    }

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Theory]
    [InlineData("2026-11-20")] // A Friday.
    [InlineData("2026-11-22")] // A Sunday.
    [InlineData("2026-12-28")] // The Monday after Christmas.
    public async Task The_demonstration_shows_what_can_happen_to_a_signal_whatever_day_it_is_loaded(string today)
    {
        _clock.Advance(DutchTime.At(DateOnly.Parse(today, CultureInfo.InvariantCulture), new TimeOnly(9, 30)) - _clock.GetUtcNow());

        var folder = WithoutThePast();
        await Load(folder);
        await Load(folder);
        Directory.Delete(folder, recursive: true);

        await IsLoadedOnce();
        await HasSignalsInEveryStateAndAtEveryLayer();
        await ShowsWhatTimeDoes(today);
        await IsCalm(today);
        await LetsEverybodyReadWhatWasDone();
        await OneOfTheFirstTeamRisesToTheTop();
    }

    [Fact]
    public async Task There_is_a_year_to_look_back_on()
    {
        _clock.Advance(DutchTime.At(new DateOnly(2026, 11, 20), new TimeOnly(9, 30)) - _clock.GetUtcNow());

        await Load(DemoSignIn.Folder);

        foreach (var quarter in new[] { "2025-10-01", "2026-01-01", "2026-04-01", "2026-07-01" })
        {
            (await Count($"signals where raised_on >= '{quarter}' and raised_on < date '{quarter}' + interval '3 months'")).ShouldBeGreaterThan(40);
        }

        (await Distinct("quarter from publications")).Order().TakeLast(4).ShouldBe(["2025-10-01", "2026-01-01", "2026-04-01", "2026-07-01"]);
        (await Count("summary_steps where stop_by is not null")).ShouldBeGreaterThanOrEqualTo(2);
        (await Count("entrustments where ended_on is null")).ShouldBe(3);
        (await Count("signals where theme = 'Workload' and raised_on >= '2026-07-01'")).ShouldBeGreaterThan(
            await Count("signals where theme = 'Workload' and raised_on < '2026-01-01'"));
    }

    private async Task IsLoadedOnce()
    {
        (await Count("organisations")).ShouldBe(1);
        (await Count("people")).ShouldBeGreaterThanOrEqualTo(190);
        (await Count("signals")).ShouldBe(66);
        (await Count("adviser_keys")).ShouldBe(2);
        (await Count("sealed_identities")).ShouldBe(3);
        (await Count("sealed_identity_keys")).ShouldBe(6);
        (await Count("signals where disclosure = 'Confidential' and hidden_until is null")).ShouldBe(3);
    }

    private async Task HasSignalsInEveryStateAndAtEveryLayer()
    {
        (await Distinct("status from signals")).ShouldBe(Enum.GetNames<SignalStatus>(), ignoreOrder: true);
        (await Distinct("closed_because from signals where closed_because is not null")).ShouldBe(Enum.GetNames<Closing>(), ignoreOrder: true);
        (await Distinct("facts::jsonb ->> 'Outcome' from timeline_entries where kind = 'Answered'")).ShouldBe(Enum.GetNames<Outcome>(), ignoreOrder: true);
        (await Distinct("layer from units join signals on held_by_unit_id = units.id where status <> 'Closed'"))
            .ShouldBe(["bestuur", "directie", "afdeling", "team", "hulpteam", "vertrouwensloket", "toezicht"], ignoreOrder: true);
    }

    private async Task ShowsWhatTimeDoes(string today)
    {
        // From a team to the top in silence, and in time there.
        (await Count($"""
            signals join units on held_by_unit_id = units.id
            where status = 'InProgress' and layer = 'bestuur' and due_on >= '{today}'
                and (select count(*) from timeline_entries where signal_id = signals.id and facts::jsonb ->> 'Cause' = 'BySilence') = 3
            """)).ShouldBe(1);

        // At the top, and late there.
        (await Count($"""
            signals join units on held_by_unit_id = units.id
            where status = 'InProgress' and layer = 'bestuur' and due_on < '{today}'
                and (select count(*) from timeline_entries where signal_id = signals.id and kind = 'TermMissed') between 1 and 2
            """)).ShouldBe(1);

        // The team of these reporters has no manager.
        (await Count("""
            signals join timeline_entries on signal_id = signals.id and timeline_entries.kind = 'Submitted'
                join people on reporter_id = people.id join units own on people.home_unit_id = own.id join units first on first.id::text = facts::jsonb ->> 'Unit'
            where own.code = 'BA2' and first.code = 'AF-BALIE' and status <> 'Closed'
            """)).ShouldBeGreaterThanOrEqualTo(1);

        // In touch at once after aggression, and to be in touch again.
        (await Count("""
            signals where status = 'InProgress' and kind = 'Aggression'
                and (select array_agg(status order by "by") from contacts where signal_id = signals.id) = '{Confirmed,Awaited,Awaited,Awaited}'
            """)).ShouldBe(1);

        (await Count($"promises where status = 'Open' and \"by\" < '{today}'")).ShouldBe(1);
        (await Count("timeline_entries join signals on signal_id = signals.id where timeline_entries.kind = 'QuestionExpired' and status = 'InProgress'")).ShouldBe(1);
        (await Count("timeline_entries join signals on signal_id = signals.id where timeline_entries.kind = 'WokenUp' and status = 'InProgress'")).ShouldBe(1);
        (await Distinct("signal_id from timeline_entries where kind = 'Updated'")).Length.ShouldBeGreaterThanOrEqualTo(2);
        (await Distinct("signal_id from timeline_entries where kind = 'ContactConfirmed'")).Length.ShouldBeGreaterThanOrEqualTo(2);
    }

    private async Task IsCalm(string today)
    {
        var open = await Count("signals where status <> 'Closed'");
        var lateOrRisenInSilence = await Count($"""
            signals where status <> 'Closed'
                and (due_on < '{today}' or exists (select from timeline_entries where signal_id = signals.id and facts::jsonb ->> 'Cause' = 'BySilence'))
            """);

        lateOrRisenInSilence.ShouldBeLessThanOrEqualTo(open * 15 / 100);
        (await Count($"signals where due_on < '{today}'")).ShouldBe(1);
        (await Count("timeline_entries where kind in ('UpdateMissed', 'ContactMissed')")).ShouldBe(0);
        (await _database.Scalar<long>("select max(count) from (select count(*) from messages where read_on is null group by person_id) unread")).ShouldBeInRange(1, 15);
        (await Count($"""
            signals join units on held_by_unit_id = units.id
            where code = 'TN1' and status in ('New', 'InProgress') and due_on between '{today}' and date '{today}' + 4
            """)).ShouldBeInRange(2, 3);
    }

    private async Task LetsEverybodyReadWhatWasDone()
    {
        (await Count("released_signals")).ShouldBe(14);
        (await Distinct("outcome from released_signals group by outcome having count(*) >= 5")).ShouldBe([nameof(Outcome.Adopted), nameof(Outcome.NotAdopted)], ignoreOrder: true);
        (await Distinct("outcome from released_signals")).ShouldBe(Enum.GetNames<Outcome>(), ignoreOrder: true);
        (await Distinct("status from promises where id in (select unnest(promise_ids) from released_signals)")).ShouldBe(Enum.GetNames<PromiseStatus>(), ignoreOrder: true);
        (await Distinct("released_id from echoes group by released_id having count(*) >= 5")).Length.ShouldBeGreaterThanOrEqualTo(5);
    }

    private async Task OneOfTheFirstTeamRisesToTheTop()
    {
        var organisation = await _database.Scalar<Guid>("select id from organisations");
        List<string> layers = [];
        for (var day = 0; day < 12; day++)
        {
            layers.Add((await _database.Scalar<string>($"""
                select layer from units join signals on held_by_unit_id = units.id join signal_contents on signal_id = signals.id where subject = '{RisesSoon}'
                """))!);
            _clock.AdvanceDays(1);
            await using var scope = _services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new PassTime(organisation, Most: 1000, Except: []));
        }

        layers.Distinct().ShouldBe(["team", "afdeling", "directie", "bestuur"]);
    }

    /// <summary>Without the many short stories of the past, which take a while.</summary>
    private static string WithoutThePast()
    {
        var folder = Directory.CreateTempSubdirectory("signaalportaal-demo").FullName;
        foreach (var name in new[] { "units.csv", "people.csv", "signals.json" })
        {
            File.Copy(Path.Combine(DemoSignIn.Folder, name), Path.Combine(folder, name));
        }

        File.WriteAllText(Path.Combine(folder, "past.json"), "[]");
        return folder;
    }

    private Task Load(string folder) => DemoStories.LoadOnce(
        "Dienst Inkomenssteun", folder, _database.ConnectionString, ownerConnection: null, TestKeys.Keys, _clock.GetUtcNow(), CancellationToken.None);

    private Task<long> Count(string rows) => _database.Scalar<long>($"select count(*) from {rows}");

    private async Task<string[]> Distinct(string values) => (await _database.Scalar<string[]>($"select array(select distinct {values})::text[]"))!;
}
