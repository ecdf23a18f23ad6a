using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Indicators;
using Maoding.Domain.Watching;
using Maoding.Hosting;
using Maoding.Shared;
using Maoding.Shared.Editions;

namespace Maoding.Features.Measuring.Watching;

/// <summary>The paper of the analysis meeting.</summary>
internal static class WatchEndpoints
{
    public static void MapWatch(this IEndpointRouteBuilder app) => app.MapGet("/watching/paper", PaperAsync).Needs(Permission.SeeFigures);

    /// <summary>As it was finalised, else what the figures say now.</summary>
    /// <exception cref="RefusalException">WAT001: there are no figures of that month.</exception>
    private static async Task<IResult> PaperAsync(
        int? month, WatchService watch, AnalysisService analyses, EditionStore editions, CurrentRequest current, Downloads downloads, HttpContext context,
        CancellationToken stop)
    {
        var months = await watch.MonthsAsync(current, WatchService.LastMonth(current.Today), stop);
        var of = month ?? (months.Count > 0 ? months[0] : 0);
        var words = $"{of / 100}年{of % 100}月";
        if (await analyses.OfMonthAsync(of, stop) is { } analysis)
        {
            var kept = await editions.FileAsync(nameof(MonthAnalysis), analysis.Id, ".docx", stop);
            return await downloads.StoredAsync(new TakenOut("下载形势分析", nameof(MonthAnalysis), analysis.Id, words), kept, context.Response, stop);
        }

        if (!months.Contains(of)) throw WatchService.Nothing();
        var view = await watch.ReadAsync(current, of, current.Directory.Ledger.Of(of / 100)?.Id, stop);
        return await downloads.PaperAsync(
            new TakenOut("下载形势分析", nameof(DataSheet), 0, words), $"{WatchPaper.NameOf(view)}.docx", WatchPaper.Of(view, current.Today), stop);
    }
}
