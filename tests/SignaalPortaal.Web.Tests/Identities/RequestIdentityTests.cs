using System.Net;
using SignaalPortaal.Application.Identities;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;
using SignaalPortaal.Web.Tests.Signals;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Tests.Identities;

public sealed class RequestIdentityTests(Portal portal) : IClassFixture<Portal>, IAsyncLifetime
{
    private const string Address = "/vertrouwensloket/naam";

    private Cast Cast => portal.Cast;

    private Submission _signal = null!;

    public async Task InitializeAsync()
    {
        await portal.HasKey(Cast.ConfidentialAdviser);
        _signal = await portal.RaisesWithCode(Cast.Reporter);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_adviser_asks_the_reporter_reads_it_and_the_name_is_fetched_once()
    {
        var adviser = await Ask(Cast.ConfidentialAdviser, _signal.Reference);
        adviser.Location.AbsolutePath.ShouldStartWith($"{Address}/");
        adviser.Text.ShouldContain(Reference.Show(_signal.Reference));
        adviser.Text.ShouldNotContain("Brief is niet te begrijpen");

        var reporter = await portal.Nobody().Open("/anoniem/testdienst/volgen");
        await reporter.Fill(FieldTexts.Code, ReceiptCode.Show(_signal.ReceiptCode!)).Press(AnonymousTexts.ShowSignal);
        reporter.EventCalled(TimelineTexts.IdentityRequested).ShouldContain(TimelineTexts.ByConfidentialAdviser);
        reporter.Text.ShouldContain(AdviserDesk.Reason);
        reporter.Text.ShouldNotContain("Vera Vertrouwen");

        var line = await portal.As(Cast.HeadOfDepartment).Open($"/signalen/{_signal.Reference}");
        line.EventCalled(TimelineTexts.IdentityRequested).ShouldContain(TimelineTexts.ByConfidentialAdviser);
        line.Text.ShouldNotContain(AdviserDesk.Reason);
        line.Text.ShouldNotContain("Vera Vertrouwen");

        await adviser.Press(IdentityTexts.Fetch);
        var sealedName = adviser.Page.QuerySelector("form[data-open-name]")!;
        new SealedName(Of("identity"), sealedName.GetAttribute("data-about")!, Of("key"), Of("private-key"), Of("salt"), int.Parse(sealedName.GetAttribute("data-iterations")!))
            .Read().ShouldContain("Rosa Melder");
        adviser.Page.Source.Text.ShouldNotContain("Rosa");

        await adviser.Open(adviser.Location.AbsolutePath);
        adviser.Text.ShouldContain(IdentityTexts.Spent);

        byte[] Of(string name) => Convert.FromBase64String(sealedName.GetAttribute($"data-{name}")!);
    }

    [Fact]
    public async Task A_form_sent_twice_asks_once()
    {
        var adviser = await portal.As(Cast.ConfidentialAdviser).Open(Address);
        adviser.Fill(FieldTexts.SignalReference, _signal.Reference).Fill(FieldTexts.IdentityReason, AdviserDesk.Reason);
        using var again = adviser.Request(IdentityTexts.RequestButton);
        await adviser.Press(IdentityTexts.RequestButton);
        var first = adviser.Location;

        await adviser.Show(await adviser.Http.SendAsync(again));

        adviser.Location.ShouldBe(first);
        (await Asked()).ShouldBe(1);
    }

    [Fact]
    public async Task What_is_not_a_confidential_signal_that_one_may_ask_about_does_not_exist()
    {
        var hidden = await portal.RaisesConfidentially(Cast.Reporter, isHidden: true);
        var withdrawn = await portal.RaisesConfidentially(Cast.Reporter);
        await portal.Database.Scalar<object>($"update signals set status = 'Closed', closed_because = 'Withdrawn', due_on = null, next_step_on = null where reference = '{withdrawn}'");
        var anonymous = await portal.RaisesConfidentially(Cast.Reporter);
        await portal.Database.Scalar<object>($"update signals set disclosure = 'Anonymous' where reference = '{anonymous}'");
        var aboutAdviser = await portal.RaisesConfidentially(Cast.Reporter);
        await portal.Database.Scalar<object>($"insert into signal_conflicts select organisation_id, id, '{Cast.ConfidentialAdviser}' from signals where reference = '{aboutAdviser}'");
        var named = await portal.Raises(Cast.Reporter);
        var before = await portal.Database.Contents();

        List<string> pages = [];
        foreach (var reference in new[] { hidden, withdrawn, anonymous, aboutAdviser, named, Reference.New(), "iets anders" })
        {
            var adviser = await Ask(Cast.ConfidentialAdviser, reference);
            adviser.Status.ShouldBe(HttpStatusCode.NotFound, reference);

            // The page gives back what was typed.
            pages.Add(adviser.Text.Replace(reference, "", StringComparison.Ordinal));
        }

        pages.Distinct().ShouldHaveSingleItem();
        (await portal.Database.Contents()).ShouldBe(before);
    }

    [Fact]
    public async Task An_adviser_of_another_organisation_finds_nothing()
    {
        await portal.HasKey(Cast.Stranger);
        var ticket = await portal.Asks(Cast.ConfidentialAdviser, _signal.Reference);

        (await Ask(Cast.Stranger, _signal.Reference)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await portal.As(Cast.Stranger).Open($"{Address}/{ticket}")).Status.ShouldBe(HttpStatusCode.NotFound);
        await Should.ThrowAsync<SignalNotFoundException>(() => portal.Asks(Cast.Stranger, _signal.Reference));
    }

    [Fact]
    public async Task A_ticket_is_nothing_to_another_adviser()
    {
        await portal.HasKey(Cast.HumanResources);
        var ticket = await portal.Asks(Cast.ConfidentialAdviser, _signal.Reference);

        (await portal.As(Cast.HumanResources).Open($"{Address}/{ticket}")).Status.ShouldBe(HttpStatusCode.NotFound);

        await portal.Database.Scalar<object>($"update people set roles = 4 where id = '{Cast.HumanResources}'");
    }

    [Fact]
    public async Task Who_is_no_adviser_any_more_when_the_name_is_fetched_gets_nothing()
    {
        var adviser = await Ask(Cast.ConfidentialAdviser, _signal.Reference);
        var used = await Used();
        await portal.Database.Scalar<object>($"update people set roles = 0 where id = '{Cast.ConfidentialAdviser}'");

        await adviser.Press(IdentityTexts.Fetch);

        adviser.Status.ShouldBe(HttpStatusCode.NotFound);
        await portal.Database.Scalar<object>($"update people set roles = 16 where id = '{Cast.ConfidentialAdviser}'");
        (await Used()).ShouldBe(used);
    }

    [Fact]
    public async Task Whose_key_came_later_asks_nothing_and_hears_why()
    {
        await portal.HasKey(Cast.Union);

        var adviser = await Ask(Cast.Union, _signal.Reference);

        adviser.ShouldReadTheRule(SignalRule.YourKeyDoesNotOpenThisName);
        (await Asked()).ShouldBe(0);
        await portal.Database.Scalar<object>($"update people set roles = 1 where id = '{Cast.Union}'");
    }

    [Fact]
    public async Task A_reason_of_a_few_words_is_not_enough()
    {
        var adviser = await Ask(Cast.ConfidentialAdviser, _signal.Reference, "Dat wil ik weten.");

        adviser.ShouldReadTheRule(SignalRule.AskingForANameIsExplained);
        adviser.ValueOf(FieldTexts.IdentityReason).ShouldBe("Dat wil ik weten.");
        (await Asked()).ShouldBe(0);
    }

    [Fact]
    public async Task A_new_key_ends_the_old_one_which_still_opens_what_it_opened()
    {
        await portal.HasKey(Cast.ConfidentialAdviser);

        (await portal.Database.Scalar<long>($"select count(*) from adviser_keys where person_id = '{Cast.ConfidentialAdviser}' and ended_on is null")).ShouldBe(1);
        var ticket = await portal.Asks(Cast.ConfidentialAdviser, _signal.Reference);
        (await portal.Send(new OpenIdentity(ticket), Cast.ConfidentialAdviser)).ShouldNotBeNull().Read().ShouldContain("Rosa Melder");
        (await portal.As(Cast.ConfidentialAdviser).Open("/vertrouwensloket/sleutel")).Text.ShouldContain("Een eerdere sleutel is van");
    }

    [Theory]
    [InlineData("Input.PublicKey", "")]
    [InlineData("Input.PublicKey", "bm90IGEga2V5")]
    [InlineData("Input.SealedPrivateKey", "bm90IGEga2V5")]
    [InlineData("Input.Salt", "!")]
    [InlineData("Input.Iterations", "1000")]
    public async Task A_key_that_is_none_is_not_kept(string field, string value)
    {
        var adviser = await portal.Caller(Cast.ConfidentialAdviser);
        var before = await portal.Database.Contents();

        using var response = await adviser.Post("/vertrouwensloket/sleutel", AdviserDesk.FieldsOfANewKey().Where(one => one.Key != field).Append(KeyValuePair.Create(field, value)));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await portal.Database.Contents()).ShouldBe(before);
    }

    [Fact]
    public async Task The_administrator_hears_that_one_key_is_too_few()
    {
        await portal.Database.Scalar<object>($"update people set roles = roles & ~16 where id <> '{Cast.ConfidentialAdviser}'");

        (await portal.As(Cast.Administrator).Open("/beheer")).Text.ShouldContain(string.Format(IdentityTexts.TooFewKeys, 1));
        (await portal.As(Cast.ConfidentialAdviser).Open("/vertrouwensloket/sleutel")).Text.ShouldContain(string.Format(IdentityTexts.TooFewKeys, 1));
    }

    private async Task<Visitor> Ask(Guid adviser, string reference, string reason = AdviserDesk.Reason)
    {
        var visitor = await portal.As(adviser).Open(Address);
        return await visitor.Fill(FieldTexts.SignalReference, reference).Fill(FieldTexts.IdentityReason, reason).Press(IdentityTexts.RequestButton);
    }

    private Task<long> Asked() => portal.Database.Scalar<long>(
        $"select count(*) from timeline_entries e join signals s on s.id = e.signal_id where e.kind = 'IdentityRequested' and reference = '{_signal.Reference}'");

    private Task<long> Used() => portal.Database.Scalar<long>("select count(*) from reveals where used_at is not null");
}
