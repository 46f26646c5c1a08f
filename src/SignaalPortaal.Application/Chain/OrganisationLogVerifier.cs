using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using SignaalPortaal.Application.Organisations;
using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Application.Chain;

/// <summary>
/// Checks the timeline of an organisation, which is a chain of its own and of which each event is signed, and that each key to which names are sealed is the one
/// that an event tells of.
/// </summary>
/// <param name="key">With which the events are signed; null when their signatures are not checked.</param>
internal sealed class OrganisationLogVerifier(Guid organisation, ECDsa? key)
{
    public const string Events = "organisation_events";
    public const string Keys = "sealing_keys";

    private readonly HashSet<(string Id, string Person, string Fingerprint)> _keys = [];
    private byte[] _last = OrganisationEntry.Genesis(organisation);
    private int _count;

    public static bool IsOne(string log) => log is Events or Keys;

    public Guid Organisation => organisation;

    public void Take(RecordLine record)
    {
        if (record.Log == Events)
        {
            TakeEvent(record.Parts);
        }
        else
        {
            var (id, person, publicKey) = (Part(record.Parts, "id"), Part(record.Parts, "person"), Bytes(record.Parts, "public_key"));
            Require(
                _keys.Contains((id, person, Convert.ToHexStringLower(SHA256.HashData(publicKey)))), $"the key {id} to which names are sealed is not the one that was made");
        }
    }

    private void TakeEvent(IReadOnlyDictionary<string, string> parts)
    {
        var name = $"event {++_count} of the organisation";
        Require(Part(parts, "seq") == _count.ToString(CultureInfo.InvariantCulture), $"{name} is not in its place");
        var (previous, hash, facts) = (Bytes(parts, "previous_hash"), Bytes(parts, "hash"), Part(parts, "facts"));
        Require(previous.AsSpan().SequenceEqual(_last), $"{name} does not follow the event before it");
        Guid? actor = parts.TryGetValue("actor", out var text) ? Guid.TryParseExact(text, "D", out var id) ? id : throw Broken($"{name} cannot be read") : null;
        Require(
            hash.AsSpan().SequenceEqual(OrganisationEntry.HashOf(previous, organisation, _count, Part(parts, "kind"), Part(parts, "at"), actor, facts)),
            $"{name} was changed");
        Require(key is null || OrganisationTimeline.IsSigned(hash, Bytes(parts, "signature"), key), $"{name} is not signed with this key");
        _last = hash;
        if (Part(parts, "kind") == nameof(AdviserKeyMade))
        {
            try
            {
                using var made = JsonDocument.Parse(facts);
                _keys.Add((Fact(made, nameof(AdviserKeyMade.Key)), Fact(made, nameof(AdviserKeyMade.Person)), Fact(made, nameof(AdviserKeyMade.Fingerprint))));
            }
            catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException)
            {
                throw Broken($"{name} cannot be read");
            }
        }
    }

    private static string Fact(JsonDocument facts, string name) => facts.RootElement.GetProperty(name).GetString() ?? "";

    private static string Part(IReadOnlyDictionary<string, string> parts, string name) =>
        parts.TryGetValue(name, out var part) ? part : throw Broken($"a record has no {name}");

    private static byte[] Bytes(IReadOnlyDictionary<string, string> parts, string name)
    {
        var text = Part(parts, name);
        Require(text.Length % 2 == 0 && text.All(char.IsAsciiHexDigitLower), $"{name} of a record is not hexadecimal");
        return Convert.FromHexString(text);
    }

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw Broken(otherwise);
        }
    }

    private static BrokenChainException Broken(string problem) => new(problem);
}
