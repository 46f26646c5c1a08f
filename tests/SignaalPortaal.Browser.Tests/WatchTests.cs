using SignaalPortaal.Browser.Tests.Infrastructure;

namespace SignaalPortaal.Browser.Tests;

public sealed class WatchTests(BrowserPortal portal) : BrowserTest(portal)
{
    [Fact]
    public async Task A_page_that_breaks_its_content_security_policy_would_fail_a_test()
    {
        var watch = new Watch();
        await using var visit = await Portal.Visit(person: null, watch);
        var page = await visit.NewPageAsync();
        await page.GotoAsync("/zo-werkt-het");
        watch.SawNothing();

        await page.RunAndWaitForConsoleMessageAsync(() => page.EvaluateAsync("document.body.setAttribute('style', 'color: red')"));

        Should.Throw<ShouldAssertException>(watch.SawNothing).Message.ShouldContain("Content Security Policy");
    }
}
