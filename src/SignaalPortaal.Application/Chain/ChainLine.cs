using System.Globalization;
using System.Text.Json.Serialization;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Chain;

/// <summary>
/// A line of an export. First the version and the anchors of the organisation by day; then by id each signal, followed by its events and by the heads in
/// which anchors mention it; then the end. The database is checked as the same lines.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "line")]
[JsonDerivedType(typeof(VersionLine), "version")]
[JsonDerivedType(typeof(AnchorLine), "anchor")]
[JsonDerivedType(typeof(SignalLine), "signal")]
[JsonDerivedType(typeof(EventLine), "event")]
[JsonDerivedType(typeof(HeadLine), "head")]
[JsonDerivedType(typeof(EndLine), "end")]
public abstract record ChainLine;

public sealed record VersionLine(string Format) : ChainLine
{
    public const string Current = "SP-export-v1";
}

/// <param name="Day">As 2026-09-07.</param>
/// <param name="Count">How many heads it has.</param>
public sealed record AnchorLine(Guid Organisation, string Day, byte[] Nonce, byte[]? PreviousRoot, byte[] Root, byte[] Signature, int Count) : ChainLine
{
    [JsonIgnore]
    public PublishedAnchor Published => new(Organisation, Day, Nonce, PreviousRoot, Root, Signature);
}

/// <param name="Content">What the reporter wrote; null when it was destroyed.</param>
public sealed record SignalLine(Guid Organisation, Guid Id, string Reference, string Kind, string Risk, SaltedContent? Content, string? Theme = null) : ChainLine;

/// <param name="Fields">See <see cref="SignalContent.FilledIn"/>.</param>
public sealed record SaltedContent(byte[] Salt, IReadOnlyDictionary<string, string> Fields);

/// <param name="At">See <see cref="EventChain.Moment"/>.</param>
/// <param name="Words">Null when there never were any, or when they were destroyed.</param>
public sealed record EventLine(
    Guid Organisation, Guid Signal, int Seq, string Kind, string At, Guid? Actor, string ActedAs, Guid? ActedFor, string Facts,
    byte[]? Commitment, byte[] PreviousHash, byte[] Hash, SaltedWords? Words) : ChainLine;

public sealed record SaltedWords(byte[] Salt, string Text);

/// <summary>The last event of the signal above it, at the moment of the anchor of this day.</summary>
public sealed record HeadLine(Guid Organisation, string Day, Guid Signal, int Seq, byte[] Hash) : ChainLine;

/// <summary>Without it the file is not complete.</summary>
public sealed record EndLine(long Anchors, long Signals, long Events) : ChainLine;

/// <summary>What everybody may see of an anchor: nothing of how many signals there are.</summary>
public sealed record PublishedAnchor(Guid Organisation, string Day, byte[] Nonce, byte[]? PreviousRoot, byte[] Root, byte[] Signature)
{
    /// <summary>How a day is written in an anchor, and in the address of one.</summary>
    public static string NameOf(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
