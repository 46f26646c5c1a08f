namespace SignaalPortaal.Domain.Signals;

/// <summary>What somebody will do before a day, promised in an answer. Its owner says that it is done; the reporter says whether it is kept.</summary>
public sealed class Promise
{
    public const int MostInAnAnswer = 5;

    public Guid OrganisationId { get; internal init; }
    public Guid SignalId { get; internal init; }
    public Guid Id { get; internal init; } = Guid.NewGuid();

    /// <summary>The unit that answered: whoever acts for it, reports.</summary>
    public Guid OwnerUnitId { get; internal set; }

    /// <summary>The last day in time.</summary>
    public DateOnly By { get; internal set; }

    public PromiseStatus Status { get; internal set; }

    /// <summary>How often its day was moved. A moved day is no kept day.</summary>
    public int TimesMoved { get; internal set; }

    /// <summary>How often the reporter said "not kept" to a promise that was called done.</summary>
    public int TimesRefused { get; internal set; }

    /// <summary>That its day has passed is on the timeline already.</summary>
    public bool IsToldLate { get; internal set; }

    public bool IsClosed => Status is PromiseStatus.Kept or PromiseStatus.PartlyKept;
}

public enum PromiseStatus
{
    Open,

    /// <summary>Its owner says it is done; the reporter has the word.</summary>
    Reported,
    Kept,
    PartlyKept,
}

/// <summary>A promise as somebody makes it.</summary>
public sealed record NewPromise(string What, string Who, DateOnly By);
