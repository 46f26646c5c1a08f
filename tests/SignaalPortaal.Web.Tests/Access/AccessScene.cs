using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Access;

/// <summary>
/// Two signals in the state in which one page can be used, and what a person would fill in there. The first is about the reporter's manager, so it
/// started at the department, which passed it on to a team. The second was raised by the deputy of that team.
/// </summary>
internal sealed record AccessScene(string Reference, string OwnReference, IReadOnlyDictionary<string, string> Fields)
{
    public static async Task<AccessScene> For(Portal portal, string page)
    {
        var cast = portal.Cast;
        var reference = await portal.Raises(cast.Reporter, aboutMyManager: true);
        await portal.Does(cast.HeadOfDepartment, reference, new RerouteSignal { ToUnit = cast.Units["ZUID"], Reason = "Dit hoort bij Zuid." });
        var own = await portal.Raises(cast.DeputyOfTheSouth);
        foreach (var (one, reporter) in new[] { (reference, cast.Reporter), (own, cast.DeputyOfTheSouth) })
        {
            await Prepare(portal, page, one, reporter);
        }

        return new AccessScene(reference, own, FieldsOf(page, cast, reference));
    }

    /// <summary>All that the form of the page would send.</summary>
    public async Task<IReadOnlyList<KeyValuePair<string, string>>> Form(Portal portal, string? reference = null) =>
    [
        .. Fields,
        KeyValuePair.Create("Input.Seen", $"{await portal.VersionOf(reference ?? Reference)}"),
        KeyValuePair.Create("Input.FormKey", $"{Guid.NewGuid()}"),
    ];

    private static async Task Prepare(Portal portal, string page, string reference, Guid reporter)
    {
        var holder = portal.Cast.TeamLeadOfTheSouth;
        switch (page)
        {
            case "/Signals/Postpone":
                await portal.Does(holder, reference, new AcknowledgeSignal { Line = "Ik kijk ernaar.", ExpectedOn = new DateOnly(2026, 9, 21) });
                break;

            case "/Signals/Attachment":
                await portal.Attaches(reporter, reference, "brief.txt", "Een brief."u8.ToArray());
                break;

            case "/Signals/Reply":
                await portal.Does(holder, reference, new AskReporter { Question = "Welke brief?" });
                break;

            case "/Signals/Verdict":
                await portal.Does(holder, reference, ThatIsArranged);
                break;

            case "/Signals/ProposeRelease":
                await portal.Does(holder, reference, ThatIsArranged);
                break;

            case "/Signals/DecideRelease" or "/Signals/TakeBackRelease":
                await portal.Does(holder, reference, ThatIsArranged);
                await portal.Does(holder, reference, ForEverybody);
                if (page is "/Signals/TakeBackRelease")
                {
                    await portal.Does(reporter, reference, new DecideRelease { Decision = ReleaseDecision.Approve });
                }

                break;

            case "/Signals/AskErasure":
                await portal.Does(holder, reference, ThatIsArranged);
                await portal.Does(reporter, reference, new GiveVerdict { Verdict = Verdict.Understood });
                break;

            case "/Signals/Clarify":
                await portal.Does(holder, reference, ThatIsArranged);
                await portal.Does(reporter, reference, new GiveVerdict { Verdict = Verdict.NotUnderstood, VerdictText = "Wat staat daar?" });
                break;

            case "/Signals/ReportPromise" or "/Signals/MovePromise":
                await portal.Does(holder, reference, WeDoIt);
                break;

            case "/Signals/JudgePromise":
                await portal.Does(holder, reference, WeDoIt);
                var promise = await portal.PromiseOf(reference);
                await portal.Does(holder, reference, new ReportPromise { Promise = promise, HowToSee = "Kijk op de site." });
                break;

            case "/Signals/ConfirmContact":
                await portal.Database.Scalar<object>(
                    $"insert into contacts select organisation_id, id, 'FirstDay', date '2026-09-08', 'Awaited' from signals where reference = '{reference}'");
                break;

            case "/Signals/Update":
                await portal.Does(holder, reference, new AcknowledgeSignal { Line = "Ik kijk ernaar.", ExpectedOn = new DateOnly(2026, 9, 21) });
                break;
        }
    }

    private static AnswerSignal ThatIsArranged { get; } = new()
    {
        Outcome = Outcome.AlreadyArranged,
        Explanation = "Dit is al opgelost.",
        Where = "In de planning.",
    };

    private static ProposeRelease ForEverybody { get; } = new()
    {
        ReleaseTitle = "Brief is niet te begrijpen",
        WhatWasSaid = "Mensen bellen over de brief.",
        AnswerInShort = "Dit is al opgelost.",
    };

    private static AnswerSignal WeDoIt { get; } = new()
    {
        Outcome = Outcome.Adopted,
        Explanation = "Dit gaan we doen.",
        Promises = [new PromiseRow { What = "Wij herschrijven de brief.", Who = "Team Brieven", By = new DateOnly(2026, 12, 1) }],
    };

    private static Dictionary<string, string> FieldsOf(string page, Cast cast, string reference) => page switch
    {
        "/Signals/Submit" or "/Anonymous/Submit" => new()
        {
            ["Input.ReceiptKey"] = ReceiptCode.NewKey(),
            ["Input.Kind"] = "Bottleneck",
            ["Input.Subject"] = "Brief",
            ["Input.OwnWords"] = "Niet te begrijpen.",
            ["Input.OwnRisk"] = "Low",
        },
        "/Signals/Acknowledge" => new() { ["Input.ExpectedOn"] = "2026-09-21", ["Input.Line"] = "Ik kijk ernaar." },
        "/Signals/AddFacts" => new() { ["Input.Facts"] = "Het is erger geworden." },
        "/Signals/Answer" => new()
        {
            ["Input.Outcome"] = "AlreadyArranged",
            ["Input.Explanation"] = "Dit is al opgelost.",
            ["Input.Where"] = "In de planning.",
        },
        "/Signals/Ask" => new() { ["Input.Question"] = "Welke brief?" },
        "/Signals/Assess" => new() { ["Input.Reading"] = "Dit herken ik.", ["Input.Risk"] = "High" },
        "/Signals/Clarify" => new() { ["Input.ClearerWords"] = "Het staat in de planning." },
        "/Signals/Escalate" => new() { ["Input.Reason"] = "Dit gaat over meer teams.", ["Input.Advice"] = "Schrijf hem opnieuw." },
        "/Signals/JudgePromise" => new() { ["Input.Judgement"] = "Kept" },
        "/Signals/MovePromise" => new() { ["Input.NewDate"] = "2026-12-15", ["Input.Reason"] = "De drukker is dicht." },
        "/Signals/Postpone" => new() { ["Input.NewDate"] = "2026-10-12", ["Input.Reason"] = "Het is meer werk." },
        "/Signals/ProposeRelease" => new()
        {
            ["Input.ReleaseTitle"] = "Brief is niet te begrijpen",
            ["Input.WhatWasSaid"] = "Mensen bellen over de brief.",
            ["Input.AnswerInShort"] = "Dit is al opgelost.",
        },
        "/Signals/DecideRelease" => new() { ["Input.Decision"] = "Approve" },
        "/Signals/Reply" => new() { ["Input.ReplyText"] = "De brief over terugbetalen." },
        "/Signals/ReportPromise" => new() { ["Input.HowToSee"] = "Kijk op de site." },
        "/Signals/Reroute" => new() { ["Input.ToUnit"] = cast.Units["HULP"].ToString(), ["Input.Reason"] = "Het hulpteam kan dit." },
        "/Absences/Absences" => new()
        {
            ["Input.FirstDay"] = "2026-09-21",
            ["Input.LastDay"] = "2026-09-14",
            ["Input.Deputy"] = cast.Colleague.ToString(),
        },
        "/Administration/ClosedDays" => new() { ["Input.Day"] = "2026-12-24", ["Input.DayName"] = "Kerstavond" },
        "/Administration/Retention" => new() { ["Input.KeptKind"] = "Ordinary", ["Input.Months"] = "48" },
        "/Administration/Destruction" => new() { ["Input.HeldReference"] = "0000-0000", ["Input.Reason"] = "Er loopt een rechtszaak." },
        "/Administration/Publications" => new() { ["Input.SmallestCount"] = "6", ["Input.FewestPeople"] = "10", ["Input.FewestReporters"] = "3" },
        "/Publications/SideBySide" => new() { ["Input.CircleCodeTyped"] = "K7QM-3XWD" },
        "/Signals/Update" => new() { ["Input.HowItStands"] = "We wachten op de drukker." },
        "/Signals/ConfirmContact" => new() { ["Input.Step"] = "FirstDay" },
        "/Identities/Key" => AdviserDesk.FieldsOfANewKey(),
        "/Identities/Request" => new() { ["Input.SignalReference"] = reference, ["Input.IdentityReason"] = "De politie vraagt om een getuige." },
        "/Signals/Verdict" => new() { ["Input.Verdict"] = "Understood" },
        "/Signals/Withdraw" => new() { ["Input.Reason"] = "Het is opgelost." },
        _ => [],
    };
}
