using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Ledger;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Maoding.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Measuring.Targets;

/// <summary>Which rows serve a target: those chosen stay on top, a search offers others.</summary>
public sealed class WorksModel(MaodingContext db, TargetDetailsReader reader, TargetService service) : MaodingPage
{
    /// <summary>Offered at once.</summary>
    public const int ShownAtMost = 60;

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public List<int> Rows { get; set; } = [];

    /// <summary>Words of the title; those of the lead unit without.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public TargetDetails Details { get; private set; } = null!;

    /// <summary>Chosen ones first.</summary>
    public IReadOnlyList<WorkLine> Offered { get; private set; } = [];

    [Needs(Permission.SetTargets)]
    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await LoadAsync(id)) return NotFound();
        (Version, Rows) = (Details.Line.Target.Version, [.. Details.Works.Select(w => w.Id)]);
        return Page();
    }

    [Needs(Permission.SetTargets)]
    public Task<IActionResult> OnPostAsync(int id) => Try(
        async () =>
        {
            await service.SetWorksAsync(Actor, id, Version, [.. Rows.Distinct()], Once(TargetLinks.Target(id)), HttpContext.RequestAborted);
            Notice("已保存。");
            return Redirect($"{TargetLinks.Target(id)}#works");
        },
        async () =>
        {
            if (!await LoadAsync(id)) throw new RefusalException("TGT001", "台账里没有这个目标。请从“目标”栏目进入。", RefusalKind.Missing);
        });

    private async Task<bool> LoadAsync(int id)
    {
        Permissions.Demand(Actor, Permission.SetTargets);
        var stop = HttpContext.RequestAborted;
        if (await reader.ReadAsync(Current, id, stop) is not { } details) return false;
        Details = details;
        Current.ShowYearOf(details.Plan);
        var (words, unit, row) = ((Q ?? "").Trim(), details.Line.Row.LeadUnitId, details.Line.Row.Id);
        var chosen = details.Works.Select(w => w.Id).Concat(Rows).ToHashSet();
        var found = await db.Commitments.AsNoTracking()
            .Where(c => c.PlanId == details.Plan.Id && c.ParentId == null && c.Id != row
                && c.State >= CommitmentState.Draft && c.State != CommitmentState.Stopped)
            .Where(c => chosen.Contains(c.Id)
                || (words.Length > 0 ? c.Title.Contains(words) || c.Measures.Contains(words) : c.Kind == CommitmentKind.Work && c.LeadUnitId == unit))
            .OrderBy(c => c.Order).ThenBy(c => c.Id).Take(ShownAtMost + chosen.Count)
            .Select(c => new WorkLine(c.Id, c.Number, c.Title, c.State, c.LeadUnitId, c.Share, c.Light)).ToListAsync(stop);
        Offered = [.. found.OrderBy(w => chosen.Contains(w.Id) ? 0 : 1)];
        return true;
    }
}
