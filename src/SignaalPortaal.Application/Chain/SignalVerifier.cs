using System.Text.Json;
using SignaalPortaal.Domain.Chain;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Chain;

/// <summary>Checks the timeline of one signal, from its first event, and all that is bound to it.</summary>
/// <param name="opensSealed">What is sealed is in the lines, opened: then it may not be missing either.</param>
/// <param name="hasFiles">The files of the signal are in the lines, too, and what everybody reads of it.</param>
internal sealed class SignalVerifier(SignalLine line, bool opensSealed, bool hasFiles) : IDisposable
{
    /// <summary>The kind of the event after which words, content and files may be gone.</summary>
    private const string Erased = nameof(Erased);

    private const string OthersRead = "what everybody reads is not what its reporter said yes to";

    /// <summary>The columns of what a reporter writes.</summary>
    private static readonly HashSet<string> Fields =
        ["affected", "frequency", "in_practice", "on_paper", "rule", "since", "subject", "words", "workaround"];

    private readonly List<byte[]> _hashes = [EventChain.Genesis(line.Organisation, line.Id, line.Reference)];
    private readonly Dictionary<int, byte[]> _files = [];
    private readonly List<byte[]> _readings = [];
    private readonly Log _log = Log.OfReadings(line.Organisation, line.Id);

    /// <summary>Nothing of it is left out of the lines.</summary>
    private readonly bool _hasAll = hasFiles && (opensSealed || !line.State.Sealed);

    private (string Day, string Person, string Through) _lastReading;
    private byte[] _state = [];
    private bool _isErased;
    private int? _firstWithoutWords;
    private string _lastAnchored = "";

    /// <summary>Since the last answer.</summary>
    private ReleaseProposed? _proposed;

    private ReleaseProposed? _released;
    private Guid? _answeredBy;
    private ReleaseProposed? _onThePage;

    public SignalLine Line => line;

    public string CheckValue => EventChain.CheckValue(_hashes[^1]);

    private int Last => _hashes.Count - 1;

    public void Take(EventLine happened)
    {
        Require(_lastAnchored.Length == 0 && _readings.Count == 0, happened.Seq, "it stands below a reading or an anchor");
        Require(happened.Seq == Last + 1, happened.Seq, $"event {Last + 1} should stand here");
        Require(ChainFormat.IsMoment(happened.At), happened.Seq, "it is of no moment");
        Require(
            ChainFormat.IsHash(happened.State) && (happened.Commitment is null || ChainFormat.IsHash(happened.Commitment)), happened.Seq,
            "it has a number that is not of 32 bytes");
        Require(
            happened.PreviousHash.AsSpan().SequenceEqual(_hashes[^1]), happened.Seq,
            Last == 0 ? "it is not the first event of a signal with this reference" : "it does not follow the event before it");
        var hash = EventChain.Hash(
            happened.PreviousHash, happened.Organisation, happened.Signal, happened.Seq, happened.Kind, happened.At, happened.Actor, happened.ActedAs,
            happened.ActedFor, happened.Facts, happened.Commitment, happened.State);
        Require(hash.AsSpan().SequenceEqual(happened.Hash), happened.Seq, "it was changed");
        if (Committed(happened) is { } commitment)
        {
            Require(commitment.AsSpan().SequenceEqual(happened.Commitment), happened.Seq, "its words were changed");
        }
        else if (happened.Commitment is not null)
        {
            _firstWithoutWords ??= happened.Seq;
        }

        _hashes.Add(hash);
        _state = happened.State;
        _isErased |= happened.Kind == Erased;
        if (_hasAll)
        {
            Remember(happened);
        }
    }

    /// <summary>In the order of day, person and way.</summary>
    public void Take(ReadingLine reading)
    {
        var next = (reading.Day, reading.Person?.ToString() ?? "", reading.Through);
        Require(_lastAnchored.Length == 0 && Last > 0, Last, "a reading is not in its place");
        Require(ChainFormat.IsDay(reading.Day) && IsAfterLast(next), Last, $"a reading of {reading.Day} is there twice, or not in its place");
        if (_readings.Count == 0)
        {
            _readings.Add(_log.Hash);
        }

        _log.AddReading(reading.Day, reading.Person, reading.Through);
        _readings.Add(_log.Hash);
        _lastReading = next;
    }

    public void Take(FileLine file)
    {
        Require(_files.Remove(file.Seq, out var commitment), file.Seq, "a file is there that no event brought");
        Require(file.Commitment.AsSpan().SequenceEqual(commitment), file.Seq, "its file was changed");
    }

    public void Take(ReleasedLine released)
    {
        Require((released.Theme, released.Unit) == (line.State.Theme, _answeredBy), Last, OthersRead);
        _onThePage = released.Text;
    }

    /// <summary>The event of an anchor is still there, as it was, and so are the readings of before.</summary>
    public void Take(HeadLine head)
    {
        Require(string.CompareOrdinal(_lastAnchored, head.Day) < 0, head.Seq, $"the anchor of {head.Day} has it twice, or not in its place");
        Require(head.Seq >= 1 && head.Seq <= Last, head.Seq, $"the anchor of {head.Day} has it, and the timeline ends before it");
        Require(_hashes[head.Seq].AsSpan().SequenceEqual(head.Hash), head.Seq, $"the anchor of {head.Day} has another event here");
        Require(head.Readings >= 0 && head.Readings <= _log.Count, head.Seq, $"the anchor of {head.Day} has {head.Readings} readings, and there are fewer");
        var readings = _readings.Count == 0 ? _log.Hash : _readings[head.Readings];
        Require(readings.AsSpan().SequenceEqual(head.ReadingsHash), head.Seq, $"the anchor of {head.Day} has other readings");
        _lastAnchored = head.Day;
    }

    public void Finish()
    {
        Require(Last > 0, 1, "there are no events");
        Require(
            _isErased || (line.State.Sealed && !opensSealed) || _firstWithoutWords is null, _firstWithoutWords ?? 0,
            "its words are gone, and no event says that they were erased");
        Require(
            Ascends(line.State.Holders.Select(holder => holder.Unit)) && Ascends(line.State.Conflicts) && Ascends(line.State.Promises.Select(promise => promise.Id))
            && ChainFormat.Ascend(line.State.Contacts.Select(contact => contact.Step)) && line.State.Hash().AsSpan().SequenceEqual(_state),
            Last, "the signal is not as this event left it");
        Require(!hasFiles || IsLookedAt(line.State), Last, "the signal is open, and the portal does not look at it in time");
        Require(
            _files.Count == 0 || _isErased || !_hasAll, _files.Keys.FirstOrDefault(), "its file is gone, and no event says that it was erased");
        Require(!_hasAll || SaysTheSame(_onThePage, _released), Last, OthersRead);
    }

    public void Dispose() => _log.Dispose();

    /// <summary>Who is silent is told: what is open is looked at, at the latest on the day after the last one in time.</summary>
    private bool IsLookedAt(SignalState state) => (state.NextTermEndsOn ?? state.DueOn) is not { } last || line.NextStepOn <= (last < DateOnly.MaxValue ? last.AddDays(1) : last);

    private bool IsAfterLast((string Day, string Person, string Through) next)
    {
        var order = string.CompareOrdinal(_lastReading.Day, next.Day);
        order = order == 0 ? string.CompareOrdinal(_lastReading.Person, next.Person) : order;
        return (order == 0 ? string.CompareOrdinal(_lastReading.Through, next.Through) : order) < 0;
    }

    /// <summary>What the event should commit to: its words, and of the first one what the reporter wrote. Null when those are not here.</summary>
    private byte[]? Committed(EventLine happened)
    {
        if (happened.Words is { } words)
        {
            Require(ChainFormat.IsHash(words.Salt), happened.Seq, "its salt is not of 32 bytes");
            return EventChain.Commitment(words.Salt, words.Text);
        }

        if (happened.Seq > 1 || line.Content is not { } content)
        {
            return null;
        }

        Require(ChainFormat.IsHash(content.Salt), happened.Seq, "its salt is not of 32 bytes");
        Require(ChainFormat.Ascend(content.Fields.Keys) && Fields.IsSupersetOf(content.Fields.Keys), happened.Seq, "its words are not words");
        return EventChain.Commitment(content.Salt, content.Fields);
    }

    /// <summary>Which files should be there, and what everybody may read.</summary>
    private void Remember(EventLine happened)
    {
        try
        {
            switch (happened.Kind)
            {
                case nameof(Attached):
                    _files[happened.Seq] = JsonSerializer.Deserialize<FileFacts>(happened.Facts)!.Commitment;
                    break;

                case nameof(Answered) or nameof(Withdrawn) or nameof(Erased) or nameof(ReleaseTakenBack):
                    (_proposed, _released) = (null, null);
                    _answeredBy = happened.Kind == nameof(Answered) ? happened.ActedFor : _answeredBy;
                    break;

                case nameof(ReleaseProposed):
                    _proposed = (ReleaseProposed)TimelineEntry.Read(happened.Kind, happened.Facts, happened.Words?.Text);
                    break;

                case nameof(ReleaseApproved):
                    _released = _proposed;
                    break;
            }
        }
        catch (JsonException)
        {
            throw new BrokenChainException(line.Reference, happened.Seq, "its facts cannot be read");
        }
    }

    private static bool SaysTheSame(ReleaseProposed? one, ReleaseProposed? other) => one is null || other is null
        ? one is null && other is null
        : (one.Outcome, one.Reason, one.Title, one.Said, one.Answer, one.WhatWouldChange ?? "", one.PromisesInShort ?? "")
            == (other.Outcome, other.Reason, other.Title, other.Said, other.Answer, other.WhatWouldChange ?? "", other.PromisesInShort ?? "")
            && (one.Promises ?? []).SequenceEqual(other.Promises ?? []);

    private static bool Ascends(IEnumerable<Guid> ids) => ChainFormat.Ascend(ids.Select(id => id.ToString()));

    private void Require(bool holds, int seq, string otherwise)
    {
        if (!holds)
        {
            throw new BrokenChainException(line.Reference, seq, otherwise);
        }
    }

    private sealed record FileFacts(byte[] Commitment);
}
