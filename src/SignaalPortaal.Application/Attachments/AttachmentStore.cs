using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Attachments;

/// <summary>The one place where the bytes of files are written and read.</summary>
internal sealed class AttachmentStore(PortalDb db)
{
    /// <summary>In bytes.</summary>
    public const int PartSize = 64 * 1024;

    /// <summary>In bytes, of all forms of an organisation that were not sent.</summary>
    private const long MostWaiting = 1024L * 1024 * 1024;

    /// <summary>How many parts are fetched at once. Between two batches no connection is held: whoever downloads slowly keeps none from others.</summary>
    private const int Batch = 8;

    /// <summary>How many parts a file has.</summary>
    public static int PartsOf(int size) => (size + PartSize - 1) / PartSize;

    /// <summary>Whether so much waits already that what comes from somebody who is not signed in finds no room: nobody fills the disk from outside.</summary>
    public async Task<bool> HasNoRoomForNobody(CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var waiting = await db.Database
            .SqlQuery<long>($"""select coalesce(sum(size), 0)::bigint as "Value" from pending_attachments where organisation_id = {db.OrganisationId}""").SingleAsync(cancellationToken);
        return waiting > MostWaiting;
    }

    /// <summary>Puts a file in the drawer of a form.</summary>
    /// <returns>Whether there was room; true too when it was there already.</returns>
    public async Task<bool> Keep(UploadDrawer drawer, string name, InspectedFile file, DateOnly today, CancellationToken cancellationToken)
    {
        var (id, bytes, salt) = (Guid.NewGuid(), file.Bytes, EventChain.NewSalt());
        var cipher = drawer.CipherOf(id);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        for (var attempt = 0; attempt < Attachment.MostOfASignal; attempt++)
        {
            // Somebody who sends the form twice at the same moment may take the place first.
            var isKept = await db.Database.ExecuteSqlAsync(
                $"""
                insert into pending_attachments (organisation_id, drawer, place, id, name, type, size, digest, salt, commitment, uploaded_on)
                select {db.OrganisationId}, {drawer.Name}, free.place, {id}, {cipher.SealName(name)}, {file.Type.ToString()}, {bytes.Length},
                    {drawer.DigestOf(bytes.Span)}, {salt}, {EventChain.Commitment(salt, bytes.Span)}, {today}
                from (
                    select min(place) as place
                    from generate_series(1, {Attachment.MostOfASignal}) place
                    where place not in (select taken.place from pending_attachments taken where organisation_id = {db.OrganisationId} and drawer = {drawer.Name})
                ) free
                where free.place is not null
                on conflict do nothing
                """,
                cancellationToken) == 1;
            if (isKept)
            {
                await WritePending(id, cipher, bytes, cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                return true;
            }

            var files = await Pending(drawer, cancellationToken);
            if (files.Any(kept => kept.Digest.AsSpan().SequenceEqual(drawer.DigestOf(bytes.Span))))
            {
                return true;
            }

            if (files.Count == Attachment.MostOfASignal)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>The files in the drawer of a form, in their order.</summary>
    public async Task<IReadOnlyList<PendingFile>> Pending(UploadDrawer drawer, CancellationToken cancellationToken) =>
        await db.Database
            .SqlQuery<PendingFile>($"""
                select id as "Id", name as "SealedName", type as "TypeName", size as "Size", digest as "Digest", salt as "Salt", commitment as "Commitment"
                from pending_attachments
                where organisation_id = {db.OrganisationId} and drawer = {drawer.Name}
                order by place
                """)
            .ToListAsync(cancellationToken);

    public Task Remove(UploadDrawer drawer, Guid id, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"""
        delete from pending_attachments where organisation_id = {db.OrganisationId} and drawer = {drawer.Name} and id = {id}
        """,
        cancellationToken);

    /// <summary>Moves the bytes of a file from the drawer to the signal, whose attachment is in the database already.</summary>
    public async Task Move(UploadDrawer drawer, PendingFile file, Attachment attachment, CancellationToken cancellationToken)
    {
        var (opening, sealing, count) = (drawer.CipherOf(file.Id), await db.CipherOf(attachment.SignalId, attachment.Id, cancellationToken), PartsOf(file.Size));
        for (var part = 0; part < count; part++)
        {
            var stored = await db.Database
                .SqlQuery<byte[]>($"""
                    select bytes as "Value" from pending_attachment_parts
                    where organisation_id = {db.OrganisationId} and attachment_id = {file.Id} and part = {part}
                    """)
                .SingleAsync(cancellationToken);
            var bytes = sealing.Seal(opening.Open(stored, part, isLast: part == count - 1), part, isLast: part == count - 1);
            await db.Database.ExecuteSqlAsync(
                $"""
                insert into attachment_parts (organisation_id, signal_id, attachment_id, part, bytes)
                values ({db.OrganisationId}, {attachment.SignalId}, {attachment.Id}, {part}, {bytes})
                """,
                cancellationToken);
        }

        await Remove(drawer, file.Id, cancellationToken);
    }

    /// <summary>Reads a file once through, to see that it is still the one that was added.</summary>
    /// <param name="attached">What its event says.</param>
    /// <exception cref="ChangedAttachmentException">It is another one.</exception>
    public async Task RequireUnchanged(Guid signalId, byte[] salt, Attached attached, CancellationToken cancellationToken)
    {
        using var hash = EventChain.FileCommitment(salt, attached.Size);
        try
        {
            await foreach (var part in Read(signalId, attached.Attachment, attached.Size, cancellationToken))
            {
                hash.AppendData(part);
            }
        }
        catch (Exception exception) when (exception is AttachmentGoneException or CryptographicException)
        {
            throw new ChangedAttachmentException();
        }

        if (!hash.GetHashAndReset().AsSpan().SequenceEqual(attached.Commitment))
        {
            throw new ChangedAttachmentException();
        }
    }

    /// <summary>The bytes of an attachment, part by part: nowhere is there ever a whole file.</summary>
    /// <exception cref="AttachmentGoneException">They were destroyed.</exception>
    public async IAsyncEnumerable<byte[]> Read(Guid signalId, Guid attachmentId, int size, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (count, cipher) = (PartsOf(size), default(PartCipher));
        for (var first = 0; first < count; first += Batch)
        {
            (cipher, var parts) = await ReadBatch(signalId, attachmentId, first, cipher, cancellationToken);
            if (parts.Count != Math.Min(Batch, count - first))
            {
                throw new AttachmentGoneException();
            }

            for (var index = 0; index < parts.Count; index++)
            {
                yield return cipher.Open(parts[index], first + index, isLast: first + index == count - 1);
            }
        }
    }

    /// <param name="cipher">Null in the first batch of a file: it is found together with it.</param>
    private async Task<(PartCipher Cipher, List<byte[]> Parts)> ReadBatch(
        Guid signalId, Guid attachmentId, int first, PartCipher? cipher, CancellationToken cancellationToken)
    {
        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellationToken) : null;
        var parts = await db.Database
            .SqlQuery<byte[]>($"""
                select bytes as "Value" from attachment_parts
                where organisation_id = {db.OrganisationId} and signal_id = {signalId} and attachment_id = {attachmentId}
                    and part >= {first} and part < {first + Batch}
                order by part
                """)
            .ToListAsync(cancellationToken);
        return (cipher ?? await db.CipherOf(signalId, attachmentId, cancellationToken), parts);
    }

    private async Task WritePending(Guid id, PartCipher cipher, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var count = PartsOf(bytes.Length);
        for (var part = 0; part < count; part++)
        {
            var from = part * PartSize;
            var stored = cipher.Seal(bytes.Span[from..Math.Min(bytes.Length, from + PartSize)], part, isLast: part == count - 1);
            await db.Database.ExecuteSqlAsync(
                $"insert into pending_attachment_parts (organisation_id, attachment_id, part, bytes) values ({db.OrganisationId}, {id}, {part}, {stored})", cancellationToken);
        }
    }
}

/// <summary>The bytes of an attachment are not there any more.</summary>
internal sealed class AttachmentGoneException : Exception;

/// <summary>The bytes of an attachment are not those that were added: nobody gets them.</summary>
public sealed class ChangedAttachmentException : Exception;
