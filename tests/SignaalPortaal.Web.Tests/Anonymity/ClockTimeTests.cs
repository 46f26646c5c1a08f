using System.Globalization;
using System.Text.RegularExpressions;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Web.Tests.Infrastructure;
using SignaalPortaal.Web.Tests.Mail;

namespace SignaalPortaal.Web.Tests.Anonymity;

/// <summary>Nowhere does it stand at what time of day somebody without a name did something.</summary>
public sealed partial class ClockTimeTests(MailPortal portal) : MailTest(portal)
{
    private readonly MailPortal _portal = portal;

    [Fact]
    public async Task No_column_of_any_table_holds_a_time_of_day_but_a_fixed_moment()
    {
        var (anonymous, confidential) = (_portal.Nameless(), _portal.As(_portal.Cast.Reporter));
        _portal.ItIs("2026-09-07 14:37:21");
        await anonymous.Raises(Nameless.Form(_portal.Cast.Units["TEAM"]));
        await _portal.HasAnAdviser();
        var code = await confidential.RaisesConfidentially();
        (await Times()).ShouldNotBeEmpty();
        await NothingTells();

        await _portal.LetTheLineSeeIt();
        await _portal.SendsMail();
        await _portal.Does(_portal.Cast.HeadOfDepartment, anonymous.Reference, new AskReporter { Question = "Welke?" });
        _portal.ItIs("2026-09-08 11:41:07");
        await anonymous.Follows();
        await anonymous.Does("Reply", new() { ["Input.ReplyText"] = "Die beneden." });
        var other = _portal.Nameless();
        await other.Shows(code);
        await other.Does("Facts", new() { ["Input.Facts"] = "Nog iets." });
        await anonymous.Gives("Union", "Spreek namens mij.", _portal.Today.AddDays(90));
        (await _portal.Database.Scalar<long>("select count(*) from messages where kind = 'EntrustedToUnion'")).ShouldBe(1);
        await NothingTells();

        (await _portal.Database.Scalar<long>("select count(*) from mails where state = 'Waiting'")).ShouldBeGreaterThan(0);
        await _portal.SendsMail();
        (await _portal.Database.Scalar<long>("select count(*) from mails where state = 'Waiting'")).ShouldBeGreaterThan(0, "It waits for one o'clock.");
        _portal.ItIs("2026-09-08 13:00:01");
        await _portal.SendsMail();
        (await _portal.Database.Scalar<long>("select count(*) from mails where state = 'Waiting'")).ShouldBe(1, "What was given can be read tomorrow.");
        _portal.ItIs("2026-09-09 08:59:59");
        (await _portal.SendsMail()).ShouldBe(0);
        _portal.ItIs("2026-09-09 09:00:01");
        (await _portal.SendsMail()).ShouldBe(1);
        await anonymous.Follows();
        await anonymous.Does("TakeBack", []);
        await NothingTells();
        await other.Shows(code);

        await other.Does("Withdraw", new() { ["Input.Reason"] = "Laat maar." });
        await NothingTells();
    }

    [Fact]
    public async Task The_line_is_told_at_the_fixed_moment_and_not_before()
    {
        _portal.ItIs("2026-09-07 14:37:21");
        await _portal.Nameless().Raises(Nameless.Form(_portal.Cast.Units["TEAM"]));
        await _portal.LetTimePass();
        (await Told()).ShouldBe(0);

        _portal.ItIs("2026-09-08 08:59:59");
        await _portal.LetTimePass();
        (await Told()).ShouldBe(0);

        _portal.ItIs("2026-09-08 09:00:04");
        await _portal.LetTimePass();
        (await Told()).ShouldBe(1);
        (await _portal.Database.Scalar<DateOnly>("select on_day from messages")).ShouldBe(new DateOnly(2026, 9, 8));
        (await _portal.SendsMail()).ShouldBe(1);
    }

    /// <summary>An id that holds a time, or a number that counts up, tells the order of things.</summary>
    [Fact]
    public async Task No_id_tells_when_or_in_which_order()
    {
        await _portal.Nameless().Raises(Nameless.Form(_portal.Cast.Units["TEAM"]));

        (await _portal.Database.Scalar<long>("select count(*) from information_schema.sequences")).ShouldBe(0);
        (await _portal.Database.Scalar<long>("select count(*) from information_schema.columns where table_schema = 'public' and is_identity = 'YES'")).ShouldBe(0);
        var ids = await Values("uuid", "value::text");
        ids.Select(id => id.Split(' ')[^1]).ShouldAllBe(id => id[14] == '4' || id == $"{Guid.Empty}");
    }

    /// <summary>Also the log of a signal that is raised confidentially, by somebody who is signed in.</summary>
    [Fact]
    public async Task The_log_has_no_line_of_what_somebody_without_a_name_did()
    {
        await _portal.As(_portal.Cast.Reporter).Open("/signalen/nieuw");
        var before = _portal.Log.Lines.Count;
        var anonymous = _portal.Nameless();
        await anonymous.Raises(Nameless.Form(_portal.Cast.Units["TEAM"]));
        await anonymous.Follows();
        await anonymous.Does("Facts", new() { ["Input.Facts"] = "Meer." });
        await anonymous.Gives("Union", "Spreek namens mij.", _portal.Today.AddDays(90));
        await anonymous.Does("TakeBack", []);
        await anonymous.Shows("0000");
        await anonymous.Open("/../bestaat-niet");
        _portal.Log.Lines.Count.ShouldBe(before);

        await _portal.HasAnAdviser();
        await _portal.As(_portal.Cast.Reporter).RaisesConfidentially();
        _portal.Log.Lines.Skip(before).ShouldNotContain(line => line.Contains("SubmitSignal") || line.Contains("PreviewSignal"));
    }

    private Task<long> Told() => _portal.Database.Scalar<long>("select (select count(*) from messages) + (select count(*) from mails) / 2");

    private async Task NothingTells()
    {
        // That somebody was signed in is known, to five minutes, for as long as the session lasts: see the threat model.
        var tells = (await Times()).Where(time => !IsFixed(time) && !time.StartsWith("sessions.", StringComparison.Ordinal)).ToList();
        tells.ShouldBeEmpty();
        var texts = await Values("text, jsonb, json, varchar", "value::text");

        // Of the deployment, made when the portal first starts.
        texts.Where(text => TimeOfDay().IsMatch(text) && !text.StartsWith("data_protection_keys.", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    /// <summary>Midnight, nine or one on a Dutch clock; within the seconds in which the worker comes by.</summary>
    private static bool IsFixed(string time)
    {
        var at = DateTimeOffset.Parse(string.Join(' ', time.Split(' ')[1..]), CultureInfo.InvariantCulture).InAmsterdam.TimeOfDay;
        return new[] { 0, 9, 13 }.Any(hour => at >= TimeSpan.FromHours(hour) && at < TimeSpan.FromHours(hour) + TimeSpan.FromSeconds(10));
    }

    private Task<IReadOnlyList<string>> Times() => Values(
        "timestamptz, timestamp, time, timetz", "to_char(value at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS') || ' +00:00'", "leased_until");

    /// <summary>Of all columns of these types: table.column and the value.</summary>
    private async Task<IReadOnlyList<string>> Values(string types, string shown, string except = "")
    {
        var columns = await _portal.Database.Scalar<string[]>($"""
            select array_agg(table_name || '.' || column_name) from information_schema.columns c join pg_tables t on t.tablename = c.table_name and t.schemaname = 'public'
            where table_schema = 'public' and udt_name = any(string_to_array('{types}', ', ')) and column_name <> '{except}'
            """);
        var values = new List<string>();
        foreach (var column in columns!)
        {
            var (table, name) = (column.Split('.')[0], column.Split('.')[1]);
            values.AddRange(await _portal.Database.Scalar<string[]>(
                $"""select coalesce(array_agg('{column} ' || ({shown})), array[]::text[]) from (select "{name}" as value from "{table}") all_values where value is not null""") ?? []);
        }

        return values;
    }

    [GeneratedRegex(@"\b\d\d:\d\d:\d\d|T\d\d:\d\d")]
    private static partial Regex TimeOfDay();
}
