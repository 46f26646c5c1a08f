using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Data.Configurations;

internal sealed class EntrustmentConfiguration : IEntityTypeConfiguration<Entrustment>
{
    public void Configure(EntityTypeBuilder<Entrustment> builder)
    {
        builder.ToTable("entrustments");
        builder.HasKey(given => new { given.OrganisationId, given.SignalId, given.Id });
        builder.Property(given => given.Id).ValueGeneratedNever();
        builder.Property(given => given.From).HasColumnName("from_day");
        builder.Property(given => given.Until).HasColumnName("until_day");
        builder.Property<string?>(PortalDb.Sealed);
    }
}
