using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SignaalPortaal.Application.Chain;

/// <summary>Exports and published anchors as files: JSON, one line each. Read strictly: what is not understood is not passed over.</summary>
public static class ChainFile
{
    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new Hexadecimal() },

        // Readable for the reporter who downloads it; it is never shown on a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="BrokenChainException">A line is not one of an export.</exception>
    public static async IAsyncEnumerable<ChainLine> Read(Func<Stream> open, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var file = new StreamReader(open(), Utf8, detectEncodingFromByteOrderMarks: false);
        for (var number = 1L; ; number++)
        {
            ChainLine read;
            try
            {
                if (await file.ReadLineAsync(cancellationToken) is not { } text)
                {
                    yield break;
                }

                read = JsonSerializer.Deserialize<ChainLine>(text, Format) ?? throw new JsonException();
                if (read is SignalLine { Content.Fields.Values: var texts } && texts.Any(field => field is null))
                {
                    throw new JsonException();
                }
            }
            catch (Exception exception) when (exception is JsonException or NotSupportedException or DecoderFallbackException)
            {
                throw new BrokenChainException($"line {number} of the file is not a line of an export");
            }

            yield return read;
        }
    }

    public static async Task Write(string path, IAsyncEnumerable<ChainLine> lines, CancellationToken cancellationToken = default)
    {
        await using var file = new StreamWriter(path, append: false, Utf8) { NewLine = "\n" };
        await foreach (var line in lines.WithCancellation(cancellationToken))
        {
            await file.WriteLineAsync(Text(line).AsMemory(), cancellationToken);
        }
    }

    public static string Text(ChainLine line) => JsonSerializer.Serialize(line, Format);

    public static string Text(PublishedAnchor anchor) => JsonSerializer.Serialize(anchor, Format);

    /// <summary>All anchors in the .json files of a folder and the folders in it.</summary>
    /// <exception cref="BrokenChainException">A file is not a published anchor.</exception>
    public static IReadOnlyList<PublishedAnchor> ReadAnchors(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(path =>
        {
            try
            {
                return JsonSerializer.Deserialize<PublishedAnchor>(File.ReadAllText(path, Utf8), Format) ?? throw new JsonException();
            }
            catch (Exception exception) when (exception is JsonException or DecoderFallbackException)
            {
                throw new BrokenChainException($"{Path.GetFileName(path)} is not a published anchor");
            }
        }),
    ];

    private sealed class Hexadecimal : JsonConverter<byte[]>
    {
        public override byte[] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var text = reader.TokenType is JsonTokenType.String ? reader.GetString()! : throw new JsonException();
            var isHexadecimal = text.Length % 2 == 0 && text.All(char.IsAsciiHexDigitLower);
            return isHexadecimal ? Convert.FromHexString(text) : throw new JsonException();
        }

        public override void Write(Utf8JsonWriter writer, byte[] value, JsonSerializerOptions options) => writer.WriteStringValue(Convert.ToHexStringLower(value));
    }
}
