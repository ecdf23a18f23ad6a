using Maoding.Domain.Access;
using Maoding.Domain.Progress;
using Maoding.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Measuring.Watching;

/// <summary>热力图: indicators by months.</summary>
public sealed class MapModel(WatchService watch) : MaodingPage
{
    /// <summary>yyyymm: the last of the twelve; without: the newest with a figure.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Month { get; set; }

    public IReadOnlyList<int> Months { get; private set; } = [];

    public int Last { get; private set; }

    public IReadOnlyList<WatchMapLine> Lines { get; private set; } = [];

    [Needs(Permission.SeeFigures)]
    public async Task OnGetAsync(CancellationToken stop)
    {
        Months = await watch.MonthsAsync(Current, Period.AddMonths(Period.MonthOf(Today), -1), stop);
        if (Months.Count == 0) return;
        Last = Month is { } asked && Months.Contains(asked) ? asked : Current.NewestOf(Months) ?? Months[0];
        Current.ShowMonth(Last);
        Lines = await watch.MapAsync(Current, Last, stop);
    }

    /// <summary>The class of a shade and the mark that says the same in print.</summary>
    public static (string Class, string Mark) Shade(int shade) => shade switch
    {
        2 => ("heat heat-2", "▲▲"),
        1 => ("heat heat-1", "▲"),
        -1 => ("heat heat-m1", "▼"),
        -2 => ("heat heat-m2", "▼▼"),
        _ => ("heat", ""),
    };
}
