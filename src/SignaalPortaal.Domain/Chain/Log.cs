using System.Security.Cryptography;

namespace SignaalPortaal.Domain.Chain;

/// <summary>
/// What is only added to, in one order: at any moment its hash says what stood in it until then. An anchor holds how long it was and that hash, so that
/// what was anchored is not changed, taken out or put in between afterwards.
/// </summary>
public sealed class Log : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    private Log(CanonicalEncoding heading) => heading.AppendTo(_hash);

    public int Count { get; private set; }

    /// <summary>Of everything that was added until now.</summary>
    public byte[] Hash => _hash.GetCurrentHash();

    /// <summary>One of an organisation, such as its publications.</summary>
    public static Log Of(Guid organisationId, string name) => new(new CanonicalEncoding("SP-log-v2").Add("organisation", organisationId).Add("name", name));

    /// <summary>Who read a signal, on which day and how: by day, person and way, whoever is not known first.</summary>
    public static Log OfReadings(Guid organisationId, Guid signalId) => new(new CanonicalEncoding("SP-readings-v2").Add("organisation", organisationId).Add("signal", signalId));

    /// <param name="parts">In the order of their names.</param>
    public void Add(IEnumerable<KeyValuePair<string, string>> parts) =>
        Add("record", parts.Aggregate(CanonicalEncoding.Continued(), (record, part) => record.Add(part.Key, part.Value)));

    /// <param name="day">As 2026-09-07.</param>
    /// <param name="person">Null for whoever had the receipt code.</param>
    public void AddReading(string day, Guid? person, string through) =>
        Add("reading", CanonicalEncoding.Continued().Add("day", day).Add("person", person).Add("through", through));

    public void Dispose() => _hash.Dispose();

    private void Add(string name, CanonicalEncoding entry)
    {
        CanonicalEncoding.Continued().Add(name, entry).AppendTo(_hash);
        Count++;
    }
}

/// <summary>How far a log was at the moment of an anchor.</summary>
public sealed record LogHead(string Name, int Count, byte[] Hash);
