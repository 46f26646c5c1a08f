using System.Text.RegularExpressions;
using SignaalPortaal.Domain.Hints;

namespace SignaalPortaal.Domain.Tests.Deidentification;

/// <summary>Sentences as people at a counter write them, in corpus.txt: what identifies stands between braces, with what it is; below the line nothing does.</summary>
internal static partial class Corpus
{
    private static readonly string[] Names =
    [
        "Noor Jansen", "Joost van der Wal", "Sietske de Jong-Postma", "Mohamed El Idrissi", "Robert Tjon-A-Fat", "Fatma Yıldız", "Magdalena Gołąb", "Pieter-Jan Oosterhof",
        "Wendy Bakker", "Nienke van den Berg", "Coen de Groot", "Mark Vos", "Roos Groen", "Samira Haddad", "Hylke Sikkema", "Naïma Benali", "Gijs van 't Hof",
        "Dewi Siahaan", "Bram de Wit", "Wei Zhang", "Andrea Jacobs-de Lange", "Radjen Pengel", "Hans Prins", "Emma Visser", "Ali Demir", "Kevin O'Neill", "Anne-Fleur Smit",
        "Şükrü Öztürk", "Marijke ter Braak", "Tom Koning", "Lian Brouwer", "Floor Mulder", "Merel de Boer", "Iris Post", "Ben Brand", "Wil Kok", "Joy Winter",
        "Bo Timmerman", "Storm Kuiper", "Guus Meester", "Karin Boon",
    ];

    private static readonly string[] Parts = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Deidentification", "corpus.txt")).Split("---\n");

    public static Register Register { get; } = new(
        [
            .. Names.Select((name, index) => new RegisteredPerson(name, $"{52718 + (index * 101)}", "medewerker toeslagen", IsWriter: false)),
            new("Yvonne Peeters", "P1234567", "senior applicatiebeheerder", IsWriter: false),
            new("Kiran Sital", "17", "directeur", IsWriter: false),
            new("Otto Blom", "18", "fiscalist", IsWriter: false),
            new("Petra Blom", "19", "archivaris", IsWriter: false),
            new("Lotte Blom", "20", "huismeester", IsWriter: false),
            new("Sjoerd Blom", "21", "bestuurssecretaris", IsWriter: false),
            new("Anouk Blom", "22", "functionaris gegevensbescherming", IsWriter: false),
            new("Dirk Blom", "23", "logopedist", IsWriter: false),
            new("Erwin Blom", "24", "coördinator nachtdienst", IsWriter: false),
        ],
        [new("Team Toeslagen Noord 1", 9), new("Team Telefoon Dag", 10), new("Hulpteam", 3)],
        [new("INK-#######", IdentifyingKind.CaseNumber), new("M#-####", IdentifyingKind.PersonnelNumber)]);

    public static IReadOnlyList<LabelledSentence> Labelled { get; } = [.. Lines(Parts[0]).Select(Read)];

    public static IReadOnlyList<string> Clean { get; } = [.. Lines(Parts[1])];

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static LabelledSentence Read(string line)
    {
        var labels = new List<Label>();
        var shift = 0;
        foreach (Match match in Annotation().Matches(line))
        {
            var length = match.Groups["text"].Length;
            labels.Add(new Label(match.Index - shift, length, Enum.Parse<IdentifyingKind>(match.Groups["kind"].Value)));
            shift += match.Length - length;
        }

        return new LabelledSentence(Annotation().Replace(line, match => match.Groups["text"].Value), labels);
    }

    [GeneratedRegex(@"\{(?<kind>\w+):(?<text>[^}]+)\}")]
    private static partial Regex Annotation();
}

internal sealed record LabelledSentence(string Text, IReadOnlyList<Label> Labels);

internal sealed record Label(int Start, int Length, IdentifyingKind Kind)
{
    public bool IsName => Kind is IdentifyingKind.Colleague or IdentifyingKind.OtherName;
    public bool IsRisk => Kind is IdentifyingKind.Day or IdentifyingKind.RareFact;
}
