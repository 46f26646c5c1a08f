using FluentValidation;
using MediatR;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Signals;

/// <summary>The reporter says what the answer is worth.</summary>
public sealed record GiveVerdict : SignalAct
{
    public Verdict? Verdict { get; init; }

    /// <summary>Needed unless the answer is understood.</summary>
    public string? VerdictText { get; init; }
}

internal sealed class GiveVerdictValidator : AbstractValidator<GiveVerdict>
{
    public GiveVerdictValidator()
    {
        RuleFor(act => act.Verdict).NotNull().IsInEnum();
        RuleFor(act => act.VerdictText).MaximumLength(Words.LongMaxLength);
        RuleFor(act => act.VerdictText).Filled().When(act => act.Verdict is Verdict.NotUnderstood or Verdict.Disagree);
    }
}

internal sealed class GiveVerdictHandler(PortalDb db, Viewer viewer, Now now) : AsyncRequestHandler<GiveVerdict>
{
    protected override async Task Handle(GiveVerdict act, CancellationToken cancellationToken)
    {
        var signal = await db.FindSignal(act, cancellationToken);
        var line = await db.LineOf(signal.HeldByUnitId, cancellationToken);

        signal.GiveVerdict(act.Verdict!.Value, act.VerdictText, line, by: viewer, now);

        await db.SaveChangesAsync(cancellationToken);
    }
}
