using MediatR;
using SignaalPortaal.Application.Organisations;
using SignaalPortaal.Application.Pipeline;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Application.Identities;

/// <summary>Another adviser, who compared the fingerprints, agrees to a key that waits; or somebody ends one.</summary>
public sealed record DecideOnAdviserKey : IRequest, IOnce
{
    public Guid Key { get; init; }
    public bool Agree { get; init; }
    public Guid FormKey { get; init; }
}

internal sealed class DecideOnAdviserKeyHandler(OrganisationTimeline timeline, Viewer viewer, Now now) : AsyncRequestHandler<DecideOnAdviserKey>
{
    protected override async Task Handle(DecideOnAdviserKey command, CancellationToken cancellationToken)
    {
        viewer.RequireConfidentialAdviser();
        await timeline.Add(
            entries =>
            {
                var ring = new AdviserKeyRing(entries);
                return command.Agree ? ring.Agree(command.Key, by: viewer.PersonId, now.Today) : ring.End(command.Key, by: viewer.PersonId, now.Today);
            },
            viewer.PersonId, now, cancellationToken);
    }
}
