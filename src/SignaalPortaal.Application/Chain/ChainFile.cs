using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SignaalPortaal.Application.Chain;

/// <summary>
/// Exports and published anchors as files: JSON, one line each. Every line has one form only, and is read only when it is exactly what would be written:
/// so nothing is passed over, and two programs never read the same bytes differently.
/// </summary>
public static class ChainFile
{
    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new Hexadecimal(), new Text() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <exception cref="BrokenChainException">A line is not one of an export.</exception>
    public static async IAsyncEnumerable<ChainLine> Read(Func<Stream> open, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var file = open();
        var number = 0L;
        await foreach (var text in Lines(file, cancellationToken))
        {
            number++;
            yield return Parse<ChainLine>(text.Span) ?? throw new BrokenChainException($"line {number} of the file is not a line of an export");
        }
    }

    public static async Task Write(string path, IAsyncEnumerable<ChainLine> lines, CancellationToken cancellationToken = default)
    {
        await using var file = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        await foreach (var line in lines.WithCancellation(cancellationToken))
        {
            await file.WriteLineAsync(TextOf(line).AsMemory(), cancellationToken);
        }
    }

    public static string TextOf(ChainLine line) => JsonSerializer.Serialize(line, Format);

    public static string TextOf(PublishedAnchor anchor) => JsonSerializer.Serialize(anchor, Format);

    /// <summary>All anchors in the .json files of a folder and the folders in it.</summary>
    /// <exception cref="BrokenChainException">A file is not a published anchor.</exception>
    public static IReadOnlyList<PublishedAnchor> ReadAnchors(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(path =>
            Parse<PublishedAnchor>(File.ReadAllBytes(path).AsSpan().TrimEnd((byte)'\n')) ?? throw new BrokenChainException($"{Path.GetFileName(path)} is not a published anchor")),
    ];

    /// <summary>Null unless these are exactly the bytes that would be written.</summary>
    private static TLine? Parse<TLine>(ReadOnlySpan<byte> text)
        where TLine : class
    {
        try
        {
            return JsonSerializer.Deserialize<TLine>(text, Format) is { } read && !HasHoles(read) && JsonSerializer.SerializeToUtf8Bytes(read, Format).AsSpan().SequenceEqual(text)
                ? read
                : null;
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException or InvalidOperationException or ArgumentException or FormatException)
        {
            return null;
        }
    }

    /// <summary>What the reader of JSON does not look at: null in a list or as a value of a name.</summary>
    private static bool HasHoles(object read) => read switch
    {
        AnchorLine { Logs: var logs } => logs.Any(log => log is null),
        RecordLine { Parts: var parts } => !AreTexts(parts),
        SignalLine { State: var state, Content: var content } =>
            state.Holders.Any(holder => holder is null) || state.Promises.Any(promise => promise is null) || state.Contacts.Any(contact => contact is null)
            || (content is not null && !AreTexts(content.Fields)),
        _ => false,
    };

    private static bool AreTexts(IReadOnlyDictionary<string, string> parts) =>
        parts.All(part => part.Key.Length > 0 && part.Key.All(character => character is '_' or (>= 'a' and <= 'z')) && part.Value is not null);

    /// <summary>Each ends with a line feed, the last one too; what follows the last is a line that is not complete, and is none.</summary>
    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> Lines(Stream file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (buffer, start, end) = (new byte[64 * 1024], 0, 0);
        while (true)
        {
            var length = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            if (length >= 0)
            {
                yield return buffer.AsMemory(start, length);
                start += length + 1;
                continue;
            }

            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
            if (end == buffer.Length)
            {
                Array.Resize(ref buffer, 2 * buffer.Length);
            }

            var read = await file.ReadAsync(buffer.AsMemory(end), cancellationToken);
            if (read == 0)
            {
                if (end > 0)
                {
                    throw new BrokenChainException("the last line of the file is not complete");
                }

                yield break;
            }

            end += read;
        }
    }

    private sealed class Hexadecimal : JsonConverter<byte[]>
    {
        public override byte[] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType is JsonTokenType.String ? Convert.FromHexString(reader.GetString()!) : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, byte[] value, JsonSerializerOptions options) => writer.WriteStringValue(Convert.ToHexStringLower(value));
    }

    /// <summary>Escapes what JSON wants escaped and nothing else, as RFC 8785: everything else is readable for the reporter who downloads it.</summary>
    private sealed class Text : JsonConverter<string>
    {
        public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType is JsonTokenType.String ? reader.GetString()! : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteRawValue(Quoted(value), skipInputValidation: true);

        private static string Quoted(string text)
        {
            var quoted = new StringBuilder(text.Length + 16).Append('"');
            foreach (var character in text)
            {
                _ = character switch
                {
                    '"' => quoted.Append("\\\""),
                    '\\' => quoted.Append("\\\\"),
                    '\b' => quoted.Append("\\b"),
                    '\f' => quoted.Append("\\f"),
                    '\n' => quoted.Append("\\n"),
                    '\r' => quoted.Append("\\r"),
                    '\t' => quoted.Append("\\t"),
                    < ' ' => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
                    _ => quoted.Append(character),
                };
            }

            return quoted.Append('"').ToString();
        }
    }
}
