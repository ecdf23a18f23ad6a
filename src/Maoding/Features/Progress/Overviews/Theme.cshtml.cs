using Maoding.Domain.Access;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Progress.Overviews;

/// <summary>What belongs to one theme.</summary>
public sealed class ThemeModel(OverviewService overview, PartReader reader) : PartPage(overview, reader)
{
    [Needs(Permission.SeeOverview)]
    public Task<IActionResult> OnGetAsync(int theme, CancellationToken stop) =>
        ShowAsync(Directory.Ledger.Running is { } plan ? Directory.Ledger.Themes(plan.Id)
            .FirstOrDefault(t => t.Id == theme)?.Name : null, new LedgerFilter(Theme: theme), id => Reader.OfTheme(id, theme), stop);
}
