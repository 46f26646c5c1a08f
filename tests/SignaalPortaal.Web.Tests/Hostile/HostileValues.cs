using System.Net;

namespace SignaalPortaal.Web.Tests.Hostile;

/// <summary>What no one types by accident, as it is sent in a form: percent-encoded, so that broken encodings are among them.</summary>
internal static class HostileValues
{
    private static readonly string[] Numbers =
    [
        "0", "-1", "1", "99", "2147483647", "2147483648", "-2147483649", "9223372036854775808", "1e999", "NaN", "Infinity", "0x10", "1,5", "1.5", "007", "١٢٣", "½", "10²",
        "1_000", "+1", "--1", "1e", "00000000000000000000000000000000000000001", "true", "false", "on", "null", "undefined",
    ];

    private static readonly string[] Days =
    [
        "0001-01-01", "9999-12-31", "10000-01-01", "2026-02-30", "2026-13-01", "-0001-01-01", "2026-1-1", "01-01-2026", "1/1/2026", "2026-01-01T25:61:61Z", "2026-01-01 00:00",
        "0000-00-00", "morgen", "2026-W01", "1970-01-01", "1582-10-10", "2026-12-26", "20260101",
    ];

    private static readonly string[] Keys =
    [
        "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff", "{00000000-0000-0000-0000-000000000001}", "(00000000000000000000000000000001)",
        "geen-id", "00000000-0000-0000-0000-00000000000", "K7QM-3XWD", "0000-0000", "K7QM3XWDK7QM3XWDK7QM3XWDK7Q", "../../etc/passwd",
    ];

    private static readonly string[] Injections =
    [
        "' or 1=1 --", "'; drop table signals; --", "\\'; select pg_sleep(9); --", "%", "_", "\\", "%%%%%%%%", "\\_%", "''", "\"", "`", "$$", "$1", ":name", "@p0", "{0}", "{0}{1}{99}", "{{7*7}}",
        "${7*7}", "@(7*7)", "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "</textarea><script>alert(1)</script>", "<!--", "]]>", "<?xml version=\"1.0\"?><!DOCTYPE a [",
        "&lt;b&gt;&#0;&#x110000;", "javascript:alert(1)", "//evil.example", "/\t/evil.example", "https://evil.example", "a\r\nSet-Cookie: a=b", "a\nb", "a\rb", "| ls", "$(id)", "`id`",
        "a & b | !c", "(((((", ":*", "a:* & b <-> c", "\\x41", "\\u0041", "[a-z]*+?{9}", "(a+)+$", "{\"a\":[{}]}", "[[[[[[[[", "=cmd|' /C calc'!A0", "-- ", "/* */", "null\u0000byte",
    ];

    private static readonly string[] Letters =
    [
        "", " ", "\t", "\n", "\u00a0", "\u200b", "\u3164", "\u2800", "\u00ad", "\ufeff", "\u2028", "\u2029", "\u0085", "\u000b", "\u000c", "\u202e tegendraads", "\u2066a\u2069", "\u061c", "\u0000",
        "\u0001", "\u0007", "\u001b[31m", "\u007f", "\u009b", "\uffff", "\ufffe", "\ufdd0", "👍🏽", "👨‍👩‍👧‍👦", "🇳🇱", "e\u0301", "Z̸̢̛͚̠͉̲̿͗a̷l̵g̶o̴", "İıIi", "ß", "ǆ", "ﬁ", "سلام", "שלום", "中文", "ไทย", "𝕊𝕚𝕘𝕟𝕒𝕒𝕝", "\u202d\u202c", "\u115f",
    ];

    private static readonly string[] Encoded = ["%FF", "%ED%A0%80", "%C0%80", "%F5%80%80%80", "%E2%80", "a%00b", "%", "%zz", "%u0041", "+++", "%ED%B0%80%ED%A0%80", "%EF%BF%BD"];

    private static readonly string[] Long =
    [
        new('a', 301), new('a', 4_001), new('a', 8_001), new(' ', 5_000), string.Concat(Enumerable.Repeat("👍", 2_001)), string.Concat(Enumerable.Repeat("e\u0301", 4_000)),
        string.Concat(Enumerable.Repeat("regel\n", 2_000)), new string('a', 98) + "👍", new string('<', 2_000), new string('\u200b', 3_000), new string('9', 400), new('a', 100_000),
    ];

    /// <summary>At least two hundred, each ready to stand behind an equals sign.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. new[] { Numbers, Days, Keys, Injections, Letters, Long }.SelectMany(values => values).Select(WebUtility.UrlEncode).OfType<string>(),
        .. Encoded,
        .. Enumerable.Range(1, 31).Select(code => $"a%{code:X2}b"),
    ];
}
