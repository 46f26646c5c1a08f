using SignaalPortaal.Application.Released;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Released;

public static class ReleaseSteps
{
    public const string Page = "/wat-deden-we-ermee";

    public static AnswerSignal No { get; } = new()
    {
        Outcome = Outcome.NotAdopted,
        Explanation = "Hiervoor is dit jaar geen budget.",
        NotAdoptedReason = NotAdoptedReason.Money,
        Fact = "Het budget voor brieven is op.",
        WhatWouldChange = "Nieuw geld in 2027.",
    };

    public static AnswerSignal Yes { get; } = new()
    {
        Outcome = Outcome.Adopted,
        Explanation = "Dit gaan we doen.",
        Promises = [new PromiseRow { What = "Wij herschrijven de brief met Jolanda.", Who = "Team Brieven", By = new DateOnly(2026, 12, 1) }],
    };

    /// <summary>Raised by name and answered; the outcome is the reference.</summary>
    public static async Task<string> HasAnAnswer(this Portal portal, AnswerSignal answer, Guid? reporter = null, Theme theme = Theme.Other)
    {
        var reference = (await portal.Send(
            new SubmitSignal { Kind = SignalKind.Bottleneck, Theme = theme, Subject = "Brief is niet te begrijpen", OwnWords = "Burgers bellen ons elke dag." },
            reporter ?? portal.Cast.Reporter)).Reference;
        await portal.Does(portal.Cast.TeamLead, reference, answer);
        return reference;
    }

    public static async Task Proposes(this Portal portal, string reference, string title, Guid? holder = null)
    {
        var who = holder ?? portal.Cast.TeamLead;
        var signal = await portal.Send(new GetSignal(reference), who);
        await portal.Does(who, reference, TextOf(signal, title));
    }

    /// <summary>With a yes of the reporter.</summary>
    public static async Task<string> HasReleased(this Portal portal, string title, AnswerSignal answer, Theme theme = Theme.Other)
    {
        var reference = await portal.HasAnAnswer(answer, theme: theme);
        await portal.Proposes(reference, title);
        await portal.Does(portal.Cast.Reporter, reference, new DecideRelease { Decision = ReleaseDecision.Approve });
        return reference;
    }

    public static ProposeRelease TextOf(SignalView signal, string title) => new()
    {
        ReleaseTitle = title,
        WhatWasSaid = $"Collega’s krijgen veel vragen: {title}.",
        AnswerInShort = $"Het antwoord in het kort: {title}.",
        ChangeInShort = "Er moet geld bij.",
        Promises = [.. signal.PromisedInTheAnswer.Select(made => new PromiseInShortRow { Promise = made.Promise, InShort = "De brief wordt korter." })],
    };

    public static Task<Guid> ReleasedId(this Portal portal, string reference) =>
        portal.Database.Scalar<Guid>($"select r.id from released_signals r join signals s on s.id = r.signal_id where reference = '{reference}'");

    public static Task SeesToo(this Portal portal, Guid person, Guid released, bool sees = true) => portal.Send(new SeeItToo(released, sees), person);

    /// <summary>The part of the page with this title, as it reads; null when it is not there.</summary>
    public static string? TextWith(this Visitor visitor, string title)
    {
        var article = visitor.Page.QuerySelectorAll("article").SingleOrDefault(article => article.QuerySelector("h3")!.TextContent == title);
        return article is null ? null : string.Join(' ', article.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
