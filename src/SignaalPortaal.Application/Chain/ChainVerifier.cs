using System.Security.Cryptography;

namespace SignaalPortaal.Application.Chain;

/// <summary>Checks an export, or the database as the lines of one. It keeps no more than one signal and the anchors.</summary>
public sealed class ChainVerifier : IDisposable
{
    private readonly AnchorVerifier _anchors;
    private readonly bool _opensSealed;
    private SignalVerifier? _signal;
    private (Guid Organisation, Guid Id) _last;
    private long _signals;
    private EndLine? _end;
    private bool _hasVersion;

    private ChainVerifier(IEnumerable<PublishedAnchor> published, ECDsa? key, bool opensSealed) =>
        (_anchors, _opensSealed) = (new AnchorVerifier(published, key), opensSealed);

    private long Events { get; set; }

    /// <param name="published">Anchors from elsewhere, which must be those in the export.</param>
    /// <param name="key">With which anchors are signed; null when their signatures are not checked.</param>
    /// <param name="opensSealed">Whether the lines have what is sealed, too.</param>
    public static async Task<ChainReport> Verify(IAsyncEnumerable<ChainLine> lines, IEnumerable<PublishedAnchor> published, ECDsa? key, bool opensSealed = false)
    {
        using var verifier = new ChainVerifier(published, key, opensSealed);
        try
        {
            await foreach (var line in lines)
            {
                verifier.Take(line);
            }

            verifier.Finish();
            return new ChainReport(verifier.Events, Problem: null, verifier._signals == 1 ? verifier._signal?.CheckValue : null);
        }
        catch (BrokenChainException broken)
        {
            return new ChainReport(verifier.Events, broken.Message, CheckValue: null);
        }
    }

    public void Dispose() => _anchors.Dispose();

    private void Take(ChainLine line)
    {
        Require(_end is null, "something follows the end");
        Require(_hasVersion || line is VersionLine, "the first line does not say the version");
        switch (line)
        {
            case VersionLine version:
                Require(!_hasVersion && version.Format == VersionLine.Current, $"the version is not {VersionLine.Current}");
                _hasVersion = true;
                break;

            case AnchorLine anchor:
                _signal?.Finish();
                _signal = null;
                Require(anchor.Organisation.CompareTo(_last.Organisation) > 0, $"the anchor of {anchor.Day} is not in its place");
                _anchors.Take(anchor);
                break;

            case SignalLine signal:
                Take(signal);
                break;

            case EventLine happened:
                var isOfSignal = _signal is not null && (happened.Organisation, happened.Signal) == (_signal.Line.Organisation, _signal.Line.Id);
                Require(isOfSignal, $"event {happened.Seq} of signal {happened.Signal} does not stand below its signal");
                _signal!.Take(happened);
                Events++;
                break;

            case HeadLine head:
                var isOfHead = _signal is not null && (head.Organisation, head.Signal) == (_signal.Line.Organisation, _signal.Line.Id);
                Require(isOfHead, $"the anchor of {head.Day} has signal {head.Signal}, which is not here");
                _signal!.Take(head);
                _anchors.Take(head);
                break;

            case EndLine end:
                _signal?.Finish();
                _end = end;
                break;
        }
    }

    private void Take(SignalLine signal)
    {
        _signal?.Finish();
        var isNext = (signal.Organisation, signal.Id).CompareTo(_last) > 0;
        Require(isNext, $"signal {signal.Reference} is there twice, or not in its place");
        _last = (signal.Organisation, signal.Id);
        _signal = new SignalVerifier(signal, _opensSealed);
        _signals++;
    }

    private void Finish()
    {
        _signal?.Finish();
        Require(_end is not null, "the end is missing");
        Require(_end == new EndLine(_anchors.Count, _signals, Events), "there are more or fewer anchors, signals or events than the end says");
        _anchors.Finish();
    }

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new BrokenChainException(otherwise);
        }
    }
}

/// <param name="Events">How many were checked.</param>
/// <param name="Problem">The first thing that is wrong; null when nothing is.</param>
/// <param name="CheckValue">When only one signal was checked: what its reporter's page shows.</param>
public sealed record ChainReport(long Events, string? Problem, string? CheckValue)
{
    public bool IsWhole => Problem is null;
}
