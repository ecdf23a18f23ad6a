using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Ledger;
using Maoding.Domain.Progress;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Progress.Reporting;

/// <summary>What heads and the coordinator do with reports.</summary>
public sealed partial class ReportService
{
    /// <summary>Records that let the actor sign, read once.</summary>
    private List<SignDelegation>? _given;

    /// <summary>Signs all of them, or none when one is no longer to be signed.</summary>
    /// <exception cref="RefusalException">PER001: neither the head nor somebody the head let sign; REP001, REP012; SYS001.</exception>
    public async Task SignAsync(Actor actor, IReadOnlyList<ReportKey> keys, HandledRequest? request = null, CancellationToken stop = default)
    {
        foreach (var (report, row) in await PickedAsync(keys, stop))
        {
            report.DelegationId = await SignerAsync(actor, row, stop);
            report.State = ReportMoves.Table.After(report.State, ReportMove.Sign);
            (report.SignedOn, report.SignedById) = (current.Today, actor.AccountId);
        }

        await save.SaveAsync(actor, "签发填报", "", request, stop);
    }

    /// <summary>Accepts all of them, or none: the row's share is that of its latest accepted report, and its work has begun.</summary>
    /// <exception cref="RefusalException">PER001, REP001, REP012; SYS001.</exception>
    public async Task AcceptAsync(Actor actor, IReadOnlyList<ReportKey> keys, HandledRequest? request = null, CancellationToken stop = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var picked = await PickedAsync(keys, stop);
        await shares.WaitForClosingAsync(picked.Select(p => p.Row.PlanId), stop);
        foreach (var (report, row) in picked)
        {
            Permissions.Demand(actor, Permission.ReviewReports, RowFacts.Of(row));
            report.State = ReportMoves.Table.After(report.State, ReportMove.Accept);
            (report.DecidedOn, report.DecidedById) = (current.Today, actor.AccountId);
            if (row.State == CommitmentState.Issued) row.State = CommitmentMoves.Table.After(row.State, CommitmentMove.Start);
        }

        await shares.KeepAsync([.. picked.Select(p => p.Row).Distinct()], current.Today, stop);
        await lights.AfterAcceptingAsync([.. picked.Select(p => (p.Row, p.Report.Period, p.Report.Share))], current.Today, stop);
        await save.SaveWithinAsync(actor, "审核填报", "", request, stop);
        await transaction.CommitAsync(stop);
    }

    /// <summary>Sends a report back to the clerk: the head before signing, the coordinator after, and after accepting while the month is open.</summary>
    /// <exception cref="RefusalException">PER001, REP001, REP013: the month is closed; REP014: no reason; SYS001.</exception>
    public async Task ReturnAsync(Actor actor, ReportKey key, string reason, HandledRequest? request = null, CancellationToken stop = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var (report, row) = (await PickedAsync([key], stop))[0];
        await shares.WaitForClosingAsync([row.PlanId], stop);
        if (report.State == ReportState.Submitted) await SignerAsync(actor, row, stop);
        else Permissions.Demand(actor, Permission.ReviewReports, RowFacts.Of(row));
        var why = ReportMoves.Why.Demand(reason, "Reason");
        var wasAccepted = report.State == ReportState.Accepted;
        if (wasAccepted && await db.MonthCloses.AnyAsync(c => c.PlanId == row.PlanId && c.Month == report.Period / 10, stop))
            throw new RefusalException("REP013", "这一期所在的月份已经月结，已审核的填报不能再退回。数据有变化的，在下一期填报中更正并写明原因。", RefusalKind.Conflict);
        report.State = ReportMoves.Table.After(report.State, ReportMove.Return);
        report.ReturnReason = why;
        report.Returns++;
        (report.DecidedOn, report.DecidedById) = (current.Today, actor.AccountId);
        if (wasAccepted) await shares.KeepAsync([row], current.Today, stop);
        await save.SaveWithinAsync(actor, "退回填报", why, request, stop);
        await transaction.CommitAsync(stop);
    }

    /// <summary>The record by which the actor signs for the row's lead unit; null for its head.</summary>
    /// <exception cref="RefusalException">PER001.</exception>
    private async Task<int?> SignerAsync(Actor actor, Commitment row, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.SignReport, RowFacts.Of(row));
        if (row.LeadUnitId is { } lead && actor.Units.Contains(lead))
        {
            if (Heads(actor, lead)) return null;
            _given ??= await db.SignDelegations.AsNoTracking().Where(d => d.PersonId == actor.PersonId).ToListAsync(stop);
            if (_given.Find(d => d.UnitId == lead && d.Covers(current.Today)) is { } delegation) return delegation.Id;
        }

        throw new RefusalException("PER001", "填报由牵头单位负责人签发。负责人不在的，可以请他在“委托签发”中写明由谁代签、到哪一天。", RefusalKind.Forbidden);
    }

    /// <summary>The picked reports with their rows, as they were seen.</summary>
    private async Task<IReadOnlyList<(ProgressReport Report, Commitment Row)>> PickedAsync(IReadOnlyList<ReportKey> keys, CancellationToken stop)
    {
        if (keys.Count == 0) throw new RefusalException("REP012", "还没有勾选填报。请先勾选。");
        var ids = keys.Select(k => k.Id).Distinct().ToList();
        var reports = await db.Reports.Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, stop);
        if (reports.Count != ids.Count) throw NoReport();
        var rowIds = reports.Values.Select(r => r.CommitmentId).Distinct().ToList();
        var rows = await db.Commitments.Include(c => c.CoUnits).Where(c => rowIds.Contains(c.Id)).ToDictionaryAsync(c => c.Id, stop);
        foreach (var key in keys)
        {
            var report = reports[key.Id];
            if (report.Version != key.Version) throw Versions.Changed($"“{rows[report.CommitmentId].Title}”的填报");
        }

        return [.. ids.Select(id => (reports[id], rows[reports[id].CommitmentId]))];
    }
}
