using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Domain.Summaries;

namespace SignaalPortaal.Application.Data.Configurations;

internal sealed class SummaryConfiguration : IEntityTypeConfiguration<Summary>
{
    public void Configure(EntityTypeBuilder<Summary> builder)
    {
        builder.ToTable("summaries");
        builder.HasKey(summary => new { summary.OrganisationId, summary.Id });
        builder.Property(summary => summary.Id).ValueGeneratedNever();
        builder.Ignore(summary => summary.Quarter);
        builder.HasMany(summary => summary.Signals).WithOne().HasForeignKey(signal => new { signal.OrganisationId, signal.SummaryId });
        builder.HasMany(summary => summary.Steps).WithOne().HasForeignKey(step => new { step.OrganisationId, step.SummaryId });
    }
}

internal sealed class SummarySignalConfiguration : IEntityTypeConfiguration<SummarySignal>
{
    public void Configure(EntityTypeBuilder<SummarySignal> builder)
    {
        builder.ToTable("summary_signals");
        builder.HasKey(signal => new { signal.OrganisationId, signal.SummaryId, signal.SignalId });
        builder.HasOne<Signal>().WithMany().HasForeignKey(signal => new { signal.OrganisationId, signal.SignalId });
    }
}

internal sealed class SummaryStepConfiguration : IEntityTypeConfiguration<SummaryStep>
{
    public void Configure(EntityTypeBuilder<SummaryStep> builder)
    {
        builder.ToTable("summary_steps");
        builder.HasKey(step => new { step.OrganisationId, step.SummaryId, step.Seq });
        builder.Property(step => step.Seq).ValueGeneratedNever();
        builder.Property(step => step.Text).HasMaxLength(Summary.TextMaxLength);
        builder.Property(step => step.Reason).HasMaxLength(Words.ShortMaxLength);
    }
}

internal sealed class SummaryStopConfiguration : IEntityTypeConfiguration<SummaryStop>
{
    public void Configure(EntityTypeBuilder<SummaryStop> builder)
    {
        builder.ToTable("summary_stops");
        builder.HasKey(stop => new { stop.OrganisationId, stop.SummaryId, stop.SignalId });
    }
}
