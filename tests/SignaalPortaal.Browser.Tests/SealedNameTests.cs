using Microsoft.Playwright;
using SignaalPortaal.Browser.Tests.Infrastructure;
using SignaalPortaal.Web.Tests.Infrastructure;
using SignaalPortaal.Web.Texts;
using static Microsoft.Playwright.Assertions;

namespace SignaalPortaal.Browser.Tests;

/// <summary>A name that only the browser of a confidential adviser opens, after its reporter could read why.</summary>
public sealed class SealedNameTests(BrowserPortal portal) : BrowserTest(portal)
{
    private const string KeyPage = "/vertrouwensloket/sleutel";
    private const string NamePage = "/vertrouwensloket/naam";

    [Fact]
    public async Task An_adviser_makes_a_key_asks_for_a_name_and_reads_it_after_the_reporter_could_read_why()
    {
        var adviser = await PageOf(Portal.Cast.ConfidentialAdviser);
        var sent = new List<string>();
        adviser.Request += (_, request) => sent.Add(request.Url + request.PostData);
        var passphrase = await MakeKey(adviser);

        var reporter = await PageOf(Portal.Cast.Reporter);
        var (reference, code) = await SubmitConfidentially(reporter);
        await Portal.Database.Scalar<object>("update signals set hidden_until = null");

        await adviser.GotoAsync(NamePage);
        await adviser.ShouldHaveNoBarriers("asking for a name");
        await adviser.Fill(FieldTexts.SignalReference, reference);
        await adviser.Fill(FieldTexts.IdentityReason, AdviserDesk.Reason);
        await adviser.GetByLabel(FieldTexts.LifeInDanger).CheckAsync();
        await adviser.Fill(FieldTexts.DangerGround, "Een collega zegt vandaag te springen.");
        await adviser.Press(IdentityTexts.RequestButton);
        await adviser.ReadsTitle(IdentityTexts.OpenTitle);
        await adviser.ShouldHaveNoBarriers("before the name is fetched");
        var address = adviser.Url;

        var follower = await PageOf(person: null);
        await follower.GotoAsync("/anoniem/testdienst/volgen");
        await follower.Fill(FieldTexts.Code, code);
        await follower.Press(AnonymousTexts.ShowSignal);
        await follower.ReadsHeading(AnonymousTexts.NameTitle);
        await follower.ReadsHeading(TimelineTexts.IdentityRequested);
        await follower.ShouldHaveNoBarriers("a name is asked for");
        await follower.Reads(AdviserDesk.Reason);

        await adviser.Press(IdentityTexts.Fetch);
        await adviser.Fill(IdentityTexts.YourPassphrase, "een heel andere lange zin");
        await adviser.Press(IdentityTexts.ShowName);
        await adviser.Reads(IdentityTexts.PassphraseWrong);
        await adviser.ShouldHaveNoBarriers("wrong passphrase");
        await adviser.Fill(IdentityTexts.YourPassphrase, passphrase);
        await adviser.Press(IdentityTexts.ShowName);
        await adviser.Reads("Rosa Melder");
        await adviser.Reads("rosa.melder@testdienst.example");
        await adviser.ShouldHaveNoBarriers("name");
        sent.ShouldNotContain(text => passphrase.Split(' ').Count(word => text.Contains(word, StringComparison.Ordinal)) > 2 || text.Contains("Rosa", StringComparison.Ordinal));

        await adviser.GotoAsync(address);
        await adviser.Reads(IdentityTexts.Fetch);
    }

    [Fact]
    public async Task The_key_on_paper_opens_the_name_too()
    {
        var adviser = await PageOf(Portal.Cast.ConfidentialAdviser);
        var passphrase = await MakeKey(adviser);
        var file = await adviser.Locator("#sleutelbestand").TextContentAsync();
        var reference = await Portal.RaisesConfidentially(Portal.Cast.Colleague);
        await Portal.Asks(Portal.Cast.ConfidentialAdviser, reference, danger: "Een collega zegt vandaag te springen.");
        await Portal.Database.Scalar<object>($"alter table adviser_keys disable trigger user; update adviser_keys set sealed_private_key = '' where person_id = '{Portal.Cast.ConfidentialAdviser}'; alter table adviser_keys enable trigger user");

        await adviser.GotoAsync($"{NamePage}/{reference}");
        await adviser.Press(IdentityTexts.Fetch);
        await adviser.GetByText(IdentityTexts.UsePaper).ClickAsync();
        await adviser.Fill(IdentityTexts.PaperFile, file!);
        await adviser.Fill(IdentityTexts.YourPassphrase, passphrase);
        await adviser.Press(IdentityTexts.ShowName);

        await adviser.Reads("Carel Collega");
    }

    [Fact]
    public async Task A_passphrase_is_given_written_down_and_typed_back_and_no_other_is_taken()
    {
        var adviser = await PageOf(Portal.Cast.ConfidentialAdviser);
        await adviser.GotoAsync(KeyPage);
        (await adviser.EvaluateAsync<int>("new Set(window.passphraseWords.filter((word) => /^[a-z]{3,8}$/.test(word))).size")).ShouldBe(7776);
        (await adviser.EvaluateAsync<int>("window.passphraseWords.length")).ShouldBe(7776);

        await adviser.Press(IdentityTexts.GiveButton);
        var first = await Words(adviser);
        await adviser.ShouldHaveNoBarriers("six words");
        await adviser.Press(IdentityTexts.WrittenButton);
        (await adviser.ContentAsync()).ShouldNotContain($"<li>{first.Split(' ')[0]}</li>");
        foreach (var own in new[] { "", "a a a a a a", "a a a a a", string.Join(' ', first.Split(' ').Reverse()), first + " extra" })
        {
            await adviser.Fill(IdentityTexts.Passphrase, own);
            await adviser.Press(IdentityTexts.MakeKeyButton);
            await adviser.Reads(IdentityTexts.PassphraseDifferent);
        }

        await adviser.ShouldHaveNoBarriers("another passphrase");
        await adviser.Press(IdentityTexts.ShowWords);
        (await Words(adviser)).ShouldBe(first);
        await adviser.GotoAsync(KeyPage);
        await adviser.Press(IdentityTexts.GiveButton);
        (await Words(adviser)).ShouldNotBe(first);
    }

    /// <summary>The word list is on this page only; see also <see cref="WeightTests"/>.</summary>
    [Fact]
    public async Task Each_word_has_the_same_chance()
    {
        var adviser = await PageOf(Portal.Cast.ConfidentialAdviser);
        await adviser.GotoAsync(KeyPage);

        // With remainders the first 3,328 words would come up an eighth more often.
        var counts = await adviser.EvaluateAsync<int[]>("""
            () => {
              const give = document.querySelector('[data-give]'), list = document.querySelector('[data-words]');
              const first = new Set(window.passphraseWords.slice(0, 3328));
              let early = 0, all = 0;
              for (let round = 0; round < 10000; round++) {
                give.click();
                for (const word of list.children) { all++; early += first.has(word.textContent) ? 1 : 0; }
              }
              return [early, all];
            }
            """);

        counts[1].ShouldBe(60_000);
        ((double)counts[0] / counts[1]).ShouldBe(3328.0 / 7776, tolerance: 0.012);
    }

    [Fact]
    public async Task Without_script_the_pages_say_that_they_need_it()
    {
        await Portal.HasKey(Portal.Cast.ConfidentialAdviser);
        var reference = await Portal.RaisesConfidentially(Portal.Cast.Colleague);
        await Portal.Asks(Portal.Cast.ConfidentialAdviser, reference, danger: "Een collega zegt vandaag te springen.");
        var adviser = await PageOf(Portal.Cast.ConfidentialAdviser, javaScript: false);

        foreach (var (page, button) in new[] { (KeyPage, IdentityTexts.GiveButton), ($"{NamePage}/{reference}", IdentityTexts.Fetch) })
        {
            await adviser.GotoAsync(page);
            await adviser.Reads(IdentityTexts.NeedsScript);
            await Expect(adviser.Button(button)).ToHaveCountAsync(0);
        }
    }

    /// <summary>The passphrase that was given for the key, which another adviser agreed to.</summary>
    private async Task<string> MakeKey(IPage adviser)
    {
        await Portal.HasKey(Portal.Cast.HumanResources);
        await adviser.GotoAsync(KeyPage);
        await adviser.ShouldHaveNoBarriers("making a key");
        await adviser.Press(IdentityTexts.GiveButton);
        var passphrase = await Words(adviser);
        await adviser.Press(IdentityTexts.WrittenButton);
        await adviser.Fill(IdentityTexts.Passphrase, $"  {passphrase.ToUpperInvariant()} ");
        await adviser.Press(IdentityTexts.MakeKeyButton);
        await adviser.Reads(IdentityTexts.KeySaved);
        await adviser.ShouldHaveNoBarriers("key");
        await Portal.OthersAgree(Portal.Cast.ConfidentialAdviser);
        await adviser.GotoAsync(KeyPage);
        await adviser.Reads(IdentityTexts.KeyInUse);
        return passphrase;
    }

    private static async Task<string> Words(IPage adviser)
    {
        var words = await adviser.Locator("[data-words] li").AllTextContentsAsync();
        words.Count.ShouldBe(6);
        return string.Join(' ', words);
    }

    private static async Task<(string Reference, string Code)> SubmitConfidentially(IPage reporter)
    {
        await reporter.GotoAsync("/signalen/nieuw");
        await reporter.Choose(EnumTexts.Disclosure_Confidential);
        await reporter.Choose("Knelpunt");
        await reporter.Fill("Waar gaat het over?", "Brief is niet te begrijpen");
        await reporter.Fill("Wat zie je gebeuren?", "Burgers bellen ons elke dag over deze brief.");
        await reporter.Press("Verder naar controleren");
        await reporter.Press("Verstuur je signaal");
        await reporter.ReadsTitle("Je signaal is verstuurd");
        return ((await reporter.Locator(".sp-confirm strong").TextContentAsync())!, (await reporter.Locator("#code").TextContentAsync())!);
    }
}
