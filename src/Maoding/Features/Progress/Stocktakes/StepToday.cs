using System.Globalization;
using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Shared.Addresses;

namespace Maoding.Features.Progress.Stocktakes;

/// <summary>What meetings decided and is not done yet.</summary>
internal sealed class StepToday(StocktakeReader stocktakes) : TodayPart
{
    public override int Place => 610;

    public override string Section => "steps";

    public override async Task GatherAsync(Gathered view, TodayScene scene, CancellationToken stop)
    {
        if (!Permissions.Allows(scene.Actor, Permission.AnswerNextStep)) return;
        if (await stocktakes.OpenAsync(scene.Actor, scene.Plan.Id, stop) is not { } open) return;
        var nearest = string.Create(CultureInfo.InvariantCulture, $"最近的{open.Due:M月d日}{(open.Due < scene.Today ? "已经过期。" : "到期。")}");
        view.Add("议定", $"议定事项 {open.Count} 项没有办结", nearest, "去办理", StocktakeLinks.Steps);
    }
}
