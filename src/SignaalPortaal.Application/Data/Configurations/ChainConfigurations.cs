using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SignaalPortaal.Application.Chain;

namespace SignaalPortaal.Application.Data.Configurations;

internal sealed class AnchorConfiguration : IEntityTypeConfiguration<Anchor>
{
    public void Configure(EntityTypeBuilder<Anchor> builder)
    {
        builder.ToTable("anchors");
        builder.HasKey(anchor => new { anchor.OrganisationId, anchor.OnDay });
    }
}

internal sealed class AnchorLogConfiguration : IEntityTypeConfiguration<AnchorLog>
{
    public void Configure(EntityTypeBuilder<AnchorLog> builder)
    {
        builder.ToTable("anchor_logs");
        builder.HasKey(log => new { log.OrganisationId, log.OnDay, log.Name });
    }
}

internal sealed class AnchorHeadConfiguration : IEntityTypeConfiguration<AnchorHead>
{
    public void Configure(EntityTypeBuilder<AnchorHead> builder)
    {
        builder.ToTable("anchor_heads");
        builder.HasKey(head => new { head.OrganisationId, head.OnDay, head.SignalId });
    }
}
