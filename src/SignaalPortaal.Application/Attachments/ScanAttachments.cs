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

internal sealed partial class ScanAttachmentsHandler(
    PortalDb db, CurrentViewer current, Chores chores, AttachmentStore store, Clamd clamd, ILogger<ScanAttachmentsHandler> logger)
    : IRequestHandler<ScanAttachments, int>
{
    public async Task<int> Handle(ScanAttachments command, CancellationToken cancellationToken)
    {
        var files = new List<FileToScan>();
        foreach (var organisation in await db.Database.SqlQuery<Guid>($"""select organisation as "Value" from organisations_with_files_to_scan() as organisation""").ToListAsync(cancellationToken))
        {
            if (files.Count == ScanAttachments.Most)
            {
                break;
            }

            await chores.Try(
                nameof(ScanAttachments),
                async () => files.AddRange(await FilesOf(organisation, ScanAttachments.Most - files.Count, cancellationToken)),
                cancellationToken);
        }

        var (scanned, failures) = (0, 0);
        foreach (var file in files)
        {
            await chores.Try(
                nameof(ScanAttachments),
                async () => (scanned, failures) = await Scan(file, cancellationToken) ? (scanned + 1, failures) : (scanned, failures + 1),
                cancellationToken);
            if (failures == ScanAttachments.MostFailures)
            {
                return 0;
            }
        }

        return scanned;
    }

    private async Task<List<FileToScan>> FilesOf(Guid organisation, int most, CancellationToken cancellationToken)
    {
        await using var transaction = await db.BeginFor(organisation, cancellationToken);

        // In any order, so that a file that the scanner cannot deal with holds up no other for long.
        return await (
            from attachment in db.Set<Attachment>()
            join entry in db.Set<TimelineEntry>() on new { attachment.SignalId, attachment.Seq } equals new { entry.SignalId, entry.Seq }
            where attachment.State == AttachmentState.Quarantined && attachment.Salt != null
            orderby EF.Functions.Random()
            select new FileToScan(organisation, attachment.SignalId, attachment.Id, entry.Kind, entry.Facts))
            .Take(most)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Whether the scanner had a verdict.</summary>
    private async Task<bool> Scan(FileToScan file, CancellationToken cancellationToken)
    {
        current.Viewer = Viewer.Nobody with { OrganisationId = file.OrganisationId };
        var attached = (Attached)TimelineEntry.Read(file.Kind, file.Facts, words: null);
        try
        {
            var isClean = await clamd.IsClean(store.Read(file.SignalId, file.Id, attached.Size, cancellationToken), cancellationToken);
            await Mark(file.SignalId, file.Id, isClean ? AttachmentState.Clean : AttachmentState.Refused, cancellationToken);
            return true;
        }
        catch (ScanFailedException problem)
        {
            LogScanFailed(problem.Message);
            return false;
        }
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

    /// <param name="Kind">Of the event with which it came, like <paramref name="Facts"/>.</param>
    private sealed record FileToScan(Guid OrganisationId, Guid SignalId, Guid Id, string Kind, string Facts);
}
