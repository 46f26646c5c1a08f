using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SignaalPortaal.Application.Messages;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Data.Configurations;

internal sealed class MessageConfiguration : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> builder)
    {
        builder.ToTable("messages");
        builder.HasKey(message => new { message.OrganisationId, message.Id });
        builder.Property(message => message.Id).ValueGeneratedNever();
        builder.HasOne<Person>().WithMany().HasForeignKey(message => new { message.OrganisationId, message.PersonId });
        builder.HasOne<Signal>().WithMany().HasForeignKey(message => new { message.OrganisationId, message.SignalId });
    }
}

internal sealed class MailConfiguration : IEntityTypeConfiguration<Mail>
{
    public void Configure(EntityTypeBuilder<Mail> builder)
    {
        builder.ToTable("mails");
        builder.HasKey(mail => new { mail.OrganisationId, mail.Id });
        builder.Property(mail => mail.Id).ValueGeneratedNever();
        builder.Property(mail => mail.Problem).HasMaxLength(Mail.ProblemMaxLength);
        builder.HasOne<Person>().WithMany().HasForeignKey(mail => new { mail.OrganisationId, mail.PersonId });
        builder.HasOne<Message>().WithMany().HasForeignKey(mail => new { mail.OrganisationId, mail.MessageId });
    }
}

internal sealed class MailPreferenceConfiguration : IEntityTypeConfiguration<MailPreference>
{
    public void Configure(EntityTypeBuilder<MailPreference> builder)
    {
        builder.ToTable("mail_choices");
        builder.HasKey(preference => new { preference.OrganisationId, preference.PersonId, preference.MessageGroup });
        builder.HasOne<Person>().WithMany().HasForeignKey(preference => new { preference.OrganisationId, preference.PersonId });
    }
}
