using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace SignaalPortaal.Browser.Tests.Infrastructure;

/// <summary>What keeps people from using a page, as far as a machine can tell.</summary>
internal static class Barriers
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private static readonly string[] Tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    /// <summary>Here and not with RunAxe, which takes twice as long: it sends axe with each run and opens a page to gather the results of frames, which no page has.</summary>
    private const string Run = """
        async tags => {
            const result = await axe.run({ runOnly: tags, resultTypes: ['violations'] });
            return result.violations.flatMap(violation => violation.nodes.map(node => `${violation.id}: ${violation.help}: ${node.html}`));
        }
        """;

    extension(IPage page)
    {
        /// <summary>On a desktop and on a phone, and nothing to scroll sideways for on the smallest phone. Leaves the page as wide as a desktop.</summary>
        public async Task ShouldHaveNoBarriers(string state)
        {
            foreach (var width in new[] { BrowserPortal.Desktop, BrowserPortal.Phone })
            {
                await page.SetViewportSizeAsync(width, 900);
                await page.ShouldPassAxe($"{state}, {width} pixels wide");
            }

            await page.ShouldFit(state);
            await page.SetViewportSizeAsync(BrowserPortal.SmallestPhone, 900);
            await page.ShouldFit(state);
            await page.SetViewportSizeAsync(BrowserPortal.Desktop, 900);
        }

        public async Task ShouldPassAxe(string state) => (await page.Violations()).ShouldBeEmpty(state);

        public async Task<string[]> Violations()
        {
            if (!await page.EvaluateAsync<bool>("'axe' in window"))
            {
                await page.EvaluateAsync(Axe);
            }

            return await page.EvaluateAsync<string[]>(Run, Tags);
        }

        private async Task ShouldFit(string state)
        {
            var (content, width) = (await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), page.ViewportSize!.Width);
            content.ShouldBeLessThanOrEqualTo(width, state);
        }
    }
}
