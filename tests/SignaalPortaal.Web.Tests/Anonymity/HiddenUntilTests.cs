using System.Net;
using SignaalPortaal.Application.Messages;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Tests.Infrastructure;
using SignaalPortaal.Web.Tests.Signals;

namespace SignaalPortaal.Web.Tests.Anonymity;

/// <summary>Until the fixed moment there is nothing for the line; then there is everything at once, in no order.</summary>
public sealed class HiddenUntilTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task Before_its_moment_the_line_finds_no_trace_of_it_and_after_it_all()
    {
        var manager = portal.Cast.HeadOfDepartment;
        var nothing = await Everything(manager, "0000-0000");
        var reporter = await portal.Nameless().Raises(Nameless.Form(portal.Cast.Units["TEAM"]));
        var address = reporter.Reference;

        foreach (var person in portal.Cast.People.Values)
        {
            (await portal.As(person).Sees(Nameless.AddressOf(address))).ShouldBeFalse();
        }

        (await Everything(manager, address)).ShouldBe(nothing);
        portal.Clock.AdvanceDays(1);
        portal.Clock.Advance(-TimeSpan.FromHours(1) - TimeSpan.FromSeconds(1));
        await portal.LetTimePass();
        (await Everything(manager, address)).ShouldBe(nothing);

        portal.Clock.Advance(TimeSpan.FromSeconds(1));
        await portal.LetTimePass();
        var visitor = portal.As(manager);
        (await visitor.Sees(Nameless.AddressOf(address))).ShouldBeTrue();
        visitor.Text.ShouldContain(Nameless.Words);
        (await visitor.Open("/werkvoorraad?staat=alle")).Text.ShouldContain(Nameless.Subject);
        (await visitor.Open("/berichten")).Text.ShouldContain(Nameless.Subject);
    }

    [Fact]
    public async Task What_the_reporter_says_before_comes_with_it()
    {
        var reporter = await portal.Nameless().Raises(Nameless.Form(portal.Cast.Units["TEAM"], subject: "Met aanvulling"));
        await reporter.Follows();
        await reporter.Does("Facts", new() { ["Input.Facts"] = "Een feit van tevoren." });

        await portal.LetTheLineSeeIt();

        var manager = await portal.As(portal.Cast.HeadOfDepartment).Open(Nameless.AddressOf(reporter.Reference));
        manager.Text.ShouldContain("Een feit van tevoren.");
        (await portal.Database.Scalar<string[]>($"select array_agg(m.kind order by m.kind) from messages m join signals s on s.id = m.signal_id where s.reference = '{reporter.Reference}'"))
            .ShouldBe([$"{MessageKind.Arrived}", $"{MessageKind.FactsAdded}"]);
    }

    [Fact]
    public async Task What_is_taken_back_before_was_never_there()
    {
        var reporter = await portal.Nameless().Raises(Nameless.Form(portal.Cast.Units["TEAM"]));
        await reporter.Follows();
        await reporter.Does("Withdraw", new() { ["Input.Reason"] = "Toch niet." });

        await portal.LetTheLineSeeIt();

        (await portal.As(portal.Cast.HeadOfDepartment).Sees(Nameless.AddressOf(reporter.Reference))).ShouldBeFalse();
        (await portal.Database.Scalar<long>($"select count(*) from messages m join signals s on s.id = m.signal_id where s.reference = '{reporter.Reference}'")).ShouldBe(0);
    }

    /// <summary>
    /// Of two hundred pairs, each sent five minutes apart, the first stands above the second about as often as not. Outside these bounds it is by chance
    /// less than once in ten million times.
    /// </summary>
    [Fact]
    public async Task In_which_order_they_were_sent_cannot_be_told_from_the_order_in_which_they_come()
    {
        const int Pairs = 200;
        var sent = new List<(string First, string Second)>();
        for (var pair = 0; pair < Pairs; pair++)
        {
            var first = await portal.Nameless().Raises(Nameless.Form(portal.Cast.Units["ZUID"]));
            var second = await portal.Nameless().Raises(Nameless.Form(portal.Cast.Units["ZUID"]));
            sent.Add((first.Reference, second.Reference));
        }

        await portal.LetTheLineSeeIt();

        var queue = await All(after => Queue(after));
        var inbox = await All(after => Inbox(after));
        foreach (var shown in new[] { queue, inbox })
        {
            sent.Count(pair => shown.IndexOf(pair.First) < shown.IndexOf(pair.Second)).ShouldBeInRange(62, 138);
        }

        async Task<(IEnumerable<string>, string?)> Queue(string? after)
        {
            var page = await portal.Send(new GetQueue { After = after }, portal.Cast.HeadOfDepartment);
            return (page.Items.Select(item => item.Reference), page.Next);
        }

        async Task<(IEnumerable<string>, string?)> Inbox(string? after)
        {
            var page = await portal.Send(new GetMessages(after), portal.Cast.HeadOfDepartment);
            return (page.Messages.Select(message => message.Reference ?? ""), page.Next);
        }
    }

    private static async Task<List<string>> All(Func<string?, Task<(IEnumerable<string> Shown, string? Next)>> page)
    {
        var (all, next) = (new List<string>(), (string?)null);
        do
        {
            (var shown, next) = await page(next);
            all.AddRange(shown);
        }
        while (next is not null);
        return all;
    }

    /// <summary>What this person sees on every page where a signal could show; without what is random.</summary>
    private async Task<IReadOnlyList<string>> Everything(Guid person, string reference)
    {
        var pages = new List<string>();
        foreach (var path in new[]
        {
            "/", "/werkvoorraad?staat=alle", "/werkvoorraad?staat=doorgezet", "/werkvoorraad?staat=alle&zoek=vlinderdas", "/directie", "/berichten",
            $"/signalen/{reference}", $"/signalen/{reference}/antwoord",
        })
        {
            var visitor = await portal.As(person).Open(path);
            pages.Add($"{path.Split('/')[^1].Replace(reference, "", StringComparison.Ordinal)} {visitor.Status} {Nameless.WithoutDays(visitor.Text)}");
        }

        pages[^1].ShouldContain($"{HttpStatusCode.NotFound}");
        return pages;
    }
}
