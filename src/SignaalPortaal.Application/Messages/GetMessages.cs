using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Messages;

/// <summary>What the viewer was told, the last day first. Looking at it is reading it.</summary>
/// <param name="After">Where the previous page ended; null for the first. What cannot be read is the first page.</param>
public sealed record GetMessages(string? After) : IRequest<MessagesView>
{
    public const int PageSize = 30;
}

/// <param name="Next">Where the next page starts; null on the last one.</param>
public sealed record MessagesView(IReadOnlyList<MessageView> Messages, string? Next);

/// <param name="Reference">Null for a message that leads nowhere.</param>
/// <param name="IsNew">It was not read before now.</param>
public sealed record MessageView(MessageKind Kind, DateOnly OnDay, bool IsNew, string? Reference, string? Subject);

internal sealed class GetMessagesHandler(PortalDb db, Viewer viewer, Now now) : IRequestHandler<GetMessages, MessagesView>
{
    public async Task<MessagesView> Handle(GetMessages query, CancellationToken cancellationToken)
    {
        var (day, last) = ReadCursor(query.After) ?? (DateOnly.MaxValue, Guid.Empty);
        var mine = db.Messages.Where(message => message.PersonId == viewer.PersonId);
        var found = await (
            from message in mine
            from signal in db.Signals.Where(signal => signal.Id == message.SignalId && !Spokespeople.Messages.Contains(message.Kind)).DefaultIfEmpty()
            where message.OnDay <= now.Today && (message.OnDay < day || (message.OnDay == day && message.Id > last))
            orderby message.OnDay descending, message.Id
            select new
            {
                message.Id,
                About = message.SignalId,
                SignalId = signal == null ? null : (Guid?)signal.Id,
                IsSealed = signal != null && signal.IsSealed,
                View = new MessageView(
                    message.Kind, message.OnDay, message.ReadOn == null, signal == null ? null : signal.Reference, signal == null ? null : signal.Content.Subject),
            })
            .Take(GetMessages.PageSize + 1)
            .ToListAsync(cancellationToken);

        // Also what cannot be shown any more, such as of a unit for which the viewer no longer acts: it would stay new for ever.
        var page = found.Take(GetMessages.PageSize).ToList();
        var read = page.Where(message => message.View.IsNew).Select(message => message.Id).ToArray();
        if (read.Length > 0)
        {
            await mine.Where(message => read.Contains(message.Id))
                .ExecuteUpdateAsync(message => message.SetProperty(one => one.ReadOn, now.Today), cancellationToken);
        }

        var given = page.Where(message => Spokespeople.Messages.Contains(message.View.Kind)).Select(message => message.About).ToArray();
        var entrusted = given.Length == 0 ? [] : await db.Entrusted.Where(one => given.Contains(one.SignalId))
            .Select(one => new { one.SignalId, one.Spokesperson }).ToListAsync(cancellationToken);
        var next = found.Count > GetMessages.PageSize ? page[^1] : null;
        var subjects = await db.OpenSubjects([.. page.Where(message => message.IsSealed).Select(message => message.SignalId!.Value).Distinct()], cancellationToken);
        return new MessagesView(
            [
                .. page
                    .Where(message => message.View.Reference is not null || message.View.Kind is MessageKind.DeskIsLate or MessageKind.RiskLowered
                        || entrusted.Any(one => one.SignalId == message.About && one.Spokesperson.Message == message.View.Kind))
                    .Select(message => message.IsSealed ? message.View with { Subject = subjects.GetValueOrDefault(message.SignalId!.Value) } : message.View),
            ],
            next is null ? null : $"{next.View.OnDay:yyyy-MM-dd}_{next.Id:N}");
    }

    private static (DateOnly Day, Guid Last)? ReadCursor(string? text) =>
        text?.Split('_') is [var day, var id] && DateOnly.TryParseExact(day, "yyyy-MM-dd", out var onDay) && Guid.TryParseExact(id, "N", out var last)
            ? (onDay, last)
            : null;
}
