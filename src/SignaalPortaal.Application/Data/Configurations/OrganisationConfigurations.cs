using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SignaalPortaal.Application.Hints;
using SignaalPortaal.Domain.Hints;
using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Application.Data.Configurations;

internal sealed class OrganisationConfiguration : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.ToTable("organisations");
        builder.Property(organisation => organisation.Id).ValueGeneratedNever();
        builder.Property(organisation => organisation.Name).HasMaxLength(Organisation.NameMaxLength);
        builder.Property(organisation => organisation.Address).HasMaxLength(Organisation.AddressMaxLength);
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
        builder.Property<string>(PortalDb.Search).IsRequired().ValueGeneratedOnAddOrUpdate();
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
        builder.Property(person => person.Mail).HasMaxLength(Person.MailMaxLength);
        builder.Property<string>(PortalDb.Search).IsRequired().ValueGeneratedOnAddOrUpdate();
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

internal sealed class ActingMandateConfiguration : IEntityTypeConfiguration<ActingMandate>
{
    public void Configure(EntityTypeBuilder<ActingMandate> builder) => builder.ToView(name: null).HasKey(mandate => mandate.UnitId);
}

internal sealed class FoundSignalConfiguration : IEntityTypeConfiguration<FoundSignal>
{
    public void Configure(EntityTypeBuilder<FoundSignal> builder) => builder.ToView(name: null).HasKey(found => found.SignalId);
}

internal sealed class StandInConfiguration : IEntityTypeConfiguration<StandIn>
{
    public void Configure(EntityTypeBuilder<StandIn> builder) => builder.ToView(name: null).HasKey(standIn => standIn.PersonId);
}

internal sealed class AbsenceConfiguration : IEntityTypeConfiguration<Absence>
{
    public void Configure(EntityTypeBuilder<Absence> builder)
    {
        builder.ToTable("absences");
        builder.HasKey(absence => new { absence.OrganisationId, absence.Id });
        builder.Property(absence => absence.Id).ValueGeneratedNever();
        builder.Property(absence => absence.From).HasColumnName("first_day");
        builder.Property(absence => absence.Until).HasColumnName("last_day");
        builder.HasOne<Person>().WithMany().HasForeignKey(absence => new { absence.OrganisationId, absence.PersonId });
        builder.HasOne<Person>().WithMany().HasForeignKey(absence => new { absence.OrganisationId, absence.DeputyId });
        builder.HasOne<Person>().WithMany().HasForeignKey(absence => new { absence.OrganisationId, absence.ArrangedById });
    }
}

internal sealed class ClosedDayConfiguration : IEntityTypeConfiguration<ClosedDay>
{
    public void Configure(EntityTypeBuilder<ClosedDay> builder)
    {
        builder.ToTable("closed_days");
        builder.HasKey(closed => new { closed.OrganisationId, closed.Day });
        builder.Property(closed => closed.Name).HasMaxLength(ClosedDay.NameMaxLength);
    }
}

internal sealed class OwnNumberTemplateConfiguration : IEntityTypeConfiguration<OwnNumberTemplate>
{
    public void Configure(EntityTypeBuilder<OwnNumberTemplate> builder)
    {
        builder.ToTable("number_templates");
        builder.HasKey(template => new { template.OrganisationId, template.Shape });
        builder.Property(template => template.Shape).HasMaxLength(NumberTemplate.MaxLength);
    }
}
