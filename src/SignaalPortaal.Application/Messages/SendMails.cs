using MediatR;
using Microsoft.Extensions.Logging;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Pipeline;

namespace SignaalPortaal.Application.Messages;

/// <summary>
/// Sends some of the mails of which the time has come; how many were claimed. Any number of nodes can do this at the same moment. When it is
/// cancelled, it begins with no other mail and gives what is on its way a while.
/// </summary>
internal sealed record SendMails : IRequest<int>, IBeginTransactions
{
    public const int Most = 20;

    /// <summary>How many connections a node has to the mail server.</summary>
    public const int AtOnce = 4;

    /// <summary>A mail is begun only when it will have ended, one way or another, within the lease.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    /// <summary>For marking what was sent.</summary>
    public static readonly TimeSpan Margin = TimeSpan.FromSeconds(5);

    public static readonly TimeSpan LimitWhenStopping = TimeSpan.FromSeconds(20);

    /// <summary>For one mail.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(30);
}

internal sealed partial class SendMailsHandler(
    PortalDb db, Chores chores, IMailTransport transport, MailWriter writer, MailSettings settings, TimeProvider clock, ILogger<SendMailsHandler> logger)
    : IRequestHandler<SendMails, int>
{
    public async Task<int> Handle(SendMails command, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var start = clock.GetTimestamp();

        // From here on nothing is broken off: what is in the database must tell what happened at the mail server.
        var mails = await db.ClaimMails(SendMails.Most, SendMails.Lease, chores, CancellationToken.None);
        using var stopping = new CancellationTokenSource();
        await using var stop = cancellationToken.Register(() => stopping.CancelAfter(SendMails.LimitWhenStopping));
        using var connections = new SemaphoreSlim(SendMails.AtOnce);

        var deliveries = new List<Delivery>();
        await foreach (var delivery in Task.WhenEach(mails.Select(Begin)))
        {
            deliveries.Add(await delivery);
            await Mark(deliveries[^1]);
        }

        var notBegun = deliveries.Where(delivery => delivery.Outcome is null).Select(delivery => delivery.Mail).ToList();
        if (notBegun.Count > 0)
        {
            await db.GiveBack(notBegun, chores, CancellationToken.None);
        }

        LogProblems(deliveries);
        return mails.Count;

        async Task<Delivery> Begin(ClaimedMail mail)
        {
            await connections.WaitAsync(CancellationToken.None);
            try
            {
                var isInTime = clock.GetElapsedTime(start) + command.Limit + SendMails.Margin <= SendMails.Lease;
                return cancellationToken.IsCancellationRequested || !isInTime ? new(mail, Outcome: null) : await Deliver(mail, command.Limit, stopping.Token);
            }
            finally
            {
                connections.Release();
            }
        }
    }

    /// <summary>Touches no database: the mail server may take as long as it likes.</summary>
    private async Task<Delivery> Deliver(ClaimedMail mail, TimeSpan limit, CancellationToken stopping)
    {
        if (mail.Address is null || !mail.StillTells)
        {
            return new(mail, MailState.Dropped);
        }

        using var end = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        end.CancelAfter(limit);
        try
        {
            using var message = writer.Write(mail);
            await transport.Deliver(mail.Id, message, end.Token);
            return new(mail, MailState.Sent);
        }
        catch (MailRefusedException refused)
        {
            return new(mail, MailState.Refused, refused.Problem);
        }
        catch (Exception exception)
        {
            return new(mail, MailState.Waiting, end.IsCancellationRequested ? MailProblem.TimedOut : MailProblem.Of(exception));
        }
    }

    /// <summary>A mail that cannot be marked goes out once more, when its lease has ended; the others are marked all the same.</summary>
    private async Task Mark(Delivery delivery)
    {
        if (delivery.Outcome is not { } outcome)
        {
            return;
        }

        try
        {
            DateTimeOffset? again = outcome is MailState.Waiting ? clock.GetUtcNow() + settings.WaitAfter(delivery.Mail.Attempts) : null;
            if (!await db.Mark(delivery.Mail, outcome, delivery.Problem, again, CancellationToken.None))
            {
                LogLeaseEnded();
            }
        }
        catch (Exception exception)
        {
            LogNotMarked(exception);
        }
    }

    private void LogProblems(List<Delivery> deliveries)
    {
        foreach (var problem in deliveries.Where(delivery => delivery.Problem is not null).GroupBy(delivery => (delivery.Outcome, delivery.Problem)))
        {
            LogProblem(problem.Count(), problem.Key.Outcome!.Value, problem.Key.Problem!);
        }
    }

    /// <param name="Outcome">Null for a mail that was not begun.</param>
    private sealed record Delivery(ClaimedMail Mail, MailState? Outcome, string? Problem = null);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} mails were not taken and are {Outcome}: {Problem}")]
    private partial void LogProblem(int count, MailState outcome, string problem);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The lease of a mail ended while it was being sent; what became of it is for another to mark")]
    private partial void LogLeaseEnded();

    [LoggerMessage(Level = LogLevel.Error, Message = "What became of a mail could not be marked; it goes out again when its lease has ended")]
    private partial void LogNotMarked(Exception exception);
}
