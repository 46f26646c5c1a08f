using System.Net;
using Npgsql;
using SignaalPortaal.Application.Retention;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Access;
using SignaalPortaal.Web.Tests.Infrastructure;
using SignaalPortaal.Web.Tests.Signals;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Tests.Retention;

/// <summary>Two people with two roles decide, the database destroys, and the chain says so.</summary>
public sealed class DestructionTests : IAsyncLifetime
{
    private const string Page = "/beheer/vernietigen";

    private readonly Portal _portal = RetentionSteps.APortal();

    public Task InitializeAsync() => _portal.InitializeAsync();

    public Task DisposeAsync() => _portal.DisposeAsync().AsTask();

    [Fact]
    public async Task From_the_dry_run_to_the_proof_through_the_pages_and_no_word_is_left()
    {
        var reference = await _portal.HasAClosedSignal();
        var shown = Reference.Show(reference);
        (await _portal.As(_portal.Cast.Administrator).Open(Page)).Text.ShouldContain("Er kan nu niets weg.");
        (await _portal.TablesWith(RetentionSteps.Canary)).ShouldNotBeNull();
        _portal.Clock.AdvanceDays(RetentionSteps.LongAfter);

        var administrator = await _portal.As(_portal.Cast.Administrator).Open(Page);
        administrator.Text.ShouldContain("Aantal signalen: 1.");
        administrator.Text.ShouldNotContain(shown);
        administrator.Text.ShouldNotContain(RetentionSteps.Canary);
        administrator.Text.ShouldNotContain("Rosa Melder");
        await administrator.Press("Maak hier een lijst van");
        administrator.Offers("Keur goed: dit mag weg").ShouldBeFalse();
        await _portal.Destroys();
        (await _portal.WordsOf(reference)).ShouldBeGreaterThan(0);

        var adviser = await _portal.As(_portal.Cast.ConfidentialAdviser).Open(Page);
        await adviser.Press("Keur goed: dit mag weg");
        await _portal.Destroys();

        (await _portal.TablesWith(RetentionSteps.Canary)).ShouldBeNull();
        (await _portal.Database.Scalar<bool>($"select reporter_id is null from signals where reference = '{reference}'")).ShouldBeTrue();
        (await _portal.Verify()).Problem.ShouldBeNull();
        await adviser.Open(Page);
        adviser.Text.ShouldContain($"Gemaakt door Bo Beheer. Besluit van Vera Vertrouwen op {_portal.Today.InDutch()}: goedgekeurd.");
        adviser.Text.ShouldContain("Vernietigd: 1. Bleef staan: 0.");
        adviser.Text.ShouldContain(shown);
    }

    [Fact]
    public async Task Afterwards_the_pages_of_everyone_work_and_say_why_there_is_no_text()
    {
        var reference = await _portal.HasAClosedSignal();
        await _portal.Does(_portal.Cast.Reporter, reference, new AskErasure());
        await _portal.HasAnApprovedList();
        await _portal.Destroys();

        var why = $"Deze tekst is verwijderd op {_portal.Today.InDutch()}, omdat de melder dat vroeg.";
        var lead = await _portal.As(_portal.Cast.TeamLead).Open($"/signalen/{reference}");
        lead.Status.ShouldBe(HttpStatusCode.OK);
        lead.Text.ShouldContain(why);
        lead.Text.ShouldNotContain("Rosa Melder");
        lead.Page.QuerySelectorAll(".sp-timeline li").Count(entry => entry.TextContent.Contains(why, StringComparison.Ordinal)).ShouldBe(8);
        (await lead.Open("/werkvoorraad?staat=Closed")).Text.ShouldContain(why);
        foreach (var person in new[] { _portal.Cast.TeamLead, _portal.Cast.Deputy, _portal.Cast.Reporter, _portal.Cast.HeadOfDepartment, _portal.Cast.Administrator })
        {
            foreach (var page in new[] { "/", "/mijn-signalen", "/berichten", "/werkvoorraad?staat=alle", "/werkvoorraad?zoek=kanarie", "/directie" })
            {
                var visitor = await _portal.As(person).Open(page);
                var isThere = page != "/directie" || (person != _portal.Cast.Reporter && person != _portal.Cast.Administrator);
                visitor.Status.ShouldBe(isThere ? HttpStatusCode.OK : HttpStatusCode.NotFound, $"{page} for {person}");
                visitor.Text.ShouldNotContain(RetentionSteps.Canary);
            }
        }

        (await _portal.As(_portal.Cast.Reporter).Open($"/signalen/{reference}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_was_sealed_goes_with_its_key_and_the_page_of_the_desk_works()
    {
        var reference = await _portal.HasAClosedSignal(_portal.Cast.Reporter, _portal.Cast.ConfidentialAdviser, SignalKind.Wrongdoing);
        _portal.Clock.AdvanceDays(RetentionSteps.LongAfter);
        var administrator = await _portal.As(_portal.Cast.Administrator).Open(Page);
        administrator.Text.ShouldContain("Aantal signalen: 1.");
        administrator.Text.ShouldNotContain(Reference.Show(reference));
        (await _portal.As(_portal.Cast.ConfidentialAdviser).Open(Page)).Text.ShouldContain(Reference.Show(reference));

        await _portal.HasAnApprovedList();
        await _portal.Destroys();

        (await _portal.Database.Scalar<long>("select count(*) from signal_keys")).ShouldBe(0);
        (await _portal.WordsOf(reference)).ShouldBe(0);
        var adviser = await _portal.As(_portal.Cast.ConfidentialAdviser).Open($"/signalen/{reference}");
        adviser.Text.ShouldContain("omdat de bewaartijd voorbij is");
        (await adviser.Open("/werkvoorraad?staat=Closed")).Text.ShouldContain("Deze tekst is verwijderd");
        (await _portal.As(_portal.Cast.Administrator).Open(Page)).Text.ShouldNotContain(Reference.Show(reference));
    }

    [Fact]
    public async Task Who_proposed_a_list_does_not_decide_on_it_nor_does_anyone_without_that_role_or_of_elsewhere()
    {
        await _portal.HasAClosedSignal();
        _portal.Clock.AdvanceDays(RetentionSteps.LongAfter);
        await _portal.Database.Scalar<int>($"update people set roles = 24 where id = '{_portal.Cast.Administrator}'; update people set roles = 16 where id = '{_portal.Cast.Stranger}'; select 1");
        await _portal.Send(new ProposeDestruction(), _portal.Cast.Administrator);
        var list = await _portal.ProposedList();

        foreach (var person in new[] { _portal.Cast.Administrator, _portal.Cast.HumanResources, _portal.Cast.TeamLead, _portal.Cast.Stranger })
        {
            await Should.ThrowAsync<SignalNotFoundException>(() => _portal.Send(new DecideDestruction { List = list, Approve = true }, person));
        }

        await Should.ThrowAsync<SignalNotFoundException>(() => _portal.Send(new DecideDestruction { List = Guid.NewGuid(), Approve = true }, _portal.Cast.ConfidentialAdviser));
        (await _portal.ProposedList()).ShouldBe(list);
        await Should.ThrowAsync<PostgresException>(() => _portal.Database.Scalar<int>("update destruction_lists set state = 'Approved', decided_by_id = proposed_by_id"));
    }

    [Fact]
    public async Task A_refused_list_destroys_nothing_and_what_is_due_comes_on_the_next()
    {
        var reference = await _portal.HasAClosedSignal();
        _portal.Clock.AdvanceDays(RetentionSteps.LongAfter);
        await _portal.Send(new ProposeDestruction(), _portal.Cast.Administrator);
        await _portal.Send(new DecideDestruction { List = await _portal.ProposedList() }, _portal.Cast.ConfidentialAdviser);

        await _portal.Destroys();

        (await _portal.WordsOf(reference)).ShouldBeGreaterThan(0);
        (await _portal.Send(new GetDestructions(), _portal.Cast.Administrator)).CanPropose.ShouldBeTrue();
    }

    /// <summary>Whatever there is to do: due, held, on a list, done, of the line and of the desk.</summary>
    [Fact]
    public async Task No_page_of_the_administrator_has_a_reference()
    {
        foreach (var kind in new[] { SignalKind.Bottleneck, SignalKind.Bottleneck, SignalKind.Wrongdoing, SignalKind.Wrongdoing })
        {
            await _portal.HasAClosedSignal(_portal.Cast.Reporter, kind.GoesToTheDesk ? _portal.Cast.ConfidentialAdviser : _portal.Cast.TeamLead, kind);
        }

        var references = (await _portal.Database.Scalar<string[]>("select array_agg(reference::text) from signals"))!;
        _portal.Clock.AdvanceDays(RetentionSteps.LongAfter);
        await _portal.Send(new HoldSignal { HeldReference = references[0], Reason = "Er loopt een rechtszaak." }, _portal.Cast.Administrator);
        var routes = (await Route.Of(_portal)).Where(route => route.Page.StartsWith("/Administration/", StringComparison.Ordinal) && route.Handler is "Get").ToList();
        routes.Count.ShouldBeGreaterThan(5);
        await Look();
        await _portal.Send(new ProposeDestruction(), _portal.Cast.Administrator);
        await Look();
        await _portal.Send(new DecideDestruction { List = await _portal.ProposedList(), Approve = true }, _portal.Cast.ConfidentialAdviser);
        await _portal.Destroys();
        await Look();

        async Task Look()
        {
            var administrator = _portal.As(_portal.Cast.Administrator);
            foreach (var route in routes)
            {
                await administrator.Open(route.Address("", Guid.Empty));
                administrator.Status.ShouldBe(HttpStatusCode.OK, route.Page);
                foreach (var reference in references)
                {
                    administrator.Page.Source.Text.ShouldNotContain(reference, Case.Insensitive, route.Page);
                    administrator.Page.Source.Text.ShouldNotContain(Reference.Show(reference), Case.Insensitive, route.Page);
                }
            }
        }
    }

    [Fact]
    public async Task What_is_held_for_the_law_is_named_and_stays_also_when_it_is_on_the_list_already()
    {
        var (first, second) = (await _portal.HasAClosedSignal(), await _portal.HasAClosedSignal());
        _portal.Clock.AdvanceDays(RetentionSteps.LongAfter);
        var administrator = await _portal.As(_portal.Cast.Administrator).Open(Page);
        await administrator.Fill("Kenmerk van het signaal", Reference.Show(first)).Fill("Reden", "Er loopt een rechtszaak.").Press("Bewaar dit signaal");
        var view = await _portal.Send(new GetDestructions(), _portal.Cast.ConfidentialAdviser);
        view.Held.Select(signal => signal.Reference).ShouldBe([first]);
        view.Due.Select(signal => signal.Reference).ShouldBe([second]);
        await _portal.HasAnApprovedList();
        await _portal.Send(new HoldSignal { HeldReference = second, Reason = "Deze ook." }, _portal.Cast.Administrator);

        await _portal.Destroys();

        (await _portal.WordsOf(first)).ShouldBeGreaterThan(0);
        (await _portal.WordsOf(second)).ShouldBeGreaterThan(0);
        (await _portal.As(_portal.Cast.Reporter).Open($"/signalen/{first}")).Text.ShouldContain("Er loopt een rechtszaak.");
        (await _portal.Send(new GetDestructions(), _portal.Cast.Administrator)).Lists[0].Spared.ShouldBe(1);
        await administrator.Open(Page);
        await administrator.Fill("Kenmerk van het signaal", "0000-0000").Fill("Reden", "Weg ermee.").Press("Hef de bewaarplicht op");
        administrator.Text.ShouldContain("We kennen geen signaal met dit kenmerk.");
    }

    [Fact]
    public async Task What_was_interrupted_is_whole_or_gone_and_goes_on_later()
    {
        var references = new[] { await _portal.HasAClosedSignal(), await _portal.HasAClosedSignal(), await _portal.HasAClosedSignal() };
        _portal.Clock.AdvanceDays(RetentionSteps.LongAfter);
        await _portal.HasAnApprovedList();
        await _portal.Database.Scalar<int>($"""
            create function fail() returns trigger language plpgsql as $$ begin raise exception 'Somebody pulled the plug.'; end $$;
            create trigger fails before delete on signal_contents for each row
                when (old.signal_id = '{await _portal.Database.Scalar<Guid>($"select id from signals where reference = '{references[1]}'")}') execute function fail();
            select 1
            """);

        await _portal.Destroys();

        (await _portal.WordsOf(references[0])).ShouldBe(0);
        (await _portal.WordsOf(references[1])).ShouldBe(8);
        (await _portal.WordsOf(references[2])).ShouldBe(0);
        (await _portal.Database.Scalar<long>($"select count(*) from timeline_entries where kind = 'Erased'")).ShouldBe(2);
        (await _portal.Verify()).Problem.ShouldBeNull();

        await _portal.Database.Scalar<int>("drop trigger fails on signal_contents; select 1");
        await _portal.Destroys();

        (await _portal.TablesWith(RetentionSteps.Canary)).ShouldBeNull();
        (await _portal.Send(new GetDestructions(), _portal.Cast.Administrator)).Lists[0].FinishedOn.ShouldBe(_portal.Today);
    }

    [Fact]
    public async Task The_portal_itself_can_destroy_nothing_of_which_the_chain_does_not_say_so()
    {
        var reference = await _portal.HasAClosedSignal();
        var signal = await _portal.Database.Scalar<Guid>($"select id from signals where reference = '{reference}'");
        var organisation = await _portal.Database.Scalar<Guid>($"select organisation_id from signals where reference = '{reference}'");

        foreach (var table in new[] { "timeline_words", "signal_contents", "signal_keys", "destruction_lists", "destruction_items", "messages" })
        {
            (await Refused($"delete from {table}")).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege, table);
        }

        (await Refused($"select destroy_signal('{organisation}', '{signal}')")).ConstraintName.ShouldBe("what_is_destroyed_was_decided");
        (await _portal.Database.Scalar<bool>("select proconfig::text like '%search_path=%' and prosecdef from pg_proc where proname = 'destroy_signal'")).ShouldBeTrue();
        (await _portal.Database.Scalar<bool>("select exists (select from pg_proc p, aclexplode(p.proacl) a where p.proname = 'destroy_signal' and a.grantee = 0)")).ShouldBeFalse();

        Task<PostgresException> Refused(string sql) =>
            Should.ThrowAsync<PostgresException>(() => _portal.Database.Scalar<int>($"set role signaalportaal_application; {sql}"));
    }

    [Fact]
    public async Task An_event_that_says_so_without_it_being_so_does_not_get_through()
    {
        await _portal.HasAClosedSignal();
        _portal.Clock.AdvanceDays(RetentionSteps.LongAfter);
        await _portal.HasAnApprovedList();
        await _portal.Database.Scalar<int>("""
            create or replace function destroy_signal(organisation uuid, signal uuid) returns void language sql as $$ select $$;
            select 1
            """);

        await _portal.Destroys();

        (await _portal.Database.Scalar<long>("select count(*) from timeline_entries where kind = 'Erased'")).ShouldBe(0);
        (await _portal.Database.Scalar<string>("select state from destruction_items")).ShouldBe("Waiting");
    }

    [Fact]
    public async Task Who_has_only_the_code_asks_for_it_and_the_code_goes_too()
    {
        var code = await _portal.RaisesAnonymously();
        var reporter = await _portal.Nobody().Open("/anoniem/testdienst/volgen");
        await reporter.Fill(FieldTexts.Code, code).Press(AnonymousTexts.ShowSignal);
        await reporter.Fill(FieldTexts.WithdrawSignal_Reason, "Laat maar, kanarie.").Press("Trek je signaal in");
        await reporter.Press("Vraag dit aan");
        reporter.Text.ShouldContain($"Uiterlijk {_portal.Today.AddMonths(1).InDutch()} is er een besluit.");
        _portal.Clock.AdvanceDays(3);
        await _portal.LetTimePass();

        var due = (await _portal.Send(new GetDestructions(), _portal.Cast.ConfidentialAdviser)).Due.ShouldHaveSingleItem();
        due.Ground.ShouldBe(ErasureGround.RequestOfTheReporter);
        await _portal.HasAnApprovedList();
        await _portal.Destroys();

        (await _portal.Database.Scalar<long>("select count(*) from receipts")).ShouldBe(0);
        (await _portal.WordsOf(due.Reference)).ShouldBe(0);
        (await _portal.Verify()).Problem.ShouldBeNull();
        await reporter.Open("/anoniem/testdienst/volgen");
        await reporter.Fill(FieldTexts.Code, code).Press(AnonymousTexts.ShowSignal);
        reporter.Text.ShouldContain(ErrorTexts.CodeNotKnown);
    }

    [Fact]
    public async Task What_comes_back_or_is_not_done_with_is_not_due()
    {
        var reference = await _portal.Raises(_portal.Cast.Reporter);
        await _portal.Does(_portal.Cast.TeamLead, reference, new AnswerSignal
        {
            Outcome = Outcome.Adopted,
            Explanation = "Doen we.",
            Promises = [new PromiseRow { What = "Nieuwe brief", Who = "Wij", By = new DateOnly(2026, 12, 1) }],
        });
        await _portal.Does(_portal.Cast.Reporter, reference, new GiveVerdict { Verdict = Verdict.Understood });
        var withdrawn = await _portal.Raises(_portal.Cast.Reporter);
        await _portal.Does(_portal.Cast.Reporter, withdrawn, new WithdrawSignal { Reason = "Toch niet." });

        (await Due()).ShouldBeEmpty();
        _portal.Clock.AdvanceDays(364);
        (await Due()).ShouldBeEmpty();
        _portal.Clock.AdvanceDays(2);
        (await Due()).ShouldBe([withdrawn]);
        _portal.Clock.AdvanceDays(RetentionSteps.LongAfter);
        (await Due()).ShouldBe([withdrawn]);

        async Task<IEnumerable<string>> Due() => (await _portal.Send(new GetDestructions(), _portal.Cast.ConfidentialAdviser)).Due.Select(signal => signal.Reference);
    }
}
