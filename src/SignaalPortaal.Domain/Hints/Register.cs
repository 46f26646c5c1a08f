using System.Runtime.InteropServices;

namespace SignaalPortaal.Domain.Hints;

/// <param name="Number">The personnel number.</param>
/// <param name="IsWriter">Wrote the text that is looked at.</param>
public sealed record RegisteredPerson(string Name, string Number, string JobTitle, bool IsWriter);

/// <param name="People">How many work in it and in what is below it.</param>
public sealed record RegisteredUnit(string Name, int People);

/// <summary>What one organisation's own register says about names, as look-ups by word: finding takes as long for fifteen thousand people as for fifteen.</summary>
public sealed class Register
{
    /// <summary>A job title that fewer people have points at them.</summary>
    public const int FewHolders = 5;

    /// <summary>A unit with fewer people points at them.</summary>
    public const int FewPeople = 10;

    private const int ShortestUserName = 5;

    /// <summary>Between two words of a name.</summary>
    private const int LongestGap = 2;

    private readonly Dictionary<string, NameUse> _names = [];
    private readonly HashSet<string> _numbers = [];
    private readonly HashSet<string> _ownNames = [];
    private readonly HashSet<string> _userNames = [];
    private readonly HashSet<string> _fullNames = [];
    private int _mostWords;

    public Register(IEnumerable<RegisteredPerson> people, IEnumerable<RegisteredUnit> units, IReadOnlyList<NumberTemplate>? templates = null)
    {
        Templates = templates ?? [];
        var titles = new Dictionary<string, int>();
        foreach (var person in people)
        {
            AddName(person.Name, person.IsWriter);
            _numbers.Add(TokenizedText.Fold(person.Number.Trim()));
            titles[person.JobTitle] = titles.GetValueOrDefault(person.JobTitle) + 1;
        }

        // The same title with and without a capital is one title.
        JobTitles = new Phrases(titles.GroupBy(title => TokenizedText.Fold(title.Key)).Where(title => title.Sum(same => same.Value) < FewHolders).Select(title => title.Key));
        Units = new Phrases(units.Where(unit => unit.People < FewPeople).Select(unit => unit.Name));
    }

    public static Register Empty { get; } = new([], []);

    /// <summary>Held by few.</summary>
    internal Phrases JobTitles { get; }

    /// <summary>With few people.</summary>
    internal Phrases Units { get; }

    /// <summary>How many words the name has that starts here and stands in the register as a whole; 0 when there is none.</summary>
    internal int FullNameAt(TokenizedText text, int index)
    {
        if (!UseOf(text.Tokens[index].Folded).HasFlag(NameUse.First))
        {
            return 0;
        }

        var (name, longest) = (text.Tokens[index].Folded, 0);
        for (var next = index + 1; next < Math.Min(text.Tokens.Count, index + _mostWords) && text.GapBefore(next).Length <= LongestGap; next++)
        {
            name += text.Tokens[next].Folded;
            longest = _fullNames.Contains(name) ? next - index + 1 : longest;
        }

        return longest;
    }

    internal IReadOnlyList<NumberTemplate> Templates { get; }

    /// <summary>Made of a name in the ways that organisations do.</summary>
    internal bool IsUserName(string folded) => folded.Length >= ShortestUserName && (_userNames.Contains(folded) || _fullNames.Contains(folded));

    internal bool HasNumber(string folded) => _numbers.Contains(folded);

    internal bool IsOwnName(string folded) => _ownNames.Contains(folded);

    internal NameUse UseOf(string folded) => _names.GetValueOrDefault(folded);

    /// <summary>The first word is a first name, what follows is the surname; "Jansen, Noor" is the other way about.</summary>
    private void AddName(string name, bool isWriter)
    {
        var comma = name.IndexOf(',');
        var words = new TokenizedText(comma < 0 ? name : $"{name[(comma + 1)..]} {name[..comma]}");
        var (isFirst, hasParticle) = (true, false);
        for (var index = 0; index < words.Tokens.Count; index++)
        {
            var word = words.Tokens[index].Folded;

            // The second half of Pieter-Jan is a first name too.
            isFirst = index == 0 || (isFirst && words.GapBefore(index) is "-");
            hasParticle |= !isFirst && WordLists.Particles.Contains(word);
            if (word.Length < 2 || WordLists.Particles.Contains(word))
            {
                continue;
            }

            CollectionsMarshal.GetValueRefOrAddDefault(_names, word, out _) |= (isFirst ? NameUse.First : NameUse.Surname) | (hasParticle && !isFirst ? NameUse.WithParticle : NameUse.None);
            if (isWriter)
            {
                _ownNames.Add(word);
            }
        }

        if (words.Tokens.Count > 1)
        {
            AddWhole(words.Tokens);
        }
    }

    /// <summary>The name without spaces, and what organisations make of it for signing in: jvanderwal, jvdwal.</summary>
    private void AddWhole(IReadOnlyList<Token> words)
    {
        var (whole, shortened) = (words[0].Folded, words[0].Folded[..1]);
        for (var index = 1; index < words.Count; index++)
        {
            whole += words[index].Folded;
            shortened += WordLists.Particles.Contains(words[index].Folded) ? words[index].Folded[..1] : words[index].Folded;
        }

        _fullNames.Add(whole);
        _userNames.Add(shortened);
        _userNames.Add(string.Concat(words[0].Folded.AsSpan(0, 1), whole.AsSpan(words[0].Folded.Length)));
        _mostWords = Math.Max(_mostWords, words.Count);
    }
}

[Flags]
internal enum NameUse
{
    None = 0,
    First = 1,
    Surname = 2,

    /// <summary>As in Van der Wal.</summary>
    WithParticle = 4,
}

/// <summary>Expressions of one or more words, as a tree of words: many units begin with the same one.</summary>
internal sealed class Phrases
{
    /// <summary>A space, a hyphen, or a comma and a space.</summary>
    private const int LongestGap = 2;

    private readonly Node _root = new();

    public Phrases(IEnumerable<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            var node = _root;
            foreach (var word in new TokenizedText(phrase).Tokens)
            {
                node = node.Next.TryGetValue(word.Folded, out var next) ? next : node.Next[word.Folded] = new Node();
            }

            node.IsEnd = true;
        }
    }

    /// <summary>How many words the longest one has that starts here; 0 when there is none.</summary>
    public int LengthAt(TokenizedText text, int index)
    {
        var (node, longest) = (_root, 0);
        for (var next = index; next < text.Tokens.Count && (next == index || text.GapBefore(next).Length <= LongestGap); next++)
        {
            if (!node.Next.TryGetValue(text.Tokens[next].Folded, out node!))
            {
                break;
            }

            longest = node.IsEnd ? next - index + 1 : longest;
        }

        return longest;
    }

    private sealed class Node
    {
        public Dictionary<string, Node> Next { get; } = [];
        public bool IsEnd { get; set; }
    }
}
