using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Display;

/// <summary>Files, as a person speaks of them.</summary>
internal static class FileSizes
{
    private const int Kilobyte = 1024, Megabyte = 1024 * 1024;

    /// <summary>In kilobytes, or in megabytes with one decimal.</summary>
    public static string Of(int bytes) => bytes < Megabyte
        ? string.Format(SharedTexts.Kilobytes, (bytes + Kilobyte - 1) / Kilobyte)
        : string.Format(SharedTexts.Megabytes, bytes / (decimal)Megabyte);
}
