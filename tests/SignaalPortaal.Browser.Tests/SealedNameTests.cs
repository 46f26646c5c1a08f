using Microsoft.Playwright;
using SignaalPortaal.Browser.Tests.Infrastructure;
using SignaalPortaal.Web.Tests.Infrastructure;
using SignaalPortaal.Web.Texts;
using static Microsoft.Playwright.Assertions;

namespace SignaalPortaal.Browser.Tests;

/// <summary>A name that only the browser of a confidential adviser opens, after its reporter could read why.</summary>
public sealed class SealedNameTests(BrowserPortal portal) : BrowserTest(portal)
{
    private const string Passphrase = "vier rode vogels lezen kranten";
    private const string KeyPage = "/vertrouwensloket/sleutel";
    private const string NamePage = "/vertrouwensloket/naam";

    [Fact]
    public async Task An_adviser_makes_a_key_asks_for_a_name_and_reads_it_after_the_reporter_could_read_why()
    {
        var adviser = await PageOf(Portal.Cast.ConfidentialAdviser);
        var sent = new List<string>();
        adviser.Request += (_, request) => sent.Add(request.Url + request.PostData);
        await MakeKey(adviser);

        var reporter = await PageOf(Portal.Cast.Reporter);
        var (reference, code) = await SubmitConfidentially(reporter);
        await Portal.Database.Scalar<object>("update signals set hidden_until = null");

        await adviser.GotoAsync(NamePage);
        await adviser.ShouldHaveNoBarriers("asking for a name");
        await adviser.Fill(FieldTexts.SignalReference, reference);
        await adviser.Fill(FieldTexts.IdentityReason, AdviserDesk.Reason);
        await adviser.Press(IdentityTexts.RequestButton);
        await adviser.ReadsTitle(IdentityTexts.OpenTitle);
        await adviser.ShouldHaveNoBarriers("before the name is fetched");
        var address = adviser.Url;

        var follower = await PageOf(person: null);
        await follower.GotoAsync("/anoniem/testdienst/volgen");
        await follower.Fill(FieldTexts.Code, code);
        await follower.Press(AnonymousTexts.ShowSignal);
        await follower.ReadsHeading(TimelineTexts.IdentityRequested);
        await follower.Reads(AdviserDesk.Reason);

        await adviser.Press(IdentityTexts.Fetch);
        await adviser.Fill(IdentityTexts.YourPassphrase, "een heel andere lange zin");
        await adviser.Press(IdentityTexts.ShowName);
        await adviser.Reads(IdentityTexts.PassphraseWrong);
        await adviser.ShouldHaveNoBarriers("wrong passphrase");
        await adviser.Fill(IdentityTexts.YourPassphrase, Passphrase);
        await adviser.Press(IdentityTexts.ShowName);
        await adviser.Reads("Rosa Melder");
        await adviser.Reads("rosa.melder@testdienst.example");
        await adviser.ShouldHaveNoBarriers("name");
        sent.ShouldNotContain(text => text.Contains("vogels", StringComparison.Ordinal) || text.Contains("Rosa", StringComparison.Ordinal));

        await adviser.GotoAsync(address);
        await adviser.Reads(IdentityTexts.Spent);
        await adviser.ShouldHaveNoBarriers("spent");
    }

    [Fact]
    public async Task The_key_on_paper_opens_the_name_too()
    {
        var adviser = await PageOf(Portal.Cast.ConfidentialAdviser);
        await MakeKey(adviser);
        var file = await adviser.Locator("#sleutelbestand").TextContentAsync();
        var reference = await Portal.RaisesConfidentially(Portal.Cast.Colleague);
        var ticket = await Portal.Asks(Portal.Cast.ConfidentialAdviser, reference);
        await Portal.Database.Scalar<object>($"update adviser_keys set sealed_private_key = '' where person_id = '{Portal.Cast.ConfidentialAdviser}'");

        await adviser.GotoAsync($"{NamePage}/{ticket}");
        await adviser.Press(IdentityTexts.Fetch);
        await adviser.GetByText(IdentityTexts.UsePaper).ClickAsync();
        await adviser.Fill(IdentityTexts.PaperFile, file!);
        await adviser.Fill(IdentityTexts.YourPassphrase, Passphrase);
        await adviser.Press(IdentityTexts.ShowName);

        await adviser.Reads("Carel Collega");
    }

    [Fact]
    public async Task A_passphrase_is_long_enough_and_typed_twice()
    {
        var adviser = await PageOf(Portal.Cast.ConfidentialAdviser);
        await adviser.GotoAsync(KeyPage);

        await adviser.Fill(IdentityTexts.Passphrase, "vier woorden is weinig");
        await adviser.Fill(IdentityTexts.PassphraseAgain, "vier woorden is weinig");
        await adviser.Press(IdentityTexts.MakeKeyButton);
        await adviser.Reads(IdentityTexts.PassphraseShort);
        await adviser.Fill(IdentityTexts.Passphrase, Passphrase);
        await adviser.Press(IdentityTexts.MakeKeyButton);
        await adviser.Reads(IdentityTexts.PassphraseDifferent);
        await adviser.ShouldHaveNoBarriers("passphrases differ");
    }

    [Fact]
    public async Task Without_script_the_pages_say_that_they_need_it()
    {
        await Portal.HasKey(Portal.Cast.ConfidentialAdviser);
        var ticket = await Portal.Asks(Portal.Cast.ConfidentialAdviser, await Portal.RaisesConfidentially(Portal.Cast.Colleague));
        var adviser = await PageOf(Portal.Cast.ConfidentialAdviser, javaScript: false);

        foreach (var (page, button) in new[] { (KeyPage, IdentityTexts.MakeKeyButton), ($"{NamePage}/{ticket}", IdentityTexts.Fetch) })
        {
            await adviser.GotoAsync(page);
            await adviser.Reads(IdentityTexts.NeedsScript);
            await Expect(adviser.Button(button)).ToHaveCountAsync(0);
        }
    }

    private static async Task MakeKey(IPage adviser)
    {
        await adviser.GotoAsync(KeyPage);
        await adviser.ShouldHaveNoBarriers("making a key");
        await adviser.Fill(IdentityTexts.Passphrase, Passphrase);
        await adviser.Fill(IdentityTexts.PassphraseAgain, $"  {Passphrase} ");
        await adviser.Press(IdentityTexts.MakeKeyButton);
        await adviser.Reads(IdentityTexts.KeySaved);
        await adviser.ShouldHaveNoBarriers("key");
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
