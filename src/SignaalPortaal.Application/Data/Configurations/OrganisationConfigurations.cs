using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Application.Data.Configurations;

internal sealed class OrganisationConfiguration : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.ToTable("organisations");
        builder.Property(organisation => organisation.Id).ValueGeneratedNever();
        builder.Property(organisation => organisation.Name).HasMaxLength(Organisation.NameMaxLength);
    }
}

internal sealed class UnitConfiguration : IEntityTypeConfiguration<Unit>
{
    public void Configure(EntityTypeBuilder<Unit> builder)
    {
        builder.ToTable("units");
        builder.HasKey(unit => new { unit.OrganisationId, unit.Id });
        builder.Property(unit => unit.Id).ValueGeneratedNever();
        builder.Property(unit => unit.Code).HasMaxLength(Unit.CodeMaxLength);
        builder.Property(unit => unit.Name).HasMaxLength(Unit.NameMaxLength);
        builder.Property(unit => unit.Layer).HasMaxLength(Unit.LayerMaxLength);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(unit => unit.OrganisationId);
        builder.HasOne<Unit>().WithMany().HasForeignKey(unit => new { unit.OrganisationId, unit.ParentId });
    }
}

internal sealed class UnitAncestorConfiguration : IEntityTypeConfiguration<UnitAncestor>
{
    public void Configure(EntityTypeBuilder<UnitAncestor> builder)
    {
        builder.ToTable("unit_ancestors");
        builder.HasKey(above => new { above.OrganisationId, above.AncestorId, above.DescendantId });
        builder.HasOne<Unit>().WithMany().HasForeignKey(above => new { above.OrganisationId, above.AncestorId });
        builder.HasOne<Unit>().WithMany().HasForeignKey(above => new { above.OrganisationId, above.DescendantId });
    }
}

internal sealed class PersonConfiguration : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("people");
        builder.HasKey(person => new { person.OrganisationId, person.Id });
        builder.Property(person => person.Id).ValueGeneratedNever();
        builder.Property(person => person.Number).HasMaxLength(Person.NumberMaxLength);
        builder.Property(person => person.Name).HasMaxLength(Person.NameMaxLength);
        builder.Property(person => person.JobTitle).HasMaxLength(Person.JobTitleMaxLength);
        builder.HasOne<Unit>().WithMany().HasForeignKey(person => new { person.OrganisationId, person.HomeUnitId });
    }
}

internal sealed class MandateConfiguration : IEntityTypeConfiguration<Mandate>
{
    public void Configure(EntityTypeBuilder<Mandate> builder)
    {
        builder.ToTable("mandates");
        builder.HasKey(mandate => new { mandate.OrganisationId, mandate.UnitId, mandate.PersonId });
        builder.HasOne<Unit>().WithMany().HasForeignKey(mandate => new { mandate.OrganisationId, mandate.UnitId });
        builder.HasOne<Person>().WithMany().HasForeignKey(mandate => new { mandate.OrganisationId, mandate.PersonId });
    }
}
