using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace SignaalPortaal.Browser.Tests.Infrastructure;

/// <summary>What keeps people from using a page, as far as a machine can tell.</summary>
internal static class Barriers
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        ResultTypes = [ResultType.Violations],
    };

    private static async Task Shot(IPage page, string state, int width) // TEMP
    {
        if (Environment.GetEnvironmentVariable("SHOTS") is { } folder)
        {
            await page.ScreenshotAsync(new() { Path = $"{folder}/{state.Replace('/', '_')}-{width}.png", FullPage = true });
        }
    }

    extension(IPage page)
    {
        /// <summary>On a desktop and on a phone, and nothing to scroll sideways for on the smallest phone. Leaves the page as wide as a desktop.</summary>
        public async Task ShouldHaveNoBarriers(string state)
        {
            foreach (var width in new[] { BrowserPortal.Desktop, BrowserPortal.Phone })
            {
                await page.SetViewportSizeAsync(width, 900);
                await Shot(page, state, width); // TEMP
                await page.ShouldPassAxe($"{state}, {width} pixels wide");
            }

            await page.ShouldFit(state);
            await page.SetViewportSizeAsync(BrowserPortal.SmallestPhone, 900);
            await page.ShouldFit(state);
            await page.SetViewportSizeAsync(BrowserPortal.Desktop, 900);
        }

        public async Task ShouldPassAxe(string state)
        {
            var w = System.Diagnostics.Stopwatch.StartNew(); // TEMP
            var result = await page.RunAxe(Rules);
            File.AppendAllText("/tmp/axe.log", $"{w.ElapsedMilliseconds} {state}\n"); // TEMP
            result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {violation.Help}: {node.Html}")).ShouldBeEmpty(state);
        }

        private async Task ShouldFit(string state)
        {
            var (content, width) = (await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), page.ViewportSize!.Width);
            content.ShouldBeLessThanOrEqualTo(width, state);
        }
    }
}
