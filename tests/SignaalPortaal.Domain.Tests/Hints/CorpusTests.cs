using System.Text.RegularExpressions;
using SignaalPortaal.Domain.Hints;

namespace SignaalPortaal.Domain.Tests.Hints;

/// <summary>How much is found in sentences as colleagues write them. What identifies stands between braces, with what it is.</summary>
public partial class CorpusTests
{
    private const string Annotated = """
        Burger met bsn {Bsn:111222333} kreeg twee keer dezelfde brief.
        In het scherm van {Bsn:1234.56.782} stond een ander bedrag dan in de brief aan {Address:2511 CV 12}.
        De betaling ging naar {Iban:NL91 ABNA 0417 1643 00} en niet naar {Iban:NL02ABNA0123456789}.
        Stuur het naar {Mail:loket.noord@dienst.example} of bel {Phone:06-12345678}.
        Ik ben bereikbaar op {Phone:070 123 45 67}, of intern op toestel {Phone:4821}.
        Vanuit België belt hij met {Phone:+32 470 12 34 56}; wij bellen terug op {Phone:(0229) 12 34 56}.
        Zijn auto met kenteken {NumberPlate:K-123-BB} stond weer voor de deur, naast de bus {NumberPlate:99-XX-99}.
        Zij woont op {Address:Molenstraat 14a} en de ander op {Address:Laan van Meerdervoort 300}.
        Het gaat om dossier {CaseNumber:2024-118274} en om zaaknummer {CaseNumber:48.221.03}.
        Mevrouw, geboren op {BirthDate:3 mei 1956}, en haar man (geb. {BirthDate:12-11-1951}) wachten al weken.
        Mijn personeelsnummer is {PersonnelNumber:48213} en ik zit op kamer 12.
        In de groepsapp van {Handle:@balie_noord} staat een foto van het scherm.
        Vraag het aan {Colleague:Joost van der Wal}, die weet hoe het zit.
        Gisteren zei {Colleague:Sikkema} dat we dit niet meer doen.
        Volgens {Colleague:Naïma} en {Colleague:Pieter-Jan} klopt de instructie niet.
        {Colleague:Samira} heeft dit in het overleg gezegd, en {Colleague:W. Bakker} knikte.
        Ik kreeg de lijst van {Colleague:van den Berg, N.} en die was oud.
        De map van {Colleague:Coen} lag open op het bureau van {Colleague:Roos}.
        {Colleague:Bakker} weet hier meer van dan ik.
        Toen {Colleague:v.d. Wal} ziek werd, nam {Colleague:Yildiz} het over.
        {Colleague:Gołąb} en {Colleague:de Jong-Postma} hebben allebei gebeld.
        Ik schreef het op voor {Colleague:hylke} en voor {Colleague:joost van der wal}.
        {Colleague:Oosterhof}’s rooster is weer veranderd zonder dat {Colleague:El Idrissi} het wist.
        Met {Colleague:Tjon-A-Fat} heb ik afgesproken dat het stopt, zei {Colleague:M. Vos}.
        {Colleague:Wei Zhang} bouwde het scherm, samen met {Colleague:Andrea Jacobs-de Lange}.
        De heer {OtherName:Pietersen} stond drie keer aan de balie, zijn vrouw {OtherName:Annelies} ook.
        Volgens mevr. {OtherName:El Khattabi} is de brief nooit gekomen.
        Bij {OtherName:Karin Willemse} van de gemeente kreeg ik geen gehoor.
        Dit schreef {OtherName:T.J. de Zeeuw} in zijn bezwaar, en {OtherName:Okonkwo} was het ermee eens.
        Met vriendelijke groet, {OtherName:Chantal}
        Mijn buurman {OtherName:Ravi} wacht al een jaar, net als meneer {OtherName:Van Dalen}.
        """;

    private const string Clean = """
        De brief over terugbetalen is niet te begrijpen.
        Burgers bellen ons elke dag over dezelfde zin op bladzijde twee.
        Sinds de nieuwe versie van het rekenscherm typ ik alles twee keer in.
        In de werkinstructie staat dat we een bewijs van de gemeente moeten vragen.
        Wij krijgen ongeveer 140 aanvragen per week en er zijn vier mensen.
        De berg werk wordt groter en niemand kijkt ernaar.
        Een bakker vertelde dat hij elke maand een halve dag bezig is met papieren.
        Het bedrag van 12.500 euro staat op de verkeerde regel.
        Volgens artikel 4:84 van de Awb mogen we hiervan afwijken.
        De wet geldt vanaf 1 januari 2026, maar het systeem kan het nog niet.
        Als het rode scherm komt, moet je opnieuw beginnen.
        Ik wil graag weten wie hierover gaat.
        Mensen met een WIA-uitkering krijgen soms twee brieven op één dag.
        We hebben in 2024 en 2025 hetzelfde gemeld.
        Bij 3 van de 20 beschikkingen klopt de datum niet.
        De helpdesk zegt dat het aan de koppeling ligt.
        Mark-up in de sjablonen werkt niet in Word.
        Groen licht krijgen we pas na het overleg op maandag.
        Het Ministerie van Financiën heeft de regel in april veranderd.
        Op de website staat een ander telefoonnummer dan in de brief: 0800 8002.
        Wij mogen dit van de privacyregels niet vragen, maar het formulier vraagt het toch.
        Vos en egel zijn de namen van onze vergaderzalen.
        De leidinggevende zegt dat er geen budget is.
        Ouders die in Rotterdam wonen, wachten langer dan ouders in Utrecht.
        Met de app kun je geen bijlage sturen die groter is dan 10 MB.
        Iedere collega lost het op een eigen manier op.
        Na een half jaar hoor je pas of je bezwaar is binnengekomen.
        Het team heeft een lijst gemaakt van alle fouten in het sjabloon.
        Zet het kenmerk boven de brief, dan vinden we hem terug.
        """;

    [Fact]
    public void Of_the_numbers_and_addresses_everything_is_found() => PartFound(kind => kind is not (IdentifyingKind.Colleague or IdentifyingKind.OtherName)).ShouldBe(1);

    [Fact]
    public void Of_the_names_in_the_register_nearly_everything_is_found() => PartFound(kind => kind is IdentifyingKind.Colleague).ShouldBeGreaterThanOrEqualTo(0.98);

    [Fact]
    public void Of_other_names_most_are_found() => PartFound(kind => kind is IdentifyingKind.OtherName).ShouldBeGreaterThanOrEqualTo(0.8);

    [Fact]
    public void Sentences_without_anybody_in_them_are_left_alone()
    {
        var found = Clean.Split('\n').Select(sentence => IdentifyingWords.Find(sentence, Registers.Agency)).ToList();

        found.Count.ShouldBe(29);
        found.Count(words => words.Any(word => word.Certainty is Certainty.Certain)).ShouldBeLessThanOrEqualTo(2);
        found.Count(words => words.Any(word => word.Certainty is Certainty.Doubt)).ShouldBeLessThanOrEqualTo(6);
    }

    /// <summary>Found is: of the kind, and all of it.</summary>
    private static double PartFound(Func<IdentifyingKind, bool> kinds)
    {
        var (expected, found) = (0, 0);
        foreach (var line in Annotated.Split('\n'))
        {
            var words = IdentifyingWords.Find(Annotation().Replace(line, match => match.Groups["text"].Value), Registers.Agency);
            var shift = 0;
            foreach (Match match in Annotation().Matches(line))
            {
                var kind = Enum.Parse<IdentifyingKind>(match.Groups["kind"].Value);
                var (start, length) = (match.Index - shift, match.Groups["text"].Length);
                shift += match.Length - length;
                if (kinds(kind))
                {
                    expected++;
                    found += words.Any(word => word.Kind == kind && word.Start <= start && word.End >= start + length) ? 1 : 0;
                }
            }
        }

        expected.ShouldBePositive();
        return (double)found / expected;
    }

    [GeneratedRegex(@"\{(?<kind>\w+):(?<text>[^}]+)\}")]
    private static partial Regex Annotation();
}
