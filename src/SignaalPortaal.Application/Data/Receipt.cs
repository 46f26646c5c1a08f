namespace SignaalPortaal.Application.Data;

/// <summary>That there is a receipt code to a signal. The code itself is not kept. It is good for as long as this is there: until the signal is destroyed, or its reporter known.</summary>
internal sealed class Receipt
{
    public Guid OrganisationId { get; init; }

    /// <summary>See <see cref="Protection.ReceiptHash"/>.</summary>
    public byte[] Lookup { get; init; } = [];

    public int PepperVersion { get; init; }
    public Guid SignalId { get; init; }
}
