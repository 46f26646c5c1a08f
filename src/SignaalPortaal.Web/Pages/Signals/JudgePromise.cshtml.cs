using MediatR;
using Microsoft.AspNetCore.Mvc;
using SignaalPortaal.Application.Signals;

namespace SignaalPortaal.Web.Pages.Signals;

public sealed class JudgePromiseModel(IMediator mediator) : ActPage<JudgePromise>(mediator)
{
    [BindProperty(SupportsGet = true)]
    public Guid Promise { get; set; }

    public PromiseView? Promised => Signal.Promises.SingleOrDefault(promise => promise.Id == Promise);

    public override bool IsOffered => Promised?.CanJudge is true;

    protected override JudgePromise Act => base.Act with { Promise = Promise };
}
