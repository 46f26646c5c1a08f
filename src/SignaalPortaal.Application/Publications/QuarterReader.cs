using System.Security.Cryptography;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Insight;
using SignaalPortaal.Domain.Publications;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Publications;

/// <summary>Reads what happened in a quarter, in a number of statements that does not depend on how much. Words and names are not read.</summary>
internal sealed class QuarterReader(PortalDb db)
{
    /// <returns>The facts, and which events they count.</returns>
    public async Task<(QuarterFacts Facts, CountedEvents Counted)> Read(Quarter quarter, PublicationRules rules, CancellationToken cancellationToken)
    {
        var line = await ReadLine(quarter.LastDay, cancellationToken);
        var signals = await db.SignalsToPublish(quarter.LastDay, cancellationToken);
        using var pseudonyms = new Pseudonyms();
        var (raised, answered, silence, overdue) = (new List<RaisedFact>(), new List<AnsweredFact>(), new Dictionary<Guid, EscalatedFact>(), new List<OverdueFact>());
        var counted = new CountedEvents([], []);

        // What happened on the last day is before the first moment of the next.
        var end = DutchTime.At(quarter.LastDay.AddDays(1), TimeOnly.MinValue);
        PublishableSignal? signal = null;
        SignalCourse? course = null;
        await foreach (var entry in db.EventsToPublish(end).WithCancellation(cancellationToken))
        {
            if (signal?.Id != entry.SignalId)
            {
                Finish();
                signal = signals.GetValueOrDefault(entry.SignalId);
                course = signal is null ? null : SignalCourse.From(signal.RaisedOn);
            }

            if (course is not null)
            {
                Add(entry);
            }
        }

        Finish();
        return (new QuarterFacts(quarter, rules, line.Units, raised, answered, [.. silence.Values], overdue), counted);

        void Add(EventToPublish entry)
        {
            var happened = TimelineEntry.Read(entry.Kind, entry.Facts, words: null);
            var silentUnit = course!.HeldBy;
            course.Add(happened, entry.At.DutchDate);
            if (entry.IsCounted)
            {
                return;
            }

            var reporter = pseudonyms.Of(signal!.ReporterId);
            switch (happened)
            {
                case Answered answer:
                    answered.Add(new AnsweredFact(answer.Outcome, answer.Reason, course.IsAnsweredInTime, course.AnswerTime, reporter, signal.Id));
                    counted.Add(entry);
                    break;

                case Escalated { Cause: EscalationCause.BySilence }:
                    silence.TryAdd(signal.Id, new EscalatedFact(line.Place(silentUnit), reporter));
                    counted.Add(entry);
                    break;

                case Submitted:
                    signal = signal with { IsNew = true };
                    counted.Add(entry);
                    break;
            }
        }

        void Finish()
        {
            if (signal is null)
            {
                return;
            }

            var reporter = pseudonyms.Of(signal.ReporterId);
            if (signal.IsNew)
            {
                raised.Add(new RaisedFact(line.Place(course!.Start), signal.Theme, signal.Kind, course.Status, reporter));
            }

            if (course!.IsOverdueAtTheTop && (course.WithdrawnOn is not { } day || Withdrawal.CountsUntil(day) > quarter.LastDay) && line.IsOfTheLine(course.HeldBy))
            {
                overdue.Add(new OverdueFact(reporter));
            }
        }
    }

    /// <summary>
    /// Which units there are, and who works where, is kept as it is now: when a quarter is published long after its last day, a unit that was made, moved or
    /// renamed meanwhile stands as it is now, and who came meanwhile is counted. Who left and what was closed after that day is there still.
    /// </summary>
    private async Task<PublicationLine> ReadLine(DateOnly day, CancellationToken cancellationToken)
    {
        var units = await db.UnitsForPublication(cancellationToken);
        return new PublicationLine(units, await db.PeopleAtWork(day, cancellationToken), day);
    }

    /// <summary>Says which signals are of one reporter without saying of whom; nothing of it leaves the making of one publication.</summary>
    private sealed class Pseudonyms : IDisposable
    {
        private readonly byte[] _key = RandomNumberGenerator.GetBytes(HMACSHA256.HashSizeInBytes);

        public Guid? Of(Guid? reporter) => reporter is { } person ? new Guid(HMACSHA256.HashData(_key, person.ToByteArray()).AsSpan(0, 16)) : null;

        public void Dispose() => CryptographicOperations.ZeroMemory(_key);
    }
}

/// <summary>Each event that a publication counts, as far as no other one did.</summary>
internal sealed record CountedEvents(List<Guid> Signals, List<int> Seqs)
{
    public void Add(EventToPublish entry)
    {
        Signals.Add(entry.SignalId);
        Seqs.Add(entry.Seq);
    }
}

/// <param name="IsNew">Counted in no publication before.</param>
internal sealed record PublishableSignal(Guid Id, DateOnly RaisedOn, Theme Theme, SignalKind Kind, Guid? ReporterId, bool IsNew = false);

/// <param name="IsCounted">In a publication before.</param>
internal sealed record EventToPublish(Guid SignalId, int Seq, DateTimeOffset At, string Kind, string Facts, bool IsCounted);
