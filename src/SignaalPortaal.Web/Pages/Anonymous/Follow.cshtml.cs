using MediatR;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SignaalPortaal.Application.Attachments;
using SignaalPortaal.Application.Receipts;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Application.Summaries;
using SignaalPortaal.Application.Voice;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Forms;
using SignaalPortaal.Web.Pages.Signals;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Pages.Anonymous;

/// <summary>What whoever follows a signal with a code can fill in, for all forms of the page together.</summary>
public sealed record FollowInput
{
    public string? Code { get; init; }

    /// <summary>The version of the signal that the form showed.</summary>
    public Guid Seen { get; init; }

    public Guid FormKey { get; init; }

    /// <summary>Opens the files that come with facts.</summary>
    public string UploadKey { get; init; } = "";

    public string Facts { get; init; } = "";
    public string ReplyText { get; init; } = "";
    public string NameAnswer { get; init; } = "";
    public bool ObjectsToOpening { get; init; }
    public Verdict? Verdict { get; init; }
    public string? VerdictText { get; init; }
    public Guid Promise { get; init; }
    public PromiseJudgement? Judgement { get; init; }
    public string? JudgementText { get; init; }
    public ContactStep? Step { get; init; }
    public string Reason { get; init; } = "";
    public bool WasAsked { get; init; }
    public ReleaseDecision? Decision { get; init; }
    public Spokesperson? Spokesperson { get; init; }
    public EntrustedText? EntrustedText { get; init; }
    public string? EntrustedWords { get; init; }
    public DateOnly? EntrustedUntil { get; init; }
    public bool WithOutcome { get; init; }
}

/// <summary>
/// The own signal, by its code: everything that its reporter can do. Each form is a request of its own that carries the ticket, so that nothing has
/// to be remembered between two of them.
/// </summary>
[RequestTimeout(TakesFilesAttribute.LongestMilliseconds)]
[TakesFiles]
public sealed class FollowModel(IMediator mediator, ReceiptTicket tickets) : AnonymousPage(mediator), IEntrustForm
{
    [BindProperty]
    public FollowInput Input { get; set; } = new();

    /// <summary>See <see cref="ReceiptTicket"/>.</summary>
    [BindProperty(Name = "bewijs")]
    public string? Ticket { get; set; }

    /// <summary>Null until a code was shown.</summary>
    public SignalView? Signal { get; private set; }

    /// <summary>Null when there is none.</summary>
    public MySummary? Summary { get; private set; }

    public Uploads Uploads { get; private set; } = new(UploadKey.New(), []);

    /// <summary>What the union or the works council will read; null while that form is filled in.</summary>
    public EntrustingPreview? Entrusting { get; private set; }

    EntrustSignal IEntrustForm.Input => new()
    {
        Reference = Signal?.Reference ?? "",
        Seen = Input.Seen,
        Spokesperson = Input.Spokesperson,
        EntrustedText = Input.EntrustedText,
        EntrustedWords = Input.EntrustedWords,
        EntrustedUntil = Input.EntrustedUntil,
        WithOutcome = Input.WithOutcome,
    };

    SignalView IEntrustForm.Signal => Signal!;

    /// <summary>Something was just done to it.</summary>
    public bool IsDone { get; private set; }

    protected override Guid? ReceiptOf => OfTheTicket?.SignalId;

    private FoundReceipt? OfTheTicket => field ??= tickets.Read(Address, Ticket);

    private FoundReceipt? Shown => Visit.HasReceipt ? OfTheTicket : null;

    public void OnGet() { }

    /// <summary>The code itself.</summary>
    public async Task<PageResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await Mediator.Send(new FindReceipt(Input.Code), cancellationToken) is not { } found)
        {
            ModelState.AddModelError("Input.Code", ErrorTexts.CodeNotKnown);
            return new PageResult { StatusCode = StatusCodes.Status400BadRequest };
        }

        await Mediator.Send(new LoadAnonymous(Address, found.SignalId), cancellationToken);
        await Show(found, cancellationToken);
        return Page();
    }

    /// <summary>The form again: to take a file out of it.</summary>
    public PageResult OnPostEdit() => Page();

    public Task<PageResult> OnPostFactsAsync(CancellationToken cancellationToken) =>
        Act(new AddFacts { Facts = Input.Facts, UploadKey = Uploads.Key }, cancellationToken);

    public Task<PageResult> OnPostReplyAsync(CancellationToken cancellationToken) => Act(new ReplyToQuestion { ReplyText = Input.ReplyText }, cancellationToken);

    public Task<PageResult> OnPostNameAsync(CancellationToken cancellationToken) =>
        Act(new AnswerIdentityRequest { NameAnswer = Input.NameAnswer, ObjectsToOpening = Input.ObjectsToOpening }, cancellationToken);

    public Task<PageResult> OnPostVerdictAsync(CancellationToken cancellationToken) =>
        Act(new GiveVerdict { Verdict = Input.Verdict, VerdictText = Input.VerdictText }, cancellationToken);

    public Task<PageResult> OnPostPromiseAsync(CancellationToken cancellationToken) =>
        Act(new JudgePromise { Promise = Input.Promise, Judgement = Input.Judgement, JudgementText = Input.JudgementText }, cancellationToken);

    public Task<PageResult> OnPostContactAsync(CancellationToken cancellationToken) => Act(new ConfirmContact { Step = Input.Step }, cancellationToken);

    public Task<PageResult> OnPostWithdrawAsync(CancellationToken cancellationToken) => Act(new WithdrawSignal { Reason = Input.Reason, WasAsked = Input.WasAsked }, cancellationToken);

    public async Task<PageResult> OnPostEntrustCheckAsync(CancellationToken cancellationToken)
    {
        Entrusting = Shown is null ? null : await Mediator.Send(new PreviewEntrusting(((IEntrustForm)this).Input), cancellationToken);
        return Page();
    }

    public Task<PageResult> OnPostEntrustAsync(CancellationToken cancellationToken) => Act(((IEntrustForm)this).Input, cancellationToken);

    public Task<PageResult> OnPostTakeBackAsync(CancellationToken cancellationToken) => Act(new TakeBackSignal { Spokesperson = Input.Spokesperson }, cancellationToken);

    public Task<PageResult> OnPostEraseAsync(CancellationToken cancellationToken) => Act(new AskErasure(), cancellationToken);

    public Task<PageResult> OnPostReleaseAsync(CancellationToken cancellationToken) => Act(new DecideRelease { Decision = Input.Decision }, cancellationToken);

    public Task<PageResult> OnPostTakeBackReleaseAsync(CancellationToken cancellationToken) => Act(new TakeBackRelease(), cancellationToken);

    /// <summary>The summary that the own signal is in is not to be published.</summary>
    public async Task<PageResult> OnPostStopAsync(CancellationToken cancellationToken)
    {
        if (Shown is { } shown)
        {
            await Mediator.Send(new StopSummary { Reference = shown.Reference, FormKey = Input.FormKey }, cancellationToken);
            IsDone = true;
            await Show(shown, cancellationToken);
        }

        return Page();
    }

    /// <summary>A file of the own signal.</summary>
    public async Task<IActionResult> OnPostFileAsync([FromForm(Name = "bijlage")] Guid attachment, CancellationToken cancellationToken) => Shown is { } shown
        ? new Download(await Mediator.Send(new GetAttachment(shown.Reference, attachment), cancellationToken))
        : Page();

    /// <summary>The timeline as a file, to check elsewhere.</summary>
    public async Task<IActionResult> OnPostTimelineAsync(CancellationToken cancellationToken) => Shown is { } shown
        ? File(await Mediator.Send(new GetTimelineFile(shown.Reference), cancellationToken), "application/x-ndjson", "tijdlijn.json")
        : Page();

    /// <summary>What the page shows also when a form comes back with a message; nothing to whoever waited too long, who shows the code again and keeps what was typed.</summary>
    protected override async Task Load(CancellationToken cancellationToken)
    {
        if (Shown is { } shown)
        {
            await Show(shown, cancellationToken);
            Uploads = await Uploads.Take(this, Mediator, Input.UploadKey, isNamed: false, cancellationToken);
        }
        else if (Ticket is not null)
        {
            ModelState.AddModelError("Input.Code", ErrorTexts.CodeAgain);
        }
    }

    private async Task<PageResult> Act(SignalAct act, CancellationToken cancellationToken)
    {
        if (Shown is not { } shown)
        {
            return Page();
        }

        await Mediator.Send(act with { Reference = shown.Reference, Seen = Input.Seen, FormKey = Input.FormKey }, cancellationToken);
        (IsDone, Input, Uploads) = (true, new FollowInput(), new Uploads(UploadKey.New(), []));
        ModelState.Clear();
        await Show(shown, cancellationToken);
        return Page();
    }

    private async Task Show(FoundReceipt receipt, CancellationToken cancellationToken)
    {
        Signal = await Mediator.Send(new GetSignal(receipt.Reference), cancellationToken);
        Summary = Signal.IsSummarised ? await Mediator.Send(new GetSummaryOfMySignal(receipt.Reference), cancellationToken) : null;
        Ticket = tickets.For(Address, receipt);
    }
}
