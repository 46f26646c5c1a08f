using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Attachments;

/// <summary>A file of a signal, if it is still the one that was added. When somebody else than the reporter opens it, the reporter can read that.</summary>
/// <param name="Reference">Of the signal, as in the address.</param>
public sealed record GetAttachment(string Reference, Guid Id) : IRequest<AttachmentFile>;

/// <param name="Size">In bytes.</param>
/// <param name="Parts">One after the other the whole file; read from the database as they are asked for.</param>
public sealed record AttachmentFile(string Name, AttachmentType Type, int Size, IAsyncEnumerable<byte[]> Parts);

/// <summary>What a page shows of a file.</summary>
/// <param name="Reference">Of the signal.</param>
/// <param name="IsThere">It was not destroyed.</param>
public sealed record AttachmentView(string Reference, Guid Id, string Name, AttachmentType Type, int Size, AttachmentState State, bool IsThere)
{
    public bool CanBeRead => State is AttachmentState.Clean && IsThere;

    internal static AttachmentView Of(Signal signal, Attached happened, Attachment attachment) => new(
        signal.Reference, attachment.Id, AttachmentNames.OrAny(happened), happened.Type, happened.Size, attachment.State, IsThere: attachment.Salt is not null);
}

internal sealed class GetAttachmentHandler(PortalDb db, AttachmentStore store, Viewer viewer, Now now) : IRequestHandler<GetAttachment, AttachmentFile>
{
    public async Task<AttachmentFile> Handle(GetAttachment query, CancellationToken cancellationToken)
    {
        var wanted = Reference.Parse(query.Reference);
        var found = await (
            from signal in db.Signals
            join attachment in db.Set<Attachment>() on signal.Id equals attachment.SignalId
            join entry in db.Set<TimelineEntry>() on new { attachment.SignalId, attachment.Seq } equals new { entry.SignalId, entry.Seq }
            where signal.Reference == wanted && attachment.Id == query.Id && attachment.State == AttachmentState.Clean && attachment.Salt != null
            select new
            {
                signal.Id,
                signal.ReporterId,
                entry.Kind,
                entry.Facts,
                entry.Seq,
                attachment.Salt,
                Words = entry.Words == null ? null : entry.Words.Text,
                Sealed = entry.Words == null ? null : EF.Property<string?>(entry.Words, PortalDb.Sealed),
            })
            .SingleOrDefaultAsync(cancellationToken)
            ?? throw new SignalNotFoundException();

        if (found.ReporterId != viewer.PersonId)
        {
            await db.NoteReadings([found.Id], viewer.ReceiptOf is null ? ReadThrough.Page : ReadThrough.Receipt, now.Today, cancellationToken);
        }

        if (found.Sealed is not null)
        {
            await db.LoadKeys([found.Id], cancellationToken);
        }

        var words = found.Sealed is null ? found.Words : db.Words(found.Id, found.Seq, found.Sealed);
        var attached = (Attached)TimelineEntry.Read(found.Kind, found.Facts, words);
        await store.RequireUnchanged(found.Id, found.Salt!, attached with { Attachment = query.Id }, cancellationToken);
        return new AttachmentFile(
            AttachmentNames.OrAny(attached), attached.Type, attached.Size, store.Read(found.Id, query.Id, attached.Size, cancellationToken));
    }
}
