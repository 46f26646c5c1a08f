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

internal sealed class AnchorHeadConfiguration : IEntityTypeConfiguration<AnchorHead>
{
    public void Configure(EntityTypeBuilder<AnchorHead> builder)
    {
        builder.ToTable("anchor_heads");
        builder.HasKey(head => new { head.OrganisationId, head.OnDay, head.SignalId });
    }
}
