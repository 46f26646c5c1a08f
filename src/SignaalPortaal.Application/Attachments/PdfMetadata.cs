using System.Buffers.Text;
using System.Text;

namespace SignaalPortaal.Application.Attachments;

/// <summary>What a PDF says about its maker, overwritten in place: nothing moves, so that its index stays right.</summary>
internal static class PdfMetadata
{
    /// <summary>XMP that lies open, wherever it is: also within an image.</summary>
    public static void BlankPackets(Span<byte> data)
    {
        while (data.IndexOf("<x:xmpmeta"u8) is var start && start >= 0)
        {
            var length = data[start..].IndexOf("</x:xmpmeta>"u8);
            var packet = length < 0 ? data[start..] : data.Slice(start, length + "</x:xmpmeta>".Length);
            packet.Fill((byte)' ');
            data = data[(start + packet.Length)..];
        }
    }

    /// <summary>The texts in each object that a trailer calls the information about the document.</summary>
    public static void BlankInformation(Span<byte> file)
    {
        foreach (var number in InformationObjects(file))
        {
            var head = Encoding.ASCII.GetBytes($"{number} ");
            var rest = file;
            while (rest.IndexOf(head) is var at && at >= 0)
            {
                var isWhole = at == 0 || !char.IsAsciiDigit((char)rest[at - 1]);
                rest = rest[(at + head.Length)..];
                if (isWhole && IsObject(rest))
                {
                    var end = rest.IndexOf("endobj"u8);
                    end = end < 0 ? rest.Length : end;
                    BlankTexts(rest[..end]);
                    rest = rest[end..];
                }
            }
        }
    }

    private static HashSet<int> InformationObjects(ReadOnlySpan<byte> file)
    {
        // As many as there are versions of the document in the file; a file with thousands of them is made to be slow.
        const int most = 100;
        var numbers = new HashSet<int>();
        for (var rest = file; rest.IndexOf("/Info"u8) is var at && at >= 0;)
        {
            rest = rest[(at + "/Info".Length)..];
            var number = rest[..Math.Min(rest.Length, 32)].TrimStart("\0\t\n\f\r "u8);
            if (Utf8Parser.TryParse(number, out int parsed, out _) && parsed > 0 && numbers.Add(parsed) && numbers.Count > most)
            {
                throw new FileRefusedException(FileRefusal.Damaged);
            }
        }

        return numbers;
    }

    /// <summary>A generation and "obj" follow.</summary>
    private static bool IsObject(ReadOnlySpan<byte> rest) =>
        Utf8Parser.TryParse(rest, out int _, out var length) && rest[length..Math.Min(rest.Length, length + 16)].TrimStart("\0\t\n\f\r "u8).StartsWith("obj"u8);

    private static void BlankTexts(Span<byte> objects)
    {
        for (var at = 0; at < objects.Length; at++)
        {
            switch (objects[at])
            {
                case (byte)'(':
                    at = BlankText(objects, at + 1);
                    break;
                case (byte)'<' when at + 1 < objects.Length && objects[at + 1] == '<':
                    at++;
                    break;
                case (byte)'<':
                    for (at++; at < objects.Length && objects[at] != '>'; at++)
                    {
                        objects[at] = (byte)'0';
                    }

                    break;
            }
        }
    }

    /// <summary>Where the text ends.</summary>
    private static int BlankText(Span<byte> objects, int at)
    {
        for (var depth = 1; at < objects.Length; at++)
        {
            depth += objects[at] switch { (byte)'(' => 1, (byte)')' => -1, _ => 0 };
            if (depth == 0)
            {
                return at;
            }

            if (objects[at] == '\\' && at + 1 < objects.Length)
            {
                objects[at++] = (byte)' ';
            }

            objects[at] = (byte)' ';
        }

        return at;
    }
}
