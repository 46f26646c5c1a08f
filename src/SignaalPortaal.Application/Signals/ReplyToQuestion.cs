using FluentValidation;
using MediatR;
using SignaalPortaal.Application.Attachments;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Application.Signals;

/// <summary>The reporter's reply to a question; the holder's clock goes on.</summary>
public sealed record ReplyToQuestion : SignalAct
{
    public string ReplyText { get; init; } = "";

    /// <summary>Opens the files that come with it; see <see cref="Attachments.UploadKey"/>.</summary>
    public string UploadKey { get; init; } = "";
}

internal sealed class ReplyToQuestionValidator : AbstractValidator<ReplyToQuestion>
{
    public ReplyToQuestionValidator() => RuleFor(act => act.ReplyText).IsText();
}

internal sealed class ReplyToQuestionHandler(PortalDb db, AttachFiles files, Viewer viewer, Now now) : AsyncRequestHandler<ReplyToQuestion>
{
    protected override async Task Handle(ReplyToQuestion act, CancellationToken cancellationToken)
    {
        var signal = await db.FindSignal(act, cancellationToken);

        signal.Reply(act.ReplyText, by: viewer, now);

        await files.Save(signal, act.UploadKey, cancellationToken);
    }
}
