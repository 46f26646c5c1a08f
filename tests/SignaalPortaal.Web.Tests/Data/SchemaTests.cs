using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Data;

public sealed class SchemaTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task The_migrations_make_the_columns_that_the_model_expects()
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();

        var expected =
            from table in db.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables
            from column in table.Columns
            select $"{table.Name}.{column.Name} {column.StoreType} {(column.IsNullable ? "null" : "not null")}";

        var actual = await db.Database.SqlQuery<string>($"""
            select format('%s.%s %s %s', t.relname, c.attname, format_type(c.atttypid, c.atttypmod),
                          case when c.attnotnull then 'not null' else 'null' end) as "Value"
            from pg_attribute c
            join pg_class t on t.oid = c.attrelid
            where t.relnamespace = 'public'::regnamespace and t.relkind = 'r' and c.attnum > 0 and not c.attisdropped
            """).ToListAsync();

        expected.Except(actual).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_in_the_database_counts_up() => (await portal.Database.Scalar<long>(
        "select count(*) from pg_class where relkind = 'S' and relnamespace = 'public'::regnamespace")).ShouldBe(0);

    [Theory]
    [InlineData("update timeline_entries set facts = '{}'")]
    [InlineData("delete from timeline_entries")]
    [InlineData("update timeline_words set text = '{}'")]
    [InlineData("delete from timeline_words")]
    [InlineData("update signal_contents set words = 'zachter'")]
    [InlineData("delete from signal_contents")]
    [InlineData("update readings set on_day = on_day + 1")]
    [InlineData("delete from readings")]
    [InlineData("delete from signals")]
    [InlineData("delete from entrustments")]
    [InlineData("update entrustments set until_day = until_day + 1")]
    [InlineData("delete from attachments")]
    [InlineData("update attachments set salt = null")]
    [InlineData("update attachment_parts set bytes = ''")]
    [InlineData("delete from attachment_parts")]
    [InlineData("truncate timeline_entries cascade")]
    [InlineData("alter table timeline_entries disable trigger all")]
    [InlineData("create table mine (id integer)")]
    [InlineData("drop table readings")]
    public async Task The_running_portal_has_no_right_to(string sql)
    {
        await portal.Raises(portal.Cast.Reporter);

        var refused = await Should.ThrowAsync<PostgresException>(() => portal.Database.Scalar<int>($"set role signaalportaal_application; {sql}"));

        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Theory]
    [InlineData("update timeline_entries set facts = '{}'")]
    [InlineData("delete from timeline_entries")]
    [InlineData("truncate timeline_entries cascade")]
    [InlineData("set session_replication_role = replica; update timeline_entries set at = now()")]
    [InlineData("update timeline_words set text = '{}'")]
    [InlineData("update signal_contents set words = 'zachter'")]
    [InlineData("update readings set on_day = on_day + 1")]
    public async Task Even_the_owner_does_not_bend_what_was_written(string sql)
    {
        var reference = await portal.Raises(portal.Cast.Reporter);
        await portal.Does(portal.Cast.Reporter, reference, new AddFacts { Facts = "Ook op dinsdag." });
        await portal.Send(new GetSignal(reference), portal.Cast.TeamLead);

        var refused = await Should.ThrowAsync<PostgresException>(() => portal.Database.Scalar<int>(sql));

        refused.MessageText.ShouldContain("never changed");
    }

    [Theory]
    [InlineData("update signals set due_on = null", "an_open_signal_has_a_due_date")]
    [InlineData("update signals set status = 'Closed', closed_because = 'Understood'", "an_open_signal_has_a_due_date")]
    [InlineData("update signals set status = 'Closed', due_on = null", "a_closed_signal_says_why")]
    public async Task The_database_knows_no_silence(string sql, string constraint)
    {
        await portal.Raises(portal.Cast.Reporter);

        var refused = await Should.ThrowAsync<PostgresException>(() => portal.Database.Scalar<int>(sql));

        refused.ConstraintName.ShouldBe(constraint);
    }
}
