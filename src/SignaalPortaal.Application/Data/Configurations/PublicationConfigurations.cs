using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SignaalPortaal.Application.Publications;

namespace SignaalPortaal.Application.Data.Configurations;

internal sealed class PublicationConfiguration : IEntityTypeConfiguration<Publication>
{
    public void Configure(EntityTypeBuilder<Publication> builder)
    {
        builder.ToTable("publications");
        builder.HasKey(publication => new { publication.OrganisationId, publication.Quarter });
        builder.Ignore(publication => publication.Published);
    }
}

internal sealed class PublicationRefusalConfiguration : IEntityTypeConfiguration<PublicationRefusal>
{
    public void Configure(EntityTypeBuilder<PublicationRefusal> builder)
    {
        builder.ToTable("publication_refusals");
        builder.HasKey(refusal => new { refusal.OrganisationId, refusal.Quarter, refusal.RefusedOn });
    }
}

internal sealed class PublicationCountConfiguration : IEntityTypeConfiguration<PublicationCount>
{
    public void Configure(EntityTypeBuilder<PublicationCount> builder)
    {
        builder.ToTable("publication_counts");
        builder.HasKey(count => new { count.OrganisationId, count.SignalId, count.Seq });
    }
}

internal sealed class PublicationRuleChangeConfiguration : IEntityTypeConfiguration<PublicationRuleChange>
{
    public void Configure(EntityTypeBuilder<PublicationRuleChange> builder)
    {
        builder.ToTable("publication_rules");
        builder.HasKey(change => new { change.OrganisationId, change.SmallestCount, change.FewestPeople, change.FewestReporters });
        builder.Ignore(change => change.Rules);
    }
}

internal sealed class PublicationCircleConfiguration : IEntityTypeConfiguration<PublicationCircle>
{
    public void Configure(EntityTypeBuilder<PublicationCircle> builder)
    {
        builder.ToTable("publication_circles");
        builder.HasKey(circle => new { circle.OrganisationId, circle.PersonId });
    }
}

internal sealed class PublicationCodeConfiguration : IEntityTypeConfiguration<PublicationCode>
{
    public void Configure(EntityTypeBuilder<PublicationCode> builder)
    {
        builder.ToTable("publication_codes");
        builder.HasKey(code => new { code.OrganisationId, code.CodeHash });
    }
}
