using System.Security.Cryptography;

namespace SignaalPortaal.Application.Chain;

/// <summary>Checks an export, or the database as the lines of one. It keeps no more than one signal and the anchors.</summary>
public sealed class ChainVerifier : IDisposable
{
    private readonly AnchorVerifier _anchors;
    private readonly bool _opensSealed;
    private readonly bool _hasFiles;
    private SignalVerifier? _signal;
    private (Guid Organisation, Guid Id) _last;
    private (Guid Organisation, Place Place) _at;
    private long _signals;
    private long _readings;
    private EndLine? _end;
    private bool _hasVersion;

    private ChainVerifier(IEnumerable<PublishedAnchor> published, ECDsa? key, bool opensSealed, bool hasFiles) =>
        (_anchors, _opensSealed, _hasFiles) = (new AnchorVerifier(published, key), opensSealed, hasFiles);

    private long Events { get; set; }

    /// <param name="published">Anchors from elsewhere, which must be those in the export.</param>
    /// <param name="key">With which anchors are signed; null when their signatures are not checked.</param>
    /// <param name="opensSealed">Whether the lines have what is sealed, too.</param>
    /// <param name="hasFiles">Whether they have what only the database has: the files, and what everybody reads.</param>
    public static async Task<ChainReport> Verify(
        IAsyncEnumerable<ChainLine> lines, IEnumerable<PublishedAnchor> published, ECDsa? key, bool opensSealed = false, bool hasFiles = false)
    {
        using var verifier = new ChainVerifier(published, key, opensSealed, hasFiles);
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

    public void Dispose()
    {
        _anchors.Dispose();
        _signal?.Dispose();
    }

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
                FinishSignal();
                _signal = null;
                Require(ComesTo(anchor.Organisation, Place.Anchors), $"the anchor of {anchor.Day} is not in its place");
                _anchors.Take(anchor);
                break;

            case RecordLine record:
                FinishSignal();
                _signal = null;
                Require(ComesTo(record.Organisation, Place.Logs), $"the log {record.Log} is not in its place");
                _anchors.Take(record);
                break;

            case SignalLine signal:
                Take(signal);
                break;

            case EventLine happened:
                Require(IsOfSignal(happened.Organisation, happened.Signal), $"event {happened.Seq} of signal {happened.Signal} does not stand below its signal");
                _signal!.Take(happened);
                Events++;
                break;

            case ReadingLine reading:
                Require(IsOfSignal(reading.Organisation, reading.Signal), $"a reading of signal {reading.Signal} does not stand below its signal");
                _signal!.Take(reading);
                _readings++;
                break;

            case FileLine file:
                _signal!.Take(file);
                break;

            case ReleasedLine released:
                _signal!.Take(released);
                break;

            case HeadLine head:
                Require(IsOfSignal(head.Organisation, head.Signal), $"the anchor of {head.Day} has signal {head.Signal}, which is not here");
                _signal!.Take(head);
                _anchors.Take(head);
                break;

            case EndLine end:
                FinishSignal();
                _end = end;
                break;
        }
    }

    private void Take(SignalLine signal)
    {
        FinishSignal();
        var isNext = ComesTo(signal.Organisation, Place.Signals) && (signal.Organisation, signal.Id).CompareTo(_last) > 0;
        Require(isNext, $"signal {signal.Reference} is there twice, or not in its place");
        _last = (signal.Organisation, signal.Id);
        _signal = new SignalVerifier(signal, _opensSealed, _hasFiles);
        _signals++;
    }

    private void Finish()
    {
        Require(_end is not null, "the end is missing");
        Require(_end == new EndLine(_anchors.Count, _anchors.Records, _signals, Events, _readings), "there is more or less than the end says");
        _anchors.Finish();
    }

    private void FinishSignal()
    {
        _signal?.Finish();
        _signal?.Dispose();
    }

    private bool IsOfSignal(Guid organisation, Guid signal) => _signal is not null && (organisation, signal) == (_signal.Line.Organisation, _signal.Line.Id);

    /// <summary>Of each organisation come first its anchors, then its logs, then its signals.</summary>
    private bool ComesTo(Guid organisation, Place place)
    {
        var isInOrder = (organisation, place).CompareTo(_at) >= 0;
        _at = (organisation, place);
        return isInOrder;
    }

    private enum Place
    {
        Anchors,
        Logs,
        Signals,
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
