using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Application.Released;

/// <summary>
/// Says of what was released that the viewer sees it too, or takes that back; again it does nothing. It carries no form key: the note that a person sent
/// a form would stand in the same transaction as the mark, and so say whose mark it is.
/// </summary>
/// <param name="Released">See <see cref="ReleasedItem.Id"/>.</param>
public sealed record SeeItToo(Guid Released, bool Sees) : IRequest;

internal sealed class SeeItTooHandler(PortalDb db, EchoMarks marks, Viewer viewer, Now now) : AsyncRequestHandler<SeeItToo>
{
    protected override async Task Handle(SeeItToo command, CancellationToken cancellationToken)
    {
        if (!await db.Set<Domain.Signals.ReleasedSignal>().AnyAsync(released => released.Id == command.Released, cancellationToken))
        {
            throw new SignalNotFoundException();
        }

        var mark = (await marks.Of(db, viewer.PersonId, [command.Released], cancellationToken))[0];
        await ForgetDays(command.Released, cancellationToken);
        if (command.Sees)
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                insert into echoes (organisation_id, released_id, mark, counts_from) values ({db.OrganisationId}, {command.Released}, {mark}, {now.Today.AddDays(1)})
                on conflict (organisation_id, released_id, mark) do update set counts_until = null where echoes.counts_until is not null
                """,
                cancellationToken);
            return;
        }

        // What never counted goes at once; what did is in the count until the day is over.
        var own = db.Set<Echo>().Where(echo => echo.ReleasedId == command.Released && echo.Mark == mark);
        await own.Where(echo => echo.CountsFrom != null).ExecuteDeleteAsync(cancellationToken);
        await own.Where(echo => echo.CountsUntil == null).ExecuteUpdateAsync(echo => echo.SetProperty(one => one.CountsUntil, now.Today), cancellationToken);
    }

    /// <summary>On which day an earlier one pressed or took it back does not matter any more.</summary>
    private async Task ForgetDays(Guid released, CancellationToken cancellationToken)
    {
        var all = db.Set<Echo>().Where(echo => echo.ReleasedId == released);
        await all.Where(echo => echo.CountsUntil < now.Today).ExecuteDeleteAsync(cancellationToken);
        await all.Where(echo => echo.CountsFrom <= now.Today).ExecuteUpdateAsync(echo => echo.SetProperty(one => one.CountsFrom, (DateOnly?)null), cancellationToken);
    }
}
