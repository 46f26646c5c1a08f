using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Tests.Signals;

/// <summary>Where no layer above can take it, it stays, and each further term that is missed is told.</summary>
public class PassTimeAtTheTopTests
{
    [Fact]
    public void At_the_top_a_missed_day_is_told_and_stays_the_day()
    {
        var signal = Given.ASignal();

        signal.PassTime(new([Given.Team]), Given.On(6));

        (signal.Status, signal.HeldByUnitId, signal.DueOn).ShouldBe((SignalStatus.New, Given.Team.UnitId, Given.November(5)));
        (signal.NextTermEndsOn, signal.NextStepOn).ShouldBe((Given.November(11), Given.November(12)));
        signal.LastEvent.ShouldBe(new TermMissed(Given.November(5), Times: 1));
    }

    [Fact]
    public void Each_further_term_that_is_missed_is_told_once()
    {
        var signal = Given.ASignal();

        signal.PassTime(new([Given.Team]), Given.On(11));
        Missed(signal).ShouldBe([new(Given.November(5), Times: 1)]);
        signal.PassTime(new([Given.Team]), Given.On(12));

        Missed(signal).ShouldBe([new(Given.November(5), Times: 1), new(Given.November(11), Times: 2)]);
        signal.DueOn.ShouldBe(Given.November(5));
    }

    [Fact]
    public void Questions_of_a_unit_that_was_late_already_do_not_let_a_day_be_told_that_it_had_not_missed()
    {
        var signal = Given.ASignal();
        signal.Acknowledge(Given.Monday.Today, "Ik kijk.", by: Given.TeamLead, Given.Monday);
        signal.PassTime(new([Given.Team]), Given.Tuesday);
        signal.Ask("Welke?", by: Given.TeamLead, Given.Tuesday);
        signal.Reply("Deze.", by: Given.Reporter, Given.On(5));
        var next = signal.NextTermEndsOn;
        signal.Ask("En welke nog meer?", by: Given.TeamLead, Given.On(6));
        signal.Reply("Ook deze.", by: Given.Reporter, Given.On(9));

        signal.PassTime(new([Given.Team]), Given.On(20));

        Missed(signal).ShouldBe([new(Given.November(2), Times: 1)]);
        signal.NextTermEndsOn!.Value.ShouldBeGreaterThan(next!.Value);
    }

    [Fact]
    public void After_three_weeks_in_which_nobody_looked_each_missed_term_is_told_in_order()
    {
        var signal = Given.ASignal();

        signal.PassTime(new([Given.Team]), Given.On(24));

        Missed(signal).ShouldBe(
        [
            new(Given.November(5), Times: 1), new(Given.November(11), Times: 2), new(Given.November(17), Times: 3),
            new(Given.November(23), Times: 4),
        ]);
    }

    [Fact]
    public void Stop_now_is_told_each_working_day()
    {
        var signal = Given.ASignal(risk: RiskLevel.StopNow);

        signal.PassTime(new([Given.Team]), Given.On(10));

        Missed(signal).Select(missed => missed.MissedOn.Day).ShouldBe([2, 3, 4, 5, 6, 9]);
        signal.IsUrgent.ShouldBeTrue();
    }

    [Fact]
    public void An_answer_that_does_not_come_is_told_once_for_each_term_of_an_answer()
    {
        var signal = Given.AnAcknowledgedSignal();

        signal.PassTime(new([Given.Team]), Given.On(17));
        signal.PassTime(new([Given.Team]), Given.On(December(15)));
        Missed(signal).Count().ShouldBe(1);
        signal.PassTime(new([Given.Team]), Given.On(December(16)));

        Missed(signal).ShouldBe([new(Given.November(16), Times: 1), new(December(15), Times: 2)]);

        static DateOnly December(int day) => Given.December(day);
    }

    [Fact]
    public void An_explanation_that_does_not_come_is_told_each_week()
    {
        var signal = Given.AnUnclearAnswer();

        signal.PassTime(new([Given.Team]), Given.On(18));

        Missed(signal).ShouldBe([new(Given.November(9), Times: 1), new(Given.November(17), Times: 2)]);
    }

    [Fact]
    public void The_desk_keeps_what_it_missed_and_nobody_above_hears_of_it()
    {
        foreach (var kind in new[] { SignalKind.UndesirableBehaviour, SignalKind.Wrongdoing })
        {
            var signal = Given.ASignal(kind);

            signal.PassTime(Given.FromDesk, Given.On(20));

            signal.Holders.Select(holder => holder.UnitId).ShouldBe([Given.Desk.UnitId]);
            Missed(signal).ShouldNotBeEmpty();
            Missed(signal).ShouldAllBe(missed => missed.Told == null);
        }
    }

    [Fact]
    public void After_aggression_the_unit_above_the_desk_is_told_that_the_desk_is_late()
    {
        var signal = Given.ASignal(SignalKind.Aggression);

        signal.PassTime(Given.FromDesk, Given.On(4));

        signal.HeldByUnitId.ShouldBe(Given.Desk.UnitId);
        Missed(signal).ShouldBe([new(Given.November(3), Times: 1, Told: Given.Board.UnitId)]);
        signal.Holders.Count.ShouldBe(1);
    }

    [Fact]
    public void Whoever_it_is_about_is_not_told_that_the_desk_is_late()
    {
        var signal = Given.ASignal(SignalKind.Aggression, aboutMyManager: true);

        signal.PassTime(new([Given.Desk, Given.Board.ManagedBy(Given.TeamLead)]), Given.On(4));

        Missed(signal).ShouldBe([new(Given.November(3), Times: 1)]);
    }

    [Fact]
    public void Acting_late_ends_the_row_of_missed_terms()
    {
        var signal = Given.ASignal();
        signal.PassTime(new([Given.Team]), Given.On(12));

        signal.Acknowledge(Given.November(20), "Te laat gezien.", by: Given.TeamLead, Given.On(13));
        signal.PassTime(new([Given.Team]), Given.On(20));

        (signal.DueOn, signal.NextTermEndsOn).ShouldBe((Given.November(20), null));
        Missed(signal).Count().ShouldBe(2);
    }

    [Fact]
    public void When_somebody_above_can_take_it_again_it_moves_after_the_next_missed_term()
    {
        var signal = Given.ASignal();
        signal.PassTime(new([Given.Team, Given.Department.WithoutManager]), Given.On(6));

        signal.PassTime(Given.FromTeam, Given.On(11));
        signal.HeldByUnitId.ShouldBe(Given.Team.UnitId);
        signal.PassTime(Given.FromTeam, Given.On(12));

        signal.HeldByUnitId.ShouldBe(Given.Department.UnitId);
        signal.NextTermEndsOn.ShouldBeNull();
    }

    [Fact]
    public void A_term_that_was_told_as_missed_is_not_told_again_after_a_question()
    {
        var signal = Given.AnAcknowledgedSignal();
        signal.PassTime(new([Given.Team]), Given.On(17));

        signal.Ask("Om welke wet gaat het?", by: Given.TeamLead, Given.On(18));
        signal.Reply("De WW.", by: Given.Reporter, Given.On(19));
        signal.PassTime(new([Given.Team]), Given.On(23));

        Missed(signal).ShouldBe([new(Given.November(16), Times: 1)]);
        signal.NextTermEndsOn.ShouldBe(Given.December(16));
    }

    private static IEnumerable<TermMissed> Missed(Signal signal) => signal.Timeline.Select(entry => entry.Happened).OfType<TermMissed>();
}
