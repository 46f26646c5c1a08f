using FsCheck;
using FsCheck.Fluent;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Domain.Tests.Stories;

namespace SignaalPortaal.Domain.Tests.Signals;

/// <summary>Whatever happened before, and on whatever days the portal looks, these hold.</summary>
public class PassTimeLaws
{
    [Fact]
    public void Silence_goes_the_way_of_the_reference() => Prop
        .ForAll(Silence.Any, silence => silence.Tell().ShouldBe(silence.Reference()))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Looking_more_often_on_the_same_days_changes_nothing() => Prop
        .ForAll(Silence.Any, silence => silence.Tell(looksADay: 3).ShouldBe(silence.Tell()))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Whatever_happened_before_looking_again_on_the_same_day_does_nothing() => Always(look =>
    {
        look.PassTime();
        var before = look.Signal.Everything;

        look.PassTime().ShouldBeFalse();

        look.Signal.Everything.ShouldBe(before);
    });

    [Fact]
    public void After_looking_the_next_step_is_on_a_later_day() => Always(look =>
    {
        look.PassTime();

        (look.Signal.NextStepOn <= look.Now.Today).ShouldBeFalse();
        (look.Signal.NextStepOn is null && look.Signal.IsOpen).ShouldBeFalse();
    });

    [Fact]
    public void Something_is_done_when_the_day_of_the_next_step_has_come_and_nothing_before() => Always(look =>
    {
        // What is hidden until an hour of today waits for that hour.
        var isHidden = look.Signal.HiddenUntil > look.Now.At;
        var (before, hasCome) = (look.Signal.Everything, look.Signal.NextStepOn <= look.Now.Today && !isHidden);

        look.PassTime();

        (look.Signal.Everything != before).ShouldBe(hasCome);
    });

    [Fact]
    public void A_signal_never_moves_two_layers_at_once() => Always(look =>
    {
        var before = look.Signal.Timeline.Count;

        look.PassTime();

        look.Signal.Timeline.Skip(before).Count(entry => entry.Happened is Escalated).ShouldBeLessThanOrEqualTo(1);
    });

    [Fact]
    public void Nobody_is_reminded_of_a_day_that_has_passed_or_of_one_that_began_today() => Always(look =>
    {
        var isReminded = look.PassTime();

        var (start, today, end) = (look.Signal.TermStartedOn, look.Now.Today, look.Signal.DueOn);
        (!isReminded || (start < today && today <= end)).ShouldBeTrue($"{start:O} {today:O} {end:O}");
    });

    /// <summary>After any story the portal looks now and then, for about a year.</summary>
    private static void Always(Action<Moment> look) => Prop
        .ForAll(Story.Any, Gen.OneOf(Gen.Choose(0, 3), Gen.Choose(1, 40)).ArrayOf().Resize(20).ToArbitrary(), (story, gaps) =>
        {
            if (story.Tell() is not { } moment)
            {
                return;
            }

            foreach (var gap in gaps)
            {
                moment = moment with { Now = moment.Now.AddDays(gap) };
                look(moment);
            }
        })
        .Check(Config.QuickThrowOnFailure.WithMaxTest(200));
}
