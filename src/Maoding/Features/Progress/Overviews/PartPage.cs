using Maoding.Domain.Ledger;
using Maoding.Hosting;
using Maoding.Shared;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Progress.Overviews;

/// <summary>One leader's, unit's or theme's leaves with light, share and last words.</summary>
public abstract class PartPage(OverviewService overview, PartReader reader) : MaodingPage
{
    /// <summary>yyyymm; the last closed month without.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Month { get; set; }

    public Plan Plan { get; private set; } = null!;

    public string Name { get; private set; } = "";

    /// <summary>The same rows in the list of the ledger.</summary>
    public LedgerFilter Filter { get; private set; } = new();

    public IReadOnlyList<MonthLine> Months { get; private set; } = [];

    public IReadOnlyList<PartRow> Rows { get; private set; } = [];

    protected PartReader Reader => reader;

    /// <param name="name">Null when there is no such part: the page is missing.</param>
    protected async Task<IActionResult> ShowAsync(string? name, LedgerFilter filter, Func<int, IQueryable<Commitment>> leaves, CancellationToken stop)
    {
        if (string.IsNullOrEmpty(name) || Current.Plan is not { } plan) return NotFound();
        (Plan, Name, Filter) = (plan, name, filter with { Year = Current.CarriedYear });
        Months = await overview.MonthsAsync(plan.Id, stop);
        Month = OverviewService.ClosedMonth(Months, Month);
        Rows = await reader.ReadAsync(Actor, leaves(plan.Id), plan.Id, Month, stop);
        ViewData["Title"] = Name;
        ViewData["Section"] = "overview";
        ViewData["Subtitle"] = Month is { } shown ? $"{plan.Year}年{shown % 100}月，{Rows.Count} 项" : $"{plan.Year}年，{Rows.Count} 项";
        ViewData["Back"] = new BackLink("总览", Month is { } back ? OverviewLinks.Month(back) : OverviewLinks.Index);
        return Page();
    }
}
