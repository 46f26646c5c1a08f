using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Attachments;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Pipeline;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Signals;

/// <summary>Raises a signal. The outcome is its reference.</summary>
public sealed record SubmitSignal : IRequest<string>, IOnce
{
    public SignalKind? Kind { get; init; }
    public string Subject { get; init; } = "";
    public string OwnWords { get; init; } = "";

    /// <summary>Has a value beforehand: asking for it would be a fourth required field. Not the lowest, so that nothing is softened by default.</summary>
    public RiskLevel OwnRisk { get; init; } = RiskLevel.Medium;

    public string? AffectedRule { get; init; }
    public string? Since { get; init; }
    public string? Frequency { get; init; }
    public string? Affected { get; init; }
    public string? OnPaper { get; init; }
    public string? InPractice { get; init; }
    public string? Workaround { get; init; }

    /// <summary>The unit it is for; null for the reporter's own.</summary>
    public Guid? ForUnit { get; init; }

    public bool AboutMyManager { get; init; }

    /// <summary>Opens the files that come with it; see <see cref="Attachments.UploadKey"/>.</summary>
    public string UploadKey { get; init; } = "";

    public Guid FormKey { get; init; }

    internal SignalContent Content => new()
    {
        Subject = Subject.ReplaceLineEndings(" "),
        Words = OwnWords,
        Rule = NullIfEmpty(AffectedRule),
        Since = NullIfEmpty(Since),
        Frequency = NullIfEmpty(Frequency),
        Affected = NullIfEmpty(Affected),
        OnPaper = NullIfEmpty(OnPaper),
        InPractice = NullIfEmpty(InPractice),
        Workaround = NullIfEmpty(Workaround),
    };

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}

internal sealed class SubmitSignalValidator : AbstractValidator<SubmitSignal>
{
    public SubmitSignalValidator()
    {
        RuleFor(signal => signal.Kind).NotNull().IsInEnum();
        RuleFor(signal => signal.Subject).IsText(SignalContent.SubjectMaxLength);
        RuleFor(signal => signal.OwnWords).IsText(SignalContent.WordsMaxLength);
        RuleFor(signal => signal.OwnRisk).IsInEnum();
        RuleFor(signal => signal.AffectedRule).MaximumLength(Words.ShortMaxLength);
        RuleFor(signal => signal.Since).MaximumLength(Words.ShortMaxLength);
        RuleFor(signal => signal.Frequency).MaximumLength(Words.ShortMaxLength);
        RuleFor(signal => signal.Affected).MaximumLength(Words.ShortMaxLength);
        RuleFor(signal => signal.OnPaper).MaximumLength(Words.LongMaxLength);
        RuleFor(signal => signal.InPractice).MaximumLength(Words.LongMaxLength);
        RuleFor(signal => signal.Workaround).MaximumLength(Words.LongMaxLength);
    }
}

internal sealed class SubmitSignalHandler(PortalDb db, AttachFiles files, Viewer viewer, Now now) : IRequestHandler<SubmitSignal, string>
{
    public async Task<string> Handle(SubmitSignal command, CancellationToken cancellationToken)
    {
        var ownUnit = await db.People.Where(person => person.Id == viewer.PersonId).Select(person => person.HomeUnitId).SingleAsync(cancellationToken);
        var ownLine = await db.LineOf(ownUnit, cancellationToken);
        var line = command.ForUnit is { } unit ? await db.LineOfOpen(unit, cancellationToken) : ownLine;
        if (line.Units.Count == 0 || (command.ForUnit is not null && line.Start.Kind is UnitKind.ConfidentialDesk))
        {
            throw new BrokenRuleException(SignalRule.TheUnitCannotTakeIt);
        }

        var desk = await db.Units.Where(unit => unit.Kind == UnitKind.ConfidentialDesk && unit.ClosedOn == null).OrderBy(unit => unit.Code).FirstOrDefaultAsync(cancellationToken);
        var signal = Signal.Submit(
            command.Kind!.Value, command.Content, command.OwnRisk, command.AboutMyManager,
            line, ownLine, desk is null ? null : (await db.LineOf(desk.Id, cancellationToken)).Start,
            by: viewer, now);

        db.Add(signal);
        await files.Save(signal, command.UploadKey, isNamed: true, cancellationToken);

        return signal.Reference;
    }
}
