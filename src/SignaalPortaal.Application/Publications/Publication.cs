using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using SignaalPortaal.Domain.Chain;
using SignaalPortaal.Domain.Publications;

namespace SignaalPortaal.Application.Publications;

/// <summary>One quarter as it was published: never changed, and on the one before it.</summary>
internal sealed class Publication
{
    private static readonly JsonSerializerOptions Format = new() { Converters = { new JsonStringEnumConverter(), new QuarterConverter() } };

    public Guid OrganisationId { get; init; }

    /// <summary>The first day of it.</summary>
    public DateOnly Quarter { get; init; }

    public DateOnly MadeOn { get; init; }

    /// <summary>JSON of a <see cref="PublishedQuarter"/>, byte for byte as it was hashed.</summary>
    public string Content { get; init; } = "";

    /// <summary>Of the publication before it.</summary>
    public byte[] PreviousHash { get; init; } = [];

    public byte[] Hash { get; init; } = [];

    /// <summary>What was published.</summary>
    /// <exception cref="InvalidOperationException">It is not any more what was hashed.</exception>
    public PublishedQuarter Published => Read(Content, PreviousHash, Hash) ?? throw new InvalidOperationException("A publication was changed after it was made.");

    public static Publication Of(Guid organisationId, PublishedQuarter published, DateOnly madeOn, byte[]? previousHash)
    {
        var content = JsonSerializer.Serialize(published, Format);
        var previous = previousHash ?? FirstHash(organisationId);
        return new Publication
        {
            OrganisationId = organisationId,
            Quarter = published.Quarter.FirstDay,
            MadeOn = madeOn,
            Content = content,
            PreviousHash = previous,
            Hash = HashOf(previous, content),
        };
    }

    /// <summary>What was published; null when it is not any more what was hashed.</summary>
    public static PublishedQuarter? Read(string content, byte[] previousHash, byte[] hash) =>
        hash.AsSpan().SequenceEqual(HashOf(previousHash, content)) ? JsonSerializer.Deserialize<PublishedQuarter>(content, Format) : null;

    /// <summary>What stands before the first publication of an organisation; the database says the same.</summary>
    public static byte[] FirstHash(Guid organisationId) => new CanonicalEncoding("SP-publications-v2").Add("organisation", organisationId).Hash();

    private static byte[] HashOf(byte[] previousHash, string content) =>
        new CanonicalEncoding("SP-publication-v2").Add("previous", previousHash).Add("content", content).Hash();

    /// <summary>As <see cref="Domain.Publications.Quarter.ToString"/> writes it.</summary>
    private sealed class QuarterConverter : JsonConverter<Domain.Publications.Quarter>
    {
        public override Domain.Publications.Quarter Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetString()!.Split("-Q") is [var year, var number]
                ? new Domain.Publications.Quarter(int.Parse(year, CultureInfo.InvariantCulture), int.Parse(number, CultureInfo.InvariantCulture))
                : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, Domain.Publications.Quarter value, JsonSerializerOptions options) => writer.WriteStringValue($"{value}");
    }
}

/// <summary>That the portal's own check found something on a day, so that nothing was published.</summary>
internal sealed class PublicationRefusal
{
    public Guid OrganisationId { get; init; }
    public DateOnly Quarter { get; init; }
    public DateOnly RefusedOn { get; init; }
}

/// <summary>That an event was counted: a signal by its first one.</summary>
internal sealed class PublicationCount
{
    public Guid OrganisationId { get; init; }
    public Guid SignalId { get; init; }
    public int Seq { get; init; }
    public DateOnly Quarter { get; init; }
}

/// <summary>That an administrator made the rules stricter. The strictest is the last; the database refuses a looser one.</summary>
internal sealed class PublicationRuleChange
{
    public Guid OrganisationId { get; init; }
    public int SmallestCount { get; init; }
    public int FewestPeople { get; init; }
    public int FewestReporters { get; init; }
    public DateOnly SetOn { get; init; }
    public Guid SetById { get; init; }

    public PublicationRules Rules => new(SmallestCount, FewestPeople, FewestReporters);
}

/// <summary>That a representative sees the publications of several organisations side by side: all who have the same circle.</summary>
internal sealed class PublicationCircle
{
    public Guid OrganisationId { get; init; }
    public Guid PersonId { get; init; }
    public Guid CircleId { get; init; }
}

/// <summary>The hash of a code with which a representative in another organisation comes into the circle; or that somebody here used one.</summary>
internal sealed class PublicationCode
{
    public Guid OrganisationId { get; init; }
    public byte[] CodeHash { get; init; } = [];

    /// <summary>Who made it, or used it.</summary>
    public Guid PersonId { get; init; }

    public bool IsUsed { get; init; }
    public DateTimeOffset ValidUntil { get; init; }
}
