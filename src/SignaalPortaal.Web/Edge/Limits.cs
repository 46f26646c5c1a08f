using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using SignaalPortaal.Web.Forms;
using SignaalPortaal.Web.Identity;

namespace SignaalPortaal.Web.Edge;

/// <summary>How much the portal takes at once, per node. Nothing here needs the address of a visitor, so nothing keeps it.</summary>
internal sealed class Limits
{
    /// <summary>The name of the limit on signing in.</summary>
    public const string SignIn = "sign-in";

    private const long Megabyte = 1024 * 1024;

    /// <summary>How many requests are handled at the same moment. Each takes at most one connection to the database, of which there are 100.</summary>
    public int AtOnce { get; init; } = 64;

    /// <summary>How many wait for their turn; whoever comes after those is told that it is busy.</summary>
    public int Waiting { get; init; } = 128;

    /// <summary>Of those without signing in.</summary>
    public int AnonymousAtOnce { get; init; } = 16;

    /// <summary>Of one person: what a browser asks at once, and some more.</summary>
    public int PerPersonAtOnce { get; init; } = 8;

    /// <summary>Forms of all who are not signed in together.</summary>
    public int AnonymousPerMinute { get; init; } = 600;

    /// <summary>Of one person. Two pages a second, for as long as it lasts, and twice this many at once: nobody who works fast comes near that.</summary>
    public int PerPersonPerMinute { get; init; } = 120;

    /// <summary>Of everybody together: a whole ministry in the morning, but no machine that tries.</summary>
    public int SignInsPerMinute { get; init; } = 1_200;

    /// <summary>Forms that are still coming in, of the pages without signing in together. Those of a person are few.</summary>
    public int AnonymousForms { get; init; } = 128;

    /// <summary>Forms that are still coming in, of everybody together.</summary>
    public int Forms { get; init; } = 512;

    /// <summary>Connections. When there are more, the one that was silent for longest is closed.</summary>
    public int Connections { get; init; } = 5_000;

    public static Limits Of(IConfiguration configuration) => configuration.GetSection("Limits").Get<Limits>() ?? new Limits();

    /// <summary>
    /// How large and how slow a request may be. The slowest line that somebody still uses carries five kilobytes a second.
    /// </summary>
    public void Set(KestrelServerLimits server)
    {
        server.MaxRequestBodySize = FormServices.LargestForm;
        server.MaxRequestHeadersTotalSize = 16 * 1024;
        server.MaxRequestHeaderCount = 60;
        server.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        server.KeepAliveTimeout = TimeSpan.FromSeconds(60);
        server.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 1024, gracePeriod: TimeSpan.FromSeconds(10));
        server.MinResponseDataRate = new MinDataRate(bytesPerSecond: 1024, gracePeriod: TimeSpan.FromSeconds(10));
        server.Http2.MaxStreamsPerConnection = 32;

        // Above ours, so that it is ours that counts, which closes an idle one in the place of refusing a new one.
        server.MaxConcurrentConnections = Connections + (Connections / 10) + 10;
    }

    /// <summary>For forms that come in. A person sends one with all the files there can be, and a few without.</summary>
    public NetworkRoom RoomForForms() => new(new RoomSize(Forms, 512 * Megabyte), kind => kind switch
    {
        PartyKind.Person => new RoomSize(4, TakesFilesAttribute.LargestForm + (4 * FormServices.LargestForm)),
        PartyKind.Anonymous => new RoomSize(AnonymousForms, 256 * Megabyte),
        _ => new RoomSize(AnonymousForms, 64 * Megabyte),
    });

    /// <summary>For answers that go out.</summary>
    public static NetworkRoom RoomForAnswers() => new(new RoomSize(2_048, 512 * Megabyte), kind => kind switch
    {
        PartyKind.Person => new RoomSize(32, 32 * Megabyte),
        _ => new RoomSize(512, 128 * Megabyte),
    });

    /// <summary>For the framework's limiter. It lets go what says that it has no limits, such as style sheets and the page with the explanation.</summary>
    public void Apply(RateLimiterOptions options)
    {
        var each = PartitionedRateLimiter.Create<HttpContext, Guid>(context => SignedInPerson.IdsOf(context.User) is var (_, person)
            ? RateLimitPartition.GetTokenBucketLimiter(person, _ => Bucket(PerPersonPerMinute))
            : RateLimitPartition.GetNoLimiter(Guid.Empty));

        // A person waits for oneself before anybody waits for that person.
        var own = PartitionedRateLimiter.Create<HttpContext, Guid>(context => SignedInPerson.IdsOf(context.User) is var (_, person)
            ? RateLimitPartition.GetConcurrencyLimiter(person, _ => Places(PerPersonAtOnce))
            : RateLimitPartition.GetNoLimiter(Guid.Empty));
        var sent = PartitionedRateLimiter.Create<HttpContext, bool>(context => AnonymousRoute.Is(context) && HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetTokenBucketLimiter(true, _ => Bucket(AnonymousPerMinute))
            : RateLimitPartition.GetNoLimiter(false));

        // Whoever comes without signing in has places of their own: they keep nobody else out.
        var all = PartitionedRateLimiter.Create<HttpContext, bool>(context => AnonymousRoute.Is(context)
            ? RateLimitPartition.GetConcurrencyLimiter(true, _ => Places(AnonymousAtOnce))
            : RateLimitPartition.GetConcurrencyLimiter(false, _ => Places(AtOnce)));
        options.GlobalLimiter = PartitionedRateLimiter.CreateChained(each, own, sent, all);
        options.AddPolicy(SignIn, context => HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetTokenBucketLimiter("try", _ => Bucket(SignInsPerMinute))
            : RateLimitPartition.GetNoLimiter("look"));

        // Who does too much can do something about it; that it is busy, nobody can.
        options.OnRejected = (context, _) =>
        {
            var isTooFast = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait);
            context.HttpContext.Response.StatusCode = isTooFast ? StatusCodes.Status429TooManyRequests : StatusCodes.Status503ServiceUnavailable;
            context.HttpContext.Response.Headers.RetryAfter = $"{Math.Ceiling(wait.TotalSeconds) + 1:0}";
            return ValueTask.CompletedTask;
        };
    }

    private ConcurrencyLimiterOptions Places(int atOnce) =>
        new() { PermitLimit = atOnce, QueueLimit = Waiting, QueueProcessingOrder = QueueProcessingOrder.OldestFirst };

    private static TokenBucketRateLimiterOptions Bucket(int perMinute)
    {
        const int StepsPerMinute = 30;
        return new TokenBucketRateLimiterOptions
        {
            TokenLimit = perMinute * 2,
            TokensPerPeriod = Math.Max(1, perMinute / StepsPerMinute),
            ReplenishmentPeriod = TimeSpan.FromMinutes(1) / StepsPerMinute,
            QueueLimit = 0,
        };
    }
}
