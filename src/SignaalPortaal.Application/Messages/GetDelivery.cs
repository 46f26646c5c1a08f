using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Administration;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Application.Messages;

/// <summary>How it goes with the mail of the organisation; only for an administrator.</summary>
public sealed record GetDelivery : IRequest<DeliveryView>
{
    public const int MostRefused = 50;

    /// <summary>Mail that should have gone so long ago is stuck.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);
}

/// <param name="IsOn">Whether the portal sends mail at all.</param>
/// <param name="Waiting">Also those that wait for office hours.</param>
/// <param name="WaitingSince">Since about when a mail waits that should have gone; null when there is none.</param>
/// <param name="IsStuck">It should have gone more than a quarter of an hour ago.</param>
/// <param name="LastProblem">Of a mail that waits or was refused, the last one tried; a code and the class of the problem.</param>
/// <param name="RefusedCount">Of which the newest are in <paramref name="Refused"/>.</param>
/// <param name="Refused">The newest first, at most <see cref="GetDelivery.MostRefused"/>.</param>
public sealed record DeliveryView(
    bool IsOn, int Waiting, DateTimeOffset? WaitingSince, bool IsStuck, string? LastProblem, int RefusedCount, IReadOnlyList<RefusedMail> Refused);

/// <param name="PersonName">
/// Who would have got it; null for who acts for no unit: such a person is mailed about own signals only, and that there are any is nobody's business.
/// </param>
public sealed record RefusedMail(Guid Id, string? PersonName, string Problem, int Attempts);

internal sealed class GetDeliveryHandler(PortalDb db, Viewer viewer, MailSettings settings, TimeProvider clock) : IRequestHandler<GetDelivery, DeliveryView>
{
    public async Task<DeliveryView> Handle(GetDelivery query, CancellationToken cancellationToken)
    {
        viewer.RequireAdministrator();
        var now = clock.GetUtcNow();
        var waiting = db.Set<Mail>().Where(mail => mail.State == MailState.Waiting);
        var refused = db.Set<Mail>().Where(mail => mail.State == MailState.Refused);
        var since = await WaitingSince(waiting, now, cancellationToken);
        return new DeliveryView(
            settings.IsOn,
            await waiting.CountAsync(cancellationToken),
            since,
            IsStuck: now - since > GetDelivery.Patience,
            await db.Set<Mail>().Where(mail => mail.State == MailState.Waiting || mail.State == MailState.Refused)
                .Where(mail => mail.Problem != null)
                .OrderByDescending(mail => mail.LeasedUntil)
                .Select(mail => mail.Problem)
                .FirstOrDefaultAsync(cancellationToken),
            await refused.CountAsync(cancellationToken),
            await (
                from mail in refused
                join person in db.People on mail.PersonId equals person.Id
                orderby mail.SendAfter descending, mail.Id
                select new RefusedMail(
                    mail.Id, db.Mandates.Any(mandate => mandate.PersonId == person.Id) ? person.Name : null, mail.Problem!, mail.Attempts))
                .Take(GetDelivery.MostRefused)
                .ToListAsync(cancellationToken));
    }

    /// <summary>The first moment at which one should have gone: when it was not tried yet, that is written with it; otherwise it follows from how often.</summary>
    private async Task<DateTimeOffset?> WaitingSince(IQueryable<Mail> waiting, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var untried = await waiting.Where(mail => mail.Problem == null && mail.SendAfter <= now)
            .MinAsync(mail => (DateTimeOffset?)mail.SendAfter, cancellationToken);
        var tried = await waiting.Where(mail => mail.Problem != null)
            .OrderByDescending(mail => mail.Attempts).ThenBy(mail => mail.SendAfter)
            .Select(mail => new { mail.SendAfter, mail.Attempts })
            .FirstOrDefaultAsync(cancellationToken);
        DateTimeOffset? first = tried is null ? null : tried.SendAfter - settings.WaitedAfter(tried.Attempts);
        return untried is null || first < untried ? first : untried;
    }
}
