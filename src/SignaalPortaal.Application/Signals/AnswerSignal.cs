using FluentValidation;
using MediatR;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Signals;

/// <summary>
/// Decides on a signal, with an answer that its reporter can read. What belongs to another outcome than the chosen one is neither judged nor
/// kept: a form without script sends all of it.
/// </summary>
public sealed record AnswerSignal : SignalAct
{
    public Outcome? Outcome { get; init; }
    public string Explanation { get; init; } = "";

    /// <summary>Rows of the form; an empty one is no promise.</summary>
    public IList<PromiseRow> Promises { get; init; } = [];

    public NotAdoptedReason? NotAdoptedReason { get; init; }
    public string? Fact { get; init; }
    public string? WhatWouldChange { get; init; }
    public DateOnly? LookAgainOn { get; init; }
    public string? Where { get; init; }
    public string? PassedOnTo { get; init; }

    internal Answer Chosen => new()
    {
        Outcome = Outcome!.Value,
        Explanation = Explanation,
        Promises = Outcome.Value.NeedsAPromise ? [.. FilledPromises.Select(row => new NewPromise(row.What!, row.Who!, row.By!.Value))] : [],
        Reason = NotAdoptedReason,
        Fact = Fact,
        WhatWouldChange = WhatWouldChange,
        LookAgainOn = LookAgainOn,
        Where = Where,
        PassedOnTo = PassedOnTo,
    };

    internal override IEnumerable<DateOnly?> Days => [.. Chosen.Promises.Select(promise => (DateOnly?)promise.By), LookAgainOn];

    internal IEnumerable<PromiseRow> FilledPromises => Promises.Where(row => !row.IsEmpty);
}

/// <summary>What, who, by when.</summary>
public sealed record PromiseRow
{
    public string? What { get; init; }
    public string? Who { get; init; }
    public DateOnly? By { get; init; }

    internal bool IsEmpty => Words.IsBlank(What) && Words.IsBlank(Who) && By is null;
}

internal sealed class AnswerSignalValidator : AbstractValidator<AnswerSignal>
{
    public AnswerSignalValidator()
    {
        RuleFor(act => act.Outcome).NotNull().IsInEnum();
        RuleFor(act => act.Explanation).IsText();

        When(act => act.Outcome?.NeedsAPromise is true, () =>
        {
            // That there is none at all is told where the first one is to be written.
            RuleFor(act => act.FilledPromises).NotEmpty().OverridePropertyName("Promises[0].What");
            RuleForEach(act => act.Promises).Where(row => !row.IsEmpty).ChildRules(row =>
            {
                row.RuleFor(promise => promise.What!).IsText();
                row.RuleFor(promise => promise.Who!).IsText(Words.ShortMaxLength);
                row.RuleFor(promise => promise.By).NotEmpty();
            });
        });
        When(act => act.Outcome is Outcome.NotAdopted, () =>
        {
            RuleFor(act => act.NotAdoptedReason).NotNull().IsInEnum();
            RuleFor(act => act.Fact!).IsText();
            RuleFor(act => act.WhatWouldChange!).IsText();
        });
        When(act => act.Outcome is Outcome.AlreadyArranged, () => RuleFor(act => act.Where!).IsText(Words.ShortMaxLength));
        When(act => act.Outcome is Outcome.OutsideOurPower, () => RuleFor(act => act.PassedOnTo!).IsText(Words.ShortMaxLength));
    }
}

internal sealed class AnswerSignalHandler(PortalDb db, Viewer viewer, Now now) : AsyncRequestHandler<AnswerSignal>
{
    protected override async Task Handle(AnswerSignal act, CancellationToken cancellationToken)
    {
        var signal = await db.FindSignal(act, cancellationToken);

        signal.Answer(act.Chosen, by: viewer, now);

        await db.SaveChangesAsync(cancellationToken);
    }
}
