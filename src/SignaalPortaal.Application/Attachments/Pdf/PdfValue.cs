namespace SignaalPortaal.Application.Attachments.Pdf;

/// <summary>Anything of which the objects of a PDF are made (ISO 32000-2, 7.3).</summary>
internal abstract class PdfValue
{
    public static PdfValue Null { get; } = new PdfPlain("null");
}

/// <summary>A number, true, false or null, as it is written.</summary>
internal sealed class PdfPlain(string text) : PdfValue
{
    public string Text { get; } = text;

    /// <summary>Null when it is no whole number.</summary>
    public int? Whole => int.TryParse(Text, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var whole) ? whole : null;
}

/// <param name="name">Without its slash, each byte a character; nothing in it is escaped any more.</param>
internal sealed class PdfName(string name) : PdfValue
{
    public string Name { get; } = name;
}

internal sealed class PdfText(byte[] bytes) : PdfValue
{
    public byte[] Bytes { get; } = bytes;
}

internal sealed class PdfReference(int number) : PdfValue
{
    public int Number { get; } = number;
}

internal sealed class PdfList(List<PdfValue> items) : PdfValue
{
    public List<PdfValue> Items { get; } = items;
}

internal sealed class PdfDictionary : PdfValue
{
    /// <summary>In the order in which they stand; of a key that stands there twice only the last counts.</summary>
    public OrderedDictionary<string, PdfValue> Entries { get; } = [];

    public PdfValue? this[string key] => Entries.GetValueOrDefault(key);

    /// <summary>Null when it is not there, or no name.</summary>
    public string? NameOf(string key) => (this[key] as PdfName)?.Name;

    public int? WholeOf(string key) => (this[key] as PdfPlain)?.Whole;
}

/// <summary>What stands in a PDF under a number.</summary>
/// <param name="Data">Of a stream, as they are packed; null when it is none.</param>
internal readonly record struct PdfObject(PdfValue Value, ReadOnlyMemory<byte>? Data = null);
