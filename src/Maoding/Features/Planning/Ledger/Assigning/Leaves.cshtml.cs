using System.Globalization;
using Maoding.Domain.Typed;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Ledger;
using Maoding.Domain.Organization;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Maoding.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Planning.Ledger.Assigning;

/// <summary>Splits a row into leaves, divides its quantities among them, or takes the split back.</summary>
public sealed class LeavesModel(MaodingContext db, LeafService service) : MaodingPage
{
    [BindProperty]
    public int Version { get; set; }

    /// <summary>units, measures or list.</summary>
    [BindProperty]
    public string? By { get; set; }

    [BindProperty]
    public List<int> Units { get; set; } = [];

    [BindProperty]
    public string? Lines { get; set; }

    /// <summary>Leaves as id-version, in the order of <see cref="Shares"/>.</summary>
    [BindProperty]
    public List<string> Leaf { get; set; } = [];

    /// <summary>For each leaf the value of each of the parent's quantities, leaf by leaf.</summary>
    [BindProperty]
    public List<string?> Shares { get; set; } = [];

    public Commitment Row { get; private set; } = null!;

    public IReadOnlyList<Commitment> Leaves { get; private set; } = [];

    public IReadOnlyList<QuantityValue> Quantities { get; private set; } = [];

    public int UnitCount(UnitKind kind) => Directory.OpenUnits.Count(u => u.Kind == kind);

    /// <summary>What the form shows for one share: what was typed, or what the leaf has.</summary>
    public string ShareText(int leaf, int quantity)
    {
        var place = (leaf * Quantities.Count) + quantity;
        if (place < Shares.Count) return Shares[place] ?? "";
        var has = Leaves[leaf].Quantities.Find(q => q.Name == Quantities[quantity].Name && q.Unit == Quantities[quantity].Unit);
        return (has?.Value ?? 0).ToString("0.######", CultureInfo.InvariantCulture);
    }

    /// <summary>What is still to give; below 0 what is given too much.</summary>
    public decimal Remainder(int quantity) => Quantities[quantity].Value
        - Enumerable.Range(0, Leaves.Count)
            .Sum(l => TypedNumber.Read(ShareText(l, quantity)) ?? 0);

    [Needs(Permission.AssignRows)]
    public Task OnGetAsync(int id) => LoadAsync(id);

    [Needs(Permission.AssignRows)]
    public Task<IActionResult> OnPostSplitAsync(int id) => Try(
        async () =>
        {
            var once = Once(AssignLinks.Leaves(id));
            var stop = HttpContext.RequestAborted;
            var made = By switch
            {
                "streets" => await service.SplitByKindAsync(Actor, id, Version, UnitKind.Street, once, stop),
                "units" => await service.SplitByUnitsAsync(Actor, id, Version, Units, once, stop),
                "measures" => await service.SplitByMeasuresAsync(Actor, id, Version, once, stop),
                "list" => await service.SplitByListAsync(Actor, id, Version, Specs(), once, stop),
                _ => throw new RefusalException("ASG037", "请选按什么分解。"),
            };
            Notice($"已分成 {made.Count} 项。数量先按平均分，请核对。");
            return Redirect(AssignLinks.Leaves(id));
        },
        () => LoadAsync(id));

    [Needs(Permission.AssignRows)]
    public Task<IActionResult> OnPostDivideAsync(int id) => Try(
        async () =>
        {
            await LoadAsync(id);
            var shares = Leaf.Select((key, l) => new LeafShare(Key(key), [.. Quantities.Select((q, n) => q with { Value = Number(l, n) })])).ToList();
            await service.DivideAsync(Actor, id, shares, Once(AssignLinks.Leaves(id)), HttpContext.RequestAborted);
            Notice("数量已分好，合计与总数一致。");
            return Redirect(AssignLinks.Leaves(id));
        },
        () => LoadAsync(id));

    [Needs(Permission.AssignRows)]
    public Task<IActionResult> OnPostUndoAsync(int id) => Try(
        async () =>
        {
            await service.UndoAsync(Actor, id, Version, Once(AssignLinks.Leaves(id)), HttpContext.RequestAborted);
            Notice("已取消分解，原来的子项并回这一行。");
            return Redirect(AssignLinks.Leaves(id));
        },
        () => LoadAsync(id));

    private List<LeafSpec> Specs() =>
        [.. (Lines ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Spec)];

    /// <summary>东风街道改造3个｜东风街道: the unit after the bar leads.</summary>
    private LeafSpec Spec(string line)
    {
        if (line.Split('｜', '|') is not [var title, var unit]) return new LeafSpec(line);
        return new LeafSpec(title.Trim(), new CellReader(Directory, Today, Today.Year, []).Unit(unit));
    }

    private decimal Number(int leaf, int quantity)
    {
        var place = (leaf * Quantities.Count) + quantity;
        var text = place < Shares.Count ? Shares[place] : null;
        if (string.IsNullOrWhiteSpace(text)) return 0;
        return TypedNumber.Read(text) is { } value && value >= 0
            ? value
            : throw new RefusalException("ASG038", $"“{text}”不是数，请填 0 或正数。") { Field = "shares" };
    }

    private static RowKey Key(string text) =>
        text.Split('-') is [var id, var version] && int.TryParse(id, CultureInfo.InvariantCulture, out var i)
            && int.TryParse(version, CultureInfo.InvariantCulture, out var v)
            ? new RowKey(i, v)
            : throw new RefusalException("ASG005", "这一行已经不在台账里了。请刷新页面。", RefusalKind.Missing);

    private async Task LoadAsync(int id)
    {
        var stop = HttpContext.RequestAborted;
        Row = await db.Commitments.AsNoTracking().WithParts().SingleOrDefaultAsync(c => c.Id == id, stop)
            ?? throw new RefusalException("ASG005", "这一行已经不在台账里了。", RefusalKind.Missing);
        Permissions.Demand(Actor, Permission.AssignRows, RowFacts.Of(Row));
        Current.ShowYearOf(Row.PlanId);
        Quantities = RowValues.Of(Row).Quantities;
        Leaves = await db.Commitments.AsNoTracking().WithParts()
            .Where(c => c.ParentId == id && c.State != CommitmentState.Merged && c.State != CommitmentState.Dropped)
            .OrderBy(c => c.Order).ThenBy(c => c.Id).ToListAsync(stop);
    }
}
