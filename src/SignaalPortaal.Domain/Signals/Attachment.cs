namespace SignaalPortaal.Domain.Signals;

/// <summary>
/// A file that the reporter adds. Its bytes lie apart, in parts that can be destroyed by themselves; what it is and a commitment to its bytes
/// are on the timeline, in <see cref="Attached"/>.
/// </summary>
public sealed class Attachment
{
    public const int MostOfASignal = 5;

    /// <summary>In bytes: 10 MB.</summary>
    public const int LargestSize = 10 * 1024 * 1024;

    public const int NameMaxLength = 120;

    public Guid OrganisationId { get; internal init; }
    public Guid SignalId { get; internal init; }

    /// <summary>Random; the only name under which it is stored.</summary>
    public Guid Id { get; internal init; } = Guid.NewGuid();

    /// <summary>Of the event that brought it.</summary>
    public int Seq { get; internal init; }

    public AttachmentState State { get; internal set; }

    /// <summary>
    /// What was put before the bytes to make the commitment, so that nobody can guess a file and see that it was right. Null when the file was destroyed.
    /// </summary>
    public byte[]? Salt { get; internal init; }

    /// <summary>The day in the Netherlands.</summary>
    public DateOnly UploadedOn { get; internal init; }
}

public enum AttachmentType
{
    Jpeg,
    Png,
    Pdf,
    Text,
}

public enum AttachmentState
{
    /// <summary>May be read by whoever may read the signal.</summary>
    Clean,

    /// <summary>Nobody reads it before the scanner has.</summary>
    Quarantined,

    /// <summary>The scanner found something in it: nobody ever reads it.</summary>
    Refused,
}

/// <summary>A file as it is added: checked, and rid of what it tells about its maker.</summary>
/// <param name="Size">In bytes.</param>
/// <param name="Salt">Random.</param>
/// <param name="Commitment">See <see cref="EventChain.FileCommitment"/>.</param>
/// <param name="NeedsAScan">Nobody reads it before the scanner has.</param>
public sealed record NewAttachment(string Name, AttachmentType Type, int Size, byte[] Salt, byte[] Commitment, bool NeedsAScan);
