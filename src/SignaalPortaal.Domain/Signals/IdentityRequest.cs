using SignaalPortaal.Domain.Deadlines;

namespace SignaalPortaal.Domain.Signals;

/// <summary>
/// That an adviser asked for the sealed name, with what became of it since. Nobody opens a name alone and unseen: it takes a second adviser, or three
/// working days in which the reporter can answer. Only where a life is in danger it waits for nobody, and says so.
/// </summary>
/// <param name="Seq">Of the event.</param>
/// <param name="Answers">What the reporter said, the first one first.</param>
/// <param name="AgreedOn">Null when no second adviser agreed.</param>
/// <param name="Refusal">Null when no second adviser refused.</param>
/// <param name="OpenedOn">The days on which the name was fetched.</param>
public sealed record IdentityRequest(
    int Seq, Guid AskedById, DateOnly AskedOn, IdentityRequested Asked, IdentityRequestState State, IReadOnlyList<(DateOnly On, IdentityAnswered Answer)> Answers,
    DateOnly? AgreedOn, (DateOnly On, IdentityRefused Refused)? Refusal, IReadOnlyList<DateOnly> OpenedOn)
{
    /// <summary>So many working days it waits for the reporter. The functions of migration 0010 count the same.</summary>
    public const int WorkingDaysToAnswer = 3;

    /// <summary>So many days after it was asked the name can be fetched; after that it is asked again.</summary>
    public const int DaysGood = 28;

    public bool IsObjectedTo => Answers.Any(answer => answer.Answer.Objects);

    /// <summary>Something can still come of it.</summary>
    public bool IsPending => State is IdentityRequestState.Waiting or IdentityRequestState.WaitingForASecond or IdentityRequestState.Open;

    internal static DateOnly AnswerBy(Now now) => now.Calendar.AddWorkingDays(now.Today, WorkingDaysToAnswer);

    /// <summary>The last request on a timeline; null when nobody asked.</summary>
    internal static IdentityRequest? Of(IReadOnlyList<TimelineEntry> timeline, DateOnly today)
    {
        if (timeline.LastOrDefault(entry => entry.Happened is IdentityRequested) is not { Happened: IdentityRequested asked } request)
        {
            return null;
        }

        var since = timeline.SkipWhile(entry => entry.Seq <= request.Seq).Select(entry => (On: entry.At.DutchDate, entry.Happened)).ToList();
        var answers = since.Where(one => one.Happened is IdentityAnswered).Select(one => (one.On, (IdentityAnswered)one.Happened)).ToList();
        var agreed = since.Where(one => one.Happened is IdentityAgreed).Select(one => (DateOnly?)one.On).FirstOrDefault();
        var refused = since.Where(one => one.Happened is IdentityRefused).Select(one => ((DateOnly, IdentityRefused)?)(one.On, (IdentityRefused)one.Happened)).FirstOrDefault();
        return new IdentityRequest(
            request.Seq, request.ActorId!.Value, request.At.DutchDate, asked,
            StateOf(asked, isAgreed: agreed is not null, isRefused: refused is not null, IsEverObjectedTo(timeline), today),
            answers, agreed, refused, [.. since.Where(one => one.Happened is IdentityOpened).Select(one => one.On)]);
    }

    /// <summary>To ask again takes back neither an objection of the reporter nor a refusal: from then on time alone opens nothing.</summary>
    private static bool IsEverObjectedTo(IReadOnlyList<TimelineEntry> timeline) =>
        timeline.Any(entry => entry.Happened is IdentityAnswered { Objects: true } or IdentityRefused);

    private static IdentityRequestState StateOf(IdentityRequested asked, bool isAgreed, bool isRefused, bool isObjectedTo, DateOnly today) =>
        isRefused ? IdentityRequestState.Refused
        : today > asked.GoodUntil ? IdentityRequestState.Over
        : asked.AtOnce is true || isAgreed ? IdentityRequestState.Open
        : isObjectedTo ? IdentityRequestState.WaitingForASecond
        : today > asked.AnswerBy ? IdentityRequestState.Open
        : IdentityRequestState.Waiting;
}

public enum IdentityRequestState
{
    /// <summary>For a second adviser, or until the days to answer are over.</summary>
    Waiting,

    /// <summary>The reporter objects: the days alone do not open it any more.</summary>
    WaitingForASecond,

    /// <summary>The adviser who asked can fetch the name.</summary>
    Open,

    /// <summary>A second adviser refused.</summary>
    Refused,

    /// <summary>It is asked again when the name is still needed.</summary>
    Over,
}
