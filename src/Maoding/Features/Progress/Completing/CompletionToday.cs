using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Shared.Addresses;

namespace Maoding.Features.Progress.Completing;

/// <summary>Rows to verify and to settle.</summary>
internal sealed class CompletionToday(CompletionReader completions) : TodayPart
{
    public override int Place => 620;

    public override string Section => "complete";

    public override async Task GatherAsync(Gathered view, TodayScene scene, CancellationToken stop)
    {
        if (!Permissions.Allows(scene.Actor, Permission.VerifyCompletion)) return;
        var counts = await completions.CountsAsync(scene.Actor, scene.Plan.Id, stop);
        view.AddSome(counts.Waiting, "核验", "{0} 项待核验", "牵头单位申请了销号，请核验是否真正完成。", "去核验", CompleteLinks.Index);
        view.AddSome(counts.Verified, "销号", "{0} 项核验通过，待销号", "受请单位核验通过，请销号。", "去销号", CompleteLinks.Index);
        view.AddSome(counts.Refused, "补办", "{0} 项核验未通过", "请看原因，补办以后再申请销号。", "查看", CompleteLinks.Index);
    }
}
