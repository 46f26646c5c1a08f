using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Data.Configurations;

internal sealed class ReleasedSignalConfiguration : IEntityTypeConfiguration<ReleasedSignal>
{
    public void Configure(EntityTypeBuilder<ReleasedSignal> builder)
    {
        builder.ToTable("released_signals");
        builder.HasKey(released => new { released.OrganisationId, released.SignalId });
        builder.HasAlternateKey(released => new { released.OrganisationId, released.Id });
        builder.Property(released => released.Id).ValueGeneratedNever();
        builder.HasOne<Unit>().WithMany().HasForeignKey(released => new { released.OrganisationId, released.UnitId });
    }
}

internal sealed class EchoConfiguration : IEntityTypeConfiguration<Echo>
{
    public void Configure(EntityTypeBuilder<Echo> builder)
    {
        builder.ToTable("echoes");
        builder.HasKey(echo => new { echo.OrganisationId, echo.ReleasedId, echo.Mark });
        builder.HasOne<ReleasedSignal>().WithMany().HasForeignKey(echo => new { echo.OrganisationId, echo.ReleasedId })
            .HasPrincipalKey(released => new { released.OrganisationId, released.Id });
    }
}
