using System.Net;
using SignaalPortaal.Web.Tests.Infrastructure;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Tests.Access;

/// <summary>Who may do what, for every page and handler that the portal has and every part that a person can have towards a signal.</summary>
public sealed class AccessMatrixTests(AccessPortal portal) : IClassFixture<AccessPortal>
{
    /// <summary>
    /// Ok: the page or the form. Back: done, or not now, and on to the signal. Refused: the form with the rule that forbids it. Sent: a new signal.
    /// Expired: the page that gives a text back to copy. Again: done, and back to the same page. Others are all people who may not see the signal;
    /// Acts: the page for who acts for a unit, and nothing for others;
    /// where the administrator, the confidential adviser, the union, personnel or the layers above are no different from them, there is no word for that.
    /// </summary>
    private const string Table = """
        page                         handler   reporter   holder     deputy     former     others     nobody     administrator adviser    union      personnel  above
        /Index                       Get       Ok         Ok         Ok         Ok         Ok         SignIn
        /HowItWorks                  Get       Ok         Ok         Ok         Ok         Ok         Ok
        /Error                       Get       NotFound   NotFound   NotFound   NotFound   NotFound   NotFound
        /Error                       Post      NotFound   NotFound   NotFound   NotFound   NotFound   NotFound
        /SignIn                      Get       Ok         Ok         Ok         Ok         Ok         Ok
        /SignIn                      Post      Home       Home       Home       Home       Home       Home
        /SignOut                     Get       Ok         Ok         Ok         Ok         Ok         Ok
        /SignOut                     Post      SignIn     SignIn     SignIn     SignIn     SignIn     SignIn
        /gezond                      Get       Ok         Ok         Ok         Ok         Ok         Ok
        /gereed                      Get       Ok         Ok         Ok         Ok         Ok         Ok
        /ankers/sleutel.pem          Get       Ok         Ok         Ok         Ok         Ok         Ok
        /ankers/{id:guid}/{day}.json Get       NotFound   NotFound   NotFound   NotFound   NotFound   NotFound
        /robots.txt                  Get       Ok         Ok         Ok         Ok         Ok         Ok
        /.well-known/security.txt    Get       NotFound   NotFound   NotFound   NotFound   NotFound   NotFound
        /Demo/DayForward             Get       NotFound   NotFound   NotFound   NotFound   NotFound   SignIn
        /Demo/DayForward             Post      Home       Home       Home       Home       Home       Expired
        /Demo/Publish                Get       NotFound   NotFound   NotFound   NotFound   NotFound   SignIn
        /Demo/Publish                Post      Figures    Figures    Figures    Figures    Figures    Expired
        /Protection                  Get       Ok         Ok         Ok         Ok         Ok         Ok
        /Anonymous/Choose            Get       Ok         Ok         Ok         Ok         Ok         Ok
        /Anonymous/Start             Get       Ok         Ok         Ok         Ok         Ok         Ok
        /Anonymous/Submit            Get       Ok         Ok         Ok         Ok         Ok         Ok
        /Anonymous/Submit            Edit      Ok         Ok         Ok         Ok         Ok         Ok
        /Anonymous/Submit            Check     Ok         Ok         Ok         Ok         Ok         Ok
        /Anonymous/Submit            Post      Ok         Ok         Ok         Ok         Ok         Ok
        /Anonymous/Follow            Get       Ok         Ok         Ok         Ok         Ok         Ok
        /Anonymous/Follow            Post      NoCode     NoCode     NoCode     NoCode     NoCode     NoCode
        /Anonymous/Follow            Facts     Ok         Ok         Ok         Ok         Ok         Ok
        /Anonymous/Follow            Reply     Ok         Ok         Ok         Ok         Ok         Ok
        /Anonymous/Follow            Name      Ok         Ok         Ok         Ok         Ok         Ok
        /Anonymous/Follow            Verdict   Ok         Ok         Ok         Ok         Ok         Ok
        /Anonymous/Follow            Promise   Ok         Ok         Ok         Ok         Ok         Ok
        /Anonymous/Follow            Contact   Ok         Ok         Ok         Ok         Ok         Ok
        /Anonymous/Follow            Withdraw  Ok         Ok         Ok         Ok         Ok         Ok
        /Anonymous/Follow            Stop      Ok         Ok         Ok         Ok         Ok         Ok
        /Anonymous/Follow            Timeline  Ok         Ok         Ok         Ok         Ok         Ok
        /Anonymous/Follow            File      Ok         Ok         Ok         Ok         Ok         Ok
        /Anonymous/Follow            Edit      Ok         Ok         Ok         Ok         Ok         Ok
        /Anonymous/Follow            Erase     Ok         Ok         Ok         Ok         Ok         Ok
        /Anonymous/Follow            Release   Ok         Ok         Ok         Ok         Ok         Ok
        /Anonymous/Follow            TakeBackRelease Ok   Ok         Ok         Ok         Ok         Ok
        /Released/WhatWeDid          Get       Ok         Ok         Ok         Ok         Ok         SignIn
        /Released/WhatWeDid          See       NotFound   NotFound   NotFound   NotFound   NotFound   Expired
        /Released/WhatWeDid          TakeBack  NotFound   NotFound   NotFound   NotFound   NotFound   Expired
        /Anonymous/Follow            EntrustCheck Ok      Ok         Ok         Ok         Ok         Ok
        /Anonymous/Follow            Entrust   Ok         Ok         Ok         Ok         Ok         Ok
        /Anonymous/Follow            TakeBack  Ok         Ok         Ok         Ok         Ok         Ok
        /Voice/Inbox                 Get       NotFound   NotFound   NotFound   NotFound   NotFound   SignIn     NotFound      NotFound Ok
        /Voice/Entrusted             Get       NotFound   NotFound   NotFound   NotFound   NotFound   SignIn
        /Signals/MakeKnown           Get       Ok         Ok         Ok         Ok         Ok         SignIn
        /Signals/MakeKnown           Post      NoCode     NoCode     NoCode     NoCode     NoCode     Expired
        /Signals/Lowered             Get       Ok         Ok         Ok         Ok         Ok         SignIn
        /Messages/Inbox              Get       Ok         Ok         Ok         Ok         Ok         SignIn
        /Messages/Open               Get       Inbox      Inbox      Inbox      Inbox      Inbox      SignIn
        /Messages/Settings           Get       Ok         Ok         Ok         Ok         Ok         SignIn
        /Messages/Settings           Post      Again      Again      Again      Again      Again      Expired
        /Absences/Absences           Get       Ok         Ok         Ok         Ok         Ok         SignIn
        /Absences/Absences           Edit      Ok         Ok         Ok         Ok         Ok         Expired
        /Absences/Absences           Post      Refused    Refused    Refused    Refused    Refused    Expired
        /Absences/Absences           End       NotFound   NotFound   NotFound   NotFound   NotFound   Expired
        /Administration/Overview     Get       NotFound   NotFound   NotFound   NotFound   NotFound   SignIn     Ok
        /Administration/ClosedDays   Get       NotFound   NotFound   NotFound   NotFound   NotFound   SignIn     Ok
        /Administration/ClosedDays   Post      NotFound   NotFound   NotFound   NotFound   NotFound   Expired    Again
        /Administration/ClosedDays   Remove    NotFound   NotFound   NotFound   NotFound   NotFound   Expired    Again
        /Administration/Delivery     Get       NotFound   NotFound   NotFound   NotFound   NotFound   SignIn     Ok
        /Administration/Delivery     Post      NotFound   NotFound   NotFound   NotFound   NotFound   Expired    Again
        /Administration/Reminders    Get       NotFound   NotFound   NotFound   NotFound   NotFound   SignIn     Ok
        /Administration/Reminders    Post      NotFound   NotFound   NotFound   NotFound   NotFound   Expired    Again
        /Identities/Key              Get       NotFound   NotFound   NotFound   NotFound   NotFound   SignIn     NotFound      Ok
        /Identities/Key              Post      NotFound   NotFound   NotFound   NotFound   NotFound   Expired    NotFound      Again
        /Identities/Key              Agree     NotFound   NotFound   NotFound   NotFound   NotFound   Expired    NotFound   Refused
        /Identities/Key              End       NotFound   NotFound   NotFound   NotFound   NotFound   Expired    NotFound   Refused
        /Organisations/Timeline      Get       NotFound   NotFound   NotFound   NotFound   NotFound   SignIn     NotFound   Ok
        /Identities/Request          Get       NotFound   NotFound   NotFound   NotFound   NotFound   SignIn     NotFound      Ok
        /Identities/Request          Post      NotFound   NotFound   NotFound   NotFound   NotFound   Expired
        /Identities/Open             Get       NotFound   NotFound   NotFound   NotFound   NotFound   SignIn
        /Identities/Open             Post      NotFound   NotFound   NotFound   NotFound   NotFound   Expired
        /Identities/Open             Decide    NotFound   NotFound   NotFound   NotFound   NotFound   Expired
        /Administration/Retention    Get       NotFound   NotFound   NotFound   NotFound   NotFound   SignIn     Ok
        /Administration/Retention    Post      NotFound   NotFound   NotFound   NotFound   NotFound   Expired    Again
        /Administration/Retention    Confirm   NotFound   NotFound   NotFound   NotFound   NotFound   Expired    NotFound
        /Administration/NumberTemplates Get    NotFound   NotFound   NotFound   NotFound   NotFound   SignIn     Ok
        /Administration/NumberTemplates Post   NotFound   NotFound   NotFound   NotFound   NotFound   Expired    Again
        /Administration/Destruction  Get       NotFound   NotFound   NotFound   NotFound   NotFound   SignIn     Ok         Ok
        /Administration/Destruction  Post      NotFound   NotFound   NotFound   NotFound   NotFound   Expired    Again
        /Administration/Destruction  Approve   NotFound   NotFound   NotFound   NotFound   NotFound   Expired    NotFound
        /Administration/Destruction  Refuse    NotFound   NotFound   NotFound   NotFound   NotFound   Expired    NotFound
        /Administration/Destruction  Hold      NotFound   NotFound   NotFound   NotFound   NotFound   Expired    Refused
        /Administration/Destruction  Release   NotFound   NotFound   NotFound   NotFound   NotFound   Expired    Refused
        /Administration/Publications Get       NotFound   NotFound   NotFound   NotFound   NotFound   SignIn     Ok
        /Administration/Publications Post      NotFound   NotFound   NotFound   NotFound   NotFound   Expired    Again
        /Publications/Publications   Get       NotFound   NotFound   NotFound   NotFound   NotFound   SignIn     NotFound   NotFound   Ok         Ok
        /Publications/CsvFile        Get       NotFound   NotFound   NotFound   NotFound   NotFound   SignIn
        /Publications/JsonFile       Get       NotFound   NotFound   NotFound   NotFound   NotFound   SignIn
        /Publications/SideBySide     Get       NotFound   NotFound   NotFound   NotFound   NotFound   SignIn     NotFound   NotFound   Ok         NotFound
        /Publications/SideBySide     Post      NotFound   NotFound   NotFound   NotFound   NotFound   Expired    NotFound   NotFound   Refused    NotFound
        /Publications/SideBySide     Code      NotFound   NotFound   NotFound   NotFound   NotFound   Expired    NotFound   NotFound   Ok         NotFound
        /Publications/SideBySide     Leave     NotFound   NotFound   NotFound   NotFound   NotFound   Expired    NotFound   NotFound   Again      NotFound
        /Desk/Register               Get       NotFound   NotFound   NotFound   NotFound   NotFound   SignIn     NotFound   Ok
        /Desk/Withdrawals            Get       NotFound   NotFound   NotFound   NotFound   NotFound   SignIn     NotFound   Ok
        /Desk/RegisterFile           Get       NotFound   NotFound   NotFound   NotFound   NotFound   SignIn     NotFound   Ok
        /Summaries/Overview          Get       Ok         Ok         Ok         Ok         Ok         SignIn
        /Summaries/Write             Get       NotFound   NotFound   NotFound   NotFound   NotFound   SignIn
        /Summaries/Write             Edit      NotFound   NotFound   NotFound   NotFound   NotFound   Expired
        /Summaries/Write             Check     NotFound   NotFound   NotFound   NotFound   NotFound   Expired
        /Summaries/Write             Post      NotFound   NotFound   NotFound   NotFound   NotFound   Expired
        /Summaries/Review            Get       NotFound   NotFound   NotFound   NotFound   NotFound   SignIn
        /Summaries/Review            Check     NotFound   NotFound   NotFound   NotFound   NotFound   Expired
        /Summaries/Review            Back      NotFound   NotFound   NotFound   NotFound   NotFound   Expired
        /Summaries/Review            Post      NotFound   NotFound   NotFound   NotFound   NotFound   Expired
        /Summaries/Stop              Get       NotFound   NotFound   NotFound   NotFound   NotFound   SignIn
        /Summaries/Stop              Post      NotFound   NotFound   NotFound   NotFound   NotFound   Expired
        /Summaries/Published         Get       NotFound   NotFound   NotFound   NotFound   NotFound   SignIn     NotFound   NotFound   Ok         Ok
        /Signals/Submit              Get       Ok         Ok         Ok         Ok         Ok         SignIn
        /Signals/Submit              Edit      Ok         Ok         Ok         Ok         Ok         Expired
        /Signals/Submit              Check     Ok         Ok         Ok         Ok         Ok         Expired
        /Signals/Submit              Post      Sent       Sent       Sent       Sent       Sent       Expired
        /Signals/Mine                Get       Ok         Ok         Ok         Ok         Ok         SignIn
        /Signals/Queue               Get       Ok         Ok         Ok         Ok         Ok         SignIn
        /Signals/Escalated           Get       Acts       Ok         Ok         Ok         Acts       SignIn
        /Insight/Insight             Get       NotFound   NotFound   NotFound   Ok         NotFound   SignIn     NotFound   NotFound   NotFound   NotFound   Ok
        /Signals/Details             Get       Ok         Ok         Ok         Ok         NotFound   SignIn
        /Signals/Attachment          Get       Ok         Ok         Ok         Ok         NotFound   SignIn
        /Signals/Submitted           Get       Ok         NotFound   NotFound   NotFound   NotFound   SignIn
        /Signals/TimelineFile        Get       Ok         NotFound   NotFound   NotFound   NotFound   SignIn
        /Signals/AddFacts            Get       Ok         Back       Back       Back       NotFound   SignIn
        /Signals/AddFacts            Edit      Ok         Ok         Ok         Ok         NotFound   Expired
        /Signals/AddFacts            Preview   Ok         Refused    Refused    Refused    NotFound   Expired
        /Signals/AddFacts            Post      Back       Refused    Refused    Refused    NotFound   Expired
        /Signals/Reply               Get       Ok         Back       Back       Back       NotFound   SignIn
        /Signals/Reply               Edit      Ok         Ok         Ok         Ok         NotFound   Expired
        /Signals/Reply               Preview   Ok         Refused    Refused    Refused    NotFound   Expired
        /Signals/Reply               Post      Back       Refused    Refused    Refused    NotFound   Expired
        /Signals/Verdict             Get       Ok         Back       Back       Back       NotFound   SignIn
        /Signals/Verdict             Edit      Ok         Ok         Ok         Ok         NotFound   Expired
        /Signals/Verdict             Preview   Ok         Refused    Refused    Refused    NotFound   Expired
        /Signals/Verdict             Post      Back       Refused    Refused    Refused    NotFound   Expired
        /Signals/Withdraw            Get       Ok         Back       Back       Back       NotFound   SignIn
        /Signals/Withdraw            Edit      Ok         Ok         Ok         Ok         NotFound   Expired
        /Signals/Withdraw            Preview   Ok         Refused    Refused    Refused    NotFound   Expired
        /Signals/Withdraw            Post      Back       Refused    Refused    Refused    NotFound   Expired
        /Signals/AskErasure          Get       Ok         Back       Back       Back       NotFound   SignIn
        /Signals/AskErasure          Edit      Ok         Ok         Ok         Ok         NotFound   Expired
        /Signals/AskErasure          Preview   Ok         Refused    Refused    Refused    NotFound   Expired
        /Signals/AskErasure          Post      Back       Refused    Refused    Refused    NotFound   Expired
        /Signals/ProposeRelease      Get       Back       Ok         Ok         Back       NotFound   SignIn
        /Signals/ProposeRelease      Edit      Ok         Ok         Ok         Ok         NotFound   Expired
        /Signals/ProposeRelease      Preview   Refused    Ok         Ok         Refused    NotFound   Expired
        /Signals/ProposeRelease      Post      Refused    Back       Back       Refused    NotFound   Expired
        /Signals/DecideRelease       Get       Ok         Back       Back       Back       NotFound   SignIn
        /Signals/DecideRelease       Edit      Ok         Ok         Ok         Ok         NotFound   Expired
        /Signals/DecideRelease       Preview   Ok         Refused    Refused    Refused    NotFound   Expired
        /Signals/DecideRelease       Post      Back       Refused    Refused    Refused    NotFound   Expired
        /Signals/TakeBackRelease     Get       Ok         Back       Back       Back       NotFound   SignIn
        /Signals/TakeBackRelease     Edit      Ok         Ok         Ok         Ok         NotFound   Expired
        /Signals/TakeBackRelease     Preview   Ok         Refused    Refused    Refused    NotFound   Expired
        /Signals/TakeBackRelease     Post      Back       Refused    Refused    Refused    NotFound   Expired
        /Signals/Entrust             Get       Ok         Back       Back       Back       NotFound   SignIn
        /Signals/Entrust             Edit      Ok         Ok         Ok         Ok         NotFound   Expired
        /Signals/Entrust             Preview   Ok         Refused    Refused    Refused    NotFound   Expired
        /Signals/Entrust             Post      Back       Refused    Refused    Refused    NotFound   Expired
        /Signals/Entrust             TakeBack  Back       Refused    Refused    Refused    NotFound   Expired
        /Signals/ConfirmContact      Get       Ok         Back       Back       Back       NotFound   SignIn
        /Signals/ConfirmContact      Edit      Ok         Ok         Ok         Ok         NotFound   Expired
        /Signals/ConfirmContact      Preview   Ok         Refused    Refused    Refused    NotFound   Expired
        /Signals/ConfirmContact      Post      Back       Refused    Refused    Refused    NotFound   Expired
        /Signals/JudgePromise        Get       Ok         Back       Back       Back       NotFound   SignIn
        /Signals/JudgePromise        Edit      Ok         Ok         Ok         Ok         NotFound   Expired
        /Signals/JudgePromise        Preview   Ok         Refused    Refused    Refused    NotFound   Expired
        /Signals/JudgePromise        Post      Back       Refused    Refused    Refused    NotFound   Expired
        /Signals/Acknowledge         Get       Back       Ok         Ok         Back       NotFound   SignIn
        /Signals/Acknowledge         Edit      Ok         Ok         Ok         Ok         NotFound   Expired
        /Signals/Acknowledge         Preview   Refused    Ok         Ok         Refused    NotFound   Expired
        /Signals/Acknowledge         Post      Refused    Back       Back       Refused    NotFound   Expired
        /Signals/Ask                 Get       Back       Ok         Ok         Back       NotFound   SignIn
        /Signals/Ask                 Edit      Ok         Ok         Ok         Ok         NotFound   Expired
        /Signals/Ask                 Preview   Refused    Ok         Ok         Refused    NotFound   Expired
        /Signals/Ask                 Post      Refused    Back       Back       Refused    NotFound   Expired
        /Signals/Escalate            Get       Back       Ok         Ok         Back       NotFound   SignIn
        /Signals/Escalate            Edit      Ok         Ok         Ok         Ok         NotFound   Expired
        /Signals/Escalate            Preview   Refused    Ok         Ok         Refused    NotFound   Expired
        /Signals/Escalate            Post      Refused    Back       Back       Refused    NotFound   Expired
        /Signals/Reroute             Get       Back       Ok         Ok         Back       NotFound   SignIn
        /Signals/Reroute             Edit      Ok         Ok         Ok         Ok         NotFound   Expired
        /Signals/Reroute             Preview   Refused    Ok         Ok         Refused    NotFound   Expired
        /Signals/Reroute             Post      Refused    Back       Back       Refused    NotFound   Expired
        /Signals/Assess              Get       Back       Ok         Ok         Back       NotFound   SignIn
        /Signals/Assess              Edit      Ok         Ok         Ok         Ok         NotFound   Expired
        /Signals/Assess              Preview   Refused    Ok         Ok         Refused    NotFound   Expired
        /Signals/Assess              Post      Refused    Back       Back       Refused    NotFound   Expired
        /Signals/Postpone            Get       Back       Ok         Ok         Back       NotFound   SignIn
        /Signals/Postpone            Edit      Ok         Ok         Ok         Ok         NotFound   Expired
        /Signals/Postpone            Preview   Refused    Ok         Ok         Refused    NotFound   Expired
        /Signals/Postpone            Post      Refused    Back       Back       Refused    NotFound   Expired
        /Signals/Update              Get       Back       Ok         Ok         Back       NotFound   SignIn
        /Signals/Update              Edit      Ok         Ok         Ok         Ok         NotFound   Expired
        /Signals/Update              Preview   Refused    Ok         Ok         Refused    NotFound   Expired
        /Signals/Update              Post      Refused    Back       Back       Refused    NotFound   Expired
        /Signals/Answer              Get       Back       Ok         Ok         Back       NotFound   SignIn
        /Signals/Answer              Edit      Ok         Ok         Ok         Ok         NotFound   Expired
        /Signals/Answer              Preview   Refused    Ok         Ok         Refused    NotFound   Expired
        /Signals/Answer              Post      Refused    Back       Back       Refused    NotFound   Expired
        /Signals/Clarify             Get       Back       Ok         Ok         Back       NotFound   SignIn
        /Signals/Clarify             Edit      Ok         Ok         Ok         Ok         NotFound   Expired
        /Signals/Clarify             Preview   Refused    Ok         Ok         Refused    NotFound   Expired
        /Signals/Clarify             Post      Refused    Back       Back       Refused    NotFound   Expired
        /Signals/ReportPromise       Get       Back       Ok         Ok         Back       NotFound   SignIn
        /Signals/ReportPromise       Edit      Ok         Ok         Ok         Ok         NotFound   Expired
        /Signals/ReportPromise       Preview   Refused    Ok         Ok         Refused    NotFound   Expired
        /Signals/ReportPromise       Post      Refused    Back       Back       Refused    NotFound   Expired
        /Signals/MovePromise         Get       Back       Ok         Ok         Back       NotFound   SignIn
        /Signals/MovePromise         Edit      Ok         Ok         Ok         Ok         NotFound   Expired
        /Signals/MovePromise         Preview   Refused    Ok         Ok         Refused    NotFound   Expired
        /Signals/MovePromise         Post      Refused    Back       Back       Refused    NotFound   Expired
        """;

    private static readonly Row[] Rows = [.. Table.Split('\n').Skip(1).Select(Row.Read)];

    public static TheoryData<string> Pages => [.. Rows.Select(row => row.Page).Distinct()];

    [Fact]
    public async Task Every_page_and_handler_has_one_row()
    {
        var routes = await Route.Of(portal);

        Rows.Select(row => $"{row.Page} {row.Handler}").ShouldBe(routes.Select(route => $"{route.Page} {route.Handler}"), ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Everybody_can_do_what_the_table_says_and_nothing_else(string page)
    {
        var routes = await Route.Of(portal);
        var deviations = new List<string>();
        var scene = await AccessScene.For(portal, page);
        foreach (var (part, personId, isOwn) in Parts())
        {
            var caller = page is "/SignIn" or "/SignOut" or "/Signals/Queue" ? await portal.Caller(personId) : await portal.SameCaller(personId);
            var reference = isOwn ? scene.OwnReference : scene.Reference;
            foreach (var row in Rows.Where(row => row.Page == page))
            {
                var route = routes.Single(route => route.Page == page && route.Handler == row.Handler);
                var result = await ResultOf(caller, route, reference, scene, personId);
                var expected = row.Expected(part) is "Acts" ? await ActsForAUnit(personId!.Value) ? "Ok" : "NotFound" : row.Expected(part);
                if (result != expected)
                {
                    deviations.Add($"{page} {row.Handler} for {part} {personId}: {result} instead of {expected}");
                }
            }

            var isUsedUp = Rows.Any(row => row.Page == page && row.Handler is "Post" && row.Expected(part) is "Back");
            scene = isUsedUp ? await AccessScene.For(portal, page) : scene;
        }

        deviations.ShouldBeEmpty();
    }

    private IEnumerable<(string Part, Guid? PersonId, bool IsOwn)> Parts()
    {
        var cast = portal.Cast;
        yield return ("reporter", cast.Reporter, false);
        yield return ("reporter", cast.DeputyOfTheSouth, true);
        yield return ("holder", cast.TeamLeadOfTheSouth, false);
        yield return ("deputy", cast.DeputyOfTheSouth, false);
        yield return ("former", cast.HeadOfDepartment, false);
        yield return ("nobody", null, false);
        foreach (var other in cast.WhoSeesNothingFromZuid)
        {
            yield return (PartOf(other), other, false);
        }
    }

    private Task<bool> ActsForAUnit(Guid personId) =>
        portal.Database.Scalar<bool>($"select exists (select from mandates where person_id = '{personId}')");

    private string PartOf(Guid other) =>
        other == portal.Cast.Administrator ? "administrator"
        : other == portal.Cast.ConfidentialAdviser ? "adviser"
        : other == portal.Cast.Union ? "union"
        : other == portal.Cast.HumanResources ? "personnel"
        : other == portal.Cast.Director || other == portal.Cast.DeputyDirector || other == portal.Cast.Board ? "above"
        : "others";

    private async Task<string> ResultOf(Caller caller, Route route, string reference, AccessScene scene, Guid? personId)
    {
        var promise = route.Template.Contains("{promise", StringComparison.Ordinal) ? await portal.PromiseOf(reference) : Guid.Empty;
        var attachment = route.Template.Contains("{attachment", StringComparison.Ordinal) ? await portal.AttachmentOf(reference) : Guid.Empty;
        var address = route.Address(reference, promise, attachment);
        using var response = route.Handler is "Get"
            ? await caller.Get(address)
            : await caller.Post(
                address, [.. await scene.Form(portal, reference), KeyValuePair.Create("wie", $"{personId ?? portal.Cast.Colleague}")]);
        var page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
        return (response.StatusCode, response.Headers.Location?.OriginalString) switch
        {
            (HttpStatusCode.OK, _) => "Ok",
            (HttpStatusCode.NotFound, _) when page.Contains(ErrorTexts.NotFoundTitle, StringComparison.Ordinal) => "NotFound",
            (HttpStatusCode.BadRequest, _) when IsRefusedByARule(page) => "Refused",
            (HttpStatusCode.BadRequest, _) when page.Contains(ErrorTexts.CodeNotKnown, StringComparison.Ordinal) => "NoCode",
            (HttpStatusCode.Unauthorized, _) when page.Contains(ErrorTexts.ExpiredTitle, StringComparison.Ordinal) => "Expired",
            (HttpStatusCode.Found, "/") => "Home",
            (HttpStatusCode.Found, var to) when to == address.Split('?')[0] => "Again",
            (HttpStatusCode.Found, "/berichten") => "Inbox",
            (HttpStatusCode.Found, "/publicaties") => "Figures",
            (HttpStatusCode.Found, var to) when to!.EndsWith("/verstuurd", StringComparison.Ordinal) => "Sent",
            (HttpStatusCode.Found, var to) when to == $"/signalen/{Domain.Signals.Reference.Show(reference)}" => "Back",
            (HttpStatusCode.Found, var to) when new Uri(new Uri("http://localhost"), to).AbsolutePath == "/inloggen" => "SignIn",
            var (status, to) => $"{(int)status} {to}",
        };
    }

    private static bool IsRefusedByARule(string page) =>
        Enum.GetNames<Domain.Signals.SignalRule>().Concat(Enum.GetNames<Domain.Organisations.AbsenceRule>()).Concat(Enum.GetNames<Domain.Organisations.AdviserKeyRule>()).Concat(Enum.GetNames<Domain.Publications.PublicationRule>())
            .Any(rule => page.Contains(RuleTexts.ResourceManager.GetString(rule)!, StringComparison.Ordinal));

    private sealed record Row(string Page, string Handler, IReadOnlyDictionary<string, string> Results)
    {
        private static readonly string[] Parts = ["reporter", "holder", "deputy", "former", "others", "nobody", "administrator", "adviser", "union", "personnel", "above"];

        public static Row Read(string line)
        {
            var cells = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return new Row(cells[0], cells[1], Parts.Zip(cells.Skip(2)).ToDictionary(pair => pair.First, pair => pair.Second));
        }

        public string Expected(string part) => Results.GetValueOrDefault(part) ?? Results["others"];
    }
}
