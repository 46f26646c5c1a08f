using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Administration;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Application.Messages;

/// <summary>
/// Has mail that was refused or could not be sent tried again now; only for an administrator. What was never tried goes by itself when its time comes,
/// and not in the night.
/// </summary>
public sealed record RetryMails : IRequest
{
    /// <summary>Null for all.</summary>
    public Guid? MailId { get; init; }
}

internal sealed class RetryMailsHandler(PortalDb db, Viewer viewer, TimeProvider clock) : AsyncRequestHandler<RetryMails>
{
    protected override async Task Handle(RetryMails command, CancellationToken cancellationToken)
    {
        viewer.RequireAdministrator();
        // The lease stays as it is: what is being sent at this moment is not sent by another at the same time.
        var now = clock.GetUtcNow();
        await db.Set<Mail>()
            .Where(mail => mail.State == MailState.Refused || (mail.State == MailState.Waiting && mail.Attempts > 0))
            .Where(mail => command.MailId == null || mail.Id == command.MailId)
            .ExecuteUpdateAsync(
                mail => mail.SetProperty(one => one.State, MailState.Waiting).SetProperty(one => one.SendAfter, now), cancellationToken);
    }
}
