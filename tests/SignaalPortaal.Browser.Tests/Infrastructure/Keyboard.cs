using Microsoft.Playwright;

namespace SignaalPortaal.Browser.Tests.Infrastructure;

/// <summary>What a person does who has no mouse, and what they must see while doing it.</summary>
internal static class Keyboard
{
    private const int MostStops = 100;

    private const string RememberLooks = """
        () => {
            const look = (element) => {
                const style = getComputedStyle(element);
                return [style.outlineStyle, style.outlineWidth, style.outlineColor, style.boxShadow].join(' ');
            };
            const looks = new Map([...document.querySelectorAll('a, button, summary, input, select, textarea, [tabindex]')].map(element => [element, look(element)]));
            window.stop = () => {
                const element = document.activeElement;
                if (element === document.body) { return null; }
                const box = element.getBoundingClientRect();
                const isSeen = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth && box.width > 1;
                const name = element.labels?.[0]?.textContent ?? element.textContent;
                return `${look(element) === looks.get(element) ? 'LOOKS THE SAME ' : ''}${isSeen ? '' : 'OUT OF SIGHT '}${element.localName} ${name.trim()}`;
            };
        }
        """;

    extension(IPage page)
    {
        /// <summary>Where the focus is, with a complaint when that cannot be seen; null outside the page.</summary>
        public async Task<string?> Stop()
        {
            if (!await page.EvaluateAsync<bool>("'stop' in window"))
            {
                await page.EvaluateAsync($"({RememberLooks})()");
            }

            return await page.EvaluateAsync<string?>("window.stop()");
        }

        /// <summary>All stops from the first to the last, on one round with the tab key.</summary>
        public async Task<IReadOnlyList<string>> TabThrough()
        {
            await page.EvaluateAsync($"({RememberLooks})()");
            var stops = new List<string>();
            while (stops.Count < MostStops)
            {
                await page.Keyboard.PressAsync("Tab");
                if (await page.Stop() is not { } stop)
                {
                    break;
                }

                stops.Add(stop);
            }

            return stops;
        }

        /// <summary>With the tab key alone; each stop on the way can be seen.</summary>
        public async Task TabTo(ILocator target)
        {
            await page.EvaluateAsync($"({RememberLooks})()");
            for (var stops = 0; stops < MostStops; stops++)
            {
                await page.Keyboard.PressAsync("Tab");
                (await page.Stop()).ShouldNotBeNull($"The focus left the page before it came to {target}.").ShouldBeSeen();
                if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
                {
                    return;
                }
            }

            throw new ShouldAssertException($"The focus never came to {target}.");
        }
    }

    public static void ShouldBeSeen(this string stop)
    {
        stop.ShouldNotStartWith("LOOKS THE SAME");
        stop.ShouldNotStartWith("OUT OF SIGHT");
    }
}
