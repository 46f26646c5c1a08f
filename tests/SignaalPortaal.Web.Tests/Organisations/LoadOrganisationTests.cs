using SignaalPortaal.Application.Organisations;
using SignaalPortaal.Web.Identity;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Organisations;

public sealed class LoadOrganisationTests(Portal portal) : IClassFixture<Portal>
{
    private const string Units = """
        code,name,layer,kind,parent,manager,deputies
        TOP,De top,bestuur,Line,,1,
        TEAM,Het team,team,Line,TOP,2,3;4
        """;

    private const string People = """
        number,name,job_title,unit,roles,mail
        1,Één Baas,voorzitter,TOP,,een.baas@dienst.example
        2,Twee de Leider,teamleider,TEAM,,
        3,Drie Plaats,medewerker,TEAM,UnionRepresentative;WorksCouncil,
        4,"Vier, de Vervanger",medewerker,TEAM,,
        """;

    [Fact]
    public async Task Two_good_files_make_an_organisation()
    {
        var loaded = await portal.SendAsPortal(new LoadOrganisation("Goede dienst", Units, People));

        ImportReport.Of(loaded).ShouldBe(
        [
            "Onderdelen: 2 erbij, 0 gewijzigd, 0 opgeheven.",
            "Mensen: 4 erbij, 0 gewijzigd, 0 vertrokken.",
            "Signalen die naar een ander onderdeel gingen: 0.",
            "people.csv is gelezen als UTF-8. Kijk of deze woorden kloppen: Één.",
        ]);
        (await portal.Database.Scalar<string>($"select string_agg(coalesce(mail, 'geen'), ',' order by number) from people where organisation_id = '{loaded.Id}'"))
            .ShouldBe("een.baas@dienst.example,geen,geen,geen");
        (await portal.Database.Scalar<string>($"select string_agg(kind, ',' order by kind) from mandates where organisation_id = '{loaded.Id}'"))
            .ShouldBe("Deputy,Deputy,Manager,Manager");
        (await portal.Database.Scalar<int>($"select max(distance) from unit_ancestors where organisation_id = '{loaded.Id}'")).ShouldBe(1);
        (await portal.Database.Scalar<long>($"select count(*) from people where organisation_id = '{loaded.Id}' and name = 'Vier, de Vervanger'")).ShouldBe(1);
    }

    [Theory]
    [InlineData("TEAM,Het team,team,Lijn,TOP,2,3;4", "units.csv, regel 3, kolom kind: \"Lijn\" is geen soort onderdeel. Kies uit: Line, HelpTeam, ConfidentialDesk, Oversight.")]
    [InlineData("TEAM,Het team,team,1,TOP,2,3;4", "units.csv, regel 3, kolom kind: \"1\" is geen soort onderdeel. Kies uit: Line, HelpTeam, ConfidentialDesk, Oversight.")]
    [InlineData("TEAM,Het team,team,\"Line,HelpTeam\",TOP,2,3;4", "units.csv, regel 3, kolom kind: \"Line,HelpTeam\" is geen soort onderdeel. Kies uit: Line, HelpTeam, ConfidentialDesk, Oversight.")]
    [InlineData("TEAM,Het team,team,line,TOP,2,3;4", "units.csv, regel 3, kolom kind: \"line\" is geen soort onderdeel. Kies uit: Line, HelpTeam, ConfidentialDesk, Oversight.")]
    [InlineData("TEAM,Het team,team,Line,BOVEN,2,", "units.csv, regel 3, kolom parent: \"BOVEN\" is geen code van een onderdeel in dit bestand. Alleen het bovenste onderdeel heeft hier niets.")]
    [InlineData("TEAM,Het team,team,Line,,2,", "units.csv, regel 3, kolom parent: \"TEAM\" ligt onder niets, en dat doet TOP ook al. Er is één bovenste onderdeel.")]
    [InlineData("TEAM,Het team,team,Line,TOP,99,", "units.csv, regel 3, kolom manager: \"99\" is geen personeelsnummer in people.csv.")]
    [InlineData("TEAM,Het team,team,Line,TOP,2;3,", "units.csv, regel 3, kolom manager: \"2;3\" is meer dan één personeelsnummer. Een onderdeel heeft één leidinggevende.")]
    [InlineData("TEAM,Het team,team,Line,TOP,2,2", "units.csv, regel 3, kolom deputies: \"2\" staat hier al. Noem iemand één keer.")]
    [InlineData("TEAM,,team,Line,TOP,2,", "units.csv, regel 3, kolom name: (leeg) past niet. Vul 1 tot en met 120 tekens in, op één regel.")]
    [InlineData("TEAM,Het team,team,Line,TOP,2", "units.csv, regel 3: \"TEAM,Het team,team,Line,TOP,2\" heeft niet het goede aantal velden. Er horen er 7 te zijn.")]
    [InlineData("TOP,Het team,team,Line,,2,", "units.csv, regel 3, kolom code: \"TOP\" staat er twee keer: ook op regel 2.")]
    [InlineData("TEAM,Het \"team\",team,Line,TOP,2,", "units.csv, regel 3, teken 10: \"Het \"\" heeft een aanhalingsteken op een plek waar dat niet kan. Zet het hele veld tussen aanhalingstekens, en schrijf een aanhalingsteken in het veld twee keer.")]
    [InlineData("TEAM,\"Het team,team,Line,TOP,2,", "units.csv, regel 3, teken 6: \"Het team,team,Line,TOP,2,\" begint met een aanhalingsteken dat nergens eindigt.")]
    [InlineData("TEAM,Het\0team,team,Line,TOP,2,", "units.csv, regel 3, teken 9: \"U+0000\" is een teken dat niemand kan zien, of een letter die eerder verloren ging. Typ wat hier hoort te staan.")]
    [InlineData("TEAM,Het\u200Bteam,team,Line,TOP,2,", "units.csv, regel 3, teken 9: \"U+200B\" is een teken dat niemand kan zien, of een letter die eerder verloren ging. Typ wat hier hoort te staan.")]
    [InlineData("TEAM,H\uFFFDt team,team,Line,TOP,2,", "units.csv, regel 3, teken 7: \"U+FFFD\" is een teken dat niemand kan zien, of een letter die eerder verloren ging. Typ wat hier hoort te staan.")]
    public async Task A_wrong_line_of_units_is_told_in_Dutch_with_its_place_and_its_value(string wrong, string expected)
    {
        var refused = await Refused(Units.Replace("TEAM,Het team,team,Line,TOP,2,3;4", wrong, StringComparison.Ordinal), People);

        ImportReport.Of(refused).ShouldContain(expected);
    }

    [Fact]
    public async Task Units_that_lie_below_each_other_are_told_both_and_no_other()
    {
        var refused = await Refused(Units.Replace("TOP,De top,bestuur,Line,,1,", "TOP,De top,bestuur,Line,TEAM,1,\nONDER,Onder,team,Line,TEAM,,", StringComparison.Ordinal), People);

        refused.Where(error => error.Fault is FileFault.BelowItself).Select(error => error.Value).ShouldBe(["TEAM", "TOP"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_wrong_header_is_told_with_what_stands_there_and_the_other_file_is_still_judged()
    {
        var refused = await Refused(Units.Replace("code,name", "naam,code", StringComparison.Ordinal), People.Replace("UnionRepresentative", "Vakbond", StringComparison.Ordinal));

        ImportReport.Of(refused).ShouldBe(
        [
            "people.csv, regel 4, kolom roles: \"Vakbond\" is geen rol. Kies uit: UnionRepresentative, WorksCouncil, HumanResources, Administrator, ConfidentialAdviser.",
            "units.csv, regel 1: \"naam,code,layer,kind,parent,manager,deputies\" is niet de eerste regel die hier hoort. Die is: code,name,layer,kind,parent,manager,deputies",
        ]);
    }

    [Theory]
    [InlineData("2,Twee de Leider,teamleider,TEAM,", "2,Twee de Leider,teamleider,WEG,", 3, "unit", FileFault.UnknownUnit, "WEG")]
    [InlineData("2,Twee de Leider,teamleider,TEAM,", "1,Twee de Leider,teamleider,TEAM,", 3, "number", FileFault.NotUnique, "1")]
    [InlineData("2,Twee de Leider,teamleider,TEAM,", "2,,teamleider,TEAM,", 3, "name", FileFault.WrongLength, "")]
    [InlineData("2,Twee de Leider,teamleider,TEAM,,", "2,Twee de Leider,teamleider,TEAM,Baas,", 3, "roles", FileFault.UnknownRole, "Baas")]
    [InlineData("2,Twee de Leider,teamleider,TEAM,,", "2,Twee de Leider,teamleider,TEAM,8,", 3, "roles", FileFault.UnknownRole, "8")]
    [InlineData("2,Twee de Leider,teamleider,TEAM,,", "2,Twee de Leider,teamleider,TEAM,16,", 3, "roles", FileFault.UnknownRole, "16")]
    [InlineData("2,Twee de Leider,teamleider,TEAM,,", "2,Twee de Leider,teamleider,TEAM,None,", 3, "roles", FileFault.UnknownRole, "None")]
    [InlineData("2,Twee de Leider,teamleider,TEAM,,", "2,Twee de Leider,teamleider,TEAM,\"WorksCouncil,HumanResources\",", 3, "roles", FileFault.UnknownRole, "WorksCouncil,HumanResources")]
    [InlineData("2,Twee de Leider,teamleider,TEAM,,", "2,Twee de Leider,teamleider,TEAM,", 3, "", FileFault.WrongNumberOfFields, "2,Twee de Leider,teamleider,TEAM,")]
    public async Task A_wrong_line_of_people_is_told_too(string line, string wrong, int number, string column, FileFault fault, string value)
    {
        var refused = await Refused(Units, People.Replace(line, wrong, StringComparison.Ordinal));

        refused.ShouldContain(error => error.File == "people.csv" && error.Line == number && error.Column == column && error.Fault == fault && error.Value == value);
    }

    [Fact]
    public async Task Every_wrong_line_is_told_at_once_and_nothing_is_loaded()
    {
        var before = await portal.Database.Scalar<long>("select count(*) from units");

        var refused = await Refused(Units.Replace(",Line,", ",Lijn,", StringComparison.Ordinal), People.Replace(",TEAM,", ",WEG,", StringComparison.Ordinal));

        refused.Select(error => (error.File, error.Line)).ShouldBe([("people.csv", 3), ("people.csv", 4), ("people.csv", 5), ("units.csv", 2), ("units.csv", 3)]);
        (await portal.Database.Scalar<long>("select count(*) from units")).ShouldBe(before);
    }

    [Theory]
    [InlineData("twee")]
    [InlineData("@dienst.example")]
    [InlineData("twee@")]
    [InlineData("twee@dienst@example")]
    [InlineData("twee de@dienst.example")]
    [InlineData("<twee@dienst.example>")]
    [InlineData("twee\n@dienst.example")]
    [InlineData("a,b@dienst.example")]
    [InlineData("a;b@dienst.example")]
    [InlineData("a:b@dienst.example")]
    [InlineData("a..b@dienst.example")]
    [InlineData(".a@dienst.example")]
    [InlineData("a.@dienst.example")]
    [InlineData("a(b)@dienst.example")]
    [InlineData("Twee <twee@dienst.example>")]
    [InlineData("\"twee de\"@dienst.example")]
    [InlineData("twee@[127.0.0.1]")]
    [InlineData("twee@127.0.0.1")]
    [InlineData("twee@localhost")]
    [InlineData("twee@-dienst.example")]
    [InlineData("twee@dienst-.example")]
    [InlineData("twee@dienst..example")]
    [InlineData("twee@dienst.example.")]
    [InlineData("twéé@dienst.example")]
    [InlineData("twee@diënst.example")]
    [InlineData("mailto:twee@dienst.example")]
    [InlineData("een@dienst.example, twee@dienst.example")]
    public async Task What_mail_cannot_use_as_it_is_is_no_address(string mail)
    {
        var refused = await Refused(
            Units, People.Replace("Leider,teamleider,TEAM,,", $"Leider,teamleider,TEAM,,\"{mail.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", StringComparison.Ordinal));

        refused.ShouldHaveSingleItem().Fault.ShouldBe(FileFault.NoAddress);
        refused[0].Value.ShouldBe(mail);
    }

    [Theory]
    [InlineData("twee@dienst.example")]
    [InlineData("Twee.de-Leider+werk@sub.dienst.example")]
    [InlineData("o'neill@dienst.example")]
    [InlineData("t@xn--dinst-jva.example")]
    public void What_mail_can_use_is_an_address(string mail)
    {
        MailAddresses.IsOne(mail).ShouldBeTrue();
        System.Net.Mail.MailAddress.TryCreate(mail, out var address).ShouldBeTrue();
        address!.Address.ShouldBe(mail);
    }

    [Fact]
    public async Task An_address_has_its_limit()
    {
        var longest = $"{new string('t', 64)}@dienst.example";

        (await Refused(Units, People.Replace("TEAM,,", $"TEAM,,t{longest}", StringComparison.Ordinal))).ShouldAllBe(error => error.Column == "mail");

        await portal.SendAsPortal(new LoadOrganisation("Lange dienst", Units, People.Replace("TEAM,,", $"TEAM,,{longest}", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task There_is_no_organisation_without_a_unit()
    {
        var refused = await Refused("code,name,layer,kind,parent,manager,deputies", "number,name,job_title,unit,roles,mail");

        ImportReport.Of(refused).ShouldBe(["units.csv: Er staat geen enkel onderdeel in."]);
    }

    [Fact]
    public async Task Everybody_of_the_demonstration_has_an_address_of_the_own()
    {
        var lines = (await File.ReadAllLinesAsync(Path.Combine(DemoSignIn.Folder, "people.csv"))).Skip(1).ToList();
        var addresses = lines.Select(line => line.Split(',')[^1]).ToList();

        addresses.ShouldBeUnique();
        addresses.ShouldAllBe(address => address.EndsWith("@inkomenssteun.example") && address.All(char.IsAscii) && !address.Any(char.IsUpper));
    }

    [Fact]
    public async Task What_the_report_shows_of_a_value_is_short_and_on_one_line()
    {
        var refused = await Refused(Units, People.Replace("2,Twee", $"2,\"{new string('a', 500)}\nb\u0007\"", StringComparison.Ordinal));

        ImportReport.Of(refused).ShouldAllBe(line => line.Length < 300 && !line.Any(char.IsControl));
    }

    private async Task<IReadOnlyList<FileError>> Refused(string units, string people) =>
        (await Should.ThrowAsync<OrganisationFileException>(() => portal.SendAsPortal(new LoadOrganisation("Foute dienst", units, people)))).Errors;
}
