using Npgsql;
using SignaalPortaal.Application.Chain;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Chain;

/// <summary>The owner of the database bends the history; the portal says where.</summary>
public sealed class TamperTests(ChainPortal portal) : IClassFixture<ChainPortal>, IAsyncLifetime
{
    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => portal.Restore();

    [Fact]
    public async Task Sealed_words_may_be_missing_from_a_file_and_not_from_the_database()
    {
        var portal = new Portal();
        await ((IAsyncLifetime)portal).InitializeAsync();
        var signal = await portal.Raises(portal.Cast.Reporter, Domain.Signals.SignalKind.Wrongdoing);
        await portal.Does(portal.Cast.Reporter, signal, new AddFacts { Facts = "Ook op dinsdag." });
        (await Verify()).Problem.ShouldBeNull();

        await portal.Database.Scalar<int>("delete from timeline_words where seq = 2");

        (await Verify()).Problem.ShouldNotBeNull().ShouldContain("event 2: its words are gone");
        await ((IAsyncLifetime)portal).DisposeAsync();

        Task<ChainReport> Verify() =>
            ChainVerifier.Verify(
                new ChainDatabase(portal.Database.ConnectionString, TestKeys.Keys, withFiles: true).Read(), [], TestKeys.Keys.Anchor, opensSealed: true, hasFiles: true);
    }

    [Fact]
    public async Task What_the_portal_wrote_is_whole()
    {
        var report = await portal.Verify();

        report.Problem.ShouldBeNull();
        report.Events.ShouldBe(await portal.Database.Scalar<long>("select count(*) from timeline_entries"));
        (await portal.Database.Scalar<long>("select count(*) from anchors where organisation_id = (select organisation_id from signals limit 1)")).ShouldBe(3);
    }

    [Theory]
    [InlineData("update timeline_words set text = replace(text, 'Doen', 'Daen') where seq = 2 and signal_id = {0}", "event 2: its words were changed")]
    [InlineData("delete from timeline_words where seq = 2 and signal_id = {0}", "event 2: its words are gone")]
    [InlineData("update timeline_entries set facts = replace(facts, '2026-12-08', '2027-12-08') where signal_id = {0}", "event 3: it was changed")]
    [InlineData("update timeline_entries set at = at + interval '1 microsecond' where seq = 2 and signal_id = {0}", "event 2: it was changed")]
    [InlineData("update timeline_entries set actor_id = null where seq = 2 and signal_id = {0}", "event 2: it was changed")]
    [InlineData("delete from timeline_words where seq = 2 and signal_id = {0}; delete from timeline_entries where seq = 2 and signal_id = {0}", "event 3: event 2 should stand here")]
    [InlineData("delete from timeline_words where seq = 3 and signal_id = {0}; delete from timeline_entries where seq = 3 and signal_id = {0}", "event 3: the anchor of 2026-09-08 has it, and the timeline ends before it")]
    [InlineData("update signal_contents set words = words || '.' where signal_id = {0}", "event 1: its words were changed")]
    [InlineData("delete from signal_contents where signal_id = {0}", "event 1: its words are gone")]
    [InlineData("update signals set risk = 'Low' where id = {0}", "event 3: the signal is not as this event left it")]
    [InlineData("update signals set kind = 'Idea' where id = {0}", "event 3: the signal is not as this event left it")]
    [InlineData("update signals set theme = 'Safety' where id = {0}", "event 3: the signal is not as this event left it")]
    public async Task It_names_the_first_event_that_was_bent(string sql, string problem)
    {
        var id = await portal.Database.Scalar<Guid>($"select id from signals where reference = '{portal.Adopted}'");

        await portal.Bend(sql.Replace("{0}", $"'{id}'", StringComparison.Ordinal));

        (await portal.Verify()).Problem!.ShouldStartWith($"signal {portal.Adopted}, {problem}");
    }

    [Theory]
    [InlineData("delete from anchor_heads where on_day = '2026-09-08'; delete from anchors where on_day = '2026-09-08'", "the anchor of 2026-09-09 does not follow the anchor before it")]
    [InlineData("update anchors set signature = (select signature from anchors where on_day = '2026-09-07' limit 1) where on_day = '2026-09-08'", "the anchor of 2026-09-08 is not signed with this key")]
    [InlineData("update anchors set nonce = sha256(nonce) where on_day = '2026-09-08'", "the anchor of 2026-09-08 is not the one that was published")]
    [InlineData("delete from anchor_heads where on_day = '2026-09-09'; delete from anchors where on_day = '2026-09-09'", "the anchor of 2026-09-09 was published and is not here")]
    public async Task It_names_the_anchor_that_was_bent(string sql, string problem)
    {
        var published = await Published();

        await portal.Bend(sql);

        (await portal.Verify(published)).Problem.ShouldBe(problem);
    }

    /// <summary>Whoever has the database can make a whole new chain; only what others kept shows it.</summary>
    [Fact]
    public async Task A_history_that_was_written_anew_is_not_what_was_anchored()
    {
        await portal.Bend("""
            update timeline_entries e set facts = replace(facts, '2026-12-08', '2027-12-08');
            update timeline_entries e set hash = chained.hash, previous_hash = coalesce(chained.previous, genesis_hash(organisation_id, e.signal_id))
            from (select signal_id, seq, hash, lag(hash) over (partition by signal_id order by seq) as previous
                  from (select signal_id, seq, event_chain(organisation_id, signal_id, seq, kind, at, actor_id, acted_as, acted_for_unit_id, facts, commitment, state)
                            over (partition by signal_id order by seq) as hash
                        from timeline_entries) hashed) chained
            where chained.signal_id = e.signal_id and chained.seq = e.seq
            """);

        (await portal.Verify()).Problem.ShouldBe($"signal {portal.Adopted}, event 3: the anchor of 2026-09-08 has another event here");
    }

    [Theory]
    [InlineData("facts || ' '", "seq", "previous_hash", "hash")]
    [InlineData("facts", "seq", "previous_hash", "sha256(hash)")]
    [InlineData("facts", "seq", "hash", "hash")]
    [InlineData("facts", "seq + 1", "hash", "event_hash(hash, organisation_id, signal_id, seq + 1, kind, at, actor_id, acted_as, acted_for_unit_id, facts, commitment, state)")]
    public async Task The_database_refuses_an_event_that_does_not_go_on(string facts, string seq, string previous, string hash)
    {
        // The last event once more, a place further on: right, but for one thing.
        var refused = await Should.ThrowAsync<PostgresException>(() => portal.Database.Scalar<int>(Insert(facts, seq, previous, hash)));

        refused.ConstraintName.ShouldBe("an_event_goes_on_from_the_one_before");
    }

    [Fact]
    public async Task The_database_takes_an_event_that_goes_on()
    {
        await portal.Database.Scalar<int>(Insert("facts", "seq", "previous_hash", "hash"));

        (await portal.Verify()).Problem!.ShouldEndWith("its words are gone, and no event says that they were erased");
    }

    [Fact]
    public async Task An_event_that_says_so_may_have_lost_its_words()
    {
        await portal.Bend("delete from timeline_words; delete from signal_contents");
        await portal.Database.Scalar<int>("""
            insert into timeline_entries
            select organisation_id, signal_id, seq + 1, at, null, 'Portal', null, 'Erased', '{}', null, hash,
                   event_hash(hash, organisation_id, signal_id, seq + 1, 'Erased', at, null, 'Portal', null, '{}', null, state), state
            from timeline_entries e where seq = (select max(seq) from timeline_entries o where o.signal_id = e.signal_id)
            """);

        (await portal.Verify()).Problem.ShouldBeNull();
    }

    [Fact]
    public async Task The_database_refuses_words_that_were_not_said()
    {
        await portal.Bend("delete from timeline_words; delete from signal_contents");
        var others = await Should.ThrowAsync<PostgresException>(() => portal.Database.Scalar<int>(
            "insert into timeline_words select organisation_id, signal_id, seq, text || ' ', salt from kept.timeline_words"));
        var content = await Should.ThrowAsync<PostgresException>(() => portal.Database.Scalar<int>("""
            insert into signal_contents (organisation_id, signal_id, subject, words, salt) select organisation_id, signal_id, subject, words || ' ', salt from kept.signal_contents
            """));

        await portal.Database.Scalar<int>("""
            insert into timeline_words select * from kept.timeline_words;
            insert into signal_contents (organisation_id, signal_id, subject, words, salt) select organisation_id, signal_id, subject, words, salt from kept.signal_contents
            """);

        (others.ConstraintName, content.ConstraintName).ShouldBe(("words_are_those_of_their_event", "a_signal_is_what_its_first_event_says"));
        (await portal.Verify()).Problem.ShouldBeNull();
    }

    private async Task<List<PublishedAnchor>> Published()
    {
        var published = new List<PublishedAnchor>();
        await foreach (var line in new ChainDatabase(portal.Database.ConnectionString).Read(Cast.OrganisationName))
        {
            if (line is AnchorLine anchor)
            {
                published.Add(anchor.Published);
            }
        }

        return published;
    }

    /// <summary>An event after the promise, which commits to words.</summary>
    private string Insert(string facts, string seq, string previous, string hash) => $"""
        insert into timeline_entries
        select organisation_id, signal_id, {seq}, at, actor_id, acted_as, acted_for_unit_id, kind, {facts}, commitment, {previous}, {hash}, state
        from (
            select organisation_id, signal_id, seq + 1 as seq, at, actor_id, acted_as, acted_for_unit_id, kind, facts, commitment, state, hash as previous_hash,
                   event_hash(hash, organisation_id, signal_id, seq + 1, kind, at, actor_id, acted_as, acted_for_unit_id, facts, commitment, state) as hash
            from timeline_entries where seq = 3 and signal_id = (select id from signals where reference = '{portal.Adopted}')
        ) goes_on
        """;
}
