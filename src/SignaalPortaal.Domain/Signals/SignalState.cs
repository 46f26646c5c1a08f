using SignaalPortaal.Domain.Chain;

namespace SignaalPortaal.Domain.Signals;

/// <summary>
/// How an event leaves a signal: all that is kept of it beside its timeline and on which somebody relies. Each event holds the hash of this, so that the
/// signal cannot be changed without an event.
/// <para>Left out: what says when the portal looks at it again (the reminder and when its term began, the next step), until when the line does not see it, and the
/// random version.</para>
/// </summary>
/// <param name="Holders">By unit.</param>
/// <param name="Conflicts">By person.</param>
/// <param name="Promises">By id.</param>
/// <param name="Contacts">By the name of their step.</param>
public sealed record SignalState(
    Guid? Reporter,
    string Disclosure,
    string Kind,
    string Risk,
    string Theme,
    bool Sealed,
    DateOnly RaisedOn,
    string Status,
    string? ClosedBecause,
    Guid HeldBy,
    DateOnly? DueOn,
    DateOnly AnswerBy,
    DateOnly? LookAgainOn,
    DateOnly? NextTermEndsOn,
    DateOnly? UpdateBy,
    DateOnly? ClosedOn,
    bool HeldForLaw,
    DateOnly? ErasureAskedOn,
    DateOnly? ErasedOn,
    string? ErasedBecause,
    IReadOnlyList<HolderState> Holders,
    IReadOnlyList<Guid> Conflicts,
    IReadOnlyList<PromiseState> Promises,
    IReadOnlyList<ContactState> Contacts)
{
    public static SignalState Of(Signal signal) => new(
        signal.ReporterId, $"{signal.Disclosure}", $"{signal.Kind}", $"{signal.Risk}", $"{signal.Theme}", signal.IsSealed, signal.RaisedOn, $"{signal.Status}",
        signal.ClosedBecause?.ToString(), signal.HeldByUnitId, signal.DueOn, signal.AnswerBy, signal.LookAgainOn, signal.NextTermEndsOn, signal.UpdateBy,
        signal.ClosedOn, signal.IsHeldForLaw, signal.ErasureAskedOn, signal.ErasedOn, signal.ErasedBecause?.ToString(),
        [.. signal.Holders.OrderBy(holder => holder.UnitId).Select(holder => new HolderState(holder.UnitId, holder.Since))],
        [.. signal.Conflicts.Select(conflict => conflict.PersonId).Order()],
        [.. signal.Promises.OrderBy(promise => promise.Id).Select(promise =>
            new PromiseState(promise.Id, promise.By, $"{promise.Status}", promise.TimesMoved, promise.TimesRefused, promise.IsToldLate))],
        [.. signal.Contacts.OrderBy(contact => $"{contact.Step}", StringComparer.Ordinal).Select(contact =>
            new ContactState($"{contact.Step}", contact.By, $"{contact.Status}"))]);

    public byte[] Hash()
    {
        var state = new CanonicalEncoding("SP-state-v2").Add("reporter", Reporter).Add("disclosure", Disclosure).Add("kind", Kind).Add("risk", Risk)
            .Add("theme", Theme).Add("sealed", Sealed).Add("raised_on", RaisedOn).Add("status", Status).Add("closed_because", ClosedBecause)
            .Add("held_by", HeldBy).Add("due_on", DueOn).Add("answer_by", AnswerBy).Add("look_again_on", LookAgainOn)
            .Add("next_term_ends_on", NextTermEndsOn).Add("update_by", UpdateBy).Add("closed_on", ClosedOn).Add("held_for_law", HeldForLaw)
            .Add("erasure_asked_on", ErasureAskedOn).Add("erased_on", ErasedOn).Add("erased_because", ErasedBecause);
        foreach (var holder in Holders)
        {
            state.Add("holder", CanonicalEncoding.Continued().Add("unit", holder.Unit).Add("since", holder.Since));
        }

        foreach (var person in Conflicts)
        {
            state.Add("conflict", person);
        }

        foreach (var promise in Promises)
        {
            state.Add("promise", CanonicalEncoding.Continued().Add("id", promise.Id).Add("by", promise.By).Add("status", promise.Status)
                .Add("times_moved", promise.TimesMoved).Add("times_refused", promise.TimesRefused).Add("told_late", promise.ToldLate));
        }

        foreach (var contact in Contacts)
        {
            state.Add("contact", CanonicalEncoding.Continued().Add("step", contact.Step).Add("by", contact.By).Add("status", contact.Status));
        }

        return state.Hash();
    }
}

public sealed record HolderState(Guid Unit, DateOnly Since);

/// <summary>Without its owner, which follows the tree of units: when a unit is closed, whoever holds the signal has the promise too.</summary>
public sealed record PromiseState(Guid Id, DateOnly By, string Status, int TimesMoved, int TimesRefused, bool ToldLate);

public sealed record ContactState(string Step, DateOnly By, string Status);
