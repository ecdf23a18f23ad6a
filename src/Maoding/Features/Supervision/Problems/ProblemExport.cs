using System.Globalization;
using Maoding.Districts;
using Maoding.Documents.Writing;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Problems;
using Maoding.Hosting;
using Maoding.Shared;
using Maoding.Shared.Addresses;
using Maoding.Storage.Auditing;

namespace Maoding.Features.Supervision.Problems;

/// <summary>The list as a workbook: the same filter, order and visibility, all pages.</summary>
internal static class ProblemExport
{
    /// <summary>Rows of one workbook.</summary>
    public const int MostRows = 5000;

    private static readonly TableColumn[] Columns =
    [
        new("编号", 11), new("状态", 9), new("问题", 44), new("项目", 30), new("企业", 20),
        new("原因", 13), new("来源", 10), new("影响投资（万元）", 14), new("提出日期", 12), new("提出单位", 16),
        new("办理单位", 16), new("负责领导", 22), new("解决期限", 12), new("层级", 10), new("持续天数", 9), new("解决情况", 50),
    ];

    public static void MapProblems(this IEndpointRouteBuilder app) => app.MapGet(ProblemLinks.Export, ExportAsync).Needs(Permission.SeeProblems);

    /// <exception cref="RefusalException">PER001; PRB020: more problems than one workbook takes.</exception>
    private static async Task<IResult> ExportAsync(HttpContext context, CurrentRequest current, ProblemList list, AuditedSave save, CancellationToken stop)
    {
        var lines = await list.AllAsync(current.Actor, ProblemFilter.From(context.Request.Query), current.Today, MostRows + 1, stop);
        if (lines.Count > MostRows) throw new RefusalException("PRB020", $"一次最多导出 {MostRows} 个问题，现在的条件下不止这些。请缩小范围，分几次导出。", RefusalKind.TooLarge);
        using var buffer = new MemoryStream();
        TableBookWriter.Write(buffer, [new TableSheet("问题清单", Columns, [.. lines.Select(l => Cells(l, current.Directory, current.Today))])]);
        await save.NoteAsync(current.Actor, "导出问题清单", nameof(Problem), 0, $"{lines.Count} 个", stop);
        return Results.File(buffer.ToArray(), MediaTypes.Xlsx, string.Create(CultureInfo.InvariantCulture, $"问题清单{current.Today:yyyyMMdd}.xlsx"));
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
