using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SignaalPortaal.Application.Attachments;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Identities;
using SignaalPortaal.Application.Pipeline;
using SignaalPortaal.Application.Protection;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Signals;

/// <summary>Raises a signal. Who is signed in raises it with the own name or confidentially; who is not, anonymously.</summary>
public sealed record SubmitSignal : IRequest<Submission>, IOnce
{
    public Disclosure Disclosure { get; init; }
    public SignalKind? Kind { get; init; }

    /// <summary>Null when the reporter chose none.</summary>
    public Theme? Theme { get; init; }

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

    /// <summary>It is about somebody of the confidential desk: that does not get it.</summary>
    public bool AboutTheDesk { get; init; }

    /// <summary>Only without a name, of what cannot wait.</summary>
    public WhenSeen WhenSeen { get; init; }

    /// <summary>Opens the files that come with it; see <see cref="Attachments.UploadKey"/>.</summary>
    public string UploadKey { get; init; } = "";

    public Guid FormKey { get; init; }

    /// <summary>Random, of <see cref="ReceiptCode.KeyLength"/> bytes in base 64, from the form; for what is raised without a name.</summary>
    public string? ReceiptKey { get; init; }

    /// <summary>Without a name there is no note of who sent which form: a form sent twice is known by its receipt.</summary>
    Guid IOnce.FormKey => Disclosure is Disclosure.Named ? FormKey : Guid.Empty;

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

    private static string? NullIfEmpty(string? text) => Words.IsBlank(text) ? null : text;
}

/// <param name="ReceiptCode">With which the reporter comes back, to show once; null for who raised it by name.</param>
public sealed record Submission(string Reference, string? ReceiptCode);

internal sealed class SubmitSignalValidator : AbstractValidator<SubmitSignal>
{
    public SubmitSignalValidator()
    {
        RuleFor(signal => signal.Disclosure).IsInEnum();
        RuleFor(signal => signal.Kind).NotNull().IsInEnum();
        RuleFor(signal => signal.Theme).IsInEnum().NotEqual(Theme.NotGiven).WithErrorCode("EnumValidator");
        RuleFor(signal => signal.Subject).IsText(SignalContent.SubjectMaxLength);
        RuleFor(signal => signal.OwnWords).IsText(SignalContent.WordsMaxLength);
        RuleFor(signal => signal.OwnRisk).IsInEnum();
        RuleFor(signal => signal.WhenSeen).IsInEnum();
        RuleFor(signal => signal.AffectedRule).MaximumLength(Words.ShortMaxLength);
        RuleFor(signal => signal.Since).MaximumLength(Words.ShortMaxLength);
        RuleFor(signal => signal.Frequency).MaximumLength(Words.ShortMaxLength);
        RuleFor(signal => signal.Affected).MaximumLength(Words.ShortMaxLength);
        RuleFor(signal => signal.OnPaper).MaximumLength(Words.LongMaxLength);
        RuleFor(signal => signal.InPractice).MaximumLength(Words.LongMaxLength);
        RuleFor(signal => signal.Workaround).MaximumLength(Words.LongMaxLength);
    }
}

internal sealed class SubmitSignalHandler(PortalDb db, UsableKeys keys, AttachFiles files, ReceiptHash receipts, DisclosureSettings settings, Viewer viewer, Now now)
    : IRequestHandler<SubmitSignal, Submission>
{
    public async Task<Submission> Handle(SubmitSignal command, CancellationToken cancellationToken)
    {
        // Whoever is signed in is known; whoever is not has no name to give.
        if ((command.Disclosure is Disclosure.Anonymous) != (viewer.PersonId == Guid.Empty))
        {
            throw new SignalNotFoundException();
        }

        var code = command.Disclosure is Disclosure.Named ? null : ReceiptCode.Of(KeyOf(command));
        if (code is not null && await EarlierSubmission(code, cancellationToken) is { } earlier)
        {
            return earlier;
        }

        var signal = await Submit(command, cancellationToken);
        db.Add(signal);
        if (code is not null)
        {
            db.Add(new Receipt
            {
                OrganisationId = signal.OrganisationId,
                Lookup = receipts.Of(signal.OrganisationId, code, receipts.Version),
                PepperVersion = receipts.Version,
                SignalId = signal.Id,
            });
        }

        if (command.Disclosure is Disclosure.Confidential)
        {
            await SealIdentity(signal, cancellationToken);
        }

        try
        {
            await files.Save(signal, command.UploadKey, cancellationToken);
            return new Submission(signal.Reference, code);
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException { ConstraintName: "receipts_pkey" })
        {
            // The same form, sent twice at the same moment: the other one was first, and is there now.
            db.ChangeTracker.Clear();
            return (await EarlierSubmission(code!, cancellationToken))!;
        }
    }

    private async Task<Signal> Submit(SubmitSignal command, CancellationToken cancellationToken)
    {
        var (desk, oversight) = await OutsideTheLine(cancellationToken);
        var ownUnit = await db.People.Where(person => person.Id == viewer.PersonId).Select(person => (Guid?)person.HomeUnitId).SingleOrDefaultAsync(cancellationToken);

        // Who is anonymous and names no unit writes to the desk, which can pass it on.
        var ownLine = ownUnit is { } home ? await db.LineOf(home, cancellationToken) : new ManagementLine([]);
        var line = command.ForUnit is { } unit ? await db.LineOfOpen(unit, cancellationToken) : ownLine;
        if (command.ForUnit is not null && (line.Units.Count == 0 || line.Start.Kind.IsOutsideTheLine))
        {
            throw new BrokenRuleException(SignalRule.TheUnitCannotTakeIt);
        }

        ownLine = ownUnit is null ? line : ownLine;
        return Signal.Submit(
            command.Kind!.Value, command.Content, command.OwnRisk, command.AboutMyManager, line, ownLine, desk, by: viewer, now,
            command.Disclosure is Disclosure.Named ? null : await Shelter(command, line, ownLine, cancellationToken),
            command.Theme ?? Theme.NotGiven, oversight, command.AboutTheDesk ? await WhoActForTheDesk(cancellationToken) : null);
    }

    private async Task<(LineUnit? Desk, LineUnit? Oversight)> OutsideTheLine(CancellationToken cancellationToken)
    {
        var units = await db.Units.Where(unit => unit.ClosedOn == null && UnitKinds.OutsideTheLine.Contains(unit.Kind)).OrderBy(unit => unit.Code)
            .Select(unit => new { unit.Id, unit.Kind }).ToListAsync(cancellationToken);
        var lines = units.Count == 0 ? [] : await db.LinesOf([.. units.Select(unit => unit.Id)], cancellationToken);
        return (First(UnitKind.ConfidentialDesk), First(UnitKind.Oversight));

        LineUnit? First(UnitKind kind) => units.Where(unit => unit.Kind == kind).Select(unit => lines[unit.Id].Start).FirstOrDefault();
    }

    private Task<List<Guid>> WhoActForTheDesk(CancellationToken cancellationToken) => db.Mandates
        .Where(mandate => db.Units.Any(unit => unit.Id == mandate.UnitId && unit.Kind == UnitKind.ConfidentialDesk))
        .Select(mandate => mandate.PersonId).Distinct().ToListAsync(cancellationToken);

    private async Task<Shelter> Shelter(SubmitSignal command, ManagementLine line, ManagementLine ownLine, CancellationToken cancellationToken)
    {
        var people = await db.PeopleIn([.. line.Units.Concat(ownLine.Units).Select(unit => unit.UnitId).Distinct()], cancellationToken);
        var largeEnough = ownLine.Sheltering(people).Units is [var first, ..] ? first.UnitId : (Guid?)null;
        var managersBelow = await db.Mandates
            .Where(mandate => mandate.Kind == MandateKind.Manager
                && db.Units.Any(unit => unit.Id == mandate.UnitId && unit.Kind == UnitKind.Line)
                && (largeEnough == null
                    || db.UnitAncestors.Any(above => above.AncestorId == largeEnough && above.DescendantId == mandate.UnitId && above.Distance > 0)))
            .Select(mandate => mandate.PersonId)
            .Distinct().ToListAsync(cancellationToken);
        var hiddenUntil = settings.ShowsAtOnce
            ? null
            : Domain.Signals.Shelter.HidesUntil(command.Kind!.Value, command.OwnRisk, command.WhenSeen, now.At, now.Calendar);
        return new Shelter(command.Disclosure, people, managersBelow, hiddenUntil);
    }

    /// <summary>
    /// For every adviser but those the signal is about. Also for the reporter, who may be one: a key that is missing would tell who that is.
    /// </summary>
    private async Task SealIdentity(Signal signal, CancellationToken cancellationToken)
    {
        var reporter = await db.People.AsNoTracking().SingleAsync(person => person.Id == viewer.PersonId, cancellationToken);
        var leftOut = signal.Conflicts.Select(conflict => conflict.PersonId).ToList();
        var advisers = (await keys.Read(cancellationToken)).Current.Select(one => one.Key).Where(key => !leftOut.Contains(key.PersonId)).ToList();
        if (advisers.All(adviser => adviser.PersonId == viewer.PersonId))
        {
            throw new BrokenRuleException(SignalRule.NobodyCanOpenTheName);
        }

        var (identity, wrapped) = IdentitySeal.Seal(reporter, signal.Id, advisers);
        db.Add(identity);
        db.AddRange(wrapped);
    }

    /// <summary>What became of the same form when it was sent before; who sends it twice at the same moment waits at the unique key.</summary>
    private async Task<Submission?> EarlierSubmission(string code, CancellationToken cancellationToken)
    {
        var lookups = receipts.All(viewer.OrganisationId, code);
        var reference = await (
            from receipt in db.Set<Receipt>()
            join signal in db.SignalsOfEveryone on receipt.SignalId equals signal.Id
            where lookups.Contains(receipt.Lookup)
            select signal.Reference).SingleOrDefaultAsync(cancellationToken);
        return reference is null ? null : new Submission(reference, code);
    }

    private static byte[] KeyOf(SubmitSignal command)
    {
        var key = new byte[ReceiptCode.KeyLength];
        return Convert.TryFromBase64String(command.ReceiptKey ?? "", key, out var length) && length == key.Length ? key : throw new SignalNotFoundException();
    }
}
