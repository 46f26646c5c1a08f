using static SignaalPortaal.Application.Attachments.FileRefusedException;

namespace SignaalPortaal.Application.Attachments.Pdf;

/// <summary>How much work one PDF may be: more than any document of ten megabytes asks is there to keep its reader busy, or to fill its memory.</summary>
internal sealed class PdfBudget
{
    private const int MostValues = 1_000_000, MostKept = 64 * 1024 * 1024, MostUnreadable = 500;
    private const long MostBytes = 400L * 1024 * 1024;

    private int _values, _kept, _unreadable;
    private long _bytes;

    /// <summary>A number, name, text, list or dictionary was read.</summary>
    public void OneValue() => Require(++_values <= MostValues);

    /// <summary>Something that is no value was passed over.</summary>
    public void OneUnreadable() => Require(++_unreadable <= MostUnreadable);

    /// <summary>So many bytes were looked through or unpacked.</summary>
    public void Bytes(long count) => Require((_bytes += count) <= MostBytes);

    /// <summary>So many bytes were read as values, which takes longer.</summary>
    public void Read(int count) => Bytes(4L * count);

    /// <summary>So many bytes were unpacked and stay in memory.</summary>
    public void Kept(int count) => Require((_kept += count) <= MostKept);
}
