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

[Migration("0001_organisation")]
internal sealed class Migration0001 : SqlMigration;

[Migration("0002_signals")]
internal sealed class Migration0002 : SqlMigration;

[Migration("0003_time")]
internal sealed class Migration0003 : SqlMigration;

[Migration("0005_disclosure")]
internal sealed class Migration0005 : SqlMigration;

[Migration("0010_sealed_identity")]
internal sealed class Migration0010 : SqlMigration;
