using System.Text;
using FsCheck;
using FsCheck.Fluent;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Tests.Stories;

/// <summary>A signal and what random people try to do to it on random days. Told twice it goes the same way.</summary>
internal sealed record Story(SignalKind Kind, RiskLevel Risk, bool AboutMyManager, int StartsAt, Staff Staff, IReadOnlyList<Step> Steps)
{
    public static Arbitrary<Story> Any { get; } = Arb.From(AnyStory, Shorter);

    /// <summary>Whom the reporter leaves out: of the own unit and those above it, the first manager who is not the reporter.</summary>
    public Guid? WhomItIsAbout => Staff.LineFrom(Given.Team.UnitId).Units
        .Select(unit => unit.ManagerId)
        .FirstOrDefault(manager => AboutMyManager && manager is not null && manager != Given.Reporter.PersonId);

    /// <summary>Null when nobody could take the signal, so that it was not raised.</summary>
    /// <param name="look">Is shown the signal after it was raised and after each step.</param>
    public Moment? Tell(Action<Moment>? look = null)
    {
        var told = new StringBuilder($"\n{this}\n");
        var (staff, now) = (Staff, Given.Monday);
        Signal signal;
        try
        {
            var ownLine = staff.LineFrom(Given.Team.UnitId);
            var line = staff.LineFrom(Staff.Units[StartsAt].UnitId);
            signal = Signal.Submit(
                Kind, Given.Content, Risk, AboutMyManager, line, ownLine, staff.Unit(Given.Desk.UnitId), staff.Person(Staff.Reporter), now);
        }
        catch (BrokenRuleException)
        {
            return null;
        }

        var moment = new Moment(this, signal, staff, now, Deed: null, By: staff.Person(Staff.Reporter), Broken: null, Events: 1);
        Look(moment);
        foreach (var step in Steps)
        {
            now = now.AddDays(step.DaysLater);
            staff = step.Appointment is { } appointment ? staff.With(appointment.Unit, appointment.Manager) : staff;
            var by = step.Who(signal, staff);
            var deed = step.What(signal);
            var before = signal.Timeline.Count;
            var broken = BrokenBy(() => step.Do(signal, staff, by, now));
            moment = new Moment(this, signal, staff, now, deed, by, broken, signal.Timeline.Count - before);
            told.AppendLine(moment.InWords(step));
            Look(moment);
        }

        return moment;

        void Look(Moment shown)
        {
            try
            {
                look?.Invoke(shown);
            }
            catch (ShouldAssertException broken)
            {
                throw new ShouldAssertException($"{told}  Here: {broken.Message}");
            }
        }
    }

    public static SignalRule? BrokenBy(Action act)
    {
        try
        {
            act();
            return null;
        }
        catch (BrokenRuleException broken)
        {
            return (SignalRule)broken.Rule;
        }
    }

    public override string ToString() =>
        $"{Kind}, {Risk}{(AboutMyManager ? ", about my manager" : "")}, for the {Staff.NameOf(StartsAt)}\n"
        + $"  {Staff}\n  {string.Join(", ", Steps)}";

    private static Gen<Story> AnyStory =>
        from kind in Gen.Elements(Enum.GetValues<SignalKind>())
        from risk in Gen.Elements(Enum.GetValues<RiskLevel>())
        from aboutMyManager in Gen.Elements(true, false)
        from startsAt in Gen.Frequency((5, Gen.Constant(0)), (1, Gen.Choose(0, 5)))
        from staff in AnyStaff
        from length in Gen.Choose(0, 40)
        from steps in AnyStep.ArrayOf(length)
        select new Story(kind, risk, aboutMyManager, startsAt, staff, steps);

    private static Gen<Staff> AnyStaff =>
        from managers in Gen.CollectToArray(Enumerable.Range(1, Staff.Units.Count), AnyManager)
        from count in Gen.Choose(0, 4)
        from deputies in Gen.Choose(0, Staff.Units.Count - 1)
            .SelectMany(unit => Gen.Choose(0, Staff.People.Count - 1).Select(person => (unit, person)))
            .ArrayOf(count)
        select new Staff(managers, deputies);

    private static Gen<int?> AnyManager(int usual) => Gen.Frequency(
        (7, Gen.Constant<int?>(usual)),
        (2, Gen.Choose(0, Staff.People.Count - 1).Select(person => (int?)person)),
        (1, Gen.Constant<int?>(null)));

    private static Gen<Step> AnyStep =>
        from deed in Gen.Frequency(
            (40, Gen.Constant<Deed?>(null)), (1, Gen.Constant<Deed?>(Deed.Withdraw)), (20, Gen.Elements(AllButWithdrawing)))
        from daysLater in Gen.Frequency((4, Gen.Constant(0)), (3, Gen.Choose(1, 3)), (2, Gen.Choose(4, 12)), (1, Gen.Choose(13, 60)))
        from person in Gen.Frequency((4, Gen.Constant<int?>(null)), (1, Gen.Choose(0, Step.People - 1).Select(number => (int?)number)))
        from choice in Gen.Choose(0, 9999)
        from careless in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
        from appointment in Gen.Frequency((14, Gen.Constant<(int, int?)?>(null)), (1, AnAppointment))
        select new Step(deed, daysLater, person, choice, careless, appointment);

    private static IEnumerable<Deed?> AllButWithdrawing => Enum.GetValues<Deed>().Except([Deed.Withdraw]).Select(deed => (Deed?)deed);

    private static Gen<(int, int?)?> AnAppointment => Gen
        .Choose(0, Staff.Units.Count - 1)
        .SelectMany(unit => AnyManager(unit + 1).Select(manager => ((int, int?)?)(unit, manager)));

    private static IEnumerable<Story> Shorter(Story story)
    {
        for (var length = story.Steps.Count / 2; length > 0; length /= 2)
        {
            for (var start = 0; start < story.Steps.Count; start += length)
            {
                yield return story with { Steps = [.. story.Steps.Take(start), .. story.Steps.Skip(start + length)] };
            }
        }

        if (story.Staff != Staff.Usual)
        {
            yield return story with { Staff = Staff.Usual };
        }

        if (story.AboutMyManager)
        {
            yield return story with { AboutMyManager = false };
        }
    }
}
