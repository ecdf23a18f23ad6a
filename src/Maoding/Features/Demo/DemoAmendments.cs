using Maoding.Districts;
using Maoding.Domain.Ledger;
using Maoding.Features.Planning.Ledger.Amending;
using Maoding.Features.Planning.Ledger.Assigning;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Demo;

/// <summary>What 云泽区 decided about issued rows in February.</summary>
internal static class DemoAmendments
{
    private static readonly AmendGrounds Delay = new(
        "工业博物馆新馆消防验收整改，布展顺延一个月", "区委常委会会议纪要〔2026〕4号", new DateOnly(2026, 2, 25));

    private static readonly AmendGrounds Help = new(
        "楼宇盘活涉及消防验收，需增加配合单位", "区政府专题会议纪要〔2026〕7号", new DateOnly(2026, 2, 26));

    private static readonly AmendGrounds Ended = new(
        "省里统一调整展会计划，区级不再单独组团，已有任务并入市级安排", "区委常委会会议纪要〔2026〕4号", new DateOnly(2026, 2, 25));

    public static async Task RunAsync(IServiceProvider services, CurrentRequest current, CancellationToken stop)
    {
        var amend = services.GetRequiredService<AmendService>();
        var late = await RowAsync(services, "推进公共文化设施错时延时开放", stop);
        var later = MonthlyPlans.Again(RowValues.Of(late) with { DueKind = DueKind.Date, Due = new DateOnly(2026, 11, 30) }, 2026);
        await amend.AmendAsync(current.Actor, new AmendOptions(late.Id, late.Version, later, Delay), stop: stop);
        var helped = await RowAsync(services, "盘活闲置楼宇面积", stop);
        var emergency = current.Directory.Units.Single(u => u.ShortName == "区应急局").Id;
        var values = RowValues.Of(helped);
        await amend.AmendAsync(current.Actor,
            new AmendOptions(helped.Id, helped.Version, values with { CoUnitIds = [.. values.CoUnitIds.Append(emergency).Distinct()] }, Help), stop: stop);
        var ended = await RowAsync(services, "组织企业参加境内外展会", stop);
        await amend.StopAsync(current.Actor, new StopOptions(ended.Id, ended.Version, Ended), stop: stop);
    }

    private static Task<Commitment> RowAsync(IServiceProvider services, string title, CancellationToken stop) =>
        services.GetRequiredService<MaodingContext>().Commitments.AsNoTracking().WithParts().OrderBy(c => c.Order)
            .FirstAsync(c => c.State >= CommitmentState.Issued && c.State <= CommitmentState.InProgress && c.IsLeaf && c.Title.Contains(title), stop);
}
