using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Organisations;
using SignaalPortaal.Application.Publications;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Publications;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Publications;

/// <summary>Beside the usual organisation there is one that is large enough to publish something: two departments of four teams, and people who raise a lot.</summary>
public class PublishingPortal : Portal
{
    public const string Large = "Grote dienst";
    private const int TeamsPerDepartment = 4;
    private const int PeoplePerTeam = 14;

    private readonly Random _random = new(20260907);
    private Guid[] _reporters = [];

    public Guid Organisation { get; private set; }

    public Guid Union { get; private set; }

    public Guid WorksCouncil { get; private set; }

    public Guid HumanResources { get; private set; }

    public Guid Administrator { get; private set; }

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Organisation = (await SendAsPortal(new LoadOrganisation(Large, UnitFile(), PeopleFile()))).Id;
        Union = await Person("u");
        WorksCouncil = await Person("w");
        HumanResources = await Person("h");
        Administrator = await Person("a");
        _reporters = (await Database.Scalar<Guid[]>(
            $"select array_agg(id order by number) from people where organisation_id = '{Organisation}' and job_title = 'medewerker'"))!;
    }

    public Task<Guid> Person(string number) => Database.Scalar<Guid>($"select id from people where organisation_id = '{Organisation}' and number = '{number}'");

    /// <summary>Some weeks in which people raise signals, and some of these are acknowledged, asked about, answered, withdrawn, or passed over in silence.</summary>
    public async Task SomethingHappens(int weeks, int signalsPerWeek)
    {
        for (var week = 0; week < weeks; week++)
        {
            for (var count = 0; count < signalsPerWeek; count++)
            {
                await SomethingHappensToOne();
            }

            for (var day = 0; day < 7; day++)
            {
                Clock.AdvanceDays(1);
                await LetTimePass();
            }
        }
    }

    /// <summary>In the morning of a day, after all that time does by itself.</summary>
    public async Task ItBecomes(DateOnly day)
    {
        while (Today < day)
        {
            Clock.AdvanceDays(1);
            await LetTimePass();
        }
    }

    public Task Publish() => SendAsPortal(new MakePublications());

    public async Task<IReadOnlyList<PublishedQuarter>> Published()
    {
        await using var scope = await ScopeOf(Union);
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        return (await db.Publications.OrderBy(publication => publication.Quarter).ToListAsync()).ConvertAll(publication => publication.Published);
    }

    private async Task SomethingHappensToOne()
    {
        var reporter = OneOf(_reporters);
        var reference = (await this.Send(
            new SubmitSignal
            {
                Kind = OneOf(SignalKind.Bottleneck, SignalKind.Bottleneck, SignalKind.Idea, SignalKind.Unworkable),
                Theme = OneOf(Theme.Rules, Theme.Systems, Theme.Systems, Theme.Workload),
                Subject = "Brief",
                OwnWords = "Niet te begrijpen.",
            },
            reporter)).Reference;
        var team = await Database.Scalar<string>(
            $"select u.code from people p join units u on u.organisation_id = p.organisation_id and u.id = p.home_unit_id where p.id = '{reporter}'");
        var lead = await Person($"lead {team}");
        switch (_random.Next(6))
        {
            case 0 or 1:
                await this.Does(lead, reference, new AnswerSignal { Outcome = Outcome.AlreadyArranged, Explanation = "Opgelost.", Where = "Daar." });
                break;
            case 2:
                await this.Does(lead, reference, new AnswerSignal
                {
                    Outcome = Outcome.NotAdopted,
                    Explanation = "Dit doen we niet.",
                    NotAdoptedReason = OneOf(NotAdoptedReason.Money, NotAdoptedReason.Legal),
                    Fact = "Het budget is op.",
                    WhatWouldChange = "Nieuw geld.",
                });
                break;
            case 3:
                await this.Does(lead, reference, new AcknowledgeSignal { Line = "Ik kijk ernaar.", ExpectedOn = Today.AddDays(7) });
                break;
            case 4:
                await this.Does(reporter, reference, new WithdrawSignal { Reason = "Toch niet." });
                break;
        }
    }

    private static string UnitFile()
    {
        var file = new StringBuilder("code,name,layer,kind,parent,manager,deputies\nTOP,Bestuur,bestuur,Line,,lead TOP,\nLOKET,Loket,loket,ConfidentialDesk,TOP,desk,\n");
        foreach (var department in (string[])["A", "B"])
        {
            file.Append($"{department},Afdeling {department},afdeling,Line,TOP,lead {department},\n");
            for (var team = 1; team <= TeamsPerDepartment; team++)
            {
                file.Append($"{department}{team},Team {department}{team},team,Line,{department},lead {department}{team},\n");
            }
        }

        return file.ToString();
    }

    private static string PeopleFile()
    {
        var file = new StringBuilder("number,name,job_title,unit,roles,mail\n");
        file.Append("lead TOP,Voorzitter,voorzitter,TOP,,\nlead A,Hoofd A,hoofd,A,,\nlead B,Hoofd B,hoofd,B,,\ndesk,Vertrouwen,vertrouwenspersoon,LOKET,ConfidentialAdviser,\n");
        file.Append("u,Uma Unie,kaderlid,TOP,UnionRepresentative,\nw,Wim Raad,or-lid,TOP,WorksCouncil,\nh,Han Personeel,adviseur,TOP,HumanResources,\na,Bo Beheer,beheerder,TOP,Administrator,\n");
        foreach (var department in (string[])["A", "B"])
        {
            for (var team = 1; team <= TeamsPerDepartment; team++)
            {
                file.Append($"lead {department}{team},Leider {department}{team},teamleider,{department}{team},,\n");
                for (var person = 1; person < PeoplePerTeam; person++)
                {
                    file.Append($"{department}{team}-{person},Persoon {person},medewerker,{department}{team},,\n");
                }
            }
        }

        return file.ToString();
    }

    private T OneOf<T>(params T[] choices) => choices[_random.Next(choices.Length)];
}
