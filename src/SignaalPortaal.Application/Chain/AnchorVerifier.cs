using System.Security.Cryptography;
using SignaalPortaal.Domain.Chain;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Chain;

/// <summary>
/// Checks that each anchor follows the one before it, is signed, was published like this, has the heads that its root is made of, and that the logs still
/// begin with what it says of them.
/// </summary>
internal sealed class AnchorVerifier(IEnumerable<PublishedAnchor> published, ECDsa? key) : IDisposable
{
    private readonly Dictionary<(Guid, string), OpenAnchor> _open = [];
    private readonly List<PublishedAnchor> _published = [.. published];
    private readonly Dictionary<(Guid, string), List<(string Day, LogHead Head)>> _anchoredLogs = [];
    private AnchorLine? _last;
    private (Guid Organisation, string Name, Log Log)? _log;
    private OrganisationLogVerifier? _organisation;

    public int Count => _open.Count;

    public long Records { get; private set; }

    public void Take(AnchorLine anchor)
    {
        var before = _last?.Organisation == anchor.Organisation ? _last : null;
        Require(ChainFormat.IsDay(anchor.Day), anchor, "is of no day");
        Require(before is null || string.CompareOrdinal(before.Day, anchor.Day) < 0, anchor, "is there twice, or not in its place");
        Require(
            ChainFormat.IsHash(anchor.Nonce) && ChainFormat.IsHash(anchor.Root) && (anchor.PreviousRoot is null || ChainFormat.IsHash(anchor.PreviousRoot)),
            anchor, "has a number that is not of 32 bytes");
        Require(Same(anchor.PreviousRoot, before?.Root), anchor, "does not follow the anchor before it");
        Require(key?.VerifyData(anchor.Root, anchor.Signature, HashAlgorithmName.SHA384, DSASignatureFormat.Rfc3279DerSequence) is not false, anchor, "is not signed with this key");
        Require(
            ChainFormat.Ascend(anchor.Logs.Select(log => log.Name)) && anchor.Logs.All(log => log.Count >= 0 && ChainFormat.IsHash(log.Hash)),
            anchor, "has logs that are none");
        foreach (var known in _published.Where(known => (known.Organisation, known.Day) == (anchor.Organisation, anchor.Day)))
        {
            Require(ChainFile.TextOf(known) == ChainFile.TextOf(anchor.Published), anchor, "is not the one that was published");
        }

        _published.RemoveAll(known => (known.Organisation, known.Day) == (anchor.Organisation, anchor.Day));
        Require(_open.TryAdd((anchor.Organisation, anchor.Day), new OpenAnchor(anchor)), anchor, "is there twice, or not in its place");
        foreach (var log in anchor.Logs)
        {
            if (!_anchoredLogs.TryGetValue((anchor.Organisation, log.Name), out var heads))
            {
                _anchoredLogs[(anchor.Organisation, log.Name)] = heads = [];
            }

            heads.Add((anchor.Day, log));
        }

        _last = anchor;
    }

    public void Take(RecordLine record)
    {
        if (_log is not { } current || (current.Organisation, current.Name) != (record.Organisation, record.Log))
        {
            var isNext = _log is not { } last || last.Organisation != record.Organisation || string.CompareOrdinal(last.Name, record.Log) < 0;
            RequireOfLog(isNext, record.Log, "is not in its place");
            FinishLog();
            _log = current = (record.Organisation, record.Log, Log.Of(record.Organisation, record.Log));
        }

        RequireOfLog(ChainFormat.Ascend(record.Parts.Keys), record.Log, $"has no record in place {current.Log.Count + 1}");
        if (current.Log.Count == 0)
        {
            CompareLog();
        }

        if (OrganisationLogVerifier.IsOne(record.Log))
        {
            _organisation = _organisation?.Organisation == record.Organisation ? _organisation : new OrganisationLogVerifier(record.Organisation, key);
            _organisation.Take(record);
        }

        current.Log.Add(record.Parts);
        Records++;
        CompareLog();
    }

    public void Take(HeadLine head)
    {
        if (!_open.TryGetValue((head.Organisation, head.Day), out var anchor))
        {
            throw new BrokenChainException($"the anchor of {head.Day} is missing");
        }

        anchor.Count++;
        anchor.Root.AddHead(head.Signal, head.Seq, head.Hash, head.Readings, head.ReadingsHash);
    }

    /// <summary>After the last record of an organisation.</summary>
    public void FinishLog()
    {
        _log?.Log.Dispose();
        _log = null;
    }

    public void Finish()
    {
        FinishLog();
        foreach (var ((organisation, name), heads) in _anchoredLogs)
        {
            using var empty = Log.Of(organisation, name);
            foreach (var (day, head) in heads)
            {
                RequireOfLog(head.Count > 0 || head.Hash.AsSpan().SequenceEqual(empty.Hash), name, $"had other records at the anchor of {day}");
                RequireOfLog(head.Count == 0, name, $"had {head.Count} records at the anchor of {day}, and has fewer");
            }
        }

        foreach (var (line, root, count) in _open.Values.Select(anchor => (anchor.Line, anchor.Root.Root(), anchor.Count)))
        {
            Require(count == line.Count, line, $"has {count} signals, and not {line.Count}");
            Require(Same(root, line.Root), line, "has other signals, readings or logs, or other events, than it was made of");
        }

        if (_published is [var missing, ..])
        {
            throw new BrokenChainException($"the anchor of {missing.Day} was published and is not here");
        }
    }

    public void Dispose()
    {
        FinishLog();
        foreach (var anchor in _open.Values)
        {
            anchor.Root.Dispose();
        }
    }

    /// <summary>With the anchors that were made when the log was as long as it is now.</summary>
    private void CompareLog()
    {
        var (organisation, name, log) = _log!.Value;
        if (!_anchoredLogs.TryGetValue((organisation, name), out var heads))
        {
            return;
        }

        foreach (var (day, head) in heads.Where(one => one.Head.Count == log.Count))
        {
            RequireOfLog(log.Hash.AsSpan().SequenceEqual(head.Hash), name, $"had other records at the anchor of {day}");
        }

        heads.RemoveAll(one => one.Head.Count == log.Count);
    }

    private static bool Same(byte[]? one, byte[]? other) => one is null ? other is null : one.AsSpan().SequenceEqual(other);

    private static void Require(bool holds, AnchorLine anchor, string otherwise)
    {
        if (!holds)
        {
            throw new BrokenChainException($"the anchor of {anchor.Day} {otherwise}");
        }
    }

    private static void RequireOfLog(bool holds, string name, string otherwise)
    {
        if (!holds)
        {
            throw new BrokenChainException($"the log {name} {otherwise}");
        }
    }

    private sealed class OpenAnchor(AnchorLine line)
    {
        public AnchorLine Line => line;

        public AnchorRoot Root { get; } = new(line.Organisation, line.Day, line.Nonce, line.PreviousRoot, line.Logs, line.Count);

        public int Count { get; set; }
    }
}
