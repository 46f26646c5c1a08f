namespace SignaalPortaal.Application.Data;

/// <summary>That there is a receipt code to a signal. The code itself is not kept.</summary>
internal sealed class Receipt
{
    public Guid OrganisationId { get; init; }

    /// <summary>See <see cref="Protection.ReceiptHash"/>.</summary>
    public byte[] Lookup { get; init; } = [];

    public int PepperVersion { get; init; }
    public Guid SignalId { get; init; }

    /// <summary>The last day on which the code is good; null for as long as the signal has words.</summary>
    public DateOnly? ExpiresOn { get; init; }
}
