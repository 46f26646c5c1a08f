using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Web.Forms;

/// <summary>The form of this page may be as large as the files that it takes; see <see cref="Edge.Intake"/>.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TakesFilesAttribute : Attribute
{
    /// <summary>In bytes: the files, and around them the largest form there is otherwise.</summary>
    public const long LargestForm = (Attachment.MostOfASignal * (long)Attachment.LargestSize) + FormServices.LargestForm;

    /// <summary>How long it may take to handle what came in: files are cleaned, one after the other.</summary>
    public const int LongestMilliseconds = 120_000;
}
