using MediatR;
using Microsoft.AspNetCore.Mvc;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Web.Pages.Signals;

public sealed class VerdictModel(IMediator mediator) : ActPage<GiveVerdict>(mediator)
{
    /// <summary>What was chosen on the page of the signal.</summary>
    [BindProperty(Name = "keuze", SupportsGet = true)]
    public Verdict? Chosen { get; set; }

    public override bool IsOffered => Signal.Can(SignalActs.GiveVerdict);

    protected override Task Load(CancellationToken cancellationToken)
    {
        Input = Input.Verdict is null ? Input with { Verdict = Chosen } : Input;
        return Task.CompletedTask;
    }
}
