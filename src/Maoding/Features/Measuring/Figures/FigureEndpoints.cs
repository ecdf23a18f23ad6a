using System.Globalization;
using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Indicators;
using Maoding.Domain.Progress;
using Maoding.Hosting;
using Maoding.Shared;
using Maoding.Shared.Addresses;

namespace Maoding.Features.Measuring.Figures;

/// <summary>Workbooks of figures, and figures as JSON.</summary>
internal static class FigureEndpoints
{
    public static void MapFigures(this IEndpointRouteBuilder app)
    {
        app.MapGet("/figures/sheet/{unit:int}/{month:int}/export", SheetAsync).Needs(Permission.SeeFigures);
        app.MapGet(FigureLinks.Export, ManyAsync).Needs(Permission.SeeFigures);
        // Other sites cannot send JSON with our cookie: browsers ask us first, and we do not allow it.
        app.MapPost(FigureLinks.Api, FigureApi.PostAsync).Needs(Permission.EnterFigures);
        app.MapGet(FigureLinks.Api, FigureApi.GetAsync).Needs(Permission.SeeFigures);
    }

    private static async Task<IResult> SheetAsync(int unit, int month, CurrentRequest current, SheetReader reader, Downloads downloads, CancellationToken stop)
    {
        Permissions.Demand(current.Actor, Permission.SeeFigures);
        var grid = await reader.ReadAsync(current.Actor, unit, month, [], null, shows: false, stop);
        if (grid.Groups.Count == 0) throw new RefusalException("FIG003", "这个单位这个月没有要报的指标，没有表可以导出。", RefusalKind.Missing);
        var (name, words) = (current.Directory.UnitName(unit), FigurePeriods.Words(month));
        var taken = new TakenOut("导出报送表", nameof(DataSheet), grid.Sheet?.Id ?? 0, $"{name} {words}");
        return await downloads.SheetAsync(taken, $"{name}{words}数据.xlsx", FigureBook.Wide(grid), stop);
    }

    private static async Task<IResult> ManyAsync(
        int? unit, int? from, int? to, CurrentRequest current, FigureHistory history, Downloads downloads, CancellationToken stop)
    {
        var last = to ?? FigurePeriods.LatestEnded(current.Today);
        if (!FigurePeriods.IsMonth(last) || (from is { } given && !FigurePeriods.IsMonth(given))) throw new RefusalException("FIG018", "月份请写成 202603 这样的六位数。");
        var figures = await history.InForceAsync(current.Actor, unit, from ?? Period.AddMonths(last, -12), last, stop);
        Downloads.Demand(figures.Count, "个数据", "选一个单位或较短的时期", most: FigureBook.MostFigures);
        var taken = new TakenOut("导出数据", nameof(DataSheet), 0, $"{figures.Count} 个");
        var name = string.Create(CultureInfo.InvariantCulture, $"数据{current.Today:yyyyMMdd}.xlsx");
        return await downloads.SheetAsync(taken, name, FigureBook.Lines(figures), stop, FigureBook.MostFigures);
    }
}
