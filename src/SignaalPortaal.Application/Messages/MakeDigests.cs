using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Pipeline;
using SignaalPortaal.Domain.Deadlines;

namespace SignaalPortaal.Application.Messages;

/// <summary>
/// Makes the daily mail of whoever wants that and has not read something of an earlier day: on working days of their organisation, from eight o'clock.
/// Any number of nodes can do this, any number of times a day.
/// </summary>
internal sealed record MakeDigests : IRequest, IBeginTransactions
{
    /// <summary>What nobody read for so long is not new any more.</summary>
    public const int LooksBackDays = 30;
}

internal sealed class MakeDigestsHandler(PortalDb db, Chores chores, TimeProvider clock) : AsyncRequestHandler<MakeDigests>
{
    protected override async Task Handle(MakeDigests command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (!IsOfficeTime(now, WorkingCalendar.National))
        {
            return;
        }

        await chores.InEach(
            nameof(MakeDigests),
            await OrganisationsWithSomethingToTell(now.DutchDate, cancellationToken),
            organisation => MakeFor(organisation, now, cancellationToken),
            cancellationToken);
    }

    private static bool IsOfficeTime(DateTimeOffset now, WorkingCalendar calendar) => OfficeHours.From(now, calendar) == now;

    private static DateOnly Since(DateOnly today) => today.AddDays(-MakeDigests.LooksBackDays);

    private Task<List<Guid>> OrganisationsWithSomethingToTell(DateOnly today, CancellationToken cancellationToken) =>
        db.Database.SqlQuery<Guid>($"select organisations_with_a_digest({Since(today)}, {today})").ToListAsync(cancellationToken);

    private async Task MakeFor(Guid organisation, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var transaction = await db.BeginFor(organisation, cancellationToken);
        if (IsOfficeTime(now, await db.LoadCalendar(cancellationToken)))
        {
            await db.MakeDigests(Since(now.DutchDate), now.DutchDate, now, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
    }
}
