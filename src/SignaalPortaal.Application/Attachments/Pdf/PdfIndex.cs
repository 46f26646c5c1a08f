using static SignaalPortaal.Application.Attachments.FileRefusedException;

namespace SignaalPortaal.Application.Attachments.Pdf;

/// <summary>Where an object is: at a byte of the file, or packed in the stream of another number.</summary>
internal readonly record struct PdfPlace(int Offset, int PackedIn = 0);

/// <summary>
/// Which objects a PDF has and where, with all its versions: the newest counts (ISO 32000-2, 7.5). When the index does not fit, the file is looked
/// through from front to back, as readers do.
/// </summary>
internal sealed class PdfIndex
{
    private const int MostSections = 1_000, HighestNumber = 8_388_607, StartIsWithin = 2048;

    private readonly byte[] _file;
    private readonly PdfBudget _budget;

    private PdfIndex(byte[] file, PdfBudget budget) => (_file, _budget) = (file, budget);

    public Dictionary<int, PdfPlace> Places { get; } = [];

    /// <summary>Streams with packed objects, in the order of the file: only when it was looked through, as then no index says what is in them.</summary>
    public List<int> PackedStreams { get; } = [];

    public PdfValue? Root { get; private set; }

    public bool IsEncrypted { get; private set; }

    /// <summary>As the file itself says.</summary>
    public static PdfIndex Read(byte[] file, PdfBudget budget)
    {
        var index = new PdfIndex(file, budget);
        index.ReadSections();
        return index;
    }

    /// <summary>As it is found.</summary>
    public static PdfIndex Search(byte[] file, PdfBudget budget)
    {
        var index = new PdfIndex(file, budget);
        index.SearchObjects();
        return index;
    }

    private void ReadSections()
    {
        var from = Math.Max(0, _file.Length - StartIsWithin);
        var start = _file.AsSpan(from).LastIndexOf("startxref"u8);
        Require(start >= 0);
        var reader = new PdfReader(_file, from + start + "startxref".Length, _budget);
        Require(reader.TryWhole(out var offset));
        var seen = new HashSet<int>();
        var waiting = new Queue<int>([offset]);
        while (waiting.TryDequeue(out offset))
        {
            if (!seen.Add(offset))
            {
                continue;
            }

            Require(seen.Count <= MostSections && offset < _file.Length);
            var dictionary = ReadSection(offset);

            // In a file for old and new readers the new one looks here first, and only then at what was before.
            foreach (var key in (string[])["XRefStm", "Prev"])
            {
                if (dictionary.WholeOf(key) is { } next)
                {
                    Require(next >= 0);
                    waiting.Enqueue(next);
                }
            }
        }
    }

    private PdfDictionary ReadSection(int offset)
    {
        var reader = new PdfReader(_file, offset, _budget);
        PdfDictionary? dictionary;
        if (reader.TryWord("xref"u8))
        {
            ReadTable(ref reader);
            dictionary = reader.Value() as PdfDictionary;
        }
        else
        {
            Require(reader.TryHead(out _));
            dictionary = reader.Value() as PdfDictionary;
            Require(dictionary?.NameOf("Type") == "XRef" && reader.TryStream());
            ReadStream(dictionary!, PdfFile.Data(_file, reader.Position, dictionary!.WholeOf("Length"), _budget));
        }

        Require(dictionary is not null);
        Take(dictionary!);
        return dictionary!;
    }

    private void Take(PdfDictionary trailer)
    {
        Root ??= trailer["Root"];
        IsEncrypted |= trailer["Encrypt"] is not (null or PdfPlain { Text: "null" });
    }

    private void ReadTable(ref PdfReader reader)
    {
        while (!reader.TryWord("trailer"u8))
        {
            var (first, count) = (reader.Whole(), reader.Whole());
            for (var number = first; number < first + (long)count; number++)
            {
                var (offset, _) = (reader.Whole(), reader.Whole());
                if (reader.TryWord("n"u8))
                {
                    Add(number, new PdfPlace(offset));
                }
                else
                {
                    Require(reader.TryWord("f"u8));
                    Add(number, default);
                }
            }
        }
    }

    private void ReadStream(PdfDictionary dictionary, ReadOnlyMemory<byte> data)
    {
        var table = PdfPacking.Unpack(dictionary, data, _budget);
        var widths = dictionary["W"] is PdfList { Items: [PdfPlain { Whole: { } kind }, PdfPlain { Whole: { } middle }, PdfPlain { Whole: { } last }] }
            ? (kind, middle, last) : throw new FileRefusedException(FileRefusal.Damaged);
        Require(widths is { kind: >= 0 and <= 8, middle: > 0 and <= 8, last: >= 0 and <= 8 });
        var sections = dictionary["Index"] is PdfList { Items: var items }
            ? items.Select(item => (item as PdfPlain)?.Whole ?? -1).ToList() : [0, dictionary.WholeOf("Size") ?? -1];
        Require(sections.Count % 2 == 0 && sections.TrueForAll(number => number >= 0));
        var at = 0;
        foreach (var section in sections.Chunk(2))
        {
            for (var number = section[0]; number < section[0] + (long)section[1] && at + widths.kind + widths.middle + widths.last <= table.Length; number++)
            {
                var type = widths.kind == 0 ? 1 : Number(widths.kind);
                var (second, third) = (Number(widths.middle), Number(widths.last));
                Add(number, type switch { 1 => new PdfPlace((int)second), 2 => new PdfPlace((int)third, (int)second), _ => default });
            }
        }

        long Number(int width)
        {
            var number = 0L;
            for (var count = 0; count < width; count++)
            {
                number = (number << 8) | table[at++];
            }

            return number is >= 0 and <= int.MaxValue ? number : 0;
        }
    }

    /// <summary>The newest is read first.</summary>
    private void Add(int number, PdfPlace place)
    {
        if (number is > 0 and <= HighestNumber)
        {
            Places.TryAdd(number, place);
        }
    }

    private void SearchObjects()
    {
        PdfValue? catalogue = null;
        for (var at = 0; _file.AsSpan(at).IndexOfAny((byte)'o', (byte)'t') is var found && found >= 0;)
        {
            at += found;
            if (_file.AsSpan(at).StartsWith("trailer"u8))
            {
                at += "trailer".Length;
                if (TryDictionary(ref at) is { } trailer)
                {
                    Root = trailer["Root"] ?? Root;
                    IsEncrypted |= trailer["Encrypt"] is not (null or PdfPlain { Text: "null" });
                }
            }
            else if (_file.AsSpan(at).StartsWith("obj"u8) && HeadBefore(at) is { } head)
            {
                at += "obj".Length;
                Places[head.Number] = new PdfPlace(head.Offset);
                var dictionary = TryDictionary(ref at);
                catalogue = dictionary?.NameOf("Type") is "Catalog" ? new PdfReference(head.Number) : catalogue;
                at = PastStream(head.Number, dictionary, at);
            }
            else
            {
                at++;
            }
        }

        Root ??= catalogue;
    }

    private int PastStream(int number, PdfDictionary? dictionary, int at)
    {
        var reader = new PdfReader(_file, at, _budget);
        if (dictionary is null || !reader.TryStream())
        {
            return at;
        }

        if (dictionary.NameOf("Type") is "XRef")
        {
            Root = dictionary["Root"] ?? Root;
            IsEncrypted |= dictionary["Encrypt"] is not (null or PdfPlain { Text: "null" });
        }
        else if (dictionary.NameOf("Type") is "ObjStm")
        {
            PackedStreams.Add(number);
        }

        var end = _file.AsSpan(reader.Position).IndexOf("endstream"u8);
        return end < 0 ? _file.Length : reader.Position + end + "endstream".Length;
    }

    /// <summary>Null when there is none that can be read. The search goes on behind what was read, so that nothing is read twice.</summary>
    private PdfDictionary? TryDictionary(ref int at)
    {
        var reader = new PdfReader(_file, at, _budget);
        try
        {
            return reader.Value() as PdfDictionary;
        }
        catch (FileRefusedException)
        {
            _budget.OneUnreadable();
            return null;
        }
        finally
        {
            at = reader.Position;
        }
    }

    /// <summary>The two numbers in front of "obj".</summary>
    private (int Number, int Offset)? HeadBefore(int at)
    {
        const int longest = 40;
        var from = Math.Max(0, at - longest);
        var before = _file.AsSpan(from, at - from).TrimEnd("\0\t\n\f\r "u8);
        var digits = before.Length - before.TrimEnd("0123456789"u8).Length;
        before = before[..^digits];
        var blanks = before.Length - before.TrimEnd("\0\t\n\f\r "u8).Length;
        before = before.TrimEnd("\0\t\n\f\r "u8);
        var start = before.TrimEnd("0123456789"u8).Length;
        return digits > 0 && blanks > 0 && System.Buffers.Text.Utf8Parser.TryParse(before[start..], out int number, out _) && number is > 0 and <= HighestNumber
            ? (number, from + start) : null;
    }
}
