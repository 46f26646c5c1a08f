using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Pipeline;
using SignaalPortaal.Application.Time;
using SignaalPortaal.Domain.Deadlines;

namespace SignaalPortaal.Application.Demo;

/// <summary>On a demonstration: sets the clock of all nodes ahead to the next morning and lets the day pass. Only a demonstration may send it.</summary>
public sealed record MoveClock : IRequest, IBeginTransactions;

internal sealed class MoveClockHandler(PortalDb db, DatabaseClock clock, IMediator mediator) : AsyncRequestHandler<MoveClock>
{
    /// <summary>Within office hours, so that what happens in the night is mailed at once, where it is a working day.</summary>
    private static readonly TimeOnly Morning = new(10, 0);

    protected override async Task Handle(MoveClock command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var step = DutchTime.At(now.DutchDate.AddDays(1), Morning) - now;
        await db.Database.ExecuteSqlAsync($"update portal_clock set ahead = ahead + {step}", cancellationToken);
        await clock.Read(cancellationToken);
        await mediator.Send(new LetTimePass(), cancellationToken);
    }
}
