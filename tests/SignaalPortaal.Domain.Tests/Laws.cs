using System.Collections.Concurrent;
using FsCheck;
using FsCheck.Fluent;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Domain.Tests.Stories;

namespace SignaalPortaal.Domain.Tests;

/// <summary>The four laws of design.md, section 1, over random stories: whatever people try, in whatever order, these hold.</summary>
public class Laws
{
    private static readonly ConcurrentDictionary<string, Func<Signal, bool>> Eyes = new();

    [Fact]
    public void No_silence() => Hold(() =>
    {
        Guid? heldBefore = null;
        return moment =>
        {
            var signal = moment.Signal;
            (signal.DueOn is not null).ShouldBe(signal.IsOpen, "An open signal has a last day in time, and a closed one has none.");
            (signal.NextStepOn is not null || !signal.IsOpen).ShouldBeTrue("An open signal has a day on which time itself does something.");
            var hasPassed = moment.Deed is Deed.PassTime && signal.HiddenUntil is null && signal.NextStepOn <= moment.Now.Today;
            hasPassed.ShouldBeFalse("Time has passed, and something is still waiting for it.");
            (signal.ClosedBecause is null).ShouldBe(signal.IsOpen, "A closed signal says why, and an open one has no such reason.");
            MissedByTheHolder(signal).Select(missed => missed.MissedOn).ShouldBeUnique("A term that was missed was told twice.");
            if (signal.HeldByUnitId != heldBefore)
            {
                CanHold(signal.HeldByUnitId, moment).ShouldBe(
                    moment.Deed is not Deed.HandOver || moment.Staff.LineFrom(heldBefore!.Value).Above.Any(unit => CanHold(unit.UnitId, moment)),
                    "It went to a unit that nobody manages, to its own reporter or to the person whom it is about.");
                (signal.DueOn < moment.Now.Today && !signal.Status.AwaitsTheReporter).ShouldBeFalse("It arrived too late to be in time.");
                heldBefore = signal.HeldByUnitId;
            }
        };
    });

    [Fact]
    public void No_shadow_file() => Hold(() =>
    {
        IReadOnlyList<string> before = [];
        return moment =>
        {
            var (signal, after) = (moment.Signal, moment.Signal.TimelineLines);
            after.Take(before.Count).SequenceEqual(before).ShouldBeTrue("What stood on the timeline is not what stands there now.");
            (after.Count > before.Count).ShouldBe(moment.WasDone, "What is done is on the timeline, and nothing else.");
            signal.Timeline.Select(entry => entry.Seq - 1).SequenceEqual(Enumerable.Range(0, after.Count)).ShouldBeTrue("There is a gap.");
            foreach (var entry in signal.Timeline.Skip(before.Count))
            {
                (entry.ActorId, entry.At).ShouldBe((ActorOf(moment, entry), MomentOf(moment)), "The timeline says that another did it, or when.");
                entry.ActedAs.ShouldBe(CapacityOf(moment.By, signal, entry), "The timeline says that it was done in another capacity.");
            }

            before = after;
        };
    });

    [Fact]
    public void No_softening() => Hold(() =>
    {
        string? original = null;
        return moment =>
        {
            var signal = moment.Signal;
            original ??= signal.Original;
            signal.Original.ShouldBe(original);
            (signal.Kind, signal.Risk, signal.Content.Words).ShouldBe((moment.Story.Kind, moment.Story.Risk, Given.Content.Words));
            foreach (var assessed in signal.Timeline.Select(entry => entry.Happened).OfType<Assessed>())
            {
                assessed.Lowers.ShouldBe(assessed.Risk is not null && (int)assessed.Risk < (int)moment.Story.Risk);
                string.IsNullOrWhiteSpace(assessed.Reason).ShouldBe(!assessed.Lowers, "A lower risk has a reason, and only that.");
            }
        };
    });

    [Fact]
    public void No_exposure() => Hold(() =>
    {
        Staff? staff = null;
        IReadOnlyList<(Viewer Viewer, Func<Signal, bool> Sees)> onlookers = [];
        return moment =>
        {
            if (staff != moment.Staff)
            {
                staff = moment.Staff;
                onlookers = [.. Onlookers(staff).Select(viewer => (viewer, EyesOf(viewer)))];
            }

            foreach (var (viewer, sees) in onlookers)
            {
                sees(moment.Signal).ShouldBe(MaySee(viewer, moment), viewer.Name);
            }

            // Who raised it may be the last who sees it.
            var doer = moment.WasDone && moment.Deed is not null ? moment.By : null;
            (doer is null || MaySee(doer, moment)).ShouldBeTrue($"{doer?.Name} did something to a signal that does not exist for them.");
        };
    });

    [Fact]
    public void What_is_refused_changes_nothing() => Hold(() =>
    {
        var (before, beforeButReminders) = ("", "");
        return moment =>
        {
            var (after, afterButReminders) = (moment.Signal.Everything, moment.Signal.EverythingButReminders);
            (afterButReminders == beforeButReminders).ShouldBe(!moment.WasDone);
            (after != before && moment.Broken is not null).ShouldBeFalse("Not even a reminder is lost by what is refused.");
            (before, beforeButReminders) = (after, afterButReminders);
        };
    });

    /// <summary>Who wants to stay unknown is, in all that is kept of the signal.</summary>
    [Fact]
    public void No_name() => Hold(() => moment =>
    {
        var signal = moment.Signal;
        if (signal.Disclosure is Disclosure.Named)
        {
            return;
        }

        signal.ReporterId.ShouldBeNull();
        signal.IsSealed.ShouldBeTrue();
        signal.Timeline.Where(entry => entry.ActedAs is ActedAs.Reporter).ShouldAllBe(entry => entry.ActorId == null && entry.ActedForUnitId == null);
        signal.Timeline.Select(entry => entry.At.InAmsterdam.TimeOfDay).ShouldAllBe(time => time == TimeSpan.Zero, "A time of day is a name.");
        signal.Timeline.Select(entry => entry.At).ShouldBeInOrder();

        // Who handled it, or should have, is on it in that capacity, and nowhere else.
        var handled = signal.Timeline.Where(entry => entry.ActedForUnitId is not null).Select(entry => entry.ActorId!.Value)
            .Concat(signal.Timeline.Select(entry => entry.Happened).OfType<Escalated>().Select(moved => moved.Silent).OfType<Guid>()).ToHashSet();
        var left = moment.Story.LeftOut;
        signal.Conflicts.Select(conflict => conflict.PersonId).ShouldBe(left, ignoreOrder: true);
        if (!handled.Contains(Given.Reporter.PersonId) && !left.Contains(Given.Reporter.PersonId))
        {
            signal.Everything.ShouldNotContain(Given.Reporter.PersonId.ToString());
        }
    });

    [Fact]
    public void Nobody_but_the_reporter_knows_of_it_before_its_moment() => Hold(() => moment =>
    {
        var signal = moment.Signal;
        if (signal.HiddenUntil is null)
        {
            return;
        }

        foreach (var viewer in Onlookers(moment.Staff).Where(viewer => signal.ReporterId is null || viewer.PersonId != signal.ReporterId))
        {
            EyesOf(viewer)(signal).ShouldBeFalse(viewer.Name);
            signal.ActsOf(viewer, moment.Staff.LineFrom(signal.HeldByUnitId), moment.Now).ShouldBe(SignalActs.None);
        }

        (signal.DueOn < signal.RaisedOn).ShouldBeFalse("A term ends before anybody could act.");
        (moment.Deed is Deed.PassTime && moment.Now.At >= moment.Story.HiddenUntil).ShouldBeFalse("Its moment has come.");
        signal.Timeline.ShouldAllBe(entry => entry.ActedAs == ActedAs.Reporter || entry.Happened is HandedOver);
    });

    /// <summary>In a unit of fewer than ten a name is soon guessed.</summary>
    [Fact]
    public void What_has_no_name_starts_where_it_does_not_stand_out() => Hold(() => moment =>
    {
        if (moment.Deed is null && moment.Story.Disclosure is not Disclosure.Named && moment.Signal.HeldByUnitId != Given.Desk.UnitId
            && moment.Signal.HeldByUnitId != Given.Oversight.UnitId)
        {
            moment.Story.People[moment.Signal.HeldByUnitId].ShouldBeGreaterThanOrEqualTo(ManagementLine.FewestPeople);
        }
    });

    /// <summary>Without this the laws could hold because nothing ever happens.</summary>
    [Fact]
    public void The_stories_come_to_each_kind_of_event()
    {
        var stories = Story.Any.Generator.Sample(size: 50, numberOfSamples: 500).Select(story => story.Tell());
        Type[] told = [typeof(IdentityRequested), typeof(IdentityAnswered), typeof(IdentityAgreed), typeof(IdentityRefused), typeof(IdentityOpened), typeof(ErasureAsked), typeof(HeldForLaw), typeof(ReleasedFromHold), typeof(Erased), typeof(Summarised)];
        var kinds = typeof(TimelineEvent).Assembly.GetTypes().Where(type => type.BaseType == typeof(TimelineEvent)).Except(told);

        var happened = stories.SelectMany(end => end?.Signal.Timeline ?? []).Select(entry => entry.Happened.GetType()).Distinct();

        happened.ShouldBe(kinds, ignoreOrder: true);
    }

    /// <param name="law">Looks at one story, from its beginning.</param>
    private static void Hold(Func<Action<Moment>> law) =>
        Prop.ForAll(Story.Any, story => { story.Tell(law()); }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static IEnumerable<TermMissed> MissedByTheHolder(Signal signal) => signal.Timeline
        .Reverse()
        .Select(entry => entry.Happened)
        .TakeWhile(happened => happened is not (Submitted or Escalated or Rerouted or HandedOver or WokenUp))
        .OfType<TermMissed>();

    private static bool CanHold(Guid unitId, Moment moment) =>
        moment.Staff.Unit(unitId).ManagerId is { } manager && manager != moment.Signal.ReporterId && !moment.Story.LeftOut.Contains(manager);

    /// <summary>Of a reporter without a name nothing is said.</summary>
    private static Guid? ActorOf(Moment moment, TimelineEntry entry) =>
        entry.ActedAs is ActedAs.Reporter && moment.Signal.Disclosure is not Disclosure.Named ? null : moment.By?.PersonId;

    /// <summary>Without a name it is the day alone, and not one before that on which the line sees it.</summary>
    private static DateTimeOffset MomentOf(Moment moment)
    {
        var (signal, today) = (moment.Signal, moment.Now.Today);
        return signal.Disclosure is Disclosure.Named && signal.HiddenUntil is null
            ? moment.Now.At
            : DutchTime.At(today > signal.RaisedOn ? today : signal.RaisedOn, TimeOnly.MinValue);
    }

    private static ActedAs CapacityOf(Viewer? by, Signal signal, TimelineEntry entry) => by switch
    {
        null => ActedAs.Portal,
        _ when by.ReceiptOf == signal.Id || by.PersonId == signal.ReporterId || entry.Seq == 1 => ActedAs.Reporter,
        _ => by.UnitsActedFor[entry.ActedForUnitId!.Value] is MandateKind.Manager ? ActedAs.Manager : ActedAs.Deputy,
    };

    /// <summary>The rule for this viewer, compiled once for all stories: that takes longer than telling one.</summary>
    private static Func<Signal, bool> EyesOf(Viewer viewer) => Eyes.GetOrAdd(
        $"{viewer.OrganisationId} {viewer.PersonId} {string.Join(' ', viewer.UnitsActedFor.Keys.Order())}",
        _ => SignalVisibility.For(viewer).Compile());

    private static IEnumerable<Viewer> Onlookers(Staff staff) =>
    [
        .. staff.Everybody,
        .. staff.Everybody.Take(3).Select(person => person.InAnotherOrganisation),
        Viewer.Nobody,
        Viewer.Nobody with { OrganisationId = Given.Reporter.OrganisationId },
        Viewer.Nobody with { OrganisationId = Given.Reporter.OrganisationId, ReceiptOf = Guid.NewGuid() },
    ];

    private static bool MaySee(Viewer viewer, Moment moment)
    {
        var signal = moment.Signal;
        if (viewer.OrganisationId != Given.Reporter.OrganisationId)
        {
            return false;
        }

        if (signal.Disclosure is Disclosure.Named ? viewer.PersonId == signal.ReporterId : viewer.ReceiptOf == signal.Id)
        {
            return true;
        }

        if (signal.HiddenUntil is not null)
        {
            return false;
        }

        var happened = moment.Signal.Timeline.Select(entry => entry.Happened).ToList();
        var heldIt = happened.Select(one => one switch
        {
            Submitted submitted => submitted.Unit,
            Escalated escalated => escalated.To,
            Rerouted rerouted => rerouted.To,
            HandedOver handedOver => handedOver.To,
            _ => Guid.Empty,
        });
        var isHidden = happened.OfType<Withdrawn>().Any() || moment.Story.LeftOut.Contains(viewer.PersonId);
        return !isHidden && heldIt.Any(viewer.UnitsActedFor.ContainsKey);
    }
}
