using System.Globalization;
using Maoding.Districts;
using Maoding.Documents.Writing;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Indicators;
using Maoding.Domain.Ledger;
using Maoding.Domain.Lights;
using Maoding.Domain.Targets;
using Maoding.Hosting;
using Maoding.Shared;
using Maoding.Shared.Addresses;

namespace Maoding.Features.Measuring.Targets;

/// <summary>The list as a workbook, the design sheet as a paper and as a workbook.</summary>
internal static class TargetExports
{
    public static void MapTargets(this IEndpointRouteBuilder app)
    {
        app.MapGet(TargetLinks.Export, ListAsync).Needs(Permission.SeeTargets);
        app.MapGet(TargetLinks.DesignPaper, DesignPaperAsync).Needs(Permission.SeeTargets);
        app.MapGet(TargetLinks.DesignSheet, DesignSheetAsync).Needs(Permission.SeeTargets);
    }

    private static async Task<IResult> ListAsync(
        TargetReader reader, CurrentRequest current, Downloads downloads, int? dimension, int? nature, int? light, int? unit, CancellationToken stop)
    {
        var plan = Plan(current);
        var board = await reader.ReadAsync(current.Actor, plan, current.Today, stop);
        var lines = board.Lines.Where(l => TargetFilter.Passes(l, (Dimension?)dimension, (TargetNature?)nature, (Light?)light, unit));
        TableColumn[] columns =
        [
            new("方面", 8), new("指标", 30), new("目标", 26), new("性质", 9), new("数据项", 11), new("单位", 10),
            new("最新数据", 11), new("所属时期", 12), new("应达到", 11), new("差距", 16), new("预计年底", 11),
            new("完成可能%", 10), new("灯", 8), new("判断", 10), new("全市", 11), new("位次", 8), new("牵头单位", 20), new("说明", 60),
        ];
        var rows = lines.Select(IReadOnlyList<object?> (l) =>
        [
            FigureWords.Of(l.Indicator.Dimension), l.Indicator.Name, l.Phrase, TargetNames.Of(l.Target.Nature),
            FigureWords.Of(l.Facts.Measure), l.Facts.Unit.Value, l.Evaluation.Figure?.Value, l.PeriodOfFigure,
            l.Evaluation.Planned, l.GapWords, l.Outlook is { } o ? Math.Round(o.Forecast, l.Places) : null,
            l.Outlook?.Likelihood / 10m, LightWords.Of(l.Light.Light), TargetNames.Of(l.Evaluation.Verdict),
            l.City?.Value, l.Rank?.Value, current.Directory.UnitName(l.Row.LeadUnitId), l.Evaluation.Words,
        ]).ToList();
        var name = string.Create(CultureInfo.InvariantCulture, $"{plan.Year}年目标{current.Today:yyyyMMdd}.xlsx");
        return await downloads.SheetAsync(
            new TakenOut("导出目标", nameof(Plan), plan.Id, $"{rows.Count} 项"), name, new TableSheet("目标", columns, rows), stop);
    }

    private static async Task<IResult> DesignPaperAsync(DesignReader reader, CurrentRequest current, Downloads downloads, CancellationToken stop)
    {
        var plan = Plan(current);
        var sheet = await reader.ReadAsync(current.Actor, plan, current.Today, stop);
        PaperColumn[] columns =
        [
            new("序号", 4, true), new("指标", 14), new("与上年比", 7, true), new("本年目标", 14), new("性质", 6, true),
            new("上年目标", 12), new("上年完成", 9, true), new("全市目标", 11), new("难度", 28), new("设定考虑", 20),
        ];
        var rows = new List<IReadOnlyList<string>>();
        var number = 0;
        foreach (var group in sheet.Lines.GroupBy(l => l.TargetId is null ? "取消的指标" : FigureWords.Of(l.Indicator.Dimension)))
        {
            rows.Add([group.Key]);
            rows.AddRange(group.Select(l => (string[])[$"{++number}", l.Indicator.Name, l.ChangeWords, l.Phrase,
                l.Nature, l.LastTarget, l.LastResult, l.CityTarget, l.Difficulty?.Brief ?? "", l.Note]));
        }

        var paper = new OfficialPaper(
            $"{current.Directory.Region.Name}{plan.Year}年主要预期目标设计表",
            [new PaperParagraph(sheet.Opening), new PaperParagraph(""), new PaperTable(columns, rows)])
        {
            Note = current.Today.ToString("yyyy年M月d日", CultureInfo.InvariantCulture),
            IsWide = true,
        };
        return await downloads.PaperAsync(new TakenOut("下载指标设计表", nameof(Plan), plan.Id), $"{plan.Year}年指标设计表.docx", paper, stop);
    }

    private static async Task<IResult> DesignSheetAsync(DesignReader reader, CurrentRequest current, Downloads downloads, CancellationToken stop)
    {
        var plan = Plan(current);
        var sheet = await reader.ReadAsync(current.Actor, plan, current.Today, stop);
        TableColumn[] columns = [new("方面", 8), new("指标", 30), new("与上年比", 10), new("目标", 26), new("性质", 9),
            new("上年目标", 24), new("上年完成", 14), new("全市目标", 22), new("难度", 60), new("设定考虑", 40)];
        var rows = sheet.Lines.Select(IReadOnlyList<object?> (l) => [FigureWords.Of(l.Indicator.Dimension), l.Indicator.Name,
            l.ChangeWords, l.Phrase, l.Nature, l.LastTarget, l.LastResult, l.CityTarget, l.Difficulty?.Words ?? "", l.Note]).ToList();
        return await downloads.SheetAsync(
            new TakenOut("下载指标设计表", nameof(Plan), plan.Id), $"{plan.Year}年指标设计表.xlsx", new TableSheet("指标设计表", columns, rows), stop);
    }

    private static Plan Plan(CurrentRequest current) =>
        current.Plan ?? throw new RefusalException("TGT001", "还没有台账，没有目标可以导出。", RefusalKind.Missing);
}
