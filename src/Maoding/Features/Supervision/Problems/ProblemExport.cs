using System.Globalization;
using Maoding.Districts;
using Maoding.Documents.Writing;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Problems;
using Maoding.Hosting;
using Maoding.Shared;
using Maoding.Shared.Addresses;

namespace Maoding.Features.Supervision.Problems;

/// <summary>The list as a workbook: the same filter, order and visibility, all pages.</summary>
internal static class ProblemExport
{
    private static readonly TableColumn[] Columns =
    [
        new("编号", 11), new("状态", 9), new("问题", 44), new("项目", 30), new("企业", 20),
        new("原因", 13), new("来源", 10), new("影响投资（万元）", 14), new("提出日期", 12), new("提出单位", 16),
        new("办理单位", 16), new("负责领导", 22), new("解决期限", 12), new("层级", 10), new("持续天数", 9), new("解决情况", 50),
    ];

    public static void MapProblems(this IEndpointRouteBuilder app) => app.MapGet(ProblemLinks.Export, ExportAsync).Needs(Permission.SeeProblems);

    /// <exception cref="RefusalException">PER001; PRB020: more problems than one workbook takes.</exception>
    private static async Task<IResult> ExportAsync(HttpContext context, CurrentRequest current, ProblemList list, Downloads downloads, CancellationToken stop)
    {
        var lines = await list.AllAsync(current.Actor, ProblemFilter.From(context.Request.Query), current.Today, Downloads.MostRows + 1, stop);
        Downloads.Demand(lines.Count, "个问题", "缩小范围", "PRB020");
        var taken = new TakenOut("导出问题清单", nameof(Problem), 0, $"{lines.Count} 个");
        var sheet = new TableSheet("问题清单", Columns, [.. lines.Select(l => Cells(l, current.Directory, current.Today))]);
        return await downloads.SheetAsync(taken, string.Create(CultureInfo.InvariantCulture, $"问题清单{current.Today:yyyyMMdd}.xlsx"), sheet, stop);
    }

    private static object?[] Cells(ProblemLine line, DirectorySnapshot directory, DateOnly today) =>
    [
        ProblemWords.Number(line.Number),
        ProblemMoves.NameOf(line.State),
        line.Title,
        line.Project,
        line.Enterprise,
        ProblemWords.Of(line.Cause),
        ProblemWords.Of(line.Origin),
        line.HeldBack,
        line.RaisedOn,
        directory.UnitName(line.RaisedUnitId),
        directory.UnitName(line.UnitId),
        directory.LeaderName(line.LeaderPostId, today),
        line.Due,
        line.State == ProblemState.Raised ? "" : ProblemWords.Of(line.Tier),
        (line.ClosedOn ?? today).DayNumber - line.RaisedOn.DayNumber,
        line.Resolution,
    ];
}
