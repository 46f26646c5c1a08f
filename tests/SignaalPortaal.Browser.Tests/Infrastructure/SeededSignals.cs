using SignaalPortaal.Application.Signals;
using SignaalPortaal.Application.Voice;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Browser.Tests.Infrastructure;

/// <summary>The addresses of signals in every state a page can show. All are the reporter's, and start at the team lead.</summary>
public sealed class SeededSignals
{
    private const int RowsOfAFullQueue = 25;
    private const int SignalsOfTheDirector = 5;

    private readonly BrowserPortal _portal;

    private SeededSignals(BrowserPortal portal) => _portal = portal;

    /// <summary>The day before which somebody had to act is over.</summary>
    public string Late { get; private set; } = "";

    public string New { get; private set; } = "";

    /// <summary>Was acknowledged.</summary>
    public string InProgress { get; private set; } = "";

    /// <summary>A question to the reporter is open.</summary>
    public string Asked { get; private set; } = "";

    /// <summary>Not adopted, and the reporter has not said anything of that.</summary>
    public string Answered { get; private set; } = "";

    /// <summary>The reporter wants clearer words.</summary>
    public string Unclear { get; private set; } = "";

    /// <summary>The reporter disagreed; both texts stand side by side at the department.</summary>
    public string Disputed { get; private set; } = "";

    /// <summary>Understood, with a promise that is open.</summary>
    public string Promised { get; private set; } = "";

    /// <summary>With a promise that its owner says is done.</summary>
    public string Reported { get; private set; } = "";

    /// <summary>With a promise that was kept.</summary>
    public string Kept { get; private set; } = "";

    public string Withdrawn { get; private set; } = "";

    /// <summary>Not adopted, with a text for everybody that waits for the reporter.</summary>
    public string Proposed { get; private set; } = "";

    /// <summary>Adopted, with a text that everybody can read.</summary>
    public string Released { get; private set; } = "";

    /// <summary>Ten events, at the director.</summary>
    public string Eventful { get; private set; } = "";

    /// <summary>Below the address of the signal.</summary>
    public string PromiseOfPromised { get; private set; } = "";

    /// <summary>Below the address of the signal.</summary>
    public string PromiseOfReported { get; private set; } = "";

    /// <summary>Given to the union.</summary>
    public string Entrusted { get; private set; } = "";

    /// <summary>Where the union reads that.</summary>
    public string WhatTheUnionReads { get; private set; } = "";

    internal static async Task<SeededSignals> Make(BrowserPortal portal)
    {
        var seeded = new SeededSignals(portal);
        await seeded.MakeWhatIsLate();
        portal.Clock.AdvanceDays(35);
        await seeded.MakeEachState();
        await seeded.MakeAnEventfulOne();
        await seeded.FillTheQueue();
        await seeded.FillTheDirectorsPage();
        return seeded;
    }

    private async Task MakeWhatIsLate()
    {
        Late = await Submit("Telefoon aan de balie valt uit", SignalKind.Risk, RiskLevel.High);
        var late = await Submit("Formulier vraagt twee keer hetzelfde");
        await Adopt(late, _portal.Cast.TeamLead);
        await Act(late, new GiveVerdict { Verdict = Verdict.Understood }, _portal.Cast.Reporter);
    }

    private async Task MakeEachState()
    {
        New = await Submit();
        InProgress = await Submit();
        await Acknowledge(InProgress, _portal.Cast.TeamLead);
        Asked = await Submit();
        await Act(Asked, new AskReporter { Question = "Over welke brief gaat het, en hoeveel mensen bellen daarover?" }, _portal.Cast.TeamLead);
        Answered = await Submit();
        await DoNotAdopt(Answered);
        Unclear = await Submit();
        await DoNotAdopt(Unclear);
        await Act(Unclear, new GiveVerdict { Verdict = Verdict.NotUnderstood, VerdictText = "Welk budget is dat precies?" }, _portal.Cast.Reporter);
        Disputed = await Submit();
        await DoNotAdopt(Disputed);
        await Act(Disputed, new GiveVerdict { Verdict = Verdict.Disagree, VerdictText = "Een andere brief kost niets." }, _portal.Cast.Reporter);
        Promised = await Submit();
        await Adopt(Promised, _portal.Cast.TeamLead);
        await Act(Promised, new GiveVerdict { Verdict = Verdict.Understood }, _portal.Cast.Reporter);
        PromiseOfPromised = $"{Promised}/toezeggingen/{await PromiseOf(Promised)}";
        Reported = await Submit();
        await Adopt(Reported, _portal.Cast.TeamLead);
        await ReportPromise(Reported);
        PromiseOfReported = $"{Reported}/toezeggingen/{await PromiseOf(Reported)}";
        Kept = await Submit();
        await Adopt(Kept, _portal.Cast.TeamLead);
        await Act(Kept, new GiveVerdict { Verdict = Verdict.Understood }, _portal.Cast.Reporter);
        await ReportPromise(Kept);
        await Act(Kept, new JudgePromise { Promise = await PromiseOf(Kept), Judgement = PromiseJudgement.Kept }, _portal.Cast.Reporter);
        Proposed = await Submit();
        await DoNotAdopt(Proposed);
        await Propose(Proposed);
        Released = await Submit();
        await Adopt(Released, _portal.Cast.TeamLead);
        await Propose(Released);
        await Act(Released, new DecideRelease { Decision = ReleaseDecision.Approve }, _portal.Cast.Reporter);
        Entrusted = await Submit();
        await Act(Entrusted, Given(EntrustedText.Other, "Zeg dat de brief korter moet."), _portal.Cast.Reporter);
        await Act(Entrusted, Given(EntrustedText.AsWritten), _portal.Cast.Reporter);
        WhatTheUnionReads = $"/namens-een-melder/{await _portal.Database.Scalar<Guid>("select id from entrustments where ended_on is null")}";
        Withdrawn = await Submit();
        await Act(Withdrawn, new WithdrawSignal { Reason = "Het is al opgelost." }, _portal.Cast.Reporter);
    }

    private async Task MakeAnEventfulOne()
    {
        var (reporter, teamLead, headOfDepartment) = (_portal.Cast.Reporter, _portal.Cast.TeamLead, _portal.Cast.HeadOfDepartment);
        Eventful = await Submit(risk: RiskLevel.High, withDetails: true);
        await Acknowledge(Eventful, teamLead);
        await Act(Eventful, new AskReporter { Question = "Over welke brief gaat het precies, en hoeveel mensen bellen daarover?" }, teamLead);
        await Act(Eventful, new ReplyToQuestion { ReplyText = "Over de brief van terugbetalen. Ongeveer tien mensen op een dag bellen, vooral op maandag." }, reporter);
        await Act(Eventful, new AddFacts { Facts = "Vorige week stond er ook een verkeerd telefoonnummer in de brief." }, reporter);
        await Assess(Eventful, teamLead);
        await Escalate(Eventful, teamLead);
        await Acknowledge(Eventful, headOfDepartment);
        await DoNotAdopt(Eventful, headOfDepartment);
        await Act(Eventful, new GiveVerdict { Verdict = Verdict.Disagree, VerdictText = "Een andere brief kost niets. Wij willen hem zelf wel schrijven." }, reporter);
    }

    private async Task FillTheQueue()
    {
        for (var row = 0; row < RowsOfAFullQueue; row++)
        {
            await Submit($"Wachttijd aan balie {row + 1} loopt op tot meer dan een uur", SignalKind.RegulatoryBurden, RiskLevel.Low);
        }
    }

    private async Task FillTheDirectorsPage()
    {
        for (var row = 0; row < SignalsOfTheDirector - 1; row++)
        {
            var signal = await Submit($"Mensen krijgen {row + 2} weken te laat hun geld", SignalKind.Unworkable, RiskLevel.High, withDetails: true);
            await Assess(signal, _portal.Cast.TeamLead);
            await Escalate(signal, _portal.Cast.TeamLead);
            await Escalate(signal, _portal.Cast.HeadOfDepartment);
        }
    }

    private async Task<string> Submit(
        string subject = "De brief over terugbetalen is niet te begrijpen", SignalKind kind = SignalKind.Bottleneck, RiskLevel risk = RiskLevel.Medium, bool withDetails = false)
    {
        var submit = new SubmitSignal
        {
            Kind = kind,
            Subject = subject,
            OwnWords = "Burgers bellen ons elke dag over deze brief.\nZij weten niet of ze geld krijgen of moeten betalen.",
            OwnRisk = risk,
        };
        submit = withDetails
            ? submit with { AffectedRule = "Artikel 12 van de regeling", Since = "De zomer", Frequency = "Elke dag", InPractice = "Wij leggen de brief uit aan de telefoon." }
            : submit;
        return $"/signalen/{Reference.Show((await _portal.Send(submit, _portal.Cast.Reporter)).Reference)}";
    }

    private EntrustSignal Given(EntrustedText text, string? words = null) => new()
    {
        Spokesperson = Spokesperson.Union,
        EntrustedText = text,
        EntrustedWords = words,
        EntrustedUntil = Today.AddDays(90),
        WithOutcome = true,
        WithName = true,
    };

    private async Task Acknowledge(string signal, Guid person)
    {
        var expectedOn = (await View(signal, person)).LatestExpectation;
        await Act(signal, new AcknowledgeSignal { ExpectedOn = expectedOn, Line = "Dank je. Ik zoek uit wie over deze brief gaat en praat met het team Brieven." }, person);
    }

    private Task Assess(string signal, Guid person) => Act(
        signal, new AssessSignal { Reading = "Ik herken dit uit mijn eigen gesprekken.", Risk = RiskLevel.Low, LowerReason = "Het gaat om twee mensen in de maand." }, person);

    private Task Escalate(string signal, Guid person) => Act(
        signal, new EscalateSignal { Reason = "Wij gaan niet over deze brief. Hij is van de hele directie.", Advice = "Schrijf de brief opnieuw, samen met de balie." }, person);

    private Task DoNotAdopt(string signal, Guid? person = null) => Act(
        signal,
        new AnswerSignal
        {
            Outcome = Outcome.NotAdopted,
            NotAdoptedReason = NotAdoptedReason.Money,
            Fact = "Het budget voor brieven is op. Een nieuwe brief kost € 12.000.",
            WhatWouldChange = "Nieuw geld in de begroting van volgend jaar.",
            LookAgainOn = Today.AddDays(90),
            Explanation = "Wij veranderen de brief dit jaar niet. Er is geen geld voor. Ik vind dat jammer, want je hebt gelijk.",
        },
        person ?? _portal.Cast.TeamLead);

    private Task Adopt(string signal, Guid person) => Act(
        signal,
        new AnswerSignal
        {
            Outcome = Outcome.Adopted,
            Explanation = "Dit gaan we doen. De brief is te moeilijk.",
            Promises = [new PromiseRow { What = "Wij schrijven de brief opnieuw, samen met de balie.", Who = "Team Brieven", By = Today.AddDays(21) }],
        },
        person);

    private async Task Propose(string signal) => await Act(
        signal,
        new ProposeRelease
        {
            ReleaseTitle = "De brief over terugbetalen is moeilijk te begrijpen",
            WhatWasSaid = "Mensen bellen elke dag over deze brief. Zij weten niet of ze geld krijgen of moeten betalen.",
            AnswerInShort = "De brief is te moeilijk. Wij kijken wat er kan.",
            ChangeInShort = "Nieuw geld in de begroting van volgend jaar.",
            Promises = [.. (await View(signal, _portal.Cast.TeamLead)).PromisedInTheAnswer.Select(made => new PromiseInShortRow { Promise = made.Promise, InShort = "Er komt een nieuwe brief." })],
        },
        _portal.Cast.TeamLead);

    private async Task ReportPromise(string signal) => await Act(
        signal, new ReportPromise { Promise = await PromiseOf(signal), HowToSee = "De nieuwe brief staat sinds vandaag op de site." }, _portal.Cast.TeamLead);

    private async Task<Guid> PromiseOf(string signal) => (await View(signal, _portal.Cast.Reporter)).Promises.Single().Id;

    private DateOnly Today => _portal.Clock.GetUtcNow().DutchDate;

    private async Task Act(string signal, SignalAct act, Guid person) =>
        await _portal.Send(act with { Reference = ReferenceOf(signal), Seen = (await View(signal, person)).Version }, person);

    private Task<SignalView> View(string signal, Guid person) => _portal.Send(new GetSignal(ReferenceOf(signal)), person);

    private static string ReferenceOf(string address) => address["/signalen/".Length..];
}
