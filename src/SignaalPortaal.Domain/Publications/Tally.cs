namespace SignaalPortaal.Domain.Publications;

/// <summary>
/// A count with what decides whether it may be seen: of how many signals, and of how many reporters. Of both no more is remembered than the rules ask
/// for, so that adding two tallies stays exact and cheap.
/// </summary>
internal sealed class Tally(PublicationRules rules)
{
    private readonly Distinct _signals = new(rules.SmallestCount);
    private readonly Distinct _reporters = new(rules.FewestReporters);

    public int Count { get; private set; }

    /// <summary>Nothing is in it, or enough signals of enough people.</summary>
    public bool IsSafe => Count == 0 || (_signals.AreEnough && _reporters.AreEnough);

    public void Add(int signal, int reporter)
    {
        Count++;
        _signals.Add(signal);
        _reporters.Add(reporter);
    }

    public void Add(Tally other)
    {
        Count += other.Count;
        _signals.Add(other._signals);
        _reporters.Add(other._reporters);
    }

    public static Tally Sum(IEnumerable<Tally> parts, PublicationRules rules)
    {
        var sum = new Tally(rules);
        foreach (var part in parts)
        {
            sum.Add(part);
        }

        return sum;
    }

    private sealed class Distinct(int enough)
    {
        private readonly List<int> _members = [];

        public bool AreEnough => _members.Count >= enough;

        public void Add(int member)
        {
            if (!AreEnough && !_members.Contains(member))
            {
                _members.Add(member);
            }
        }

        public void Add(Distinct other) => other._members.ForEach(Add);
    }
}
