using System.Text;
using SignaalPortaal.Application.Organisations;

namespace SignaalPortaal.Web.Tests.Organisations;

/// <summary>Files as Excel in the Netherlands and other programs write them. Nothing is ever replaced without a word.</summary>
public sealed class OrganisationEncodingTests
{
    private const string Units = "code,name,layer,kind,parent,manager,deputies\r\nTOP,Één bestuur,bestuur,Line,,1,\r\nA,Afdeling Zoë,afdeling,Line,TOP,,\r\n";
    private const string People = "number,name,job_title,unit,roles,mail\r\n1,Anna Müller,directeur,TOP,WorksCouncil;HumanResources,\r\n2,\"Zoë d’Hondt, Šimek\",chef,A,,\r\n";

    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static TheoryData<string, byte[], byte[]> Ways => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(Units), Encoding.UTF8.GetBytes(People) },
        { "UTF-8 with a mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Units)], [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(People)] },
        { "Windows-1252", Windows.GetBytes(Units), Windows.GetBytes(People) },
        { "semicolons", Windows.GetBytes(Semicolons(Units)), Windows.GetBytes(Semicolons(People)) },
        { "semicolons in UTF-8 with a mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Semicolons(Units))], [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Semicolons(People))] },
        { "tabs in UTF-16, as Excel writes Unicode", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Tabs(Units))], [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Tabs(People))] },
        { "UTF-16, large end first", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Units)], [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(People)] },
        { "UTF-16 without a mark", Encoding.Unicode.GetBytes(Units), Encoding.BigEndianUnicode.GetBytes(People) },
        { "a line that says sep=", Windows.GetBytes("sep=;\r\n" + Semicolons(Units)), Windows.GetBytes("sep=;\r\n" + Semicolons(People)) },
        { "empty lines and fields at the end", Windows.GetBytes(Semicolons(Units).Replace("\r\n", ";;\r\n") + ";;;;;;;;\r\n"), Windows.GetBytes(Semicolons(People) + "\r\n\r\n;;;;;\r\n") },
        { "line ends of an old Mac", Encoding.UTF8.GetBytes(Units.Replace("\r\n", "\r")), Encoding.UTF8.GetBytes(People.Replace("\r\n", "\r")) },
    };

    [Theory]
    [MemberData(nameof(Ways), DisableDiscoveryEnumeration = true)]
    public void What_Excel_writes_is_read_as_it_was_typed(string way, byte[] units, byte[] people)
    {
        var chart = Read(units, people);

        chart.Units.Select(unit => unit.Name).ShouldBe(["Één bestuur", "Afdeling Zoë"], way);
        chart.People.Select(person => person.Name).ShouldBe(["Anna Müller", "Zoë d’Hondt, Šimek"], way);
        chart.People[0].Roles.ShouldBe(Domain.Organisations.Roles.WorksCouncil | Domain.Organisations.Roles.HumanResources);
    }

    [Fact]
    public void It_says_as_what_it_read_a_file_with_some_words_to_judge_by() => ImportReport
        .Of(new LoadedOrganisation(Guid.NewGuid(), new Changes(0, 0, 0), new Changes(0, 0, 0), 0) { Readings = Read(Encoding.UTF8.GetBytes(Units), Windows.GetBytes(People)).Readings })
        .ShouldContain("people.csv is gelezen als Windows-1252 (zo bewaart Excel een CSV). Kijk of deze woorden kloppen: Müller, Zoë, d’Hondt, Šimek.");

    [Fact]
    public void A_letter_that_is_not_in_the_encoding_of_the_rest_is_told_with_its_place()
    {
        byte[] people = [.. Encoding.UTF8.GetBytes(People), .. Windows.GetBytes("3,André,chef,A,,\r\n4,Bo,chef,A,,\r\n5,Zoë,chef,A,,\r\n")];

        Refused(Encoding.UTF8.GetBytes(Units), people).ShouldBe(
        [
            "people.csv, regel 4, teken 7: \"0xE9\" is geen letter in UTF-8, en de rest van het bestand is wel UTF-8. Bewaar het bestand opnieuw als \"CSV UTF-8\".",
            "people.csv, regel 6, teken 5: \"0xEB\" is geen letter in UTF-8, en de rest van het bestand is wel UTF-8. Bewaar het bestand opnieuw als \"CSV UTF-8\".",
        ]);
    }

    /// <summary>As a Mac and as DOS wrote Zoë, Renée and Müller.</summary>
    [Theory]
    [InlineData(new byte[] { (byte)'Z', (byte)'o', 0x89 })]
    [InlineData(new byte[] { (byte)'R', (byte)'e', (byte)'n', 0x82, (byte)'e' })]
    [InlineData(new byte[] { (byte)'R', (byte)'e', (byte)'n', 0x8E, (byte)'e' })]
    [InlineData(new byte[] { (byte)'M', 0x9F, (byte)'l', (byte)'l', (byte)'e', (byte)'r' })]
    [InlineData(new byte[] { (byte)'M', 0x81, (byte)'l', (byte)'l', (byte)'e', (byte)'r' })]
    [InlineData(new byte[] { (byte)'Z', (byte)'o', 0x91, (byte)'l' })]
    public void A_file_of_another_program_is_refused_and_not_read_as_something_else(byte[] name)
    {
        byte[] people = [.. Windows.GetBytes(People), .. "3,"u8, .. name, .. ",chef,A,,\r\n"u8];

        Refused(Encoding.UTF8.GetBytes(Units), people).ShouldHaveSingleItem().ShouldStartWith("people.csv, regel 4, teken ");
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x00, 0xD8 })]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x41 })]
    [InlineData(new byte[] { 0x50, 0x4B, 0x03, 0x04, 0x00, 0x00 })]
    public void What_is_no_text_is_refused(byte[] people) => Refused(Encoding.UTF8.GetBytes(Units), people).ShouldNotBeEmpty();

    [Fact]
    public void A_file_that_is_too_large_is_not_read() => Refused(new byte[LoadOrganisation.LargestFile + 1], Encoding.UTF8.GetBytes(People))
        .ShouldBe(["units.csv: Het bestand is te groot. Een bestand mag hooguit 32 MB zijn."]);

    private static string Semicolons(string file) => file.Replace("WorksCouncil;HumanResources", "\"WorksCouncil|HumanResources\"")
        .Replace("Zoë d’Hondt, Šimek", "Zoë d’Hondt| Šimek").Replace(',', ';').Replace("d’Hondt|", "d’Hondt,").Replace('|', ';');

    private static string Tabs(string file) => Semicolons(file).Replace("WorksCouncil;HumanResources", "WorksCouncil|HumanResources").Replace(';', '\t').Replace('|', ';');

    private static OrganisationChart Read(byte[] units, byte[] people) =>
        OrganisationFiles.Read(new PresentOrganisation(Guid.NewGuid(), [], [], [], [], new HashSet<Guid>()), units, people);

    private static List<string> Refused(byte[] units, byte[] people) =>
        [.. ImportReport.Of(Should.Throw<OrganisationFileException>(() => Read(units, people)).Errors)];
}
