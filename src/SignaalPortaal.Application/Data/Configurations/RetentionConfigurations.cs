using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SignaalPortaal.Application.Retention;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Data.Configurations;

internal sealed class RetentionTermConfiguration : IEntityTypeConfiguration<RetentionTerm>
{
    public void Configure(EntityTypeBuilder<RetentionTerm> builder)
    {
        builder.ToTable("retention_terms");
        builder.HasKey(term => new { term.OrganisationId, term.Kind });
    }
}

internal sealed class DestructionListConfiguration : IEntityTypeConfiguration<DestructionList>
{
    public void Configure(EntityTypeBuilder<DestructionList> builder)
    {
        builder.ToTable("destruction_lists");
        builder.HasKey(list => new { list.OrganisationId, list.Id });
        builder.Property(list => list.Id).ValueGeneratedNever();
        builder.HasMany(list => list.Items).WithOne().HasForeignKey(item => new { item.OrganisationId, item.ListId });
    }
}

internal sealed class DestructionItemConfiguration : IEntityTypeConfiguration<DestructionItem>
{
    public void Configure(EntityTypeBuilder<DestructionItem> builder)
    {
        builder.ToTable("destruction_items");
        builder.HasKey(item => new { item.OrganisationId, item.ListId, item.SignalId });
        builder.HasOne<Signal>().WithMany().HasForeignKey(item => new { item.OrganisationId, item.SignalId });
    }
}
