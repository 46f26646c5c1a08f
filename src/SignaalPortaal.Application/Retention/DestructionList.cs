using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Retention;

/// <summary>Which signals go. An administrator proposes it, a confidential adviser decides; afterwards it is the proof of what was destroyed.</summary>
internal sealed class DestructionList
{
    public Guid OrganisationId { get; init; }
    public Guid Id { get; init; }
    public Guid ProposedById { get; init; }
    public DateOnly ProposedOn { get; init; }
    public DestructionState State { get; set; }
    public Guid? DecidedById { get; set; }
    public DateOnly? DecidedOn { get; set; }

    /// <summary>The day on which the last signal on it was handled.</summary>
    public DateOnly? FinishedOn { get; set; }

    public List<DestructionItem> Items { get; } = [];
}

public enum DestructionState
{
    Proposed,
    Approved,
    Refused,
}

/// <summary>One signal on a list, as it was when the list was made.</summary>
internal sealed class DestructionItem
{
    public Guid OrganisationId { get; init; }
    public Guid ListId { get; init; }
    public Guid SignalId { get; init; }
    public ErasureGround Ground { get; init; }
    public DateOnly ClosedOn { get; init; }
    public DestructionItemState State { get; set; }
    public DateOnly? DoneOn { get; set; }
}

public enum DestructionItemState
{
    Waiting,
    Destroyed,

    /// <summary>It was put on hold, opened again or destroyed otherwise after the list was made.</summary>
    Spared,
}
