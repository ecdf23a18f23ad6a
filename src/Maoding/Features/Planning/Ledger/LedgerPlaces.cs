using Maoding.Domain.Ledger;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Planning.Ledger;

/// <summary>Places in the ledger: every row gets one of its own, leaves right after their row; what stands behind moves on as far as it must.</summary>
internal static class LedgerPlaces
{
    /// <summary>Puts rows, new ones or such that move, right after another and its leaves.</summary>
    public static async Task AfterAsync(MaodingContext db, Commitment row, IReadOnlyList<Commitment> placed, CancellationToken stop)
    {
        var moving = placed.Select(p => p.Id).ToHashSet();
        var root = row.ParentId ?? row.Id;
        var last = await db.Commitments.Where(c => c.ParentId == root).OrderByDescending(c => c.Order).ThenByDescending(c => c.Id)
            .Select(c => new { c.Id, c.Order }).ToListAsync(stop);
        var behind = last.Find(l => !moving.Contains(l.Id) && (l.Order > row.Order || (l.Order == row.Order && l.Id > row.Id)));
        await PutAsync(db, row.PlanId, behind?.Order ?? row.Order, behind?.Id ?? row.Id, placed, stop);
    }

    /// <summary>Puts rows right after one leaf, among its brothers.</summary>
    public static Task AfterLeafAsync(MaodingContext db, Commitment leaf, IReadOnlyList<Commitment> placed, CancellationToken stop) =>
        PutAsync(db, leaf.PlanId, leaf.Order, leaf.Id, placed, stop);

    /// <summary>Puts rows right before another.</summary>
    public static async Task BeforeAsync(MaodingContext db, Commitment row, IReadOnlyList<Commitment> placed, CancellationToken stop)
    {
        var moving = placed.Select(p => p.Id).ToList();
        // Rows of old imports may share a place: those before it in the list stay before it.
        var tied = await db.Commitments.Where(c => c.PlanId == row.PlanId && c.Order == row.Order && c.Id < row.Id && !moving.Contains(c.Id))
            .MaxAsync(c => (int?)c.Id, stop);
        await PutAsync(db, row.PlanId, tied is null ? row.Order - 1 : row.Order, tied ?? int.MaxValue, placed, stop);
    }

    /// <summary>Puts a row where its words ask for it: behind what stands there already.</summary>
    public static async Task AtAsync(MaodingContext db, Commitment row, int order, CancellationToken stop)
    {
        row.Order = order;
        var before = await db.Commitments.Where(c => c.PlanId == row.PlanId && c.Id != row.Id && c.Order <= order)
            .OrderByDescending(c => c.Order).ThenByDescending(c => c.Id).FirstOrDefaultAsync(stop);
        if (before is null || (before.Order < order && before.ParentId is null)) return;
        await AfterAsync(db, before.ParentId is { } parent ? await db.Commitments.SingleAsync(c => c.Id == parent, stop) : before, [row], stop);
        row.Order = Math.Max(row.Order, order);
    }

    private static async Task PutAsync(MaodingContext db, int planId, int order, int id, IReadOnlyList<Commitment> placed, CancellationToken stop)
    {
        var moving = placed.Select(p => p.Id).ToHashSet();
        var behind = await db.Commitments.Where(c => c.PlanId == planId && (c.Order > order || (c.Order == order && c.Id > id)))
            .OrderBy(c => c.Order).ThenBy(c => c.Id).Select(c => new { c.Id, c.Order }).ToListAsync(stop);
        var places = new Dictionary<int, int>();
        foreach (var row in placed) row.Order = ++order;
        foreach (var key in behind.Where(b => !moving.Contains(b.Id)))
        {
            if (key.Order > order) break;
            places[key.Id] = ++order;
        }

        foreach (var row in await db.Commitments.Include(c => c.CoUnits).Where(c => places.Keys.Contains(c.Id)).ToListAsync(stop)) row.Order = places[row.Id];
    }
}
