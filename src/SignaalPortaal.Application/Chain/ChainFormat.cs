using System.Globalization;
using SignaalPortaal.Domain.Chain;

namespace SignaalPortaal.Application.Chain;

/// <summary>How the values in a line look; eng/verify.py takes the same ones and no others.</summary>
internal static class ChainFormat
{
    public static bool IsHash(byte[] value) => value.Length == CanonicalEncoding.HashLength;

    /// <summary>As 2026-09-07.</summary>
    public static bool IsDay(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>As 2026-09-07T08:00:00.000000Z.</summary>
    public static bool IsMoment(string text) =>
        DateTime.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    public static bool Ascend(IEnumerable<string> names)
    {
        var last = "";
        foreach (var name in names)
        {
            if (string.CompareOrdinal(last, name) >= 0)
            {
                return false;
            }

            last = name;
        }

        return true;
    }
}
