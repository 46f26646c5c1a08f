using MediatR;
using Microsoft.AspNetCore.Mvc;
using SignaalPortaal.Application;
using SignaalPortaal.Application.Organisations;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Web.Pages.Signals;

public sealed class RerouteModel(IMediator mediator) : ActPage<RerouteSignal>(mediator)
{
    [BindProperty(Name = UnitChoice.SearchField)]
    public string? Search { get; set; }

    public Found<UnitView> Units { get; private set; } = Found<UnitView>.None;

    public override bool IsOffered => Signal.Can(SignalActs.Reroute);

    protected override async Task Load(CancellationToken cancellationToken) =>
        Units = await Mediator.Send(new FindUnits(Search, Input.ToUnit, WithHelpTeams: true), cancellationToken);
}
