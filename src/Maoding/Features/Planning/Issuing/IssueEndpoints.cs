using System.Globalization;
using Maoding.Districts;
using Maoding.Documents.Writing;
using Maoding.Domain.Access;
using Maoding.Domain.Issuing;
using Maoding.Hosting;
using Maoding.Shared;

namespace Maoding.Features.Planning.Issuing;

/// <summary>The printed plan and the sheet of receipts.</summary>
internal static class IssueEndpoints
{
    public static void MapIssue(this IEndpointRouteBuilder app)
    {
        app.MapGet("/issuing/plan.docx", (PlanDownload plan, int? batch, bool? months, bool? draft, CancellationToken stop) =>
            batch is { } id ? plan.OfBatchAsync(id, months is true ? IssuedPlanDesk.Months : ".docx", stop)
                : plan.WholeAsync(new PaperOptions(months ?? false, draft ?? false), LedgerDocxWriter.Write, MediaTypes.Docx, "docx", stop))
            .Needs(Permission.DownloadPlan);
        app.MapGet("/issuing/plan.xlsx", (PlanDownload plan, int? batch, bool? months, bool? draft, CancellationToken stop) =>
            batch is { } id ? plan.OfBatchAsync(id, ".xlsx", stop)
                : plan.WholeAsync(new PaperOptions(months ?? false, draft ?? false), LedgerSheetWriter.Write, MediaTypes.Xlsx, "xlsx", stop))
            .Needs(Permission.DownloadPlan);
        app.MapGet("/issuing/{batch:int}/receipts.xlsx", ReceiptsAsync).Needs(Permission.SeeReceipts);
    }

    private static async Task<IResult> ReceiptsAsync(
        int batch, ReceiptService receipts, CurrentRequest current, Downloads downloads, CancellationToken stop)
    {
        Permissions.Demand(current.Actor, Permission.SeeReceipts);
        var view = await receipts.BatchAsync(current.Actor, batch, stop);
        TableColumn[] columns =
        [
            new("单位", 28), new("牵头项数", 10), new("配合项数", 10), new("签收情况", 12), new("签收人", 14), new("签收时间", 20), new("印发后天数", 12), new("联络员、负责人和电话", 60),
        ];
        var rows = view.Receipts.Select(IReadOnlyList<object?> (r) =>
        [
            r.Unit.Name, r.Leads, r.Helps, r.IsSigned ? "已签收" : r.IsAdded ? "调整后新增" : "未签收", r.SignedBy,
            r.SignedAt is { } at ? BusinessClock.InChina(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "",
            r.IsSigned ? null : r.Days,
            string.Join('；', r.Contacts.Select(c => $"{c.Post} {c.Name} {c.Phone}".TrimEnd())),
        ]).ToList();
        return await downloads.SheetAsync(
            new TakenOut("导出签收情况", nameof(Issue), view.Issue.Id), $"{view.Issue.DocumentNumber}签收情况.xlsx", new TableSheet("签收情况", columns, rows), stop);
    }
}
