using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Tests.Signals;

public class UpdateTests
{
    [Fact]
    public void The_holder_tells_how_things_stand_and_the_day_of_the_answer_stays()
    {
        var signal = Given.AnAcknowledgedSignal();

        signal.Update("De jurist kijkt ernaar.", by: Given.Deputy, Given.On(6));

        (signal.DueOn, signal.UpdateBy).ShouldBe((Given.November(16), Given.December(4)));
        signal.LastEvent.ShouldBe(new Updated("De jurist kijkt ernaar."));
        signal.Timeline[^1].ActedAs.ShouldBe(ActedAs.Deputy);
    }

    [Fact]
    public void A_reporter_who_hears_nothing_in_time_reads_that_once_for_each_time()
    {
        var signal = AnAnswerThatTakesLong();

        signal.PassTime(Given.FromTeam, Given.On(30));
        signal.DoneByThePortal.ShouldBeEmpty();
        signal.PassTime(Given.FromTeam, Given.On(Given.December(1)));
        signal.PassTime(Given.FromTeam, Given.On(Given.December(2)));

        signal.DoneByThePortal.ShouldBe([new UpdateMissed(Given.November(30))]);
        (signal.UpdateBy, signal.HeldByUnitId).ShouldBe((Given.December(30), Given.Team.UnitId));
    }

    [Fact]
    public void After_two_months_in_which_nobody_looked_each_missed_update_stands_in_the_order_of_its_day()
    {
        var signal = Given.AnAcknowledgedSignal();

        signal.PassTime(new([Given.Team]), Given.On(new DateOnly(2027, 1, 4)));

        signal.DoneByThePortal.ShouldBe(
        [
            new TermMissed(Given.November(16), Times: 1), new UpdateMissed(Given.November(30)),
            new TermMissed(Given.December(15), Times: 2), new UpdateMissed(Given.December(30)),
        ]);
    }

    [Fact]
    public void An_update_starts_the_count_again()
    {
        var signal = AnAnswerThatTakesLong();

        signal.Update("Nog bezig.", by: Given.TeamLead, Given.On(30));
        signal.PassTime(Given.FromTeam, Given.On(Given.December(1)));

        (signal.UpdateBy, signal.LastEvent).ShouldBe((Given.December(29), new Updated("Nog bezig.")));
    }

    [Fact]
    public void Whatever_the_holder_does_the_reporter_hears_and_what_the_reporter_adds_is_no_update()
    {
        var signal = Given.AnAcknowledgedSignal();

        signal.Assess("Dit speelt vaker.", risk: null, reason: null, Given.FromTeam, by: Given.TeamLead, Given.On(4));
        signal.UpdateBy.ShouldBe(Given.December(2));
        signal.AddFacts("Vandaag weer.", by: Given.Reporter, Given.On(6));

        signal.UpdateBy.ShouldBe(Given.December(2));
    }

    [Fact]
    public void While_a_question_is_open_no_update_is_missed()
    {
        var signal = AnAnswerThatTakesLong();
        signal.Ask("Hoe vaak?", by: Given.TeamLead, Given.On(27));

        signal.PassTime(Given.FromTeam, Given.On(Given.December(8)));
        signal.DoneByThePortal.ShouldBeEmpty();
        signal.PassTime(Given.FromTeam, Given.On(Given.December(12)));

        signal.DoneByThePortal.ShouldBe([new QuestionExpired(Given.December(11), Given.December(29))]);
        signal.UpdateBy.ShouldBe(new DateOnly(2027, 1, 12));
    }

    [Fact]
    public void With_a_high_risk_the_reporter_hears_more_often()
    {
        Given.AnAcknowledgedSignal(risk: RiskLevel.High).UpdateBy.ShouldBe(Given.November(16));
        Given.AnAcknowledgedSignal(risk: RiskLevel.StopNow).UpdateBy.ShouldBe(Given.November(3));
        Given.AnAcknowledgedSignal(SignalKind.Wrongdoing).UpdateBy.ShouldBe(Given.December(2));
    }

    [Fact]
    public void Only_an_acknowledged_signal_is_updated()
    {
        foreach (var signal in new[] { Given.ASignal(), Given.ASignalWithAQuestion() })
        {
            Given.Breaks(
                SignalRule.OnlyAnAcknowledgedSignalIsUpdated, signal, () => signal.Update("Stand.", by: Given.TeamLead, Given.Tuesday));
        }
    }

    [Fact]
    public void What_is_decided_is_not_updated()
    {
        var (answered, closed) = (Given.AnAnsweredSignal(), Given.AClosedSignal());

        Given.Breaks(
            SignalRule.AnAnsweredSignalAwaitsTheVerdict, answered, () => answered.Update("Stand.", by: Given.TeamLead, Given.Tuesday));
        Given.Breaks(SignalRule.AClosedSignalIsNotChanged, closed, () => closed.Update("Stand.", by: Given.TeamLead, Given.Tuesday));
    }

    [Fact]
    public void Only_who_acts_for_the_holder_updates_and_with_words()
    {
        var signal = Given.AnAcknowledgedSignal();

        foreach (var somebody in new[] { Given.Reporter, Given.DepartmentHead, Given.TeamLead.InAnotherOrganisation })
        {
            Given.Breaks(SignalRule.OnlyTheHolderActs, signal, () => signal.Update("Stand.", by: somebody, Given.Tuesday));
        }

        Given.Breaks(SignalRule.TextIsWithinItsLimits, signal, () => signal.Update(" ", by: Given.TeamLead, Given.Tuesday));
    }

    /// <summary>Due on 14 December; the reporter hears before the end of November.</summary>
    private static Signal AnAnswerThatTakesLong()
    {
        var signal = Given.AnAcknowledgedSignal();
        signal.Postpone(Given.December(14), "Ik wacht op de jurist.", by: Given.TeamLead, Given.Monday);
        return signal;
    }
}
