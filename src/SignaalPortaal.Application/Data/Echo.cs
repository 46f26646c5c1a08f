namespace SignaalPortaal.Application.Data;

/// <summary>That somebody sees what was released too. Whose it is cannot be read from it; see <see cref="Released.EchoMarks"/>.</summary>
internal sealed class Echo
{
    public Guid OrganisationId { get; init; }

    /// <summary>See <see cref="Domain.Signals.ReleasedSignal.Id"/>.</summary>
    public Guid ReleasedId { get; init; }

    public byte[] Mark { get; init; } = [];

    /// <summary>The first day on which it counts; null once that day does not matter any more.</summary>
    public DateOnly? CountsFrom { get; init; }

    /// <summary>Taken back: the last day on which it counts; null while it was not.</summary>
    public DateOnly? CountsUntil { get; init; }
}
