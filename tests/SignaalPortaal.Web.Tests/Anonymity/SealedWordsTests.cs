using System.Net;
using SignaalPortaal.Application.Protection;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;
using SignaalPortaal.Web.Tests.Signals;

namespace SignaalPortaal.Web.Tests.Anonymity;

/// <summary>What people write about something that does not go through the line, or without a name, is readable with the keys only.</summary>
public sealed class SealedWordsTests(Portal portal) : IClassFixture<Portal>
{
    private const string Canary = "kanarie";

    [Fact]
    public async Task No_table_holds_a_word_of_it()
    {
        var anonymous = Reporter();
        var form = Nameless.Form(portal.Cast.Units["TEAM"], subject: $"{Canary}-onderwerp", words: $"{Canary}-woorden");
        foreach (var field in new[] { "AffectedRule", "Since", "Frequency", "Affected", "OnPaper", "InPractice", "Workaround" })
        {
            form[$"Input.{field}"] = $"{Canary}-{field}";
        }

        await anonymous.Send("/nieuw?handler=Check", form);
        anonymous.Text.ShouldContain($"{Canary}-Workaround");
        await anonymous.Raises(form);
        await anonymous.Follows();
        await anonymous.Does("Facts", new() { ["Input.Facts"] = $"{Canary}-feit" });
        await portal.LetTheLineSeeIt();
        await Handle(anonymous, portal.Cast.HeadOfDepartment);

        var named = portal.As(portal.Cast.Reporter);
        var wrongdoing = await named.SubmitsASignal($"{Canary}-misstand", $"{Canary}-wat er gebeurt", "Misstand");
        await portal.HasAnAdviser();
        var confidential = await portal.As(portal.Cast.Reporter).RaisesConfidentially("Misstand", subject: $"{Canary}-vertrouwelijk", words: $"{Canary}-in vertrouwen");

        (await Holding(Canary)).ShouldBeEmpty();

        // It was not lost either.
        (await named.Open(wrongdoing)).Text.ShouldContain($"{Canary}-wat er gebeurt");
        (await portal.As(portal.Cast.ConfidentialAdviser).Open(wrongdoing)).Text.ShouldContain($"{Canary}-misstand");
        (await Reporter().Shows(confidential)).Text.ShouldContain($"{Canary}-in vertrouwen");
        (await anonymous.Follows()).Text.ShouldContain($"{Canary}-belofte");
        anonymous.Text.ShouldContain($"{Canary}-feit");
        foreach (var field in new[] { "AffectedRule", "Workaround" })
        {
            anonymous.Text.ShouldContain($"{Canary}-{field}");
        }
    }

    [Fact]
    public async Task The_right_people_read_the_right_subject_in_every_list_and_nobody_finds_it_by_its_words()
    {
        var one = await Reporter().Raises(Nameless.Form(portal.Cast.Units["TEAM"], subject: "Eerste verzegeld"));
        var two = await Reporter().Raises(Nameless.Form(portal.Cast.Units["TEAM"], subject: "Tweede verzegeld"));
        await portal.As(portal.Cast.Reporter).SubmitsASignal("Eigen misstand verzegeld", "Woorden.", "Misstand");
        await portal.LetTheLineSeeIt();
        await portal.Does(portal.Cast.HeadOfDepartment, one.Reference, new EscalateSignal { Reason = "Te groot.", Advice = "Doen." });
        await portal.Does(portal.Cast.HeadOfDepartment, two.Reference, new AnswerSignal
        {
            Outcome = Outcome.Adopted,
            Explanation = "Doen we.",
            Promises = [new PromiseRow { What = "Verzegelde belofte", Who = "Wij", By = portal.Today.AddDays(1) }],
        });
        portal.Clock.AdvanceDays(4);

        (await Row("/werkvoorraad?staat=alle", portal.Cast.HeadOfDepartment, two.Reference)).ShouldContain("Tweede verzegeld");
        (await Row("/werkvoorraad?staat=doorgezet", portal.Cast.HeadOfDepartment, one.Reference)).ShouldContain("Eerste verzegeld");
        var director = portal.As(portal.Cast.Director);
        (await director.Open("/directie")).Text.ShouldContain("Eerste verzegeld");
        director.Text.ShouldNotContain("Verzegelde belofte");
        (await portal.As(portal.Cast.HeadOfDepartment).Open("/directie")).Text.ShouldContain("Verzegelde belofte");
        (await portal.As(portal.Cast.HeadOfDepartment).Open("/berichten")).Text.ShouldContain("Tweede verzegeld");
        (await portal.As(portal.Cast.Reporter).Open("/mijn-signalen")).Text.ShouldContain("Eigen misstand verzegeld");
        foreach (var person in new[] { portal.Cast.HeadOfDepartment, portal.Cast.Director, portal.Cast.ConfidentialAdviser })
        {
            var visitor = await portal.As(person).Open("/werkvoorraad?staat=alle&zoek=verzegeld");
            visitor.Status.ShouldBe(HttpStatusCode.OK);
            visitor.Page.QuerySelectorAll("main a[href^='/signalen/']").ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task With_other_keys_no_page_shows_a_word_and_nothing_is_written_readably()
    {
        var reporter = await Reporter().Raises(Nameless.Form(portal.Cast.Units["TEAM"], subject: $"{Canary}-sleutel"));
        await portal.LetTheLineSeeIt();
        var folder = Directory.CreateTempSubdirectory("signaalportaal-other-keys-").FullName;
        PortalKeys.Make(folder);
        await using var other = portal.WithWebHostBuilder(builder => builder.UseSetting("Keys:Folder", folder));
        var manager = new Visitor(other.CreateClient(), portal.Cast.HeadOfDepartment);

        foreach (var path in new[] { "/werkvoorraad?staat=alle", Nameless.AddressOf(reporter.Reference), "/berichten" })
        {
            await manager.Open(path);
            manager.Status.ShouldBe(HttpStatusCode.InternalServerError, path);
            manager.Text.ShouldNotContain(Canary);
        }

        var nameless = new Nameless(other.CreateClient());
        (await nameless.Shows(reporter.Code)).Status.ShouldBe(HttpStatusCode.BadRequest);
        var signals = await portal.Database.Scalar<long>("select count(*) from signals");
        (await nameless.Send("/nieuw", Nameless.Form(portal.Cast.Units["TEAM"], subject: $"{Canary}-nieuw"))).Status.ShouldBe(HttpStatusCode.InternalServerError);
        (await portal.Database.Scalar<long>("select count(*) from signals")).ShouldBe(signals);
        (await Holding(Canary)).ShouldBeEmpty();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Another_node_with_the_same_keys_reads_it_and_writes_what_this_one_reads()
    {
        var here = await Reporter().Raises(Nameless.Form(portal.Cast.Units["TEAM"], subject: "Hier geschreven"));
        await using var other = portal.WithWebHostBuilder(_ => { });
        var there = await new Nameless(other.CreateClient()).Raises(Nameless.Form(portal.Cast.Units["TEAM"], subject: "Daar geschreven"));

        (await new Nameless(other.CreateClient()).Shows(here.Code)).Text.ShouldContain("Hier geschreven");
        (await Reporter().Shows(there.Code)).Text.ShouldContain("Daar geschreven");
    }

    [Fact]
    public async Task Looking_at_what_would_be_sent_leaves_nothing()
    {
        var before = await portal.Database.Contents();

        var reporter = await Reporter().Send("/nieuw?handler=Check", Nameless.Form(portal.Cast.Units["TEAM"]));
        reporter.Text.ShouldContain(Nameless.Words);
        var named = await portal.As(portal.Cast.Reporter).Open("/signalen/nieuw");
        await named.Choose("Vertrouwelijk").Choose("Misstand").Fill("Waar gaat het over?", "X").Fill("Wat zie je gebeuren?", "Y").Press("Verder naar controleren");

        named.Status.ShouldBe(HttpStatusCode.OK);
        (await portal.Database.Contents()).ShouldBe(before);
    }

    private Nameless Reporter() => portal.Nameless();

    /// <summary>Every act of a holder that has words.</summary>
    private async Task Handle(Nameless reporter, Guid holder)
    {
        var reference = reporter.Reference;
        await portal.Does(holder, reference, new AcknowledgeSignal { Line = $"{Canary}-opgepakt", ExpectedOn = portal.Today.AddDays(3) });
        await portal.Does(holder, reference, new AssessSignal { Reading = $"{Canary}-lezing", Risk = RiskLevel.Low, LowerReason = $"{Canary}-reden" });
        await portal.Does(holder, reference, new UpdateReporter { HowItStands = $"{Canary}-stand" });
        await portal.Does(holder, reference, new AskReporter { Question = $"{Canary}-vraag" });
        await reporter.Follows();
        await reporter.Does("Reply", new() { ["Input.ReplyText"] = $"{Canary}-antwoord" });
        await portal.Does(holder, reference, new AnswerSignal
        {
            Outcome = Outcome.Adopted,
            Explanation = $"{Canary}-uitleg",
            Promises = [new PromiseRow { What = $"{Canary}-belofte", Who = $"{Canary}-wie", By = portal.Today.AddDays(9) }],
        });
        await reporter.Follows();
        await reporter.Does("Verdict", new() { ["Input.Verdict"] = "NotUnderstood", ["Input.VerdictText"] = $"{Canary}-oordeel" });
        await portal.Does(holder, reference, new ClarifyAnswer { ClearerWords = $"{Canary}-helder" });
        var promise = await portal.PromiseOf(reference);
        await portal.Does(holder, reference, new MovePromise { Promise = promise, NewDate = portal.Today.AddDays(12), Reason = $"{Canary}-later" });
        await portal.Does(holder, reference, new ReportPromise { Promise = promise, HowToSee = $"{Canary}-gedaan" });
        await reporter.Follows();
        await reporter.Does("Promise", new() { ["Input.Judgement"] = "Kept", ["Input.JudgementText"] = $"{Canary}-gehouden" });
        reporter.Status.ShouldBe(HttpStatusCode.OK, reporter.Text);
    }

    private async Task<string> Row(string path, Guid person, string reference)
    {
        var visitor = await portal.As(person).Open(path);
        var link = visitor.Page.QuerySelector($"main a[href='{Nameless.AddressOf(reference)}']").ShouldNotBeNull(visitor.Text);
        return (link.Closest("tr, li") ?? link).TextContent;
    }

    /// <summary>The tables with a row in which this stands, in letters or in bytes.</summary>
    private async Task<IReadOnlyList<string>> Holding(string text)
    {
        var tables = await portal.Database.Scalar<string[]>("select array_agg(tablename::text) from pg_tables where schemaname = 'public'");
        var holding = new List<string>();
        foreach (var table in tables!)
        {
            var hex = Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(text)).ToLowerInvariant();
            var rows = await portal.Database.Scalar<long>($"""select count(*) from "{table}" row where to_jsonb(row)::text ilike '%{text}%' or to_jsonb(row)::text like '%{hex}%'""");
            holding.AddRange(rows > 0 ? [table] : []);
        }

        return holding;
    }
}
