using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Data.Configurations;

internal sealed class AttachmentConfiguration : IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Attachment> builder)
    {
        builder.ToTable("attachments");
        builder.HasKey(attachment => new { attachment.OrganisationId, attachment.SignalId, attachment.Id });
        builder.Property(attachment => attachment.Id).ValueGeneratedNever();
        builder.HasOne<TimelineEntry>().WithOne(entry => entry.Attachment)
            .HasForeignKey<Attachment>(attachment => new { attachment.OrganisationId, attachment.SignalId, attachment.Seq });
    }
}
