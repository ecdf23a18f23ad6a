using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Indicators;
using Maoding.Domain.Targets;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Maoding.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Measuring.Targets;

/// <summary>What each street and park is to contribute.</summary>
public sealed class PartsModel(MaodingContext db, TargetDetailsReader reader, TargetService service) : MaodingPage
{
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public List<PartInput> Parts { get; set; } = [];

    public TargetDetails Details { get; private set; } = null!;

    /// <summary>Streets, parks and key enterprises that figures are of.</summary>
    public IReadOnlyList<Area> Areas { get; private set; } = [];

    public BreakdownRule Rule => Breakdown.RuleOf(Details.Line.Facts);

    [Needs(Permission.SetTargets)]
    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await LoadAsync(id)) return NotFound();
        Version = Details.Line.Target.Version;
        var parts = Details.Line.Target.Parts.ToDictionary(p => p.AreaId);
        Parts = [.. Areas.Select(a => parts.TryGetValue(a.Id, out var part) ? PartInput.Of(part) : new PartInput { AreaId = a.Id })];
        return Page();
    }

    [Needs(Permission.SetTargets)]
    public Task<IActionResult> OnPostAsync(int id) => Try(
        async () =>
        {
            if (!await LoadAsync(id)) throw Missing();
            var known = Areas.Select(a => a.Id).ToHashSet();
            var parts = Parts.Where(p => known.Contains(p.AreaId)).Select((p, i) => p.Part(i)).OfType<TargetPart>().ToList();
            await service.SetPartsAsync(Actor, id, Version, parts, Once(TargetLinks.Target(id)), HttpContext.RequestAborted);
            Notice("分解已保存。");
            return Redirect($"{TargetLinks.Target(id)}#parts");
        },
        async () =>
        {
            if (!await LoadAsync(id)) throw Missing();
        });

    private async Task<bool> LoadAsync(int id)
    {
        Permissions.Demand(Actor, Permission.SetTargets);
        if (await reader.ReadAsync(Current, id, HttpContext.RequestAborted) is not { } details) return false;
        Details = details;
        Current.ShowYearOf(details.Plan);
        Areas = await db.Areas.AsNoTracking().Where(a => a.Kind == AreaKind.Unit && !a.IsClosed)
            .OrderBy(a => a.Order).ThenBy(a => a.Id).ToListAsync(HttpContext.RequestAborted);
        return true;
    }

    private static RefusalException Missing() => new("TGT001", "台账里没有这个目标。请从“目标”栏目进入。", RefusalKind.Missing);
}

/// <summary>A part as it is typed.</summary>
public sealed class PartInput
{
    public int AreaId { get; set; }

    public string? Value { get; set; }

    public string? Share { get; set; }

    public static PartInput Of(TargetPart part) => new()
    {
        AreaId = part.AreaId,
        Value = FigureText.Of(part.Value, part.Decimals),
        Share = part.BaseShare?.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture),
    };

    /// <returns>Null where nothing was typed.</returns>
    /// <exception cref="RefusalException">TGT015: a number that cannot be read.</exception>
    public TargetPart? Part(int index)
    {
        var (value, share) = ((Value ?? "").Trim(), (Share ?? "").Trim().TrimEnd('%', '％'));
        if (value.Length == 0 && share.Length == 0) return null;
        return new TargetPart
        {
            AreaId = AreaId,
            Value = TargetProposal.Number(value) ?? throw Bad(value, $"Parts_{index}__Value"),
            Decimals = TargetProposal.Decimals(value),
            BaseShare = share.Length == 0 ? null : TargetProposal.Number(share) is >= 0 and <= 100 and { } number
                ? number : throw Bad(share, $"Parts_{index}__Share"),
        };
    }

    private static RefusalException Bad(string typed, string field) =>
        new("TGT015", typed.Length == 0 ? "填了比重的单位也要填目标值。" : $"“{typed}”不是能用的数：目标值只填数字，比重填 0 至 100。") { Field = field };
}
