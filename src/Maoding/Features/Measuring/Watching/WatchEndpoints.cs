using System.Globalization;
using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Indicators;
using Maoding.Domain.Progress;
using Maoding.Hosting;
using Maoding.Shared;

namespace Maoding.Features.Measuring.Watching;

/// <summary>The paper of the analysis meeting.</summary>
internal static class WatchEndpoints
{
    public static void MapWatch(this IEndpointRouteBuilder app) => app.MapGet("/watching/paper", PaperAsync).Needs(Permission.SeeFigures);

    /// <exception cref="RefusalException">WAT001: there are no figures of that month.</exception>
    private static async Task<IResult> PaperAsync(int? month, WatchService watch, CurrentRequest current, Downloads downloads, CancellationToken stop)
    {
        var months = await watch.MonthsAsync(current, Period.AddMonths(Period.MonthOf(current.Today), -1), stop);
        if (months.Count == 0 || (month is { } asked && !months.Contains(asked)))
            throw new RefusalException("WAT001", "这个月还没有审核过的数据，没有分析材料可下载。请从“形势研判”栏目选一个月份。", RefusalKind.Missing);
        var of = month ?? months[0];
        var view = await watch.ReadAsync(current, of, current.Directory.Ledger.Of(of / 100)?.Id, stop);
        var words = string.Create(CultureInfo.InvariantCulture, $"{of / 100}年{of % 100}月");
        var taken = new TakenOut("下载形势分析", nameof(DataSheet), 0, words);
        return await downloads.PaperAsync(taken, $"{view.District}经济运行分析（{words}）.docx", WatchPaper.Of(view, current.Today), stop);
    }
}
