using System.Buffers;
using System.Buffers.Text;
using System.Text;
using static SignaalPortaal.Application.Attachments.FileRefusedException;

namespace SignaalPortaal.Application.Attachments.Pdf;

/// <summary>Reads values from front to back (ISO 32000-2, 7.2 and 7.3). What is no value is damaged; nothing is ever read outside of the bytes.</summary>
internal ref struct PdfReader(ReadOnlySpan<byte> bytes, int start, PdfBudget budget)
{
    private const int MostDepth = 100, LongestPlain = 64;

    private static readonly SearchValues<byte> LineEnds = SearchValues.Create("\r\n"u8);
    private static readonly SearchValues<byte> InNumbers = SearchValues.Create("0123456789+-."u8);
    private static readonly SearchValues<byte> EndsToken = SearchValues.Create("\0\t\n\f\r ()<>[]{}/%"u8);

    private readonly ReadOnlySpan<byte> _bytes = bytes;

    public int Position { get; private set; } = start;

    private readonly byte Here => Position < _bytes.Length ? _bytes[Position] : (byte)0;

    public PdfValue Value(int depth = 0)
    {
        budget.OneValue();
        Require(depth <= MostDepth);
        SkipBlanks();
        Require(Position < _bytes.Length);
        switch (_bytes[Position])
        {
            case (byte)'/':
                return new PdfName(Name());
            case (byte)'(':
                return Text();
            case (byte)'[':
                return List(depth);
            case (byte)'<' when Position + 1 < _bytes.Length && _bytes[Position + 1] == '<':
                return Dictionary(depth);
            case (byte)'<':
                return HexText();
            default:
                return (PdfValue?)Reference() ?? Plain();
        }
    }

    /// <summary>Past the word if it is the next one.</summary>
    public bool TryWord(ReadOnlySpan<byte> word)
    {
        var before = Position;
        SkipBlanks();
        if (_bytes[Position..].StartsWith(word) && (Position + word.Length == _bytes.Length || EndsToken.Contains(_bytes[Position + word.Length])))
        {
            Position += word.Length;
            return true;
        }

        Position = before;
        return false;
    }

    /// <summary>Past the number if a whole number without a sign comes next.</summary>
    public bool TryWhole(out int whole)
    {
        var before = Position;
        SkipBlanks();
        if (Utf8Parser.TryParse(_bytes[Position..], out whole, out var length) && char.IsAsciiDigit((char)Here)
            && (Position + length == _bytes.Length || EndsToken.Contains(_bytes[Position + length])))
        {
            Position += length;
            return true;
        }

        (Position, whole) = (before, 0);
        return false;
    }

    /// <summary>The whole number that comes next.</summary>
    public int Whole()
    {
        Require(TryWhole(out var whole));
        return whole;
    }

    /// <summary>Past "12 0 obj" if that comes next, with or without a space behind it.</summary>
    public bool TryHead(out int number)
    {
        var before = Position;
        if (TryWhole(out number) && TryWhole(out _))
        {
            SkipBlanks();
            if (_bytes[Position..].StartsWith("obj"u8))
            {
                Position += 3;
                return true;
            }
        }

        Position = before;
        return false;
    }

    /// <summary>Past the word with which the data of a stream begin and the end of its line, if that comes next.</summary>
    public bool TryStream()
    {
        var before = Position;
        SkipBlanks();
        if (!_bytes[Position..].StartsWith("stream"u8))
        {
            Position = before;
            return false;
        }

        Position += "stream".Length;
        Position += _bytes[Position..] switch
        {
            [(byte)'\r', (byte)'\n', ..] => 2,
            [(byte)'\r' or (byte)'\n', ..] => 1,
            _ => 0,
        };
        return true;
    }

    /// <summary>Also past comments.</summary>
    public void SkipBlanks()
    {
        while (Position < _bytes.Length)
        {
            switch (_bytes[Position])
            {
                case 0 or (byte)'\t' or (byte)'\n' or (byte)'\f' or (byte)'\r' or (byte)' ':
                    Position++;
                    break;
                case (byte)'%':
                    var end = _bytes[Position..].IndexOfAny(LineEnds);
                    budget.Bytes(end < 0 ? 0 : end);
                    Position = end < 0 ? _bytes.Length : Position + end;
                    break;
                default:
                    return;
            }
        }
    }

    private PdfDictionary Dictionary(int depth)
    {
        var dictionary = new PdfDictionary();
        Position += 2;
        while (true)
        {
            SkipBlanks();
            if (_bytes[Position..].StartsWith(">>"u8))
            {
                Position += 2;
                return dictionary;
            }

            Require(Here == '/');
            budget.OneValue();
            dictionary.Entries[Name()] = Value(depth + 1);
        }
    }

    private PdfList List(int depth)
    {
        var items = new List<PdfValue>();
        Position++;
        while (true)
        {
            SkipBlanks();
            if (Here == ']')
            {
                Position++;
                return new PdfList(items);
            }

            items.Add(Value(depth + 1));
        }
    }

    /// <summary>#4A is another way to write J.</summary>
    private string Name()
    {
        Position++;
        var written = Token();
        if (!written.Contains((byte)'#'))
        {
            return Encoding.Latin1.GetString(written);
        }

        var name = new StringBuilder(written.Length);
        for (var at = 0; at < written.Length; at++)
        {
            byte escaped = 0;
            var isEscaped = written[at] == '#' && at + 2 < written.Length
                && Utf8Parser.TryParse(written.Slice(at + 1, 2), out escaped, out var digits, 'x') && digits == 2;
            name.Append((char)(isEscaped ? escaped : written[at]));
            at += isEscaped ? 2 : 0;
        }

        return name.ToString();
    }

    private PdfText Text()
    {
        var text = new ArrayBufferWriter<byte>(32);
        var depth = 1;
        for (Position++; ; Position++)
        {
            Require(Position < _bytes.Length);
            var one = _bytes[Position];
            depth += one switch { (byte)'(' => 1, (byte)')' => -1, _ => 0 };
            if (depth == 0)
            {
                Position++;
                return new PdfText(text.WrittenSpan.ToArray());
            }

            if (one == '\\')
            {
                Escaped(text);
            }
            else
            {
                // However a line ends in a text, it means the same.
                var isPair = one == '\r' && Position + 1 < _bytes.Length && _bytes[Position + 1] == '\n';
                Position += isPair ? 1 : 0;
                text.Write([one == '\r' ? (byte)'\n' : one]);
            }
        }
    }

    private void Escaped(ArrayBufferWriter<byte> text)
    {
        Position++;
        Require(Position < _bytes.Length);
        var one = _bytes[Position];
        switch (one)
        {
            case >= (byte)'0' and <= (byte)'7':
                var code = 0;
                var digits = 0;
                for (; digits < 3 && Position + digits < _bytes.Length && _bytes[Position + digits] is >= (byte)'0' and <= (byte)'7'; digits++)
                {
                    code = (code * 8) + _bytes[Position + digits] - '0';
                }

                Position += digits - 1;
                text.Write([(byte)code]);
                break;
            case (byte)'\r':
                Position += Position + 1 < _bytes.Length && _bytes[Position + 1] == '\n' ? 1 : 0;
                break;
            case (byte)'\n':
                break;
            default:
                text.Write([(char)one switch { 'n' => (byte)'\n', 'r' => (byte)'\r', 't' => (byte)'\t', 'b' => (byte)'\b', 'f' => (byte)'\f', _ => one }]);
                break;
        }
    }

    private PdfText HexText()
    {
        var text = new ArrayBufferWriter<byte>(32);
        var (first, isHalf) = (0, false);
        for (Position++; ; Position++)
        {
            Require(Position < _bytes.Length);
            var one = _bytes[Position];
            if (one == '>')
            {
                Position++;
                if (isHalf)
                {
                    text.Write([(byte)(first << 4)]);
                }

                return new PdfText(text.WrittenSpan.ToArray());
            }

            if (!char.IsAsciiHexDigit((char)one))
            {
                Require(one is 0 or (byte)'\t' or (byte)'\n' or (byte)'\f' or (byte)'\r' or (byte)' ');
                continue;
            }

            var digit = char.IsAsciiDigit((char)one) ? one - '0' : (one | 0x20) - 'a' + 10;
            if (isHalf)
            {
                text.Write([(byte)((first << 4) | digit)]);
            }

            (first, isHalf) = (digit, !isHalf);
        }
    }

    private PdfReference? Reference()
    {
        var before = Position;
        if (char.IsAsciiDigit((char)Here) && TryWhole(out var number) && TryWhole(out _) && TryWord("R"u8))
        {
            return new PdfReference(number);
        }

        Position = before;
        return null;
    }

    private PdfPlain Plain()
    {
        var token = Token();
        Require(token.Length is > 0 and <= LongestPlain);
        var isNumber = !token.ContainsAnyExcept(InNumbers) && token.ContainsAnyInRange((byte)'0', (byte)'9');
        Require(isNumber || token.SequenceEqual("true"u8) || token.SequenceEqual("false"u8) || token.SequenceEqual("null"u8));
        return new PdfPlain(Encoding.ASCII.GetString(token));
    }

    private ReadOnlySpan<byte> Token()
    {
        var rest = _bytes[Position..];
        var end = rest.IndexOfAny(EndsToken);
        var token = end < 0 ? rest : rest[..end];
        Position += token.Length;
        return token;
    }
}
