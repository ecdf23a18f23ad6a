using Maoding.Domain.Access;
using Maoding.Domain.Editions;
using Maoding.Domain.Indicators;
using Maoding.Domain.Watching;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Maoding.Shared.Editions;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Measuring.Watching;

/// <summary>形势研判: the page of the monthly analysis meeting.</summary>
public sealed class IndexModel(WatchService watch, AnalysisService analyses, EditionStore store) : MaodingPage
{
    /// <summary>yyyymm; without: the newest with a figure.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Month { get; set; }

    /// <summary>Null while there are no figures.</summary>
    public WatchView? View { get; private set; }

    /// <summary>Key of a finalised analysis, whose month is shown.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Analysis { get; set; }

    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public DateOnly? Day { get; set; }

    [BindProperty]
    public string? ApprovedBy { get; set; }

    /// <summary>The month's papers, the newest first; none before it is finalised.</summary>
    public IReadOnlyList<Edition> Editions { get; private set; } = [];

    public IReadOnlyList<int> Months { get; private set; } = [];

    /// <summary>Sections of the main table.</summary>
    public IEnumerable<IGrouping<Dimension, WatchLine>> Dimensions =>
        View!.Development.Where(l => l.Now is not null).GroupBy(l => l.Indicator.Dimension).OrderBy(g => g.Key);

    public IEnumerable<Turn> Of(Tone tone) => View!.Turns.Where(t => t.Tone == tone).OrderBy(t => t.Rule);

    [Needs(Permission.SeeFigures)]
    public Task OnGetAsync(CancellationToken stop) => LoadAsync(stop);

    [Needs(Permission.FinaliseAnalysis)]
    public Task<IActionResult> OnPostAsync(CancellationToken stop) => Try(
        async () =>
        {
            var back = WatchLinks.At(Month ?? 0);
            await analyses.FinaliseAsync(Actor, new AnalysisForm(Month ?? 0, Number ?? "", Day, ApprovedBy ?? ""), Once(back), stop);
            Notice("分析材料已定稿，此后数据修订不再改变它。");
            return Redirect(back);
        },
        () => LoadAsync(stop));

    private async Task LoadAsync(CancellationToken stop)
    {
        Months = await watch.MonthsAsync(Current, WatchService.LastMonth(Today), stop);
        if (Months.Count == 0) return;
        if (Analysis is { } id) Month ??= await analyses.MonthOfAsync(id, stop);
        var month = Month is { } asked && Months.Contains(asked) ? asked : Current.NewestOf(Months) ?? Months[0];
        Current.ShowMonth(month);
        Day ??= Today;
        if (await analyses.OfMonthAsync(month, stop) is { } final) Editions = await store.OfAsync(nameof(MonthAnalysis), final.Id, stop);
        var plan = Directory.Ledger.Of(month / 100)?.Id;
        View = await watch.ReadAsync(Current, month, plan, stop);
    }
}
