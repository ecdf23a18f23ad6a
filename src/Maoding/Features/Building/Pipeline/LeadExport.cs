using System.Globalization;
using Maoding.Districts;
using Maoding.Documents.Writing;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Projects;
using Maoding.Hosting;
using Maoding.Shared;
using Maoding.Shared.Addresses;

namespace Maoding.Features.Building.Pipeline;

/// <summary>The leads as a workbook: the same state, order and visibility as the list.</summary>
internal static class LeadExport
{
    private static readonly TableColumn[] Columns =
    [
        new("状态", 9), new("线索", 36), new("投资方", 24), new("行业", 12), new("意向投资（万元）", 14), new("跟进单位", 16), new("牵头领导", 22), new("来源", 18), new("登记日期", 12),
        new("本状态起", 12), new("进展", 50), new("下一步", 30), new("下一步时间", 12),
    ];

    public static void MapLeads(this IEndpointRouteBuilder app) => app.MapGet(PipelineLinks.Export, ExportAsync).Needs(Permission.SeePipeline);

    /// <exception cref="RefusalException">PER001; PIP010: more leads than one workbook takes.</exception>
    private static async Task<IResult> ExportAsync(LeadState? state, CurrentRequest current, LeadService service, Downloads downloads, CancellationToken stop)
    {
        var leads = await service.ListAsync(current.Actor, state, Downloads.MostRows + 1, stop);
        Downloads.Demand(leads.Count, "条线索", "选一种状态", "PIP010");
        // Without their number: whoever reads the log may not know of all.
        var taken = new TakenOut("导出招商谋划线索", nameof(Lead), 0);
        var sheet = new TableSheet("招商谋划线索", Columns, [.. leads.Select(l => Cells(l, current.Directory, current.Today))]);
        return await downloads.SheetAsync(taken, string.Create(CultureInfo.InvariantCulture, $"招商谋划线索{current.Today:yyyyMMdd}.xlsx"), sheet, stop);
    }

    private static object?[] Cells(Lead lead, DirectorySnapshot directory, DateOnly today) =>
    [
        LeadMoves.NameOf(lead.State),
        lead.Name,
        lead.Investor,
        ProjectWords.Of(lead.Sector),
        lead.Amount > 0 ? lead.Amount : null,
        directory.UnitName(lead.UnitId),
        directory.LeaderName(lead.LeaderPostId, today),
        lead.Origin,
        lead.FoundOn,
        lead.Since,
        lead.Note,
        lead.NextStep,
        lead.NextOn,
    ];
}
