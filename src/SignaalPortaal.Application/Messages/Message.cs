using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Messages;

/// <summary>What a person is told in the portal: that something of this kind happened to this signal.</summary>
internal sealed class Message
{
    public Guid OrganisationId { get; init; }
    public Guid Id { get; init; }
    public Guid PersonId { get; init; }
    public Guid SignalId { get; init; }

    /// <summary>Of the event on the timeline; 0 for a reminder.</summary>
    public int Seq { get; init; }

    public MessageKind Kind { get; init; }

    /// <summary>The day in the Netherlands.</summary>
    public DateOnly OnDay { get; init; }

    /// <summary>Only of a reminder: the last day of which it reminds.</summary>
    public DateOnly? RemindsOf { get; init; }

    /// <summary>What this person had chosen for such messages when it was made.</summary>
    public MailChoice Mail { get; init; }

    /// <summary>The day of the digest that it is in; null while it is in none.</summary>
    public DateOnly? DigestOn { get; init; }

    public DateOnly? ReadOn { get; set; }
}

/// <summary>How a person wants to hear by mail of a kind of messages. In the portal they are in any case.</summary>
public enum MailChoice
{
    AtOnce,

    /// <summary>Once a working day, when there is something new that was not read.</summary>
    Daily,
    PortalOnly,
}

/// <summary>The choice of one person for one kind of messages; without it, <see cref="MailChoice.AtOnce"/>.</summary>
internal sealed class MailPreference
{
    public Guid OrganisationId { get; init; }
    public Guid PersonId { get; init; }
    public MessageGroup MessageGroup { get; init; }
    public MailChoice Mail { get; set; }
}
