using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Display;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Pages;

/// <summary>How soon a reporter hears something, in words: what the clocks of the domain say, for each risk and kind that has its own.</summary>
public sealed record TermRow(string Label, string Acknowledge, string Answer)
{
    public static IReadOnlyList<TermRow> All
    {
        get
        {
            var risks = Enum.GetValues<RiskLevel>().OrderDescending().Where(risk => Clock.Of(risk) is not null)
                .Select(risk => Of(string.Format(HomeTexts.RiskIs, risk.Text.ToLower()), Clock.Of(risk)!));
            var kinds = Enum.GetValues<SignalKind>().GroupBy(kind => (Clock.Of(kind).Acknowledge, Clock.Of(kind).Answer)).OrderBy(group => group.Count()).ToList();
            return [..
                risks,
                .. kinds.SkipLast(1).Select(kinds => Of(Enumeration.Of([.. kinds.Select((kind, place) => place == 0 ? kind.Text : kind.Text.ToLower())]), Clock.Of(kinds.First()))),
                Of(HomeTexts.AllOthers, Clock.Of(kinds[^1].First()))];
        }
    }

    private static TermRow Of(string label, Terms terms) => new(label, InWords(terms.Acknowledge), string.Format(IsCountedAfter(terms) ? HomeTexts.AfterThat : "{0}", InWords(terms.Answer)));

    /// <summary>The law counts the months from when it was confirmed.</summary>
    private static bool IsCountedAfter(Terms terms) => terms.Answer.Unit is TermUnit.Month;

    private static string InWords(Term term) => (term.Unit, term.Count) switch
    {
        (TermUnit.WorkingDay, 0) => HomeTexts.SameDay,
        (TermUnit.WorkingDay, 1) => string.Format(HomeTexts.WorkingDay, 1),
        (TermUnit.WorkingDay, var days) => string.Format(HomeTexts.WorkingDays, days),
        (TermUnit.CalendarDay, 1) => HomeTexts.OneCalendarDay,
        (TermUnit.CalendarDay, var days) => string.Format(HomeTexts.CalendarDays, days),
        (TermUnit.Month, var months) => string.Format(HomeTexts.Months, months),
        _ => throw new InvalidOperationException($"No words for {term}."),
    };
}
