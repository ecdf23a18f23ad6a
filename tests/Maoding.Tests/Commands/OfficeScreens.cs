using System.Text.RegularExpressions;
using Maoding.TestKit;
using Microsoft.Playwright;

namespace Maoding.Tests.Commands;

/// <summary>Looks at every page that the navigation leads to, and at one thing of each list, as offices see them: on their screens and on paper.</summary>
internal static partial class OfficeScreens
{
    /// <summary>A flexible box with a gap and nothing to show: Chromium up to 102 prints pages without end for it.</summary>
    private const string EmptyBoxes =
        """
        () => {
            const seen = node => node.nodeType === 3 ? node.textContent.trim() !== "" : node.nodeType === 1 && (style => style.display !== "none"
                && (style.display !== "contents" || [...node.childNodes].some(seen)))(getComputedStyle(node));
            return [...document.querySelectorAll("body *")].filter(box => {
                const style = getComputedStyle(box);
                return /flex|grid/.test(style.display) && (parseFloat(style.rowGap) > 0 || parseFloat(style.columnGap) > 0)
                    && box.getClientRects().length > 0 && ![...box.childNodes].some(seen);
            }).map(box => `${box.tagName}.${box.className} in .${box.parentElement.className}`);
        }
        """;

    /// <summary>What is cut: the page itself, or a list that has to be scrolled sideways.</summary>
    private const string Cut =
        """
        () => [document.documentElement, ...document.querySelectorAll(".scroll")].filter(box => box.scrollWidth > box.clientWidth + 1)
            .map(box => `${box.getAttribute("aria-label") ?? box.className ?? "page"} by ${box.scrollWidth - box.clientWidth}`)
        """;

    /// <returns>Faults with their address; empty when there are none.</returns>
    public static async Task<IReadOnlyList<string>> FaultsAsync(string address, string person)
    {
        await using var browser = await Browser.Open(address);
        var page = browser.Page;
        await page.GotoAsync("/own-account/sign-in");
        await page.EvaluateAsync("() => document.querySelectorAll('details').forEach(d => d.open = true)");
        await page.Locator("main form button", new PageLocatorOptions { HasText = person }).First.ClickAsync();
        await page.WaitForURLAsync("**/today");
        var faults = new List<string>();
        var (open, known) = (new Queue<string>(["/today"]), new HashSet<string> { "/today" });
        while (open.TryDequeue(out var path))
        {
            await page.GotoAsync(path);
            faults.AddRange((await FaultsOfAsync(page)).Select(f => $"{path}: {f}"));
            foreach (var link in await page.EvaluateAsync<string[]>(
                "() => [...document.querySelectorAll('nav a[href], main table a[href]:not([download])')].map(a => a.getAttribute('href'))"))
            {
                if (IsPlace(link) && known.Add(Numbers().Replace(link, "#"))) open.Enqueue(link);
            }
        }

        return known.Count > 40 ? faults : [$"only {known.Count} pages were found", .. faults];
    }

    /// <summary>A page as it is opened first: no file, and no list narrowed down.</summary>
    private static bool IsPlace(string link) => link.StartsWith('/') && link.Length > 1 && !link.Contains('?', StringComparison.Ordinal)
        && !link.Contains('#', StringComparison.Ordinal) && !link.Contains('.', StringComparison.Ordinal);

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Numbers();

    private static async Task<IReadOnlyList<string>> FaultsOfAsync(IPage page)
    {
        var faults = new List<string>();
        foreach (var (width, height) in new[] { (1920, 1080), (1366, 768) })
        {
            await page.SetViewportSizeAsync(width, height);
            faults.AddRange((await page.EvaluateAsync<string[]>(Cut)).Select(c => $"cut at {width}, {c}"));
        }

        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        faults.AddRange((await page.EvaluateAsync<string[]>(EmptyBoxes)).Distinct().Select(b => $"empty on paper, {b}"));
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen });
        return faults;
    }
}
