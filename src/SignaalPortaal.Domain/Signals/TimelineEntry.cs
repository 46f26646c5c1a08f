using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace SignaalPortaal.Domain.Signals;

/// <summary>
/// An event in its place on the timeline of one signal: added once, never changed. Its facts stay for ever; its words lie in a row of their own
/// that can be destroyed by itself.
/// </summary>
public sealed class TimelineEntry
{
    public const int KindMaxLength = 40;

    private static readonly JsonSerializerOptions Format = new()
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private static readonly Dictionary<string, Type> EventTypes = typeof(TimelineEvent).Assembly.GetTypes()
        .Where(type => type.BaseType == typeof(TimelineEvent))
        .ToDictionary(type => type.Name);

    private TimelineEvent? _happened;

    private TimelineEntry() { }

    /// <param name="state">See <see cref="State"/>.</param>
    /// <param name="commitment">To what the reporter wrote, of the first event; null of the others, which commit to the words in them.</param>
    internal TimelineEntry(
        Guid organisationId, Guid signalId, int seq, DateTimeOffset at, Actor actor, TimelineEvent happened, byte[] previousHash, byte[] state,
        byte[]? commitment = null)
    {
        (OrganisationId, SignalId, Seq, At) = (organisationId, signalId, seq, EventChain.ToMicroseconds(at));
        (ActorId, ActedAs, ActedForUnitId) = (actor.PersonId, actor.As, actor.ForUnitId);
        Kind = happened.GetType().Name;
        _happened = happened;

        var facts = JsonSerializer.SerializeToNode(happened, happened.GetType(), Format)!.AsObject();
        var words = new JsonObject();
        foreach (var property in happened.GetType().GetProperties().Where(property => property.PropertyType == typeof(string)))
        {
            if (facts.Remove(property.Name, out var text))
            {
                words.Add(property.Name, text);
            }
        }

        Facts = facts.ToJsonString(Format);
        Words = words.Count == 0 ? null : new TimelineWords { OrganisationId = organisationId, SignalId = signalId, Seq = seq, Text = words.ToJsonString(Format) };
        (PreviousHash, Commitment, State) = (previousHash, commitment ?? Words?.Commit(), state);
        Hash = EventChain.Hash(
            PreviousHash, OrganisationId, SignalId, Seq, Kind, EventChain.Moment(At), ActorId, ActedAs.ToString(), ActedForUnitId, Facts, Commitment, State);
    }

    public Guid OrganisationId { get; private init; }
    public Guid SignalId { get; private init; }

    /// <summary>1 for the first, without gaps.</summary>
    public int Seq { get; private init; }

    /// <summary>In UTC, to the microsecond.</summary>
    public DateTimeOffset At { get; private init; }

    /// <summary>Null when the portal itself acted.</summary>
    public Guid? ActorId { get; private init; }

    public ActedAs ActedAs { get; private init; }

    /// <summary>The unit for which a manager or deputy acted.</summary>
    public Guid? ActedForUnitId { get; private init; }

    /// <summary>The name of the class of <see cref="Happened"/>.</summary>
    public string Kind { get; private init; } = "";

    /// <summary>JSON of everything in <see cref="Happened"/> that is not words.</summary>
    public string Facts { get; private init; } = "";

    /// <summary>Null when nobody wrote anything.</summary>
    public TimelineWords? Words { get; private init; }

    /// <summary>To <see cref="Words"/>, and of the first event to what the reporter wrote. It stays when they are destroyed; null when there never were any.</summary>
    public byte[]? Commitment { get; private init; }

    /// <summary>The hash of how this event left the signal; see <see cref="SignalState"/>.</summary>
    public byte[] State { get; private init; } = [];

    /// <summary>Of the event before this one; see <see cref="EventChain"/>.</summary>
    public byte[] PreviousHash { get; private init; } = [];

    public byte[] Hash { get; private init; } = [];

    /// <summary>Only with <see cref="Attached"/>.</summary>
    public Attachment? Attachment { get; internal set; }

    public TimelineEvent Happened => _happened ??= Read(Kind, Facts, Words?.Text);

    /// <summary>The event of a stored entry.</summary>
    /// <param name="kind">As in <see cref="Kind"/>.</param>
    /// <param name="facts">As in <see cref="Facts"/>.</param>
    /// <param name="words">As in <see cref="TimelineWords.Text"/>; null when there are none.</param>
    public static TimelineEvent Read(string kind, string facts, string? words)
    {
        var all = JsonNode.Parse(facts)!.AsObject();
        foreach (var (name, text) in words is null ? [] : JsonNode.Parse(words)!.AsObject())
        {
            all.Add(name, text?.DeepClone());
        }

        return (TimelineEvent)all.Deserialize(EventTypes[kind], Format)!;
    }
}

/// <summary>The words of one entry on the timeline.</summary>
public sealed class TimelineWords
{
    public Guid OrganisationId { get; init; }
    public Guid SignalId { get; init; }
    public int Seq { get; init; }

    /// <summary>Keeps anyone from guessing the words from their commitment. Destroyed together with them.</summary>
    public byte[] Salt { get; private set; } = [];

    /// <summary>JSON: the name of each text in the event, and the text.</summary>
    public string Text { get; init; } = "";

    internal byte[] Commit()
    {
        Salt = EventChain.NewSalt();
        return EventChain.Commitment(Salt, Text);
    }
}

/// <summary>Who did something, and in which capacity.</summary>
internal sealed record Actor(Guid? PersonId, ActedAs As, Guid? ForUnitId = null)
{
    public static Actor Portal { get; } = new(PersonId: null, ActedAs.Portal);
}

public enum ActedAs
{
    Reporter,
    Manager,
    Deputy,
    Portal,
    ConfidentialAdviser,

    /// <summary>Of the portal; sees no words.</summary>
    Administrator,
}
