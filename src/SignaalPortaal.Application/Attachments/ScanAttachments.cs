using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Pipeline;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Attachments;

/// <summary>
/// Has some of the files scanned that nobody can read before that; how many there were. Nodes that scan the same file at the same moment come to
/// the same verdict. What gets none is tried again next round.
/// </summary>
internal sealed record ScanAttachments : IRequest<int>, IBeginTransactions
{
    public const int Most = 20;

    /// <summary>Then the scanner is not there, and there is no use in going on.</summary>
    public const int MostFailures = 3;
}

internal sealed partial class ScanAttachmentsHandler(PortalDb db, CurrentViewer current, AttachmentStore store, Clamd clamd, ILogger<ScanAttachmentsHandler> logger)
    : IRequestHandler<ScanAttachments, int>
{
    public async Task<int> Handle(ScanAttachments command, CancellationToken cancellationToken)
    {
        var files = new List<(Guid Organisation, Guid Signal, Guid Id, string Kind, string Facts)>();
        foreach (var organisation in await db.Database.SqlQuery<Guid>($"""select organisation as "Value" from organisations_with_files_to_scan() as organisation""").ToListAsync(cancellationToken))
        {
            if (files.Count == ScanAttachments.Most)
            {
                break;
            }

            await using var transaction = await db.BeginFor(organisation, cancellationToken);

            // In any order, so that a file that the scanner cannot deal with holds up no other for long.
            var own = await (
                from attachment in db.Set<Attachment>()
                join entry in db.Set<TimelineEntry>() on new { attachment.SignalId, attachment.Seq } equals new { entry.SignalId, entry.Seq }
                where attachment.State == AttachmentState.Quarantined && attachment.Salt != null
                orderby EF.Functions.Random()
                select new { attachment.SignalId, attachment.Id, entry.Kind, entry.Facts })
                .Take(ScanAttachments.Most - files.Count)
                .ToListAsync(cancellationToken);
            files.AddRange(own.Select(file => (organisation, file.SignalId, file.Id, file.Kind, file.Facts)));
        }

        var failures = 0;
        foreach (var file in files)
        {
            current.Viewer = Viewer.Nobody with { OrganisationId = file.Organisation };
            try
            {
                var attached = (Attached)TimelineEntry.Read(file.Kind, file.Facts, words: null);
                var isClean = await clamd.IsClean(store.Read(file.Signal, file.Id, attached.Size, cancellationToken), cancellationToken);
                await Mark(file.Signal, file.Id, isClean ? AttachmentState.Clean : AttachmentState.Refused, cancellationToken);
            }
            catch (ScanFailedException problem)
            {
                LogScanFailed(problem.Message);
                if (++failures == ScanAttachments.MostFailures)
                {
                    return 0;
                }
            }
        }

        return files.Count - failures;
    }

    private async Task Mark(Guid signalId, Guid id, AttachmentState state, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            update attachments set state = {state.ToString()}
            where organisation_id = {db.OrganisationId} and signal_id = {signalId} and id = {id} and state = 'Quarantined'
            """,
            cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A file was not scanned: {Problem} It is tried again next round")]
    private partial void LogScanFailed(string problem);
}
