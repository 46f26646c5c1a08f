using System.Reflection;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SignaalPortaal.Application.Data.Migrations;

/// <summary>A migration that is written in SQL, in the file of the same name next to this one.</summary>
[DbContext(typeof(PortalDb))]
internal abstract class SqlMigration : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var name = GetType().GetCustomAttribute<MigrationAttribute>()!.Id;
        using var file = typeof(SqlMigration).Assembly.GetManifestResourceStream(typeof(SqlMigration), $"{name}.sql")!;
        using var reader = new StreamReader(file);
        migrationBuilder.Sql(reader.ReadToEnd());
    }
}

// In this order, each once. A migration that has been released is never edited: a correction is a new one.
//
// A new table with an organisation_id gets what 0012_isolation gave the others:
//   alter table t enable row level security, force row level security;
//   create policy own_organisation on t using (organisation_id = (select current_organisation())) with check (organisation_id = (select current_organisation()));
// and a new function: revoke execute on function f from public.
//
// Row level security holds for the owner too, who migrates and need not be a superuser: an update or delete of old rows would find none, and say
// nothing. Such a migration puts "alter table t no force row level security" before it and "alter table t force row level security" after it, in the
// same file: a migration is one transaction, in which nobody else reaches the table.

[Migration("0001_organisation")]
internal sealed class Migration0001 : SqlMigration;

[Migration("0002_signals")]
internal sealed class Migration0002 : SqlMigration;

[Migration("0003_time")]
internal sealed class Migration0003 : SqlMigration;

[Migration("0004_chain")]
internal sealed class Migration0004 : SqlMigration;

[Migration("0005_disclosure")]
internal sealed class Migration0005 : SqlMigration;

[Migration("0006_attachments")]
internal sealed class Migration0006 : SqlMigration;

[Migration("0007_sessions")]
internal sealed class Migration0007 : SqlMigration;

[Migration("0010_sealed_identity")]
internal sealed class Migration0010 : SqlMigration;

[Migration("0011_retention")]
internal sealed class Migration0011 : SqlMigration;

[Migration("0012_isolation")]
internal sealed class Migration0012 : SqlMigration;

[Migration("0013_themes")]
internal sealed class Migration0013 : SqlMigration;

[Migration("0014_publications")]
internal sealed class Migration0014 : SqlMigration;

[Migration("0015_insight")]
internal sealed class Migration0015 : SqlMigration;

[Migration("0016_voice")]
internal sealed class Migration0016 : SqlMigration;

[Migration("0017_said")]
internal sealed class Migration0017 : SqlMigration;

[Migration("0018_summaries")]
internal sealed class Migration0018 : SqlMigration;

[Migration("0019_bound")]
internal sealed class Migration0019 : SqlMigration;

[Migration("0020_organisation_timeline")]
internal sealed class Migration0020 : SqlMigration;

[Migration("0022_lowered")]
internal sealed class Migration0022 : SqlMigration;

[Migration("0023_withdrawn_and_erased_again")]
internal sealed class Migration0023 : SqlMigration;

[Migration("0024_search")]
internal sealed class Migration0024 : SqlMigration;
