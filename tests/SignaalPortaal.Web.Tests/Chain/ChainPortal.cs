using System.Diagnostics;
using SignaalPortaal.Application.Chain;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Chain;

/// <summary>A portal with a few signals to which things happened on three days, each with its anchor, and something after the last one.</summary>
public class ChainPortal : Portal
{
    private static readonly string[] Tables = [
        "timeline_entries", "timeline_words", "signal_contents", "anchors", "anchor_heads", "anchor_logs", "readings", "promises", "contacts", "signal_holders",
        "signal_conflicts", "signals", "publications", "publication_rules", "destruction_lists", "destruction_items", "released_signals", "attachments",
        "attachment_parts", "summaries", "summary_steps", "summary_signals", "summary_stops",
    ];

    /// <summary>Three events; anchored after the first and after the third.</summary>
    public string Adopted { get; private set; } = "";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Adopted = await this.Raises(Cast.Reporter);
        var escalated = await this.Raises(Cast.Reporter);
        await this.Does(Cast.TeamLead, escalated, new EscalateSignal { Reason = "Te groot voor ons: \"€\" 🐤.", Advice = "Schrijf de brief opnieuw." });
        await Send(new GetSignal(Adopted), Cast.TeamLead);
        await Send(new GetSignal(escalated), Cast.HeadOfDepartment);
        await Database.Scalar<int>("""
            insert into publications
            select id, date '2026-04-01', date '2026-07-01', '{"Figures":[5]}', first_publication_hash(id), publication_hash(first_publication_hash(id), '{"Figures":[5]}')
            from organisations;
            select 1
            """);
        await SendAsPortal(new MakeAnchors());

        Clock.AdvanceDays(1);
        await this.Does(Cast.TeamLead, Adopted, new AnswerSignal
        {
            Outcome = Outcome.Adopted,
            Explanation = "Doen we.",
            Promises = [new PromiseRow { What = "Nieuwe brief", Who = "Team Brieven", By = new DateOnly(2026, 12, 8) }],
        });
        await Send(new GetSignal(Adopted), Cast.TeamLead);
        await More();
        await SendAsPortal(new MakeAnchors());

        Clock.AdvanceDays(1);
        await SendAsPortal(new MakeAnchors());
        await this.Does(Cast.Reporter, escalated, new AddFacts { Facts = "Ook op dinsdag." });
        await Database.Scalar<int>($"create schema kept; {string.Concat(Tables.Select(table => $"create table kept.{table} as select * from {table}; "))} select 1");
    }

    /// <summary>What happens on the second day besides.</summary>
    protected virtual Task More() => Task.CompletedTask;

    public Task<ChainReport> Verify(IEnumerable<PublishedAnchor>? published = null) =>
        ChainVerifier.Verify(
            new ChainDatabase(Database.ConnectionString, TestKeys.Keys, withFiles: true).Read(), published ?? [], TestKeys.Keys.Anchor, opensSealed: true, hasFiles: true);

    public async Task<List<string>> Export()
    {
        var lines = new List<string>();
        await foreach (var line in new ChainDatabase(Database.ConnectionString).Read())
        {
            lines.Add(ChainFile.TextOf(line));
        }

        return lines;
    }

    /// <summary>Past the triggers, as only the owner of the database can.</summary>
    public Task<int> Bend(string sql) => Database.Scalar<int>($"set session_replication_role = replica; {AllTriggers("disable")} {sql}; {AllTriggers("enable")} select 1");

    /// <summary>Everything as it was before it was bent.</summary>
    public Task<int> Restore() => Bend($"""
        {string.Concat(Tables.Select(table => $"delete from {table}; "))}
        insert into signal_contents (organisation_id, signal_id, subject, words, salt, sealed) select organisation_id, signal_id, subject, words, salt, sealed from kept.signal_contents;
        {string.Concat(Tables.Where(table => table != "signal_contents").Select(table => $"insert into {table} select * from kept.{table}; "))}
        """);

    /// <summary>The script in the second language.</summary>
    public static async Task<(int ExitCode, string Output)> Python(params string[] arguments)
    {
        var start = new ProcessStartInfo("python3", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }

    public static string Script { get; } = FindScript();

    private static string AllTriggers(string does) => string.Concat(
        Tables.Select(table => $"alter table {table} {does} trigger user; "));

    private static string FindScript()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "eng", "verify.py")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder.FullName, "eng", "verify.py");
    }
}
