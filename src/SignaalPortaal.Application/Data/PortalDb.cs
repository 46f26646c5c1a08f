using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using SignaalPortaal.Application.Chain;
using SignaalPortaal.Application.Hints;
using SignaalPortaal.Application.Messages;
using SignaalPortaal.Application.Protection;
using SignaalPortaal.Application.Publications;
using SignaalPortaal.Application.Retention;
using SignaalPortaal.Application.Sessions;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Domain.Summaries;

namespace SignaalPortaal.Application.Data;

/// <summary>
/// The database, internal so that a page cannot query it: every look at a signal goes through a handler in this project.
/// Each set is limited to the organisation of the current viewer by a filter of the model, and below that by row level security: outside a
/// transaction there are no rows.
/// </summary>
internal sealed partial class PortalDb(
    DbContextOptions<PortalDb> options, CurrentViewer current, TimeProvider clock, MailSettings mail, OrganisationKeys organisationKeys)
    : DbContext(options)
{
    /// <summary>The signals that the current viewer may see. Handlers start here.</summary>
    public IQueryable<Signal> Signals => Set<Signal>().Where(SignalVisibility.For(current.Viewer));

    /// <summary>Past the visibility rules. Only for what the portal does by itself, and for what reporters gave away; see <see cref="Entrusted"/>.</summary>
    public IQueryable<Signal> SignalsOfEveryone => Set<Signal>();

    public DbSet<Unit> Units => Set<Unit>();

    public DbSet<UnitAncestor> UnitAncestors => Set<UnitAncestor>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<Mandate> Mandates => Set<Mandate>();

    public DbSet<Promise> Promises => Set<Promise>();

    public DbSet<Absence> Absences => Set<Absence>();

    public DbSet<ClosedDay> ClosedDays => Set<ClosedDay>();

    public DbSet<Message> Messages => Set<Message>();

    public DbSet<Session> Sessions => Set<Session>();

    public Guid OrganisationId => current.Viewer.OrganisationId;

    /// <summary>In the Netherlands.</summary>
    public DateOnly Today => clock.GetUtcNow().DutchDate;

    /// <summary>A transaction for work of an organisation that nobody of it asks for.</summary>
    public Task<IDbContextTransaction> BeginFor(Guid organisationId, CancellationToken cancellationToken)
    {
        current.Viewer = Viewer.Nobody with { OrganisationId = organisationId };
        return Database.BeginTransactionAsync(cancellationToken);
    }

    /// <summary>Makes the transaction, which began before that was known, one of the organisation of the viewer.</summary>
    public Task TellOrganisation(CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync($"select set_config('app.organisation', {OrganisationId.ToString()}, true)", cancellationToken);

    /// <summary>The whole signal, in two statements: without the timeline there is little, and it would be repeated for each entry.</summary>
    /// <exception cref="SignalNotFoundException">It does not exist, or not for this viewer.</exception>
    public async Task<Signal> FindSignal(string reference, CancellationToken cancellationToken)
    {
        var wanted = Reference.Parse(reference);
        var signal = await Signals
            .Include(signal => signal.Content)
            .Include(signal => signal.Holders)
            .Include(signal => signal.Conflicts)
            .Include(signal => signal.Promises)
            .Include(signal => signal.Contacts)
            .Include(signal => signal.Released)
            .SingleOrDefaultAsync(signal => signal.Reference == wanted, cancellationToken)
            ?? throw new SignalNotFoundException();
        await LoadTimeline(signal, cancellationToken);
        await Open([signal], cancellationToken);
        return signal;
    }

    /// <summary>The signal that somebody acts on.</summary>
    /// <exception cref="BrokenRuleException">Something has happened to it that this person has not seen.</exception>
    public async Task<Signal> FindSignal(SignalAct act, CancellationToken cancellationToken)
    {
        var signal = await FindSignal(act.Reference, cancellationToken);
        return signal.Version == act.Seen ? signal : throw new BrokenRuleException(SignalRule.SomebodyElseWasFirst);
    }

    public async Task LoadTimeline(Signal signal, CancellationToken cancellationToken) =>
        await Entry(signal).Collection(signal => signal.Timeline).Query()
            .Include(entry => entry.Words).Include(entry => entry.Attachment).OrderBy(entry => entry.Seq).LoadAsync(cancellationToken);

    /// <summary>Notes that the viewer has these open: one line per person per day and way, which their reporters read. Whose own they are by name is not noted.</summary>
    public Task NoteReadings(IReadOnlyCollection<Guid> signalIds, ReadThrough through, DateOnly today, CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync(
            $"""
            insert into readings (organisation_id, signal_id, id, person_id, on_day, through)
            select {OrganisationId}, signal_id, gen_random_uuid(), {(through is ReadThrough.Receipt ? null : current.Viewer.PersonId)}, {today}, {through.ToString()}
            from unnest({signalIds.ToArray()}) as signal_id
            on conflict do nothing
            """,
            cancellationToken);

    /// <summary>
    /// The signals of this organisation of which the day has come for the portal to act, the longest waiting first; locked until the transaction ends.
    /// What another node has at hand is passed over.
    /// </summary>
    /// <param name="except">Those that failed before, so that they hold up no other.</param>
    public async Task<List<Signal>> ClaimDue(int most, IReadOnlyCollection<Guid> except, CancellationToken cancellationToken) =>
        await Set<Signal>()
            .FromSql($"""
                select * from signals
                where organisation_id = {OrganisationId} and next_step_on <= {Today} and id <> all({except.ToArray()})
                  and (hidden_until is null or hidden_until <= {clock.GetUtcNow()})
                order by next_step_on
                limit {most}
                for update skip locked
                """)
            .ToListAsync(cancellationToken);

    /// <summary>How many people work in each of these units and those below it.</summary>
    public async Task<IReadOnlyDictionary<Guid, int>> PeopleIn(IReadOnlyCollection<Guid> unitIds, CancellationToken cancellationToken) => await (
        from above in UnitAncestors
        join person in People on above.DescendantId equals person.HomeUnitId
        where unitIds.Contains(above.AncestorId) && person.LeftOn == null
        group person by above.AncestorId into unit
        select new { unit.Key, Count = unit.Count() }).ToDictionaryAsync(unit => unit.Key, unit => unit.Count, cancellationToken);

    /// <summary>A unit and those above it, up to the top, with who manages each today.</summary>
    public async Task<ManagementLine> LineOf(Guid unitId, CancellationToken cancellationToken) =>
        (await LinesOf([unitId], cancellationToken)).GetValueOrDefault(unitId, new ManagementLine([]));

    /// <summary>The same; without units when it is closed, so that nothing comes to it.</summary>
    public async Task<ManagementLine> LineOfOpen(Guid unitId, CancellationToken cancellationToken) =>
        await Units.AnyAsync(unit => unit.Id == unitId && unit.ClosedOn == null, cancellationToken) ? await LineOf(unitId, cancellationToken) : new ManagementLine([]);

    /// <summary>The same for several units at once.</summary>
    public async Task<Dictionary<Guid, ManagementLine>> LinesOf(IReadOnlyCollection<Guid> unitIds, CancellationToken cancellationToken)
    {
        var today = Today;

        // Oversight stands beside every line: one statement for both.
        var oversight = UnitAncestors.Where(itself => itself.Distance == 0
            && Units.Any(unit => unit.Id == itself.AncestorId && unit.Kind == UnitKind.Oversight && unit.ClosedOn == null));
        var units = await (
            from above in UnitAncestors.Where(above => unitIds.Contains(above.DescendantId)).Union(oversight)
            from unit in Units.Where(unit => unit.Id == above.AncestorId)
            from mandate in Mandates.Where(mandate => mandate.UnitId == unit.Id && mandate.Kind == MandateKind.Manager).DefaultIfEmpty()
            from away in StandIns(OrganisationId, today).Where(away => away.PersonId == mandate.PersonId).DefaultIfEmpty()
            from deputy in People.Where(person => person.Id == away.DeputyId && unit.Kind != UnitKind.Oversight
                && (unit.Kind != UnitKind.ConfidentialDesk || (person.Roles & Roles.ConfidentialAdviser) != 0)).DefaultIfEmpty()
            select new
            {
                above.DescendantId,
                above.Distance,
                unit.Code,
                IsOpen = unit.ClosedOn == null,
                Unit = new LineUnit(
                    unit.Id, unit.Kind,
                    mandate == null ? null : mandate.PersonId,
                    deputy == null ? null : deputy.Id),
            }).ToListAsync(cancellationToken);
        var overseer = units.Where(unit => unit.Distance == 0 && unit.IsOpen && unit.Unit.Kind is UnitKind.Oversight)
            .OrderBy(unit => unit.Code, StringComparer.Ordinal).FirstOrDefault()?.Unit;
        return units.Where(unit => unitIds.Contains(unit.DescendantId)).GroupBy(unit => unit.DescendantId).ToDictionary(
            line => line.Key, line => new ManagementLine([.. line.OrderBy(unit => unit.Distance).Select(unit => unit.Unit)], overseer));
    }

    /// <summary>Who is away on a day, and who acts then, at the end of the chain of deputies. A function of the database.</summary>
    public IQueryable<StandIn> StandIns(Guid organisation, DateOnly today) => FromExpression(() => StandIns(organisation, today));

    /// <summary>The units for which a person acts on a day, with how. A function of the database.</summary>
    public IQueryable<ActingMandate> ActsFor(Guid organisation, Guid person, DateOnly today) => FromExpression(() => ActsFor(organisation, person, today));

    /// <summary>Applies what is missing. Nodes that start together take turns; the lock of EF does not keep them apart when a migration takes a while.</summary>
    /// <exception cref="DatabaseUnusableException">A newer version was here before.</exception>
    public async Task Migrate(CancellationToken cancellationToken)
    {
        Database.SetCommandTimeout(TimeSpan.FromMinutes(5));
        await Database.OpenConnectionAsync(cancellationToken);

        // Given back by hand: a connection that returns to the pool keeps its locks until it is used again.
        await Database.ExecuteSqlAsync($"select pg_advisory_lock(hashtext('signaalportaal migrations'))", cancellationToken);
        if ((await Database.GetAppliedMigrationsAsync(cancellationToken)).Except(Database.GetMigrations()).LastOrDefault() is { } unknown)
        {
            throw new DatabaseUnusableException($"A newer version of the portal has changed this database already ({unknown}), and this version does not know how it is now. Start the newer one.");
        }

        await Database.MigrateAsync(cancellationToken);
        await Database.ExecuteSqlAsync($"select pg_advisory_unlock(hashtext('signaalportaal migrations'))", cancellationToken);
    }

    /// <summary>Whatever happened to a signal, those who are to hear of it get their message in the same transaction.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var told = NoticesOfNewEvents();
        await using var transaction = told.Count > 0 && Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancellationToken) : null;
        try
        {
            var show = await SealNewWords(cancellationToken);
            var count = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            show();
            await Tell(told, cancellationToken);
            await (transaction?.CommitAsync(cancellationToken) ?? Task.CompletedTask);
            return count;
        }
        catch (DbUpdateException exception) when (
            exception is DbUpdateConcurrencyException || exception.InnerException is PostgresException { ConstraintName: "timeline_entries_pkey" or "organisation_entries_pkey" or "a_closed_unit_takes_no_signals" or "one_entrustment_at_a_time" })
        {
            // What this context holds is no longer so; the form that comes back shows what is.
            ChangeTracker.Clear();
            throw new BrokenRuleException(SignalRule.SomebodyElseWasFirst);
        }
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(PortalDb).Assembly).UseSnakeCaseNames();
        modelBuilder.HasDbFunction(() => StandIns(default, default)).HasName("stand_ins");
        modelBuilder.HasDbFunction(() => ActsFor(default, default, default)).HasName("acts_for");
        modelBuilder.HasDbFunction(() => SearchSignals(Array.Empty<Guid>(), Array.Empty<string>(), default)).HasName("search_signals");
        modelBuilder.HasDbFunction(() => SearchPattern("")).HasName("search_pattern");

        OnlyTheOwn<Unit>(unit => unit.OrganisationId == OrganisationId);
        OnlyTheOwn<UnitAncestor>(ancestor => ancestor.OrganisationId == OrganisationId);
        OnlyTheOwn<Person>(person => person.OrganisationId == OrganisationId);
        OnlyTheOwn<Mandate>(mandate => mandate.OrganisationId == OrganisationId);
        OnlyTheOwn<Signal>(signal => signal.OrganisationId == OrganisationId);
        OnlyTheOwn<SignalContent>(content => content.OrganisationId == OrganisationId);
        OnlyTheOwn<SignalHolder>(holder => holder.OrganisationId == OrganisationId);
        OnlyTheOwn<SignalConflict>(conflict => conflict.OrganisationId == OrganisationId);
        OnlyTheOwn<Absence>(absence => absence.OrganisationId == OrganisationId);
        OnlyTheOwn<ClosedDay>(day => day.OrganisationId == OrganisationId);
        OnlyTheOwn<Contact>(contact => contact.OrganisationId == OrganisationId);
        OnlyTheOwn<Message>(message => message.OrganisationId == OrganisationId);
        OnlyTheOwn<Mail>(mail => mail.OrganisationId == OrganisationId);
        OnlyTheOwn<Session>(session => session.OrganisationId == OrganisationId);
        OnlyTheOwn<MailPreference>(preference => preference.OrganisationId == OrganisationId);
        OnlyTheOwn<Promise>(promise => promise.OrganisationId == OrganisationId);
        OnlyTheOwn<TimelineEntry>(entry => entry.OrganisationId == OrganisationId);
        OnlyTheOwn<TimelineWords>(words => words.OrganisationId == OrganisationId);
        OnlyTheOwn<SignalKey>(key => key.OrganisationId == OrganisationId);
        OnlyTheOwn<Receipt>(receipt => receipt.OrganisationId == OrganisationId);
        OnlyTheOwn<Attachment>(attachment => attachment.OrganisationId == OrganisationId);
        OnlyTheOwn<Reading>(reading => reading.OrganisationId == OrganisationId);
        OnlyTheOwn<Anchor>(anchor => anchor.OrganisationId == OrganisationId);
        OnlyTheOwn<RetentionTerm>(term => term.OrganisationId == OrganisationId);
        OnlyTheOwn<DestructionList>(list => list.OrganisationId == OrganisationId);
        OnlyTheOwn<DestructionItem>(item => item.OrganisationId == OrganisationId);
        OnlyTheOwn<AnchorLog>(log => log.OrganisationId == OrganisationId);
        OnlyTheOwn<AnchorHead>(head => head.OrganisationId == OrganisationId);
        OnlyTheOwn<AdviserKey>(key => key.OrganisationId == OrganisationId);
        OnlyTheOwn<OrganisationEntry>(entry => entry.OrganisationId == OrganisationId);
        OnlyTheOwn<SealedIdentity>(identity => identity.OrganisationId == OrganisationId);
        OnlyTheOwn<SealedIdentityKey>(key => key.OrganisationId == OrganisationId);
        OnlyTheOwn<ReleasedSignal>(released => released.OrganisationId == OrganisationId);
        OnlyTheOwn<Echo>(echo => echo.OrganisationId == OrganisationId);
        OnlyTheOwn<Summary>(summary => summary.OrganisationId == OrganisationId);
        OnlyTheOwn<SummarySignal>(signal => signal.OrganisationId == OrganisationId);
        OnlyTheOwn<SummaryStep>(step => step.OrganisationId == OrganisationId);
        OnlyTheOwn<SummaryStop>(stop => stop.OrganisationId == OrganisationId);
        OnlyTheOwn<OwnNumberTemplate>(template => template.OrganisationId == OrganisationId);
        OnlyTheOwn<NameRequest>(request => request.OrganisationId == OrganisationId);
        OnlyTheOwn<Publication>(publication => publication.OrganisationId == OrganisationId);
        OnlyTheOwn<PublicationRefusal>(refusal => refusal.OrganisationId == OrganisationId);
        OnlyTheOwn<PublicationCount>(count => count.OrganisationId == OrganisationId);
        OnlyTheOwn<PublicationRuleChange>(change => change.OrganisationId == OrganisationId);
        OnlyTheOwn<PublicationCircle>(circle => circle.OrganisationId == OrganisationId);
        OnlyTheOwn<PublicationCode>(code => code.OrganisationId == OrganisationId);
        OnlyTheOwn<Entrustment>(given => given.OrganisationId == OrganisationId);

        void OnlyTheOwn<TEntity>(System.Linq.Expressions.Expression<Func<TEntity, bool>> filter)
            where TEntity : class => modelBuilder.Entity<TEntity>().HasQueryFilter("organisation", filter);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveColumnType("text");
        configurationBuilder.Properties<Roles>().HaveConversion<int>().HaveColumnType("integer");
    }
}
