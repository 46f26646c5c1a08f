using System.Net;
using Microsoft.AspNetCore.Hosting;
using SignaalPortaal.Web.Tests.Infrastructure;

namespace SignaalPortaal.Web.Tests.Identity;

public sealed class DemoSignInTests(Portal portal) : IClassFixture<Portal>
{
    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public void Outside_a_demonstration_the_portal_refuses_to_start_with_it_and_says_why(string environment)
    {
        using var factory = portal.WithWebHostBuilder(host => host.UseEnvironment(environment).UseSetting("DemoSignIn", "true"));

        var refused = Should.Throw<InvalidOperationException>(() => factory.CreateClient());

        refused.Message.ShouldContain("DemoSignIn");
        refused.Message.ShouldContain(environment);
    }

    [Fact]
    public void In_production_it_refuses_to_start_when_nobody_could_come_in()
    {
        using var factory = portal.WithWebHostBuilder(host => host.UseEnvironment("Production"));

        Should.Throw<InvalidOperationException>(() => factory.CreateClient()).Message.ShouldContain("no sign-in");
    }

    [Theory]
    [InlineData("/mijn-signalen", "/mijn-signalen")]
    [InlineData("//elders.example", "/")]
    [InlineData(@"/\elders.example", "/")]
    [InlineData("/\t/elders.example", "/")]
    [InlineData("https://elders.example", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("elders", "/")]
    [InlineData("", "/")]
    public async Task Sign_in_leads_to_no_other_host(string returnTo, string expected)
    {
        var caller = await portal.Nobody().Open($"/inloggen?terug={WebUtility.UrlEncode(returnTo)}");
        var token = caller.Page.QuerySelector("main form[method=post] input[name=formulier]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["formulier"] = token,
            ["wie"] = portal.Cast.Reporter.ToString(),
            ["terug"] = returnTo,
        });

        await caller.Show(await caller.Http.PostAsync("/inloggen", form));

        caller.Location.Host.ShouldBe("localhost");
        caller.Location.AbsolutePath.ShouldBe(expected);
    }

    [Fact]
    public async Task Whose_session_ended_while_writing_gets_the_text_back()
    {
        var reporter = portal.As(portal.Cast.Reporter);
        await reporter.Open("/signalen/nieuw");
        reporter.Choose("Knelpunt").Fill("Waar gaat het over?", "Lang geschreven").Fill("Wat zie je gebeuren?", "Een uur werk.");
        portal.Clock.Advance(TimeSpan.FromHours(2));

        await reporter.Press("Verder naar controleren");

        reporter.Status.ShouldBe(HttpStatusCode.Unauthorized);
        reporter.Text.ShouldContain("Een uur werk.");
    }

    [Fact]
    public async Task Who_is_not_known_any_more_is_signed_out()
    {
        var colleague = await portal.As(portal.Cast.Colleague).Open("/");
        await portal.Database.Scalar<int>("delete from people where number = '11'");

        var page = await colleague.Http.GetAsync("/");

        page.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/inloggen");
    }
}
