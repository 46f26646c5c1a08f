using static SignaalPortaal.Application.Attachments.FileRefusedException;

namespace SignaalPortaal.Application.Attachments.Pdf;

/// <summary>The objects of a PDF, each read when it is asked for.</summary>
internal sealed class PdfFile
{
    private readonly byte[] _file;
    private readonly PdfBudget _budget;
    private readonly PdfIndex _index;
    private readonly Dictionary<int, PackedObjects> _packed = [];

    private PdfFile(byte[] file, PdfBudget budget, PdfIndex index) => (_file, _budget, _index) = (file, budget, index);

    /// <summary>The number of the object from which all others are found.</summary>
    public int Root => (_index.Root as PdfReference)?.Number ?? 0;

    public PdfBudget Budget => _budget;

    /// <exception cref="FileRefusedException">It is encrypted, or it has no pages that can be found.</exception>
    public static PdfFile Open(byte[] file, bool bySearching = false)
    {
        var budget = new PdfBudget();
        var pdf = new PdfFile(file, budget, bySearching ? PdfIndex.Search(file, budget) : PdfIndex.Read(file, budget));
        if (pdf._index.IsEncrypted)
        {
            throw new FileRefusedException(FileRefusal.PdfIsEncrypted);
        }

        foreach (var stream in pdf._index.PackedStreams)
        {
            foreach (var number in pdf.PackedIn(stream).Numbers)
            {
                pdf._index.Places.TryAdd(number, new PdfPlace(0, stream));
            }
        }

        Require(pdf.Get(pdf.Root).Value is PdfDictionary root && pdf.Resolve(root["Pages"]) is PdfDictionary);
        return pdf;
    }

    /// <summary>What stands under a number; nothing when it is not there.</summary>
    /// <exception cref="FileRefusedException">Something else is there than the index says.</exception>
    public PdfObject Get(int number)
    {
        var place = _index.Places.GetValueOrDefault(number);
        if (place is { Offset: 0, PackedIn: 0 })
        {
            return new PdfObject(PdfValue.Null);
        }

        return place.PackedIn > 0 ? new PdfObject(PackedIn(place.PackedIn).Read(number, _budget)) : ReadAt(number, place.Offset, isForLength: false);
    }

    /// <summary>The value itself, also when only its number is given.</summary>
    public PdfValue Resolve(PdfValue? value)
    {
        const int most = 20;
        for (var count = 0; value is PdfReference reference; count++)
        {
            Require(count < most);
            value = Get(reference.Number).Value;
        }

        return value ?? PdfValue.Null;
    }

    /// <summary>The same, and in a list each item too.</summary>
    public PdfValue ResolveItems(PdfValue? value) =>
        Resolve(value) is PdfList list ? new PdfList([.. list.Items.Select(Resolve)]) : Resolve(value);

    /// <summary>The data of a stream: as long as is said, if it ends there, and otherwise up to the word that ends it.</summary>
    public static ReadOnlyMemory<byte> Data(byte[] file, int start, int? length, PdfBudget budget)
    {
        if (length is { } said and >= 0 && said <= file.Length - start)
        {
            var end = new PdfReader(file, start + said, budget);
            if (end.TryWord("endstream"u8))
            {
                return file.AsMemory(start, said);
            }
        }

        var found = file.AsSpan(start).IndexOf("endstream"u8);
        Require(found >= 0);
        budget.Bytes(found);
        return file.AsMemory(start, found);
    }

    private PdfObject ReadAt(int number, int offset, bool isForLength)
    {
        Require(offset < _file.Length);
        var reader = new PdfReader(_file, offset, _budget);
        Require(reader.TryHead(out var found) && found == number);
        var value = reader.TryWord("endobj"u8) ? PdfValue.Null : reader.Value();
        _budget.Read(reader.Position - offset);
        if (value is not PdfDictionary dictionary || isForLength || !reader.TryStream())
        {
            return new PdfObject(value);
        }

        return new PdfObject(dictionary, Data(_file, reader.Position, Length(dictionary["Length"]), _budget));
    }

    private int? Length(PdfValue? length) => length switch
    {
        PdfPlain plain => plain.Whole,
        PdfReference reference when _index.Places.GetValueOrDefault(reference.Number) is { Offset: > 0, PackedIn: 0 } place =>
            (ReadAt(reference.Number, place.Offset, isForLength: true).Value as PdfPlain)?.Whole,
        _ => null,
    };

    private PackedObjects PackedIn(int stream)
    {
        if (!_packed.TryGetValue(stream, out var packed))
        {
            var place = _index.Places.GetValueOrDefault(stream);
            Require(place.PackedIn == 0);
            var read = ReadAt(stream, place.Offset, isForLength: false);
            Require(read is { Value: PdfDictionary, Data: not null });
            _packed[stream] = packed = new PackedObjects((PdfDictionary)read.Value, read.Data!.Value, _budget);
        }

        return packed;
    }

    /// <summary>Objects that are packed together in a stream.</summary>
    private sealed class PackedObjects
    {
        private readonly byte[] _bytes;
        private readonly Dictionary<int, int> _offsets = [];

        public PackedObjects(PdfDictionary dictionary, ReadOnlyMemory<byte> data, PdfBudget budget)
        {
            _bytes = PdfPacking.Unpack(dictionary, data, budget);
            var (first, count) = (dictionary.WholeOf("First") ?? -1, dictionary.WholeOf("N") ?? -1);
            Require(first >= 0 && count >= 0 && first <= _bytes.Length);
            var reader = new PdfReader(_bytes, 0, budget);
            for (var index = 0; index < count; index++)
            {
                budget.OneValue();
                var (number, offset) = (reader.Whole(), reader.Whole());
                Require(offset <= _bytes.Length - first);
                _offsets.TryAdd(number, first + offset);
            }
        }

        public IEnumerable<int> Numbers => _offsets.Keys;

        public PdfValue Read(int number, PdfBudget budget)
        {
            Require(_offsets.TryGetValue(number, out var offset));
            var reader = new PdfReader(_bytes, offset, budget);
            var value = reader.Value();
            budget.Read(reader.Position - offset);
            return value;
        }
    }
}
