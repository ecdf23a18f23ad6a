using Maoding.Domain.Access;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Progress.Overviews;

/// <summary>What belongs to one theme.</summary>
public sealed class ThemeModel(OverviewService overview, PartReader reader) : PartPage(overview, reader)
{
    [Needs(Permission.SeeOverview)]
    public Task<IActionResult> OnGetAsync(int theme, CancellationToken stop)
    {
        if (Directory.Ledger.OfTheme(theme) is not { } plan) return Task.FromResult<IActionResult>(NotFound());
        Current.ShowYearOf(plan.Id);
        return ShowAsync(
            Directory.Ledger.Themes(plan.Id).First(t => t.Id == theme).Name, new LedgerFilter(Theme: theme), id => Reader.OfTheme(id, theme), stop);
    }
}
