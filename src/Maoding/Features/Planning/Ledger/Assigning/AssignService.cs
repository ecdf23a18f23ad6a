using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Ledger;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Planning.Ledger.Assigning;

/// <summary>A row as somebody saw it.</summary>
public sealed record RowKey(int Id, int Version);

/// <summary>The values one row is to have.</summary>
public sealed record RowChange(RowKey Key, RowValues Values);

/// <summary>Sets who answers for rows that are not in force yet, by when and by what plan.</summary>
public sealed class AssignService(MaodingContext db, AuditedSave save)
{
    /// <summary>The most rows that one act changes.</summary>
    public const int MostRows = 2000;

    /// <summary>Sets one row; leaves that had the parent's value follow it.</summary>
    /// <exception cref="RefusalException">LED010–LED021 or ASG001–ASG010; SYS001 when the row is not at <paramref name="version"/>.</exception>
    public async Task<Commitment> SetAsync(
        Actor actor, int rowId, int version, RowValues values, HandledRequest? request = null, CancellationToken stop = default)
    {
        var rows = await SetRowsAsync(actor, [new RowChange(new RowKey(rowId, version), values)], "任务分工", request, null, stop);
        return rows[0];
    }

    /// <summary>Sets many rows, each to its own values, in one transaction: all or none.</summary>
    /// <param name="settled">Leaves that keep what they have even when their parent changes.</param>
    public async Task<IReadOnlyList<Commitment>> SetRowsAsync(
        Actor actor, IReadOnlyList<RowChange> changes, string action, HandledRequest? request = null,
        IReadOnlySet<int>? settled = null, CancellationToken stop = default)
    {
        var rows = await LoadAsync(actor, [.. changes.Select(c => c.Key)], stop);
        var wanted = changes.ToDictionary(c => c.Key.Id, c => c.Values);
        await RowWriting.WriteAsync(db, rows, row => wanted[row.Id], stop, settled);
        await save.SaveAsync(actor, action, "", request, stop);
        return rows;
    }

    /// <summary>Makes one change to many rows in one transaction: all or none.</summary>
    /// <returns>How many rows now differ.</returns>
    public async Task<int> SetManyAsync(
        Actor actor, IReadOnlyList<RowKey> keys, BulkChange change, HandledRequest? request = null, CancellationToken stop = default)
    {
        if (change.IsEmpty) throw new RefusalException("ASG002", "请先选要改成什么：领导、单位、时限、计划方式、填报频次、专题至少选一样。");
        var rows = await LoadAsync(actor, keys, stop);
        var year = await YearAsync(rows[0].PlanId, stop);
        var first = RowValues.Of(rows[0]);
        await RowWriting.WriteAsync(db, rows, row => change.Apply(RowValues.Of(row), first, year), stop);
        if (change.Rhythm is { } rhythm) rows.ForEach(row => row.Rhythm = rhythm);
        var changed = Changed(rows);
        await save.SaveAsync(actor, change.FillDown is null ? "批量任务分工" : "向下填充", "", request, stop);
        return changed;
    }

    /// <summary>Who could answer for rows that lack somebody.</summary>
    public async Task<IReadOnlyList<Suggestion>> SuggestAsync(
        Actor actor, IReadOnlyList<int> rowIds, DirectorySnapshot directory, DateOnly today, CancellationToken stop = default)
    {
        Permissions.Demand(actor, Permission.AssignRows);
        var rows = await db.Commitments.AsNoTracking().Where(c => rowIds.Contains(c.Id)).OrderBy(c => c.Order).ThenBy(c => c.Id)
            .Select(c => new { c.Id, c.Functions, c.LeadUnitId, c.LeaderPostId, Co = c.CoUnits.Select(u => u.UnitId).ToList() }).ToListAsync(stop);
        var suggester = new Suggester(directory, today);
        return [.. rows.Select(r => suggester.For(r.Id, r.Functions, r.LeadUnitId, r.LeaderPostId, r.Co)).Where(s => !s.IsEmpty)];
    }

    /// <summary>Takes the suggestions for the chosen rows; what people set already stays.</summary>
    /// <returns>How many rows now differ.</returns>
    public async Task<int> AcceptSuggestionsAsync(
        Actor actor, IReadOnlyList<RowKey> keys, DirectorySnapshot directory, DateOnly today, HandledRequest? request = null, CancellationToken stop = default)
    {
        var rows = await LoadAsync(actor, keys, stop);
        var suggestions = (await SuggestAsync(actor, [.. rows.Select(r => r.Id)], directory, today, stop)).ToDictionary(s => s.RowId);
        if (suggestions.Count == 0) throw new RefusalException("ASG003", "所选各行没有可用的建议：领导和单位已经定了，或者职能、分工里找不到对应的单位和领导，或者属于各街道一起做、要先分解。请逐行填写。");
        await RowWriting.WriteAsync(
            db, rows, row => suggestions.TryGetValue(row.Id, out var suggestion) ? suggestion.Fill(RowValues.Of(row)) : RowValues.Of(row), stop);
        var changed = Changed(rows);
        await save.SaveAsync(actor, "采纳分工建议", "", request, stop);
        return changed;
    }

    /// <summary>The rows in the order of the ledger, each at the version that was seen.</summary>
    private async Task<List<Commitment>> LoadAsync(Actor actor, IReadOnlyList<RowKey> keys, CancellationToken stop)
    {
        if (keys.Count == 0) throw new RefusalException("ASG001", "请先勾选要改的行。");
        if (keys.Count > MostRows) throw new RefusalException("ASG004", $"一次最多改 {MostRows} 行，请分几次做。");
        var ids = keys.Select(k => k.Id).ToList();
        var rows = await db.Commitments.WithParts().Where(c => ids.Contains(c.Id)).OrderBy(c => c.Order).ThenBy(c => c.Id).ToListAsync(stop);
        if (rows.Count != ids.Distinct().Count()) throw new RefusalException("ASG005", "有的行已经不在台账里了。请刷新页面。", RefusalKind.Missing);
        var seen = keys.ToDictionary(k => k.Id, k => k.Version);
        foreach (var row in rows)
        {
            Permissions.Demand(actor, Permission.AssignRows, RowFacts.Of(row));
            DemandOpen(row);
        }

        var stale = rows.Where(r => r.Version != seen[r.Id]).Select(r => $"“{r.Title}”").ToList();
        if (stale.Count > 0)
            throw new RefusalException("SYS001",
                $"{string.Join('、', stale.Take(5))}{(stale.Count > 5 ? $"等 {stale.Count} 行" : "")}刚被别人改过，您的改动没有保存。请看过对方的改动后再改。", RefusalKind.Conflict);
        return rows;
    }

    /// <summary>Rows in force change by amendment only; dropped and proposed ones are not assigned.</summary>
    private static void DemandOpen(Commitment row)
    {
        if (CommitmentMoves.IsOpen(row.State)) return;
        var remedy = row.State >= CommitmentState.Issued ? "要改请走“调整”" : "请先在文件页采纳";
        throw new RefusalException("ASG006", $"“{row.Title}”现在是“{CommitmentMoves.NameOf(row.State)}”，不能再改分工，{remedy}。", RefusalKind.Conflict);
    }

    private async Task<int> YearAsync(int planId, CancellationToken stop) => await db.Plans.Where(p => p.Id == planId).Select(p => p.Year).SingleAsync(stop);

    private int Changed(List<Commitment> rows)
    {
        db.ChangeTracker.DetectChanges();
        return rows.Count(r => db.Entry(r).State == EntityState.Modified || db.Entry(r).Collections.Any(c => c.IsModified));
    }
}

internal static class RowQueries
{
    /// <summary>With everything that RowValues reads and writes.</summary>
    public static IQueryable<Commitment> WithParts(this IQueryable<Commitment> rows) =>
        rows.Include(c => c.CoUnits).Include(c => c.Quantities).Include(c => c.Milestones).Include(c => c.Themes).AsSplitQuery();
}
