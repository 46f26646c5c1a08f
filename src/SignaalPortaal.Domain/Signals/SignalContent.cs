namespace SignaalPortaal.Domain.Signals;

/// <summary>
/// What the reporter wrote. Never changed: every layer reads it as it was sent. It stands apart from the routing, so that it can be destroyed
/// when the law asks for it (AVG, article 17) while the history stays.
/// </summary>
public sealed class SignalContent
{
    public const int SubjectMaxLength = 120;
    public const int WordsMaxLength = 8000;

    /// <summary>What is left when it was destroyed.</summary>
    public static SignalContent Gone { get; } = new() { Subject = "", Words = "" };

    public Guid OrganisationId { get; internal set; }
    public Guid SignalId { get; internal set; }

    /// <summary>One line; see <see cref="SubjectMaxLength"/>.</summary>
    public required string Subject { get; init; }

    /// <summary>The reporter's own words; see <see cref="WordsMaxLength"/>.</summary>
    public required string Words { get; init; }

    /// <summary>Which law, rule or system.</summary>
    public string? Rule { get; init; }

    /// <summary>Since when, in the reporter's words.</summary>
    public string? Since { get; init; }

    /// <summary>How often, in the reporter's words.</summary>
    public string? Frequency { get; init; }

    /// <summary>How many citizens or companies, in the reporter's words.</summary>
    public string? Affected { get; init; }

    /// <summary>How it should go according to the rule.</summary>
    public string? OnPaper { get; init; }

    /// <summary>How it goes.</summary>
    public string? InPractice { get; init; }

    /// <summary>What people do meanwhile.</summary>
    public string? Workaround { get; init; }

    /// <summary>Keeps anyone from guessing the words from the commitment of the first event. Destroyed together with them.</summary>
    public byte[] Salt { get; internal set; } = [];

    /// <summary>What is filled in, by the name of its column and in the order of those.</summary>
    public Dictionary<string, string> FilledIn() => new[]
    {
        ("subject", Subject), ("words", Words), ("rule", Rule), ("since", Since), ("frequency", Frequency), ("affected", Affected),
        ("on_paper", OnPaper), ("in_practice", InPractice), ("workaround", Workaround),
    }.Where(field => field.Item2 is not null).OrderBy(field => field.Item1, StringComparer.Ordinal).ToDictionary(field => field.Item1, field => field.Item2!);

    internal byte[] Commit()
    {
        Salt = EventChain.NewSalt();
        return EventChain.Commitment(Salt, FilledIn());
    }

    internal bool IsWithinItsLimits =>
        !Signals.Words.IsBlank(Subject) && !Signals.Words.IsBlank(Words)
        && Signals.Words.AreStorable(Subject, SubjectMaxLength)
        && Signals.Words.AreStorable(Words, WordsMaxLength)
        && new[] { Rule, Since, Frequency, Affected }.All(text => Signals.Words.AreStorable(text, Signals.Words.ShortMaxLength))
        && new[] { OnPaper, InPractice, Workaround }.All(text => Signals.Words.AreStorable(text, Signals.Words.LongMaxLength));
}
