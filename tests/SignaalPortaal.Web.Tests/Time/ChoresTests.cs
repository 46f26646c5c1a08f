using Microsoft.Extensions.DependencyInjection;
using SignaalPortaal.Application.Attachments;
using SignaalPortaal.Application.Messages;
using SignaalPortaal.Application.Retention;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Application.Time;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;
using SignaalPortaal.Web.Tests.Mail;

namespace SignaalPortaal.Web.Tests.Time;

/// <summary>One chore, one organisation, one failure: with two organisations of which one cannot be worked for, the other misses nothing.</summary>
public sealed class ChoresTests : IAsyncLifetime, IAsyncDisposable
{
    private MailPortal _portal = null!;
    private Guid _poisoned, _other;

    public async Task InitializeAsync()
    {
        var portal = new MailPortal();
        _portal = portal;
        await _portal.InitializeAsync();
        await _portal.Database.Scalar<int>($"""
            update people set roles = 8 where number = '90';
            update people set roles = 16 where number = '91';
            select 1
            """);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    /// <summary>Whichever of the two comes first in a list.</summary>
    [Theory]
    [InlineData(Cast.OrganisationName)]
    [InlineData(Cast.OtherOrganisationName)]
    public async Task An_organisation_that_cannot_be_worked_for_holds_up_no_other(string poisoned)
    {
        await Arrange(poisoned);
        (await Done(_other)).ShouldAllBe(done => done.Value == 0);
        await Poison();

        await Works();

        (await Done(_other)).Where(done => done.Value == 0).Select(done => done.Key).ShouldBeEmpty();
        (await Done(_poisoned)).Where(done => done.Value > 0).Select(done => done.Key).ShouldBeEmpty();
    }

    /// <summary>What has no organisation of its own to fail in: the question for whom there is work.</summary>
    [Theory]
    [InlineData("organisations_with_due_signals(date)", "moved")]
    [InlineData("organisations_with_destruction()", "destroyed")]
    [InlineData("organisations_without_an_anchor(date)", "anchored")]
    [InlineData("organisations_without_a_publication(date, date)", "published")]
    public async Task A_chore_that_fails_holds_up_no_other(string asks, string chore)
    {
        await Arrange(Cast.OtherOrganisationName);
        await _portal.Database.Scalar<int>($"alter function {asks} rename to nobody_finds_this; select 1");

        await Works();

        (await Done(_other)).Where(done => done.Value == 0).Select(done => done.Key).ShouldBe([chore]);
    }

    /// <summary>Twenty of its mails go first, and there are twenty places.</summary>
    [Fact]
    public async Task Mails_that_cannot_be_handed_out_take_no_place_of_others()
    {
        await Arrange(Cast.OrganisationName);
        await _portal.Database.Scalar<int>($"""
            insert into mails (organisation_id, id, person_id, is_urgent, send_after, state, digest_on)
            select '{_poisoned}', gen_random_uuid(), id, true, '2020-01-01', 'Waiting', date '2020-01-01' + n
            from people, generate_series(1, {SendMails.Most}) n where organisation_id = '{_poisoned}' and number = '10';
            select 1
            """);
        await Poison();

        await _portal.SendsMail();

        _portal.MailServer.Mails.ShouldNotBeEmpty();
        _portal.MailServer.Mails.ShouldAllBe(mail => mail.Recipient == $"p90@{MailPortal.Domain}" || mail.Recipient == $"p91@{MailPortal.Domain}");
    }

    /// <summary>In each of the two something waits for every chore.</summary>
    private async Task Arrange(string poisoned)
    {
        (_poisoned, _other) = (await OrganisationOf(poisoned), await OrganisationOf(poisoned == Cast.OrganisationName ? Cast.OtherOrganisationName : Cast.OrganisationName));
        var (cast, stranger) = (_portal.Cast, _portal.Cast.Stranger);
        foreach (var (reporter, holder, proposes, approves) in new[]
        {
            (cast.Reporter, cast.TeamLead, cast.Administrator, cast.ConfidentialAdviser), (stranger, cast.People["90"], cast.People["90"], stranger),
        })
        {
            await _portal.Raises(reporter);
            var closed = await _portal.Raises(reporter);
            await _portal.Does(holder, closed, new AnswerSignal { Outcome = Outcome.AlreadyArranged, Explanation = "Dat is er al.", Where = "Op zaal." });
            await _portal.Does(reporter, closed, new GiveVerdict { Verdict = Verdict.Understood });
            await _portal.Does(reporter, closed, new AskErasure());
            await _portal.Send(new ProposeDestruction(), proposes);
            var organisation = await _portal.Database.Scalar<Guid>($"select organisation_id from people where id = '{reporter}'");
            var list = await _portal.Database.Scalar<Guid>($"select id from destruction_lists where state = 'Proposed' and organisation_id = '{organisation}'");
            await _portal.Send(new DecideDestruction { List = list, Approve = true }, approves);
        }

        _portal.Clock.AdvanceDays(120);
        await _portal.Database.Scalar<int>("""
            insert into handled_forms (organisation_id, person_id, form_key, handled_on) select id, gen_random_uuid(), gen_random_uuid(), date '2026-01-01' from organisations;
            select 1
            """);

    }

    /// <summary>Whatever is asked of it for this organisation, the database refuses.</summary>
    private Task<int> Poison() => _portal.Database.Scalar<int>($"""
        create or replace function current_organisation() returns uuid language plpgsql stable as $$
        declare
            organisation uuid := nullif(current_setting('app.organisation', true), '')::uuid;
        begin
            if organisation = '{_poisoned}' then
                raise exception 'poisoned';
            end if;
            return organisation;
        end
        $$;
        select 1
        """);

    /// <summary>What all workers do in a round.</summary>
    private async Task Works()
    {
        await ActivatorUtilities.CreateInstance<TimeWorker>(_portal.Services).Round(CancellationToken.None);
        await _portal.MakesDigests();
        await _portal.SendAsPortal(new ScanAttachments());
        await _portal.SendsMail();
    }

    private async Task<Dictionary<string, long>> Done(Guid organisation)
    {
        var counts = new Dictionary<string, string>
        {
            ["moved"] = "select count(*) from timeline_entries where kind in ('Escalated', 'TermMissed')",
            ["destroyed"] = "select count(*) from timeline_entries where kind = 'Erased'",
            ["anchored"] = "select count(*) from anchors",
            ["published"] = "select count(*) from publications",
            ["forgotten"] = "select case when count(*) filter (where handled_on = '2026-01-01') = 0 then 1::bigint else 0 end from handled_forms",
        };
        var done = new Dictionary<string, long>();
        foreach (var (chore, count) in counts)
        {
            done[chore] = await _portal.Database.Scalar<long>($"{count}{(count.Contains("where", StringComparison.Ordinal) && !count.Contains("filter", StringComparison.Ordinal) ? " and" : " where")} organisation_id = '{organisation}'");
        }

        return done;
    }

    private Task<Guid> OrganisationOf(string name) => _portal.Database.Scalar<Guid>($"select id from organisations where name = '{name}'");
}
