using MediatR;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Application.Signals;

/// <summary>The reporter takes the yes back; the text is gone at once for everybody else.</summary>
public sealed record TakeBackRelease : SignalAct;

internal sealed class TakeBackReleaseHandler(PortalDb db, Viewer viewer, Now now) : AsyncRequestHandler<TakeBackRelease>
{
    protected override async Task Handle(TakeBackRelease act, CancellationToken cancellationToken)
    {
        var signal = await db.FindSignal(act, cancellationToken);

        signal.TakeBackRelease(by: viewer, now);

        await db.SaveChangesAsync(cancellationToken);
    }
}
