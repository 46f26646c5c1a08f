using System.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Data;

/// <summary>
/// The database, internal so that a page cannot query it: every look at a signal goes through a handler in this project.
/// Each set is limited to the organisation of the current viewer by a filter of the model.
/// </summary>
internal sealed class PortalDb(DbContextOptions<PortalDb> options, CurrentViewer current) : DbContext(options)
{
    /// <summary>The signals that the current viewer may see. Handlers start here.</summary>
    public IQueryable<Signal> Signals => Set<Signal>().Where(SignalVisibility.For(current.Viewer));

    /// <summary>Past the visibility rules. Only for what the portal does by itself.</summary>
    public IQueryable<Signal> SignalsOfEveryone => Set<Signal>();

    public DbSet<Unit> Units => Set<Unit>();

    public DbSet<UnitAncestor> UnitAncestors => Set<UnitAncestor>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<Mandate> Mandates => Set<Mandate>();

    public DbSet<Promise> Promises => Set<Promise>();

    public Guid OrganisationId => current.Viewer.OrganisationId;

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
            .SingleOrDefaultAsync(signal => signal.Reference == wanted, cancellationToken)
            ?? throw new SignalNotFoundException();
        await LoadTimeline(signal, cancellationToken);
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
            .Include(entry => entry.Words).OrderBy(entry => entry.Seq).LoadAsync(cancellationToken);

    /// <summary>Notes that the viewer, who raised none of these, has them open: one line per person per day, which their reporters read.</summary>
    public Task NoteReadings(IReadOnlyCollection<Guid> signalIds, DateOnly today, CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync(
            $"""
            insert into readings (organisation_id, signal_id, person_id, on_day)
            select {OrganisationId}, signal_id, {current.Viewer.PersonId}, {today} from unnest({signalIds.ToArray()}) as signal_id
            on conflict do nothing
            """,
            cancellationToken);

    /// <summary>Locks the signal until the transaction ends; null when another node has it, or its day to look again has not come.</summary>
    public async Task<Signal?> ClaimToWakeUp(Guid signalId, DateOnly today, CancellationToken cancellationToken) =>
        await Set<Signal>()
            .FromSql($"select * from signals where organisation_id = {OrganisationId} and id = {signalId} and look_again_on <= {today} for update skip locked")
            .SingleOrDefaultAsync(cancellationToken);

    /// <summary>A unit and those above it, up to the top, with who manages each today.</summary>
    public async Task<ManagementLine> LineOf(Guid unitId, CancellationToken cancellationToken) => new(
        await UnitAncestors
            .Where(above => above.DescendantId == unitId)
            .OrderBy(above => above.Distance)
            .Select(above => new LineUnit(
                above.AncestorId,
                Units.First(unit => unit.Id == above.AncestorId).Kind,
                Mandates.Where(mandate => mandate.UnitId == above.AncestorId && mandate.Kind == MandateKind.Manager)
                    .Select(mandate => (Guid?)mandate.PersonId).FirstOrDefault()))
            .ToListAsync(cancellationToken));

    /// <summary>Applies what is missing. Nodes that start together take turns; the lock of EF does not keep them apart when a migration takes a while.</summary>
    public async Task Migrate(CancellationToken cancellationToken)
    {
        Database.SetCommandTimeout(TimeSpan.FromMinutes(5));
        await Database.OpenConnectionAsync(cancellationToken);

        // Given back by hand: a connection that returns to the pool keeps its locks until it is used again.
        await Database.ExecuteSqlAsync($"select pg_advisory_lock(hashtext('signaalportaal migrations'))", cancellationToken);
        await Database.MigrateAsync(cancellationToken);
        await Database.ExecuteSqlAsync($"select pg_advisory_unlock(hashtext('signaalportaal migrations'))", cancellationToken);
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        try
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        catch (DbUpdateException exception) when (
            exception is DbUpdateConcurrencyException || exception.InnerException is PostgresException { ConstraintName: "timeline_entries_pkey" })
        {
            // What this context holds is no longer so; the form that comes back shows what is.
            ChangeTracker.Clear();
            throw new BrokenRuleException(SignalRule.SomebodyElseWasFirst);
        }
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(PortalDb).Assembly).UseSnakeCaseNames();

        OnlyTheOwn<Unit>(unit => unit.OrganisationId == OrganisationId);
        OnlyTheOwn<UnitAncestor>(ancestor => ancestor.OrganisationId == OrganisationId);
        OnlyTheOwn<Person>(person => person.OrganisationId == OrganisationId);
        OnlyTheOwn<Mandate>(mandate => mandate.OrganisationId == OrganisationId);
        OnlyTheOwn<Signal>(signal => signal.OrganisationId == OrganisationId);
        OnlyTheOwn<SignalContent>(content => content.OrganisationId == OrganisationId);
        OnlyTheOwn<SignalHolder>(holder => holder.OrganisationId == OrganisationId);
        OnlyTheOwn<SignalConflict>(conflict => conflict.OrganisationId == OrganisationId);
        OnlyTheOwn<Promise>(promise => promise.OrganisationId == OrganisationId);
        OnlyTheOwn<TimelineEntry>(entry => entry.OrganisationId == OrganisationId);
        OnlyTheOwn<TimelineWords>(words => words.OrganisationId == OrganisationId);
        OnlyTheOwn<Reading>(reading => reading.OrganisationId == OrganisationId);

        void OnlyTheOwn<TEntity>(System.Linq.Expressions.Expression<Func<TEntity, bool>> filter)
            where TEntity : class => modelBuilder.Entity<TEntity>().HasQueryFilter("organisation", filter);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveColumnType("text");
        configurationBuilder.Properties<Roles>().HaveConversion<int>().HaveColumnType("integer");
    }
}
