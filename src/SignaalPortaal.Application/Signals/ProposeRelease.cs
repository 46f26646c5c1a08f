using FluentValidation;
using MediatR;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Hints;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Signals;

/// <summary>Proposes to the reporter what everybody in the organisation may read of a signal and its answer.</summary>
public sealed record ProposeRelease : SignalAct
{
    public string ReleaseTitle { get; init; } = "";
    public string WhatWasSaid { get; init; } = "";
    public string AnswerInShort { get; init; } = "";

    /// <summary>Only of an answer that does not adopt.</summary>
    public string? ChangeInShort { get; init; }

    /// <summary>One for each promise of the answer.</summary>
    public IList<PromiseInShortRow> Promises { get; init; } = [];

    internal ReleaseText Text => new()
    {
        Title = ReleaseTitle.ReplaceLineEndings(" "),
        Said = WhatWasSaid,
        Answer = AnswerInShort,
        WhatWouldChange = ChangeInShort,
        Promises = [.. Promises.Select(row => new PromiseInShort(row.Promise, row.InShort.ReplaceLineEndings(" ")))],
    };
}

public sealed record PromiseInShortRow
{
    public Guid Promise { get; init; }
    public string InShort { get; init; } = "";
}

internal sealed class ProposeReleaseValidator : AbstractValidator<ProposeRelease>
{
    public ProposeReleaseValidator()
    {
        RuleFor(act => act.ReleaseTitle).IsText(ReleaseText.TitleMaxLength);
        RuleFor(act => act.WhatWasSaid).IsText(ReleaseText.MaxLength);
        RuleFor(act => act.AnswerInShort).IsText(ReleaseText.MaxLength);
        RuleFor(act => act.ChangeInShort).MaximumLength(ReleaseText.MaxLength);
        RuleForEach(act => act.Promises).ChildRules(row => row.RuleFor(promise => promise.InShort).IsText(Words.ShortMaxLength));
    }
}

internal sealed class ProposeReleaseHandler(PortalDb db, Viewer viewer, Now now) : AsyncRequestHandler<ProposeRelease>
{
    protected override async Task Handle(ProposeRelease act, CancellationToken cancellationToken)
    {
        var signal = await db.FindSignal(act, cancellationToken);

        signal.ProposeRelease(act.Text, by: viewer, now);

        await db.SaveChangesAsync(cancellationToken);
    }
}

/// <summary>By which words of a text for everybody somebody can be recognised.</summary>
public sealed record FindHintsInRelease(ProposeRelease Act) : IRequest<IReadOnlyList<Hint>>;

internal sealed class FindHintsInReleaseHandler(IMediator mediator) : IRequestHandler<FindHintsInRelease, IReadOnlyList<Hint>>
{
    public Task<IReadOnlyList<Hint>> Handle(FindHintsInRelease query, CancellationToken cancellationToken) => mediator.Send(
        new FindIdentifyingWords(
        [
            new(nameof(query.Act.ReleaseTitle), query.Act.ReleaseTitle),
            new(nameof(query.Act.WhatWasSaid), query.Act.WhatWasSaid),
            new(nameof(query.Act.AnswerInShort), query.Act.AnswerInShort),
            new(nameof(query.Act.ChangeInShort), query.Act.ChangeInShort),
            .. query.Act.Promises.Select(row => new TypedText(nameof(row.InShort), row.InShort)),
        ]),
        cancellationToken);
}
