using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Organisations;

/// <summary>
/// That a person is away and another acts in that place, for each unit for which the first one acts. When the deputy is away too, the deputy's
/// own deputy takes over.
/// </summary>
public sealed class Absence
{
    public const int LongestInDays = 366;

    public Guid OrganisationId { get; init; }
    public Guid Id { get; init; } = Guid.NewGuid();

    /// <summary>Who is away.</summary>
    public Guid PersonId { get; init; }

    /// <summary>Who acts meanwhile.</summary>
    public Guid DeputyId { get; init; }

    /// <summary>Who said so: the person, or an administrator. Both the person and the deputy see it.</summary>
    public Guid ArrangedById { get; init; }

    /// <summary>The first day, in the Netherlands.</summary>
    public DateOnly From { get; init; }

    /// <summary>The last day, in the Netherlands.</summary>
    public DateOnly Until { get; init; }

    /// <summary>
    /// A loop of deputies would leave nobody who acts: an absence is refused when there is a single day on which following the deputies comes back
    /// to where it started.
    /// </summary>
    /// <param name="others">Of the same organisation, as far as they are not over.</param>
    /// <param name="today">In the Netherlands.</param>
    /// <exception cref="BrokenRuleException">It cannot stand beside the others.</exception>
    public void RequireThatItFits(IReadOnlyCollection<Absence> others, DateOnly today)
    {
        Require(From <= Until && Until >= today && Until.DayNumber - From.DayNumber <= LongestInDays, AbsenceRule.AnAbsenceEndsAfterItBegins);
        Require(DeputyId != PersonId, AbsenceRule.TheDeputyIsSomebodyElse);
        Require(!others.Any(other => other.PersonId == PersonId && other.From <= Until && From <= other.Until), AbsenceRule.OneDeputyAtATime);
        Require(!ComesBack(DeputyId, From, Until), AbsenceRule.DeputiesDoNotGoRound);

        // Each absence on the way narrows the days on which the chain exists; as the others do not go round, it ends.
        bool ComesBack(Guid personId, DateOnly from, DateOnly until) => personId == PersonId
            || others.Any(next => next.PersonId == personId && next.From <= until && from <= next.Until
                && ComesBack(next.DeputyId, from > next.From ? from : next.From, until < next.Until ? until : next.Until));

        static void Require(bool holds, AbsenceRule rule)
        {
            if (!holds)
            {
                throw new BrokenRuleException(rule);
            }
        }
    }
}

/// <summary>The rules of an absence, each named as the sentence it enforces. RuleTexts.resx says them in Dutch.</summary>
public enum AbsenceRule
{
    AnAbsenceEndsAfterItBegins,
    TheDeputyIsSomebodyElse,
    OneDeputyAtATime,
    DeputiesDoNotGoRound,
}
