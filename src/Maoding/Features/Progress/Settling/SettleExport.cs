using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Hosting;
using Maoding.Shared;
using Maoding.Shared.Addresses;

namespace Maoding.Features.Progress.Settling;

/// <summary>The rows to settle as a workbook to be filled in.</summary>
internal static class SettleExport
{
    public static void MapSettleExport(this IEndpointRouteBuilder app) => app.MapGet(SettleLinks.Export, AnswerAsync).Needs(Permission.SettleYear);

    private static async Task<IResult> AnswerAsync(HttpRequest request, SettleBook book, CurrentRequest current, Downloads downloads, CancellationToken stop)
    {
        var plan = current.Plan ?? throw new RefusalException("SET104", "还没有台账，没有可交的账。", RefusalKind.Conflict);
        var sheet = await book.WriteAsync(current.Actor, plan.Id, SettleFilter.From(request.Query), stop);
        return await downloads.SheetAsync(
            new TakenOut("导出年底交账表", nameof(Domain.Ledger.Plan), plan.Id, $"{sheet.Rows.Count} 行"), $"{plan.Year}年年底交账表.xlsx", sheet, stop);
    }
}
