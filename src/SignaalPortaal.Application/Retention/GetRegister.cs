using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Identities;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Retention;

/// <summary>
/// The register that article 2a of the Wet bescherming klokkenluiders asks for: each wrongdoing that was raised, with the days that the law counts. No
/// words and no names. For confidential advisers.
/// </summary>
/// <param name="IsExport">It leaves the portal as a file, which the reporters read.</param>
public sealed record GetRegister(bool IsExport) : IRequest<IReadOnlyList<RegisterLine>>;

/// <param name="Outcome">Of the last answer.</param>
public sealed record RegisterLine(
    string Reference, LegalTerms Terms, Outcome? Outcome, Closing? ClosedBecause, DateOnly? ClosedOn, DateOnly? DestroyedOn);

internal sealed class GetRegisterHandler(PortalDb db, Viewer viewer, Now now) : IRequestHandler<GetRegister, IReadOnlyList<RegisterLine>>
{
    public async Task<IReadOnlyList<RegisterLine>> Handle(GetRegister query, CancellationToken cancellationToken)
    {
        viewer.RequireConfidentialAdviser();
        var signals = await db.SignalsOfEveryone
            .Where(signal => signal.Kind == SignalKind.Wrongdoing && signal.HiddenUntil == null && signal.ReporterId != viewer.PersonId)
            .Where(signal => !signal.Conflicts.Any(conflict => conflict.PersonId == viewer.PersonId))
            .OrderByDescending(signal => signal.RaisedOn).ThenBy(signal => signal.Reference)
            .Select(signal => new
            {
                signal.Id,
                signal.Reference,
                signal.ClosedBecause,
                signal.ClosedOn,
                signal.ErasedOn,
                Events = signal.Timeline.Where(entry => LegalTerms.Kinds.Contains(entry.Kind)).OrderBy(entry => entry.Seq)
                    .Select(entry => new { entry.Kind, entry.At, entry.Facts }).ToList(),
            })
            .ToListAsync(cancellationToken);
        if (query.IsExport)
        {
            await db.NoteReadings([.. signals.Select(signal => signal.Id)], ReadThrough.Export, now.Today, cancellationToken);
        }

        return [.. signals.Select(signal =>
        {
            var events = signal.Events.Select(entry => (On: entry.At.DutchDate, Happened: TimelineEntry.Read(entry.Kind, entry.Facts, words: null))).ToList();
            return new RegisterLine(
                signal.Reference, LegalTerms.Of(events, now.Calendar), events.Select(one => one.Happened).OfType<Answered>().LastOrDefault()?.Outcome,
                signal.ClosedBecause, signal.ClosedOn, signal.ErasedOn);
        })];
    }
}
