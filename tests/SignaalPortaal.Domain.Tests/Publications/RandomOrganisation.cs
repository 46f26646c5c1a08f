using SignaalPortaal.Domain.Publications;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Tests.Publications;

/// <summary>
/// An organisation that nobody designed, and what happened there in some quarters: units of 2 to 60 people that split, merge, move and close between the
/// quarters, themes that go with units, reporters who raise many signals and reporters without a name. Always the same for one seed.
/// </summary>
internal sealed class RandomOrganisation
{
    private static readonly Quarter First = new(2025, 1);

    private readonly Random _random;
    private readonly double _perPerson;
    private readonly double _withoutName;
    private readonly double _oftenTheSame;
    private readonly List<Team> _teams = [];
    private readonly List<Open> _open = [];

    private RandomOrganisation(int seed, int? units, bool isBusy, bool isFlat)
    {
        _random = new Random(seed);
        _perPerson = 0.01 + (0.5 * _random.NextDouble() * _random.NextDouble() * _random.NextDouble());
        _perPerson = isBusy ? 0.05 + (0.35 * _random.NextDouble()) : _perPerson;
        _withoutName = 0.4 * _random.NextDouble();
        _oftenTheSame = 0.5 * _random.NextDouble();
        var largest = _random.Next(15, 61);
        var number = units ?? _random.Next(20, 201);
        var breadth = isFlat ? number : _random.Next(2, 9);
        for (var place = 0; place < number; place++)
        {
            _teams.Add(NewTeam(place == 0 ? null : _teams[(place - 1) / breadth * (_random.Next(4) == 0 ? _random.Next(2) : 1)], _random.Next(2, largest + 1)));
        }
    }

    /// <param name="isBusy">Where people raise a signal every few years to two or three a year, and not next to nothing as in many.</param>
    /// <param name="isFlat">All units directly under the top.</param>
    public static IReadOnlyList<QuarterFacts> Quarters(
        int seed, int quarters = 8, PublicationRules? rules = null, int? units = null, bool isBusy = false, bool isFlat = false)
    {
        var organisation = new RandomOrganisation(seed, units, isBusy, isFlat);
        var facts = new List<QuarterFacts>();
        for (var quarter = First; facts.Count < quarters; quarter = quarter.Next)
        {
            if (facts.Count > 0 && organisation._random.Next(2) == 0)
            {
                organisation.ReOrganise();
            }

            facts.Add(organisation.Live(quarter, rules ?? new PublicationRules()));
        }

        return facts;
    }

    private Team NewTeam(Team? above, int people)
    {
        var favourites = Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Any<Theme>()).ToList();
        return new Team(NewId(), above, people, _random.Next(5) == 0 ? 1 : 0.3 + (0.7 * _random.NextDouble()), favourites)
        {
            Activity = _random.Next(6) == 0 ? 0 : 3 * _random.NextDouble() * _random.NextDouble(),
            Reporters = [.. Enumerable.Range(0, people).Select(_ => NewId())],
        };
    }

    private void ReOrganise()
    {
        for (var change = _random.Next(1, 2 + (_teams.Count / 10)); change > 0; change--)
        {
            var team = _teams[_random.Next(1, _teams.Count)];
            switch (_random.Next(5))
            {
                case 0:
                    var half = team.People / 2;
                    team.People -= half;
                    _teams.Add(NewTeam(team.Above, half));
                    break;
                case 1 when _teams.Count > 20:
                    team.Above!.People += team.People;
                    _teams.ForEach(below => below.Above = below.Above == team ? team.Above : below.Above);
                    _teams.Remove(team);
                    break;
                case 2:
                    var to = _teams[_random.Next(_teams.Count)];
                    team.Above = to.IsBelow(team) ? team.Above : to;
                    break;
                case 3 when _teams.FindAll(one => one.Above == team.Above) is { Count: > 1 } sisters && _teams.Count > 20:
                    var (one, other) = (sisters[0], sisters[1]);
                    var merged = NewTeam(one.Above, one.People + other.People);
                    _teams.ForEach(below => below.Above = below.Above == one || below.Above == other ? merged : below.Above);
                    _teams.RemoveAll(gone => gone == one || gone == other);
                    _teams.Add(merged);
                    break;
                default:
                    team.People = Math.Max(2, team.People + _random.Next(-5, 6));
                    break;
            }
        }
    }

    private QuarterFacts Live(Quarter quarter, PublicationRules rules)
    {
        var raised = new List<RaisedFact>();
        var answered = new List<AnsweredFact>();
        var escalated = new List<EscalatedFact>();
        var older = _open.ToList();
        foreach (var open in older.Where(_ => _random.Next(100) < 60))
        {
            answered.Add(AnswerTo(open));
            _open.Remove(open);
        }

        foreach (var team in _teams)
        {
            for (var signals = Poisson(team.People * team.Activity * _perPerson); signals > 0; signals--)
            {
                var signal = new Open(NewId(), ReporterIn(team));
                var status = StatusOf();
                raised.Add(new RaisedFact(team.Id, ThemeIn(team), KindOf(), status, signal.Reporter));
                for (var answers = status is PublishedStatus.Answered or PublishedStatus.Closed ? _random.Next(8) == 0 ? 2 : 1 : 0; answers > 0; answers--)
                {
                    answered.Add(AnswerTo(signal));
                }

                if (status is PublishedStatus.New or PublishedStatus.InProgress)
                {
                    _open.Add(signal);
                }
            }
        }

        escalated.AddRange(_open.Where(_ => _random.Next(6) == 0).Select(open => new EscalatedFact(_teams[0].Id, open.Reporter)));
        return new QuarterFacts(
            quarter,
            rules,
            [.. _teams.Select(team => new PublishedUnit(team.Id, team.Above?.Id, $"Unit {team.Id}", "team", team.People))],
            raised,
            answered,
            escalated,
            [.. _open.Where(_ => _random.Next(12) == 0).Select(open => new OverdueFact(open.Reporter))]);
    }

    private AnsweredFact AnswerTo(Open signal)
    {
        var outcome = Any<Outcome>();
        return new AnsweredFact(
            outcome,
            outcome is Outcome.NotAdopted ? (NotAdoptedReason)Math.Min(_random.Next(13), _random.Next(13)) : null,
            _random.Next(5) > 0,
            (AnswerTime)Math.Min(_random.Next(5), _random.Next(5)),
            signal.Reporter,
            signal.Id);
    }

    private Guid? ReporterIn(Team team)
    {
        if (_random.NextDouble() < _withoutName)
        {
            return null;
        }

        return team.Reporters[_random.NextDouble() < _oftenTheSame ? 0 : _random.Next(team.Reporters.Count)];
    }

    private Theme ThemeIn(Team team) => _random.NextDouble() < team.Devotion ? team.Favourites[_random.Next(team.Favourites.Count)] : Any<Theme>();

    private SignalKind KindOf() => (SignalKind)Math.Min(_random.Next(11), _random.Next(11));

    private PublishedStatus StatusOf() => _random.Next(100) switch
    {
        < 12 => PublishedStatus.New,
        < 40 => PublishedStatus.InProgress,
        < 60 => PublishedStatus.Answered,
        < 95 => PublishedStatus.Closed,
        _ => PublishedStatus.Withdrawn,
    };

    private T Any<T>()
        where T : struct, Enum
    {
        var values = Enum.GetValues<T>();
        return values[_random.Next(values.Length)];
    }

    private int Poisson(double mean)
    {
        var (count, left) = (0, Math.Exp(-mean));
        for (var chance = _random.NextDouble(); chance > left; chance *= _random.NextDouble())
        {
            count++;
        }

        return count;
    }

    private Guid NewId()
    {
        var bytes = new byte[16];
        _random.NextBytes(bytes);
        return new Guid(bytes);
    }

    private sealed class Team(Guid id, Team? above, int people, double devotion, IReadOnlyList<Theme> favourites)
    {
        public Guid Id => id;

        public Team? Above { get; set; } = above;

        public int People { get; set; } = people;

        /// <summary>How much of what is raised here is about a favourite theme.</summary>
        public double Devotion => devotion;

        public IReadOnlyList<Theme> Favourites => favourites;

        public double Activity { get; init; }

        public required IReadOnlyList<Guid> Reporters { get; init; }

        public bool IsBelow(Team team) => this == team || (Above?.IsBelow(team) ?? false);
    }

    private sealed record Open(Guid Id, Guid? Reporter);
}
