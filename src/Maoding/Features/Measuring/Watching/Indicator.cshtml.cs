using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Indicators;
using Maoding.Domain.Progress;
using Maoding.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Measuring.Watching;

/// <summary>One indicator: its curve, its rank, its parts.</summary>
public sealed class IndicatorModel(WatchService watch) : MaodingPage
{
    /// <summary>yyyymm: the last month shown; without: the last that is over.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Month { get; set; }

    public WatchDetail Detail { get; private set; } = null!;

    /// <summary>The areas that stand in the table, in the order of kinds.</summary>
    public IReadOnlyList<WatchArea> Columns => [.. Detail.Others.Where(o => o.Area.Kind is AreaKind.City or AreaKind.Peer)];

    [Needs(Permission.SeeFigures)]
    public async Task OnGetAsync(string code, CancellationToken stop)
    {
        var last = Period.AddMonths(Period.MonthOf(Today), -1);
        var month = Month is { } asked && asked <= last && asked % 100 is >= 1 and <= 12 && asked > 199001 ? asked : last;
        Detail = await watch.DetailAsync(Actor, code, month, stop)
            ?? throw new RefusalException("WAT002", "没有这个指标，或者它还没有审核过的数据。请从“形势研判”栏目进入。", RefusalKind.Missing);
    }
}
