using System.Security.Cryptography;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Chain;

/// <summary>Checks that each anchor follows the one before it, is signed, was published like this, and has the heads that its root is made of.</summary>
internal sealed class AnchorVerifier(IEnumerable<PublishedAnchor> published, ECDsa? key) : IDisposable
{
    private readonly Dictionary<(Guid, string), OpenAnchor> _open = [];
    private readonly List<PublishedAnchor> _published = [.. published];
    private AnchorLine? _last;

    public int Count => _open.Count;

    public void Take(AnchorLine anchor)
    {
        var before = _last?.Organisation == anchor.Organisation ? _last : null;
        Require(before is null || string.CompareOrdinal(before.Day, anchor.Day) < 0, anchor, "is there twice, or not in its place");
        Require(Same(anchor.PreviousRoot, before?.Root), anchor, "does not follow the anchor before it");
        Require(key?.VerifyData(anchor.Root, anchor.Signature, HashAlgorithmName.SHA384, DSASignatureFormat.Rfc3279DerSequence) is not false, anchor, "is not signed with this key");
        foreach (var known in _published.Where(known => (known.Organisation, known.Day) == (anchor.Organisation, anchor.Day)))
        {
            Require(ChainFile.Text(known) == ChainFile.Text(anchor.Published), anchor, "is not the one that was published");
        }

        _published.RemoveAll(known => (known.Organisation, known.Day) == (anchor.Organisation, anchor.Day));
        Require(_open.TryAdd((anchor.Organisation, anchor.Day), new OpenAnchor(anchor)), anchor, "is there twice, or not in its place");
        _last = anchor;
    }

    public void Take(HeadLine head)
    {
        if (!_open.TryGetValue((head.Organisation, head.Day), out var anchor))
        {
            throw new BrokenChainException($"the anchor of {head.Day} is missing");
        }

        anchor.Count++;
        anchor.Root.AddHead(head.Signal, head.Seq, head.Hash);
    }

    public void Finish()
    {
        foreach (var (line, root, count) in _open.Values.Select(anchor => (anchor.Line, anchor.Root.Root(), anchor.Count)))
        {
            Require(count == line.Count, line, $"has {count} signals, and not {line.Count}");
            Require(Same(root, line.Root), line, "has other signals, or other events of them, than it was made of");
        }

        if (_published is [var missing, ..])
        {
            throw new BrokenChainException($"the anchor of {missing.Day} was published and is not here");
        }
    }

    public void Dispose()
    {
        foreach (var anchor in _open.Values)
        {
            anchor.Root.Dispose();
        }
    }

    private static bool Same(byte[]? one, byte[]? other) => one is null ? other is null : one.AsSpan().SequenceEqual(other);

    private static void Require(bool holds, AnchorLine anchor, string otherwise)
    {
        if (!holds)
        {
            throw new BrokenChainException($"the anchor of {anchor.Day} {otherwise}");
        }
    }

    private sealed class OpenAnchor(AnchorLine line)
    {
        public AnchorLine Line => line;

        public AnchorRoot Root { get; } = new(line.Organisation, line.Day, line.Nonce, line.PreviousRoot, line.Count);

        public int Count { get; set; }
    }
}
