using System.Text;
using FsCheck;
using FsCheck.Fluent;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Tests.Stories;

/// <summary>A signal and what random people try to do to it on random days. Told twice it goes the same way.</summary>
/// <param name="Disclosure">Who is anonymous has no own line: that of the unit that was picked counts.</param>
/// <param name="AboutTheDesk">Who act for the desk are left out.</param>
/// <param name="LargeFrom">How many units of a line are too small to hide in.</param>
/// <param name="HiddenDays">How many days until the line sees it, at nine; null for at once.</param>
internal sealed record Story(
    SignalKind Kind, RiskLevel Risk, bool AboutMyManager, bool AboutTheDesk, Disclosure Disclosure, int LargeFrom, int? HiddenDays, int StartsAt, Staff Staff, IReadOnlyList<Step> Steps)
{
    public static Arbitrary<Story> Any { get; } = Arb.From(AnyStory, Shorter);

    /// <summary>Whom the reporter leaves out: of the own unit and those above it, the first manager who is not the reporter.</summary>
    public Guid? WhomItIsAbout => OwnLine.Units
        .Select(unit => unit.ManagerId)
        .FirstOrDefault(manager => AboutMyManager && manager is not null && manager != By.PersonId);

    /// <summary>All that are left out: where one would tell in which small unit the reporter works, the managers of all of those.</summary>
    public IReadOnlyCollection<Guid> LeftOut => [.. LeftOutOfTheLine.Union((DeskPeople ?? []).Where(person => Disclosure is not Disclosure.Named || person != By.PersonId))];

    private IReadOnlyCollection<Guid>? DeskPeople => AboutTheDesk ? [.. Staff.WhoActFor(Given.Desk.UnitId).Select(person => person.PersonId)] : null;

    private IReadOnlyCollection<Guid> LeftOutOfTheLine =>
        WhomItIsAbout is not { } manager ? []
        : Disclosure is Disclosure.Named || OwnLine.Sheltering(People).Units.Any(unit => unit.ManagerId == manager) ? [manager]
        : [.. ManagersOfSmallUnits.Union([manager])];

    /// <summary>Null for who raised it with a name.</summary>
    public Shelter? Shelter => Disclosure is Disclosure.Named ? null : new(Disclosure, People, ManagersOfSmallUnits, HiddenUntil);

    /// <summary>Who sends it.</summary>
    public Viewer By => Disclosure is Disclosure.Anonymous ? Viewer.Nobody with { OrganisationId = Given.Reporter.OrganisationId } : Staff.Person(Staff.Reporter);

    public ManagementLine Line => Staff.LineFrom(Staff.Units[StartsAt].UnitId);

    public ManagementLine OwnLine => Disclosure is Disclosure.Anonymous ? Line : Staff.LineFrom(Given.Team.UnitId);

    public DateTimeOffset? HiddenUntil => HiddenDays is not { } days ? null
        : Domain.Signals.Shelter.AsksWhen(Kind, Risk) ? FixedMoment.ForUrgent(Given.Monday.At)
        : DutchTime.At(Given.November(2).AddDays(days), new TimeOnly(9, 0));

    /// <summary>The more of each line is too small, the higher the first unit that is not.</summary>
    public IReadOnlyDictionary<Guid, int> People => Staff.Units.ToDictionary(
        unit => unit.UnitId, unit => Staff.LineFrom(unit.UnitId).Units.Count <= 4 - LargeFrom ? ManagementLine.FewestPeople : ManagementLine.FewestPeople - 1);

    private IReadOnlyCollection<Guid> ManagersOfSmallUnits => [.. Staff.Units
        .Where(unit => People[unit.UnitId] < ManagementLine.FewestPeople)
        .Select(unit => Staff.Unit(unit.UnitId).ManagerId).OfType<Guid>().Distinct()];

    /// <summary>Null when nobody could take the signal, so that it was not raised.</summary>
    /// <param name="look">Is shown the signal after it was raised and after each step.</param>
    public Moment? Tell(Action<Moment>? look = null)
    {
        var told = new StringBuilder($"\n{this}\n");
        var (staff, now) = (Staff, Given.Monday);
        Signal signal;
        try
        {
            signal = Signal.Submit(Kind, Given.Content, Risk, AboutMyManager, Line, OwnLine, staff.Unit(Given.Desk.UnitId), By, now, Shelter,
                oversight: staff.Oversight, aboutTheDesk: DeskPeople);
        }
        catch (BrokenRuleException)
        {
            return null;
        }

        var moment = new Moment(this, signal, staff, now, Deed: null, By, Broken: null, Events: 1);
        Look(moment);
        foreach (var step in Steps)
        {
            now = now.AddDays(step.DaysLater);
            if (signal.HiddenUntil <= now.At)
            {
                // Within seconds after that moment.
                var count = signal.Timeline.Count;
                moment = moment with { Staff = staff, Now = now, Deed = Stories.Deed.PassTime, By = null, Broken = null };
                moment.PassTime();
                moment = moment with { Events = signal.Timeline.Count - count };
                told.AppendLine($"  {now.Today:yyyy-MM-dd} The line gets to see it");
                Look(moment);
            }

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
        $"{Kind}, {Risk}, {Disclosure}, {LargeFrom} too small, hidden for {HiddenDays}{(AboutMyManager ? ", about my manager" : "")}{(AboutTheDesk ? ", about the desk" : "")}, for the {Staff.NameOf(StartsAt)}\n"
        + $"  {Staff}\n  {string.Join(", ", Steps)}";

    private static Gen<Story> AnyStory =>
        from kind in Gen.Elements(Enum.GetValues<SignalKind>())
        from risk in Gen.Elements(Enum.GetValues<RiskLevel>())
        from aboutMyManager in Gen.Elements(true, false)
        from aboutTheDesk in Gen.Frequency((5, Gen.Constant(false)), (1, Gen.Constant(true)))
        from disclosure in Gen.Frequency(
            (3, Gen.Constant(Disclosure.Named)), (1, Gen.Constant(Disclosure.Confidential)), (1, Gen.Constant(Disclosure.Anonymous)))
        from largeFrom in Gen.Choose(0, 4)
        from hiddenDays in disclosure is Disclosure.Named ? Gen.Constant<int?>(null) : Gen.Elements<int?>(null, 1, 3)
        from startsAt in Gen.Frequency((5, Gen.Constant(0)), (1, Gen.Choose(0, 5)))
        from staff in AnyStaff
        from length in Gen.Choose(0, 40)
        from steps in AnyStep.ArrayOf(length)
        select new Story(kind, risk, aboutMyManager, aboutTheDesk, disclosure, largeFrom, hiddenDays, startsAt, staff, steps);

    private static Gen<Staff> AnyStaff =>
        from managers in Gen.CollectToArray(Enumerable.Range(1, Staff.Units.Count), AnyManager)
        from count in Gen.Choose(0, 4)
        from deputies in Gen.Choose(0, Staff.Units.Count - 1)
            .SelectMany(unit => Gen.Choose(0, Staff.People.Count - 1).Select(person => (unit, person)))
            .ArrayOf(count)
        from hasOversight in Gen.Frequency((3, Gen.Constant(true)), (1, Gen.Constant(false)))
        select new Staff(managers, deputies, hasOversight);

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

        if (story.HiddenDays is not null)
        {
            yield return story with { HiddenDays = null };
        }

        if (story.AboutMyManager)
        {
            yield return story with { AboutMyManager = false };
        }

        if (story.AboutTheDesk)
        {
            yield return story with { AboutTheDesk = false };
        }
    }
}
