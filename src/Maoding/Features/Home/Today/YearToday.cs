using System.Globalization;
using Maoding.Domain.Access;
using Maoding.Features.Progress.Chasing;
using Maoding.Features.Progress.Completing;
using Maoding.Features.Progress.Stocktakes;
using Maoding.Shared.Addresses;

namespace Maoding.Features.Home.Today;

/// <summary>What waits in the course of the year: rows to verify and to settle, decisions to carry out.</summary>
public sealed class YearToday(CompletionReader completions, ChaseService chase, StocktakeReader stocktakes)
{
    internal async Task GatherAsync(Gathered view, TodayScene scene, CancellationToken stop)
    {
        // A draft of the next year does not end the work of this one.
        scene = scene with { Plan = scene.Directory.Ledger.Running ?? scene.Plan };
        var (actor, planId) = (scene.Actor, scene.Plan.Id);
        if (Permissions.Allows(actor, Permission.ChaseUnits)) await ChaseAsync(view, scene, stop);
        if (Permissions.Allows(actor, Permission.AnswerNextStep) && await stocktakes.OpenAsync(actor, planId, stop) is { } open)
            view.Add("议定", $"议定事项 {open.Count} 项没有办结", Nearest(open.Due, scene.Today), "去办理", StocktakeLinks.Steps);
        if (!Permissions.Allows(actor, Permission.VerifyCompletion)) return;
        var counts = await completions.CountsAsync(actor, planId, stop);
        view.AddSome(counts.Waiting, "核验", "{0} 项待核验", "牵头单位申请了销号，请核验是否真正完成。", "去核验", CompleteLinks.Index);
        view.AddSome(counts.Verified, "销号", "{0} 项核验通过，待销号", "受请单位核验通过，请销号。", "去销号", CompleteLinks.Index);
        view.AddSome(counts.Refused, "补办", "{0} 项核验未通过", "请看原因，补办以后再申请销号。", "查看", CompleteLinks.Index);
    }

    private static string Nearest(DateOnly due, DateOnly today) => string.Create(CultureInfo.InvariantCulture, $"最近的{due:M月d日}{(due < today ? "已经过期。" : "到期。")}");

    private async Task ChaseAsync(Gathered view, TodayScene scene, CancellationToken stop)
    {
        var month = ChaseService.MonthInQuestion(scene.Plan, scene.Today);
        var late = (await chase.OwedAsync(scene.Plan, month, stop)).Where(r => r.Missing.Any(m => m.DaysLate(scene.Today) > 0)).ToList();
        var units = late.Select(r => r.LeadUnitId).Distinct().Count();
        view.AddSome(units, "催办", $"{{0}} 个单位{month % 100}月进展逾期未报", $"共 {late.Count} 项，名单、电话和催办的话都备好了。", "去催办", ChaseLinks.Month(month));
    }
}
