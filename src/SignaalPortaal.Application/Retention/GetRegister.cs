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

/// <param name="AcknowledgedOn">The first day on which the desk answered in any way.</param>
/// <param name="InformedOn">The day of the first answer.</param>
/// <param name="Outcome">Of the last answer.</param>
public sealed record RegisterLine(
    string Reference, DateOnly ReceivedOn, DateOnly? AcknowledgedOn, DateOnly AcknowledgeBy, DateOnly? InformedOn, DateOnly InformBy, Outcome? Outcome,
    Closing? ClosedBecause, DateOnly? ClosedOn, DateOnly? DestroyedOn)
{
    /// <summary>In time, or still within the term.</summary>
    public bool IsAcknowledgedInTime(DateOnly today) => (AcknowledgedOn ?? today) <= AcknowledgeBy;

    public bool IsInformedInTime(DateOnly today) => (InformedOn ?? today) <= InformBy;
}

internal sealed class GetRegisterHandler(PortalDb db, Viewer viewer, Now now) : IRequestHandler<GetRegister, IReadOnlyList<RegisterLine>>
{
    /// <summary>Of the law, in days after receipt.</summary>
    private const int DaysToAcknowledge = 7;

    /// <summary>Of the law, in months after the acknowledgement.</summary>
    private const int MonthsToInform = 3;

    private static readonly string[] Kinds = [nameof(Acknowledged), nameof(Asked), nameof(Answered)];

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
                signal.RaisedOn,
                signal.ClosedBecause,
                signal.ClosedOn,
                signal.ErasedOn,
                Events = signal.Timeline.Where(entry => Kinds.Contains(entry.Kind)).OrderBy(entry => entry.Seq)
                    .Select(entry => new { entry.Kind, entry.At, entry.Facts }).ToList(),
            })
            .ToListAsync(cancellationToken);
        if (query.IsExport)
        {
            await db.NoteReadings([.. signals.Select(signal => signal.Id)], ReadThrough.Export, now.Today, cancellationToken);
        }

        return [.. signals.Select(signal =>
        {
            var acknowledgedOn = signal.Events.FirstOrDefault()?.At.DutchDate;
            var acknowledgeBy = signal.RaisedOn.AddDays(DaysToAcknowledge);
            var answers = signal.Events.Where(happened => happened.Kind == nameof(Answered)).ToList();
            var counts = acknowledgedOn < acknowledgeBy ? acknowledgedOn.Value : acknowledgeBy;
            return new RegisterLine(
                signal.Reference, signal.RaisedOn, acknowledgedOn, acknowledgeBy, answers.FirstOrDefault()?.At.DutchDate, counts.AddMonths(MonthsToInform),
                answers.Count == 0 ? null : ((Answered)TimelineEntry.Read(nameof(Answered), answers[^1].Facts, words: null)).Outcome,
                signal.ClosedBecause, signal.ClosedOn, signal.ErasedOn);
        })];
    }
}
