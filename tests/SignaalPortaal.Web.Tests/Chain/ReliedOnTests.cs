using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;
using SignaalPortaal.Web.Tests.Released;

namespace SignaalPortaal.Web.Tests.Chain;

/// <summary>
/// A reporter, a union or a judge relies on more than the timeline: who read it, what was promised, who has it and until when, the files, what was published.
/// The owner of the database changes one of these, past all triggers, and the portal says which.
/// </summary>
public sealed class ReliedOnTests(ReliedOnTests.RichPortal portal) : IClassFixture<ReliedOnTests.RichPortal>, IAsyncLifetime
{
    private const string AsItsLastEventSays = "the signal is not as this event left it";

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => portal.Restore();

    [Fact]
    public async Task What_the_portal_wrote_is_whole() => (await portal.Verify()).Problem.ShouldBeNull();

    [Theory]

    // Who read it.
    [InlineData("delete from readings", "readings, and there are fewer")]
    [InlineData("delete from readings where on_day = '2026-09-08'", "readings, and there are fewer")]
    [InlineData("update readings set on_day = on_day - 3 where on_day = '2026-09-08'", "has other readings")]
    [InlineData("update readings set person_id = (select id from people p where p.organisation_id = readings.organisation_id and not exists (select from readings r where r.person_id = p.id) limit 1) where on_day = '2026-09-08'", "has other readings")]
    [InlineData("update readings set through = 'Search' where on_day = '2026-09-07'", "has other readings")]
    [InlineData("insert into readings (organisation_id, signal_id, person_id, on_day) select organisation_id, signal_id, person_id, date '2026-09-01' from readings limit 1", "has other readings")]

    // What was promised, and what became of it.
    [InlineData("update promises set status = 'Kept'", AsItsLastEventSays)]
    [InlineData("update promises set \"by\" = \"by\" + 30", AsItsLastEventSays)]
    [InlineData("update promises set times_moved = times_moved + 1", AsItsLastEventSays)]
    [InlineData("delete from promises", AsItsLastEventSays)]
    [InlineData("update contacts set status = 'Confirmed'", AsItsLastEventSays)]
    [InlineData("delete from contacts where step = 'FirstWeek'", AsItsLastEventSays)]

    // By which number it is known.
    [InlineData("""
        alter table signals drop constraint if exists one_signal_of_a_reference;
        with two as (select id, reference, row_number() over (order by id) as n from signals limit 2)
        update signals s set reference = other.reference from two one join two other on other.n <> one.n where s.id = one.id
        """, "it is not the first event of a signal with this reference")]

    // Where it is, for how long, and who it is about.
    [InlineData("update signals set status = 'InProgress' where status = 'New'", AsItsLastEventSays)]
    [InlineData("update signals set held_by_unit_id = (select id from units u where u.organisation_id = signals.organisation_id and u.id <> held_by_unit_id limit 1)", AsItsLastEventSays)]
    [InlineData("update signals set due_on = due_on + 10, next_step_on = next_step_on + 10", AsItsLastEventSays)]
    [InlineData("update signals set answer_by = answer_by + 10", AsItsLastEventSays)]
    [InlineData("update signals set next_step_on = '2099-01-01' where status <> 'Closed'", "the portal does not look at it in time")]
    [InlineData("update signals set raised_on = raised_on - 1", AsItsLastEventSays)]
    [InlineData("update signals set reporter_id = (select id from people p where p.organisation_id = signals.organisation_id and p.id <> reporter_id limit 1)", AsItsLastEventSays)]
    [InlineData("update signals set is_held_for_law = not is_held_for_law", AsItsLastEventSays)]
    [InlineData("delete from signal_conflicts", AsItsLastEventSays)]
    [InlineData("delete from signal_holders where since = '2026-09-07'", AsItsLastEventSays)]
    [InlineData("insert into signal_holders select distinct on (u.id) s.organisation_id, s.id, u.id, s.raised_on from signals s join units u on u.organisation_id = s.organisation_id where not exists (select from signal_holders h where h.signal_id = s.id and h.unit_id = u.id)", AsItsLastEventSays)]

    // Files.
    [InlineData("update attachment_parts set bytes = overlay(bytes placing 'Z'::bytea from 3 for 1)", "its file was changed")]
    [InlineData("update attachment_parts set bytes = substr(bytes, 2)", "its file was changed")]
    [InlineData("delete from attachment_parts", "its file was changed")]
    [InlineData("delete from attachment_parts; delete from attachments", "its file is gone, and no event says that it was erased")]
    [InlineData("delete from attachment_parts; update attachments set salt = null", "its file is gone, and no event says that it was erased")]
    [InlineData("update attachments set salt = sha256(salt)", "its file was changed")]

    // What everybody reads.
    [InlineData("update released_signals set answer = answer || '!'", "what everybody reads is not what its reporter said yes to")]
    [InlineData("update released_signals set outcome = 'Adopted'", "what everybody reads is not what its reporter said yes to")]
    [InlineData("delete from released_signals", "what everybody reads is not what its reporter said yes to")]

    // What was published, with the hash made again.
    [InlineData("update publications set content = '{\"Figures\":[6]}', hash = publication_hash(previous_hash, '{\"Figures\":[6]}')", "the log publications had other records at the anchor of 2026-09-07")]
    [InlineData("update publications set made_on = made_on + 1", "the log publications had other records at the anchor of 2026-09-07")]
    [InlineData("delete from publications", "the log publications had 1 records at the anchor of 2026-09-07, and has fewer")]
    [InlineData("delete from publication_rules", "the log publication_rules had 1 records at the anchor of 2026-09-08, and has fewer")]
    [InlineData("update publication_rules set smallest_count = 6", "the log publication_rules had other records at the anchor of 2026-09-08")]
    [InlineData("update summary_steps set text = 'Zachter.'", "the log summaries had other records at the anchor of 2026-09-08")]
    [InlineData("delete from summary_steps; delete from summaries", "the log summaries had 1 records at the anchor of 2026-09-08, and has fewer")]

    // Who decided that something is destroyed.
    [InlineData("update destruction_lists set decided_by_id = proposed_by_id, proposed_by_id = decided_by_id", "the log destruction_lists had other records at the anchor of 2026-09-08")]
    [InlineData("delete from destruction_items", "the log destruction_items had 1 records at the anchor of 2026-09-08, and has fewer")]
    [InlineData("update destruction_items set ground = 'Asked'", "the log destruction_items had other records at the anchor of 2026-09-08")]
    public async Task Who_changes_it_is_found(string sql, string problem)
    {
        await portal.Bend(sql);

        var found = (await portal.Verify()).Problem;

        await portal.Database.Scalar<int>("alter table signals drop constraint if exists one_signal_of_a_reference; select 1");
        found.ShouldNotBeNull().ShouldEndWith(problem);
    }

    /// <summary>The anchors hold how far each log was: who makes the logs of the anchors anew as well, needs the key of the portal.</summary>
    [Fact]
    public async Task An_anchor_is_bound_to_its_logs_and_readings()
    {
        await portal.Bend("update anchor_logs set count = 0, hash = sha256(hash) where name = 'publications'; delete from publications");
        (await portal.Verify()).Problem.ShouldNotBeNull();
        await portal.Restore();

        await portal.Bend("delete from readings; update anchor_heads set readings = 0, readings_hash = readings_hash(organisation_id, signal_id, '2000-01-01')");
        (await portal.Verify()).Problem.ShouldBe("the anchor of 2026-09-08 has other signals, readings or logs, or other events, than it was made of");
    }

    /// <summary>With the login of the running portal, which has the right to change the row.</summary>
    [Fact]
    public async Task An_event_that_does_not_say_how_it_leaves_the_signal_does_not_get_in()
    {
        var refused = await Should.ThrowAsync<Npgsql.PostgresException>(() => portal.Database.Scalar<int>($"""
            insert into timeline_entries
            select organisation_id, signal_id, seq + 1, at, null, 'Portal', null, 'Updated', facts, null, hash,
                   event_hash(hash, organisation_id, signal_id, seq + 1, 'Updated', at, null, 'Portal', null, facts, null, sha256(state)), sha256(state)
            from timeline_entries e
            where signal_id = (select id from signals where reference = '{portal.Adopted}')
              and seq = (select max(seq) from timeline_entries o where o.signal_id = e.signal_id);
            select 1
            """));

        refused.ConstraintName.ShouldBe("a_signal_is_as_its_last_event_says");
    }

    /// <summary>A signal gets no property of which nobody decided whether an event binds it.</summary>
    [Fact]
    public void Every_column_of_a_signal_is_bound_or_left_out_for_a_reason()
    {
        string[] leftOut =
        [
            // In the genesis, or in what the first event commits to.
            "OrganisationId", "Id", "Reference", "Content",

            // When the portal looks again by itself; that it is in time, verify checks.
            "TermStartedOn", "RemindOn", "NextStepOn", "HiddenUntil",

            // Random, and new with each event.
            "Version",

            // Follow from others.
            "IsOpen", "IsUrgent", "Erasure", "CanAskForClearerWords", "ContactsToConfirm", "CanBeSummarised", "CanBeEntrusted", "Timeline",

            // Compared with the events by itself; and what nobody may learn from the timeline.
            "Released", "Entrustments",
        ];
        var bound = typeof(SignalState).GetProperties().Select(property => property.Name).Append("HeldByUnitId").Append("ReporterId").Append("IsSealed").Append("IsHeldForLaw");

        typeof(Signal).GetProperties().Select(property => property.Name).Except(leftOut).Except(bound).ShouldBeEmpty();
    }

    /// <summary>A history in which all of it occurs.</summary>
    public sealed class RichPortal : ChainPortal
    {
        protected override async Task More()
        {
            await this.Attaches(Cast.Reporter, Adopted, "brief.txt", "De brief zelf."u8.ToArray());
            var aggression = await this.Raises(Cast.Reporter, SignalKind.Aggression);
            await this.Attaches(Cast.Reporter, aggression, "dreigbrief.txt", "De andere brief."u8.ToArray());
            await this.Raises(Cast.Reporter, aboutMyManager: true);
            await this.HasReleased("Een brief", ReleaseSteps.No);
            await Database.Scalar<int>($"""
                insert into publication_rules select id, 7, 12, 4, '2026-09-08', '{Cast.Administrator}' from organisations o
                where exists (select from people p where p.organisation_id = o.id and p.id = '{Cast.Administrator}');
                insert into destruction_lists (organisation_id, id, proposed_by_id, proposed_on, state)
                    select organisation_id, md5('list')::uuid, '{Cast.Reporter}', '2026-09-01', 'Proposed' from people where id = '{Cast.Reporter}';
                insert into destruction_items (organisation_id, list_id, signal_id, ground, closed_on, state)
                    select organisation_id, md5('list')::uuid, id, 'Term', '2026-09-01', 'Waiting' from signals where reference = '{Adopted}';
                update destruction_lists set state = 'Refused', decided_by_id = '{Cast.TeamLead}', decided_on = '2026-09-02';
                insert into summaries select organisation_id, md5('summary')::uuid, 2026, 2, 'Rules', id, false from people where id = '{Cast.TeamLead}';
                insert into summary_steps (organisation_id, summary_id, seq, kind, person_id, on_day, text, stop_by)
                    select organisation_id, id, 1, 'Written', written_by_id, date '2026-08-01', 'De brief wordt niet begrepen.', null::date from summaries
                    union all select organisation_id, id, 2, 'Approved', written_by_id, '2026-08-02', null, '2026-08-09' from summaries;
                select 1
                """);
        }
    }
}
