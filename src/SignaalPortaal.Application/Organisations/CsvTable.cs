using System.Text;

namespace SignaalPortaal.Application.Organisations;

/// <summary>
/// The lines of a CSV file (RFC 4180), with commas, semicolons as Excel in the Netherlands writes, or tabs. What is not written as it should is told
/// with its place, and never guessed.
/// </summary>
internal sealed class CsvTable
{
    private readonly string _file, _text;
    private readonly List<FileError> _errors = [];
    private int _at, _line = 1, _lineStart;

    private CsvTable(string file, string text) => (_file, _text) = (file, text);

    /// <summary>The first is the header. Without those in which nothing is filled in.</summary>
    public List<CsvLine> Lines { get; } = [];

    public IReadOnlyList<FileError> Errors => _errors;

    /// <param name="header">Of the names in the first line at least the first ones; they tell by what the fields are separated.</param>
    public static CsvTable Read(string file, string text, IReadOnlyList<string> header)
    {
        var table = new CsvTable(file, text);
        var separator = table.Separator(header);
        while (table._at < text.Length)
        {
            table.ReadLine(separator);
        }

        return table;
    }

    /// <summary>Excel also has a first line of its own that says it.</summary>
    private char Separator(IReadOnlyList<string> header)
    {
        var first = FirstLine(_text);
        if (first is ['s', 'e', 'p', '=', ';' or ',' or '\t'])
        {
            NextLine(first.Length + 1);
            return first[4];
        }

        return ((char[])[';', '\t']).FirstOrDefault(
            separator => first.Split(separator).Take(header.Count).Select(name => name.Trim(' ', '"')).SequenceEqual(header), defaultValue: ',');
    }

    private void ReadLine(char separator)
    {
        var (line, fields) = (_line, new List<string>());
        while (true)
        {
            fields.Add(ReadField(separator));
            if (_at < _text.Length && _text[_at] == separator)
            {
                _at++;
                continue;
            }

            NextLine(1);
            break;
        }

        if (fields.Exists(field => field.Length > 0))
        {
            Lines.Add(new CsvLine(line, fields));
        }
    }

    private string ReadField(char separator)
    {
        while (_at < _text.Length && _text[_at] is ' ' or '\u00A0')
        {
            _at++;
        }

        if (_at < _text.Length && _text[_at] == '"')
        {
            return ReadQuoted(separator);
        }

        var start = _at;
        while (_at < _text.Length && _text[_at] != separator && _text[_at] != '\n')
        {
            if (_text[_at] == '"')
            {
                Tell(FileFault.QuoteWithin, _text[start..Math.Min(_text.Length, _at + 1)]);
                SkipField(separator);
                return "?";
            }

            _at++;
        }

        return _text[start.._at].Trim();
    }

    private string ReadQuoted(char separator)
    {
        var (line, character) = (_line, _at - _lineStart + 1);
        var field = new StringBuilder();
        for (_at++; _at < _text.Length; _at++)
        {
            var one = _text[_at];
            if (one == '\n')
            {
                _line++;
                _lineStart = _at + 1;
            }

            if (one != '"')
            {
                field.Append(one);
            }
            else if (_at + 1 < _text.Length && _text[_at + 1] == '"')
            {
                field.Append('"');
                _at++;
            }
            else
            {
                _at++;
                return EndQuoted(field.ToString(), separator);
            }
        }

        _errors.Add(new FileError(_file, line, "", FileFault.QuoteStaysOpen, FirstLine(field.ToString())) { Character = character });
        return field.ToString().Trim();
    }

    private string EndQuoted(string field, char separator)
    {
        while (_at < _text.Length && _text[_at] == ' ')
        {
            _at++;
        }

        if (_at < _text.Length && _text[_at] != separator && _text[_at] != '\n')
        {
            Tell(FileFault.QuoteWithin, $"\"{field}\"{_text[_at]}");
            SkipField(separator);
        }

        return field.Trim();
    }

    private void SkipField(char separator)
    {
        while (_at < _text.Length && _text[_at] != separator && _text[_at] != '\n')
        {
            _at++;
        }
    }

    private void NextLine(int length)
    {
        _at += length;
        _line++;
        _lineStart = _at;
    }

    private void Tell(FileFault fault, string value) => _errors.Add(new FileError(_file, _line, "", fault, value) { Character = _at - _lineStart + 1 });

    private static string FirstLine(string text) => text.IndexOf('\n') is var end && end >= 0 ? text[..end] : text;
}

/// <param name="Number">As an editor counts them, where it begins.</param>
internal sealed record CsvLine(int Number, List<string> Fields);
