using MediatR;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Application.Signals;

/// <summary>The reporter asks to destroy a closed signal (AVG, article 17). Two people decide.</summary>
public sealed record AskErasure : SignalAct;

internal sealed class AskErasureHandler(PortalDb db, Viewer viewer, Now now) : AsyncRequestHandler<AskErasure>
{
    protected override async Task Handle(AskErasure act, CancellationToken cancellationToken)
    {
        var signal = await db.FindSignal(act, cancellationToken);

        signal.AskErasure(by: viewer, now);

        await db.SaveChangesAsync(cancellationToken);
    }
}
