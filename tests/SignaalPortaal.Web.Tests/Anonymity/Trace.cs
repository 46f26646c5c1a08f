using System.Text.RegularExpressions;
using SignaalPortaal.Web.Tests.Mail;

namespace SignaalPortaal.Web.Tests.Anonymity;

/// <summary>
/// All that is left behind by what somebody did: rows that came, went or changed in any table, lines in the log, mails. What is random in each run is
/// left out; an id that was there before is not random.
/// </summary>
internal sealed partial class Trace
{
    private readonly MailPortal _portal;
    private readonly HashSet<string> _known = [];
    private readonly HashSet<string> _rows = [];
    private int _logged;

    private Trace(MailPortal portal) => _portal = portal;

    public static async Task<Trace> Begin(MailPortal portal)
    {
        var trace = new Trace(portal) { _logged = portal.Log.Lines.Count };
        portal.MailServer.Forget();
        trace._rows.UnionWith(await portal.Database.Rows());
        trace._known.UnionWith(trace._rows.SelectMany(row => Ids().Matches(row)).Select(match => match.Value));
        return trace;
    }

    /// <param name="code">Of the signal, as it was shown.</param>
    public async Task<IReadOnlyList<string>> End(IEnumerable<Answer> answers, string reference, string code)
    {
        var rows = await _portal.Database.Rows();
        var changes = rows.Except(_rows).Select(row => $"+ {row}").Concat(_rows.Except(rows).Select(row => $"- {row}"));
        var seen = answers.Select(answer => $"{answer.Address} {answer.Status}\n{string.Join('\n', answer.Headers)}\n{answer.Body}");
        var mails = _portal.MailServer.Mails.Select(mail => $"{mail.Recipient} {mail.Subject} {mail.Decoded}");
        return
        [
            .. changes.Select(Known).Order(StringComparer.Ordinal),
            .. _portal.Log.Lines.Skip(_logged).Select(Known),
            .. mails.Select(Known).Order(StringComparer.Ordinal),
            .. seen.Select(Known),
        ];

        string Known(string text) => Plain(text)
            .Replace(code, "<code>", StringComparison.Ordinal)
            .Replace(Domain.Signals.Reference.Show(reference), "<reference>", StringComparison.Ordinal)
            .Replace(reference, "<reference>", StringComparison.Ordinal);
    }

    private string Plain(string text)
    {
        text = Ids().Replace(text, match => _known.Contains(match.Value) ? match.Value : "<id>");
        text = Bytes().Replace(text, match => $"<{match.Length} bytes>");
        text = Boxes().Replace(text, match => $"<{match.Length} sealed>");
        text = Fields().Replace(text, "<random>");
        text = MailIds().Replace(text, "<mail>");
        text = CheckValues().Replace(text, "<check value>");
        return Milliseconds().Replace(text, "<time> ms");
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|(?<=[/\"])[0-9a-f]{32}\\b")]
    private static partial Regex Ids();

    [GeneratedRegex(@"(?<=\\x)[0-9a-f]{16,}")]
    private static partial Regex Bytes();

    /// <summary>Base 64 of what is encrypted.</summary>
    [GeneratedRegex("(?<=\"sealed\": \")[A-Za-z0-9+/=]+")]
    private static partial Regex Boxes();

    [GeneratedRegex("(?<=name=\"(bewijs|Input.ReceiptKey|Input.UploadKey|formulier)\" (type=\"hidden\" )?value=\")[^\"]+")]
    private static partial Regex Fields();

    [GeneratedRegex("[0-9A-Z]{4}(-[0-9A-Z]{4}){4}(?![-0-9A-Z])")]
    private static partial Regex CheckValues();

    [GeneratedRegex("(?i)(Message-ID|Date|boundary)[:=].*|----boundary_[0-9]+_")]
    private static partial Regex MailIds();

    [GeneratedRegex("[0-9]+ ms")]
    private static partial Regex Milliseconds();
}
