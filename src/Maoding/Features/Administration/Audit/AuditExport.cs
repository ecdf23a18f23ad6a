using System.Globalization;
using System.Text;
using Maoding.Districts;
using Maoding.Documents.Writing;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Hosting;
using Maoding.Shared;
using Maoding.Shared.Addresses;

namespace Maoding.Features.Administration.Audit;

/// <summary>The entries that were searched for, as a workbook or as text with commas; exporting is itself an entry.</summary>
internal static class AuditExport
{
    private static readonly string[] Heads = ["序号", "时间", "人员", "动作", "对象", "内部号", "理由"];

    private static readonly double[] Widths = [10, 20, 30, 20, 14, 10, 40];

    public static void MapAuditExport(this IEndpointRouteBuilder app)
    {
        app.MapGet("/audit/export.xlsx", SheetAsync).Needs(Permission.SeeAudit);
        app.MapGet("/audit/export.csv", TextAsync).Needs(Permission.SeeAudit);
    }

    private static async Task<IResult> SheetAsync(
        [AsParameters] AuditQuery query, AuditService audit, Downloads downloads, CurrentRequest current, CancellationToken stop)
    {
        var rows = await RowsAsync(query, audit, current, stop);
        var columns = Heads.Zip(Widths, (head, width) => new TableColumn(head, width)).ToList();
        return await downloads.SheetAsync(Taken(rows), "审计.xlsx", new TableSheet("审计", columns, rows), stop, AuditService.MostExported);
    }

    private static async Task<IResult> TextAsync(
        [AsParameters] AuditQuery query, AuditService audit, Downloads downloads, CurrentRequest current, CancellationToken stop)
    {
        var rows = await RowsAsync(query, audit, current, stop);
        var text = new StringBuilder().Append('\uFEFF').AppendJoin(',', Heads).Append("\r\n");
        foreach (var row in rows) text.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        return await downloads.SendAsync(Taken(rows), "审计.csv", "text/csv; charset=utf-8", to => to.Write(Encoding.UTF8.GetBytes(text.ToString())), stop);
    }

    private static TakenOut Taken(IReadOnlyList<object?[]> rows) => new("导出审计记录", nameof(Region), Region.OnlyId, $"共 {rows.Count} 条");

    private static async Task<IReadOnlyList<object?[]>> RowsAsync(
        AuditQuery query, AuditService audit, CurrentRequest current, CancellationToken stop)
    {
        var page = await audit.PageAsync(current.Actor, query.Trimmed(), AuditService.MostExported, stop);
        if (page.IsCut) throw new RefusalException("LIS001", $"按动作或内容一次只能在 {AuditService.Scanned} 条记录里找，更早的还没有找，没有导出。请缩小日期范围，分几次导出。");
        if (page.Next is not null) throw new RefusalException("LIS001", $"符合条件的记录超过 {AuditService.MostExported} 条，没有导出。请缩小日期范围，分几次导出。");
        var subjects = await AuditSubjects.OfAsync(audit, current.Directory, page.Lines, stop);
        return [.. page.Lines.Select(l => new object?[]
        {
            l.Sequence,
            BusinessClock.InChina(l.At).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            l.Actor,
            l.Action,
            subjects.Of(l.Subject, l.SubjectId),
            l.SubjectId,
            l.Why,
        })];
    }

    /// <summary>Quoted; text that a spreadsheet would take for a formula is marked as text.</summary>
    private static string Cell(object? value)
    {
        if (value is not string text) return Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        var safe = text.Length > 0 && text[0] is ('=' or '+' or '-' or '@' or '\t' or '\r') ? $"'{text}" : text;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
