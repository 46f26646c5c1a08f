using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Tests.Signals;

/// <summary>After aggression somebody of the desk is in touch with the reporter, four times.</summary>
public class ContactTests
{
    [Fact]
    public void After_aggression_there_are_four_contacts_with_a_last_day_each()
    {
        var signal = AfterAggression();

        signal.Contacts.Select(contact => (contact.Step, contact.By, contact.Status)).ShouldBe(
        [
            (ContactStep.FirstDay, Given.November(3), ContactStatus.Awaited),
            (ContactStep.FirstWeek, Given.November(9), ContactStatus.Awaited),
            (ContactStep.FourWeeks, Given.November(30), ContactStatus.Awaited),
            (ContactStep.ThreeMonths, new DateOnly(2027, 2, 2), ContactStatus.Awaited),
        ]);
    }

    [Fact]
    public void No_other_kind_has_contacts()
    {
        foreach (var kind in Enum.GetValues<SignalKind>().Except([SignalKind.Aggression]))
        {
            Given.ASignal(kind).Contacts.ShouldBeEmpty();
        }
    }

    [Fact]
    public void The_reporter_confirms_them_one_after_the_other()
    {
        var signal = AfterAggression();

        Given.Breaks(
            SignalRule.OnlyAnOpenContactIsConfirmed, signal,
            () => signal.ConfirmContact(ContactStep.FirstWeek, by: Given.Reporter, Given.Tuesday));
        foreach (var step in Enum.GetValues<ContactStep>())
        {
            signal.ContactsToConfirm.ShouldBe([step]);
            signal.ConfirmContact(step, by: Given.Reporter, Given.Tuesday);
            signal.LastEvent.ShouldBe(new ContactConfirmed(step));
        }

        signal.ContactsToConfirm.ShouldBeEmpty();
    }

    [Fact]
    public void What_is_confirmed_is_not_confirmed_again()
    {
        var signal = AfterAggression();
        signal.ConfirmContact(ContactStep.FirstDay, by: Given.Reporter, Given.Tuesday);

        Given.Breaks(
            SignalRule.OnlyAnOpenContactIsConfirmed, signal,
            () => signal.ConfirmContact(ContactStep.FirstDay, by: Given.Reporter, Given.Tuesday));
    }

    [Fact]
    public void Only_the_reporter_confirms()
    {
        var signal = AfterAggression();

        foreach (var somebody in new[] { Given.ConfidentialAdviser, Given.Colleague, Given.Reporter.InAnotherOrganisation })
        {
            Given.Breaks(
                SignalRule.OnlyTheReporterDoesThis, signal,
                () => signal.ConfirmContact(ContactStep.FirstDay, by: somebody, Given.Tuesday));
        }
    }

    [Fact]
    public void A_contact_is_missed_the_day_after_its_day_and_the_unit_above_the_desk_is_told()
    {
        var signal = AfterAggression();

        signal.PassTime(Given.FromDesk, Given.Tuesday);
        signal.DoneByThePortal.ShouldBeEmpty();
        signal.PassTime(Given.FromDesk, Given.On(4));
        signal.PassTime(Given.FromDesk, Given.On(5));

        signal.DoneByThePortal.ShouldBe([new ContactMissed(ContactStep.FirstDay, Given.November(3), Told: Given.Board.UnitId)]);
    }

    [Fact]
    public void What_was_confirmed_in_time_is_not_missed()
    {
        var signal = AfterAggression();
        signal.ConfirmContact(ContactStep.FirstDay, by: Given.Reporter, Given.Tuesday);

        signal.PassTime(Given.FromDesk, Given.On(4));

        signal.DoneByThePortal.ShouldBeEmpty();
    }

    [Fact]
    public void What_was_missed_can_still_be_confirmed_beside_the_next_one()
    {
        var signal = AfterAggression();
        signal.PassTime(Given.FromDesk, Given.On(4));

        signal.ContactsToConfirm.ShouldBe([ContactStep.FirstDay, ContactStep.FirstWeek]);
        signal.ConfirmContact(ContactStep.FirstWeek, by: Given.Reporter, Given.On(5));
        signal.ConfirmContact(ContactStep.FirstDay, by: Given.Reporter, Given.On(5));

        signal.ContactsToConfirm.ShouldBe([ContactStep.FourWeeks]);
    }

    [Fact]
    public void They_go_on_after_the_signal_is_closed()
    {
        var signal = AfterAggression();
        signal.Answer(Given.No, by: Given.ConfidentialAdviser, Given.Tuesday);
        signal.GiveVerdict(Verdict.Understood, text: null, Given.FromDesk, by: Given.Reporter, Given.Tuesday);

        signal.PassTime(Given.FromDesk, Given.On(Given.December(1)));

        signal.DoneByThePortal.OfType<ContactMissed>().Select(missed => (missed.Step, missed.MissedOn)).ShouldBe(
        [
            (ContactStep.FirstDay, Given.November(3)), (ContactStep.FirstWeek, Given.November(9)),
            (ContactStep.FourWeeks, Given.November(30)),
        ]);
        (signal.Status, signal.NextStepOn).ShouldBe((SignalStatus.Closed, new DateOnly(2027, 2, 3)));
    }

    [Fact]
    public void They_end_when_the_signal_is_withdrawn()
    {
        var signal = AfterAggression();
        signal.Withdraw("Laat maar.", by: Given.Reporter, Given.Tuesday);

        signal.PassTime(Given.FromDesk, Given.On(Given.December(1)));

        signal.DoneByThePortal.ShouldBeEmpty();
        Given.Breaks(
            SignalRule.OnlyAnOpenContactIsConfirmed, signal,
            () => signal.ConfirmContact(ContactStep.FirstDay, by: Given.Reporter, Given.Tuesday));
    }

    private static Signal AfterAggression() => Given.AnAcknowledgedSignal(SignalKind.Aggression);
}
