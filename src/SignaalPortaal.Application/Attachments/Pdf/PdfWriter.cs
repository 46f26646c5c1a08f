using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using SignaalPortaal.Domain.Signals;
using static SignaalPortaal.Application.Attachments.FileRefusedException;

namespace SignaalPortaal.Application.Attachments.Pdf;

/// <summary>
/// Writes objects in the order in which they are first spoken of, and numbers them so: what was written once, is written the same again. What is no
/// stream is packed together.
/// </summary>
internal sealed class PdfWriter
{
    private const int MostObjects = 300_000, PackedTogether = 200, LargestPack = 256 * 1024;

    private readonly ArrayBufferWriter<byte> _file = new(64 * 1024);
    private readonly ArrayBufferWriter<byte> _pack = new(16 * 1024);
    private readonly Dictionary<int, int> _numbers = [];
    private readonly Queue<int> _waiting = new();
    private readonly List<(int Number, int Offset)> _packed = [];
    private readonly List<(PdfDictionary Dictionary, byte[] Data)> _packs = [];
    private readonly List<Place> _places = [default];
    private readonly int _root;

    /// <param name="version">The digit before the dot: 1 or 2.</param>
    /// <param name="root">The number that it had.</param>
    public PdfWriter(byte version, int root)
    {
        // Packed objects are as old as 1.5. The four bytes say that this is no text.
        Add(_file, version == '2' ? "%PDF-2.0\n%" : "%PDF-1.7\n%");
        _file.Write<byte>([0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);
        _root = root;
        NumberOf(root);
    }

    /// <summary>The number that the object had which is to be written now.</summary>
    public bool TryNext(out int number) => _waiting.TryDequeue(out number);

    public void Write(PdfValue value)
    {
        _packed.Add((_places.Count, _pack.WrittenCount));
        _places.Add(new Place(IsPacked: true, _packs.Count, _packed.Count - 1));
        Write(_pack, value);
        Add(_pack, "\n");
        if (_packed.Count == PackedTogether || _pack.WrittenCount > LargestPack)
        {
            EndPack();
        }
    }

    public void Write(PdfDictionary stream, ReadOnlySpan<byte> data)
    {
        // A file is checked again when all of it is known; this keeps it from growing on and on until then.
        if (_file.WrittenCount + (long)data.Length > 2L * Attachment.LargestSize)
        {
            throw new FileRefusedException(FileRefusal.TooLarge);
        }

        stream.Entries.Remove("Length");
        stream.Entries["Length"] = Whole(data.Length);
        Add(_file, $"{_places.Count} 0 obj\n");
        _places.Add(new Place(IsPacked: false, _file.WrittenCount - $"{_places.Count} 0 obj\n".Length, 0));
        Write(_file, stream);
        Add(_file, "\nstream\n");
        _file.Write(data);
        Add(_file, "\nendstream\nendobj\n");
    }

    public ReadOnlyMemory<byte> End()
    {
        if (_packed.Count > 0)
        {
            EndPack();
        }

        // Only now it is known how many objects there are, and so which numbers the packs have.
        var first = _places.Count;
        foreach (var (dictionary, data) in _packs)
        {
            Write(dictionary, data);
        }

        var start = _file.WrittenCount;
        var table = new byte[(_places.Count + 1) * 7];
        for (var number = 1; number <= _places.Count; number++)
        {
            var place = number < _places.Count ? _places[number] : new Place(IsPacked: false, start, 0);
            var entry = table.AsSpan(number * 7);
            entry[0] = (byte)(place.IsPacked ? 2 : 1);
            BinaryPrimitives.WriteInt32BigEndian(entry[1..], place.IsPacked ? first + place.Where : place.Where);
            BinaryPrimitives.WriteUInt16BigEndian(entry[5..], (ushort)place.Index);
        }

        var index = new PdfDictionary();
        index.Entries["Type"] = new PdfName("XRef");
        index.Entries["Size"] = Whole(_places.Count + 1);
        index.Entries["W"] = new PdfList([Whole(1), Whole(4), Whole(2)]);
        index.Entries["Root"] = new PdfReference(_root);
        index.Entries["Filter"] = new PdfName("FlateDecode");
        Write(index, Deflate(table));
        Add(_file, $"startxref\n{start}\n%%EOF\n");
        return _file.WrittenMemory;
    }

    private void EndPack()
    {
        var head = Encoding.ASCII.GetBytes(string.Concat(_packed.Select(one => $"{one.Number} {one.Offset} ")));
        var dictionary = new PdfDictionary();
        dictionary.Entries["Type"] = new PdfName("ObjStm");
        dictionary.Entries["N"] = Whole(_packed.Count);
        dictionary.Entries["First"] = Whole(head.Length);
        dictionary.Entries["Filter"] = new PdfName("FlateDecode");
        _packs.Add((dictionary, Deflate([.. head, .. _pack.WrittenSpan])));
        _packed.Clear();
        _pack.ResetWrittenCount();
    }

    private void Write(ArrayBufferWriter<byte> to, PdfValue value)
    {
        switch (value)
        {
            case PdfPlain plain:
                Add(to, plain.Text);
                break;
            case PdfName name:
                Name(to, name.Name);
                break;
            case PdfText text:
                Text(to, text.Bytes);
                break;
            case PdfReference reference:
                Add(to, $"{NumberOf(reference.Number)} 0 R");
                break;
            case PdfList list:
                Add(to, "[");
                foreach (var item in list.Items)
                {
                    Write(to, item);
                    Add(to, " ");
                }

                Add(to, "]");
                break;
            case PdfDictionary dictionary:
                Add(to, "<<");
                foreach (var (key, entry) in dictionary.Entries)
                {
                    Name(to, key);
                    Add(to, " ");
                    Write(to, entry);
                }

                Add(to, ">>");
                break;
        }
    }

    private int NumberOf(int before)
    {
        if (!_numbers.TryGetValue(before, out var number))
        {
            _numbers[before] = number = _numbers.Count + 1;
            _waiting.Enqueue(before);
            Require(number <= MostObjects);
        }

        return number;
    }

    private static void Name(ArrayBufferWriter<byte> to, string name)
    {
        Add(to, "/");
        foreach (var one in name)
        {
            var isPlain = one is > ' ' and <= '~' && !"()<>[]{}/%#".Contains(one);
            Add(to, isPlain ? one.ToString() : $"#{(int)one:X2}");
        }
    }

    private static void Text(ArrayBufferWriter<byte> to, byte[] text)
    {
        if (text.AsSpan().ContainsAnyExceptInRange((byte)' ', (byte)'~'))
        {
            Add(to, $"<{Convert.ToHexString(text)}>");
            return;
        }

        Add(to, $"({Encoding.ASCII.GetString(text).Replace("\\", "\\\\").Replace("(", "\\(").Replace(")", "\\)")})");
    }

    private static byte[] Deflate(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var packing = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            packing.Write(bytes);
        }

        return packed.ToArray();
    }

    private static PdfPlain Whole(int number) => new(number.ToString(CultureInfo.InvariantCulture));

    private static void Add(ArrayBufferWriter<byte> to, string text) => Encoding.Latin1.GetBytes(text, to);

    /// <param name="Where">The byte at which it begins, or the pack in which it is.</param>
    /// <param name="Index">In that pack.</param>
    private readonly record struct Place(bool IsPacked, int Where, int Index);
}
