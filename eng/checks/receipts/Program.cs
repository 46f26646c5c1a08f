using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SignaalPortaal.Application;
using SignaalPortaal.Application.Organisations;
using SignaalPortaal.Application.Protection;
using SignaalPortaal.Application.Receipts;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;

// See receipts.sh.
const int Judged = 1_000;
const string Address = "meting";

var (guesses, asked) = (args.Length > 0 ? int.Parse(args[0]) : 100_000, args.Length > 1 ? int.Parse(args[1]) : 2_000);
var warmUp = asked / 4;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var server = Environment.GetEnvironmentVariable("SIGNAALPORTAAL_TEST_POSTGRES") ?? throw new InvalidOperationException("Run this with receipts.sh.");
var (name, folder) = ($"receipts_{Guid.NewGuid():N}", Directory.CreateTempSubdirectory("signaalportaal-receipts-").FullName);
await OnServer($"create database {name}");
try
{
    PortalKeys.Make(folder);
    using var keys = PortalKeys.Read(folder);
    await using var services = new ServiceCollection().AddLogging()
        .AddApplication(new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString, ownerConnection: null, keys)
        .AddSingleton<TimeProvider>(new HastyClock())
        .BuildServiceProvider();
    await services.MigrateDatabase();
    var people = string.Concat(Enumerable.Range(1, 12).Select(number => $"{number},Persoon {number},medewerker,U,,\n"));
    await Send(new LoadOrganisation(Address, "code,name,layer,kind,parent,manager,deputies\nU,Bestuur,bestuur,Line,,1,\n", $"number,name,job_title,unit,roles,mail\n{people}"));

    var known = new List<string>();
    for (var number = 0; number < 50; number++)
    {
        known.Add(await Raise());
    }

    var found = 0;
    await Parallel.ForEachAsync(Enumerable.Range(0, guesses), async (_, _) =>
    {
        if (await Find(RandomCode()) is not null)
        {
            Interlocked.Increment(ref found);
        }
    });

    var (hits, misses) = (new List<double>(), new List<double>());
    for (var number = 0; number < warmUp + asked; number++)
    {
        var isMeasured = number >= warmUp;
        foreach (var isHit in number % 2 == 0 ? new[] { true, false } : [false, true])
        {
            var code = isHit ? known[number % known.Count] : RandomCode();
            var start = Stopwatch.GetTimestamp();
            var answer = await Find(code);
            var time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            Require(answer is not null == isHit, "A known code was not found, or another was.");
            (isHit ? hits : misses).AddRange(isMeasured ? [time] : []);
        }
    }

    var (t, p) = Welch(hits, misses);
    var apart = Math.Abs(Median(hits) - Median(misses));
    Console.WriteLine($"{guesses} random codes: {found} found");
    Console.WriteLine($"known codes: median {Median(hits):0.000} ms, mean {hits.Average():0.000} ms; unknown codes: median {Median(misses):0.000} ms, mean {misses.Average():0.000} ms");
    Console.WriteLine($"Welch's test over {asked} + {asked}: t = {t:0.00}, p = {p:0.000}; medians {apart:0.000} ms apart");
    Require(found == 0, "A random code was found.");
    Require(asked < Judged || (p > 0.01 && apart < 1), "How long the answer takes tells whether a code is known.");

    async Task<FoundReceipt?> Find(string code)
    {
        await using var scope = services.CreateAsyncScope();
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        await mediator.Send(new LoadAnonymous(Address, ReceiptOf: null));
        return await mediator.Send(new FindReceipt(code));
    }

    async Task<string> Raise()
    {
        await using var scope = services.CreateAsyncScope();
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        await mediator.Send(new LoadAnonymous(Address, ReceiptOf: null));
        var unit = (await mediator.Send(new FindUnits("Bestuur", Chosen: null, WithHelpTeams: false))).Items.Single().Id;
        return (await mediator.Send(new SubmitSignal
        {
            Disclosure = Disclosure.Anonymous,
            Kind = SignalKind.Bottleneck,
            Subject = "Brief",
            OwnWords = "Niet te begrijpen.",
            ForUnit = unit,
            ReceiptKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(ReceiptCode.KeyLength)),
        })).ReceiptCode!;
    }

    async Task Send<TResponse>(IRequest<TResponse> request)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }
}
finally
{
    await OnServer($"drop database {name} with (force)");
    Directory.Delete(folder, recursive: true);
}

string RandomCode() => ReceiptCode.Of(RandomNumberGenerator.GetBytes(ReceiptCode.KeyLength));

double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

// With thousands of degrees of freedom the distribution of Student is that of Gauss.
(double T, double P) Welch(List<double> one, List<double> other)
{
    var t = (one.Average() - other.Average()) / Math.Sqrt((Variance(one) / one.Count) + (Variance(other) / other.Count));
    return (t, ComplementaryError(Math.Abs(t) / Math.Sqrt(2)));
}

double Variance(List<double> times) => times.Sum(time => Math.Pow(time - times.Average(), 2)) / (times.Count - 1);

// Abramowitz and Stegun, 7.1.26.
double ComplementaryError(double x)
{
    var k = 1 / (1 + (0.3275911 * x));
    return k * (0.254829592 + (k * (-0.284496736 + (k * (1.421413741 + (k * (-1.453152027 + (k * 1.061405429)))))))) * Math.Exp(-x * x);
}

void Require(bool holds, string otherwise)
{
    if (!holds)
    {
        throw new InvalidOperationException(otherwise);
    }
}

async Task OnServer(string sql)
{
    await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(server) { Pooling = false }.ConnectionString);
    await using var command = source.CreateCommand(sql);
    await command.ExecuteNonQueryAsync();
}

/// <summary>Each look at it is in another minute: that codes which are not known are counted is not what is measured.</summary>
internal sealed class HastyClock : TimeProvider
{
    private int _minutes;

    public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2026, 9, 7, 8, 0, 0, TimeSpan.Zero).AddMinutes(Interlocked.Increment(ref _minutes) % 1000 / 10.0);
}
