using System.Text.Json;
using SignaalPortaal.Domain.Publications;

namespace SignaalPortaal.Application.Insight;

/// <summary>
/// Figures that were counted for somebody, kept for an hour: over a hundred thousand signals that takes a while. What is kept is what was shown, and nothing
/// that is not.
/// </summary>
internal sealed record KeptInsight(DateTimeOffset MadeAt, string Json)
{
    private static readonly JsonSerializerOptions Options = new() { IncludeFields = true };

    public static KeptInsight Of(DateTimeOffset madeAt, ShownInsight shown) => new(madeAt, JsonSerializer.Serialize(shown, Options));

    public ShownInsight Read() => JsonSerializer.Deserialize<ShownInsight>(Json, Options)!;
}

/// <param name="Rules">By which it was made: when they become stricter, it is not shown any more.</param>
/// <param name="People">Who works in the part.</param>
/// <param name="Figures">Null when those are too few.</param>
internal sealed record ShownInsight(PublicationRules Rules, int People, InsightFigures? Figures);
