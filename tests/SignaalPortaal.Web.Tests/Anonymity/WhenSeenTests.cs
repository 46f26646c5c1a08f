using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Mail;
using SignaalPortaal.Web.Tests.Signals;

namespace SignaalPortaal.Web.Tests.Anonymity;

/// <summary>What cannot wait for a working day: the reporter chooses when it is seen, and the law counts from before it was sent.</summary>
public sealed class WhenSeenTests(MailPortal portal) : MailTest(portal)
{
    private readonly MailPortal _portal = portal;

    [Theory]
    [InlineData(SignalKind.Aggression, "Medium", true)]
    [InlineData(SignalKind.Wrongdoing, "Medium", true)]
    [InlineData(SignalKind.Idea, "StopNow", true)]
    [InlineData(SignalKind.Idea, "High", false)]
    [InlineData(SignalKind.UndesirableBehaviour, "Medium", false)]
    public async Task It_is_asked_where_it_cannot_wait_and_there_the_page_says_that_the_hour_can_betray(SignalKind kind, string risk, bool isAsked)
    {
        var reporter = _portal.Nameless();

        await reporter.Send("/nieuw?handler=Check", Form(kind, risk));

        reporter.Text.Contains("Het uur kan je verraden", StringComparison.Ordinal).ShouldBe(isAsked);
        reporter.Page.QuerySelectorAll("[name='Input.WhenSeen']").Length.ShouldBe(isAsked ? 2 : 0);
        if (isAsked)
        {
            reporter.Page.QuerySelector("[name='Input.WhenSeen'][checked]")!.GetAttribute("value").ShouldBe("AtAFixedMoment");
        }
    }

    [Fact]
    public async Task On_the_Friday_evening_before_Easter_the_desk_sees_it_on_Saturday_and_the_terms_count_from_Friday()
    {
        _portal.ItIs("2027-03-26 22:15");
        var reporter = await _portal.Nameless().Raises(Form(SignalKind.Aggression));

        _portal.ItIs("2027-03-27 08:59:59");
        await _portal.LetTimePass();
        (await _portal.As(_portal.Cast.ConfidentialAdviser).Sees(Nameless.AddressOf(reporter.Reference))).ShouldBeFalse();
        (await reporter.Follows()).Text.ShouldContain("Nog niemand ziet je signaal. Het vertrouwensloket ziet het vanaf zaterdag 27 maart 2027, 9 uur.");

        _portal.ItIs("2027-03-27 09:00:04");
        await _portal.LetTimePass();
        (await _portal.As(_portal.Cast.ConfidentialAdviser).Sees(Nameless.AddressOf(reporter.Reference))).ShouldBeTrue();
        (await _portal.SendsMail()).ShouldBe(1, "What cannot wait does not wait for Tuesday.");
        (await _portal.Database.Scalar<DateOnly>("select min(\"by\") from contacts")).ShouldBe(new DateOnly(2027, 3, 27));
    }

    [Fact]
    public async Task Who_chooses_at_once_is_seen_at_once_and_no_time_of_day_is_kept()
    {
        _portal.ItIs("2026-09-05 22:37:21");
        var reporter = await _portal.Nameless().Raises(AtOnce(Form(SignalKind.Idea, "StopNow", _portal.Cast.Units["TEAM"])));

        (await _portal.As(_portal.Cast.HeadOfDepartment).Sees(Nameless.AddressOf(reporter.Reference))).ShouldBeTrue();
        (await _portal.Database.Scalar<string>("select to_char(send_after at time zone 'Europe/Amsterdam', 'YYYY-MM-DD HH24:MI:SS') from mails")).ShouldBe("2026-09-05 21:00:00");
        (await _portal.Database.Scalar<string>("select to_char(at at time zone 'Europe/Amsterdam', 'HH24:MI:SS.US') from timeline_entries")).ShouldBe("00:00:00.000000");
        (await _portal.SendsMail()).ShouldBe(1);
    }

    [Fact]
    public async Task Choosing_at_once_changes_nothing_where_it_can_wait()
    {
        _portal.ItIs("2026-09-05 22:37:21");
        var reporter = await _portal.Nameless().Raises(AtOnce(Form(SignalKind.Idea, "Medium", _portal.Cast.Units["TEAM"])));

        (await _portal.As(_portal.Cast.HeadOfDepartment).Sees(Nameless.AddressOf(reporter.Reference))).ShouldBeFalse();
    }

    [Fact]
    public async Task Who_goes_back_to_change_something_keeps_the_choice()
    {
        var reporter = _portal.Nameless();
        await reporter.Send("/nieuw?handler=Edit", AtOnce(Form(SignalKind.Wrongdoing)));
        reporter.Page.QuerySelector("input[type=hidden][name='Input.WhenSeen']")!.GetAttribute("value").ShouldBe("AtOnce");

        await reporter.Send("/nieuw?handler=Check", AtOnce(Form(SignalKind.Wrongdoing)));

        reporter.Page.QuerySelector("[name='Input.WhenSeen'][checked]")!.GetAttribute("value").ShouldBe("AtOnce");
        reporter.Page.QuerySelectorAll("[type=hidden][name='Input.WhenSeen']").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_confidential_signal_has_the_same_choice()
    {
        _portal.ItIs("2026-09-05 22:37:21");
        await _portal.HasAnAdviser();
        var input = new SubmitSignal
        {
            Disclosure = Disclosure.Confidential,
            Kind = SignalKind.Wrongdoing,
            Subject = "Wegkijken",
            OwnWords = "Er gebeurde niets.",
            FormKey = Guid.NewGuid(),
            ReceiptKey = Nameless.NewKey(),
        };
        var preview = await _portal.Send(new PreviewSignal(input), _portal.Cast.Reporter);
        (preview.AsksWhen, preview.HiddenUntil).ShouldBe((true, Domain.Deadlines.DutchTime.At(new DateOnly(2026, 9, 6), new TimeOnly(9, 0))));

        var later = await _portal.Send(input, _portal.Cast.Reporter);
        var atOnce = await _portal.Send(input with { WhenSeen = WhenSeen.AtOnce, ReceiptKey = Nameless.NewKey() }, _portal.Cast.Reporter);

        (await _portal.As(_portal.Cast.ConfidentialAdviser).Sees(Nameless.AddressOf(later.Reference))).ShouldBeFalse();
        (await _portal.As(_portal.Cast.ConfidentialAdviser).Sees(Nameless.AddressOf(atOnce.Reference))).ShouldBeTrue();
        foreach (var reference in new[] { later.Reference, atOnce.Reference })
        {
            (await _portal.Database.Scalar<DateOnly>($"select due_on from signals where reference = '{reference}'")).ShouldBe(new DateOnly(2026, 9, 14), "Seven days is a Saturday, and that goes to Monday.");
        }
    }

    /// <summary>Between two moments everybody leaves the same, whenever it was sent.</summary>
    [Theory]
    [InlineData(SignalKind.Aggression)]
    [InlineData(SignalKind.Wrongdoing)]
    public async Task Two_who_send_it_at_other_minutes_leave_the_same_behind(SignalKind kind)
    {
        var left = new List<IReadOnlyList<string>>();
        foreach (var sent in new[] { "2026-09-05 21:00:00", "2026-09-06 02:13:48", "2026-09-06 08:59:59" })
        {
            await _portal.StartAgain();
            _portal.ItIs(sent);
            var trace = await Trace.Begin(_portal);
            var reporter = await _portal.Nameless().Raises(Form(kind));
            _portal.ItIs("2026-09-06 09:00:04");
            await _portal.LetTimePass();
            left.Add(await trace.End([], reporter.Reference, reporter.Code));
        }

        left[1].ShouldBe(left[0]);
        left[2].ShouldBe(left[0]);
    }

    private static Dictionary<string, string> Form(SignalKind kind, string risk = "Medium", Guid? unit = null)
    {
        var form = Nameless.Form(unit, kind);
        form["Input.OwnRisk"] = risk;
        return form;
    }

    private static Dictionary<string, string> AtOnce(Dictionary<string, string> form)
    {
        form["Input.WhenSeen"] = nameof(WhenSeen.AtOnce);
        return form;
    }
}
