using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Retention;

/// <summary>One signal that was destroyed. No words, no names, no reference.</summary>
/// <param name="List">On which two people decided it.</param>
public sealed record DestroyedSignal(Guid Organisation, Guid Signal, Guid List, ErasureGround Ground, Closing ClosedBecause, DateOnly On);

public sealed class DestructionFileException(string message) : Exception(message);

/// <summary>
/// All that was destroyed, kept apart from the database and its backups: a line of JSON for each signal, and a last line that says how many there are and
/// what their SHA-256 is, so that half a file is not taken for a whole one.
/// </summary>
public static class DestructionFile
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
    };

    public static IReadOnlyList<string> Write(IEnumerable<DestroyedSignal> destroyed)
    {
        var lines = destroyed.Select(signal => JsonSerializer.Serialize(signal, Format)).ToList();
        return [.. lines, JsonSerializer.Serialize(EndOf(lines), Format)];
    }

    /// <exception cref="DestructionFileException">It is not a whole file of destructions.</exception>
    public static IReadOnlyList<DestroyedSignal> Read(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries).ToList();
        if (lines.Count == 0 || Line<End>(lines[^1], lines.Count) != EndOf(lines.SkipLast(1).ToList()))
        {
            throw new DestructionFileException("The last line does not fit the others: the file is not whole, or was changed.");
        }

        return [.. lines.SkipLast(1).Select((line, index) => Line<DestroyedSignal>(line, index + 1))];
    }

    private static End EndOf(List<string> lines) => new(lines.Count, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines)))));

    private static TLine Line<TLine>(string line, int number)
    {
        try
        {
            return JsonSerializer.Deserialize<TLine>(line, Format)!;
        }
        catch (JsonException)
        {
            throw new DestructionFileException($"Line {number} cannot be read.");
        }
    }

    private sealed record End(int Lines, string Sha256);
}
