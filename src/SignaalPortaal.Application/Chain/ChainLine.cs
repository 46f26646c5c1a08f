using System.Globalization;
using System.Text.Json.Serialization;
using SignaalPortaal.Domain.Chain;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Chain;

/// <summary>
/// A line of an export. First the version, the anchors of the organisation by day and its logs; then by id each signal, followed by its events, by who
/// read it, and by the heads in which anchors mention it; then the end. The database is checked as the same lines. docs/chain-format.md describes them.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "line")]
[JsonDerivedType(typeof(VersionLine), "version")]
[JsonDerivedType(typeof(AnchorLine), "anchor")]
[JsonDerivedType(typeof(RecordLine), "record")]
[JsonDerivedType(typeof(SignalLine), "signal")]
[JsonDerivedType(typeof(EventLine), "event")]
[JsonDerivedType(typeof(ReadingLine), "reading")]
[JsonDerivedType(typeof(HeadLine), "head")]
[JsonDerivedType(typeof(EndLine), "end")]
public abstract record ChainLine;

public sealed record VersionLine(string Format) : ChainLine
{
    public const string Current = "SP-export-v2";
}

/// <param name="Day">As 2026-09-07.</param>
/// <param name="Logs">In the order of their names.</param>
/// <param name="Count">How many heads it has.</param>
public sealed record AnchorLine(
    Guid Organisation, string Day, byte[] Nonce, byte[]? PreviousRoot, byte[] Root, byte[] Signature, IReadOnlyList<LogHead> Logs, int Count) : ChainLine
{
    [JsonIgnore]
    public PublishedAnchor Published => new(Organisation, Day, Nonce, PreviousRoot, Root, Signature);
}

/// <summary>The next one in a log of the organisation; see <see cref="ChainLogs"/>.</summary>
/// <param name="Parts">In the order of their names.</param>
public sealed record RecordLine(Guid Organisation, string Log, IReadOnlyDictionary<string, string> Parts) : ChainLine;

/// <param name="Content">What the reporter wrote; null when it was destroyed.</param>
public sealed record SignalLine(Guid Organisation, Guid Id, string Reference, SignalState State, SaltedContent? Content) : ChainLine
{
    /// <summary>When the portal looks at it again by itself. Only of the database.</summary>
    [JsonIgnore]
    public DateOnly? NextStepOn { get; init; }
}

/// <param name="Fields">See <see cref="SignalContent.FilledIn"/>; in the order of their names.</param>
public sealed record SaltedContent(byte[] Salt, IReadOnlyDictionary<string, string> Fields);

/// <param name="At">See <see cref="EventChain.Moment"/>.</param>
/// <param name="Words">Null when there never were any, or when they were destroyed.</param>
public sealed record EventLine(
    Guid Organisation, Guid Signal, int Seq, string Kind, string At, Guid? Actor, string ActedAs, Guid? ActedFor, string Facts,
    byte[]? Commitment, byte[] State, byte[] PreviousHash, byte[] Hash, SaltedWords? Words) : ChainLine;

public sealed record SaltedWords(byte[] Salt, string Text);

/// <param name="Person">Null for whoever had the receipt code.</param>
public sealed record ReadingLine(Guid Organisation, Guid Signal, string Day, Guid? Person, string Through) : ChainLine;

/// <summary>The last event of the signal above it at the moment of the anchor of this day, and who had read it before that day.</summary>
public sealed record HeadLine(Guid Organisation, string Day, Guid Signal, int Seq, byte[] Hash, int Readings, byte[] ReadingsHash) : ChainLine;

/// <summary>Without it the file is not complete.</summary>
public sealed record EndLine(long Anchors, long Records, long Signals, long Events, long Readings) : ChainLine;

/// <summary>A file of the signal above it, with what its bytes commit to as they are now. Only of the database: no file holds it.</summary>
/// <param name="Seq">Of the event that brought it.</param>
internal sealed record FileLine(Guid Organisation, Guid Signal, int Seq, byte[] Commitment) : ChainLine;

/// <summary>What everybody reads of the signal above it, as it stands on the page now. Only of the database.</summary>
/// <param name="Unit">Which answered.</param>
internal sealed record ReleasedLine(Guid Organisation, Guid Signal, ReleaseProposed Text, string Theme, Guid Unit) : ChainLine;

/// <summary>What everybody may see of an anchor: nothing of how many signals there are.</summary>
public sealed record PublishedAnchor(Guid Organisation, string Day, byte[] Nonce, byte[]? PreviousRoot, byte[] Root, byte[] Signature)
{
    /// <summary>How a day is written in an anchor, and in the address of one.</summary>
    public static string NameOf(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
