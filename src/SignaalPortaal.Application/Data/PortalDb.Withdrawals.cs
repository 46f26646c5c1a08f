using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Application.Protection;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Data;

/// <summary>Whether somebody asked a reporter to take a signal back. Sealed, and apart from the signal and its timeline.</summary>
internal sealed partial class PortalDb
{
    private const byte Asked = 1, NotAsked = 0;

    public async Task NoteWithdrawal(Signal signal, bool wasAsked, CancellationToken cancellationToken)
    {
        var key = await organisationKeys.Open(this, OrganisationKeys.Newest, cancellationToken);
        var box = SealedText.Seal(key, [wasAsked ? Asked : NotAsked], SealedText.AboutWithdrawal(OrganisationId, signal.Id));
        await Database.ExecuteSqlAsync(
            $"insert into withdrawal_answers (organisation_id, signal_id, version, sealed) values ({OrganisationId}, {signal.Id}, {OrganisationKeys.Newest}, {box})",
            cancellationToken);
    }

    /// <summary>The signals of which the reporter says that somebody asked for it. All answers are opened, so that which ones were yes is told to nobody else.</summary>
    public async Task<IReadOnlyList<Guid>> WithdrawnOnRequest(CancellationToken cancellationToken)
    {
        var answers = await Database
            .SqlQuery<WithdrawalAnswer>($"""select signal_id as "SignalId", version as "Version", sealed as "Sealed" from withdrawal_answers where organisation_id = {OrganisationId}""")
            .ToListAsync(cancellationToken);
        var asked = new List<Guid>();
        foreach (var answer in answers)
        {
            var key = await organisationKeys.Open(this, answer.Version, cancellationToken);
            if (SealedText.Open(key, answer.Sealed, SealedText.AboutWithdrawal(OrganisationId, answer.SignalId)) is [Asked])
            {
                asked.Add(answer.SignalId);
            }
        }

        return asked;
    }
}

internal sealed record WithdrawalAnswer(Guid SignalId, int Version, byte[] Sealed);
