using FsCheck;
using FsCheck.Fluent;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Tests.Organisations;

public class AbsenceTests
{
    private static readonly Guid[] People = [.. Enumerable.Range(0, 5).Select(_ => Guid.NewGuid())];

    private static readonly DateOnly Today = Given.November(2);

    [Fact]
    public void An_absence_ends_on_or_after_its_first_day_and_today_and_within_a_year()
    {
        Away(0, deputy: 1, from: 2, until: 2).RequireThatItFits([], Today);
        Away(0, deputy: 1, from: 1, until: 2).RequireThatItFits([], Today);
        var tooLong = new Absence { PersonId = People[0], DeputyId = People[1], From = Today, Until = Today.AddDays(Absence.LongestInDays + 1) };

        foreach (var absence in new[] { Away(0, deputy: 1, from: 6, until: 5), Away(0, deputy: 1, from: 1, until: 1), tooLong })
        {
            Given.Breaks(AbsenceRule.AnAbsenceEndsAfterItBegins, () => absence.RequireThatItFits([], Today));
        }
    }

    [Fact]
    public void Who_is_away_has_somebody_else_as_deputy() =>
        Given.Breaks(AbsenceRule.TheDeputyIsSomebodyElse, () => Away(0, deputy: 0, from: 2, until: 6).RequireThatItFits([], Today));

    [Fact]
    public void There_is_one_deputy_at_a_time()
    {
        var first = Away(0, deputy: 1, from: 2, until: 6);

        Given.Breaks(AbsenceRule.OneDeputyAtATime, () => Away(0, deputy: 2, from: 6, until: 9).RequireThatItFits([first], Today));
        Given.Breaks(AbsenceRule.OneDeputyAtATime, () => Away(0, deputy: 2, from: 1, until: 2).RequireThatItFits([first], Today));
        Away(0, deputy: 2, from: 7, until: 9).RequireThatItFits([first], Today);
        Away(3, deputy: 1, from: 2, until: 6).RequireThatItFits([first], Today);
    }

    [Fact]
    public void Two_people_do_not_deputise_for_each_other_on_the_same_day()
    {
        var first = Away(0, deputy: 1, from: 2, until: 6);

        Given.Breaks(AbsenceRule.DeputiesDoNotGoRound, () => Away(1, deputy: 0, from: 6, until: 9).RequireThatItFits([first], Today));
        Away(1, deputy: 0, from: 7, until: 9).RequireThatItFits([first], Today);
    }

    [Fact]
    public void A_longer_way_round_is_one_only_when_all_are_away_on_one_day()
    {
        var (first, second) = (Away(0, deputy: 1, from: 2, until: 6), Away(1, deputy: 2, from: 5, until: 12));

        Given.Breaks(AbsenceRule.DeputiesDoNotGoRound, () => Away(2, deputy: 0, from: 6, until: 9).RequireThatItFits([first, second], Today));
        Away(2, deputy: 0, from: 7, until: 12).RequireThatItFits([first, second], Today);
        Away(2, deputy: 3, from: 2, until: 12).RequireThatItFits([first, second], Today);
    }

    [Fact]
    public void What_fits_is_what_leaves_on_each_day_one_deputy_and_no_way_round() => Prop
        .ForAll(AnyAbsences, absences =>
        {
            var accepted = new List<Absence>();
            foreach (var absence in absences)
            {
                var broken = BrokenBy(absence, accepted);

                broken.ShouldBe(ByHand(absence, accepted), InWords(absence, accepted));
                accepted.AddRange(broken is null ? [absence] : []);
            }

            AllDays.ShouldAllBe(day => People.All(person => !GoesRound(person, day, accepted)));
        })
        .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    private static IEnumerable<DateOnly> AllDays => Enumerable.Range(1, 30).Select(Given.November);

    private static Arbitrary<Absence[]> AnyAbsences =>
        (from person in Gen.Choose(0, People.Length - 1)
         from deputy in Gen.Choose(0, People.Length - 1)
         from start in Gen.Choose(2, 20)
         from length in Gen.Choose(0, 8)
         select Away(person, deputy, start, start + length)).ArrayOf().Resize(14).ToArbitrary();

    private static Absence Away(int person, int deputy, int from, int until) =>
        new() { PersonId = People[person], DeputyId = People[deputy], From = Given.November(from), Until = Given.November(until) };

    private static AbsenceRule? BrokenBy(Absence absence, IReadOnlyCollection<Absence> others)
    {
        try
        {
            absence.RequireThatItFits(others, Today);
            return null;
        }
        catch (BrokenRuleException broken)
        {
            return (AbsenceRule)broken.Rule;
        }
    }

    /// <summary>The same, day by day.</summary>
    private static AbsenceRule? ByHand(Absence absence, List<Absence> others)
    {
        var days = AllDays.Where(day => IsOn(absence, day)).ToList();
        List<Absence> all = [.. others, absence];
        return absence.DeputyId == absence.PersonId ? AbsenceRule.TheDeputyIsSomebodyElse
            : days.Any(day => all.Count(one => one.PersonId == absence.PersonId && IsOn(one, day)) > 1) ? AbsenceRule.OneDeputyAtATime
            : days.Any(day => GoesRound(absence.PersonId, day, all)) ? AbsenceRule.DeputiesDoNotGoRound
            : null;
    }

    private static bool GoesRound(Guid person, DateOnly day, List<Absence> absences)
    {
        var passed = new HashSet<Guid>();
        for (Guid? current = person; current is not null; current = DeputyOf(current.Value))
        {
            if (!passed.Add(current.Value))
            {
                return true;
            }
        }

        return false;

        Guid? DeputyOf(Guid somebody) => absences.SingleOrDefault(absence => absence.PersonId == somebody && IsOn(absence, day))?.DeputyId;
    }

    private static bool IsOn(Absence absence, DateOnly day) => absence.From <= day && day <= absence.Until;

    private static string InWords(Absence absence, List<Absence> others) => string.Join("; ", others.Append(absence).Select(one =>
        $"{Array.IndexOf(People, one.PersonId)} -> {Array.IndexOf(People, one.DeputyId)} from {one.From.Day} until {one.Until.Day}"));
}
