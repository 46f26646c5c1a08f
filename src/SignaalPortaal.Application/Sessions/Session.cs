using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using SignaalPortaal.Application.Data;

namespace SignaalPortaal.Application.Sessions;

/// <summary>Somebody who is signed in, in one browser. Both times are rounded down, so that it ends a few minutes early rather than late.</summary>
internal sealed class Session
{
    public static readonly TimeSpan LongestIdle = TimeSpan.FromMinutes(30);
    public static readonly TimeSpan Longest = TimeSpan.FromHours(10);

    private const int KeyBytes = 32;
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(5);

    public Guid OrganisationId { get; init; }

    /// <summary>Of the key that only the browser has.</summary>
    public byte[] KeyHash { get; init; } = [];

    public Guid PersonId { get; init; }
    public DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset SeenAt { get; init; }

    public static string NewKey() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(KeyBytes));

    public static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    /// <summary>How long somebody stays signed in has nothing to do with how far ahead a demonstration is.</summary>
    public static DateTimeOffset Now(TimeProvider clock) => clock.NotAhead().GetUtcNow();

    public static DateTimeOffset Round(DateTimeOffset time) => new(time.Ticks - (time.Ticks % Step.Ticks), time.Offset);
}
