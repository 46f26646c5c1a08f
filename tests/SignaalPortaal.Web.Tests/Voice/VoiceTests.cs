using System.Net;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;
using SignaalPortaal.Web.Tests.Signals;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Tests.Voice;

/// <summary>What the union and the works council read of what a reporter gave them: exactly that, for as long as it is given.</summary>
public sealed class VoiceTests(Portal portal) : IClassFixture<Portal>
{
    private const string Subject = "Brief is niet te begrijpen";
    private const string OwnWords = "Burgers bellen ons elke dag over deze brief.";

    private Cast Cast => portal.Cast;

    [Fact]
    public async Task From_choosing_and_checking_to_reading_and_taking_back_through_the_pages()
    {
        var reporter = portal.As(Cast.Reporter);
        var signal = await reporter.SubmitsASignal("Loket dicht", "Het loket is elke dinsdag dicht.");
        await reporter.Open(signal);
        await reporter.Follow(VoiceTexts.EntrustTitle);
        await reporter.Press(VoiceTexts.ToCheck);
        reporter.Status.ShouldBe(HttpStatusCode.BadRequest);

        reporter.Choose("De vakbond").Choose("Wat ik schreef").Fill("Tot en met welke dag?", $"{portal.Today.AddDays(30):yyyy-MM-dd}").Choose("Mijn naam erbij");
        await reporter.Press(VoiceTexts.ToCheck);
        reporter.Status.ShouldBe(HttpStatusCode.OK, reporter.Text);
        reporter.Text.ShouldContain($"De vakbond leest dit van {portal.Today.InDutch()} tot en met {portal.Today.AddDays(30).InDutch()}.");
        var promised = reporter.Page.QuerySelector("main section.sp-card--attention")!.TextContent.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries);
        (await portal.Database.Scalar<long>("select count(*) from entrustments e join signal_contents c using (signal_id) where c.subject = 'Loket dicht'")).ShouldBe(0);
        await reporter.Press(SignalTexts.Change);
        reporter.ValueOf("Tot en met welke dag?").ShouldBe($"{portal.Today.AddDays(30):yyyy-MM-dd}");
        await reporter.Press(VoiceTexts.ToCheck);
        await reporter.Press(VoiceTexts.Give);
        reporter.Text.ShouldContain($"De vakbond mag dit lezen van {portal.Today.InDutch()} tot en met {portal.Today.AddDays(30).InDutch()}.");

        var union = portal.As(Cast.Union);
        await union.Open("/");
        union.Page.QuerySelector("nav.sp-nav a[href='/namens-een-melder']").ShouldNotBeNull();
        await union.Open(await portal.GivenAddress(signal.ToReference()));
        union.Status.ShouldBe(HttpStatusCode.OK, union.Text);
        union.Text.ShouldContain("Het loket is elke dinsdag dicht.");
        union.Text.ShouldContain("Rosa Melder");
        union.Text.ShouldNotContain(Reference.Show(signal.ToReference()));
        var read = union.Page.QuerySelector("main section.sp-section")!.TextContent.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries);
        read[(VoiceTexts.TextOfReporter.Split(' ').Length)..].ShouldBe(promised);

        await reporter.Open(signal);
        reporter.Text.ShouldContain($"Uma Unie, medewerker (voor de vakbond, omdat jij het gaf){portal.Today.InDutch()}");
        await reporter.Press(VoiceTexts.TakeBack);
        reporter.Text.ShouldContain($"De vakbond mag dit niet meer lezen. Gestopt op {portal.Today.InDutch()}.");
        await union.Open(union.Location.PathAndQuery);
        union.Status.ShouldBe(HttpStatusCode.NotFound);
        (await union.Open(VoiceSteps.Inbox)).Text.ShouldNotContain("Loket dicht");
    }

    [Fact]
    public async Task Another_text_is_all_that_they_read()
    {
        var reference = await portal.Raises(Cast.Reporter);
        await portal.Does(Cast.TeamLead, reference, new AnswerSignal { Outcome = Outcome.AlreadyArranged, Explanation = "Dit is al opgelost.", Where = "In de planning." });
        await portal.Entrusts(Cast.Reporter, reference, otherWords: "Zeg dat de brieven korter moeten.");

        var union = await portal.As(Cast.Union).Open(await portal.GivenAddress(reference));

        union.Text.ShouldContain("Zeg dat de brieven korter moeten.");
        union.Text.ShouldContain(SignalKind.Bottleneck.Text);
        union.Text.ShouldContain(VoiceTexts.NameNotGiven);
        foreach (var hidden in new[] { Subject, OwnWords, "Rosa", "al opgelost", Outcome.AlreadyArranged.Text, "Team Noord", Reference.Show(reference) })
        {
            union.Text.ShouldNotContain(hidden);
        }

        (await union.Open(VoiceSteps.Inbox)).Text.ShouldNotContain("brieven korter");
    }

    [Fact]
    public async Task How_it_stands_is_there_when_the_reporter_gives_it_and_as_it_is_now()
    {
        var reference = await portal.Raises(Cast.Reporter);
        await portal.Entrusts(Cast.Reporter, reference, withOutcome: true);
        var address = await portal.GivenAddress(reference);
        var union = await portal.As(Cast.Union).Open(address);
        union.Text.ShouldContain(VoiceTexts.NoOutcome);

        await portal.Does(Cast.TeamLead, reference, new AnswerSignal
        {
            Outcome = Outcome.NotAdopted,
            NotAdoptedReason = NotAdoptedReason.Money,
            Fact = "Het potje is leeg.",
            WhatWouldChange = "Nieuw geld.",
            Explanation = "Dit doen we niet.",
        });

        await union.Open(address);
        union.Text.ShouldContain($"{VoiceTexts.OutcomeOfIt}{Outcome.NotAdopted.Text}");
        union.Text.ShouldContain($"{VoiceTexts.ReasonOfIt}{NotAdoptedReason.Money.Text}");
        union.Text.ShouldNotContain("Dit doen we niet.");
        union.Text.ShouldNotContain("Het potje is leeg.");
        union.Text.ShouldNotContain(VoiceTexts.OpenAgain);

        await portal.Does(Cast.Reporter, reference, new GiveVerdict { Verdict = Verdict.Disagree, VerdictText = "Het potje is vol." });

        await union.Open(address);
        union.Text.ShouldNotContain(VoiceTexts.NoOutcome);
        union.Text.ShouldContain($"{VoiceTexts.OutcomeOfIt}{Outcome.NotAdopted.Text}. {VoiceTexts.OpenAgain}");
    }

    [Fact]
    public async Task After_its_last_day_it_is_gone_without_anybody_doing_anything()
    {
        var reference = await portal.Raises(Cast.Reporter);
        await portal.Entrusts(Cast.Reporter, reference, days: 2);
        var (address, lastDay) = (await portal.GivenAddress(reference), portal.Today.AddDays(2));
        portal.Clock.AdvanceDays(2);
        (await portal.As(Cast.Union).Open(address)).Status.ShouldBe(HttpStatusCode.OK);

        portal.Clock.AdvanceDays(1);

        (await portal.As(Cast.Union).Open(address)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await portal.As(Cast.Union).Open(VoiceSteps.Inbox)).Page.QuerySelector($"a[href='{address}']").ShouldBeNull();
        (await portal.As(Cast.Reporter).Open($"/signalen/{reference}")).Text.ShouldContain($"De vakbond mocht dit lezen tot en met {lastDay.InDutch()}.");
    }

    [Fact]
    public async Task Giving_something_else_takes_the_former_away()
    {
        var reference = await portal.Raises(Cast.Reporter);
        await portal.Entrusts(Cast.Reporter, reference);
        var former = await portal.GivenAddress(reference);

        await portal.Entrusts(Cast.Reporter, reference, otherWords: "Liever dit.");

        var union = portal.As(Cast.Union);
        (await union.Open(former)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await union.Open(await portal.GivenAddress(reference))).Text.ShouldContain("Liever dit.");
    }

    [Fact]
    public async Task The_union_and_the_works_council_each_read_their_own()
    {
        await portal.Becomes(Cast.HumanResources, Roles.WorksCouncil);
        var reference = await portal.Raises(Cast.Reporter);
        await portal.Entrusts(Cast.Reporter, reference, Spokesperson.WorksCouncil, otherWords: "Voor de raad.");
        var ofTheCouncil = await portal.GivenAddress(reference, Spokesperson.WorksCouncil);

        (await portal.As(Cast.HumanResources).Open(ofTheCouncil)).Text.ShouldContain("Voor de raad.");
        (await portal.As(Cast.Union).Open(ofTheCouncil)).Status.ShouldBe(HttpStatusCode.NotFound);
        await portal.Entrusts(Cast.Reporter, reference, otherWords: "Voor de bond.");
        (await portal.As(Cast.HumanResources).Open(await portal.GivenAddress(reference))).Status.ShouldBe(HttpStatusCode.NotFound);

        var reporter = await portal.As(Cast.Reporter).Open($"/signalen/{reference}");
        reporter.Text.ShouldContain("Han Personeel, adviseur (voor de ondernemingsraad, omdat jij het gaf)");
        await portal.Does(Cast.Reporter, reference, new Application.Voice.TakeBackSignal { Spokesperson = Spokesperson.WorksCouncil });
        (await portal.As(Cast.HumanResources).Open(ofTheCouncil)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await portal.As(Cast.Union).Open(await portal.GivenAddress(reference))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Whom_the_signal_is_about_and_the_line_above_it_do_not_read_it_whatever_else_they_are()
    {
        var line = new[] { Cast.TeamLead, Cast.DeputyOfTheSouth, Cast.HeadOfDepartment, Cast.Director, Cast.Board };
        foreach (var person in line)
        {
            await portal.Becomes(person, Roles.UnionRepresentative);
        }

        var reference = await portal.Raises(Cast.Reporter, aboutMyManager: true);
        await portal.Entrusts(Cast.Reporter, reference);

        var address = await portal.GivenAddress(reference);
        foreach (var person in line)
        {
            (await portal.As(person).Open(address)).Status.ShouldBe(person == Cast.DeputyOfTheSouth ? HttpStatusCode.OK : HttpStatusCode.NotFound, $"{person}");
        }

        (await portal.As(Cast.Union).Open(address)).Status.ShouldBe(HttpStatusCode.OK);
        (await portal.Database.Scalar<long>($"""
            select count(*) from messages m join signals s on s.id = m.signal_id
            where s.reference = '{reference}' and m.kind = 'EntrustedToUnion' and m.person_id = any('{In(line.Except([Cast.DeputyOfTheSouth]))}')
            """)).ShouldBe(0);

        // Who comes to handle it stops reading it, and learns nothing from what was told before.
        await portal.Does(Cast.HeadOfDepartment, reference, new RerouteSignal { ToUnit = Cast.Units["ZUID"], Reason = "Dit hoort bij Zuid." });
        (await portal.As(Cast.DeputyOfTheSouth).Open(address)).Status.ShouldBe(HttpStatusCode.NotFound);
        var inbox = await portal.As(Cast.DeputyOfTheSouth).Open("/berichten");
        inbox.Text.ShouldNotContain(MessageKind.EntrustedToUnion.Text);
        var told = await portal.Database.Scalar<Guid>($"select m.id from messages m join signals s on s.id = m.signal_id where s.reference = '{reference}' and m.kind = 'EntrustedToUnion' and m.person_id = '{Cast.DeputyOfTheSouth}'");
        (await inbox.Open($"/berichten/{told}")).Location.AbsolutePath.ShouldBe("/berichten");
        foreach (var person in line)
        {
            await portal.Database.Scalar<int>($"update people set roles = 0 where id = '{person}'");
        }
    }

    [Fact]
    public async Task A_reporter_who_is_of_the_union_gives_it_to_the_others()
    {
        var reference = await portal.Raises(Cast.Union);
        var form = await portal.As(Cast.Union).Open($"/signalen/{reference}/namens-mij");
        form.Choose("De vakbond").Choose("Wat ik schreef").Fill("Tot en met welke dag?", $"{portal.Today.AddDays(30):yyyy-MM-dd}");
        await form.Press(VoiceTexts.ToCheck);
        form.Text.ShouldContain(RuleTexts.NobodyOfThemCanReadIt, customMessage: "There is nobody else.");

        await portal.Becomes(Cast.ColleagueInTheSouth, Roles.UnionRepresentative);
        await portal.Entrusts(Cast.Union, reference);

        var address = await portal.GivenAddress(reference);
        (await portal.As(Cast.Union).Open(address)).Status.ShouldBe(HttpStatusCode.OK);
        (await portal.As(Cast.Union).Open($"/signalen/{reference}")).Text.ShouldNotContain("voor de vakbond, omdat");
        (await portal.As(Cast.ColleagueInTheSouth).Open(address)).Status.ShouldBe(HttpStatusCode.OK);
        (await portal.As(Cast.Union).Open($"/signalen/{reference}")).Text.ShouldContain("Zita Zuid, medewerker (voor de vakbond, omdat jij het gaf)");
        await portal.Database.Scalar<int>($"update people set roles = 0 where id = '{Cast.ColleagueInTheSouth}'");
    }

    [Fact]
    public async Task When_nobody_can_read_it_the_reporter_is_told()
    {
        await portal.Database.Scalar<int>("update people set roles = roles & ~2");
        var reporter = portal.As(Cast.Reporter);
        var signal = await reporter.SubmitsASignal();
        await reporter.Open($"{signal}/namens-mij");
        reporter.Choose("De ondernemingsraad").Choose("Een andere tekst").Fill("De andere tekst", "Bewaar dit.").Fill("Tot en met welke dag?", $"{portal.Today.AddDays(9):yyyy-MM-dd}");

        await reporter.Press(VoiceTexts.ToCheck);

        reporter.Status.ShouldBe(HttpStatusCode.BadRequest);
        reporter.Text.ShouldContain(RuleTexts.NobodyOfThemCanReadIt);
        reporter.ValueOf("De andere tekst").ShouldBe("Bewaar dit.");
    }

    [Fact]
    public async Task Words_by_which_somebody_can_be_recognised_are_pointed_out_when_no_name_is_given()
    {
        var reporter = portal.As(Cast.Reporter);
        var signal = await reporter.SubmitsASignal("Brief", "Vraag het aan Zeger Zuidleider.");
        await reporter.Open($"{signal}/namens-mij");
        reporter.Choose("De vakbond").Choose("Wat ik schreef").Fill("Tot en met welke dag?", $"{portal.Today.AddDays(9):yyyy-MM-dd}");

        await reporter.Press(VoiceTexts.ToCheck);

        reporter.Page.QuerySelectorAll("mark").Select(mark => mark.TextContent).ShouldContain("Zeger Zuidleider");
    }

    [Fact]
    public async Task What_is_withdrawn_the_union_does_not_read_any_more()
    {
        var reference = await portal.Raises(Cast.Reporter);
        await portal.Entrusts(Cast.Reporter, reference);
        var address = await portal.GivenAddress(reference);

        await portal.Does(Cast.Reporter, reference, new WithdrawSignal { Reason = "Laat maar." });

        (await portal.As(Cast.Union).Open(address)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Who_leaves_the_union_reads_nothing_from_then_on()
    {
        var reference = await portal.Raises(Cast.Reporter);
        await portal.Becomes(Cast.Administrator, Roles.UnionRepresentative);
        await portal.Entrusts(Cast.Reporter, reference);
        var address = await portal.GivenAddress(reference);
        (await portal.As(Cast.Administrator).Open(address)).Status.ShouldBe(HttpStatusCode.OK);

        await portal.Database.Scalar<int>($"update people set roles = {(int)Roles.Administrator} where id = '{Cast.Administrator}'");

        (await portal.As(Cast.Administrator).Open(address)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await portal.As(Cast.Administrator).Open(VoiceSteps.Inbox)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_union_representative_of_another_organisation_reads_nothing()
    {
        await portal.Becomes(Cast.Stranger, Roles.UnionRepresentative);
        var reference = await portal.Raises(Cast.Reporter);
        await portal.Entrusts(Cast.Reporter, reference);

        var stranger = await portal.As(Cast.Stranger).Open(await portal.GivenAddress(reference));

        stranger.Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.Open(VoiceSteps.Inbox)).Text.ShouldContain(VoiceTexts.NothingEntrusted);
    }

    [Fact]
    public async Task The_list_costs_the_same_for_one_and_for_many_and_shows_no_word_of_them()
    {
        await portal.Entrusts(Cast.Reporter, await portal.Raises(Cast.Reporter));
        var union = await portal.As(Cast.Union).Open(VoiceSteps.Inbox);
        var few = await Statements(union);
        var shown = union.Page.QuerySelectorAll("main li").Length;

        for (var count = 0; count < 5; count++)
        {
            await portal.Entrusts(Cast.Reporter, await portal.Raises(Cast.Reporter));
        }

        (await Statements(union)).ShouldBe(few);
        union.Page.QuerySelectorAll("main li").Length.ShouldBe(shown + 5);
        union.Text.ShouldNotContain(Subject);
    }

    [Theory]
    [InlineData("update entrustments set until_day = until_day + 1")]
    [InlineData("update entrustments set with_name = not with_name")]
    [InlineData("update entrustments set ended_on = null where ended_on is not null")]
    public async Task Even_the_owner_of_the_database_does_not_change_what_was_given_or_give_it_back(string sql)
    {
        var reference = await portal.Raises(Cast.Reporter);
        await portal.Entrusts(Cast.Reporter, reference);
        await portal.Entrusts(Cast.Reporter, reference, otherWords: "Liever dit.");

        await Should.ThrowAsync<Npgsql.PostgresException>(() => portal.Database.Scalar<int>(sql));
    }

    private async Task<int> Statements(Visitor union)
    {
        using var counter = new StatementCounter(portal.Database);
        await union.Open(VoiceSteps.Inbox);
        return counter.Statements.Count;
    }

    private static string In(IEnumerable<Guid> people) => $"{{{string.Join(',', people)}}}";
}
