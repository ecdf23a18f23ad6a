using System.Globalization;
using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Shared.Addresses;

namespace Maoding.Features.Administration.Organs;

/// <summary>Changes of organs that wait for their day, and those that could not be carried out on it.</summary>
internal sealed class PlannedToday(PlannedChanges changes) : TodayPart
{
    public override int Place => 120;

    public override string Section => "directory";

    public override bool IsOfYear => false;

    public override async Task GatherAsync(Gathered view, TodayScene scene, CancellationToken stop)
    {
        if (!Permissions.Allows(scene.Actor, Permission.ChangeOrgans)) return;
        var waiting = await changes.PendingAsync(stop);
        var (troubled, coming) = (waiting.Where(p => p.Trouble.Length > 0).ToList(), waiting.Where(p => p.Trouble.Length == 0).ToList());
        view.AddSome(troubled.Count, "机构变动", "{0} 项机构变动到期未能生效", troubled.FirstOrDefault()?.Trouble ?? "", "去处理", DirectoryLinks.Planned);
        var next = coming.FirstOrDefault()?.On.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
        view.AddSome(coming.Count, "机构变动", "{0} 项机构变动待生效", $"最近一项{next}生效，之前可以撤回。", "查看", DirectoryLinks.Planned);
    }
}
