using System.Globalization;
using Maoding.Districts;
using Maoding.Documents.Writing;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Indicators;
using Maoding.Domain.Progress;
using Maoding.Hosting;
using Maoding.Shared;
using Maoding.Shared.Addresses;
using Maoding.Storage.Auditing;

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

    private static async Task<IResult> SheetAsync(int unit, int month, CurrentRequest current, SheetReader reader, AuditedSave save, CancellationToken stop)
    {
        Permissions.Demand(current.Actor, Permission.SeeFigures);
        var grid = await reader.ReadAsync(current.Actor, unit, month, [], null, shows: false, stop);
        if (grid.Groups.Count == 0) throw new RefusalException("FIG003", "这个单位这个月没有要报的指标，没有表可以导出。", RefusalKind.Missing);
        await save.NoteAsync(
            current.Actor, "导出报送表", nameof(DataSheet), grid.Sheet?.Id ?? 0, $"{current.Directory.UnitName(unit)} {FigurePeriods.Words(month)}", stop);
        return Book(FigureBook.Wide(grid), $"{current.Directory.UnitName(unit)}{FigurePeriods.Words(month)}数据.xlsx");
    }

    private static async Task<IResult> ManyAsync(
        int? unit, int? from, int? to, CurrentRequest current, FigureHistory history, AuditedSave save, CancellationToken stop)
    {
        var last = to ?? FigurePeriods.LatestEnded(current.Today);
        if (!FigurePeriods.IsMonth(last) || (from is { } given && !FigurePeriods.IsMonth(given))) throw new RefusalException("FIG018", "月份请写成 202603 这样的六位数。");
        var figures = await history.InForceAsync(current.Actor, unit, from ?? Period.AddMonths(last, -12), last, stop);
        await save.NoteAsync(current.Actor, "导出数据", nameof(DataSheet), 0, $"{figures.Count} 个", stop);
        return Book(FigureBook.Lines(figures), string.Create(CultureInfo.InvariantCulture, $"数据{current.Today:yyyyMMdd}.xlsx"));
    }

    private static IResult Book(TableSheet sheet, string name)
    {
        using var buffer = new MemoryStream();
        TableBookWriter.Write(buffer, [sheet]);
        return Results.File(buffer.ToArray(), MediaTypes.Xlsx, name);
    }
}
