using System.Text;
using MediatR;
using SignaalPortaal.Application.Chain;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Signals;

/// <summary>The timeline of an own signal as an export of that signal alone, to keep and to check elsewhere.</summary>
public sealed record GetTimelineFile(string Reference) : IRequest<byte[]>;

internal sealed class GetTimelineFileHandler(PortalDb db, Viewer viewer, Now now) : IRequestHandler<GetTimelineFile, byte[]>
{
    public async Task<byte[]> Handle(GetTimelineFile query, CancellationToken cancellationToken)
    {
        var signal = await db.FindSignal(query.Reference, cancellationToken);
        if (!signal.IsReportedBy(viewer))
        {
            throw new SignalNotFoundException();
        }

        if (viewer.ReceiptOf is not null)
        {
            await db.NoteReadings([signal.Id], ReadThrough.Export, now.Today, cancellationToken);
        }

        return Encoding.UTF8.GetBytes(string.Concat(Lines(signal).Select(line => $"{ChainFile.TextOf(line)}\n")));
    }

    private static IEnumerable<ChainLine> Lines(Signal signal) =>
    [
        new VersionLine(VersionLine.Current),
        new SignalLine(
            signal.OrganisationId, signal.Id, signal.Reference, SignalState.Of(signal),
            new SaltedContent(signal.Content.Salt, signal.Content.FilledIn())),
        .. signal.Timeline.OrderBy(entry => entry.Seq).Select(Line),
        new EndLine(Anchors: 0, Records: 0, Signals: 1, signal.Timeline.Count, Readings: 0),
    ];

    private static EventLine Line(TimelineEntry entry) => new(
        entry.OrganisationId, entry.SignalId, entry.Seq, entry.Kind, EventChain.Moment(entry.At), entry.ActorId, entry.ActedAs.ToString(),
        entry.ActedForUnitId, entry.Facts, entry.Commitment, entry.State, entry.PreviousHash, entry.Hash,
        entry.Words is { } words ? new SaltedWords(words.Salt, words.Text) : null);
}
