using SignaalPortaal.Domain.Hints;

namespace SignaalPortaal.Domain.Tests.Hints;

/// <summary>The people whose names the tests look for.</summary>
internal static class Registers
{
    private static readonly string[] Names =
    [
        "Noor Jansen", "Joost van der Wal", "Sietske de Jong-Postma", "Mohamed El Idrissi", "Robert Tjon-A-Fat", "Fatma Yıldız", "Magdalena Gołąb", "Pieter-Jan Oosterhof",
        "Wendy Bakker", "Nienke van den Berg", "Coen de Groot", "Mark Vos", "Roos Groen", "Samira Haddad", "Hylke Sikkema", "Naïma Benali", "Gijs van 't Hof",
        "Dewi Siahaan", "Bram de Wit", "Wei Zhang", "Andrea Jacobs-de Lange", "Radjen Pengel", "Hans Prins", "Emma Visser", "Ali Demir",
    ];

    /// <summary>Noor Jansen writes; one Applicatiebeheerder, a small team Noord 1, and many medewerkers.</summary>
    public static Register Agency { get; } = new(
        [
            .. Names.Select((name, index) => new RegisteredPerson(name, $"{52718 + (index * 101)}", "medewerker toeslagen", IsWriter: index == 0)),
            new("Yvonne Peeters", "P1234567", "senior applicatiebeheerder", IsWriter: false),
            new("Kiran Sital", "17", "directeur", IsWriter: false),
        ],
        [new("Team Toeslagen Noord 1", 9), new("Team Telefoon Dag", 10), new("Hulpteam", 3)]);

    /// <summary>As "Colleague: Bakker", in the order of the text; a doubt ends with a question mark.</summary>
    public static IReadOnlyList<string> Find(string text) =>
    [
        .. IdentifyingWords.Find(text, Agency)
            .Select(word => $"{word.Kind}: {text.Substring(word.Start, word.Length)}{(word.Certainty is Certainty.Doubt ? " ?" : "")}"),
    ];
}
