using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Data.Configurations;

internal sealed class AdviserKeyConfiguration : IEntityTypeConfiguration<AdviserKey>
{
    public void Configure(EntityTypeBuilder<AdviserKey> builder)
    {
        builder.ToTable("adviser_keys");
        builder.HasKey(key => new { key.OrganisationId, key.Id });
        builder.Property(key => key.Id).ValueGeneratedNever();
        builder.HasOne<Person>().WithMany().HasForeignKey(key => new { key.OrganisationId, key.PersonId });
    }
}

internal sealed class OrganisationEntryConfiguration : IEntityTypeConfiguration<OrganisationEntry>
{
    public void Configure(EntityTypeBuilder<OrganisationEntry> builder)
    {
        builder.ToTable("organisation_entries");
        builder.HasKey(entry => new { entry.OrganisationId, entry.Seq });
        builder.Property(entry => entry.Seq).ValueGeneratedNever();
        builder.Property(entry => entry.Kind).HasMaxLength(OrganisationEntry.KindMaxLength);
        builder.Ignore(entry => entry.Happened);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(entry => entry.OrganisationId);
        builder.HasOne<Person>().WithMany().HasForeignKey(entry => new { entry.OrganisationId, entry.ActorId });
    }
}

internal sealed class SealedIdentityConfiguration : IEntityTypeConfiguration<SealedIdentity>
{
    public void Configure(EntityTypeBuilder<SealedIdentity> builder)
    {
        builder.ToTable("sealed_identities");
        builder.HasKey(identity => new { identity.OrganisationId, identity.SignalId });
        builder.HasOne<Signal>().WithOne().HasForeignKey<SealedIdentity>(identity => new { identity.OrganisationId, identity.SignalId });
    }
}

internal sealed class SealedIdentityKeyConfiguration : IEntityTypeConfiguration<SealedIdentityKey>
{
    public void Configure(EntityTypeBuilder<SealedIdentityKey> builder)
    {
        builder.ToTable("sealed_identity_keys");
        builder.HasKey(key => new { key.OrganisationId, key.SignalId, key.AdviserKeyId });
        builder.HasOne<SealedIdentity>().WithMany().HasForeignKey(key => new { key.OrganisationId, key.SignalId });
        builder.HasOne<AdviserKey>().WithMany().HasForeignKey(key => new { key.OrganisationId, key.AdviserKeyId });
    }
}

internal sealed class NameRequestConfiguration : IEntityTypeConfiguration<NameRequest>
{
    public void Configure(EntityTypeBuilder<NameRequest> builder)
    {
        builder.ToTable("name_requests");
        builder.HasKey(request => new { request.OrganisationId, request.SignalId, request.Seq });
    }
}
