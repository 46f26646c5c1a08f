using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Data;

/// <summary>Who raised a confidential signal: sealed by the portal, opened by a confidential adviser.</summary>
internal sealed partial class PortalDb
{
    /// <summary>With which a name is sealed now: the current keys of confidential advisers at work.</summary>
    public IQueryable<AdviserKey> CurrentAdviserKeys => Set<AdviserKey>().Where(key =>
        key.EndedOn == null
        && People.Any(person => person.Id == key.PersonId && person.LeftOn == null && (person.Roles & Roles.ConfidentialAdviser) != 0));

    /// <summary>
    /// Past the visibility rules, for one purpose: a confidential adviser asks for the name of who raised it, and need not be able to read it. Only a
    /// confidential signal that the line can see and that is not about the viewer, and of that all but what people wrote.
    /// </summary>
    /// <exception cref="SignalNotFoundException">There is none, or none of which this viewer can ask the name.</exception>
    public async Task<Signal> FindToAskTheName(string reference, Guid personId, CancellationToken cancellationToken)
    {
        var wanted = Reference.Parse(reference);
        var signal = await SignalsOfEveryone
            .SingleOrDefaultAsync(
                signal => signal.Reference == wanted
                    && signal.Disclosure == Disclosure.Confidential
                    && signal.HiddenUntil == null
                    && signal.ErasedOn == null
                    && signal.ClosedBecause != Closing.Withdrawn
                    && !signal.Conflicts.Any(conflict => conflict.PersonId == personId),
                cancellationToken)
            ?? throw new SignalNotFoundException();
        await LoadAllButWords([signal], cancellationToken);
        return signal;
    }

    /// <summary>A ticket to open the name once this transaction is committed; null when no key of this person opens it.</summary>
    /// <param name="seq">Of the event that tells the reporter.</param>
    public async Task<Guid?> RequestReveal(Guid signalId, Guid personId, int seq, CancellationToken cancellationToken) =>
        (await Database
            .SqlQuery<Guid?>($"""select reveal_request({OrganisationId}, {signalId}, {personId}, {seq}) as "Value" """)
            .ToListAsync(cancellationToken)).Single();

    /// <summary>What a ticket gives, the first time; null afterwards.</summary>
    public async Task<OpenedReveal?> OpenReveal(Guid ticket, Guid personId, CancellationToken cancellationToken) =>
        (await Database
            .SqlQuery<OpenedReveal>($"""
                select signal_id as "SignalId", sealed as "Sealed", wrapped as "Wrapped", sealed_private_key as "SealedPrivateKey", salt as "Salt", iterations as "Iterations"
                from reveal_open({OrganisationId}, {ticket}, {personId})
                """)
            .ToListAsync(cancellationToken)).SingleOrDefault();

    /// <summary>Destroys the sealed name.</summary>
    public Task ForgetIdentity(Guid signalId, CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync($"select forget_identity({OrganisationId}, {signalId})", cancellationToken);
}

/// <summary>A sealed name with what opens it: its key, which opens with the adviser's private key, which opens with the passphrase.</summary>
internal sealed record OpenedReveal(Guid SignalId, byte[] Sealed, byte[] Wrapped, byte[] SealedPrivateKey, byte[] Salt, int Iterations);
