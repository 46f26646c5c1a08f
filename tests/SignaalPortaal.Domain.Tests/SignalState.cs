using System.Text.Json;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Tests;

/// <summary>What a signal is, as text: two of these are equal when nothing has changed.</summary>
internal static class SignalState
{
    extension(Signal signal)
    {
        public string Everything => JsonSerializer.Serialize(new { signal.EverythingButReminders, signal.RemindOn, signal.NextStepOn, signal.HiddenUntil });

        /// <summary>That a reminder was given shows in its day alone; that the line gets to see it, in that.</summary>
        public string EverythingButReminders => JsonSerializer.Serialize(new
        {
            signal.OrganisationId,
            signal.Id,
            signal.Reference,
            signal.ReporterId,
            signal.Disclosure,
            signal.IsSealed,
            signal.RaisedOn,
            signal.Status,
            signal.ClosedBecause,
            signal.HeldByUnitId,
            signal.DueOn,
            signal.AnswerBy,
            signal.TermStartedOn,
            signal.NextTermEndsOn,
            signal.UpdateBy,
            signal.LookAgainOn,
            signal.Version,
            signal.Original,
            signal.TimelineLines,
            signal.Holders,
            signal.Conflicts,
            signal.Promises,
            signal.Contacts,
            signal.Released,
        });

        /// <summary>What the reporter wrote and judged when raising it.</summary>
        public string Original => JsonSerializer.Serialize(new { signal.Kind, signal.Risk, signal.Content });

        /// <summary>One line for each entry, with all that is stored of it.</summary>
        public IReadOnlyList<string> TimelineLines => [.. signal.Timeline.Select(entry => JsonSerializer.Serialize(new
        {
            entry.OrganisationId,
            entry.SignalId,
            entry.Seq,
            entry.At,
            entry.ActorId,
            entry.ActedAs,
            entry.ActedForUnitId,
            entry.Kind,
            entry.Facts,
            entry.Words,
            entry.Commitment,
            entry.State,
            entry.PreviousHash,
            entry.Hash,
        }))];
    }
}
