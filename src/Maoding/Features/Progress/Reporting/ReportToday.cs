using System.Globalization;
using Maoding.Contracts;
using Maoding.Domain.Calendar;
using Maoding.Domain.Organization;
using Maoding.Shared.Addresses;

namespace Maoding.Features.Progress.Reporting;

/// <summary>What of reporting waits for one person, for 今日.</summary>
internal sealed class ReportToday(ReportQueue queue) : TodayPart
{
    public override int Place => 300;

    public override string Section => "report";

    public override bool IsOfYear => false;

    public override async Task GatherAsync(Gathered view, TodayScene scene, CancellationToken stop)
    {
        var actor = scene.Actor;
        if (actor.Units.Count > 0)
        {
            var open = (await queue.OwedOnceAsync(actor.Units, stop)).Where(o => o.IsOpen).ToList();
            view.AddSome(open.Count(o => o.IsReturned), "退回", "{0} 份填报被退回", "按退回原因改好，重新提交。", "去修改", ReportLinks.Index);
            var (blank, late) = (open.Where(o => !o.IsReturned).ToList(), open.Count(o => !o.IsReturned && o.DueOn < scene.Today));
            if (blank.Count > 0)
                view.AddSome(blank.Count, "填报", "{0} 项待填",
                    late > 0 ? $"其中 {late} 项已经过了截止日，请先补。" : NextWords(blank.Min(o => o.DueOn), scene), "去填报", ReportLinks.Index);
            view.AddSome(await queue.CountToSignAsync(actor, stop), "签发", "{0} 份填报待签发", "可以一次签发多份，不妥的退回一份。", "去签发", ReportLinks.Sign);
            view.AddSome(
                (await queue.ParagraphsAsync(actor.Units, stop)).Count, "配合", "{0} 段配合进展待写", "牵头单位请贵单位写，写好后并入同一份填报。", "去写", $"{ReportLinks.Index}#paragraphs");
        }

        if (actor.Is(PostKind.Coordinator))
            view.AddSome(await queue.CountToAcceptAsync(stop), "审核", "{0} 份填报待审核", "各单位已签发，审核后用于亮灯。", "去审核", ReportLinks.Review);
    }

    private static string Day(DateOnly day) => day.ToString("M月d日", CultureInfo.InvariantCulture);

    private static string NextWords(DateOnly due, TodayScene scene) => $"最近截止 {Day(due)}（含当日）。{scene.Directory.Calendar.Doubt(due)}";
}
