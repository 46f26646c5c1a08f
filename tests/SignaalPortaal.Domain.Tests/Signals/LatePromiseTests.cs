using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Tests.Signals;

public class LatePromiseTests
{
    [Fact]
    public void A_promise_is_late_the_day_after_its_day_and_that_is_told_once()
    {
        var signal = Given.AClosedSignal(Given.Yes);

        signal.PassTime(Given.FromTeam, Given.On(30));
        signal.DoneByThePortal.ShouldBeEmpty();
        signal.PassTime(Given.FromTeam, Given.On(Given.December(1)));
        signal.PassTime(Given.FromTeam, Given.On(Given.December(20)));

        signal.DoneByThePortal.ShouldBe([new PromiseLate(signal.Promises[0].Id, Given.November(30))]);
        signal.NextStepOn.ShouldBeNull();
    }

    [Fact]
    public void Late_promises_are_told_in_the_order_of_their_days()
    {
        var signal = Given.AClosedSignal(Given.Yes with
        {
            Promises = [Given.APromise, Given.APromise with { By = Given.November(10) }, Given.APromise with { By = Given.November(20) }],
        });

        signal.PassTime(Given.FromTeam, Given.On(24));

        signal.DoneByThePortal.ShouldBe(
        [
            new PromiseLate(signal.Promises[1].Id, Given.November(10)), new PromiseLate(signal.Promises[2].Id, Given.November(20)),
        ]);
        signal.NextStepOn.ShouldBe(Given.December(1));
    }

    [Fact]
    public void A_promise_whose_day_was_moved_is_late_again_after_the_new_day()
    {
        var signal = Given.AClosedSignal(Given.Yes);
        var promise = signal.Promises[0];
        signal.PassTime(Given.FromTeam, Given.On(Given.December(1)));

        signal.MovePromise(promise.Id, Given.December(15), "De vacature staat open.", by: Given.TeamLead, Given.On(Given.December(2)));
        signal.PassTime(Given.FromTeam, Given.On(Given.December(15)));
        signal.DoneByThePortal.Count().ShouldBe(1);
        signal.PassTime(Given.FromTeam, Given.On(Given.December(16)));

        signal.LastEvent.ShouldBe(new PromiseLate(promise.Id, Given.December(15)));
    }

    [Fact]
    public void What_its_owner_called_done_is_not_late_until_the_reporter_says_that_it_is_not_kept()
    {
        var signal = Given.AClosedSignal(Given.Yes);
        var promise = signal.Promises[0];
        signal.ReportPromise(promise.Id, "Zie het rooster.", by: Given.TeamLead, Given.On(27));

        signal.PassTime(Given.FromTeam, Given.On(Given.December(3)));
        signal.DoneByThePortal.ShouldBeEmpty();
        signal.JudgePromise(promise.Id, PromiseJudgement.NotKept, "Er is niemand bij.", by: Given.Reporter, Given.On(Given.December(3)));
        signal.PassTime(Given.FromTeam, Given.On(Given.December(3)));

        signal.LastEvent.ShouldBe(new PromiseLate(promise.Id, Given.November(30)));
    }

    [Theory]
    [InlineData(PromiseJudgement.Kept)]
    [InlineData(PromiseJudgement.PartlyKept)]
    public void What_is_kept_is_never_late(PromiseJudgement judgement)
    {
        var signal = Given.AClosedSignal(Given.Yes);
        signal.ReportPromise(signal.Promises[0].Id, "Zie het rooster.", by: Given.TeamLead, Given.Tuesday);
        signal.JudgePromise(signal.Promises[0].Id, judgement, "Ja.", by: Given.Reporter, Given.Tuesday);

        signal.PassTime(Given.FromTeam, Given.On(Given.December(20)));

        signal.DoneByThePortal.ShouldBeEmpty();
    }

    [Fact]
    public void What_is_withdrawn_has_no_late_promises()
    {
        var signal = Given.AnAnsweredSignal(Given.Yes);
        signal.Withdraw("Laat maar.", by: Given.Reporter, Given.Tuesday);

        signal.PassTime(Given.FromTeam, Given.On(Given.December(20)));

        signal.NextStepOn.ShouldBeNull();
        signal.DoneByThePortal.ShouldBeEmpty();
    }
}
