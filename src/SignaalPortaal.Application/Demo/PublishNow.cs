using MediatR;
using SignaalPortaal.Application.Pipeline;
using SignaalPortaal.Application.Publications;

namespace SignaalPortaal.Application.Demo;

/// <summary>On a demonstration: publishes the quarters that are over without waiting for a worker. Only a demonstration may send it.</summary>
public sealed record PublishNow : IRequest, IBeginTransactions;

internal sealed class PublishNowHandler(IMediator mediator) : AsyncRequestHandler<PublishNow>
{
    protected override async Task Handle(PublishNow command, CancellationToken cancellationToken) =>
        await mediator.Send(new MakePublications(AtOnce: true), cancellationToken);
}
