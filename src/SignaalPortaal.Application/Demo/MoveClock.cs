using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Time;

namespace SignaalPortaal.Application.Demo;

/// <summary>On a demonstration: sets the clock of all nodes a day ahead and lets that day pass. Only a demonstration may send it.</summary>
public sealed record MoveClock : IRequest;

internal sealed class MoveClockHandler(PortalDb db, DatabaseClock clock, IMediator mediator) : AsyncRequestHandler<MoveClock>
{
    protected override async Task Handle(MoveClock command, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync($"update portal_clock set ahead = ahead + interval '1 day'", cancellationToken);
        await clock.Read(cancellationToken);
        await mediator.Send(new LetTimePass(), cancellationToken);
    }
}
