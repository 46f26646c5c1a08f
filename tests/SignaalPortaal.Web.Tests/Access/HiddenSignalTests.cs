using System.Text.RegularExpressions;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Access;

/// <summary>What a person may not see, does not exist: not by what a page says, not by how it says it.</summary>
public sealed partial class HiddenSignalTests(AccessPortal portal) : IClassFixture<AccessPortal>
{
    private const string MadeUp = "0000-0000";

    private static readonly HttpMethod[] OtherMethods =
        [HttpMethod.Head, HttpMethod.Put, HttpMethod.Patch, HttpMethod.Delete, HttpMethod.Options, HttpMethod.Trace, new("PAGE")];

    [Fact]
    public async Task A_signal_of_others_a_withdrawn_one_and_a_made_up_one_give_the_same_answer_to_every_request()
    {
        var scene = await AccessScene.For(portal, "/Signals/MovePromise");
        var withdrawn = await WithdrawnSignal();
        var routes = (await Route.Of(portal)).Where(route => route.IsOfASignal).ToList();
        var deviations = new List<string>();
        var cast = portal.Cast;

        foreach (var person in new[] { cast.Colleague, cast.TeamLead, cast.Director, cast.ConfidentialAdviser, cast.Administrator, cast.Stranger })
        {
            var caller = await portal.SameCaller(person);
            foreach (var route in routes)
            {
                var expected = await Ask(caller, route, MadeUp, Guid.Empty);
                var hidden = await Ask(caller, route, scene.Reference, await portal.PromiseOf(scene.Reference));
                var takenBack = await Ask(caller, route, withdrawn, Guid.Empty);
                var isNotFound = expected.StartsWith("404", StringComparison.Ordinal);
                deviations.AddRange(isNotFound && expected == hidden && expected == takenBack ? [] : [$"{route} {person}: {expected[..40]}"]);
            }
        }

        deviations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_held_a_signal_does_not_see_it_any_more_once_it_is_withdrawn()
    {
        var withdrawn = await WithdrawnSignal();
        var routes = (await Route.Of(portal)).Where(route => route.IsOfASignal);

        foreach (var person in new[] { portal.Cast.TeamLead, portal.Cast.Deputy, portal.Cast.HeadOfDepartment })
        {
            var caller = await portal.SameCaller(person);
            foreach (var route in routes)
            {
                (await Ask(caller, route, withdrawn, Guid.Empty)).ShouldBe(await Ask(caller, route, MadeUp, Guid.Empty), $"{route} {person}");
            }
        }
    }

    [Fact]
    public async Task Other_methods_than_pages_answer_to_are_refused_alike_whatever_the_address()
    {
        var scene = await AccessScene.For(portal, "/Signals/MovePromise");
        var promise = await portal.PromiseOf(scene.Reference);
        var routes = (await Route.Of(portal)).Where(route => route.IsOfASignal && route.Handler is "Get");
        var deviations = new List<string>();

        foreach (var person in new[] { portal.Cast.Colleague, portal.Cast.TeamLeadOfTheSouth })
        {
            var caller = await portal.SameCaller(person);
            foreach (var (route, method) in routes.SelectMany(route => OtherMethods.Select(method => (route, method))))
            {
                var known = await Ask(caller, route, scene.Reference, promise, method);
                var madeUp = await Ask(caller, route, MadeUp, promise, method);
                var isRefused = known.StartsWith('4') || method == HttpMethod.Head;
                var isAlike = known == madeUp || (method == HttpMethod.Head && person == portal.Cast.TeamLeadOfTheSouth);
                deviations.AddRange(isRefused && isAlike ? [] : [$"{method} {route} {person}: {known[..3]} {madeUp[..3]}"]);
            }
        }

        deviations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_form_that_cannot_be_read_says_no_more_about_a_signal_of_others_than_one_that_can()
    {
        var scene = await AccessScene.For(portal, "/Signals/Postpone");
        var caller = await portal.SameCaller(portal.Cast.Colleague);

        var hidden = await Answer(await caller.Post($"/signalen/{scene.Reference}/uitstellen", Unreadable));
        var madeUp = await Answer(await caller.Post($"/signalen/{MadeUp}/uitstellen", Unreadable));

        hidden.ShouldBe(madeUp);
        hidden.ShouldStartWith("404");
    }

    private static KeyValuePair<string, string>[] Unreadable { get; } =
        [KeyValuePair.Create("Input.NewDate", "morgen"), KeyValuePair.Create("Input.Seen", "x")];

    private async Task<string> WithdrawnSignal()
    {
        var withdrawn = await portal.Raises(portal.Cast.Reporter);
        await portal.Does(portal.Cast.TeamLead, withdrawn, new EscalateSignal { Reason = "Te groot.", Advice = "Schrijf hem opnieuw." });
        await portal.Does(portal.Cast.Reporter, withdrawn, new WithdrawSignal { Reason = "Het is opgelost." });
        return withdrawn;
    }

    private static async Task<string> Ask(Caller caller, Route route, string reference, Guid promise, HttpMethod? other = null)
    {
        var address = route.Address(reference, promise);
        var method = other ?? (route.Handler is "Get" ? HttpMethod.Get : HttpMethod.Post);
        return await Answer(method == HttpMethod.Get ? await caller.Get(address) : await caller.Send(method, address, []));
    }

    /// <summary>The whole answer but for what is random in each.</summary>
    private static async Task<string> Answer(HttpResponseMessage response)
    {
        using (response)
        {
            var headers = response.Headers.Concat(response.Content.Headers)
                .Select(header => $"{header.Key}: {string.Join(',', header.Value)}").Order(StringComparer.Ordinal);
            var body = await response.Content.ReadAsStringAsync();
            return $"{(int)response.StatusCode}\n{string.Join('\n', headers)}\n{Random().Replace(body, "")}";
        }
    }

    [GeneratedRegex("""(?<=name="formulier" type="hidden" value=")[^"]*""")]
    private static partial Regex Random();
}
