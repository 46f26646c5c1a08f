using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Domain.Signals;

/// <summary>
/// That a reporter gave a text to the union or the works council, to speak on the reporter's behalf. It stands beside the timeline and not on it: whoever
/// handles a signal must not learn that its reporter went to somebody else.
/// </summary>
public sealed class Entrustment
{
    public const int LongestMonths = 12;

    internal Entrustment() { }

    public Guid OrganisationId { get; internal init; }
    public Guid SignalId { get; internal init; }
    public Guid Id { get; internal init; }
    public Spokesperson Spokesperson { get; internal init; }
    public EntrustedText Text { get; internal init; }

    /// <summary>Only of <see cref="EntrustedText.Other"/>. Destroyed together with what the reporter wrote.</summary>
    public string? Words { get; internal init; }

    /// <summary>Also how the signal stands now, and what the outcome is.</summary>
    public bool WithOutcome { get; internal init; }

    public bool WithName { get; internal init; }

    /// <summary>The first day on which it can be read.</summary>
    public DateOnly From { get; internal init; }

    /// <summary>The last day on which it can be read.</summary>
    public DateOnly Until { get; internal init; }

    /// <summary>The day on which the reporter took it back, or gave another in its place; null while neither happened.</summary>
    public DateOnly? EndedOn { get; private set; }

    public bool IsOver(DateOnly today) => EndedOn is not null || Until < today;

    internal void End(DateOnly today) => EndedOn ??= Until < today ? Until : today;
}

/// <summary>What a reporter gives.</summary>
/// <param name="Words">Only with <see cref="EntrustedText.Other"/>.</param>
public sealed record NewEntrustment(Spokesperson Spokesperson, EntrustedText Text, string? Words, DateOnly Until, bool WithOutcome, bool WithName);

public enum EntrustedText
{
    /// <summary>What was written when the signal was raised, word for word.</summary>
    AsWritten,

    /// <summary>One that the reporter wrote for this.</summary>
    Other,
}

/// <summary>Who speaks on behalf of reporters that ask for it.</summary>
public enum Spokesperson
{
    Union,
    WorksCouncil,
}

public static class Spokespeople
{
    /// <summary>What they are told never leads to the signal: who later comes to handle it must not learn from it that it was given.</summary>
    public static readonly MessageKind[] Messages = [MessageKind.EntrustedToUnion, MessageKind.EntrustedToWorksCouncil];

    extension(Spokesperson spokesperson)
    {
        public Roles Role => spokesperson is Spokesperson.Union ? Roles.UnionRepresentative : Roles.WorksCouncil;

        /// <summary>That something was given to them.</summary>
        public MessageKind Message => spokesperson is Spokesperson.Union ? MessageKind.EntrustedToUnion : MessageKind.EntrustedToWorksCouncil;
    }

    /// <summary>As whom this person speaks for others; none for most people.</summary>
    public static IReadOnlyList<Spokesperson> SpeaksAs(this Viewer viewer) =>
        [.. Enum.GetValues<Spokesperson>().Where(spokesperson => viewer.Roles.HasFlag(spokesperson.Role))];
}
