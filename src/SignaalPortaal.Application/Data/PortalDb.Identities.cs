using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Data;

/// <summary>Who raised a confidential signal: sealed by the portal, opened by a confidential adviser.</summary>
internal sealed partial class PortalDb
{
    /// <summary>
    /// Past the visibility rules, for one purpose: a confidential adviser asks for the name of who raised it, and need not be able to read it. Only a
    /// confidential signal that the line can see and that is not about the viewer, and of that all but what people wrote.
    /// </summary>
    /// <exception cref="SignalNotFoundException">There is none, or none of which this viewer can ask the name.</exception>
    public async Task<Signal> FindToAskTheName(string reference, Guid personId, CancellationToken cancellationToken)
    {
        var wanted = Reference.Parse(reference);
        var signal = await MayBeAskedTheName(personId).SingleOrDefaultAsync(signal => signal.Reference == wanted, cancellationToken)
            ?? throw new SignalNotFoundException();
        await LoadAllButWords([signal], cancellationToken);
        return signal;
    }

    private IQueryable<Signal> MayBeAskedTheName(Guid personId) => SignalsOfEveryone.Where(signal =>
        signal.Disclosure == Disclosure.Confidential
        && signal.HiddenUntil == null
        && signal.ErasedOn == null
        && signal.ClosedBecause != Closing.Withdrawn
        && !signal.Conflicts.Any(conflict => conflict.PersonId == personId));

    /// <summary>Signals of which the name was asked for since a day, with all but what people wrote, but for what was written about that; not those about this person.</summary>
    public async Task<List<Signal>> WithANameAskedFor(DateOnly since, Guid personId, CancellationToken cancellationToken)
    {
        var signals = await MayBeAskedTheName(personId)
            .Where(signal => Set<NameRequest>().Any(request => request.SignalId == signal.Id && request.MadeOn >= since))
            .ToListAsync(cancellationToken);
        await LoadAllButWords(signals, cancellationToken);
        return signals;
    }

    /// <summary>Makes readable what was written about the name of this signal, and nothing else.</summary>
    public async Task LoadWordsAboutTheName(Signal signal, CancellationToken cancellationToken)
    {
        string[] kinds = [nameof(IdentityRequested), nameof(IdentityAnswered), nameof(IdentityRefused)];
        var seqs = signal.Timeline.Where(entry => kinds.Contains(entry.Kind)).Select(entry => entry.Seq).ToList();
        await Set<TimelineWords>().Where(words => words.SignalId == signal.Id && seqs.Contains(words.Seq)).LoadAsync(cancellationToken);
        await Open([signal], cancellationToken);
    }

    /// <summary>Notes on the clock of the database that this person asked for the name; false when no key of this person opens it.</summary>
    /// <param name="seq">Of the event that tells the reporter.</param>
    public async Task<bool> RequestName(Guid signalId, Guid personId, int seq, CancellationToken cancellationToken) =>
        (await Database
            .SqlQuery<bool>($"""select name_request({OrganisationId}, {signalId}, {personId}, {seq}) as "Value" """)
            .ToListAsync(cancellationToken)).Single();

    /// <summary>The number of this transaction, for which <see cref="FetchName"/> can make a name ready.</summary>
    public async Task<string> NumberOfTransaction(CancellationToken cancellationToken) =>
        (await Database.SqlQuery<string>($"""select pg_current_xact_id()::text as "Value" """).ToListAsync(cancellationToken)).Single();

    /// <summary>Makes the name ready for another transaction, once this one is committed; false when this person cannot open it, or not yet.</summary>
    /// <param name="seq">Of the event that tells the reporter.</param>
    /// <param name="reader">See <see cref="NumberOfTransaction"/>.</param>
    public async Task<bool> FetchName(Guid signalId, Guid personId, int seq, string reader, CancellationToken cancellationToken) =>
        (await Database
            .SqlQuery<bool>($"""select name_fetch({OrganisationId}, {signalId}, {personId}, {seq}, {reader}::xid8) as "Value" """)
            .ToListAsync(cancellationToken)).Single();

    /// <summary>What was made ready for this transaction; null when nothing was.</summary>
    public async Task<OpenedName?> ReadName(Guid signalId, Guid personId, CancellationToken cancellationToken) =>
        (await Database
            .SqlQuery<OpenedName>($"""
                select sealed as "Sealed", wrapped as "Wrapped", sealed_private_key as "SealedPrivateKey", salt as "Salt", iterations as "Iterations"
                from name_read({OrganisationId}, {signalId}, {personId})
                """)
            .ToListAsync(cancellationToken)).SingleOrDefault();

    /// <summary>Destroys the sealed name.</summary>
    public Task ForgetIdentity(Guid signalId, CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync($"select forget_identity({OrganisationId}, {signalId})", cancellationToken);
}

/// <summary>A sealed name with what opens it: its key, which opens with the adviser's private key, which opens with the passphrase.</summary>
internal sealed record OpenedName(byte[] Sealed, byte[] Wrapped, byte[] SealedPrivateKey, byte[] Salt, int Iterations);
