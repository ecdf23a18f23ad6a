using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Maoding.TestKit;

/// <summary>Accessibility as axe judges it.</summary>
public static class AxeExtensions
{
    /// <summary>The page's serious and critical violations, each with its rule and the elements; empty when there are none.</summary>
    public static async Task<IReadOnlyList<string>> Axe(this IPage page)
    {
        var result = await page.RunAxe();
        return
        [
            .. from violation in result.Violations
               where violation.Impact is "serious" or "critical"
               select $"{violation.Impact} {violation.Id}: {violation.Help}\n{string.Join('\n', violation.Nodes.Select(n => $"    {n.Html}"))}",
        ];
    }
}
