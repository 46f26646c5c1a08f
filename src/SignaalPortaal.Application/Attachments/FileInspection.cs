using SignaalPortaal.Application.Attachments.Pdf;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Attachments;

/// <summary>Why a file is not taken. EnumTexts.resx says it in Dutch.</summary>
public enum FileRefusal
{
    Empty,
    TooLarge,
    TooMany,

    /// <summary>No JPEG, PNG, PDF or text.</summary>
    UnknownType,

    /// <summary>The name says text, a photograph or a PDF, and the content is something else.</summary>
    NotWhatItsNameSays,

    /// <summary>Not whole, or built otherwise than its type asks.</summary>
    Damaged,
    TooManyPixels,
    NotPlainText,

    /// <summary>A PDF that does something by itself, or carries other files.</summary>
    PdfDoesThings,
    PdfIsEncrypted,

    /// <summary>What a PDF tells about its maker cannot be taken out of it with certainty.</summary>
    PdfTellsWhoMadeIt,
}

internal sealed class FileRefusedException(FileRefusal refusal) : Exception(refusal.ToString())
{
    public FileRefusal Refusal { get; } = refusal;

    /// <summary>Whatever holds of each file that is whole and built as its type asks.</summary>
    public static void Require(bool holds)
    {
        if (!holds)
        {
            throw new FileRefusedException(FileRefusal.Damaged);
        }
    }
}

/// <summary>A file that is taken, without what it told about its maker.</summary>
internal readonly record struct InspectedFile(AttachmentType Type, ReadOnlyMemory<byte> Bytes);

/// <summary>
/// Judges a file by its content and takes out of it what is not needed to show it. Telephones and mail programs often give a photograph the wrong
/// end of a name; text has no beginning of its own, and only of text does the name have to say so too.
/// What comes out, comes out the same when it is inspected again.
/// </summary>
internal static class FileInspection
{
    /// <summary>How many pixels an image has at most: a few kilobytes can become gigabytes in the memory of whoever looks at it.</summary>
    public const long MostPixels = 50_000_000;

    /// <param name="fileName">As the reporter called it.</param>
    /// <param name="isNamed">Whether the reporter is known to whoever reads it. Otherwise there is no PDF.</param>
    /// <exception cref="FileRefusedException">It is not taken.</exception>
    public static InspectedFile Inspect(byte[] file, string fileName, bool isNamed)
    {
        if (file.Length == 0)
        {
            throw new FileRefusedException(FileRefusal.Empty);
        }

        if (file.Length > Attachment.LargestSize)
        {
            throw new FileRefusedException(FileRefusal.TooLarge);
        }

        var type = TypeOf(file);
        if (type is AttachmentType.Text && AttachmentNames.TypeOf(fileName) is not AttachmentType.Text)
        {
            throw new FileRefusedException(AttachmentNames.TypeOf(fileName) is null ? FileRefusal.UnknownType : FileRefusal.NotWhatItsNameSays);
        }

        if (type is AttachmentType.Pdf && !isNamed)
        {
            throw new FileRefusedException(FileRefusal.PdfTellsWhoMadeIt);
        }

        var clean = type switch
        {
            AttachmentType.Jpeg => JpegCleaner.Clean(file),
            AttachmentType.Png => PngCleaner.Clean(file),
            AttachmentType.Pdf => PdfCleaner.Clean(file),
            _ => TextCheck.Clean(file),
        };
        return clean.Length <= Attachment.LargestSize ? new InspectedFile(type, clean) : throw new FileRefusedException(FileRefusal.TooLarge);
    }

    /// <summary>What the first bytes say. Text has none of its own: it is judged by all of them.</summary>
    public static AttachmentType TypeOf(ReadOnlySpan<byte> file) => file switch
    {
        [0xFF, 0xD8, 0xFF, ..] => AttachmentType.Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => AttachmentType.Png,
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => AttachmentType.Pdf,
        _ => AttachmentType.Text,
    };
}
