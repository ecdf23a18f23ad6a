using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Hosting;
using Maoding.Shared;
using Maoding.Shared.Addresses;

namespace Maoding.Features.Planning.Ledger.Assigning;

/// <summary>The grid as a workbook to be filled in.</summary>
internal static class AssignExport
{
    public static void MapAssignExport(this IEndpointRouteBuilder app) =>
        app.MapGet(AssignLinks.Export, AnswerAsync).Needs(Permission.AssignRows);

    private static async Task<IResult> AnswerAsync(
        [AsParameters] AssignFilter filter, AssignList list, CurrentRequest current, Downloads downloads, CancellationToken stop)
    {
        var plan = current.Plan ?? throw new RefusalException("ASG011", "还没有年度计划。请先导入文件。");
        var rows = await list.AllAsync(plan.Id, filter, stop);
        var book = AssignBook.Of(rows, current.Directory, current.Today, await list.ThemesAsync(plan.Id, stop));
        return await downloads.SheetAsync(
            new TakenOut("导出任务分工表", nameof(Domain.Ledger.Plan), plan.Id, $"{rows.Count} 行"), $"{plan.Year}年任务分工表.xlsx", book, stop);
    }
}
