using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Tests.Signals;

public class AnswerTests
{
    [Fact]
    public void A_no_has_all_that_the_reporter_wants_to_know()
    {
        var signal = Given.AnAcknowledgedSignal();

        signal.Answer(Given.No with { LookAgainOn = Given.December(1) }, by: Given.TeamLead, Given.Tuesday);

        (signal.Status, signal.DueOn, signal.LookAgainOn).ShouldBe((SignalStatus.Answered, Given.December(1), Given.December(1)));
        signal.LastEvent.ShouldBe(new Answered(
            Outcome.NotAdopted, Given.No.Explanation, VerdictBy: Given.December(1), NotAdoptedReason.Money, Given.No.Fact,
            Given.No.WhatWouldChange, LookAgainOn: Given.December(1)));
    }

    [Theory]
    [InlineData(Outcome.Adopted)]
    [InlineData(Outcome.PartlyAdopted)]
    public void What_is_adopted_comes_with_its_promises(Outcome outcome)
    {
        var signal = Given.ASignal();
        var second = new NewPromise("Een werkinstructie.", "Kwaliteitsmedewerker", Given.November(3));

        signal.Answer(Given.Yes with { Outcome = outcome, Promises = [Given.APromise, second] }, by: Given.TeamLead, Given.Tuesday);

        signal.Promises.Select(promise => (promise.By, promise.Status, promise.OwnerUnitId)).ShouldBe(
            [(Given.November(30), PromiseStatus.Open, Given.Team.UnitId), (Given.November(3), PromiseStatus.Open, Given.Team.UnitId)]);
        signal.Timeline.Skip(1).Select(entry => entry.Kind).ShouldBe([nameof(Answered), nameof(Promised), nameof(Promised)]);
        signal.LastEvent.ShouldBe(new Promised(signal.Promises[1].Id, second.What, second.Who, second.By));
    }

    [Fact]
    public void What_is_arranged_already_says_where()
    {
        var signal = Given.ASignal();
        var answer = new Answer { Outcome = Outcome.AlreadyArranged, Explanation = "Dit kan al.", Where = "Intranet, pagina Herzieningen" };

        signal.Answer(answer, by: Given.TeamLead, Given.Tuesday);

        signal.LastEvent.ShouldBe(
            new Answered(Outcome.AlreadyArranged, "Dit kan al.", VerdictBy: Given.December(1), Where: "Intranet, pagina Herzieningen"));
        Refused(SignalRule.WhatIsArrangedSaysWhere, answer with { Where = " " });
    }

    [Fact]
    public void What_is_outside_our_power_says_to_whom_it_went()
    {
        var signal = Given.ASignal();
        var answer = new Answer { Outcome = Outcome.OutsideOurPower, Explanation = "Dit is de wet.", PassedOnTo = "Ministerie" };

        signal.Answer(answer, by: Given.TeamLead, Given.Tuesday);

        signal.LastEvent.ShouldBe(
            new Answered(Outcome.OutsideOurPower, "Dit is de wet.", VerdictBy: Given.December(1), PassedOnTo: "Ministerie"));
        Refused(SignalRule.WhatIsOutsideOurPowerSaysToWhom, answer with { PassedOnTo = null });
    }

    [Fact]
    public void An_answer_has_an_outcome_and_own_words()
    {
        Refused(SignalRule.AnAnswerHasAnOutcomeAndOwnWords, Given.No with { Outcome = (Outcome)99 });
        Refused(SignalRule.AnAnswerHasAnOutcomeAndOwnWords, Given.No with { Explanation = "\n" });
    }

    [Fact]
    public void A_no_has_a_reason_a_fact_and_what_would_change_it()
    {
        Refused(SignalRule.ANoHasAReasonAFactAndWhatWouldChangeIt, Given.No with { Reason = null });
        Refused(SignalRule.ANoHasAReasonAFactAndWhatWouldChangeIt, Given.No with { Reason = (NotAdoptedReason)99 });
        Refused(SignalRule.ANoHasAReasonAFactAndWhatWouldChangeIt, Given.No with { Fact = " " });
        Refused(SignalRule.ANoHasAReasonAFactAndWhatWouldChangeIt, Given.No with { WhatWouldChange = null });
    }

    [Fact]
    public void What_is_adopted_is_promised_by_someone()
    {
        var tooMany = Enumerable.Repeat(Given.APromise, Promise.MostInAnAnswer + 1);

        Refused(SignalRule.WhatIsAdoptedIsPromised, Given.Yes with { Promises = [] });
        Refused(SignalRule.WhatIsAdoptedIsPromised, Given.Yes with { Promises = [.. tooMany] });
        Refused(SignalRule.WhatIsAdoptedIsPromised, Given.Yes with { Promises = [Given.APromise with { What = "" }] });
        Refused(SignalRule.WhatIsAdoptedIsPromised, Given.Yes with { Promises = [Given.APromise with { Who = " " }] });
    }

    [Fact]
    public void Only_what_is_adopted_is_promised() =>
        Refused(SignalRule.OnlyWhatIsAdoptedIsPromised, Given.No with { Promises = [Given.APromise] });

    [Fact]
    public void A_promise_is_for_a_coming_day()
    {
        var yesterday = Given.APromise with { By = Given.November(2) };

        Refused(SignalRule.APromiseIsForAComingDay, Given.Yes with { Promises = [Given.APromise, yesterday] });
    }

    [Fact]
    public void Looking_again_is_in_the_future() =>
        Refused(SignalRule.LookingAgainIsInTheFuture, Given.No with { LookAgainOn = Given.November(3) });

    [Fact]
    public void What_belongs_to_another_outcome_is_not_kept()
    {
        var signal = Given.ASignal();

        signal.Answer(
            Given.Yes with { Reason = NotAdoptedReason.Money, Fact = "x", WhatWouldChange = "x", LookAgainOn = Given.December(1), Where = "x", PassedOnTo = "x" },
            by: Given.TeamLead, Given.Tuesday);

        var answered = signal.Timeline.Select(entry => entry.Happened).OfType<Answered>().ShouldHaveSingleItem();
        answered.ShouldBe(new Answered(Given.Yes.Outcome, Given.Yes.Explanation, answered.VerdictBy));
        signal.LookAgainOn.ShouldBeNull();
    }

    [Fact]
    public void Each_text_of_an_answer_is_within_its_limits()
    {
        var (tooLong, tooLongForALine) = (new string('a', Words.LongMaxLength + 1), new string('a', Words.ShortMaxLength + 1));

        Refused(SignalRule.TextIsWithinItsLimits, Given.No with { Explanation = tooLong });
        Refused(SignalRule.TextIsWithinItsLimits, Given.No with { Fact = tooLong });
        Refused(SignalRule.TextIsWithinItsLimits, Given.No with { WhatWouldChange = tooLong });
        Refused(SignalRule.TextIsWithinItsLimits, Given.No with { Outcome = Outcome.AlreadyArranged, Where = tooLongForALine });
        Refused(SignalRule.TextIsWithinItsLimits, Given.No with { Outcome = Outcome.OutsideOurPower, PassedOnTo = tooLongForALine });
        Refused(SignalRule.TextIsWithinItsLimits, Given.Yes with { Promises = [Given.APromise with { What = tooLong }] });
        Refused(SignalRule.TextIsWithinItsLimits, Given.Yes with { Promises = [Given.APromise with { Who = tooLongForALine }] });
    }

    [Fact]
    public void Only_who_acts_for_the_holder_answers()
    {
        var signal = Given.ASignal();

        foreach (var somebody in new[] { Given.DepartmentHead, Given.Reporter, Given.TeamLead.InAnotherOrganisation })
        {
            Given.Breaks(SignalRule.OnlyTheHolderActs, signal, () => signal.Answer(Given.No, by: somebody, Given.Tuesday));
        }
    }

    [Fact]
    public void Neither_an_answered_nor_a_closed_signal_is_answered()
    {
        var (answered, closed) = (Given.AnAnsweredSignal(), Given.AClosedSignal());

        Given.Breaks(
            SignalRule.AnAnsweredSignalAwaitsTheVerdict, answered, () => answered.Answer(Given.Yes, by: Given.TeamLead, Given.Tuesday));
        Given.Breaks(SignalRule.AClosedSignalIsNotChanged, closed, () => closed.Answer(Given.Yes, by: Given.TeamLead, Given.Tuesday));
    }

    private static void Refused(SignalRule rule, Answer answer)
    {
        var signal = Given.ASignal();

        Given.Breaks(rule, signal, () => signal.Answer(answer, by: Given.TeamLead, Given.Tuesday));
    }
}
