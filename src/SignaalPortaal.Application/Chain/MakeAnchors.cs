using System.Security.Cryptography;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Pipeline;
using SignaalPortaal.Application.Protection;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Chain;

/// <summary>After two o'clock at night in the Netherlands, makes the anchor of the day for each organisation that has none.</summary>
internal sealed record MakeAnchors : IRequest, IBeginTransactions;

internal sealed partial class MakeAnchorsHandler(PortalDb db, Now now, IServiceScopeFactory scopes, ILogger<MakeAnchorsHandler> logger) : AsyncRequestHandler<MakeAnchors>
{
    private static readonly TimeOnly First = new(2, 0);

    protected override async Task Handle(MakeAnchors command, CancellationToken cancellationToken)
    {
        var today = now.Today;
        if (now.At < DutchTime.At(today, First))
        {
            return;
        }

        var organisations = await db.Database
            .SqlQuery<Guid>($"""select organisation as "Value" from organisations_without_an_anchor({today}) as organisation""").ToListAsync(cancellationToken);
        foreach (var organisation in organisations)
        {
            try
            {
                await scopes.SendAlone(new MakeAnchor(organisation, today), cancellationToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogAnchorFailed(exception);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Making the anchor of an organisation failed; it is tried again next round")]
    private partial void LogAnchorFailed(Exception exception);
}

/// <summary>Any number of nodes can do this at the same moment: the first one makes it.</summary>
internal sealed record MakeAnchor(Guid OrganisationId, DateOnly Day) : IRequest, IBeginTransactions;

internal sealed class MakeAnchorHandler(PortalDb db, PortalKeys keys) : AsyncRequestHandler<MakeAnchor>
{
    private const int NonceLength = 32;

    protected override async Task Handle(MakeAnchor command, CancellationToken cancellationToken)
    {
        await using var transaction = await db.BeginFor(command.OrganisationId, cancellationToken);
        try
        {
            db.Add(await Anchor(command.OrganisationId, command.Day, cancellationToken));
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        catch (Exception exception) when ((exception as PostgresException ?? exception.InnerException) is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            // Another node was first.
        }
    }

    private async Task<Anchor> Anchor(Guid organisation, DateOnly day, CancellationToken cancellationToken)
    {
        var count = await db.Database.ExecuteSqlAsync(
            $"""
            insert into anchor_heads (organisation_id, on_day, signal_id, seq, hash, readings, readings_hash)
            select {organisation}, {day}, signal_id, head.seq, head.hash, coalesce(read.readings, 0), readings_hash({organisation}, signal_id, {day})
            from (
                select distinct on (signal_id) signal_id, seq, hash from timeline_entries where organisation_id = {organisation} order by signal_id, seq desc
            ) head
            left join (
                select signal_id, count(*)::integer as readings from readings where organisation_id = {organisation} and on_day < {day} group by signal_id
            ) read using (signal_id)
            left join (
                select signal_id, max(seq) as seq, max(readings) as readings from anchor_heads where organisation_id = {organisation} group by signal_id
            ) anchored using (signal_id)
            where (anchored.seq is distinct from head.seq or anchored.readings is distinct from coalesce(read.readings, 0))
              and exists (select from signals s where s.organisation_id = {organisation} and s.id = head.signal_id and s.hidden_until is null)
            """,
            cancellationToken);
        var previous = await db.Set<Anchor>().Where(anchor => anchor.OnDay < day)
            .OrderByDescending(anchor => anchor.OnDay).Select(anchor => anchor.Root).FirstOrDefaultAsync(cancellationToken);

        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        var logs = await ChainLogs.Heads(connection, organisation, before: day, cancellationToken);
        db.AddRange(logs.Select(log => new AnchorLog { OrganisationId = organisation, OnDay = day, Name = log.Name, Count = log.Count, Hash = log.Hash }));

        var nonce = RandomNumberGenerator.GetBytes(NonceLength);
        using var root = new AnchorRoot(organisation, PublishedAnchor.NameOf(day), nonce, previous, logs, count);
        var heads = db.Set<AnchorHead>().AsNoTracking().Where(head => head.OnDay == day).OrderBy(head => head.SignalId);
        await foreach (var head in heads.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            root.AddHead(head.SignalId, head.Seq, head.Hash, head.Readings, head.ReadingsHash);
        }

        var made = root.Root();
        return new Anchor
        {
            OrganisationId = organisation,
            OnDay = day,
            Nonce = nonce,
            PreviousRoot = previous,
            Root = made,
            Signature = keys.Anchor.SignData(made, HashAlgorithmName.SHA384, DSASignatureFormat.Rfc3279DerSequence),
        };
    }
}
