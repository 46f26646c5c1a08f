using MediatR;
using SignaalPortaal.Application.Pipeline;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Attachments;

/// <summary>Checks a file that came with a form, and keeps it until the form is sent. The outcome is why it is not taken; null when it is.</summary>
/// <param name="Key">Of the form; see <see cref="UploadKey"/>.</param>
/// <param name="Length">In bytes.</param>
/// <param name="IsNamed">Whether whoever will read it knows who sent it. Otherwise there is no PDF, and the name is not kept.</param>
public sealed record KeepUpload(string Key, string FileName, long Length, Stream Content, bool IsNamed = true) : IRequest<FileRefusal?>, IBeginTransactions;

internal sealed class KeepUploadHandler(AttachmentStore store, Viewer viewer, Now now) : IRequestHandler<KeepUpload, FileRefusal?>
{
    /// <summary>A file is whole in memory only here, before and after it is cleaned: so many at a time on this node, however many come in.</summary>
    private static readonly SemaphoreSlim AtATime = new(2);

    public async Task<FileRefusal?> Handle(KeepUpload command, CancellationToken cancellationToken)
    {
        if (command.Length > Attachment.LargestSize)
        {
            return FileRefusal.TooLarge;
        }

        if (UploadDrawer.Of(command.Key, viewer) is not { } drawer)
        {
            return FileRefusal.TooMany;
        }

        if (viewer.PersonId == Guid.Empty && await store.HasNoRoomForNobody(cancellationToken))
        {
            return FileRefusal.TooMany;
        }

        await AtATime.WaitAsync(cancellationToken);
        try
        {
            var bytes = GC.AllocateUninitializedArray<byte>((int)command.Length);
            await command.Content.ReadExactlyAsync(bytes, cancellationToken);
            var file = FileInspection.Inspect(bytes, command.FileName, command.IsNamed);
            var name = command.IsNamed ? AttachmentNames.Clean(command.FileName, file.Type) : AttachmentNames.Neutral(number: 1, file.Type);
            return await store.Keep(drawer, name, file, now.Today, cancellationToken) ? null : FileRefusal.TooMany;
        }
        catch (FileRefusedException refused)
        {
            return refused.Refusal;
        }
        finally
        {
            AtATime.Release();
        }
    }
}

/// <summary>The files that came with a form, in their order.</summary>
public sealed record GetUploads(string Key) : IRequest<IReadOnlyList<UploadView>>;

public sealed record UploadView(Guid Id, string Name, int Size);

internal sealed class GetUploadsHandler(AttachmentStore store, Viewer viewer) : IRequestHandler<GetUploads, IReadOnlyList<UploadView>>
{
    public async Task<IReadOnlyList<UploadView>> Handle(GetUploads query, CancellationToken cancellationToken) =>
        UploadDrawer.Of(query.Key, viewer) is { } drawer
            ? [.. (await store.Pending(drawer, cancellationToken)).Select(file => new UploadView(file.Id, drawer.CipherOf(file.Id).OpenName(file.SealedName), file.Size))]
            : [];
}

/// <summary>Takes a file out of a form again.</summary>
public sealed record RemoveUpload(string Key, Guid Id) : IRequest;

internal sealed class RemoveUploadHandler(AttachmentStore store, Viewer viewer) : AsyncRequestHandler<RemoveUpload>
{
    protected override async Task Handle(RemoveUpload command, CancellationToken cancellationToken)
    {
        if (UploadDrawer.Of(command.Key, viewer) is { } drawer)
        {
            await store.Remove(drawer, command.Id, cancellationToken);
        }
    }
}
