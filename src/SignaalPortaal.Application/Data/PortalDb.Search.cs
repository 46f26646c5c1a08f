using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SignaalPortaal.Domain.Search;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Data;

/// <summary>Looking for signals, people and units. How texts are compared is decided in the database, once; see 0024_search.sql.</summary>
internal sealed partial class PortalDb
{
    /// <summary>The column in which a name stands as it is compared; made by the database.</summary>
    internal const string Search = "Search";

    /// <summary>Those of these signals that somebody looks for among what their units hold or held: by reference, by words, or by the name of who raised them.</summary>
    public IQueryable<Signal> Matching(IQueryable<Signal> signals, Guid[] units, string typed)
    {
        var words = SearchText.Words(typed);
        var reference = Reference.Parse(typed);
        return signals.Where(signal => SearchSignals(units, words, reference).Any(found => found.SignalId == signal.Id));
    }

    /// <summary>Those of which the name holds each of these words; none when there are no words.</summary>
    public static IQueryable<TNamed> Named<TNamed>(IQueryable<TNamed> named, string[] words)
        where TNamed : class =>
        words.Length == 0
            ? named.Where(_ => false)
            : words.Aggregate(named, (found, word) => found.Where(one => Regex.IsMatch(EF.Property<string>(one, Search), SearchPattern(word)!)));

    /// <summary>A function of the database.</summary>
    public IQueryable<FoundSignal> SearchSignals(Guid[] units, string[] words, string? reference) => FromExpression(() => SearchSignals(units, words, reference));

    /// <summary>A function of the database.</summary>
    public static string? SearchPattern(string forms) => throw new NotSupportedException();
}

/// <summary>A signal that was looked for.</summary>
internal sealed class FoundSignal
{
    public Guid SignalId { get; init; }
}
