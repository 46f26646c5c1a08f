using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Tests.Signals;

public class PromisesTests
{
    [Fact]
    public void The_owner_reports_and_the_reporter_says_that_it_is_kept()
    {
        var (signal, promise) = APromise();

        signal.ReportPromise(promise.Id, "Zie het rooster.", by: Given.Deputy, Given.Tuesday);
        signal.JudgePromise(promise.Id, PromiseJudgement.Kept, text: null, by: Given.Reporter, Given.Tuesday);

        (promise.Status, promise.IsClosed).ShouldBe((PromiseStatus.Kept, true));
        signal.Timeline[^2].Happened.ShouldBe(new PromiseReported(promise.Id, "Zie het rooster."));
        signal.LastEvent.ShouldBe(new PromiseJudged(promise.Id, PromiseJudgement.Kept));
    }

    [Fact]
    public void A_promise_that_is_not_kept_is_open_again_and_that_is_counted()
    {
        var (signal, promise) = APromise();
        signal.ReportPromise(promise.Id, "Zie het rooster.", by: Given.TeamLead, Given.Tuesday);

        signal.JudgePromise(promise.Id, PromiseJudgement.NotKept, "Er is niemand bij.", by: Given.Reporter, Given.Tuesday);

        (promise.Status, promise.TimesRefused).ShouldBe((PromiseStatus.Open, 1));
    }

    [Fact]
    public void A_promise_goes_on_after_the_signal_is_closed()
    {
        var signal = Given.AClosedSignal(Given.Yes);
        var promise = signal.Promises[0];

        signal.ReportPromise(promise.Id, "Zie het rooster.", by: Given.TeamLead, Given.Tuesday);
        signal.JudgePromise(promise.Id, PromiseJudgement.PartlyKept, "Eén van de twee.", by: Given.Reporter, Given.Tuesday);

        (promise.Status, promise.IsClosed, signal.Status).ShouldBe((PromiseStatus.PartlyKept, true, SignalStatus.Closed));
    }

    [Fact]
    public void A_promise_stays_with_the_unit_that_made_it()
    {
        var (signal, promise) = APromise();
        signal.GiveVerdict(Verdict.Disagree, "Te weinig.", Given.FromTeam, by: Given.Reporter, Given.Tuesday);

        signal.ReportPromise(promise.Id, "Zie het rooster.", by: Given.TeamLead, Given.Tuesday);

        promise.Status.ShouldBe(PromiseStatus.Reported);
    }

    [Fact]
    public void Moving_its_day_needs_a_reason_and_is_counted()
    {
        var (signal, promise) = APromise();

        signal.MovePromise(promise.Id, Given.December(15), "De vacature staat open.", by: Given.TeamLead, Given.Tuesday);

        (promise.By, promise.TimesMoved).ShouldBe((Given.December(15), 1));
        signal.LastEvent.ShouldBe(new PromiseMoved(promise.Id, Given.November(30), Given.December(15), "De vacature staat open."));
        Given.Breaks(
            SignalRule.TextIsWithinItsLimits, signal,
            () => signal.MovePromise(promise.Id, Given.December(20), "", by: Given.TeamLead, Given.Tuesday));
    }

    [Fact]
    public void A_promise_moves_to_a_later_day_that_is_still_to_come()
    {
        var (signal, promise) = APromise();

        Given.Breaks(
            SignalRule.APromiseMovesToALaterDay, signal,
            () => signal.MovePromise(promise.Id, Given.November(30), "Druk.", by: Given.TeamLead, Given.Tuesday));
        Given.Breaks(
            SignalRule.APromiseMovesToALaterDay, signal,
            () => signal.MovePromise(promise.Id, Given.December(1), "Druk.", by: Given.TeamLead, Given.Monday.AddDays(30)));
    }

    [Fact]
    public void Only_the_owner_reports_and_moves_it()
    {
        var (signal, promise) = APromise();

        foreach (var somebody in new[] { Given.Reporter, Given.DepartmentHead, Given.TeamLead.InAnotherOrganisation })
        {
            Given.Breaks(
                SignalRule.OnlyTheOwnerReportsAPromise, signal,
                () => signal.ReportPromise(promise.Id, "Klaar.", by: somebody, Given.Tuesday));
            Given.Breaks(
                SignalRule.OnlyTheOwnerReportsAPromise, signal,
                () => signal.MovePromise(promise.Id, Given.December(15), "Druk.", by: somebody, Given.Tuesday));
        }
    }

    [Fact]
    public void Who_raised_it_does_not_report_on_it_as_a_deputy()
    {
        var (signal, promise) = APromise();
        var reporterAsDeputy = Given.Reporter with { UnitsActedFor = Given.Deputy.UnitsActedFor };

        Given.Breaks(
            SignalRule.NobodyHandlesTheOwnSignal, signal,
            () => signal.ReportPromise(promise.Id, "Klaar.", by: reporterAsDeputy, Given.Tuesday));
    }

    [Fact]
    public void Only_the_reporter_says_whether_it_is_kept()
    {
        var (signal, promise) = APromise();
        signal.ReportPromise(promise.Id, "Zie het rooster.", by: Given.TeamLead, Given.Tuesday);

        Given.Breaks(
            SignalRule.OnlyTheReporterDoesThis, signal,
            () => signal.JudgePromise(promise.Id, PromiseJudgement.Kept, text: null, by: Given.TeamLead, Given.Tuesday));
    }

    [Fact]
    public void A_promise_is_reported_before_it_is_judged()
    {
        var (signal, promise) = APromise();

        foreach (var id in new[] { promise.Id, Guid.NewGuid() })
        {
            Given.Breaks(
                SignalRule.APromiseIsReportedFirst, signal,
                () => signal.JudgePromise(id, PromiseJudgement.Kept, text: null, by: Given.Reporter, Given.Tuesday));
        }
    }

    [Fact]
    public void A_judgement_that_asks_for_more_is_explained()
    {
        var (signal, promise) = APromise();
        signal.ReportPromise(promise.Id, "Zie het rooster.", by: Given.TeamLead, Given.Tuesday);

        Given.Breaks(
            SignalRule.AVerdictIsExplained, signal,
            () => signal.JudgePromise(promise.Id, PromiseJudgement.NotKept, " ", by: Given.Reporter, Given.Tuesday));
        Given.Breaks(
            SignalRule.TextIsWithinItsLimits, signal,
            () => signal.JudgePromise(promise.Id, PromiseJudgement.NotKept, "\u202Eom", by: Given.Reporter, Given.Tuesday));
    }

    [Fact]
    public void A_promise_that_is_closed_stays_closed()
    {
        var (signal, promise) = APromise();
        signal.ReportPromise(promise.Id, "Zie het rooster.", by: Given.TeamLead, Given.Tuesday);
        Given.Breaks(
            SignalRule.APromiseThatIsClosedStaysClosed, signal,
            () => signal.MovePromise(promise.Id, Given.December(15), "Druk.", by: Given.TeamLead, Given.Tuesday));
        signal.JudgePromise(promise.Id, PromiseJudgement.Kept, text: null, by: Given.Reporter, Given.Tuesday);

        Given.Breaks(
            SignalRule.APromiseThatIsClosedStaysClosed, signal,
            () => signal.ReportPromise(promise.Id, "Nogmaals.", by: Given.TeamLead, Given.Tuesday));
        Given.Breaks(
            SignalRule.APromiseThatIsClosedStaysClosed, signal,
            () => signal.JudgePromise(promise.Id, PromiseJudgement.NotKept, "Toch niet.", by: Given.Reporter, Given.Tuesday));
    }

    [Fact]
    public void What_is_withdrawn_has_no_promises_left_to_keep()
    {
        var (signal, promise) = APromise();
        signal.Withdraw("Laat maar.", by: Given.Reporter, Given.Tuesday);

        Given.Breaks(
            SignalRule.AClosedSignalIsNotChanged, signal,
            () => signal.ReportPromise(promise.Id, "Klaar.", by: Given.TeamLead, Given.Tuesday));
    }

    private static (Signal Signal, Promise Promise) APromise()
    {
        var signal = Given.AnAnsweredSignal(Given.Yes);
        return (signal, signal.Promises[0]);
    }
}
