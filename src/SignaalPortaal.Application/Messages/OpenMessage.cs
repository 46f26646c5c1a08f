using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Messages;

/// <summary>Where a link in a mail leads to: the reference of the signal, or null when there is none that the viewer may see. Opening it is reading it.</summary>
public sealed record OpenMessage(Guid Id) : IRequest<string?>;

internal sealed class OpenMessageHandler(PortalDb db, Viewer viewer, Now now) : IRequestHandler<OpenMessage, string?>
{
    public async Task<string?> Handle(OpenMessage query, CancellationToken cancellationToken)
    {
        var mine = db.Messages.Where(message => message.PersonId == viewer.PersonId && message.Id == query.Id);
        await mine.Where(message => message.ReadOn == null)
            .ExecuteUpdateAsync(message => message.SetProperty(one => one.ReadOn, now.Today), cancellationToken);
        return await mine
            .SelectMany(message => db.Signals.Where(signal => signal.Id == message.SignalId && !Spokespeople.Messages.Contains(message.Kind)).Select(signal => signal.Reference))
            .SingleOrDefaultAsync(cancellationToken);
    }
}
