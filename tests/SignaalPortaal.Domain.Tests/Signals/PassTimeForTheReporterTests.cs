using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Tests.Signals;

/// <summary>Silence of the reporter: a question that is not replied to, an answer without a verdict.</summary>
public class PassTimeForTheReporterTests
{
    [Fact]
    public void A_question_without_a_reply_expires_and_the_clock_of_the_holder_goes_on()
    {
        var signal = Given.ASignalWithAQuestion();

        signal.PassTime(Given.FromTeam, Given.On(16));
        signal.Status.ShouldBe(SignalStatus.AwaitingReply);
        signal.PassTime(Given.FromTeam, Given.On(17));

        (signal.Status, signal.DueOn, signal.AnswerBy).ShouldBe((SignalStatus.InProgress, Given.November(30), Given.December(14)));
        signal.DoneByThePortal.ShouldBe([new QuestionExpired(Given.November(16), Given.November(30))]);
    }

    [Fact]
    public void Whenever_the_portal_looks_the_clock_stood_still_for_the_same_days()
    {
        var signal = Given.ASignalWithAQuestion();

        signal.PassTime(Given.FromTeam, Given.On(27));

        (signal.DueOn, signal.AnswerBy, signal.UpdateBy).ShouldBe((Given.November(30), Given.December(14), Given.December(14)));
    }

    [Fact]
    public void After_weeks_in_which_nobody_looked_the_question_expires_first_and_then_the_missed_answer_moves_it_up()
    {
        var signal = Given.ASignalWithAQuestion();

        signal.PassTime(Given.FromTeam, Given.On(Given.December(7)));

        signal.DoneByThePortal.ShouldBe(
        [
            new QuestionExpired(Given.November(16), Given.November(30)),
            new Escalated(
                EscalationCause.BySilence, Given.Team.UnitId, Given.Department.UnitId, Given.December(10), new DateOnly(2027, 1, 6),
                MissedOn: Given.November(30), Since: Given.November(2), Silent: Given.TeamLead.PersonId),
        ]);
    }

    [Fact]
    public void A_question_that_expires_does_not_lengthen_a_term_of_the_law()
    {
        var signal = Given.AnAcknowledgedSignal(SignalKind.Wrongdoing);
        var answerBy = signal.AnswerBy;
        signal.Ask("Wie weet hier nog meer van?", by: Given.ConfidentialAdviser, Given.Tuesday);

        signal.PassTime(Given.FromDesk, Given.On(18));

        (signal.Status, signal.DueOn, signal.AnswerBy).ShouldBe((SignalStatus.InProgress, Given.November(16), answerBy));
        signal.DoneByThePortal.ShouldBe(
            [new QuestionExpired(Given.November(16), DueOn: Given.November(16)), new TermMissed(Given.November(16), Times: 1)]);
    }

    [Fact]
    public void A_question_of_a_desk_that_was_late_already_does_not_tell_its_missed_term_again()
    {
        var signal = Given.AnAcknowledgedSignal(SignalKind.Wrongdoing);
        signal.PassTime(Given.FromDesk, Given.On(17));
        signal.Ask("Wie weet hier nog meer van?", by: Given.ConfidentialAdviser, Given.On(17));

        signal.PassTime(Given.FromDesk, Given.On(Given.December(2)));

        signal.DoneByThePortal.ShouldBe(
            [new TermMissed(Given.November(16), Times: 1), new QuestionExpired(Given.December(1), DueOn: Given.November(16))]);
    }

    [Fact]
    public void After_an_expired_question_the_reporter_may_still_add_and_does_not_reply()
    {
        var signal = Given.ASignalWithAQuestion();
        signal.PassTime(Given.FromTeam, Given.On(17));

        Given.Breaks(SignalRule.ThereIsNoQuestionToReplyTo, signal, () => signal.Reply("Toch nog.", by: Given.Reporter, Given.On(17)));
        signal.AddFacts("Toch nog.", by: Given.Reporter, Given.On(17));

        signal.LastEvent.ShouldBe(new FactsAdded("Toch nog."));
    }

    [Fact]
    public void Without_a_verdict_for_four_weeks_it_closes_and_never_as_understood()
    {
        var signal = Given.AnAnsweredSignal();

        signal.PassTime(Given.FromTeam, Given.On(30));
        signal.Status.ShouldBe(SignalStatus.Answered);
        signal.PassTime(Given.FromTeam, Given.On(Given.December(1)));

        (signal.Status, signal.ClosedBecause, signal.DueOn).ShouldBe((SignalStatus.Closed, Closing.NoReaction, null));
        (signal.NextStepOn, signal.RemindOn, signal.UpdateBy).ShouldBe((null, null, null));
        signal.DoneByThePortal.ShouldBe([new ClosedWithoutReaction(Given.November(30))]);
        Given.Breaks(
            SignalRule.ThereIsNoAnswerToJudge, signal,
            () => signal.GiveVerdict(Verdict.Understood, text: null, Given.FromTeam, by: Given.Reporter, Given.On(Given.December(1))));
    }

    [Fact]
    public void An_answer_in_clearer_words_gives_four_weeks_again()
    {
        var signal = Given.AnUnclearAnswer();
        signal.Clarify("Het budget van ICT.", by: Given.TeamLead, Given.On(9));

        signal.PassTime(Given.FromTeam, Given.On(Given.December(7)));
        signal.Status.ShouldBe(SignalStatus.Answered);
        signal.PassTime(Given.FromTeam, Given.On(Given.December(8)));

        signal.ClosedBecause.ShouldBe(Closing.NoReaction);
    }

    [Fact]
    public void What_closed_without_reaction_comes_back_on_the_day_to_look_again()
    {
        var signal = Given.AnAnsweredSignal(Given.No with { LookAgainOn = Given.December(7) });

        signal.PassTime(Given.FromTeam, Given.On(Given.December(14)));

        signal.DoneByThePortal.ShouldBe(
        [
            new ClosedWithoutReaction(Given.November(30)),
            new WokenUp(AnsweredOn: Given.November(2), Given.December(17), new DateOnly(2027, 1, 13)),
        ]);
        (signal.Status, signal.ClosedBecause).ShouldBe((SignalStatus.New, null));
    }
}
