using System.Net;
using SignaalPortaal.Application.Identities;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Deadlines;
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
    public async Task The_reporter_reads_it_first_on_the_page_and_answers_and_after_three_working_days_the_name_is_fetched()
    {
        var adviser = await Ask(Cast.ConfidentialAdviser, _signal.Reference);
        adviser.Location.AbsolutePath.ShouldBe($"{Address}/{Reference.Show(_signal.Reference)}");
        adviser.Text.ShouldNotContain("Brief is niet te begrijpen");
        adviser.Offers(IdentityTexts.Fetch).ShouldBeFalse();

        var reporter = await Follow();
        var first = reporter.Page.QuerySelector("main section")!.TextContent;
        first.ShouldContain(AnonymousTexts.NameTitle);
        first.ShouldContain(AdviserDesk.Reason);
        first.ShouldContain("Je naam is nog dicht.");
        var answerBy = WorkingCalendar.National.AddWorkingDays(portal.Today, 3);
        first.ShouldContain(answerBy.InDutch());
        reporter.EventCalled(TimelineTexts.IdentityRequested).ShouldContain(TimelineTexts.ByConfidentialAdviser);
        reporter.Text.ShouldNotContain("Vera Vertrouwen");
        await reporter.Fill(FieldTexts.NameAnswer, "Bel eerst mijn dokter.").Press(EnumTexts.SignalActs_AnswerIdentityRequest);
        reporter.Text.ShouldContain("Bel eerst mijn dokter.");

        var line = await portal.As(Cast.HeadOfDepartment).Open($"/signalen/{_signal.Reference}");
        line.EventCalled(TimelineTexts.IdentityRequested).ShouldContain(TimelineTexts.ByConfidentialAdviser);
        foreach (var hidden in new[] { AdviserDesk.Reason, "Vera Vertrouwen", "dokter" })
        {
            line.Text.ShouldNotContain(hidden);
        }

        await portal.LetDaysPass(answerBy.DayNumber - portal.Today.DayNumber);
        (await adviser.Open(adviser.Location.AbsolutePath)).Offers(IdentityTexts.Fetch).ShouldBeFalse();
        adviser.Text.ShouldContain("Bel eerst mijn dokter.");
        await portal.LetDaysPass(1);
        await adviser.Open(adviser.Location.AbsolutePath);
        await adviser.Press(IdentityTexts.Fetch);

        var sealedName = adviser.Page.QuerySelector("form[data-open-name]")!;
        new SealedName(Of("identity"), sealedName.GetAttribute("data-about")!, Of("key"), Of("private-key"), Of("salt"), int.Parse(sealedName.GetAttribute("data-iterations")!))
            .Read().ShouldContain("Rosa Melder");
        adviser.Page.Source.Text.ShouldNotContain("Rosa");
        (await Follow()).Text.ShouldContain($"Je naam is opgehaald op {portal.Today.InDutch()}");

        byte[] Of(string name) => Convert.FromBase64String(sealedName.GetAttribute($"data-{name}")!);
    }

    [Fact]
    public async Task A_second_adviser_reads_why_and_agrees_and_then_it_is_fetched_at_once()
    {
        await portal.HasKey(Cast.HumanResources);
        await portal.Asks(Cast.ConfidentialAdviser, _signal.Reference);
        var second = await portal.As(Cast.HumanResources).Open(Address);
        second.Text.ShouldContain(Reference.Show(_signal.Reference));
        await second.Open($"{Address}/{_signal.Reference}");
        second.Text.ShouldContain(AdviserDesk.Reason);
        second.Offers(IdentityTexts.Fetch).ShouldBeFalse();

        await second.Choose(EnumTexts.NameDecision_Agree).Press(IdentityTexts.DecideButton);

        second.Text.ShouldContain(IdentityTexts.Decided);
        (await Follow()).Text.ShouldContain("Een tweede vertrouwenspersoon ging akkoord");
        (await portal.Fetches(Cast.ConfidentialAdviser, _signal.Reference)).ShouldNotBeNull().Read().ShouldContain("Rosa Melder");
        (await Rule(() => portal.Fetches(Cast.HumanResources, _signal.Reference))).ShouldBe(SignalRule.WhoAskedOpensTheName);
        await portal.Database.Scalar<object>($"update people set roles = 4 where id = '{Cast.HumanResources}'");
    }

    [Fact]
    public async Task When_a_second_adviser_refuses_the_name_stays_closed_and_the_reporter_reads_why()
    {
        await portal.HasKey(Cast.HumanResources);
        await portal.Asks(Cast.ConfidentialAdviser, _signal.Reference);

        await portal.Decides(Cast.HumanResources, _signal.Reference, refusal: "Het kan ook zonder de naam.");

        await portal.LetDaysPass(7);
        (await Follow()).Text.ShouldContain("Het kan ook zonder de naam.");
        (await Rule(() => portal.Fetches(Cast.ConfidentialAdviser, _signal.Reference))).ShouldBe(SignalRule.NobodyAsksForTheName);
        await portal.Database.Scalar<object>($"update people set roles = 4 where id = '{Cast.HumanResources}'");
    }

    [Fact]
    public async Task Who_objects_keeps_the_name_closed_until_a_second_adviser_agrees_however_long_it_takes()
    {
        await portal.HasKey(Cast.HumanResources);
        await portal.Asks(Cast.ConfidentialAdviser, _signal.Reference);
        var reporter = await Follow();
        reporter.Fill(FieldTexts.NameAnswer, "Dan weet iedereen het.").Choose(FieldTexts.ObjectsToOpening);
        await reporter.Press(EnumTexts.SignalActs_AnswerIdentityRequest);
        reporter.Text.ShouldContain(AnonymousTexts.NameWaitingForASecond);

        await portal.LetDaysPass(7);

        (await Rule(() => portal.Fetches(Cast.ConfidentialAdviser, _signal.Reference))).ShouldBe(SignalRule.TheNameIsNotOpenYet);
        await portal.Decides(Cast.HumanResources, _signal.Reference);
        (await portal.Fetches(Cast.ConfidentialAdviser, _signal.Reference)).ShouldNotBeNull();
        await portal.Database.Scalar<object>($"update people set roles = 4 where id = '{Cast.HumanResources}'");
    }

    [Fact]
    public async Task Where_a_life_is_in_danger_it_is_fetched_at_once_and_the_reporter_reads_whose()
    {
        var adviser = await portal.As(Cast.ConfidentialAdviser).Open(Address);
        adviser.Fill(FieldTexts.SignalReference, _signal.Reference).Fill(FieldTexts.IdentityReason, AdviserDesk.Reason).Choose(FieldTexts.LifeInDanger);
        await adviser.Press(IdentityTexts.RequestButton);
        adviser.Status.ShouldBe(HttpStatusCode.BadRequest);

        await adviser.Fill(FieldTexts.DangerGround, "Een collega zegt vandaag te springen.").Press(IdentityTexts.RequestButton);

        (await Follow()).Text.ShouldContain("Een collega zegt vandaag te springen.");
        await adviser.Press(IdentityTexts.Fetch);
        adviser.Page.QuerySelector("form[data-open-name]").ShouldNotBeNull();
        (await Follow()).EventCalled(TimelineTexts.IdentityRequested).ShouldContain(TimelineTexts.IdentityRequestedAtOnce);
    }

    [Fact]
    public async Task Who_has_not_read_the_last_answer_reads_it_before_the_name_is_fetched()
    {
        await portal.Asks(Cast.ConfidentialAdviser, _signal.Reference, danger: "Een collega zegt vandaag te springen.");
        var adviser = await portal.As(Cast.ConfidentialAdviser).Open($"{Address}/{_signal.Reference}");
        await (await Follow()).Fill(FieldTexts.NameAnswer, "Ik sta nu naast hem.").Press(EnumTexts.SignalActs_AnswerIdentityRequest);

        await adviser.Press(IdentityTexts.Fetch);

        adviser.ShouldReadTheRule(SignalRule.SomebodyElseWasFirst);
        adviser.Text.ShouldContain("Ik sta nu naast hem.");
        await adviser.Press(IdentityTexts.Fetch);
        adviser.Page.QuerySelector("form[data-open-name]").ShouldNotBeNull();
    }

    [Fact]
    public async Task Each_fetch_is_told_and_a_form_sent_twice_fetches_once()
    {
        await portal.Asks(Cast.ConfidentialAdviser, _signal.Reference, danger: "Een collega zegt vandaag te springen.");
        var form = Guid.NewGuid();

        (await portal.Fetches(Cast.ConfidentialAdviser, _signal.Reference, form)).ShouldNotBeNull();
        (await portal.Fetches(Cast.ConfidentialAdviser, _signal.Reference, form)).ShouldBeNull();
        (await portal.Fetches(Cast.ConfidentialAdviser, _signal.Reference)).ShouldNotBeNull();

        (await Events("IdentityOpened")).ShouldBe(2);
    }

    [Fact]
    public void What_the_pages_promise_is_what_is_so()
    {
        string[] promises = [DisclosureTexts.NameConfidential, EnumTexts.Disclosure_Confidential_Hint, ProtectionTexts.AdviserGets];

        foreach (var promise in promises)
        {
            promise.ShouldContain("tweede");
            promise.ShouldContain("drie werkdagen");
            promise.ShouldContain("levensgevaar");
            promise.ShouldNotContain("eerst leest");
        }
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
        await portal.Asks(Cast.ConfidentialAdviser, _signal.Reference);

        (await Ask(Cast.Stranger, _signal.Reference)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await portal.As(Cast.Stranger).Open($"{Address}/{_signal.Reference}")).Status.ShouldBe(HttpStatusCode.NotFound);
        await Should.ThrowAsync<SignalNotFoundException>(() => portal.Asks(Cast.Stranger, _signal.Reference));
        await Should.ThrowAsync<SignalNotFoundException>(() => portal.Decides(Cast.Stranger, _signal.Reference));
        await Should.ThrowAsync<SignalNotFoundException>(() => portal.Fetches(Cast.Stranger, _signal.Reference));
    }

    [Fact]
    public async Task Who_is_no_adviser_any_more_when_the_name_is_fetched_gets_nothing()
    {
        await portal.Asks(Cast.ConfidentialAdviser, _signal.Reference, danger: "Een collega zegt vandaag te springen.");
        var adviser = await portal.As(Cast.ConfidentialAdviser).Open($"{Address}/{_signal.Reference}");
        await portal.Database.Scalar<object>($"update people set roles = 0 where id = '{Cast.ConfidentialAdviser}'");

        await adviser.Press(IdentityTexts.Fetch);

        adviser.Status.ShouldBe(HttpStatusCode.NotFound);
        await portal.Database.Scalar<object>($"update people set roles = 16 where id = '{Cast.ConfidentialAdviser}'");
        (await Events("IdentityOpened")).ShouldBe(0);
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
        await portal.HasKey(Cast.HumanResources);
        var before = (await portal.Send(new GetAdviserKeys(), Cast.ConfidentialAdviser)).Current!.Id;
        await portal.HasKey(Cast.ConfidentialAdviser, again: true);

        (await portal.Send(new GetAdviserKeys(), Cast.ConfidentialAdviser)).Current!.Id.ShouldNotBe(before);
        await portal.Asks(Cast.ConfidentialAdviser, _signal.Reference, danger: "Een collega zegt vandaag te springen.");
        (await portal.Fetches(Cast.ConfidentialAdviser, _signal.Reference)).ShouldNotBeNull().Read().ShouldContain("Rosa Melder");
        (await portal.As(Cast.ConfidentialAdviser).Open("/vertrouwensloket/sleutel")).Text.ShouldContain(IdentityTexts.KeyReplaced);
        await portal.Database.Scalar<object>($"update people set roles = 4 where id = '{Cast.HumanResources}'");
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

    private async Task<Visitor> Follow()
    {
        var reporter = await portal.Nobody().Open("/anoniem/testdienst/volgen");
        return await reporter.Fill(FieldTexts.Code, ReceiptCode.Show(_signal.ReceiptCode!)).Press(AnonymousTexts.ShowSignal);
    }

    private static async Task<Enum> Rule(Func<Task> act) => (await Should.ThrowAsync<BrokenRuleException>(act)).Rule;

    private Task<long> Asked() => Events("IdentityRequested");

    private Task<long> Events(string kind) => portal.Database.Scalar<long>(
        $"select count(*) from timeline_entries e join signals s on s.id = e.signal_id where e.kind = '{kind}' and reference = '{_signal.Reference}'");
}
