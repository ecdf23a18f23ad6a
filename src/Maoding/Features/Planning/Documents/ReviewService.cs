using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Ledger;
using Maoding.Features.Planning.Ledger;
using Maoding.Shared;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Planning.Documents;

/// <summary>What a person decides about proposed rows: accept, drop, restore, merge, split, add.</summary>
public sealed class ReviewService(MaodingContext db, AuditedSave save, CurrentRequest current)
{
    private const int LongestReason = 300;

    /// <summary>Takes the row into the ledger; a proposed match is thereby declined, and kept for those who take the step back.</summary>
    public async Task AcceptAsync(Actor actor, int id, int version, HandledRequest? once, CancellationToken stop)
    {
        var row = await OpenAsync(actor, id, version, stop);
        row.State = CommitmentMoves.Table.After(row.State, CommitmentMove.Accept);
        if (row.ParentId is { } parentId) await JoinAsync(await WholeAsync(actor, parentId, stop), row, stop);
        await save.SaveAsync(actor, "采纳", "", once, stop);
    }

    /// <summary>Takes in every waiting row of a section, save those that seem to belong to a row that is there, leaves of another,
    /// and those whose numbers a corrected edition changed.</summary>
    /// <returns>How many rows were taken in.</returns>
    public async Task<int> AcceptSectionAsync(Actor actor, int documentId, int? sectionId, HandledRequest? once, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.ReviewFindings);
        var rows = await db.Commitments.Include(c => c.CoUnits)
            .Where(c => c.DocumentId == documentId && c.SectionId == sectionId
                && c.State == CommitmentState.Proposed && c.Match == MatchKind.New && c.ParentId == null
                && !c.Evidence.Contains(EvidenceLines.Corrected))
            .ToListAsync(stop);
        foreach (var row in rows)
        {
            Permissions.Demand(actor, Permission.ReviewFindings, RowFacts.Of(row));
            row.State = CommitmentMoves.Table.After(row.State, CommitmentMove.Accept);
        }

        await save.SaveAsync(actor, "采纳本节全部", "", once, stop);
        return rows.Count;
    }

    public async Task DropAsync(Actor actor, int id, int version, string reason, HandledRequest? once, CancellationToken stop)
    {
        if (reason.Trim().Length is 0 or > LongestReason) throw new RefusalException("REV002", $"请写明不列入的理由（{LongestReason} 字以内）。") { Field = "Reason" };
        var row = await OpenAsync(actor, id, version, stop);
        await DemandChildlessAsync(row, stop);
        row.State = CommitmentMoves.Table.After(row.State, CommitmentMove.Drop);
        row.Reason = reason.Trim();
        await SettleAsync(row.ParentId, stop);
        await save.SaveAsync(actor, "不列入", row.Reason, once, stop);
    }

    /// <summary>Takes back an acceptance, a drop or a merge; what a merged row brought to another goes with it, what the reader proposed comes back.</summary>
    /// <returns>The state it was in.</returns>
    public async Task<CommitmentState> RestoreAsync(Actor actor, int id, int version, HandledRequest? once, CancellationToken stop)
    {
        var row = await OpenAsync(actor, id, version, stop);
        await DemandChildlessAsync(row, stop);
        if (await db.Documents.AnyAsync(d => d.Id == row.DocumentId && d.WithdrawnOn != null, stop)) throw DocumentService.Withdrawn();
        var (was, parentId) = (row.State, row.ParentId);
        row.State = CommitmentMoves.Table.After(was, CommitmentMove.Restore);
        row.Reason = "";
        if (was == CommitmentState.Merged && row.MergedIntoId is { } intoId)
        {
            Merging.TakeBack(db, await WholeAsync(actor, intoId, stop), row.Id, await YearAsync(row, stop));
            if (row.MatchGrounds.Length == 0) (row.MergedIntoId, row.Match) = (null, MatchKind.New);
        }
        else if (was == CommitmentState.Draft && parentId is not null && row.MergedIntoId is not null)
        {
            // It became a leaf only by this step; leaves that a row was split into belong to it and match none.
            row.ParentId = null;
            await LedgerPlaces.AtAsync(db, row, await DocumentPlaces.OfAsync(db, row, stop), stop);
        }

        else if (was == CommitmentState.Draft && row.WithinId is not null)
        {
            row.WithinId = null;
            await LedgerPlaces.AtAsync(db, row, await DocumentPlaces.OfAsync(db, row, stop), stop);
        }

        await SettleAsync(parentId, stop);
        await save.SaveAsync(actor, was == CommitmentState.Merged ? "撤销并入" : "恢复为待确认", "", once, stop);
        return was;
    }

    /// <summary>Lets another row of the plan promise this one's words too: one row with both quotes.</summary>
    /// <param name="choice">For each value that both give differently, which one stands.</param>
    /// <exception cref="RefusalException">REV003–REV006; REV030: a difference is not decided; REV031.</exception>
    public async Task MergeAsync(Actor actor, int id, int version, int intoId, MergeChoice choice, HandledRequest? once, CancellationToken stop)
    {
        var row = await OpenAsync(actor, id, version, stop);
        if (intoId == id) throw new RefusalException("REV003", "不能并入它自己，请选另一项。") { Field = "Into" };
        var into = await WholeAsync(actor, intoId, stop);
        if (into.PlanId != row.PlanId) throw new RefusalException("REV004", "只能并入同一年度计划里的任务。") { Field = "Into" };
        if (into.State is CommitmentState.Merged or CommitmentState.Dropped or CommitmentState.Stopped)
            throw new RefusalException("REV005", $"“{into.Title}”现在是“{CommitmentMoves.NameOf(into.State)}”，不能再并入别的任务，请另选一项。", RefusalKind.Conflict)
            {
                Field = "Into",
            };
        await DemandChildlessAsync(row, stop);
        row.State = CommitmentMoves.Table.After(row.State, CommitmentMove.Merge);
        if (row.MergedIntoId != into.Id) (row.MergedIntoId, row.Match, row.MatchGrounds) = (into.Id, MatchKind.Same, "");
        var differences = await Merging.BetweenAsync(db, into, row, id => current.Directory.UnitName(id), stop);
        Merging.Join(into, row, differences, choice, await YearAsync(row, stop));
        await SettleAsync(row.ParentId, stop);
        await save.SaveAsync(actor, "并入", $"并入“{into.Title}”", once, stop);
    }

    /// <summary>
    /// Makes the row a leaf of another; the first leaf takes the duty from its parent. A target within a target (其中) relieves nobody: both stand.
    /// </summary>
    public async Task MakeLeafAsync(Actor actor, int id, int version, int parentId, HandledRequest? once, CancellationToken stop)
    {
        var row = await OpenAsync(actor, id, version, stop);
        var parent = await WholeAsync(actor, parentId, stop);
        if (parent.ParentId is { } above) parent = await WholeAsync(actor, above, stop);
        if (parent.Id == id || !row.IsLeaf || parent.PlanId != row.PlanId) throw new RefusalException("REV007", "这一项自己有子项，不能再作为别的任务的子项。") { Field = "Into" };
        row.State = CommitmentMoves.Table.After(row.State, CommitmentMove.Accept);
        var within = row.Kind == CommitmentKind.Target && parent.Kind == CommitmentKind.Target;
        await LedgerPlaces.AfterAsync(db, parent, [row], stop);
        if (row.MergedIntoId is null) (row.MergedIntoId, row.Match) = (parent.Id, MatchKind.Narrower);
        if (within) row.WithinId = parent.Id;
        else
        {
            row.ParentId = parent.Id;
            await JoinAsync(parent, row, stop);
        }

        await save.SaveAsync(actor, within ? "列为其中项" : "作为子项采纳", $"归入“{parent.Title}”", once, stop);
    }

    /// <summary>Makes several rows of one; the row itself becomes the first, each keeps the quotes.</summary>
    /// <param name="parts">Title and lead of each part, at least two.</param>
    public async Task SplitAsync(Actor actor, int id, int version, IReadOnlyList<SplitPart> parts, HandledRequest? once, CancellationToken stop)
    {
        if (parts.Count < 2) throw new RefusalException("REV009", "拆分至少要两条，每条一行。") { Field = "Parts" };
        if (parts.Count > 20) throw new RefusalException("REV010", "一次最多拆成 20 条，请分几次拆。") { Field = "Parts" };
        if (parts.FirstOrDefault(p => p.Title.Trim().Length is 0 or > 300) is { } bad)
            throw new RefusalException("REV011", $"每条要写 1 至 300 个字：“{bad.Title}”。") { Field = "Parts" };
        var row = await OpenAsync(actor, id, version, stop);
        if (row.State is not (CommitmentState.Proposed or CommitmentState.Draft))
            throw new RefusalException("REV012", $"这一项现在是“{CommitmentMoves.NameOf(row.State)}”，不能再拆分。", RefusalKind.Conflict);
        if (row.Kind == CommitmentKind.Target)
            throw new RefusalException("REV022", "一个指标只有一个数，不能拆分。这句话里还有别的数要列，请点“补列一条”，把它列为指标。") { Field = "Parts" };
        await DemandChildlessAsync(row, stop);
        var values = SplitValues.Of(RowValues.Of(row), parts);
        List<Commitment> made = [.. values.Skip(1).Select(part => RowCopy.Of(row, row.ParentId, part))];
        foreach (var part in made) part.Evidence = EvidenceLines.Line("拆自", row.Title);
        if (row.ParentId is null) await LedgerPlaces.AfterAsync(db, row, made, stop);
        else await LedgerPlaces.AfterLeafAsync(db, row, made, stop);
        db.Commitments.AddRange(made);

        row.Evidence = string.Join('\n', row.Evidence.Split('\n').Where(l => !l.StartsWith(EvidenceLines.Part, StringComparison.Ordinal)));
        values[0].ApplyTo(row);
        await save.SaveAsync(actor, "拆分", $"拆成 {parts.Count} 条", once, stop);
    }

    /// <summary>The row as the actor may change it now, with its parts.</summary>
    /// <exception cref="RefusalException">REV013: there is none; SYS001: it was changed since the form was shown.</exception>
    public async Task<Commitment> OpenAsync(Actor actor, int id, int version, CancellationToken stop)
    {
        var row = await WholeAsync(actor, id, stop);
        if (row.Version == version) return row;
        throw new RefusalException("SYS001", "这一项刚被别人改过，您这一步没有执行。请看过最新的内容再办。", RefusalKind.Conflict);
    }

    private Task<int> YearAsync(Commitment row, CancellationToken stop) => db.Plans.Where(p => p.Id == row.PlanId).Select(p => p.Year).SingleAsync(stop);

    private async Task<Commitment> WholeAsync(Actor actor, int id, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.ReviewFindings);
        var row = await ReviewQuery.Whole(db.Commitments).FirstOrDefaultAsync(c => c.Id == id, stop)
            ?? throw new RefusalException("REV013", "没有这一项。请刷新页面看最新的列表。", RefusalKind.Missing);
        Permissions.Demand(actor, Permission.ReviewFindings, RowFacts.Of(row));
        return row;
    }

    /// <summary>A row that is taken in under another, which may have been taken out meanwhile or has left the office.</summary>
    private async Task JoinAsync(Commitment parent, Commitment leaf, CancellationToken stop)
    {
        if (parent.State > CommitmentState.Draft || parent.State is CommitmentState.Dropped or CommitmentState.Merged)
            throw new RefusalException("REV008",
                $"“{parent.Title}”现在是“{CommitmentMoves.NameOf(parent.State)}”，不能直接加子项。已送出或印发的，请走调整程序；不列入或已并入的，请先恢复它，或者把这一项作为新的采纳。", RefusalKind.Conflict);
        Family.Settle(parent, [.. await LeavesAsync(parent.Id, stop), leaf]);
    }

    private async Task SettleAsync(int? parentId, CancellationToken stop)
    {
        if (parentId is { } id && await db.Commitments.FirstOrDefaultAsync(c => c.Id == id, stop) is { } parent)
            Family.Settle(parent, await LeavesAsync(id, stop));
    }

    private async Task DemandChildlessAsync(Commitment row, CancellationToken stop) => Family.DemandChildless(row, await LeavesAsync(row.Id, stop));

    /// <summary>As they are in the database, save those that this step changes.</summary>
    private Task<List<Commitment>> LeavesAsync(int parentId, CancellationToken stop) => db.Commitments.Where(c => c.ParentId == parentId).ToListAsync(stop);
}
