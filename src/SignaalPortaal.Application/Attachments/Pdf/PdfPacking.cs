using System.IO.Compression;
using static SignaalPortaal.Application.Attachments.FileRefusedException;

namespace SignaalPortaal.Application.Attachments.Pdf;

/// <summary>Undoes the packing of a stream, as far as its structure needs it.</summary>
internal static class PdfPacking
{
    private const int Largest = 64 * 1024 * 1024;

    /// <summary>The names of the methods by which a stream is packed, the last one first.</summary>
    public static List<string?> Methods(PdfValue? filter) => filter switch
    {
        PdfName name => [name.Name],
        PdfList list => [.. list.Items.Select(item => (item as PdfName)?.Name)],
        _ => [],
    };

    /// <summary>For what holds objects or the index: packed by the one method that is used for these, or not at all.</summary>
    public static byte[] Unpack(PdfDictionary dictionary, ReadOnlyMemory<byte> data, PdfBudget budget)
    {
        var methods = Methods(dictionary["Filter"]);
        Require(methods is [] or ["FlateDecode" or "Fl"]);
        if (methods is [])
        {
            return data.ToArray();
        }

        using var unpacked = new MemoryStream();
        Inflate(data, Largest, budget, unpacked);
        var parameters = dictionary["DecodeParms"] switch { PdfList { Items: [var only] } => only, var other => other } as PdfDictionary;
        var bytes = unpacked.ToArray();
        budget.Kept(bytes.Length);
        return parameters?.WholeOf("Predictor") is >= 10 ? UndoPrediction(bytes, parameters.WholeOf("Columns") ?? 1) : bytes;
    }

    /// <summary>How long a stream becomes, unless that is more than allowed. What is damaged counts as far as it can be read, as readers do.</summary>
    public static void RequireNoMoreThan(long most, ReadOnlyMemory<byte> data, PdfBudget budget)
    {
        try
        {
            Inflate(data, most, budget, into: null);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            // Its reader shows nothing, or a part.
        }
    }

    private static void Inflate(ReadOnlyMemory<byte> data, long most, PdfBudget budget, Stream? into)
    {
        using var packed = new MemoryStream(data.ToArray(), writable: false);
        using var unpacking = new ZLibStream(packed, CompressionMode.Decompress);
        var buffer = new byte[32 * 1024];
        var length = 0L;
        try
        {
            while (unpacking.Read(buffer) is var read && read > 0)
            {
                length += read;
                budget.Bytes(read);
                Require(length <= most);
                into?.Write(buffer.AsSpan(0, read));
            }
        }
        catch (Exception exception) when (into is not null && exception is (InvalidDataException or IOException))
        {
            // The second is what a stream gives that asks for a dictionary of its own.
            throw new FileRefusedException(FileRefusal.Damaged);
        }
    }

    /// <summary>As in a PNG: each row says how it differs from the one above.</summary>
    private static byte[] UndoPrediction(byte[] bytes, int columns)
    {
        Require(columns is > 0 and <= 8192);
        var rows = bytes.Length / (columns + 1);
        var plain = new byte[rows * columns];
        for (var row = 0; row < rows; row++)
        {
            var method = bytes[row * (columns + 1)];
            Require(method <= 4);
            for (var column = 0; column < columns; column++)
            {
                var left = column > 0 ? plain[(row * columns) + column - 1] : (byte)0;
                var above = row > 0 ? plain[((row - 1) * columns) + column] : (byte)0;
                var corner = row > 0 && column > 0 ? plain[((row - 1) * columns) + column - 1] : (byte)0;
                var predicted = method switch { 1 => left, 2 => above, 3 => (left + above) / 2, 4 => Paeth(left, above, corner), _ => 0 };
                plain[(row * columns) + column] = (byte)(bytes[(row * (columns + 1)) + 1 + column] + predicted);
            }
        }

        return plain;
    }

    private static int Paeth(int left, int above, int corner)
    {
        var estimate = left + above - corner;
        var (toLeft, toAbove, toCorner) = (Math.Abs(estimate - left), Math.Abs(estimate - above), Math.Abs(estimate - corner));
        return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
    }
}
