namespace SignaalPortaal.Domain.Signals;

/// <summary>Who can learn who raised a signal.</summary>
public enum Disclosure
{
    /// <summary>Whoever handles it.</summary>
    Named,

    /// <summary>Only a confidential adviser, who opens the sealed name with a reason that the reporter reads first.</summary>
    Confidential,

    /// <summary>Nobody: it is not known.</summary>
    Anonymous,
}
