using SignaalPortaal.Domain.Hints;

namespace SignaalPortaal.Domain.Deidentification;

/// <summary>What stands in the place of a name or a number in one text: the same one has the same number everywhere in it.</summary>
internal sealed class Placeholders
{
    private readonly Dictionary<string, int> _highest = [];
    private readonly Dictionary<(string Label, string Words), int> _numbers = [];
    private readonly List<(HashSet<string> Words, int Number)> _people = [];

    /// <summary>Numbers go on after those that stand in the text already.</summary>
    public Placeholders(string text)
    {
        foreach (var (start, end) in PlaceholderScan.In(text))
        {
            var dash = text.LastIndexOf('-', end - 1);
            var (label, number) = (text[(start + 1)..dash], int.Parse(text.AsSpan(dash + 1, end - dash - 2)));
            _highest[label] = Math.Max(_highest.GetValueOrDefault(label), number);
        }
    }

    public string For(IdentifyingKind kind, ReadOnlySpan<char> text)
    {
        var label = Label(kind);
        var words = new TokenizedText(text.ToString()).Tokens.Select(token => token.Folded).ToList();
        var number = label == Label(IdentifyingKind.OtherName) ? NumberOfPerson(label, words) : NumberOf(label, string.Concat(words));
        return $"[{label}-{number}]";
    }

    private int NumberOf(string label, string words) =>
        _numbers.TryGetValue((label, words), out var number) ? number : _numbers[(label, words)] = Next(label);

    /// <summary>Jansen is Noor Jansen, as long as there is one person of that name in the text.</summary>
    private int NumberOfPerson(string label, List<string> words)
    {
        var name = words.Where(word => word.Length > 1 && !WordLists.Particles.Contains(word) && !WordLists.TellingTitles.Contains(word)).ToHashSet();
        name = name.Count == 0 ? [.. words] : name;
        var same = _people.Where(person => person.Words.IsSupersetOf(name) || person.Words.IsSubsetOf(name)).ToList();
        if (same.Find(person => person.Words.SetEquals(name)) is { Number: > 0 } exact)
        {
            return exact.Number;
        }

        if (same.DistinctBy(person => person.Number).Count() == 1)
        {
            _people.Add((name, same[0].Number));
            return same[0].Number;
        }

        var number = Next(label);
        _people.Add((name, number));
        return number;
    }

    private int Next(string label) => _highest[label] = _highest.GetValueOrDefault(label) + 1;

    private static string Label(IdentifyingKind kind) => kind switch
    {
        IdentifyingKind.Bsn => "BSN",
        IdentifyingKind.Iban => "REKENING",
        IdentifyingKind.Mail => "MAIL",
        IdentifyingKind.Handle or IdentifyingKind.UserName => "ACCOUNT",
        IdentifyingKind.Phone => "TELEFOON",
        IdentifyingKind.NumberPlate => "KENTEKEN",
        IdentifyingKind.Address => "ADRES",
        IdentifyingKind.PersonnelNumber => "PERSONEELSNUMMER",
        IdentifyingKind.CaseNumber => "DOSSIER",
        IdentifyingKind.BirthDate => "GEBOORTEDATUM",
        IdentifyingKind.JobTitle => "FUNCTIE",
        IdentifyingKind.Unit => "ONDERDEEL",
        _ => "NAAM",
    };
}
