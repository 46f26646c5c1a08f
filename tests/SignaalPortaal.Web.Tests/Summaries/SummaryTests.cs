using System.Net;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Application.Summaries;
using SignaalPortaal.Domain.Publications;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Domain.Summaries;
using SignaalPortaal.Web.Tests.Anonymity;
using SignaalPortaal.Web.Tests.Infrastructure;
using SignaalPortaal.Web.Tests.Retention;

namespace SignaalPortaal.Web.Tests.Summaries;

/// <summary>From the signals of a team to a text that the union reads, and who can stop it on the way.</summary>
public sealed class SummaryTests : IAsyncLifetime
{
    private readonly Portal _portal = RetentionSteps.APortal();

    public Task InitializeAsync() => _portal.InitializeAsync();

    public Task DisposeAsync() => _portal.DisposeAsync().AsTask();

    [Fact]
    public async Task From_writing_to_reading_through_the_pages()
    {
        var references = await _portal.RaisesFive();

        var writer = await _portal.As(_portal.Cast.TeamLead).Open("/samenvattingen");
        await writer.Follow("Iets anders, juli tot en met september 2026");
        for (var number = 1; number <= 5; number++)
        {
            writer.Choose($"Brief roept vragen op {number}");
        }

        await writer.Fill("Jouw samenvatting", "Carel Collega ziet dat brieven vragen oproepen, ook bij zwangere burgers.").Press("Bekijk wat het portaal eruit haalt");
        writer.Text.ShouldContain("[NAAM-1]");
        writer.Text.ShouldContain("Carel Collega → [NAAM-1]");
        await writer.Press("Naar de beoordelaar");
        writer.Text.ShouldContain("Wacht op iemand van HR of een vertrouwenspersoon");

        var reviewer = await _portal.As(_portal.Cast.HumanResources).Open("/samenvattingen");
        await reviewer.Follow("Iets anders, juli tot en met september 2026");
        reviewer.Text.ShouldNotContain("Carel");
        reviewer.Text.ShouldNotContain("Brief roept vragen op");
        await reviewer.Press("Keur goed");
        reviewer.Status.ShouldBe(HttpStatusCode.BadRequest);
        reviewer.Text.ShouldContain("Vink alles aan wat gemarkeerd is");
        await reviewer.Fill("De tekst die de melders te zien krijgen", "Mensen in het team zien dat brieven vragen oproepen, ook bij zwangere burgers.").Press("Bekijk de veranderde tekst");
        reviewer.Text.ShouldContain("Vink alles aan");
        reviewer.Page.QuerySelectorAll("input[name='Input.Ticked']").ShouldHaveSingleItem().SetAttribute("checked", "");
        await reviewer.Press("Keur goed");
        reviewer.Location.AbsolutePath.ShouldBe("/samenvattingen");

        var second = await _portal.As(_portal.Cast.ConfidentialAdviser).Open("/samenvattingen");
        await second.Follow("Iets anders, juli tot en met september 2026");
        second.Text.ShouldContain("Als tweede meelezen");
        await second.Press("Keur goed");

        var reporter = await _portal.As(_portal.Cast.Reporter).Open($"/signalen/{references[0]}");
        reporter.Text.ShouldContain("Er komt een samenvatting waar dit signaal in zit");
        await reporter.Follow("Lees de tekst en beslis");
        reporter.Text.ShouldContain("Mensen in het team zien dat brieven vragen oproepen");
        (await reporter.Open("/berichten")).Text.ShouldContain("Er komt een samenvatting waar jouw signaal in zit.");
        (await _portal.As(_portal.Cast.Union).Open("/publicaties/samenvattingen")).Text.ShouldContain("Er is nog geen samenvatting gepubliceerd.");

        await _portal.HasFigures();
        _portal.Clock.AdvanceDays(8);
        foreach (var reader in new[] { _portal.Cast.Union, _portal.Cast.HumanResources })
        {
            (await _portal.As(reader).Open("/publicaties/samenvattingen")).Text.ShouldContain("Mensen in het team zien dat brieven vragen oproepen");
        }

        (await writer.Open("/samenvattingen")).Text.ShouldContain("Gepubliceerd.");
        (await _portal.As(_portal.Cast.TeamLead).Open($"/signalen/{references[0]}")).Text.ShouldContain("Er komt een samenvatting waar dit signaal in zit");
        (await _portal.Verify()).Problem.ShouldBeNull();
    }

    [Fact]
    public async Task It_is_not_read_where_the_figures_take_its_theme_together_with_others()
    {
        await _portal.HasFigures(Theme.Safety);
        await _portal.HasAnApprovedSummary(await _portal.RaisesFive());

        _portal.Clock.AdvanceDays(8);

        (await _portal.IsPublished(SummarySteps.Text)).ShouldBeFalse();
    }

    [Fact]
    public async Task It_is_published_the_day_after_the_last_one_on_which_it_can_be_stopped_and_not_before()
    {
        await _portal.HasAnApprovedSummary(await _portal.RaisesFive());
        var stopBy = await _portal.Database.Scalar<DateOnly>("select stop_by from summary_steps where stop_by is not null");

        while (_portal.Today <= stopBy)
        {
            (await _portal.IsPublished(SummarySteps.Text)).ShouldBeFalse($"on {_portal.Today}");
            _portal.Clock.AdvanceDays(1);
        }

        (await _portal.IsPublished(SummarySteps.Text)).ShouldBeTrue();
        Domain.Deadlines.WorkingCalendar.National.WorkingDaysBetween(await _portal.Database.Scalar<DateOnly>("select on_day from summary_steps where stop_by is not null"), stopBy).ShouldBe(5);
    }

    [Fact]
    public async Task One_reporter_stops_it_for_good_and_nobody_sees_who()
    {
        var references = await _portal.RaisesFive();
        await _portal.HasAnApprovedSummary(references);
        var timeline = await _portal.Database.Scalar<long>("select count(*) from timeline_entries");

        var reporter = await _portal.As(_portal.Cast.Colleague).Open($"/signalen/{references[2]}/samenvatting");
        await reporter.Press("Nee, publiceer dit niet");

        reporter.Text.ShouldContain("Je hebt nee gezegd. Deze samenvatting wordt nooit gepubliceerd.");
        (await _portal.Database.Scalar<long>("select count(*) from timeline_entries")).ShouldBe(timeline);
        var writer = await _portal.As(_portal.Cast.TeamLead).Open("/samenvattingen");
        writer.Text.ShouldContain("De melders kunnen er tot en met");
        (await _portal.As(_portal.Cast.Reporter).Open($"/signalen/{references[0]}/samenvatting")).Text.ShouldContain("Je kunt er tot en met");

        _portal.Clock.AdvanceDays(10);
        (await _portal.IsPublished(SummarySteps.Text)).ShouldBeFalse();
        (await writer.Open("/samenvattingen")).Text.ShouldContain("Niet gepubliceerd. Een melder wilde het niet, of een signaal is ingetrokken of verwijderd.");
        (await _portal.As(_portal.Cast.TeamLead).Open($"/signalen/{references[2]}")).Text.ShouldNotContain("nee gezegd");
    }

    [Fact]
    public async Task A_reporter_without_a_name_stops_it_with_the_code()
    {
        var team = await _portal.Grow("TEAM");
        var nameless = await _portal.Nameless().Raises(new Dictionary<string, string>(Nameless.Form(forUnit: team)) { ["Input.Theme"] = nameof(Theme.Other) });
        var references = await _portal.RaisesFive();
        await _portal.LetTheLineSeeIt();
        await _portal.HasAnApprovedSummary([nameless.Reference, .. references.Skip(1)]);

        await nameless.Follows();
        nameless.Text.ShouldContain("Een samenvatting waar jouw signaal in zit");
        nameless.Text.ShouldContain(SummarySteps.Text);
        await nameless.Does("Stop", []);

        nameless.Status.ShouldBe(HttpStatusCode.OK);
        nameless.Text.ShouldContain("Je hebt nee gezegd.");
        _portal.Clock.AdvanceDays(10);
        (await _portal.IsPublished(SummarySteps.Text)).ShouldBeFalse();
        (await _portal.Database.Scalar<long>(
            "select count(*) from information_schema.columns where table_name = 'summary_stops' and column_name not in ('organisation_id', 'summary_id', 'signal_id')")).ShouldBe(0);
    }

    [Fact]
    public async Task After_the_last_day_it_is_too_late_and_a_signal_of_somebody_else_is_not_found()
    {
        var references = await _portal.RaisesFive();
        await _portal.HasAnApprovedSummary(references);
        foreach (var person in new[] { _portal.Cast.TeamLead, _portal.Cast.Colleague, _portal.Cast.Administrator, _portal.Cast.Stranger })
        {
            await Should.ThrowAsync<SignalNotFoundException>(() => _portal.Send(new StopSummary { Reference = references[0] }, person));
        }

        _portal.Clock.AdvanceDays(10);
        (await Should.ThrowAsync<BrokenRuleException>(() => _portal.Send(new StopSummary { Reference = references[0] }, _portal.Cast.Reporter))).Rule
            .ShouldBe(SummaryRule.TheDaysToStopItAreOver);
        (await _portal.IsPublished(SummarySteps.Text)).ShouldBeTrue();
    }

    [Fact]
    public async Task In_a_large_team_no_second_reader_is_needed_in_a_small_one_a_third_person()
    {
        var small = await _portal.Writes(await _portal.RaisesFive());
        await _portal.Reviews(small);
        (await _portal.Database.Scalar<long>("select count(*) from summary_steps where stop_by is not null")).ShouldBe(0);
        await Should.ThrowAsync<BrokenRuleException>(() => _portal.Send(new ReviewSummary { Summary = small }, _portal.Cast.HumanResources));
        await _portal.Database.Scalar<int>($"update people set roles = 4 where id = '{_portal.Cast.TeamLead}'; select 1");
        await Should.ThrowAsync<SignalNotFoundException>(() => _portal.Send(new ReviewSummary { Summary = small }, _portal.Cast.TeamLead));
        await _portal.ReadsAgain(small);

        await _portal.Database.Scalar<int>($"""
            insert into people (organisation_id, id, number, name, job_title, home_unit_id, roles)
            select organisation_id, gen_random_uuid(), 'veel' || n, 'Veel ' || n, 'medewerker', id, 0 from units, generate_series(1, 30) n where id = '{_portal.Cast.Units["TEAM"]}'
            returning 1
            """);
        var large = await _portal.Writes(await _portal.RaisesFive());
        await _portal.Reviews(large);
        (await _portal.Database.Scalar<long>("select count(*) from summary_steps where stop_by is not null")).ShouldBe(2);
    }

    [Fact]
    public async Task Nobody_writes_about_what_is_not_theirs_or_twice_about_one_signal()
    {
        var references = await _portal.RaisesFive();
        var written = new WriteSummary { Quarter = $"{Quarter.Of(_portal.Today)}", Theme = Theme.Other, Chosen = references, SummaryText = SummarySteps.Text };

        foreach (var person in new[] { _portal.Cast.HeadOfDepartment, _portal.Cast.TeamLeadOfTheSouth, _portal.Cast.Stranger, _portal.Cast.ConfidentialAdviser })
        {
            (await Should.ThrowAsync<BrokenRuleException>(() => _portal.Send(written, person))).Rule.ShouldBe(SummaryRule.ASummaryIsOfAtLeastFiveSignals);
        }

        await Should.ThrowAsync<SignalNotFoundException>(() => _portal.Send(written, _portal.Cast.HumanResources));
        await _portal.Send(written, _portal.Cast.Deputy);
        (await Should.ThrowAsync<BrokenRuleException>(() => _portal.Send(written, _portal.Cast.TeamLead))).Rule.ShouldBe(SummaryRule.ASummaryIsOfAtLeastFiveSignals);
    }

    [Fact]
    public async Task Elsewhere_nobody_sees_anything_of_it()
    {
        var references = await _portal.RaisesFive();
        var summary = await _portal.Writes(references);
        await _portal.Database.Scalar<int>($"update people set roles = 21 where id = '{_portal.Cast.Stranger}'; select 1");

        await Should.ThrowAsync<SignalNotFoundException>(() => _portal.Send(new ReviewSummary { Summary = summary, ReviewedText = SummarySteps.Text }, _portal.Cast.Stranger));
        await Should.ThrowAsync<SignalNotFoundException>(() => _portal.Send(new GetSummaryToReview(summary, Text: null), _portal.Cast.Stranger));
        (await _portal.Send(new GetSummaries(), _portal.Cast.Stranger)).ToJudge.ShouldBeEmpty();
        await _portal.Reviews(summary);
        await _portal.ReadsAgain(summary);
        await _portal.HasFigures();
        _portal.Clock.AdvanceDays(10);
        (await _portal.Send(new GetPublishedSummaries(), _portal.Cast.Stranger)).ShouldBeEmpty();
        (await _portal.IsPublished(SummarySteps.Text)).ShouldBeTrue();
    }

    [Fact]
    public async Task Words_of_a_signal_are_marked_and_ticked_or_changed()
    {
        var references = await _portal.RaisesFive();
        var quote = "Zij zeggen dat mensen bellen omdat zij de derde zin van deze brief niet snappen.";
        var summary = await _portal.Writes(references, quote);

        var marks = (await _portal.Send(new GetSummaryToReview(summary, Text: null), _portal.Cast.HumanResources)).Checked.Marks;

        var mark = marks.ShouldHaveSingleItem();
        (mark.Kind, mark.Words).ShouldBe((TextMarkKind.Quote, "omdat zij de derde zin van deze brief niet snappen"));
        (await Should.ThrowAsync<BrokenRuleException>(() => _portal.Reviews(summary, quote))).Rule.ShouldBe(SummaryRule.EveryMarkIsTicked);
        await _portal.Reviews(summary);
    }

    [Fact]
    public async Task Numbers_in_the_shapes_of_the_organisation_are_taken_out()
    {
        var administrator = await _portal.As(_portal.Cast.Administrator).Open("/beheer/nummers");
        await administrator.Fill("Dossiers en zaken", "(a+)+###").Press("Bewaar");
        administrator.Status.ShouldBe(HttpStatusCode.BadRequest);
        await administrator.Fill("Dossiers en zaken", "QK.####\nINK-#######").Press("Bewaar");
        administrator.Status.ShouldBe(HttpStatusCode.OK);

        var summary = await _portal.Writes(await _portal.RaisesFive(), "In QK.4711 stond het ook.");

        (await _portal.Send(new GetSummaryToReview(summary, Text: null), _portal.Cast.HumanResources)).Checked.Text.ShouldBe("In [DOSSIER-1] stond het ook.");
    }

    [Fact]
    public async Task What_is_sent_back_is_written_anew()
    {
        var summary = await _portal.Writes(await _portal.RaisesFive());
        var reviewer = await _portal.As(_portal.Cast.HumanResources).Open($"/samenvattingen/beoordelen?samenvatting={summary}");
        await reviewer.Press("Stuur terug");
        reviewer.Status.ShouldBe(HttpStatusCode.BadRequest);
        await reviewer.Fill("Wat moet er anders?", "Hierin herkent iemand de balie.").Press("Stuur terug");

        var writer = await _portal.As(_portal.Cast.TeamLead).Open("/samenvattingen");
        writer.Text.ShouldContain("Hierin herkent iemand de balie.");
        await writer.Follow("Schrijf opnieuw");
        await writer.Fill("Jouw samenvatting", "Brieven zijn lastig.").Press("Bekijk wat het portaal eruit haalt");
        await writer.Press("Naar de beoordelaar");

        (await reviewer.Open($"/samenvattingen/beoordelen?samenvatting={summary}")).ValueOf("De tekst die de melders te zien krijgen").ShouldBe("Brieven zijn lastig.");
    }

    /// <summary>What is taken back in these days stops it; what is destroyed later does not: the text is one of its own.</summary>
    [Fact]
    public async Task A_signal_that_is_taken_back_stops_it_and_one_that_is_destroyed_later_does_not()
    {
        var first = await _portal.RaisesFive();
        await _portal.HasAnApprovedSummary(first, "Brieven zijn lastig.");
        var second = await _portal.RaisesFive();
        await _portal.HasAnApprovedSummary(second, "Formulieren zijn lang.");
        await _portal.Does(_portal.Cast.Colleague, first[2], new WithdrawSignal { Reason = "Toch niet." });
        await _portal.Does(_portal.Cast.TeamLead, second[0], new AnswerSignal { Outcome = Outcome.AlreadyArranged, Explanation = "Is er al.", Where = "Op zaal." });
        await _portal.Does(_portal.Cast.Reporter, second[0], new GiveVerdict { Verdict = Verdict.Understood });
        await _portal.Does(_portal.Cast.Reporter, second[0], new AskErasure());

        _portal.Clock.AdvanceDays(10);
        (await _portal.IsPublished("Brieven zijn lastig.")).ShouldBeFalse();
        (await _portal.IsPublished("Formulieren zijn lang.")).ShouldBeTrue();

        await _portal.HasAnApprovedList();
        await _portal.Destroys();
        (await _portal.Database.Scalar<bool>($"select erased_on is not null from signals where reference = '{second[0]}'")).ShouldBeTrue();
        (await _portal.IsPublished("Formulieren zijn lang.")).ShouldBeTrue();
        (await _portal.Database.Scalar<long>($"""
            select count(*) from summary_steps d join summary_signals o on o.summary_id = d.summary_id join signals s on s.id = o.signal_id
            where s.reference = '{second[0]}' and d.text is not null
            """)).ShouldBe(1, "drafts go with the words");
    }

    [Fact]
    public async Task A_signal_that_is_destroyed_in_these_days_stops_it()
    {
        var references = await _portal.RaisesFive();
        await _portal.Does(_portal.Cast.TeamLead, references[0], new AnswerSignal { Outcome = Outcome.AlreadyArranged, Explanation = "Is er al.", Where = "Op zaal." });
        await _portal.Does(_portal.Cast.Reporter, references[0], new GiveVerdict { Verdict = Verdict.Understood });
        await _portal.HasAnApprovedSummary(references);
        await _portal.Does(_portal.Cast.Reporter, references[0], new AskErasure());
        await _portal.HasAnApprovedList();
        await _portal.Destroys();

        _portal.Clock.AdvanceDays(10);
        (await _portal.IsPublished(SummarySteps.Text)).ShouldBeFalse();
    }
}
