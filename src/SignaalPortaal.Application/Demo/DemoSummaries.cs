using MediatR;
using Microsoft.Extensions.DependencyInjection;
using SignaalPortaal.Application.Organisations;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Application.Summaries;
using SignaalPortaal.Domain.Publications;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Demo;

/// <summary>What somebody of the line writes about a quarter that is over, through the same requests as the pages send.</summary>
internal static class DemoSummaries
{
    private const string Reviewer = "58261";
    private const string SecondReader = "35826";

    /// <summary>The first of these who may see enough signals writes.</summary>
    private static readonly string[] Writers = ["31746", "33592", "36081", "37415", "23917", "21863", "10482"];

    private static readonly string[] Texts =
    [
        "De systemen kosten veel tijd. Schermen openen traag en laten soms iets anders zien dan de brief. Mensen aan de balie wachten daarop. De werkvloer vraagt om één plek waar het juiste bedrag staat.",
        "Wijzigingen komen te laat of niet door. Daardoor krijgen burgers brieven die niet kloppen. De werkvloer controleert nu zelf alles twee keer en vraagt om een melding als een koppeling uitvalt.",
        "Het zoeken in dossiers lukt slecht. Oude nummers en namen met een streepje worden niet gevonden. Dat kost minuten in elk gesprek. De werkvloer heeft een lijst gemaakt van wat er mist.",
        "De systemen vallen op vaste momenten uit. Op die ochtenden plant de werkvloer geen gesprekken meer. De wens: zeg van tevoren wanneer het gebeurt, en zeg wat er aan wordt gedaan.",
    ];

    public static async Task Write(IServiceProvider services, Guid organisationId, IReadOnlyDictionary<string, Guid> people, Quarter quarter, CancellationToken cancellationToken)
    {
        foreach (var writer in Writers)
        {
            if (await As(writer, Write) is { } summary)
            {
                await As(Reviewer, mediator => Approve(mediator, summary));
                await As(SecondReader, mediator => Approve(mediator, summary));
                return;
            }
        }

        async Task<Guid?> Write(IMediator mediator)
        {
            try
            {
                var draft = await mediator.Send(new GetSummaryDraft($"{quarter}", Theme.Systems, Rewrites: null), cancellationToken);
                return await mediator.Send(
                    new WriteSummary
                    {
                        Quarter = $"{quarter}",
                        Theme = Theme.Systems,
                        Chosen = [.. draft.Signals.Select(signal => signal.Reference)],
                        SummaryText = Texts[quarter.Number - 1],
                    },
                    cancellationToken);
            }
            catch (Exception refusal) when (refusal is BrokenRuleException or SignalNotFoundException)
            {
                // Too few signals for this one.
                return null;
            }
        }

        async Task<Guid?> Approve(IMediator mediator, Guid summary)
        {
            if ((await mediator.Send(new GetSummaries(), cancellationToken)).ToJudge.Any(one => one.Id == summary))
            {
                var read = (await mediator.Send(new GetSummaryToReview(summary, Text: null), cancellationToken)).Checked;
                await mediator.Send(new ReviewSummary { Summary = summary, ReviewedText = read.Text, Ticked = [.. read.Marks.Select(mark => mark.Key)] }, cancellationToken);
            }

            return summary;
        }

        async Task<Guid?> As(string number, Func<IMediator, Task<Guid?>> act)
        {
            await using var scope = services.CreateAsyncScope();
            var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
            await mediator.Send(new LoadViewer(organisationId, people[number]), cancellationToken);
            return await act(mediator);
        }
    }
}
