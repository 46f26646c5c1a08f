using SignaalPortaal.Domain.Hints;

namespace SignaalPortaal.Domain.Tests.Hints;

public class NameTests
{
    [Theory]
    [InlineData("Ik sprak Sikkema", "Colleague: Sikkema")]
    [InlineData("Hylke belde", "Colleague: Hylke")]
    [InlineData("met Joost van der Wal gesproken", "Colleague: Joost van der Wal")]
    [InlineData("van Van der Wal gehoord", "Colleague: van Van der Wal")]
    [InlineData("met joost van der wal gesproken", "Colleague: joost van der wal")]
    [InlineData("bij v.d. Wal", "Colleague: v.d. Wal")]
    [InlineData("bij v/d Berg", "Colleague: v/d Berg")]
    [InlineData("Gijs van ’t Hof zag het", "Colleague: Gijs van ’t Hof")]
    [InlineData("mijnheer van 't Hof", "Colleague: van 't Hof")]
    [InlineData("Volgens de Jong-Postma", "Colleague: de Jong-Postma")]
    [InlineData("ik vroeg het aan Postma", "Colleague: Postma")]
    [InlineData("door J. Oosterhof", "Colleague: J. Oosterhof")]
    [InlineData("P.J. Oosterhof tekende", "Colleague: P.J. Oosterhof")]
    [InlineData("Oosterhof, P.J. tekende", "Colleague: Oosterhof, P.J.")]
    [InlineData("Wal, J. van der", "Colleague: Wal, J. van der")]
    [InlineData("De map van Sikkema’s team", "Colleague: Sikkema")]
    [InlineData("Sikkemas map", "Colleague: Sikkemas")]
    [InlineData("Magdalena Golab", "Colleague: Magdalena Golab")]
    [InlineData("FATMA YILDIZ", "Colleague: FATMA YILDIZ")]
    [InlineData("Naima en ik", "Colleague: Naima")]
    [InlineData("ik zag Tjon-A-Fat", "Colleague: Tjon-A-Fat")]
    [InlineData("El Idrissi heeft gelijk", "Colleague: El Idrissi")]
    [InlineData("pieter-jan zei dat", "Colleague: pieter-jan")]
    [InlineData("Ik, Noor Jansen, zag dit", "OwnName: Noor Jansen")]
    [InlineData("Groet, Noor", "OwnName: Noor")]
    [InlineData("Noor Sikkema", "Colleague: Noor Sikkema")]
    public void A_name_of_the_register_is_found_in_every_way_to_write_it(string text, string expected) => Registers.Find(text).ShouldBe([expected]);

    [Theory]
    [InlineData("Bakker zei dat het kan", "Colleague: Bakker")]
    [InlineData("Bakker in de straat", "Colleague: Bakker ?")]
    [InlineData("Bakker is ziek", "Colleague: Bakker")]
    [InlineData("Groen licht", "Colleague: Groen ?")]
    [InlineData("de Groen", "Colleague: Groen ?")]
    [InlineData("Mark en Hylke", "Colleague: Mark", "Colleague: Hylke")]
    [InlineData("dit is van BAKKER", "Colleague: BAKKER")]
    [InlineData("mevrouw groen", "Colleague: groen")]
    [InlineData("Dat zei Bakker", "Colleague: Bakker")]
    [InlineData("Vos, M. tekende", "Colleague: Vos, M.")]
    [InlineData("mevrouw Groen belde", "Colleague: Groen")]
    [InlineData("Roos Groen belde", "Colleague: Roos Groen")]
    [InlineData("Bel. Mark weet het", "Colleague: Mark")]
    [InlineData("coen de groot", "Colleague: coen de groot")]
    [InlineData("W. Bakker belde", "Colleague: W. Bakker")]
    public void A_name_that_is_also_a_word_needs_a_second_cue(string text, params string[] expected) => Registers.Find(text).ShouldBe(expected);

    [Theory]
    [InlineData("een bakker met een vos in het groen")]
    [InlineData("De berg werk is groot en wit")]
    [InlineData("de jong volwassenen")]
    [InlineData("het hof, de prins en de visser")]
    [InlineData("met lange rijen naar de wal")]
    [InlineData("ALI en VOS zijn afkortingen")]
    public void The_word_itself_is_left_alone(string text) => Registers.Find(text).ShouldBeEmpty();

    [Theory]
    [InlineData("dhr. Pietersen belde", "OtherName: Pietersen")]
    [InlineData("mevr. van Dalen-Kuipers", "OtherName: van Dalen-Kuipers")]
    [InlineData("de heer A.B. de Zeeuw", "OtherName: A.B. de Zeeuw")]
    [InlineData("meneer Okonkwo", "OtherName: Okonkwo")]
    [InlineData("mijn collega Chantal", "OtherName: Chantal")]
    [InlineData("Met vriendelijke groet,\nChantal", "OtherName: Chantal")]
    [InlineData("Dat schreef T. Willemse", "OtherName: T. Willemse")]
    [InlineData("Ik sprak Karin Willemse", "OtherName: Karin Willemse")]
    [InlineData("Ik sprak Karin", "OtherName: Karin")]
    [InlineData("mijn zoon Ravi", "OtherName: Ravi")]
    [InlineData("aan Bouchra Hoekstra", "OtherName: Bouchra Hoekstra")]
    public void A_name_outside_the_register_is_found_by_what_stands_around_it(string text, string expected) => Registers.Find(text).ShouldBe([expected]);

    [Theory]
    [InlineData("mijn collega’s. De brief")]
    [InlineData("mevrouw zei niets")]
    [InlineData("Collega’s van Toeslagen")]
    [InlineData("groet de burger. Dat helpt")]
    [InlineData("de manager Toeslagen")]
    [InlineData("Ministerie van Sociale Zaken")]
    public void A_capital_alone_is_no_name(string text) => Registers.Find(text).ShouldBeEmpty();

    [Theory]
    [InlineData("Ik werk bij Team Toeslagen Noord 1.", "Unit: Team Toeslagen Noord 1")]
    [InlineData("het hulpteam", "Unit: hulpteam ?")]
    [InlineData("de senior applicatiebeheerder", "JobTitle: senior applicatiebeheerder")]
    [InlineData("De directeur", "JobTitle: directeur ?")]
    [InlineData("Ik doe dit als enige.", "RareFact: als enige ?")]
    [InlineData("omdat ik zwanger ben", "RareFact: zwanger ?")]
    [InlineData("een Poolse collega", "RareFact: Poolse ?")]
    [InlineData("want mijn functie is bijzonder", "RareFact: mijn functie is ?")]
    public void What_few_people_are_is_pointed_out(string text, string expected) => Registers.Find(text).ShouldBe([expected]);

    [Theory]
    [InlineData("Team Telefoon Dag")]
    [InlineData("medewerker toeslagen")]
    public void What_many_people_are_is_not(string text) => Registers.Find(text).ShouldBeEmpty();

    [Theory]
    [InlineData("Dat is gedaan door Koning.", "Colleague: Koning")]
    [InlineData("Toen kwam Vraag binnen.", "Colleague: Vraag ?")]
    [InlineData("De Tweede Kamer vroeg ernaar.")]
    [InlineData("Bij de Eerste Kamer.")]
    public void A_surname_that_hardly_ever_is_one_is_pointed_out_inside_a_sentence(string text, params string[] expected) =>
        IdentifyingWords.Find(text, new Register([.. "Tom Koning,Iris Vraag,Bas Kamer".Split(',').Select(name => new RegisteredPerson(name, "1", "medewerker", IsWriter: false))], []))
            .Select(word => $"{word.Kind}: {text.Substring(word.Start, word.Length)}{(word.Certainty is Certainty.Doubt ? " ?" : "")}")
            .ShouldBe(expected);

    [Fact]
    public void A_name_is_only_known_to_the_register_that_has_it() =>
        IdentifyingWords.Find("Ik sprak Sikkema en Hylke.", new Register([new("Otto Ander", "90", "directeur", IsWriter: false)], []))
            .ShouldNotContain(word => word.Kind == IdentifyingKind.Colleague);
}
