using System.Net;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Tests.Access;

public sealed class PreviewTests(AccessPortal portal) : IClassFixture<AccessPortal>
{
    /// <summary>The other acts are those of the holder.</summary>
    private static readonly string[] ActsOfTheReporter = ["AddFacts", "AskErasure", "ConfirmContact", "DecideRelease", "Entrust", "JudgePromise", "Reply", "TakeBackRelease", "Verdict", "Withdraw"];

    [Fact]
    public async Task The_preview_of_each_act_shows_what_would_happen_and_changes_nothing_in_any_table()
    {
        var previews = (await Route.Of(portal)).Where(route => route.Handler is "Preview").ToList();

        // None is no act, and an answer to the question for a name is given by code, without a preview.
        previews.Count.ShouldBe(Enum.GetValues<SignalActs>().Length - 2 + 4);

        foreach (var route in previews)
        {
            var scene = await AccessScene.For(portal, route.Page);
            var actor = ActsOfTheReporter.Contains(route.Page.Split('/')[^1]) ? portal.Cast.Reporter : portal.Cast.TeamLeadOfTheSouth;
            var caller = await portal.SameCaller(actor);
            var promise = route.Template.Contains("{promise", StringComparison.Ordinal) ? await portal.PromiseOf(scene.Reference) : Guid.Empty;
            (await caller.Get(route.Address(scene.Reference, promise))).Dispose();
            var before = await portal.Database.Contents();

            using var response = await caller.Post(route.Address(scene.Reference, promise), await scene.Form(portal));

            response.StatusCode.ShouldBe(HttpStatusCode.OK, route.Page);
            (await response.Content.ReadAsStringAsync()).ShouldContain(route.Page is "/Signals/Entrust" ? VoiceTexts.CheckTitle : SignalTexts.PreviewTitle);
            (await portal.Database.Contents()).ShouldBe(before, route.Page);
        }
    }
}
