using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Attachments;

/// <summary>Saves what a reporter says together with the files that came with it: both or neither.</summary>
internal sealed class AttachFiles(PortalDb db, AttachmentStore store, ClamdSettings scanner, Viewer viewer, Now now)
{
    /// <param name="key">Of the form; see <see cref="UploadKey"/>.</param>
    public async Task Save(Signal signal, string key, CancellationToken cancellationToken)
    {
        var drawer = UploadDrawer.Of(key, viewer);
        var files = drawer is null ? [] : await store.Pending(drawer, cancellationToken);
        var attached = files.Select(file => (File: file, Attachment: Attach(signal, drawer!, file))).ToList();
        await db.SaveChangesAsync(cancellationToken);
        foreach (var (file, attachment) in attached)
        {
            await store.Move(drawer!, file, attachment, cancellationToken);
        }
    }

    private Attachment Attach(Signal signal, UploadDrawer drawer, PendingFile file)
    {
        // Where nobody is to know who raised it, no file keeps its name, and none is a PDF.
        var isNamed = signal.Disclosure is Disclosure.Named;

        // Who raises it right now is its reporter, and has no code yet.
        var by = !isNamed && db.Entry(signal).State is EntityState.Added ? viewer with { ReceiptOf = signal.Id } : viewer;
        if (file.Type is AttachmentType.Pdf && !isNamed)
        {
            throw new BrokenRuleException(SignalRule.OnlyANamedSignalTakesAPdf);
        }

        var number = signal.Timeline.Count(entry => entry.Happened is Attached) + 1;
        var name = isNamed ? drawer.CipherOf(file.Id).OpenName(file.SealedName) : AttachmentNames.Neutral(number, file.Type);
        return signal.Attach(new NewAttachment(name, file.Type, file.Size, file.Salt, file.Commitment, NeedsAScan: scanner.IsOn), by, now);
    }
}
