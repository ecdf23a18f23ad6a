using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Maoding.TestKit;

/// <summary>Accessibility as axe judges it.</summary>
public static class AxeExtensions
{
    private static readonly string _axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>The page's serious and critical violations, each with its rule and the elements; empty when there are none.</summary>
    /// <remarks>Called in the page itself: the binding for Playwright opens a second page for each run, which takes longer than axe.</remarks>
    public static async Task<IReadOnlyList<string>> Axe(this IPage page)
    {
        if (!await page.EvaluateAsync<bool>("'axe' in window")) await page.EvaluateAsync($"() => {{ {_axe} }}");
        return await page.EvaluateAsync<string[]>(
            """
            async () => {
                const result = await axe.run(document, { resultTypes: ["violations"] });
                return result.violations.filter(v => v.impact === "serious" || v.impact === "critical")
                    .map(v => `${v.impact} ${v.id}: ${v.help}\n` + v.nodes.map(n => `    ${n.html}`).join("\n"));
            }
            """);
    }
}
