using System.Text.Json;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Insight;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Insight;

/// <summary>The counts of the top, made anew from nothing but the events: one signal after the other, as somebody with paper and pencil would.</summary>
internal static class Recount
{
    private static readonly string[] Upwards = ["team", "afdeling", "directie", "bestuur"];

    public static async Task<Dictionary<string, Dictionary<string, int>>> Of(Portal portal)
    {
        var layers = JsonSerializer.Deserialize<Dictionary<Guid, string>>((await portal.Database.Scalar<string>("select json_object_agg(id, layer)::text from units"))!)!;
        var events = JsonSerializer.Deserialize<Event[]>((await portal.Database.Scalar<string>("""
            select json_agg(json_build_object('Signal', signal_id, 'Kind', e.kind, 'Facts', facts::json, 'At', at, 'For', acted_for_unit_id, 'Theme', s.theme) order by signal_id, seq)::text
            from timeline_entries e join signals s on s.id = e.signal_id
            """))!)!;
        var counts = new[] { "Stranding", "Waiting", "Reason", "ReasonOfTheme", "Verdict", "Promise", "Silence", "Theme", "Raised" }
            .ToDictionary(figure => figure, _ => new Dictionary<string, int>());
        foreach (var signal in events.GroupBy(happened => happened.Signal))
        {
            foreach (var (figure, key) in Counted([.. signal], layers, portal.Today))
            {
                counts[figure][key] = counts[figure].GetValueOrDefault(key) + 1;
            }
        }

        return counts;
    }

    private static IEnumerable<(string Figure, string Key)> Counted(List<Event> timeline, Dictionary<Guid, string> layers, DateOnly today)
    {
        var (first, raisedOn) = (timeline[0], timeline[0].At.DutchDate);
        string LayerOf(string unit) => layers[Guid.Parse(unit)];
        var started = LayerOf(first["Unit"]!);
        var (holder, reached, state, outcome) = (started, started, "Undecided", "");
        var (answers, reasons, promises) = (new List<(string Verdict, string By)>(), new HashSet<(string Layer, string Reason)>(), new Dictionary<string, (string Fate, string By)>());
        foreach (var happened in timeline)
        {
            switch (happened.Kind)
            {
                case "Escalated":
                    holder = LayerOf(happened["To"]!);
                    reached = Array.IndexOf(Upwards, holder) > Array.IndexOf(Upwards, reached) ? holder : reached;
                    state = "Undecided";
                    if (happened["Cause"] == "BySilence")
                    {
                        yield return ("Silence", LayerOf(happened["From"]!));
                    }

                    break;

                case "Rerouted":
                    holder = LayerOf(happened["To"]!);
                    break;

                case "Answered":
                    (state, outcome) = ("Answered", happened["Outcome"]!);
                    answers.Add(("", happened["VerdictBy"]!));
                    if (happened["Reason"] is { } reason)
                    {
                        reasons.Add((layers[happened.For!.Value], reason));
                    }

                    break;

                case "VerdictGiven":
                    answers[^1] = (happened["Verdict"]!, "");
                    state = happened["Closes"] == "True" ? "Closed" : state;
                    break;

                case "ClosedWithoutReaction":
                    state = "NoReaction";
                    answers[^1] = answers[^1].Verdict.Length > 0 ? answers[^1] : ("NoReaction", "");
                    break;

                case "Promised":
                    promises[happened["Promise"]!] = ("Open", happened["By"]!);
                    break;

                case "PromiseMoved":
                    promises[happened["Promise"]!] = ("Moved", "");
                    break;

                case "PromiseJudged":
                    promises[happened["Promise"]!] = (happened["Judgement"]!, "");
                    break;
            }
        }

        var ending = state switch
        {
            "Closed" => outcome switch { "Adopted" or "PartlyAdopted" => "Adopted", "NotAdopted" => "NotAdopted", _ => "Elsewhere" },
            "NoReaction" => "NoReaction",
            _ => "",
        };
        yield return ("Stranding", $"{started} {reached} {ending}".Trim());
        var quarter = new DateOnly(today.Year, (((today.Month - 1) / 3) * 3) + 1, 1);
        if (raisedOn < quarter && raisedOn >= quarter.AddYears(-1))
        {
            yield return ("Raised", first["Unit"]!);
        }

        if (ending.Length == 0)
        {
            var age = (today.DayNumber - raisedOn.DayNumber) switch { _ when state == "Answered" => "Answered", <= 7 => "Week", <= 30 => "Month", <= 60 => "TwoMonths", _ => "Longer" };
            yield return ("Waiting", $"{holder} {age}");
        }

        foreach (var (layer, reason) in reasons)
        {
            yield return ("Reason", $"{layer} {reason}");
        }

        foreach (var reason in reasons.Select(given => given.Reason).Distinct())
        {
            yield return ("ReasonOfTheme", $"{first.Theme} {reason}");
        }

        foreach (var (verdict, by) in answers)
        {
            yield return ("Verdict", verdict.Length > 0 ? verdict : DateOnly.Parse(by) < today ? "NoReaction" : "Awaited");
        }

        foreach (var (fate, by) in promises.Values)
        {
            yield return ("Promise", fate is not "Open" ? fate : DateOnly.Parse(by) < today ? "NotJudged" : "Ahead");
        }

        // Whole weeks from Monday: four of them, and twenty-six before those.
        var weeks = (Monday(today).DayNumber - Monday(raisedOn).DayNumber) / 7;
        if (weeks is >= 1 and <= GrowingTheme.RecentWeeks + GrowingTheme.EarlierWeeks)
        {
            yield return ("Theme", $"{first.Theme} {(weeks <= GrowingTheme.RecentWeeks ? "Recent" : "Earlier")}");
        }
    }

    private static DateOnly Monday(DateOnly day) => Enumerable.Range(0, 7).Select(back => day.AddDays(-back)).Single(monday => monday.DayOfWeek is DayOfWeek.Monday);

    private sealed record Event(Guid Signal, string Kind, JsonElement Facts, DateTimeOffset At, Guid? For, string Theme)
    {
        public string? this[string fact] => Facts.TryGetProperty(fact, out var value) ? value.ToString() : null;
    }
}
