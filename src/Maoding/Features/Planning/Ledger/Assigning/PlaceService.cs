using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Ledger;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Planning.Ledger.Assigning;

/// <summary>Moves a row among the others while it has no number.</summary>
public sealed class PlaceService(MaodingContext db, AuditedSave save)
{
    private const int Shown = 12;

    /// <summary>A row that has its number stays where it is.</summary>
    public static bool Moves(Commitment row) => row is { State: CommitmentState.Draft, Number: "" };

    /// <exception cref="RefusalException">ASG005: there is none.</exception>
    public async Task<Commitment> RowAsync(Actor actor, int id, CancellationToken stop)
    {
        var row = await db.Commitments.Include(c => c.CoUnits).SingleOrDefaultAsync(c => c.Id == id, stop) ?? throw Gone();
        Permissions.Demand(actor, Permission.AssignRows, RowFacts.Of(row));
        return row;
    }

    /// <summary>Rows beside which it can stand: its brothers, or rows of the plan; those around it, or those whose title holds the words.</summary>
    public async Task<IReadOnlyList<Commitment>> BesideAsync(Commitment row, string words, CancellationToken stop)
    {
        var rows = db.Commitments.AsNoTracking()
            .Where(c => c.PlanId == row.PlanId && c.ParentId == row.ParentId && c.Id != row.Id && c.State >= CommitmentState.Draft);
        if (words.Length > 0)
            return await rows.Where(c => c.Title.Contains(words) || c.Number == words)
                .OrderBy(c => c.Order).ThenBy(c => c.Id).Take(2 * Shown).ToListAsync(stop);
        var before = await rows.Where(c => c.Order < row.Order || (c.Order == row.Order && c.Id < row.Id))
            .OrderByDescending(c => c.Order).ThenByDescending(c => c.Id).Take(Shown).ToListAsync(stop);
        var after = await rows.Where(c => c.Order > row.Order || (c.Order == row.Order && c.Id > row.Id))
            .OrderBy(c => c.Order).ThenBy(c => c.Id).Take(Shown).ToListAsync(stop);
        return [.. before.AsEnumerable().Reverse(), .. after];
    }

    /// <summary>Puts the row with its leaves right before or after another of its level.</summary>
    /// <exception cref="RefusalException">ASG005, ASG048; ASG049: not beside that one; SYS001: changed meanwhile.</exception>
    public async Task MoveAsync(Actor actor, int id, int version, int besideId, bool before, HandledRequest? once, CancellationToken stop)
    {
        var row = await RowAsync(actor, id, stop);
        if (!Moves(row)) throw new RefusalException("ASG048", $"“{row.Title}”已经编号或者不是草稿，次序不能再调。", RefusalKind.Conflict);
        Versions.Demand(row.Version, version, $"“{row.Title}”");
        var beside = await db.Commitments.SingleOrDefaultAsync(c => c.Id == besideId, stop);
        if (beside is null || beside.Id == id || beside.PlanId != row.PlanId || beside.ParentId != row.ParentId)
            throw new RefusalException("ASG049", "请选要排在哪一项的前面或后面：任务排在任务旁，子项排在同一任务的子项旁。") { Field = "Beside" };
        List<Commitment> family =
            [row, .. await db.Commitments.Include(c => c.CoUnits).Where(c => c.ParentId == id).OrderBy(c => c.Order).ThenBy(c => c.Id).ToListAsync(stop)];
        if (before) await LedgerPlaces.BeforeAsync(db, beside, family, stop);
        else if (row.ParentId is null) await LedgerPlaces.AfterAsync(db, beside, family, stop);
        else await LedgerPlaces.AfterLeafAsync(db, beside, family, stop);
        await save.SaveAsync(actor, "调整次序", $"排到“{beside.Title}”{(before ? "之前" : "之后")}", once, stop);
    }

    private static RefusalException Gone() => new("ASG005", "这一行已经不在台账里了。请刷新页面。", RefusalKind.Missing);
}
