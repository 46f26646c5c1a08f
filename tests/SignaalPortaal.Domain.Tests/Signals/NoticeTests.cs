using FsCheck;
using FsCheck.Fluent;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Domain.Tests.Stories;

namespace SignaalPortaal.Domain.Tests.Signals;

public class NoticeTests
{
    [Fact]
    public void What_happened_before_a_move_is_told_to_the_unit_that_had_it_then()
    {
        var signal = Given.ASignalWithAQuestion();
        var before = signal.Timeline.Count;

        signal.PassTime(Given.FromTeam, Given.Monday.AddDays(60));

        var told = Notice.Of(signal.Timeline.Skip(before), signal).Select(one => one.Notice).ToList();
        told.ShouldContain(new Notice(MessageKind.ClockGoesOn, Given.Team.UnitId));
        told.ShouldContain(new Notice(MessageKind.Arrived, Given.Department.UnitId));
    }

    [Fact]
    public void Of_silence_the_reporter_hears_and_who_got_it_and_who_lost_it()
    {
        var signal = Given.ASignal();
        signal.PassTime(Given.FromTeam, Given.On(6));

        Notice.Of(signal.LastEvent, signal, signal.HeldByUnitId).ShouldBe(
        [
            new(MessageKind.Moved, UnitId: null), new(MessageKind.Arrived, Given.Department.UnitId),
            new(MessageKind.MovedOn, Given.Team.UnitId),
        ]);
    }

    [Fact]
    public void Who_disagrees_hears_nothing_and_both_units_do()
    {
        var signal = Given.AnAnsweredSignal();
        signal.GiveVerdict(Verdict.Disagree, "Dit kan niet wachten.", Given.FromTeam, by: Given.Reporter, Given.Tuesday);

        Notice.Of(signal.LastEvent, signal, signal.HeldByUnitId).ShouldBe(
            [new(MessageKind.Arrived, Given.Department.UnitId), new(MessageKind.VerdictGiven, Given.Team.UnitId)]);
    }

    [Fact]
    public void After_aggression_the_unit_above_hears_that_the_desk_is_late_and_no_more()
    {
        var signal = Given.ASignal(SignalKind.Aggression);
        signal.PassTime(Given.FromDesk, Given.On(4));

        var above = signal.DoneByThePortal.SelectMany(happened => Notice.Of(happened, signal, signal.HeldByUnitId))
            .Where(notice => notice.UnitId == Given.Board.UnitId);

        above.ShouldBe([new(MessageKind.DeskIsLate, Given.Board.UnitId), new(MessageKind.DeskIsLate, Given.Board.UnitId)]);
    }

    [Fact]
    public void Of_a_late_promise_its_owner_hears_also_when_the_signal_went_up()
    {
        var signal = Given.AnAnsweredSignal(Given.Yes);
        signal.GiveVerdict(Verdict.Disagree, "Te weinig.", Given.FromTeam, by: Given.Reporter, Given.On(27));
        signal.PassTime(Given.FromDepartment, Given.On(Given.December(1)));

        Notice.Of(signal.LastEvent, signal, signal.HeldByUnitId).ShouldBe(
            [new(MessageKind.PromiseLate, UnitId: null), new(MessageKind.PromiseAwaited, Given.Team.UnitId)]);
    }

    [Fact]
    public void Somebody_hears_of_every_event_that_is_not_silent_on_purpose() => Always((entry, notices) =>
        (notices.Count > 0).ShouldBe(entry.Happened is not (
            Promised or Attached or Withdrawn or ContactConfirmed or VerdictGiven { Verdict: Verdict.Disagree, Closes: false })));

    [Fact]
    public void The_reporter_hears_of_all_that_others_or_the_portal_did_and_of_nothing_else() => Always((entry, notices) =>
        notices.Count(notice => notice.UnitId is null)
            .ShouldBe(entry.ActedAs is ActedAs.Reporter || entry.Happened is Promised ? 0 : 1));

    [Fact]
    public void No_unit_hears_of_what_was_done_for_it() => Always((entry, notices) =>
        (entry.ActedForUnitId is { } unit && notices.Any(notice => notice.UnitId == unit)).ShouldBeFalse());

    [Fact]
    public void What_the_reporter_gets_is_in_a_group_of_reporters() => Always((_, notices) =>
        notices.Any(notice => (notice.UnitId is null) != (notice.Kind.Group <= MessageGroup.YourSignals)).ShouldBeFalse());

    [Theory]
    [InlineData(MessageKind.YourTurnEnds, MessageGroup.YourTurn)]
    [InlineData(MessageKind.PromiseLate, MessageGroup.YourSignals)]
    [InlineData(MessageKind.Arrived, MessageGroup.NewForUs)]
    [InlineData(MessageKind.PromiseJudged, MessageGroup.Reactions)]
    [InlineData(MessageKind.ReleaseProposed, MessageGroup.YourTurn)]
    [InlineData(MessageKind.ReleaseDecided, MessageGroup.Reactions)]
    [InlineData(MessageKind.DayComesNear, MessageGroup.Reminders)]
    [InlineData(MessageKind.MovedOn, MessageGroup.TooLate)]
    [InlineData(MessageKind.DeskIsLate, MessageGroup.TooLate)]
    [InlineData(MessageKind.EntrustedToUnion, MessageGroup.NewForUs)]
    [InlineData(MessageKind.EntrustedToWorksCouncil, MessageGroup.NewForUs)]
    public void Each_message_is_in_a_group(MessageKind kind, MessageGroup group) => kind.Group.ShouldBe(group);

    /// <summary>That all kinds of events are among them is in <see cref="Laws.The_stories_come_to_each_kind_of_event"/>.</summary>
    private static void Always(Action<TimelineEntry, List<Notice>> holds) => Prop
        .ForAll(Story.Any, story =>
        {
            story.Tell(moment =>
            {
                foreach (var entry in moment.Signal.Timeline.TakeLast(moment.Events))
                {
                    holds(entry, [.. Notice.Of(entry.Happened, moment.Signal, moment.Signal.HeldByUnitId)]);
                }
            });
        })
        .Check(Config.QuickThrowOnFailure.WithMaxTest(300));
}
