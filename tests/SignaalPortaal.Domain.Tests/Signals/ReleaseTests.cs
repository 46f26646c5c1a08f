using FsCheck;
using FsCheck.Fluent;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Domain.Tests.Stories;
using Outcome = SignaalPortaal.Domain.Signals.Outcome;

namespace SignaalPortaal.Domain.Tests.Signals;

public class ReleaseTests
{
    [Fact]
    public void What_the_reporter_says_yes_to_is_released_and_nothing_else_of_the_signal()
    {
        var signal = Given.AProposedRelease();

        signal.DecideRelease(ReleaseDecision.Approve, by: Given.Reporter, Given.Tuesday);

        signal.LastEvent.ShouldBe(new ReleaseApproved());
        var released = signal.Released.ShouldNotBeNull();
        (released.Title, released.Said, released.Answer, released.WhatWouldChange).ShouldBe(
            ("Herzieningen duurden te lang", "Een herziening kost vier weken. De wet geeft er twee.", "Dit jaar is er geen geld voor.", "Ruimte in de voorjaarsnota."));
        (released.Outcome, released.Reason, released.UnitId, released.Month).ShouldBe(
            (Outcome.NotAdopted, NotAdoptedReason.Money, Given.Team.UnitId, Given.November(1)));
        released.Id.ShouldNotBe(signal.Id);
    }

    [Fact]
    public void Before_the_yes_and_after_a_no_nothing_is_released()
    {
        var signal = Given.AProposedRelease();
        signal.Released.ShouldBeNull();

        signal.DecideRelease(ReleaseDecision.Refuse, by: Given.Reporter, Given.Tuesday);

        signal.Released.ShouldBeNull();
        signal.LastEvent.ShouldBe(new ReleaseRefused());
    }

    [Fact]
    public void After_a_no_there_is_one_other_text_and_then_it_is_enough()
    {
        var signal = Given.AProposedRelease();
        signal.DecideRelease(ReleaseDecision.Refuse, by: Given.Reporter, Given.Tuesday);
        Given.Breaks(SignalRule.ARefusedTextIsNotProposedAgain, signal, () => signal.ProposeRelease(Given.AText(signal), by: Given.TeamLead, Given.Tuesday));
        signal.ProposeRelease(Given.AText(signal, title: "Anders"), by: Given.TeamLead, Given.Tuesday);
        signal.DecideRelease(ReleaseDecision.Refuse, by: Given.Reporter, Given.Tuesday);

        Given.Breaks(SignalRule.AReleaseIsProposedTwice, signal, () => signal.ProposeRelease(Given.AText(signal, title: "Nog anders"), by: Given.TeamLead, Given.Tuesday));
    }

    [Fact]
    public void The_yes_can_be_taken_back_at_any_time_and_then_it_is_gone()
    {
        var signal = Given.AReleasedSignal();
        signal.GiveVerdict(Verdict.Understood, text: null, Given.FromTeam, by: Given.Reporter, Given.Tuesday);

        signal.TakeBackRelease(by: Given.Reporter, Given.On(30));

        signal.Released.ShouldBeNull();
        signal.LastEvent.ShouldBe(new ReleaseTakenBack());
        Given.Breaks(SignalRule.ThereIsNoReleaseToTakeBack, signal, () => signal.TakeBackRelease(by: Given.Reporter, Given.On(30)));
    }

    [Fact]
    public void Another_answer_and_a_withdrawal_make_an_end_to_it()
    {
        var answeredAgain = Given.AReleasedSignal();
        answeredAgain.GiveVerdict(Verdict.Disagree, "Dit kan niet wachten.", Given.FromTeam, by: Given.Reporter, Given.Tuesday);
        answeredAgain.Released.ShouldNotBeNull();
        answeredAgain.Answer(Given.Yes, by: Given.DepartmentHead, Given.Tuesday);
        answeredAgain.Released.ShouldBeNull();
        answeredAgain.ActsOf(Given.Reporter, Given.FromDepartment, Given.Tuesday).HasFlag(SignalActs.TakeBackRelease).ShouldBeFalse();

        var withdrawn = Given.AReleasedSignal();
        withdrawn.Withdraw("Toch niet.", by: Given.Reporter, Given.Tuesday);
        withdrawn.Released.ShouldBeNull();
    }

    [Fact]
    public void Only_a_standing_answer_is_released_and_one_text_at_a_time()
    {
        Breaks(SignalRule.OnlyAStandingAnswerIsReleased, Given.ASignal(), signal => signal.ProposeRelease(Given.AText(signal), by: Given.TeamLead, Given.Tuesday));
        Breaks(SignalRule.OneReleaseAtATime, Given.AProposedRelease(), signal => signal.ProposeRelease(Given.AText(signal, "Anders"), by: Given.TeamLead, Given.Tuesday));
        Breaks(SignalRule.OneReleaseAtATime, Given.AReleasedSignal(), signal => signal.ProposeRelease(Given.AText(signal, "Anders"), by: Given.TeamLead, Given.Tuesday));
    }

    [Fact]
    public void What_was_withdrawn_is_not_released()
    {
        var signal = Given.AnAnsweredSignal();
        signal.Withdraw("Toch niet.", by: Given.Reporter, Given.Tuesday);

        Given.Breaks(SignalRule.OnlyAStandingAnswerIsReleased, signal, () => signal.ProposeRelease(Given.AText(signal), by: Given.TeamLead, Given.Tuesday));
    }

    [Theory]
    [InlineData(SignalKind.Aggression)]
    [InlineData(SignalKind.UndesirableBehaviour)]
    [InlineData(SignalKind.Wrongdoing)]
    public void What_the_desk_handles_is_not_released(SignalKind kind)
    {
        var signal = Given.AnAcknowledgedSignal(kind);
        signal.Answer(Given.No, by: Given.ConfidentialAdviser, Given.Monday);

        Given.Breaks(SignalRule.WhatTheDeskHandlesIsNotReleased, signal, () => signal.ProposeRelease(Given.AText(signal), by: Given.ConfidentialAdviser, Given.Tuesday));
        signal.ActsOf(Given.ConfidentialAdviser, Given.FromDesk, Given.Tuesday).HasFlag(SignalActs.ProposeRelease).ShouldBeFalse();
    }

    [Fact]
    public void The_unit_that_answered_proposes_and_the_reporter_decides()
    {
        Breaks(SignalRule.OnlyTheHolderActs, Given.AnAnsweredSignal(), signal => signal.ProposeRelease(Given.AText(signal), by: Given.DepartmentHead, Given.Tuesday));
        foreach (var other in new[] { Given.TeamLead, Given.Colleague, Given.Reporter.InAnotherOrganisation, Viewer.Nobody })
        {
            Breaks(SignalRule.OnlyTheReporterDoesThis, Given.AProposedRelease(), signal => signal.DecideRelease(ReleaseDecision.Approve, by: other, Given.Tuesday));
            Breaks(SignalRule.OnlyTheReporterDoesThis, Given.AReleasedSignal(), signal => signal.TakeBackRelease(by: other, Given.Tuesday));
        }
    }

    [Fact]
    public void A_text_is_complete_no_promise_and_no_condition_is_left_out()
    {
        Refused(SignalRule.AReleasedNoSaysWhatWouldChangeIt, Given.No, text => text with { WhatWouldChange = " " });
        Refused(SignalRule.EveryPromiseIsReleased, Given.Yes, text => text with { Promises = [] });
        Refused(SignalRule.EveryPromiseIsReleased, Given.Yes, text => text with { Promises = [.. text.Promises, .. text.Promises] });
        Refused(SignalRule.EveryPromiseIsReleased, Given.Yes, text => text with { Promises = [text.Promises[0] with { What = "Een regel\nen nog een" }] });
        Refused(SignalRule.EveryPromiseIsReleased, Given.No, text => text with { Promises = [new PromiseInShort(Guid.NewGuid(), "Van een ander.")] });
        Refused(SignalRule.TextIsWithinItsLimits, Given.No, text => text with { Said = new string('x', ReleaseText.MaxLength + 1) });
        Refused(SignalRule.TextIsWithinItsLimits, Given.No, text => text with { Title = "" });

        static void Refused(SignalRule rule, Answer answer, Func<ReleaseText, ReleaseText> bent) => Breaks(
            rule, Given.AnAnsweredSignal(answer), signal => signal.ProposeRelease(bent(Given.AText(signal)), by: Given.TeamLead, Given.Tuesday));
    }

    [Fact]
    public void All_texts_of_a_proposal_are_words_that_can_be_destroyed()
    {
        var proposed = Given.AProposedRelease(Given.Yes).Timeline[^1];

        proposed.Facts.ShouldNotContain("Herzieningen");
        proposed.Facts.ShouldNotContain("Er komen mensen bij");
        proposed.Words!.Text.ShouldContain("Er komen mensen bij");
        TimelineEntry.Read(proposed.Kind, proposed.Facts, words: null).ShouldBeOfType<ReleaseProposed>().Outcome.ShouldBe(Outcome.Adopted);
    }

    [Fact]
    public void Whatever_happens_only_what_has_a_yes_that_stands_is_released() => Prop
        .ForAll(Story.Any, story =>
        {
            story.Tell(moment =>
            {
                var signal = moment.Signal;
                var last = signal.Timeline.Select(entry => entry.Happened)
                    .LastOrDefault(happened => happened is Answered or ReleaseProposed or ReleaseApproved or ReleaseRefused or ReleaseTakenBack or Withdrawn);
                (signal.Released is not null).ShouldBe(last is ReleaseApproved);
                (signal.Released is null || !signal.Kind.GoesToTheDesk).ShouldBeTrue();
            });
        })
        .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static void Breaks(SignalRule rule, Signal signal, Action<Signal> act) => Given.Breaks(rule, signal, () => act(signal));
}
