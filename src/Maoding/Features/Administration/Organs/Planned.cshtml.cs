using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Organization;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Administration.Organs;

/// <summary>待生效变动: what was decided for a day to come, and what became of the last ones.</summary>
public sealed class PlannedModel(PlannedChanges changes) : MaodingPage
{
    [BindProperty]
    public int ChangeId { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public IReadOnlyList<PlannedChange> Changes { get; private set; } = [];

    [Needs(Permission.ChangeOrgans)]
    public Task OnGetAsync(CancellationToken stop) => LoadAsync(stop);

    [Needs(Permission.ChangeOrgans)]
    public Task<IActionResult> OnPostWithdrawAsync(CancellationToken stop) => Try(
        async () =>
        {
            await changes.WithdrawAsync(Actor, ChangeId, Version, Once(DirectoryLinks.Planned), stop);
            Notice("已撤回，到期不再办理。");
            return Redirect(DirectoryLinks.Planned);
        },
        () => LoadAsync(stop));

    public string NameOf(PlannedChange change) =>
        change.UnitId is { } unit ? Directory.UnitName(unit) : Directory.Post(change.PostId)?.Name ?? "";

    public static string HrefOf(PlannedChange change) =>
        change.UnitId is { } unit ? DirectoryLinks.Unit(unit) : DirectoryLinks.Post(change.PostId!.Value);

    /// <summary>更名为…; 并入…; 移交给….</summary>
    public string WordsOf(PlannedChange change)
    {
        if (change.Kind == OrganChangeKind.Renamed) return $"更名为{change.Name}";
        var form = Arrangement.FormOf(change);
        var to = string.Join('、', form.Successors.Select(s => change.UnitId is null ? Directory.Post(s)?.Name : Directory.UnitName(s)));
        return $"{ChoiceWords.Of(change.Kind)}{(to.Length > 0 ? $"（接收：{to}）" : "")}{(form.Leaves ? "，现任离任" : "")}";
    }

    private async Task LoadAsync(CancellationToken stop) => Changes = await changes.ListAsync(Actor, stop);
}
