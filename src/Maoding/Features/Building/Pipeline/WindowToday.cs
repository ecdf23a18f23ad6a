using System.Globalization;
using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Domain.Projects;
using Maoding.Shared.Addresses;
using Maoding.Storage;
using Maoding.Storage.Access;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Building.Pipeline;

/// <summary>Windows of sought matters that close soon.</summary>
internal sealed class WindowToday(MaodingContext db) : TodayPart
{
    public override int Place => 810;

    public override string Section => "pipeline";

    public override bool IsOfYear => false;

    public override async Task GatherAsync(Gathered view, TodayScene scene, CancellationToken stop)
    {
        if (!Permissions.Allows(scene.Actor, Permission.EditPipeline)) return;
        var near = scene.Today.AddDays(SoughtWindow.NearDays);
        var matters = db.SoughtMatters.Where(m => m.State == SoughtState.Preparing && m.WindowCloses <= near && m.WindowCloses >= scene.Today);
        var closes = await matters.AllowedTo(db, PipelineFacts.Matters, scene.Actor, Permission.EditPipeline).Select(m => m.WindowCloses).ToListAsync(stop);
        if (closes.Count == 0) return;
        var first = closes.Min().ToString("M月d日", CultureInfo.InvariantCulture);
        view.Add("窗口", $"{closes.Count} 个争取事项的申报窗口 {SoughtWindow.NearDays} 天内关闭", $"最近的{first}关闭，请抓紧申报。", "查看", PipelineLinks.Sought);
    }
}
