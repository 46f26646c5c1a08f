using System.Security.Cryptography;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Pipeline;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Chain;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Publications;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Publications;

/// <summary>
/// A code with which the viewer, signed in in another organisation, puts the publications of both side by side. It is shown once; only its hash is kept.
/// Not sent twice: a form that comes back makes another code.
/// </summary>
public sealed record MakeCircleCode : IRequest<CircleCode>
{
    public static TimeSpan Valid { get; } = TimeSpan.FromMinutes(15);
}

/// <param name="Code">In groups, as it is shown.</param>
public sealed record CircleCode(string Code, TimeSpan Valid);

/// <summary>With the code that a representative of another organisation made. Whoever was in another circle leaves that.</summary>
public sealed record JoinCircle : IRequest, IOnce
{
    public const int CodeMaxLength = 60;

    public string CircleCodeTyped { get; init; } = "";

    public Guid FormKey { get; init; }
}

/// <summary>From now on the viewer sees no other organisation, and those do not see this one through the viewer.</summary>
public sealed record LeaveCircle : IRequest;

internal sealed class JoinCircleValidator : AbstractValidator<JoinCircle>
{
    public JoinCircleValidator() => RuleFor(join => join.CircleCodeTyped).Filled().MaximumLength(JoinCircle.CodeMaxLength);
}

internal sealed class MakeCircleCodeHandler(PortalDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<MakeCircleCode, CircleCode>
{
    public async Task<CircleCode> Handle(MakeCircleCode command, CancellationToken cancellationToken)
    {
        viewer.RequireUnionRepresentative();
        var now = clock.GetUtcNow();
        var code = ReceiptCode.Of(RandomNumberGenerator.GetBytes(ReceiptCode.KeyLength));
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into publication_circles (organisation_id, person_id, circle_id) values ({viewer.OrganisationId}, {viewer.PersonId}, {Guid.NewGuid()})
            on conflict do nothing
            """,
            cancellationToken);

        // One code at a time, and nothing is kept of those that nobody can use any more.
        await db.Set<PublicationCode>().Where(one => (one.PersonId == viewer.PersonId && !one.IsUsed) || one.ValidUntil < now).ExecuteDeleteAsync(cancellationToken);
        db.Add(new PublicationCode
        {
            OrganisationId = viewer.OrganisationId,
            CodeHash = CircleCodes.Hash(code),
            PersonId = viewer.PersonId,
            ValidUntil = now + MakeCircleCode.Valid,
        });
        await db.SaveChangesAsync(cancellationToken);
        return new CircleCode(ReceiptCode.Show(code), MakeCircleCode.Valid);
    }
}

internal sealed class JoinCircleHandler(PortalDb db, Viewer viewer, TimeProvider clock) : AsyncRequestHandler<JoinCircle>
{
    /// <summary>How long it is remembered that a code was used: longer than any code is valid.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    protected override async Task Handle(JoinCircle command, CancellationToken cancellationToken)
    {
        viewer.RequireUnionRepresentative();
        var hash = CircleCodes.Hash(ReceiptCode.Parse(command.CircleCodeTyped) ?? "");
        var now = clock.GetUtcNow();

        // No key of one organisation keeps another from using the same code, so whoever uses it at the same moment waits here.
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({BitConverter.ToInt64(hash)})", cancellationToken);
        var circle = await db.Database.SqlQuery<Guid?>($"""select circle_of_code({hash}, {now}) as "Value" """).SingleAsync(cancellationToken)
            ?? throw new BrokenRuleException(PublicationRule.ACircleCodeIsUsedOnceInAnotherOrganisation);
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into publication_circles (organisation_id, person_id, circle_id) values ({viewer.OrganisationId}, {viewer.PersonId}, {circle})
            on conflict (organisation_id, person_id) do update set circle_id = excluded.circle_id
            """,
            cancellationToken);
        db.Add(new PublicationCode
        {
            OrganisationId = viewer.OrganisationId,
            CodeHash = hash,
            PersonId = viewer.PersonId,
            IsUsed = true,
            ValidUntil = now + Remembered,
        });
        await db.SaveChangesAsync(cancellationToken);
    }
}

internal sealed class LeaveCircleHandler(PortalDb db, Viewer viewer) : AsyncRequestHandler<LeaveCircle>
{
    protected override async Task Handle(LeaveCircle command, CancellationToken cancellationToken)
    {
        viewer.RequireUnionRepresentative();
        await db.Set<PublicationCircle>().Where(circle => circle.PersonId == viewer.PersonId).ExecuteDeleteAsync(cancellationToken);
        await db.Set<PublicationCode>().Where(code => code.PersonId == viewer.PersonId && !code.IsUsed).ExecuteDeleteAsync(cancellationToken);
    }
}

internal static class CircleCodes
{
    /// <summary>A code has 130 random bits and lives a quarter of an hour: nobody finds it by trying, so that a fast hash will do.</summary>
    public static byte[] Hash(string code) => new CanonicalEncoding("SP-circle-v2").Add("code", code).Hash();
}
