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

        loaded.ToString().ReplaceLineEndings("\n").ShouldBe("""
            Units: 2 added, 0 changed, 0 closed.
            People: 4 added, 0 changed, 0 left.
            Signals handed over: 0.
            """.ReplaceLineEndings("\n"));
        (await portal.Database.Scalar<string>($"select string_agg(coalesce(mail, 'geen'), ',' order by number) from people where organisation_id = '{loaded.Id}'"))
            .ShouldBe("een.baas@dienst.example,geen,geen,geen");
        (await portal.Database.Scalar<string>($"select string_agg(kind, ',' order by kind) from mandates where organisation_id = '{loaded.Id}'"))
            .ShouldBe("Deputy,Deputy,Manager,Manager");
        (await portal.Database.Scalar<int>($"select max(distance) from unit_ancestors where organisation_id = '{loaded.Id}'")).ShouldBe(1);
        (await portal.Database.Scalar<long>($"select count(*) from people where organisation_id = '{loaded.Id}' and name = 'Vier, de Vervanger'")).ShouldBe(1);
    }

    [Theory]
    [InlineData("TEAM,Het team,team,Line,TOP,2,3;4", "TEAM,Het team,team,Lijn,TOP,2,3;4", 3, "kind", "one of Line, HelpTeam, ConfidentialDesk, Oversight")]
    [InlineData("TEAM,Het team,team,Line,TOP,2,3;4", "TEAM,Het team,team,Line,BOVEN,2,", 3, "parent", "the code of a unit in this file, or nothing for the top")]
    [InlineData("TEAM,Het team,team,Line,TOP,2,3;4", "TEAM,Het team,team,Line,TOP,99,", 3, "manager", "a personnel number in the file of people")]
    [InlineData("TEAM,Het team,team,Line,TOP,2,3;4", "TEAM,Het team,team,Line,TOP,2;3,", 3, "manager", "one personnel number, or nothing")]
    [InlineData("TEAM,Het team,team,Line,TOP,2,3;4", "TEAM,Het team,team,Line,TOP,2,2", 3, "deputies", "each person once")]
    [InlineData("TEAM,Het team,team,Line,TOP,2,3;4", "TEAM,,team,Line,TOP,2,", 3, "name", "1 to 120 characters")]
    [InlineData("TEAM,Het team,team,Line,TOP,2,3;4", "TEAM,Het team,team,Line,TOP,2", 3, "line", "7 fields")]
    [InlineData("TEAM,Het team,team,Line,TOP,2,3;4", "TOP,Het team,team,Line,,2,", 3, "code", "a value that no other line of units has")]
    [InlineData("TOP,De top,bestuur,Line,,1,", "TOP,De top,bestuur,Line,TEAM,1,", 2, "parent", "a unit that does not lie below this one itself")]
    [InlineData("code,name", "naam,code", 1, "header", "code,name,layer,kind,parent,manager,deputies")]
    public async Task A_wrong_line_of_units_is_told_with_its_number_its_field_and_what_was_expected(string line, string wrong, int number, string field, string expected)
    {
        var refused = await Refused(Units.Replace(line, wrong, StringComparison.Ordinal), People);

        refused.ShouldContain(new FileError("units", number, field, expected));
    }

    [Theory]
    [InlineData("2,Twee de Leider,teamleider,TEAM,", "2,Twee de Leider,teamleider,WEG,", 3, "unit", "the code of a unit in the file of units")]
    [InlineData("2,Twee de Leider,teamleider,TEAM,", "1,Twee de Leider,teamleider,TEAM,", 3, "number", "a value that no other line of people has")]
    [InlineData("2,Twee de Leider,teamleider,TEAM,", "2,,teamleider,TEAM,", 3, "name", "1 to 120 characters")]
    [InlineData("2,Twee de Leider,teamleider,TEAM,,", "2,Twee de Leider,teamleider,TEAM,Baas,", 3, "roles", "some of UnionRepresentative, WorksCouncil, HumanResources, Administrator, ConfidentialAdviser")]
    [InlineData("2,Twee de Leider,teamleider,TEAM,,", "2,Twee de Leider,teamleider,TEAM,", 3, "line", "6 fields")]
    public async Task A_wrong_line_of_people_is_told_too(string line, string wrong, int number, string field, string expected)
    {
        var refused = await Refused(Units, People.Replace(line, wrong, StringComparison.Ordinal));

        refused.ShouldContain(new FileError("people", number, field, expected));
    }

    [Fact]
    public async Task Every_wrong_line_is_told_at_once_and_nothing_is_loaded()
    {
        var before = await portal.Database.Scalar<long>("select count(*) from units");

        var refused = await Refused(Units.Replace(",Line,", ",Lijn,", StringComparison.Ordinal), People.Replace(",TEAM,", ",WEG,", StringComparison.Ordinal));

        refused.Select(error => (error.File, error.Line)).ShouldBe([("people", 3), ("people", 4), ("people", 5), ("units", 2), ("units", 3)]);
        (await portal.Database.Scalar<long>("select count(*) from units")).ShouldBe(before);
    }

    [Theory]
    [InlineData("twee")]
    [InlineData("@dienst.example")]
    [InlineData("twee@")]
    [InlineData("twee@dienst@example")]
    [InlineData("twee de@dienst.example")]
    [InlineData("<twee@dienst.example>")]
    [InlineData("\"twee\n@dienst.example\"")]
    public async Task What_does_not_look_like_an_address_is_no_mail(string mail)
    {
        var refused = await Refused(Units, People.Replace("Leider,teamleider,TEAM,,", $"Leider,teamleider,TEAM,,{mail}", StringComparison.Ordinal));

        refused.ShouldHaveSingleItem().Field.ShouldBe("mail");
    }

    [Fact]
    public async Task An_address_has_its_limit()
    {
        var longest = $"{new string('t', 239)}@dienst.example";

        (await Refused(Units, People.Replace("TEAM,,", $"TEAM,,t{longest}", StringComparison.Ordinal))).ShouldAllBe(error => error.Field == "mail");

        await portal.SendAsPortal(new LoadOrganisation("Lange dienst", Units, People.Replace("TEAM,,", $"TEAM,,{longest}", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task There_is_no_organisation_without_a_unit()
    {
        var refused = await Refused("code,name,layer,kind,parent,manager,deputies", "number,name,job_title,unit,roles,mail");

        refused.ShouldHaveSingleItem().ToString().ShouldBe("units, lines: expected at least one unit");
    }

    [Fact]
    public async Task Everybody_of_the_demonstration_has_an_address_of_the_own()
    {
        var lines = (await File.ReadAllLinesAsync(Path.Combine(DemoSignIn.Folder, "people.csv"))).Skip(1).ToList();
        var addresses = lines.Select(line => line.Split(',')[^1]).ToList();

        addresses.ShouldBeUnique();
        addresses.ShouldAllBe(address => address.EndsWith("@inkomenssteun.example") && address.All(char.IsAscii) && !address.Any(char.IsUpper));
    }

    private async Task<IReadOnlyList<FileError>> Refused(string units, string people) =>
        (await Should.ThrowAsync<OrganisationFileException>(() => portal.SendAsPortal(new LoadOrganisation("Foute dienst", units, people)))).Errors;
}
