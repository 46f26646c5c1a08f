using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using SignaalPortaal.Application.Attachments;
using SignaalPortaal.Application.Protection;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Data;

/// <summary>What people write about a signal of a kind that never goes through the line, or about one without a name, is in the database encrypted only.</summary>
internal sealed partial class PortalDb
{
    /// <summary>The column in which it stands; the columns for readable text are empty then.</summary>
    internal const string Sealed = "Sealed";

    private const string Salt = nameof(TimelineWords.Salt);

    private readonly Dictionary<Guid, byte[]> _signalKeys = [];

    /// <summary>Makes the words of these signals readable, as far as they are loaded. In one statement, and none when nothing is sealed.</summary>
    public async Task Open(IReadOnlyCollection<Signal> signals, CancellationToken cancellationToken)
    {
        var closed = signals.Where(signal => signal.IsSealed).ToDictionary(signal => signal.Id);
        await LoadKeys(closed.Keys, cancellationToken);
        foreach (var content in ChangeTracker.Entries<SignalContent>().Where(entry => closed.ContainsKey(entry.Entity.SignalId)).ToList())
        {
            Show(content, Opened(content, AboutContent(content.Entity.SignalId), content.Entity.SignalId));
        }

        foreach (var words in ChangeTracker.Entries<TimelineWords>().Where(entry => closed.ContainsKey(entry.Entity.SignalId)).ToList())
        {
            Show(words, Opened(words, AboutWords(words.Entity.SignalId, words.Entity.Seq), words.Entity.SignalId));
        }

        foreach (var given in ChangeTracker.Entries<Entrustment>().Where(entry => closed.ContainsKey(entry.Entity.SignalId)).ToList())
        {
            Show(given, Opened(given, AboutEntrusted(given.Entity.SignalId, given.Entity.Id), given.Entity.SignalId));
        }
    }

    /// <summary>The subjects of those signals among these that are sealed, in two statements or none.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> OpenSubjects(IReadOnlyCollection<Guid> signalIds, CancellationToken cancellationToken)
    {
        if (signalIds.Count == 0)
        {
            return new Dictionary<Guid, string>();
        }

        await LoadKeys(signalIds, cancellationToken);
        var contents = await Set<SignalContent>().Where(content => signalIds.Contains(content.SignalId))
            .Select(content => new { content.SignalId, Sealed = EF.Property<string?>(content, Sealed) }).ToListAsync(cancellationToken);
        return contents.Where(content => content.Sealed is not null).ToDictionary(
            content => content.SignalId,
            content => Read(content.SignalId, content.Sealed!, AboutContent(content.SignalId)).GetValueOrDefault(nameof(SignalContent.Subject)) ?? "");
    }

    /// <summary>The words of one entry; call <see cref="LoadKeys"/> first.</summary>
    /// <param name="box">What is in the column for what is sealed; null when the words are readable.</param>
    public string Words(Guid signalId, int seq, string? box) =>
        box is null ? "" : Read(signalId, box, AboutWords(signalId, seq))[nameof(TimelineWords.Text)] ?? "";

    /// <summary>What the parts of a file of a signal go through: sealed when its words are.</summary>
    public async Task<PartCipher> CipherOf(Guid signalId, Guid attachmentId, CancellationToken cancellationToken)
    {
        await LoadKeys([signalId], cancellationToken);
        return _signalKeys.TryGetValue(signalId, out var key)
            ? PartCipher.OfFile(key, attachmentId)
            : PartCipher.None;
    }

    /// <summary>The other text that a reporter gave; call <see cref="LoadKeys"/> first.</summary>
    /// <param name="words">When they are readable in the database.</param>
    /// <param name="box">What is in the column for what is sealed; null when they are.</param>
    public string? EntrustedWords(Guid signalId, Guid id, string? words, string? box) =>
        box is null ? words : Read(signalId, box, AboutEntrusted(signalId, id))[nameof(Entrustment.Words)];

    public async Task LoadKeys(IReadOnlyCollection<Guid> signalIds, CancellationToken cancellationToken)
    {
        var missing = signalIds.Where(id => !_signalKeys.ContainsKey(id)).ToArray();
        if (missing.Length == 0)
        {
            return;
        }

        foreach (var key in await Set<SignalKey>().AsNoTracking().Where(key => missing.Contains(key.SignalId)).ToListAsync(cancellationToken))
        {
            _signalKeys[key.SignalId] = SealedText.Open(await organisationKeys.Open(this, key.Version, cancellationToken), key.Wrapped, AboutKey(key.SignalId));
        }
    }

    /// <summary>Seals what is to be added, and gives back how to make it readable again once it is in the database.</summary>
    private async Task<Action> SealNewWords(CancellationToken cancellationToken)
    {
        var signals = ChangeTracker.Entries<Signal>().Where(entry => entry.Entity.IsSealed).ToDictionary(entry => entry.Entity.Id);
        foreach (var added in signals.Values.Where(entry => entry.State is EntityState.Added))
        {
            var key = RandomNumberGenerator.GetBytes(SealedText.KeyLength);
            _signalKeys[added.Entity.Id] = key;
            Add(new SignalKey
            {
                OrganisationId = OrganisationId,
                SignalId = added.Entity.Id,
                Version = OrganisationKeys.Newest,
                Wrapped = SealedText.Seal(await organisationKeys.Open(this, OrganisationKeys.Newest, cancellationToken), key, AboutKey(added.Entity.Id)),
            });
        }

        var contents = NewOf<SignalContent>(content => content.SignalId);
        var words = NewOf<TimelineWords>(word => word.SignalId);
        var given = NewOf<Entrustment>(one => one.SignalId);
        await LoadKeys([.. words.Select(entry => entry.Entity.SignalId).Concat(given.Select(entry => entry.Entity.SignalId)).Distinct()], cancellationToken);
        var shown = new List<(EntityEntry Entry, Dictionary<string, string?> Texts)>();
        contents.ForEach(entry => Seal(entry, entry.Entity.SignalId, AboutContent(entry.Entity.SignalId)));
        words.ForEach(entry => Seal(entry, entry.Entity.SignalId, AboutWords(entry.Entity.SignalId, entry.Entity.Seq)));
        given.ForEach(entry => Seal(entry, entry.Entity.SignalId, AboutEntrusted(entry.Entity.SignalId, entry.Entity.Id)));
        return () => shown.ForEach(one => Show(one.Entry, one.Texts));

        void Seal(EntityEntry entry, Guid signalId, string about)
        {
            var texts = Texts(entry);
            shown.Add((entry, texts));
            Hide(entry, texts, SealedText.Seal(_signalKeys[signalId], JsonSerializer.Serialize(texts), about));
        }

        List<EntityEntry<TEntity>> NewOf<TEntity>(Func<TEntity, Guid> signalOf)
            where TEntity : class =>
            [.. ChangeTracker.Entries<TEntity>().Where(entry => entry.State is EntityState.Added && signals.ContainsKey(signalOf(entry.Entity)))];
    }

    private Dictionary<string, string?> Opened(EntityEntry entry, string about, Guid signalId) =>
        (string?)entry.Property(Sealed).CurrentValue is { } box ? Read(signalId, box, about) : [];

    private Dictionary<string, string?> Read(Guid signalId, string box, string about) =>
        JsonSerializer.Deserialize<Dictionary<string, string?>>(SealedText.Open(_signalKeys[signalId], box, about))!;

    /// <summary>With the salt: who has it could try words against what the chain commits to.</summary>
    private static Dictionary<string, string?> Texts(EntityEntry entry) => entry.Properties
        .Where(property => (property.Metadata.ClrType == typeof(string) && property.Metadata.Name != Sealed) || property.Metadata.Name == Salt)
        .ToDictionary(property => property.Metadata.Name, property => property.CurrentValue is byte[] salt ? Convert.ToHexString(salt) : (string?)property.CurrentValue);

    private static void Hide(EntityEntry entry, Dictionary<string, string?> texts, string box)
    {
        entry.Property(Sealed).CurrentValue = box;
        foreach (var name in texts.Keys)
        {
            entry.Property(name).CurrentValue = name == Salt ? Array.Empty<byte>() : entry.Property(name).Metadata.IsNullable ? null : "";
        }
    }

    /// <summary>In memory only: to EF nothing has changed.</summary>
    private static void Show(EntityEntry entry, Dictionary<string, string?> texts)
    {
        foreach (var (name, text) in texts)
        {
            var property = entry.Property(name);
            property.CurrentValue = name == Salt ? Convert.FromHexString(text!) : text;
            if (entry.State is not EntityState.Added)
            {
                property.OriginalValue = property.CurrentValue;
                property.IsModified = false;
            }
        }
    }

    private string AboutKey(Guid signalId) => SealedText.AboutKey(OrganisationId, signalId);

    private string AboutContent(Guid signalId) => SealedText.AboutContent(OrganisationId, signalId);

    private string AboutWords(Guid signalId, int seq) => SealedText.AboutWords(OrganisationId, signalId, seq);

    private string AboutEntrusted(Guid signalId, Guid id) => SealedText.AboutEntrusted(OrganisationId, signalId, id);
}
