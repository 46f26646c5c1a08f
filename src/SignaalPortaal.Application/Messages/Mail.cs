namespace SignaalPortaal.Application.Messages;

/// <summary>A mail that goes out, went out, or could not. It is written in the transaction of what it tells of and sent afterwards.</summary>
internal sealed class Mail
{
    public const int ProblemMaxLength = 200;

    public Guid OrganisationId { get; init; }

    /// <summary>Also the Message-ID: a mail that is sent a second time is recognised as the same.</summary>
    public Guid Id { get; init; }

    public Guid PersonId { get; init; }

    /// <summary>Null for a digest.</summary>
    public Guid? MessageId { get; init; }

    /// <summary>The day of a digest; null for a mail about one message.</summary>
    public DateOnly? DigestOn { get; init; }

    public bool IsUrgent { get; init; }

    /// <summary>In UTC, on the clock of the portal.</summary>
    public DateTimeOffset SendAfter { get; init; }

    public MailState State { get; init; }

    public int Attempts { get; init; }

    /// <summary>In UTC, on the clock of the database; until then a node is at it.</summary>
    public DateTimeOffset? LeasedUntil { get; init; }

    /// <summary>What the mail server said last, as a code and the class of the problem; never an address.</summary>
    public string? Problem { get; init; }
}

internal enum MailState
{
    Waiting,
    Sent,

    /// <summary>The mail server will never take it (5xx). The administrator sees it and can have it tried again.</summary>
    Refused,

    /// <summary>There was nothing to tell any more when its turn came.</summary>
    Dropped,
}
