using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Attachments;

/// <summary>
/// Has some of the files scanned that nobody can read before that; how many there were. Nodes that scan the same file at the same moment come to
/// the same verdict. What gets none is tried again next round.
/// </summary>
internal sealed record ScanAttachments : IRequest<int>
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
        // In any order, so that a file that the scanner cannot deal with holds up no other for long.
        var files = await (
            from attachment in db.Set<Attachment>()
            join entry in db.Set<TimelineEntry>() on new { attachment.OrganisationId, attachment.SignalId, attachment.Seq }
                equals new { entry.OrganisationId, entry.SignalId, entry.Seq }
            where attachment.State == AttachmentState.Quarantined && attachment.Salt != null
            orderby EF.Functions.Random()
            select new { attachment.OrganisationId, attachment.SignalId, attachment.Id, entry.Kind, entry.Facts })
            .IgnoreQueryFilters(new[] { "organisation" })
            .Take(ScanAttachments.Most)
            .ToListAsync(cancellationToken);

        var failures = 0;
        foreach (var file in files)
        {
            current.Viewer = Viewer.Nobody with { OrganisationId = file.OrganisationId };
            try
            {
                var attached = (Attached)TimelineEntry.Read(file.Kind, file.Facts, words: null);
                var isClean = await clamd.IsClean(store.Read(file.SignalId, file.Id, attached.Size, cancellationToken), cancellationToken);
                await Mark(file.SignalId, file.Id, isClean ? AttachmentState.Clean : AttachmentState.Refused, cancellationToken);
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

    private Task<int> Mark(Guid signalId, Guid id, AttachmentState state, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"""
        update attachments set state = {state.ToString()}
        where organisation_id = {db.OrganisationId} and signal_id = {signalId} and id = {id} and state = 'Quarantined'
        """,
        cancellationToken);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A file was not scanned: {Problem} It is tried again next round")]
    private partial void LogScanFailed(string problem);
}
