namespace SignaalPortaal.Web.Tests.Infrastructure;

/// <summary>The organisation of the tests: four layers, a second team, a help team, a confidential desk, and a stranger in another organisation.</summary>
public sealed record Cast(IReadOnlyDictionary<string, Guid> People, IReadOnlyDictionary<string, Guid> Units)
{
    public const string OrganisationName = "Testdienst";
    public const string OtherOrganisationName = "Andere dienst";

    public const string UnitFile = """
        code,name,layer,kind,parent,manager,deputies
        BESTUUR,Raad van bestuur,bestuur,Line,,50,
        DIRECTIE,Directie Uitvoering,directie,Line,BESTUUR,40,41
        AFDELING,Afdeling Toekenning,afdeling,Line,DIRECTIE,30,
        TEAM,Team Noord,team,Line,AFDELING,20,21
        ZUID,Team Zuid,team,Line,AFDELING,25,26
        LEEG,Team zonder leiding,team,Line,AFDELING,,
        HULP,Hulpteam,hulpteam,HelpTeam,DIRECTIE,60,61
        LOKET,Vertrouwensloket,vertrouwensloket,ConfidentialDesk,BESTUUR,70,
        """;

    public const string PeopleFile = """
        number,name,job_title,unit,roles,mail
        10,Rosa Melder,medewerker,TEAM,,rosa.melder@testdienst.example
        11,Carel Collega,medewerker,TEAM,,carel.collega@testdienst.example
        15,Zita Zuid,medewerker,ZUID,,zita.zuid@testdienst.example
        16,Leo Leeg,medewerker,LEEG,,leo.leeg@testdienst.example
        20,Tess Teamleider,teamleider,TEAM,,tess.teamleider@testdienst.example
        21,Pim Plaatsvervanger,medewerker,TEAM,,pim.plaatsvervanger@testdienst.example
        25,Zeger Zuidleider,teamleider,ZUID,,zeger.zuidleider@testdienst.example
        26,Dora Zuidplaatsvervanger,medewerker,ZUID,,dora.zuidplaatsvervanger@testdienst.example
        30,Aad Afdeling,afdelingshoofd,AFDELING,,aad.afdeling@testdienst.example
        40,Dina Directeur,directeur,DIRECTIE,,dina.directeur@testdienst.example
        41,Dirk Directieplaatsvervanger,adviseur,DIRECTIE,,dirk.directieplaatsvervanger@testdienst.example
        50,Bea Bestuur,voorzitter,BESTUUR,,bea.bestuur@testdienst.example
        60,Hugo Hulp,teamleider hulpteam,HULP,,hugo.hulp@testdienst.example
        61,Hanna Hulp,adviseur,HULP,,hanna.hulp@testdienst.example
        70,Vera Vertrouwen,vertrouwenspersoon,LOKET,ConfidentialAdviser,vera.vertrouwen@testdienst.example
        80,Uma Unie,medewerker,ZUID,UnionRepresentative,uma.unie@testdienst.example
        81,Han Personeel,adviseur,ZUID,HumanResources,han.personeel@testdienst.example
        82,Bo Beheer,beheerder,ZUID,Administrator,bo.beheer@testdienst.example
        """;

    public const string OtherUnitFile = """
        code,name,layer,kind,parent,manager,deputies
        TOP,Andere top,bestuur,Line,,90,
        ONDER,Andere afdeling,afdeling,Line,TOP,91,
        """;

    public const string OtherPeopleFile = """
        number,name,job_title,unit,roles,mail
        90,Otto Ander,directeur,TOP,,otto.ander@andere.example
        91,Olga Ander,afdelingshoofd,ONDER,,
        """;

    public Guid Reporter => People["10"];

    public Guid Colleague => People["11"];

    public Guid ColleagueInTheSouth => People["15"];

    public Guid EmployeeWithoutManager => People["16"];

    public Guid TeamLead => People["20"];

    public Guid Deputy => People["21"];

    public Guid TeamLeadOfTheSouth => People["25"];

    public Guid DeputyOfTheSouth => People["26"];

    public Guid HeadOfDepartment => People["30"];

    public Guid Director => People["40"];

    public Guid DeputyDirector => People["41"];

    public Guid Board => People["50"];

    public Guid HelpTeamLead => People["60"];

    public Guid ConfidentialAdviser => People["70"];

    public Guid Union => People["80"];

    public Guid HumanResources => People["81"];

    public Guid Administrator => People["82"];

    /// <summary>Manages a unit of the other organisation.</summary>
    public Guid Stranger => People["91"];

    /// <summary>All who may not see a signal that Rosa raised about Tess, and that only the department and Team Zuid held.</summary>
    public IReadOnlyList<Guid> WhoSeesNothingFromZuid =>
    [
        Colleague, ColleagueInTheSouth, EmployeeWithoutManager, TeamLead, Deputy, Director, DeputyDirector, Board, HelpTeamLead, ConfidentialAdviser,
        Union, HumanResources, Administrator, Stranger,
    ];
}
