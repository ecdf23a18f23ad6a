using System.Globalization;
using Maoding.Districts;
using Maoding.Documents.Writing;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Ledger;
using Maoding.Domain.Lights;
using Maoding.Hosting;
using Maoding.Shared;
using Maoding.Shared.Addresses;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Planning.Ledger;

/// <summary>The list as a workbook: the same filter, order and visibility, all pages.</summary>
public sealed class LedgerExport(LedgerList list, Downloads downloads)
{
    private static readonly TableColumn[] Columns =
    [
        new("号", 8), new("状态", 10), new("类别", 7), new("任务", 44), new("举措", 50), new("牵头领导", 22), new("共同牵头领导", 22),
        new("牵头单位", 18), new("配合单位", 30), new("完成时限", 13), new("文件", 26), new("原文", 60), new("进度%", 8), new("亮灯", 8),
    ];

    /// <exception cref="RefusalException">LIS001: the filter leaves more rows than one workbook takes; LIS002: there is no plan.</exception>
    public async Task<IResult> SendAsync(CurrentRequest current, LedgerFilter filter, CancellationToken stop)
    {
        var directory = current.Directory;
        var plan = current.Plan ?? throw new RefusalException("LIS002", "还没有台账，无法导出。请先导入文件。", RefusalKind.Missing);
        var rows = await list.Ordered(list.Filtered(current.Actor, plan, filter), filter).Take(Downloads.MostRows + 1).Select(c => new ExportedRow(
            c.Number, c.State, c.Kind, c.Title, c.Measures, c.LeaderPostId, c.SecondLeaderPostId, c.LeadUnitId, c.DueKind, c.Due, c.DocumentId,
            c.CoUnits.OrderBy(u => u.Order).Select(u => u.UnitId).ToList(),
            c.Quotes.OrderBy(q => q.Id).Select(q => q.Text).ToList(),
            c.Share, c.Light)).AsSplitQuery().ToListAsync(stop);
        Downloads.Demand(rows.Count, "项", "用单位、章节或时限缩小范围");
        var documents = directory.Ledger.Documents(plan.Id).ToDictionary(d => d.Id, d => d.Title);
        var sheet = new TableSheet("台账", Columns, [.. rows.Select(r => Cells(r, directory, current.Today, documents))]);
        var taken = new TakenOut("导出台账", nameof(Plan), plan.Id, $"{rows.Count} 项");
        return await downloads.SheetAsync(taken, string.Create(CultureInfo.InvariantCulture, $"台账{current.Today:yyyyMMdd}.xlsx"), sheet, stop);
    }

    private static object?[] Cells(ExportedRow row, DirectorySnapshot directory, DateOnly today, Dictionary<int, string> documents) =>
    [
        row.Number,
        CommitmentMoves.NameOf(row.State),
        StateMark.KindName(row.Kind),
        row.Title,
        row.Measures,
        directory.LeaderName(row.LeaderPostId, today),
        directory.LeaderName(row.SecondLeaderPostId, today),
        directory.UnitName(row.LeadUnitId),
        string.Join('、', row.CoUnits.Select(id => directory.UnitName(id))),
        row.DueKind == DueKind.AllYear ? "全年持续" : row.Due,
        row.DocumentId is { } id ? documents.GetValueOrDefault(id) : null,
        string.Join('\n', row.Quotes),
        row.Share / 10m,
        row.Light == Light.None ? "" : LightWords.Of(row.Light),
    ];

    private sealed record ExportedRow(
        string Number, CommitmentState State, CommitmentKind Kind, string Title, string Measures, int? LeaderPostId, int? SecondLeaderPostId, int? LeadUnitId,
        DueKind DueKind, DateOnly? Due, int? DocumentId, List<int> CoUnits, List<string> Quotes, int? Share, Light Light);
}

internal static class LedgerExportEndpoint
{
    public static void MapLedgerExport(this IEndpointRouteBuilder app) => app.MapGet(LedgerLinks.Export, ExportAsync).Needs(Permission.SeeRow);

    private static Task<IResult> ExportAsync(HttpContext context, CurrentRequest current, LedgerExport export, CancellationToken stop) =>
        export.SendAsync(current, LedgerFilter.From(context.Request.Query), stop);
}
