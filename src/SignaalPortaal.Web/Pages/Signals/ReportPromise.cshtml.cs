using MediatR;
using Microsoft.AspNetCore.Mvc;
using SignaalPortaal.Application.Signals;

namespace SignaalPortaal.Web.Pages.Signals;

public sealed class ReportPromiseModel(IMediator mediator) : ActPage<ReportPromise>(mediator)
{
    [BindProperty(SupportsGet = true)]
    public Guid Promise { get; set; }

    public PromiseView? Promised => Signal.Promises.SingleOrDefault(promise => promise.Id == Promise);

    public override bool IsOffered => Promised?.CanReport is true;

    protected override ReportPromise Act => base.Act with { Promise = Promise };
}
