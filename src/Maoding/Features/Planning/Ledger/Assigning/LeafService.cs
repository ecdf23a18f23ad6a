using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Ledger;
using Maoding.Domain.Organization;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Planning.Ledger.Assigning;

/// <summary>One leaf to be made.</summary>
/// <param name="LeadUnitId">null: as the parent.</param>
/// <param name="IsCopied">The title is the parent's: its numbers are the whole's.</param>
public sealed record LeafSpec(string Title, int? LeadUnitId = null, bool IsCopied = false);

/// <summary>What one leaf is given of its parent's quantities; a quantity of 0 is left out.</summary>
public sealed record LeafShare(RowKey Key, IReadOnlyList<QuantityValue> Quantities);

/// <summary>Splits a draft row into leaves, each with an owner of its own, and takes the split back.</summary>
public sealed class LeafService(MaodingContext db, AuditedSave save)
{
    /// <summary>The most leaves a row can have.</summary>
    public const int MostLeaves = 60;

    /// <summary>One leaf for each unit, led by it: 各街道.</summary>
    public async Task<IReadOnlyList<Commitment>> SplitByUnitsAsync(
        Actor actor, int rowId, int version, IReadOnlyList<int> unitIds, HandledRequest? request = null, CancellationToken stop = default)
    {
        var units = await db.Units.AsNoTracking().Where(u => unitIds.Contains(u.Id) && !u.IsClosed).OrderBy(u => u.Order).ThenBy(u => u.Id).ToListAsync(stop);
        if (units.Count != unitIds.Distinct().Count()) throw new RefusalException("ASG007", "选的单位不存在或已撤并，请重新选。");
        return await SplitAsync(actor, rowId, version, row => [.. units.Select(u => new LeafSpec(Titled(row, u), u.Id, IsCopied: true))], request, stop);
    }

    /// <summary>One leaf for each open unit of a kind.</summary>
    public async Task<IReadOnlyList<Commitment>> SplitByKindAsync(
        Actor actor, int rowId, int version, UnitKind kind, HandledRequest? request = null, CancellationToken stop = default)
    {
        var ids = await db.Units.Where(u => u.Kind == kind && !u.IsClosed).Select(u => u.Id).ToListAsync(stop);
        return await SplitByUnitsAsync(actor, rowId, version, ids, request, stop);
    }

    /// <summary>One leaf for each measure.</summary>
    public Task<IReadOnlyList<Commitment>> SplitByMeasuresAsync(
        Actor actor, int rowId, int version, HandledRequest? request = null, CancellationToken stop = default) =>
        SplitAsync(actor, rowId, version, row => [.. Lines(row.Measures).Select(m => new LeafSpec(m))], request, stop);

    /// <summary>One leaf for each line.</summary>
    public Task<IReadOnlyList<Commitment>> SplitByListAsync(
        Actor actor, int rowId, int version, IReadOnlyList<LeafSpec> leaves, HandledRequest? request = null, CancellationToken stop = default) =>
        SplitAsync(actor, rowId, version, _ => leaves, request, stop);

    /// <summary>Gives the leaves their quantities; for each quantity they must add up to the parent's.</summary>
    /// <exception cref="RefusalException">ASG035 with what is missing or too much; SYS001 when a leaf changed meanwhile.</exception>
    public async Task DivideAsync(Actor actor, int parentId, IReadOnlyList<LeafShare> shares, HandledRequest? request = null, CancellationToken stop = default)
    {
        var parent = await ParentAsync(actor, parentId, stop);
        var leaves = await LeavesAsync(parentId, stop);
        if (!leaves.Select(l => l.Id).Order().SequenceEqual(shares.Select(s => s.Key.Id).Order()))
            throw Versions.Changed("子项");
        var problems = QuantityShares.Problems(RowValues.Of(parent).Quantities, [.. shares.Select(s => s.Quantities)]);
        if (problems.Count > 0) throw new RefusalException("ASG035", $"{string.Join("；", problems)}。请改到正好。") { Field = "shares" };
        foreach (var leaf in leaves)
        {
            var share = shares.Single(s => s.Key.Id == leaf.Id);
            DemandVersion(leaf, share.Key.Version);
            DemandDraft(leaf);
            var had = RowValues.Of(leaf);
            (had with { Title = Said(had.Title, had.Quantities, share.Quantities), Quantities = [.. share.Quantities.Where(q => q.Value != 0)] }).ApplyTo(leaf);
        }

        await save.SaveAsync(actor, "分配数量", "", request, stop);
    }

    /// <summary>Takes a split back while all its leaves are drafts: the leaves are merged into the row again.</summary>
    public async Task UndoAsync(Actor actor, int rowId, int version, HandledRequest? request = null, CancellationToken stop = default)
    {
        var parent = await ParentAsync(actor, rowId, stop);
        DemandVersion(parent, version);
        var leaves = await LeavesAsync(rowId, stop);
        foreach (var leaf in leaves)
        {
            DemandDraft(leaf);
            leaf.State = CommitmentMoves.Table.After(leaf.State, CommitmentMove.Merge);
            leaf.MergedIntoId = rowId;
            leaf.Reason = "取消分解";
        }

        Family.Settle(parent, leaves);
        await save.SaveAsync(actor, "取消分解", "", request, stop);
    }

    private async Task<IReadOnlyList<Commitment>> SplitAsync(
        Actor actor, int rowId, int version, Func<Commitment, IReadOnlyList<LeafSpec>> specs, HandledRequest? request, CancellationToken stop)
    {
        var parent = await LoadAsync(actor, rowId, stop);
        DemandVersion(parent, version);
        DemandDraft(parent);
        if (parent.ParentId is not null) throw new RefusalException("ASG031", "这一行本身是子项，不能再分。请到上一级任务去分。");
        if (!parent.IsLeaf) throw new RefusalException("ASG032", "这一行已经分解过。要重分请先取消分解。", RefusalKind.Conflict);
        var wanted = specs(parent);
        if (wanted.Count < 2) throw new RefusalException("ASG033", "至少要分成两项。请再选单位、补举措或多写几行。");
        if (wanted.Count > MostLeaves) throw new RefusalException("ASG034", $"一行最多分成 {MostLeaves} 项，现在是 {wanted.Count} 项。");
        var year = await db.Plans.Where(p => p.Id == parent.PlanId).Select(p => p.Year).SingleAsync(stop);
        List<string> titles = [.. wanted.Select(w => w.IsCopied ? "" : w.Title)];
        var quantities = RowValues.Of(parent).Quantities.Select(q => (Quantity: q, Shares: QuantityShares.ByTitles(q, titles))).ToList();
        var leaves = wanted.Select((spec, i) => LeafOf(parent, spec, [.. quantities.Select(q => q.Quantity with { Value = q.Shares[i] })], year)).ToList();
        await LedgerPlaces.AfterAsync(db, parent, leaves, stop);
        Family.Settle(parent, leaves);
        db.Commitments.AddRange(leaves);
        await save.SaveAsync(actor, "分解任务", "", request, stop);
        return leaves;
    }

    private static Commitment LeafOf(Commitment parent, LeafSpec spec, IReadOnlyList<QuantityValue> quantities, int year)
    {
        var lead = spec.LeadUnitId ?? parent.LeadUnitId;
        var values = RowValues.Of(parent) with
        {
            Title = Said(spec.Title, RowValues.Of(parent).Quantities, quantities),
            Measures = "",
            LeadUnitId = lead,
            CoUnitIds = [.. parent.CoUnits.OrderBy(u => u.Order).Select(u => u.UnitId).Where(id => id != lead)],
            Quantities = [.. quantities.Where(q => q.Value != 0)],
        };
        values.Check(year);
        return RowCopy.Of(parent, parent.Id, values);
    }

    private async Task<Commitment> ParentAsync(Actor actor, int rowId, CancellationToken stop)
    {
        var parent = await LoadAsync(actor, rowId, stop);
        if (parent.IsLeaf) throw new RefusalException("ASG036", "这一行没有分解，不用再操作。", RefusalKind.Conflict);
        return parent;
    }

    private async Task<Commitment> LoadAsync(Actor actor, int rowId, CancellationToken stop)
    {
        var row = await db.Commitments.WithParts().Include(c => c.Quotes).SingleOrDefaultAsync(c => c.Id == rowId, stop)
            ?? throw new RefusalException("ASG005", "这一行已经不在台账里了。请刷新页面。", RefusalKind.Missing);
        Permissions.Demand(actor, Permission.AssignRows, RowFacts.Of(row));
        return row;
    }

    private Task<List<Commitment>> LeavesAsync(int parentId, CancellationToken stop) => db.Commitments.WithParts()
        .Where(c => c.ParentId == parentId && c.State != CommitmentState.Merged && c.State != CommitmentState.Dropped)
        .OrderBy(c => c.Order).ThenBy(c => c.Id).ToListAsync(stop);

    private static void DemandVersion(Commitment row, int version) => Versions.Demand(row.Version, version, $"“{row.Title}”");

    private static void DemandDraft(Commitment row)
    {
        if (row.State != CommitmentState.Draft)
            throw new RefusalException("ASG030", $"“{row.Title}”现在是“{CommitmentMoves.NameOf(row.State)}”，只有草稿可以分解、取消分解和分配数量。", RefusalKind.Conflict);
    }

    /// <summary>The title with the numbers that are the leaf's own.</summary>
    private static string Said(string title, IReadOnlyList<QuantityValue> before, IReadOnlyList<QuantityValue> after) =>
        before.Aggregate(title, (words, q) =>
            after.FirstOrDefault(a => QuantityShares.Same(a, q)) is { } own ? QuantityShares.Retitled(words, q, own.Value) : words);

    private static string Titled(Commitment row, Unit unit)
    {
        var suffix = $"（{unit.ShortName}）";
        return row.Title.Length + suffix.Length <= 300 ? row.Title + suffix : row.Title[..(300 - suffix.Length)] + suffix;
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
