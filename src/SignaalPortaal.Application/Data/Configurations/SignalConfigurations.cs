using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Data.Configurations;

internal sealed class SignalConfiguration : IEntityTypeConfiguration<Signal>
{
    public void Configure(EntityTypeBuilder<Signal> builder)
    {
        builder.ToTable("signals");
        builder.HasKey(signal => new { signal.OrganisationId, signal.Id });
        builder.Property(signal => signal.Id).ValueGeneratedNever();
        builder.Property(signal => signal.Reference).HasMaxLength(Reference.Length);

        // Two people acting at once: the second one is told.
        builder.Property(signal => signal.Version).IsConcurrencyToken();

        builder.HasOne(signal => signal.Content).WithOne()
            .HasForeignKey<SignalContent>(content => new { content.OrganisationId, content.SignalId }).IsRequired();
        builder.HasMany(signal => signal.Holders).WithOne().HasForeignKey(holder => new { holder.OrganisationId, holder.SignalId });
        builder.HasMany(signal => signal.Conflicts).WithOne().HasForeignKey(conflict => new { conflict.OrganisationId, conflict.SignalId });
        builder.HasMany(signal => signal.Promises).WithOne().HasForeignKey(promise => new { promise.OrganisationId, promise.SignalId });
        builder.HasMany(signal => signal.Contacts).WithOne().HasForeignKey(contact => new { contact.OrganisationId, contact.SignalId });
        builder.HasOne(signal => signal.Released).WithOne().HasForeignKey<ReleasedSignal>(released => new { released.OrganisationId, released.SignalId });
        builder.HasMany(signal => signal.Entrustments).WithOne().HasForeignKey(given => new { given.OrganisationId, given.SignalId });
        builder.Ignore(signal => signal.Erasure);
        builder.HasMany(signal => signal.Timeline).WithOne().HasForeignKey(entry => new { entry.OrganisationId, entry.SignalId });
    }
}

internal sealed class SignalContentConfiguration : IEntityTypeConfiguration<SignalContent>
{
    public void Configure(EntityTypeBuilder<SignalContent> builder)
    {
        builder.ToTable("signal_contents");
        builder.HasKey(content => new { content.OrganisationId, content.SignalId });
        builder.Property(content => content.Subject).HasMaxLength(SignalContent.SubjectMaxLength);
        builder.Property(content => content.Words).HasMaxLength(SignalContent.WordsMaxLength);
        builder.Property(content => content.Rule).HasMaxLength(Words.ShortMaxLength);
        builder.Property(content => content.Since).HasMaxLength(Words.ShortMaxLength);
        builder.Property(content => content.Frequency).HasMaxLength(Words.ShortMaxLength);
        builder.Property(content => content.Affected).HasMaxLength(Words.ShortMaxLength);
        builder.Property(content => content.OnPaper).HasMaxLength(Words.LongMaxLength);
        builder.Property(content => content.InPractice).HasMaxLength(Words.LongMaxLength);
        builder.Property(content => content.Workaround).HasMaxLength(Words.LongMaxLength);

        builder.Property<string?>(PortalDb.Sealed);
    }
}

internal sealed class SignalHolderConfiguration : IEntityTypeConfiguration<SignalHolder>
{
    public void Configure(EntityTypeBuilder<SignalHolder> builder)
    {
        builder.ToTable("signal_holders");
        builder.HasKey(holder => new { holder.OrganisationId, holder.SignalId, holder.UnitId });
    }
}

internal sealed class SignalConflictConfiguration : IEntityTypeConfiguration<SignalConflict>
{
    public void Configure(EntityTypeBuilder<SignalConflict> builder)
    {
        builder.ToTable("signal_conflicts");
        builder.HasKey(conflict => new { conflict.OrganisationId, conflict.SignalId, conflict.PersonId });
    }
}

internal sealed class PromiseConfiguration : IEntityTypeConfiguration<Promise>
{
    public void Configure(EntityTypeBuilder<Promise> builder)
    {
        builder.ToTable("promises");
        builder.HasKey(promise => new { promise.OrganisationId, promise.SignalId, promise.Id });
        builder.Property(promise => promise.Id).ValueGeneratedNever();
        builder.Property(promise => promise.By).HasColumnName("by");
    }
}

internal sealed class ContactConfiguration : IEntityTypeConfiguration<Contact>
{
    public void Configure(EntityTypeBuilder<Contact> builder)
    {
        builder.ToTable("contacts");
        builder.HasKey(contact => new { contact.OrganisationId, contact.SignalId, contact.Step });
    }
}

internal sealed class TimelineEntryConfiguration : IEntityTypeConfiguration<TimelineEntry>
{
    public void Configure(EntityTypeBuilder<TimelineEntry> builder)
    {
        builder.ToTable("timeline_entries");
        builder.HasKey(entry => new { entry.OrganisationId, entry.SignalId, entry.Seq });
        builder.Property(entry => entry.Seq).ValueGeneratedNever();
        builder.Property(entry => entry.Kind).HasMaxLength(TimelineEntry.KindMaxLength);
        builder.Ignore(entry => entry.Happened);
        builder.HasOne(entry => entry.Words).WithOne()
            .HasForeignKey<TimelineWords>(words => new { words.OrganisationId, words.SignalId, words.Seq });
    }
}

internal sealed class TimelineWordsConfiguration : IEntityTypeConfiguration<TimelineWords>
{
    public void Configure(EntityTypeBuilder<TimelineWords> builder)
    {
        builder.ToTable("timeline_words");
        builder.HasKey(words => new { words.OrganisationId, words.SignalId, words.Seq });
        builder.Property(words => words.Seq).ValueGeneratedNever();
        builder.Property<string?>(PortalDb.Sealed);
    }
}

internal sealed class ReadingConfiguration : IEntityTypeConfiguration<Reading>
{
    public void Configure(EntityTypeBuilder<Reading> builder)
    {
        builder.ToTable("readings");
        builder.HasKey(reading => new { reading.OrganisationId, reading.SignalId, reading.Id });
    }
}

internal sealed class SignalKeyConfiguration : IEntityTypeConfiguration<SignalKey>
{
    public void Configure(EntityTypeBuilder<SignalKey> builder)
    {
        builder.ToTable("signal_keys");
        builder.HasKey(key => new { key.OrganisationId, key.SignalId });
        builder.HasOne<Signal>().WithOne().HasForeignKey<SignalKey>(key => new { key.OrganisationId, key.SignalId });
    }
}

internal sealed class ReceiptConfiguration : IEntityTypeConfiguration<Receipt>
{
    public void Configure(EntityTypeBuilder<Receipt> builder)
    {
        builder.ToTable("receipts");
        builder.HasKey(receipt => new { receipt.OrganisationId, receipt.Lookup });
    }
}
