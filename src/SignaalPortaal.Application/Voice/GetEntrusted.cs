using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Voice;

/// <summary>What a reporter gave to the union or the works council of which the viewer is. Its reporter can read that it was opened.</summary>
/// <param name="Id">Of what was given, and not of the signal: by that it could be recognised elsewhere.</param>
public sealed record GetEntrusted(Guid Id) : IRequest<EntrustedView>;

internal sealed class GetEntrustedHandler(PortalDb db, Viewer viewer, Now now) : IRequestHandler<GetEntrusted, EntrustedView>
{
    public async Task<EntrustedView> Handle(GetEntrusted query, CancellationToken cancellationToken)
    {
        viewer.RequireSpokesperson();
        var given = await db.Entrusted.SingleOrDefaultAsync(given => given.Id == query.Id, cancellationToken) ?? throw new SignalNotFoundException();
        var found = await db.SignalsOfEveryone
            .Where(signal => signal.Id == given.SignalId)
            .Select(signal => new
            {
                Signal = signal,
                Content = given.Text == EntrustedText.AsWritten ? signal.Content : null,
                Reporter = given.WithName ? db.People.Where(person => person.Id == signal.ReporterId).Select(person => person.Name).FirstOrDefault() : null,
                Answer = given.WithOutcome
                    ? signal.Timeline.Where(entry => entry.Kind == nameof(Answered)).OrderByDescending(entry => entry.Seq).Select(entry => entry.Facts).FirstOrDefault()
                    : null,
            })
            .SingleAsync(cancellationToken);
        await db.Open([found.Signal], cancellationToken);
        if (!found.Signal.IsReportedBy(viewer))
        {
            await db.NoteReadings([given.SignalId], given.Spokesperson is Spokesperson.Union ? ReadThrough.Union : ReadThrough.WorksCouncil, now.Today, cancellationToken);
        }

        var answer = found.Answer is null ? null : (Answered)TimelineEntry.Read(nameof(Answered), found.Answer, words: null);
        return EntrustedView.Of(given, given.Words, found.Signal, found.Content, answer, found.Reporter);
    }
}

internal static class SpokespersonRequirement
{
    /// <summary>For anybody else what reporters gave them does not exist.</summary>
    public static void RequireSpokesperson(this Viewer viewer)
    {
        if (viewer.SpeaksAs().Count == 0)
        {
            throw new SignalNotFoundException();
        }
    }
}
