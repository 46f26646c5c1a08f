using MediatR;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Application.Signals;

/// <summary>The reporter takes a signal of which the day has passed to the layer above.</summary>
public sealed record EscalateForSilence : SignalAct;

internal sealed class EscalateForSilenceHandler(PortalDb db, Viewer viewer, TimeProvider clock) : AsyncRequestHandler<EscalateForSilence>
{
    protected override async Task Handle(EscalateForSilence act, CancellationToken cancellationToken)
    {
        var signal = await db.FindSignal(act, cancellationToken);
        var line = await db.LineOf(signal.HeldByUnitId, cancellationToken);

        signal.EscalateForSilence(line, by: viewer, clock.GetUtcNow());

        await db.SaveChangesAsync(cancellationToken);
    }
}
