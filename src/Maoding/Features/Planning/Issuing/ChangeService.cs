using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Checking;
using Maoding.Domain.Consulting;
using Maoding.Domain.Ledger;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Planning.Issuing;

/// <summary>What differs from what was asked about: it goes back to be asked again, or is confirmed here with a reason.</summary>
public sealed class ChangeService(MaodingContext db, AuditedSave save, CheckService checks, TimeProvider clock)
{
    private const int LongestReason = 1000;

    /// <summary>Rows of the newest plan that were changed since they were asked about, in the order of the ledger.</summary>
    /// <exception cref="RefusalException">PER001.</exception>
    public async Task<IReadOnlyList<CheckedRow>> ListAsync(Actor actor, CancellationToken stop) =>
        await checks.RunAsync(actor, withDuplicates: false, stop) is { } report ? [.. report.Rows.Where(r => r.IsOpen && r.Changed.Count > 0)] : [];

    /// <summary>Confirms the changes of rows: what they say now counts as asked, and the reason stays with the row.</summary>
    /// <param name="seen">The rows that were looked at, each with its version.</param>
    /// <returns>How many rows.</returns>
    /// <exception cref="RefusalException">PER001; ISS014: no reason or no row; SYS001: a row changed since it was seen.</exception>
    public async Task<int> ConfirmAsync(
        Actor actor, IReadOnlyDictionary<int, int> seen, string reason, HandledRequest? request = null, CancellationToken stop = default)
    {
        Permissions.Demand(actor, Permission.IssueLedger);
        reason = reason.Trim();
        if (seen.Count == 0) throw new RefusalException("ISS014", "还没有选任务。请勾选要确认改动的任务。") { Field = "Rows" };
        if (reason.Length is 0 or > LongestReason)
            throw new RefusalException("ISS014", $"请写明为什么不再征求意见（{LongestReason} 字以内），理由会留在任务上。") { Field = "Reason" };
        var rows = (await ListAsync(actor, stop)).Where(r => seen.ContainsKey(r.Id)).ToList();
        if (rows.Count < seen.Count || rows.Exists(r => r.Version != seen[r.Id]))
            throw new RefusalException("SYS001", "您看过以后任务又改过，没有确认。请刷新页面，看过现在的内容再确认。", RefusalKind.Conflict);
        var ids = rows.ConvertAll(r => r.Id);
        var asked = await db.ConsultedRows
            .Where(a => ids.Contains(a.CommitmentId) && db.Commitments.Any(c => c.Id == a.CommitmentId && c.ConsultationId == a.ConsultationId))
            .ToDictionaryAsync(a => a.CommitmentId, stop);
        foreach (var row in rows)
        {
            asked[row.Id].Values = Consulted.Text(row.Values);
            db.ConsultedChanges.Add(new ConsultedChange
            {
                CommitmentId = row.Id,
                Changes = RowDifference.Lines(row.Changed),
                Reason = reason,
                ConfirmedById = actor.AccountId,
                ConfirmedAt = clock.GetUtcNow().UtcDateTime,
            });
        }

        await save.SaveAsync(actor, "确认征求意见后的改动", reason, request, stop);
        return rows.Count;
    }
}
