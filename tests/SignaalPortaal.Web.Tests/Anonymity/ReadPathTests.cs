using System.Net;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Access;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Anonymity;

/// <summary>
/// Whatever way words of a signal come out of the database, there is a line that the reporter reads. It is looked for in the statements of each request,
/// so that a new page cannot be forgotten.
/// </summary>
public sealed class ReadPathTests(Portal portal) : IClassFixture<Portal>
{
    /// <summary>
    /// These show the subject of what one holds or was told of, and no other word. That is not noted: a reporter would read that a manager has opened
    /// the signal who has seen a list with its title.
    /// </summary>
    private static readonly string[] ListsOfSubjects = ["/werkvoorraad", "/berichten"];

    /// <summary>This shows what one raised with the own name, and nothing of others.</summary>
    private const string Own = "/mijn-signalen";

    /// <summary>Nothing was lowered here; that what stands on it is noted, LoweredTests shows.</summary>
    private const string Lowered = "/lager-ingeschat";

    [Fact]
    public async Task Each_request_that_takes_words_out_of_the_database_notes_that_they_were_read()
    {
        var (scene, nameless) = (await Scene(), portal.Nameless());
        var (withoutNote, noted) = (new List<string>(), 0);
        var routes = await Route.Of(portal);
        foreach (var person in new[] { portal.Cast.HeadOfDepartment, portal.Cast.Director, portal.Cast.ConfidentialAdviser, portal.Cast.TeamLead, portal.Cast.Administrator })
        {
            var caller = await portal.Caller(person);
            var addresses = routes.Where(route => route.Handler is "Get").SelectMany(route => scene.Select(signal => route.Address(signal.Reference, signal.Promise)))
                .Append("/werkvoorraad?staat=alle").Append("/werkvoorraad?staat=doorgezet").Append("/werkvoorraad?staat=alle&zoek=brief").Distinct();
            foreach (var address in addresses)
            {
                using var counter = new StatementCounter(portal.Database);
                using var response = await caller.Get(address);
                var isList = ListsOfSubjects.Contains(address.Split('?')[0]) && !address.Contains("zoek", StringComparison.Ordinal);
                var isRead = response.StatusCode is not HttpStatusCode.NotFound && counter.Statements.Any(TakesWords);
                var isNoted = counter.Statements.Any(NotesIt);
                noted += isRead && isNoted ? 1 : 0;
                withoutNote.AddRange(isRead && !isNoted && !isList && address is not (Own or Lowered) ? [$"{person} {address}"] : []);
                if (isList)
                {
                    (await response.Content.ReadAsStringAsync()).ShouldNotContain("Zesendertig");
                }
            }
        }

        using (var counter = new StatementCounter(portal.Database))
        {
            await nameless.Shows(await WithCode());
            (counter.Statements.Any(TakesWords), counter.Statements.Any(NotesIt)).ShouldBe((true, true));
        }

        withoutNote.ShouldBeEmpty();
        noted.ShouldBeGreaterThan(20);
    }

    /// <summary>What is late below shows what was promised, of signals that are not on the page otherwise.</summary>
    [Fact]
    public async Task Who_reads_a_late_promise_has_read_of_the_signal()
    {
        var promised = await Promised(portal.Cast.Reporter);
        portal.Clock.AdvanceDays(3);

        var visitor = await portal.As(portal.Cast.HeadOfDepartment).Open("/directie");

        visitor.Text.ShouldContain("Een verlate belofte");
        (await portal.Database.Scalar<long>($"select count(*) from readings r join signals s on s.id = r.signal_id where reference = '{promised}' and person_id = '{portal.Cast.HeadOfDepartment}' and on_day = '{portal.Today:yyyy-MM-dd}'"))
            .ShouldBe(1);
    }

    [Fact]
    public async Task A_form_that_comes_back_or_is_previewed_is_reading_too()
    {
        var reference = await portal.Raises(portal.Cast.Reporter);
        var caller = await portal.Caller(portal.Cast.TeamLead);
        foreach (var handler in new[] { "", "?handler=Preview", "?handler=Edit" })
        {
            using var counter = new StatementCounter(portal.Database);
            using var response = await caller.Post($"{Nameless.AddressOf(reference)}/vraag{handler}", []);
            (counter.Statements.Any(TakesWords), counter.Statements.Any(NotesIt)).ShouldBe((true, true), handler);
        }
    }

    private static bool TakesWords(string sql) =>
        sql.TrimStart().StartsWith("SELECT", StringComparison.OrdinalIgnoreCase)
        && (sql.Contains("signal_contents", StringComparison.Ordinal) || sql.Contains("timeline_words", StringComparison.Ordinal));

    private static bool NotesIt(string sql) => sql.Contains("insert into readings", StringComparison.Ordinal);

    /// <summary>What each of them holds, held or was told of.</summary>
    private async Task<IReadOnlyList<(string Reference, Guid Promise)>> Scene()
    {
        var up = await portal.Raises(portal.Cast.Reporter);
        await portal.Does(portal.Cast.TeamLead, up, new EscalateSignal { Reason = "Te groot.", Advice = "Doen." });
        var further = await portal.Raises(portal.Cast.Reporter);
        await portal.Does(portal.Cast.TeamLead, further, new EscalateSignal { Reason = "Te groot.", Advice = "Doen." });
        await portal.Does(portal.Cast.HeadOfDepartment, further, new EscalateSignal { Reason = "Te groot.", Advice = "Doen." });
        var desk = await portal.Raises(portal.Cast.Reporter, SignalKind.Wrongdoing);
        var promised = await Promised(portal.Cast.Reporter);
        await portal.LetTheLineSeeIt();
        return [(up, Guid.NewGuid()), (further, Guid.NewGuid()), (desk, Guid.NewGuid()), (promised, await portal.PromiseOf(promised))];
    }

    private async Task<string> Promised(Guid reporter)
    {
        var promised = await portal.Raises(reporter);
        await portal.Does(portal.Cast.TeamLead, promised, new EscalateSignal { Reason = "Te groot.", Advice = "Doen." });
        await portal.Does(portal.Cast.HeadOfDepartment, promised, new AnswerSignal
        {
            Outcome = Outcome.Adopted,
            Explanation = "Doen we.",
            Promises = [new PromiseRow { What = "Een verlate belofte", Who = "Wij", By = portal.Today.AddDays(1) }],
        });
        return promised;
    }

    private async Task<string> WithCode() => (await portal.Nameless().Raises(Nameless.Form(portal.Cast.Units["TEAM"]))).Code;
}
