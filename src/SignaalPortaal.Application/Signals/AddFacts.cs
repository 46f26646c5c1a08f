using FluentValidation;
using MediatR;
using SignaalPortaal.Application.Attachments;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Application.Signals;

/// <summary>The reporter adds facts to an open signal; what was written stays as it was.</summary>
public sealed record AddFacts : SignalAct
{
    public string Facts { get; init; } = "";

    /// <summary>Opens the files that come with it; see <see cref="Attachments.UploadKey"/>.</summary>
    public string UploadKey { get; init; } = "";
}

internal sealed class AddFactsValidator : AbstractValidator<AddFacts>
{
    public AddFactsValidator() => RuleFor(act => act.Facts).IsText();
}

internal sealed class AddFactsHandler(PortalDb db, AttachFiles files, Viewer viewer, Now now) : AsyncRequestHandler<AddFacts>
{
    protected override async Task Handle(AddFacts act, CancellationToken cancellationToken)
    {
        var signal = await db.FindSignal(act, cancellationToken);

        signal.AddFacts(act.Facts, by: viewer, now);

        await files.Save(signal, act.UploadKey, cancellationToken);
    }
}
