using Maoding.Domain.Access;
using Maoding.Domain.Indicators;
using Maoding.Domain.Progress;
using Maoding.Domain.Watching;
using Maoding.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Measuring.Watching;

/// <summary>形势研判: the page of the monthly analysis meeting.</summary>
public sealed class IndexModel(WatchService watch) : MaodingPage
{
    /// <summary>yyyymm; without: the newest with a figure.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Month { get; set; }

    /// <summary>Null while there are no figures.</summary>
    public WatchView? View { get; private set; }

    public IReadOnlyList<int> Months { get; private set; } = [];

    /// <summary>Sections of the main table.</summary>
    public IEnumerable<IGrouping<Dimension, WatchLine>> Dimensions =>
        View!.Development.Where(l => l.Now is not null).GroupBy(l => l.Indicator.Dimension).OrderBy(g => g.Key);

    public IEnumerable<Turn> Of(Tone tone) => View!.Turns.Where(t => t.Tone == tone).OrderBy(t => t.Rule);

    [Needs(Permission.SeeFigures)]
    public async Task OnGetAsync(CancellationToken stop)
    {
        var last = Period.AddMonths(Period.MonthOf(Today), -1);
        Months = await watch.MonthsAsync(Current, last, stop);
        if (Months.Count == 0) return;
        var month = Month is { } asked && Months.Contains(asked) ? asked : Current.NewestOf(Months) ?? Months[0];
        Current.ShowMonth(month);
        var plan = Directory.Ledger.Of(month / 100)?.Id;
        View = await watch.ReadAsync(Current, month, plan, stop);
    }
}
