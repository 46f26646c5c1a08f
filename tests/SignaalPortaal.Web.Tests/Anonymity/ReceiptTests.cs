using System.Net;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using SignaalPortaal.Application.Receipts;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Mail;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Tests.Anonymity;

/// <summary>The code with which somebody without a name comes back: shown once, kept nowhere, and of no use to whoever guesses.</summary>
public sealed class ReceiptTests(MailPortal portal) : MailTest(portal)
{
    private readonly MailPortal _portal = portal;

    [Fact]
    public async Task The_code_is_in_one_answer_and_nowhere_else()
    {
        var reporter = _portal.Nameless();
        await reporter.Raises(Nameless.Form(_portal.Cast.Units["TEAM"]));
        await reporter.Follows();
        await reporter.Does("Facts", new() { ["Input.Facts"] = "Meer." });
        await _portal.LetTheLineSeeIt();
        await _portal.SendsMail();
        var manager = await _portal.As(_portal.Cast.HeadOfDepartment).Open(Nameless.AddressOf(reporter.Reference));

        var code = ReceiptCode.Parse(reporter.Code)!;
        reporter.Answers.Count(answer => Holds(answer.Body, code)).ShouldBe(1);
        reporter.Answers.ShouldAllBe(answer => !Holds(answer.Address.ToString(), code) && !answer.Headers.Any(header => Holds(header, code)));
        _portal.Log.Lines.ShouldAllBe(line => !Holds(line, code));
        _portal.MailServer.Mails.ShouldNotBeEmpty();
        _portal.MailServer.Mails.Select(mail => $"{mail}").ShouldAllBe(mail => !Holds(mail, code));
        Holds(manager.Page.Source.Text, code).ShouldBeFalse();
        (await _portal.Database.Rows()).ShouldAllBe(row => !Holds(row, code));
        (await _portal.Database.Rows()).ShouldAllBe(row => !row.Contains(Convert.ToHexString(System.Text.Encoding.ASCII.GetBytes(code)), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_same_form_sent_again_shows_the_same_code_and_makes_no_second_signal()
    {
        var form = Nameless.Form(_portal.Cast.Units["TEAM"]);
        var reporter = await _portal.Nameless().Raises(form);

        var again = await _portal.Nameless().Raises(form);

        (again.Code, again.Reference).ShouldBe((reporter.Code, reporter.Reference));
        (await _portal.Database.Scalar<long>("select count(*) from receipts r join signals s on s.id = r.signal_id where s.reference = '" + reporter.Reference + "'")).ShouldBe(1);
    }

    [Fact]
    public async Task The_same_form_sent_ten_times_at_once_makes_one_signal()
    {
        var (form, before) = (Nameless.Form(_portal.Cast.Units["TEAM"]), await Signals());

        var all = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => _portal.Nameless().Raises(form)));

        all.Select(one => (one.Code, one.Reference)).Distinct().ShouldHaveSingleItem();
        (await Signals()).ShouldBe(before + 1);
        (await all[0].Follows()).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_form_without_a_proper_key_is_refused()
    {
        foreach (var key in new[] { "", "x", Convert.ToBase64String(new byte[31]), Convert.ToBase64String(new byte[33]) })
        {
            (await _portal.Nameless().Send("/nieuw", Nameless.Form(_portal.Cast.Units["TEAM"], key: key))).Status.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    /// <summary>Whether a code was never one, is no more or is of another organisation, cannot be told.</summary>
    [Fact]
    public async Task Each_code_that_does_not_work_gets_the_same_answer()
    {
        var gone = await _portal.Nameless().Raises(Nameless.Form(_portal.Cast.Units["TEAM"]));
        await _portal.Database.Scalar<int>($"delete from receipts where signal_id = (select id from signals where reference = '{gone.Reference}')");
        var used = await _portal.Nameless().Raises(Nameless.Form(_portal.Cast.Units["TEAM"]));
        await _portal.Send(new MakeKnown { Code = used.Code }, _portal.Cast.Reporter);
        var elsewhere = await _portal.Nameless("andere-dienst").Raises(Nameless.Form(await _portal.Grow("TOP")));
        var unknown = ReceiptCode.Show(ReceiptCode.Of(Convert.FromBase64String(Nameless.NewKey())));

        var answers = new List<string>();
        foreach (var code in new[] { unknown, gone.Code, used.Code, elsewhere.Code, unknown[..^1], "geen code", "" })
        {
            var answer = (await _portal.Nameless().Shows(code)).Answers[^1];
            var field = System.Net.WebUtility.HtmlEncode(code);
            answers.Add($"{answer.Status}\n{string.Join('\n', answer.Headers.Where(header => !header.StartsWith("Content-Length", StringComparison.Ordinal)))}\n"
                + (field.Length == 0 ? answer.Body.Replace(" value=\"\"", "", StringComparison.Ordinal) : answer.Body.Replace($" value=\"{field}\"", "", StringComparison.Ordinal)));
        }

        answers.Distinct().ShouldHaveSingleItem();
        answers[0].ShouldStartWith("BadRequest");
        answers[0].ShouldContain(WebUtility.HtmlEncode(ErrorTexts.CodeNotKnown)[..20]);
        (await _portal.Nameless("andere-dienst").Shows(elsewhere.Code)).Status.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>The page with the code says so; <see cref="Retention.DestructionTests"/> has the end of it.</summary>
    [Fact]
    public async Task A_code_is_good_for_years_as_long_as_the_signal_is_there()
    {
        var reporter = await _portal.Nameless().Raises(Nameless.Form(_portal.Cast.Units["TEAM"]));

        _portal.Clock.AdvanceDays(10 * 365);

        (await reporter.Follows()).Status.ShouldBe(HttpStatusCode.OK);
        AnonymousTexts.CodeWhatFor.ShouldContain("werkt tot je signaal wordt vernietigd");
    }

    [Fact]
    public async Task Once_a_name_is_on_it_neither_the_code_nor_an_open_page_does_anything()
    {
        var reporter = await _portal.Nameless().Raises(Nameless.Form(_portal.Cast.Units["TEAM"]));
        await reporter.Follows();
        await _portal.Send(new MakeKnown { Code = reporter.Code }, _portal.Cast.Reporter);

        await reporter.Does("Facts", new() { ["Input.Facts"] = "Dit typte ik." });

        reporter.Status.ShouldBe(HttpStatusCode.BadRequest);
        reporter.Text.ShouldContain("Dit typte ik.");
        reporter.Text.ShouldNotContain(Nameless.Subject);
        (await reporter.Follows()).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    /// <summary>What somebody typed for longer than a quarter of an hour is not lost.</summary>
    [Fact]
    public async Task An_old_page_asks_for_the_code_again_and_keeps_what_was_typed()
    {
        var reporter = await _portal.Nameless().Raises(Nameless.Form(_portal.Cast.Units["TEAM"]));
        await reporter.Follows();
        var protector = _portal.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("receipt ticket").ToTimeLimitedDataProtector();
        var plain = protector.Unprotect(reporter.Ticket, out var until);
        (until - DateTimeOffset.UtcNow).ShouldBeInRange(TimeSpan.FromMinutes(13), TimeSpan.FromMinutes(15));

        await reporter.Does("Facts", new() { ["Input.Facts"] = "Dit typte ik.", ["bewijs"] = protector.Protect(plain, DateTimeOffset.UtcNow.AddSeconds(-1)) });

        reporter.Status.ShouldBe(HttpStatusCode.BadRequest);
        reporter.Text.ShouldContain("Dit typte ik.");
        reporter.Text.ShouldContain(ErrorTexts.CodeAgain[..20]);
        reporter.Text.ShouldNotContain(Nameless.Subject);
        (await _portal.Database.Scalar<long>("select count(*) from timeline_entries where kind = 'FactsAdded' and signal_id = (select id from signals where reference = '" + reporter.Reference + "')")).ShouldBe(0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("vals")]
    [InlineData("CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_page_that_was_made_up_shows_nothing(string ticket)
    {
        var visitor = await _portal.Nameless().Send("/volgen?handler=Facts", new() { ["bewijs"] = ticket, ["Input.Facts"] = "Meer." });

        visitor.Status.ShouldBe(HttpStatusCode.BadRequest);
        visitor.Text.ShouldContain(AnonymousTexts.ShowSignal);
    }

    [Fact]
    public async Task A_page_of_one_organisation_is_worth_nothing_at_another()
    {
        var reporter = await _portal.Nameless().Raises(Nameless.Form(_portal.Cast.Units["TEAM"]));
        await reporter.Follows();

        var elsewhere = await _portal.Nameless("andere-dienst").Send("/volgen?handler=Facts", new() { ["bewijs"] = reporter.Ticket, ["Input.Facts"] = "Meer." });

        elsewhere.Status.ShouldBe(HttpStatusCode.BadRequest);
        elsewhere.Text.ShouldNotContain(Nameless.Subject);
    }

    [Fact]
    public async Task The_same_act_sent_twice_is_done_once()
    {
        var reporter = await _portal.Nameless().Raises(Nameless.Form(_portal.Cast.Units["TEAM"]));
        await reporter.Follows();
        var key = $"{Guid.NewGuid()}";
        var form = reporter.Page;
        await reporter.Does("Facts", new() { ["Input.Facts"] = "Meer.", ["Input.FormKey"] = key });

        await reporter.Does("Facts", new() { ["Input.Facts"] = "Meer.", ["Input.FormKey"] = key });

        reporter.Status.ShouldBe(HttpStatusCode.OK);
        (await _portal.Database.Scalar<long>("select count(*) from timeline_entries where kind = 'FactsAdded' and signal_id = (select id from signals where reference = '" + reporter.Reference + "')")).ShouldBe(1);
        form.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_code_of_an_older_key_goes_on_working()
    {
        var reporter = await _portal.Nameless().Raises(Nameless.Form(_portal.Cast.Units["TEAM"]));
        (await _portal.Database.Scalar<int>("select pepper_version from receipts limit 1")).ShouldBe(1);
        (await _portal.Database.Scalar<int>("select min(length(lookup)) from receipts")).ShouldBe(32);

        (await reporter.Follows()).Text.ShouldContain(Nameless.Subject);
    }

    /// <summary>Whoever tries out codes is stopped; who has one is not, also then.</summary>
    [Fact]
    public async Task After_too_many_unknown_codes_there_is_no_more_answer_for_a_minute_but_a_right_code_works()
    {
        _portal.Clock.Advance(TimeSpan.FromMinutes(1));
        var (reporter, guesser) = (await _portal.Nameless().Raises(Nameless.Form(_portal.Cast.Units["TEAM"])), _portal.Nameless());
        for (var count = 0; count < ReceiptMisses.MostInAMinute; count++)
        {
            (await guesser.Shows("geen code")).Status.ShouldBe(HttpStatusCode.BadRequest);
        }

        (await guesser.Shows("geen code")).Status.ShouldBe(HttpStatusCode.TooManyRequests);
        guesser.Text.ShouldContain(ErrorTexts.TooManyUnknownCodes[..30]);
        guesser.Answers[^1].Headers.ShouldNotContain(header => header.StartsWith("Set-Cookie", StringComparison.Ordinal));
        (await reporter.Follows()).Status.ShouldBe(HttpStatusCode.OK);

        var signedIn = await _portal.As(_portal.Cast.Colleague).Open("/bekend-maken");
        await signedIn.Fill("Volgcode", "geen code").Press(AnonymousTexts.MakeKnownButton);
        signedIn.Status.ShouldBe(HttpStatusCode.TooManyRequests);

        _portal.Clock.Advance(TimeSpan.FromMinutes(1));
        (await guesser.Shows("geen code")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static bool Holds(string text, string code)
    {
        var plain = string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
        return plain.Contains(code, StringComparison.Ordinal);
    }

    private Task<long> Signals() => _portal.Database.Scalar<long>("select count(*) from signals");
}
