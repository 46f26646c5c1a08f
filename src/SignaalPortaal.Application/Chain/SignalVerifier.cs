using System.Text.Json;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Chain;

/// <summary>Checks the timeline of one signal, from its first event.</summary>
/// <param name="opensSealed">What is sealed is in the lines, opened: then it may not be missing either.</param>
internal sealed class SignalVerifier(SignalLine line, bool opensSealed)
{
    /// <summary>The kind of the event after which words and content may be gone.</summary>
    private const string Erased = nameof(Erased);

    private readonly List<byte[]> _hashes = [EventChain.Genesis(line.Organisation, line.Id)];
    private bool _isErased;

    /// <summary>What was written is not in a file that leaves the portal.</summary>
    private bool _isSealed;
    private int? _firstWithoutWords;
    private string _lastAnchored = "";

    public SignalLine Line => line;

    public string CheckValue => EventChain.CheckValue(_hashes[^1]);

    private int Last => _hashes.Count - 1;

    public void Take(EventLine happened)
    {
        Require(_lastAnchored.Length == 0, happened.Seq, "it stands below an anchor");
        Require(happened.Seq == Last + 1, happened.Seq, $"event {Last + 1} should stand here");
        Require(happened.PreviousHash.AsSpan().SequenceEqual(_hashes[^1]), happened.Seq, "it does not follow the event before it");
        var hash = EventChain.Hash(
            happened.PreviousHash, happened.Organisation, happened.Signal, happened.Seq, happened.Kind, happened.At, happened.Actor, happened.ActedAs,
            happened.ActedFor, happened.Facts, happened.Commitment);
        Require(hash.AsSpan().SequenceEqual(happened.Hash), happened.Seq, "it was changed");
        if (happened.Seq == 1)
        {
            TakeSubmitted(happened.Facts);
        }

        if (Committed(happened) is { } commitment)
        {
            Require(commitment.AsSpan().SequenceEqual(happened.Commitment), happened.Seq, "its words were changed");
        }
        else if (happened.Commitment is not null)
        {
            _firstWithoutWords ??= happened.Seq;
        }

        _hashes.Add(hash);
        _isErased |= happened.Kind == Erased;
    }

    /// <summary>The event of an anchor is still there, as it was.</summary>
    public void Take(HeadLine head)
    {
        Require(string.CompareOrdinal(_lastAnchored, head.Day) < 0, head.Seq, $"the anchor of {head.Day} has it twice, or not in its place");
        Require(head.Seq >= 1 && head.Seq <= Last, head.Seq, $"the anchor of {head.Day} has it, and the timeline ends before it");
        Require(_hashes[head.Seq].AsSpan().SequenceEqual(head.Hash), head.Seq, $"the anchor of {head.Day} has another event here");
        _lastAnchored = head.Day;
    }

    public void Finish()
    {
        Require(Last > 0, 1, "there are no events");
        Require(_isErased || (_isSealed && !opensSealed) || _firstWithoutWords is null, _firstWithoutWords ?? 0, "its words are gone, and no event says that they were erased");
    }

    /// <summary>What the event should commit to: its words, and of the first one what the reporter wrote. Null when those are not here.</summary>
    private byte[]? Committed(EventLine happened) => happened switch
    {
        { Words: { } words } => EventChain.Commitment(words.Salt, words.Text),
        { Seq: 1 } when line.Content is { } content => EventChain.Commitment(content.Salt, content.Fields),
        _ => null,
    };

    private void TakeSubmitted(string facts)
    {
        try
        {
            using var submitted = JsonDocument.Parse(facts);
            RequireSame("kind", submitted, nameof(Submitted.Kind), line.Kind);
            RequireSame("risk", submitted, nameof(Submitted.Risk), line.Risk);
            RequireSame("theme", submitted, nameof(Submitted.Theme), line.Theme);
            _isSealed = submitted.RootElement.TryGetProperty(nameof(Submitted.Sealed), out var isSealed) && isSealed.GetBoolean();
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new BrokenChainException(line.Reference, 1, "its facts cannot be read");
        }
    }

    /// <summary>What was raised before the event said it too, is not compared.</summary>
    private void RequireSame(string what, JsonDocument submitted, string fact, string? actual) =>
        Require(!submitted.RootElement.TryGetProperty(fact, out var original) || original.GetString() == actual, 1, $"the {what} of the signal was changed");

    private void Require(bool holds, int seq, string otherwise)
    {
        if (!holds)
        {
            throw new BrokenChainException(line.Reference, seq, otherwise);
        }
    }
}
