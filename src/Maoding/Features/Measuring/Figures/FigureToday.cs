using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Domain.Indicators;
using Maoding.Shared.Addresses;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Measuring.Figures;

/// <summary>What waits in figures: sheets to approve, sheets that came back, figures that should be there.</summary>
internal sealed class FigureToday(MaodingContext db, FigureList list) : TodayPart
{
    public override int Place => 700;

    public override string Section => "figures";

    public override bool IsOfYear => false;

    public override async Task GatherAsync(Gathered view, TodayScene scene, CancellationToken stop)
    {
        if (Permissions.Allows(scene.Actor, Permission.ApproveFigures))
            view.AddSome(
                await db.DataSheets.CountAsync(s => s.State == SheetState.Submitted, stop), "审核", "{0} 张数据报送表待审核",
                "审核通过以后，数据才用于各项统计和预测。", "去审核", $"{FigureLinks.Index}?state={SheetState.Submitted}");
        if (!FigureList.IsOwn(scene.Actor)) return;
        var (lines, _) = await list.ReadAsync(scene.Actor, new FigureFilter(null, null, null), stop);
        foreach (var line in lines.Where(l => l.State == SheetState.Returned))
            view.Add("退回", $"{FigurePeriods.Words(line.Month)}数据被退回", "请看退回原因，改正后重新提交。", "去修改", FigureLinks.Sheet(line.Unit.Id, line.Month));
        // Of earlier months a new district has nothing: it is not asked for all at once.
        foreach (var line in lines.Where(l => l.Missing > 0 && l.State is null or SheetState.Draft && l.Month == FigurePeriods.LatestEnded(scene.Today)))
            view.Add("数据", $"{FigurePeriods.Words(line.Month)}有 {line.Missing} 个数据应报未报",
                "已过发布时间。有数的请填报，推迟公布的请告诉数据员改发布日期。", "去填报", FigureLinks.Sheet(line.Unit.Id, line.Month));
    }
}
