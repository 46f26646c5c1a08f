using MediatR;
using Microsoft.AspNetCore.Mvc;
using SignaalPortaal.Application.Signals;

namespace SignaalPortaal.Web.Pages.Signals;

public sealed class MovePromiseModel(IMediator mediator) : ActPage<MovePromise>(mediator)
{
    [BindProperty(SupportsGet = true)]
    public Guid Promise { get; set; }

    public PromiseView? Promised => Signal.Promises.SingleOrDefault(promise => promise.Id == Promise);

    public override bool IsOffered => Promised?.CanReport is true;

    protected override MovePromise Act => base.Act with { Promise = Promise };
}
