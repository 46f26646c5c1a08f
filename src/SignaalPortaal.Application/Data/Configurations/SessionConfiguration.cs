using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SignaalPortaal.Application.Sessions;
using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Application.Data.Configurations;

internal sealed class SessionConfiguration : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("sessions");
        builder.HasKey(session => new { session.OrganisationId, session.KeyHash });
        builder.HasOne<Person>().WithMany().HasForeignKey(session => new { session.OrganisationId, session.PersonId });
    }
}
