using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Publications;
using SignaalPortaal.Domain.Signals;
using static SignaalPortaal.Domain.Summaries.SummaryRule;

namespace SignaalPortaal.Domain.Summaries;

/// <summary>
/// A short text, in the words of whoever writes it, about signals of one theme and quarter, for the union, the works council and HR. It is a text of its
/// own: nothing of the signals is in it, and a reader cannot tell which they were, nor how many.
/// <para>Written, reviewed by somebody else, read by a third where a unit is small, and then five working days with the reporters, of whom each can stop it.</para>
/// </summary>
public sealed class Summary
{
    public const int TextMaxLength = 2000;
    public const int FewestSignals = 5;
    public const int FewestReporters = 3;

    /// <summary>Where fewer people work, a second reader looks too.</summary>
    public const int SmallUnit = 25;

    /// <summary>Working days in which a reporter can stop it.</summary>
    public const int DaysToStop = 5;

    private readonly List<SummarySignal> _signals = [];
    private readonly List<SummaryStep> _steps = [];

    private Summary() { }

    public Guid OrganisationId { get; private init; }
    public Guid Id { get; private init; }
    public int Year { get; private init; }
    public int QuarterNumber { get; private init; }
    public Theme Theme { get; private init; }
    public Guid WrittenById { get; private init; }
    public bool NeedsSecondReader { get; private init; }

    /// <summary>They stay the same: whoever could leave one out and try again would learn whose reporter stopped it.</summary>
    public IReadOnlyList<SummarySignal> Signals => _signals;

    /// <summary>The first one first.</summary>
    public IReadOnlyList<SummaryStep> Steps => _steps;

    public Quarter Quarter => new(Year, QuarterNumber);

    /// <summary>As it was written or changed last.</summary>
    public string Text => _steps.Last(step => step.Text is not null).Text!;

    public SummaryState State => _steps[^1] switch
    {
        { Kind: SummaryStepKind.Written } => SummaryState.ToReview,
        { Kind: SummaryStepKind.SentBack } => SummaryState.ToRewrite,
        { StopBy: null } => SummaryState.ToReadAgain,
        _ => SummaryState.WithReporters,
    };

    /// <summary>The last day on which a reporter can stop it; null as long as the reporters do not have it.</summary>
    public DateOnly? StopBy => _steps[^1].StopBy;

    /// <param name="smallestUnit">How many people work in the smallest unit that held one of the signals.</param>
    public static Summary Write(Quarter quarter, Theme theme, string text, IReadOnlyList<Signal> signals, int smallestUnit, Viewer by, Now now)
    {
        Require(signals.Count >= FewestSignals && signals.DistinctBy(signal => signal.Id).Count() == signals.Count, ASummaryIsOfAtLeastFiveSignals);
        Require(CountReporters(signals) >= FewestReporters, ASummaryIsOfAtLeastThreeReporters);
        Require(signals.All(signal => signal.Theme == theme && Quarter.Of(signal.RaisedOn) == quarter), ASummaryIsOfOneThemeAndQuarter);
        Require(signals.All(signal => signal.CanBeSummarisedBy(by)), ASummaryIsOfSignalsOfTheOwnUnits);

        var summary = new Summary
        {
            OrganisationId = by.OrganisationId,
            Id = Guid.NewGuid(),
            Year = quarter.Year,
            QuarterNumber = quarter.Number,
            Theme = theme,
            WrittenById = by.PersonId,
            NeedsSecondReader = smallestUnit < SmallUnit,
        };
        summary._signals.AddRange(signals.Select(signal => new SummarySignal(summary.OrganisationId, summary.Id, signal.Id)));
        summary.Add(SummaryStepKind.Written, by, now, text);
        return summary;
    }

    /// <summary>How many different people; all those without a name count as one.</summary>
    public static int CountReporters(IEnumerable<Signal> signals) => signals.DistinctBy(signal => signal.ReporterId).Count();

    /// <summary>The writer writes it anew, after it was sent back.</summary>
    public void Rewrite(string text, Viewer by, Now now)
    {
        Require(by.PersonId == WrittenById && State is SummaryState.ToRewrite, OnlyWhatWasSentBackIsRewritten);
        Add(SummaryStepKind.Written, by, now, text);
    }

    /// <summary>Whether this person may judge it now: not the writer, and each judges once.</summary>
    public bool CanBeJudgedBy(Viewer viewer) =>
        OrganisationId == viewer.OrganisationId && IsReader(viewer) && viewer.PersonId != WrittenById
        && State switch
        {
            SummaryState.ToReview => true,
            SummaryState.ToReadAgain => _steps[^1].PersonId != viewer.PersonId,
            _ => false,
        };

    /// <summary>The reviewer, who may have changed it, finds that it points at nobody; or the second reader does.</summary>
    /// <param name="text">Null of the second reader, who changes nothing.</param>
    /// <param name="signals">All that it is about.</param>
    public void Approve(string? text, IReadOnlyList<Signal> signals, Viewer by, Now now)
    {
        Require(CanBeJudgedBy(by), SomebodyElseJudgesASummary);
        var isReview = State is SummaryState.ToReview;
        Require(isReview == text is not null, SomebodyElseJudgesASummary);
        Require(signals.Select(signal => signal.Id).ToHashSet().SetEquals(_signals.Select(one => one.SignalId)) && signals.All(signal => signal.CanBeSummarised), EverySignalOfASummaryIsStillThere);

        var isLast = !isReview || !NeedsSecondReader;
        var stopBy = isLast ? now.Calendar.AddWorkingDays(now.Today, DaysToStop) : (DateOnly?)null;
        Add(isReview ? SummaryStepKind.Approved : SummaryStepKind.ReadAgain, by, now, text, stopBy);
        foreach (var signal in isLast ? signals : [])
        {
            signal.Summarise(stopBy!.Value, now);
        }
    }

    /// <summary>Back to the writer, with the reason.</summary>
    public void SendBack(string reason, Viewer by, Now now)
    {
        Require(CanBeJudgedBy(by), SomebodyElseJudgesASummary);
        Require(!Words.IsBlank(reason) && Words.AreStorable(reason, Words.ShortMaxLength), ASummaryStaysWithinItsLimits);
        Add(SummaryStepKind.SentBack, by, now, text: null, stopBy: null, reason);
    }

    public static bool IsReader(Viewer viewer) => (viewer.Roles & (Roles.HumanResources | Roles.ConfidentialAdviser)) is not Roles.None;

    private void Add(SummaryStepKind kind, Viewer by, Now now, string? text, DateOnly? stopBy = null, string? reason = null)
    {
        Require(text is null || (!Words.IsBlank(text) && Words.AreStorable(text, TextMaxLength)), ASummaryStaysWithinItsLimits);
        _steps.Add(new SummaryStep
        {
            OrganisationId = OrganisationId,
            SummaryId = Id,
            Seq = _steps.Count + 1,
            Kind = kind,
            PersonId = by.PersonId,
            OnDay = now.Today,
            Text = text,
            StopBy = stopBy,
            Reason = reason,
        });
    }

    private static void Require(bool holds, SummaryRule rule)
    {
        if (!holds)
        {
            throw new BrokenRuleException(rule);
        }
    }
}

public enum SummaryState
{
    ToReview,
    ToRewrite,

    /// <summary>By the second reader.</summary>
    ToReadAgain,

    /// <summary>Or, after the last day to stop it, published or not.</summary>
    WithReporters,
}

/// <summary>What somebody did with a summary; never changed.</summary>
public sealed class SummaryStep
{
    public Guid OrganisationId { get; init; }
    public Guid SummaryId { get; init; }
    public int Seq { get; init; }
    public SummaryStepKind Kind { get; init; }
    public Guid PersonId { get; init; }
    public DateOnly OnDay { get; init; }

    /// <summary>Null where it stayed as it was.</summary>
    public string? Text { get; init; }

    /// <summary>Only of the last judgement.</summary>
    public DateOnly? StopBy { get; init; }

    /// <summary>Why it was sent back.</summary>
    public string? Reason { get; init; }
}

public enum SummaryStepKind
{
    Written,
    SentBack,
    Approved,
    ReadAgain,
}

/// <summary>A signal is in one summary at most.</summary>
public sealed record SummarySignal(Guid OrganisationId, Guid SummaryId, Guid SignalId);

/// <summary>
/// The reporter of this signal does not want the summary to be published. It has no day and nobody else sees it: whoever wrote the summary only learns,
/// after the last day, that it is not published.
/// </summary>
public sealed record SummaryStop(Guid OrganisationId, Guid SummaryId, Guid SignalId);

/// <summary>Rules that forbid something with a summary. RuleTexts.resx has them in Dutch.</summary>
public enum SummaryRule
{
    ASummaryIsOfAtLeastFiveSignals,
    ASummaryIsOfAtLeastThreeReporters,
    ASummaryIsOfOneThemeAndQuarter,
    ASummaryIsOfSignalsOfTheOwnUnits,
    ASignalIsInOneSummary,
    ASummaryStaysWithinItsLimits,
    OnlyWhatWasSentBackIsRewritten,
    SomebodyElseJudgesASummary,
    EverySignalOfASummaryIsStillThere,
    EveryMarkIsTicked,
    TheDaysToStopItAreOver,
    SomebodyElseJudgedItFirst,
}
