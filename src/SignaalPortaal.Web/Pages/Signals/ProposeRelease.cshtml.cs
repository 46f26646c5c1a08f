using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Web.Pages.Signals;

public sealed class ProposeReleaseModel(IMediator mediator) : ActPage<ProposeRelease>(mediator)
{
    public override bool IsOffered => Signal.Can(SignalActs.ProposeRelease);

    /// <summary>With the words by which somebody can be recognised: everybody is to read it.</summary>
    public override async Task<PageResult> OnPostPreviewAsync(CancellationToken cancellationToken)
    {
        var page = await base.OnPostPreviewAsync(cancellationToken);
        Hints = new HintBox(await Mediator.Send(new FindHintsInRelease(Act), cancellationToken), IsWarning: true) { IsForEverybody = true };
        return page;
    }

    /// <summary>A row for each promise of the answer, in its order, with what was typed.</summary>
    protected override Task Load(CancellationToken cancellationToken)
    {
        Input = Input with
        {
            Promises = [.. Signal.PromisedInTheAnswer.Select(made =>
                Input.Promises.FirstOrDefault(row => row.Promise == made.Promise) ?? new PromiseInShortRow { Promise = made.Promise })],
        };
        return Task.CompletedTask;
    }
}
