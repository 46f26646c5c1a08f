using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Attachments;

/// <summary>How a file is called.</summary>
internal static class AttachmentNames
{
    /// <summary>What the end of the name says; null for anything that is not taken.</summary>
    public static AttachmentType? TypeOf(string fileName) => Path.GetExtension(fileName).ToUpperInvariant() switch
    {
        ".JPG" or ".JPEG" or ".JFIF" or ".JPE" => AttachmentType.Jpeg,
        ".PNG" => AttachmentType.Png,
        ".PDF" => AttachmentType.Pdf,
        ".TXT" => AttachmentType.Text,
        _ => null,
    };

    /// <summary>A name that tells nothing.</summary>
    /// <param name="number">The how manieth attachment it is, from 1.</param>
    public static string Neutral(int number, AttachmentType type) => $"bijlage-{number}{Extension(type)}";

    /// <summary>The name that was kept, unless that was destroyed.</summary>
    public static string OrAny(Attached attached) => string.IsNullOrEmpty(attached.Name) ? Clean("", attached.Type) : attached.Name;

    /// <summary>The name without a path and without what cannot be shown or stored, not longer than fits; its end stays.</summary>
    public static string Clean(string fileName, AttachmentType type)
    {
        var name = Last(fileName);
        var extension = TypeOf(name) == type ? Path.GetExtension(name) : Extension(type);
        var stem = Path.GetFileNameWithoutExtension(name).Trim(' ', '.');
        stem = Words.Cut(stem, Attachment.NameMaxLength - extension.Length).TrimEnd(' ', '.');
        return stem.Length == 0 ? $"bijlage{extension}" : stem + extension;
    }

    /// <summary>Behind the last slash, without what cannot be shown or stored.</summary>
    internal static string Last(string fileName)
    {
        var name = fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..];
        return string.Concat(Words.Readable(name).Where(character => !char.IsControl(character) && !"<>:\"|?*".Contains(character))).Trim();
    }

    private static string Extension(AttachmentType type) => type switch
    {
        AttachmentType.Jpeg => ".jpg",
        AttachmentType.Png => ".png",
        AttachmentType.Pdf => ".pdf",
        _ => ".txt",
    };
}

/// <summary>How a file is called that is not taken.</summary>
public static class UploadNames
{
    /// <summary>For a message: as the person knows it, but short and without anything that cannot be shown.</summary>
    public static string ToShow(string fileName)
    {
        var name = AttachmentNames.Last(fileName);
        return name.Length <= Attachment.NameMaxLength ? name : $"{Words.Cut(name, Attachment.NameMaxLength - 1)}…";
    }
}
