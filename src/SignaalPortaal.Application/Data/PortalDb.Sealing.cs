using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using SignaalPortaal.Application.Protection;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Data;

/// <summary>What people write about a signal of a kind that never goes through the line, or about one without a name, is in the database encrypted only.</summary>
internal sealed partial class PortalDb
{
    /// <summary>The column in which it stands; the columns for readable text are empty then.</summary>
    internal const string Sealed = "Sealed";

    private readonly Dictionary<Guid, byte[]> _signalKeys = [];

    /// <summary>Makes the words of these signals readable, as far as they are loaded. In one statement, and none when nothing is sealed.</summary>
    public async Task Open(IReadOnlyCollection<Signal> signals, CancellationToken cancellationToken)
    {
        var closed = signals.Where(signal => signal.IsSealed).ToDictionary(signal => signal.Id);
        await LoadKeys(closed.Keys, cancellationToken);
        foreach (var content in ChangeTracker.Entries<SignalContent>().Where(entry => closed.ContainsKey(entry.Entity.SignalId)).ToList())
        {
            Show(content, Contents(content.Entity.SignalId, (string?)content.Property(Sealed).CurrentValue));
        }

        foreach (var words in ChangeTracker.Entries<TimelineWords>().Where(entry => closed.ContainsKey(entry.Entity.SignalId)).ToList())
        {
            var text = Words(words.Entity.SignalId, words.Entity.Seq, (string?)words.Property(Sealed).CurrentValue);
            Show(words, new() { [nameof(TimelineWords.Text)] = text });
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
        return contents.ToDictionary(content => content.SignalId, content => Contents(content.SignalId, content.Sealed)[nameof(SignalContent.Subject)] ?? "");
    }

    /// <summary>The words of one entry; call <see cref="LoadKeys"/> first.</summary>
    /// <param name="box">What is in the column for what is sealed; null when the words are readable.</param>
    public string Words(Guid signalId, int seq, string? box) =>
        box is null ? "" : SealedText.Open(_signalKeys[signalId], box, AboutWords(signalId, seq));

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
        await LoadKeys([.. words.Select(entry => entry.Entity.SignalId).Distinct()], cancellationToken);
        var shown = new List<(EntityEntry Entry, Dictionary<string, string?> Texts)>();
        foreach (var entry in contents)
        {
            var texts = Texts(entry);
            shown.Add((entry, texts));
            Hide(entry, texts, SealedText.Seal(_signalKeys[entry.Entity.SignalId], JsonSerializer.Serialize(texts), AboutContent(entry.Entity.SignalId)));
        }

        foreach (var entry in words)
        {
            var texts = Texts(entry);
            shown.Add((entry, texts));
            Hide(entry, texts, SealedText.Seal(_signalKeys[entry.Entity.SignalId], entry.Entity.Text, AboutWords(entry.Entity.SignalId, entry.Entity.Seq)));
        }

        return () => shown.ForEach(one => Show(one.Entry, one.Texts));

        List<EntityEntry<TEntity>> NewOf<TEntity>(Func<TEntity, Guid> signalOf)
            where TEntity : class =>
            [.. ChangeTracker.Entries<TEntity>().Where(entry => entry.State is EntityState.Added && signals.ContainsKey(signalOf(entry.Entity)))];
    }

    private Dictionary<string, string?> Contents(Guid signalId, string? box) => box is null
        ? []
        : JsonSerializer.Deserialize<Dictionary<string, string?>>(SealedText.Open(_signalKeys[signalId], box, AboutContent(signalId)))!;

    private static Dictionary<string, string?> Texts(EntityEntry entry) => entry.Properties
        .Where(property => property.Metadata.ClrType == typeof(string) && property.Metadata.Name != Sealed)
        .ToDictionary(property => property.Metadata.Name, property => (string?)property.CurrentValue);

    private static void Hide(EntityEntry entry, Dictionary<string, string?> texts, string box)
    {
        entry.Property(Sealed).CurrentValue = box;
        foreach (var name in texts.Keys)
        {
            entry.Property(name).CurrentValue = entry.Property(name).Metadata.IsNullable ? null : "";
        }
    }

    /// <summary>In memory only: to EF nothing has changed.</summary>
    private static void Show(EntityEntry entry, Dictionary<string, string?> texts)
    {
        foreach (var (name, text) in texts)
        {
            var property = entry.Property(name);
            property.CurrentValue = text;
            if (entry.State is not EntityState.Added)
            {
                property.OriginalValue = text;
                property.IsModified = false;
            }
        }
    }

    private string AboutKey(Guid signalId) => $"SP1 key {OrganisationId} {signalId}";

    private string AboutContent(Guid signalId) => $"SP1 content {OrganisationId} {signalId}";

    private string AboutWords(Guid signalId, int seq) => $"SP1 words {OrganisationId} {signalId} {seq}";
}
