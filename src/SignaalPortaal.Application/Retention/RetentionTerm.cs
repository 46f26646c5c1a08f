using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Retention;

/// <summary>How long an organisation keeps one kind of signals after closing; without it, the default of the kind.</summary>
internal sealed class RetentionTerm
{
    public Guid OrganisationId { get; init; }
    public RetentionKind Kind { get; init; }
    public int Months { get; set; }
    public Guid? ConfirmedById { get; set; }
    public DateOnly? ConfirmedOn { get; set; }

    /// <summary>What one administrator wants, until another confirms it.</summary>
    public int? ProposedMonths { get; set; }

    public Guid? ProposedById { get; set; }
    public DateOnly? ProposedOn { get; set; }
}
