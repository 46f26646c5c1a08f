using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SignaalPortaal.Application;
using SignaalPortaal.Application.Organisations;
using SignaalPortaal.Application.Time;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Isolation;

/// <summary>What is made later is separate too, or a test says that it is not.</summary>
public sealed class IsolationCatalogueTests
{
    [Fact]
    public async Task All_tables_policies_roles_and_functions_keep_organisations_apart()
    {
        await using var database = await TestDatabase.Create();

        (await IsolationCatalogue.Findings(database)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("create table notes (id uuid primary key)", "notes has no organisation_id and is not on the list")]
    [InlineData("create table notes (organisation_id uuid, id uuid, primary key (organisation_id, id))",
        "notes does not force row level security", "notes has no policy own_organisation", "notes has no row level security")]
    [InlineData("alter table units no force row level security", "units does not force row level security")]
    [InlineData("alter table units disable row level security", "units has no row level security")]
    [InlineData("drop policy own_organisation on units", "units has no policy own_organisation")]
    [InlineData("alter policy own_organisation on units using (true)", "policy own_organisation of units does not compare the organisation")]
    [InlineData("create policy mine on units for select using (true)", "policy mine of units does not compare the organisation")]
    [InlineData("create policy mine on units to signaalportaal_application using (true)", "policy mine of units is for others than the workers")]
    [InlineData("create policy mine on units for select to signaalportaal_workers using (true)", "policy mine of units is for others than the workers")]
    [InlineData("create unique index one_name on units (name)", "key one_name of units does not begin with the organisation")]
    [InlineData("alter table absences drop constraint absences_pkey", "absences has no primary key")]
    [InlineData("alter table absences add unit_id uuid, add constraint of_a_unit foreign key (unit_id, organisation_id) references units (id, organisation_id)",
        "reference of_a_unit of absences does not begin with the organisation")]
    [InlineData("alter table absences drop constraint absences_pkey; alter table absences alter organisation_id drop not null",
        "absences can have rows of no organisation", "absences has no primary key")]
    [InlineData("create view all_units as select * from units", "all_units is a view that shows what its owner sees")]
    [InlineData("create view all_units with (security_invoker = true) as select * from units")]
    [InlineData("create materialized view all_units as select * from units", "all_units is a view that shows what its owner sees")]
    [InlineData("create function mine() returns integer language sql as 'select 1'", "mine() can be called by everybody")]
    [InlineData("create function mine() returns integer language sql security definer as 'select 1'; revoke execute on function mine from public",
        "mine() runs as its owner without a search_path")]
    [InlineData("grant trigger on units to signaalportaal_application", "signaalportaal_application can change units itself")]
    [InlineData("alter table units owner to signaalportaal_application", "signaalportaal_application can change units itself")]
    [InlineData("grant select on people to signaalportaal_workers", "signaalportaal_workers can see more of people than where there is work")]
    [InlineData("grant select (name) on people to signaalportaal_workers", "signaalportaal_workers can see more of people than where there is work")]
    [InlineData("grant select (name) on people to signaalportaal_circles", "signaalportaal_circles can see more of people than representatives do")]
    [InlineData("grant select on signals to signaalportaal_circles", "signaalportaal_circles can see more of signals than representatives do")]
    [InlineData("grant select (reporter_id) on signals to signaalportaal_search", "signaalportaal_search can see more of signals than it searches")]
    [InlineData("grant select on signal_contents to signaalportaal_search", "signaalportaal_search can see more of signal_contents than it searches")]
    [InlineData("grant select on signal_search to signaalportaal_application", "signaalportaal_application reads signal_search itself")]
    public async Task What_does_not_is_found(string change, params string[] findings)
    {
        await using var database = await TestDatabase.Create();
        await database.Scalar<int>(change);

        (await IsolationCatalogue.Findings(database)).ShouldBe(findings);
    }

    [Fact]
    public async Task An_owner_who_is_no_superuser_migrates_and_sees_nothing_either()
    {
        await using var database = await TestDatabase.CreateEmpty();
        var owner = $"portal_test_owner_{Guid.NewGuid():N}";
        await database.Scalar<int>($"""
            create role {owner} login createrole;
            do 'begin execute format(''alter database %I owner to {owner}'', current_database()); end';
            """);
        var ownerConnection = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Username = owner, Pooling = false }.ConnectionString;

        await using (var running = await RunningPortal.On(database))
        {
            await using var services = new ServiceCollection().AddLogging().AddApplication(running.ConnectionString, ownerConnection, TestKeys.Keys).BuildServiceProvider();
            await services.MigrateDatabase();
            await using var scope = services.CreateAsyncScope();
            var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
            var loaded = await mediator.Send(new LoadOrganisation(Cast.OrganisationName, Cast.UnitFile, Cast.PeopleFile));
            await mediator.Send(new LetTimePass());

            loaded.Units.Added.ShouldBeGreaterThan(0);
            (await database.Scalar<long>("select count(*) from units")).ShouldBe(loaded.Units.Added);
            (await IsolationCatalogue.Findings(database)).ShouldBeEmpty();
        }

        await using (var connection = new NpgsqlConnection(ownerConnection))
        {
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand("select count(*) from units", connection);
            (await command.ExecuteScalarAsync()).ShouldBe(0L);
        }

        (await database.Scalar<bool>($"""
            select pg_has_role('{owner}', 'signaalportaal_workers', 'usage') or has_schema_privilege('signaalportaal_workers', 'public', 'create')
            """)).ShouldBeFalse();
        await database.Scalar<int>($"""
            do 'begin execute format(''alter database %I owner to current_user'', current_database()); end';
            drop owned by {owner} cascade;
            drop role {owner};
            """);
    }
}
