using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Ledger;
using Maoding.Domain.Targets;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Measuring.Targets;

/// <summary>Why a target of an issued row is adjusted.</summary>
/// <param name="Decision">区委常委会2026年第14次会议.</param>
/// <param name="From">From this day on; null: the business date.</param>
public sealed record AdjustGrounds(string Reason, string Decision, DateOnly? From);

/// <summary>Ties rows to indicators, sets and adjusts targets, breaks them down and ties the work that serves them.</summary>
public sealed class TargetService(MaodingContext db, AuditedSave save, CurrentRequest current)
{
    /// <summary>Makes the row's target or changes it. Of an issued row another value or kind is an adjustment, with reason and decision.</summary>
    /// <param name="version">Of the target as it was seen; 0 for a new one.</param>
    /// <returns>The target's id.</returns>
    /// <exception cref="RefusalException">PER001; TGT001–TGT011; SYS001: changed in between.</exception>
    public async Task<int> SetAsync(
        Actor actor, int rowId, int version, TargetValues values, AdjustGrounds grounds, HandledRequest? request = null, CancellationToken stop = default)
    {
        var row = await RowAsync(actor, rowId, stop);
        var indicator = await db.Indicators.AsNoTracking().SingleOrDefaultAsync(i => i.Id == values.IndicatorId && !i.IsRetired, stop)
            ?? throw new RefusalException("TGT002", "请选择指标。目录里没有的，先到“指标”栏目新增。") { Field = "Form.IndicatorId" };
        if (values.Fault(indicator) is { } fault) throw fault;
        var target = await db.Targets.Include(t => t.Revisions).SingleOrDefaultAsync(t => t.CommitmentId == rowId, stop);
        if (target is null)
        {
            if (version != 0) throw Gone();
            target = new Target { PlanId = row.PlanId, CommitmentId = rowId };
            values.ApplyTo(target, current.Today);
            target.Revisions.Add(Revision(actor, values, 1, new AdjustGrounds("首次设定", "", current.Today)));
            db.Targets.Add(target);
        }
        else
        {
            Versions.Demand(target.Version, version);
            Change(actor, row, target, values, grounds);
        }

        await save.SaveAsync(actor, version == 0 ? "关联指标" : "设定目标", grounds.Reason.Trim(), request, stop);
        return target.Id;
    }

    /// <summary>Ties every row whose words name an indicator exactly and say all that the kind needs.</summary>
    /// <returns>How many were tied.</returns>
    /// <exception cref="RefusalException">PER001; TGT011: the plan is closed; TGT012: there is none.</exception>
    public async Task<int> TieAllAsync(Actor actor, TargetReader reader, Plan plan, HandledRequest? request = null, CancellationToken stop = default)
    {
        Permissions.Demand(actor, Permission.SetTargets);
        var board = await reader.ReadAsync(actor, plan, current.Today, stop);
        var indicators = await db.Indicators.AsNoTracking().OrderBy(i => i.Order).ToListAsync(stop);
        var areas = await db.Areas.AsNoTracking().ToListAsync(stop);
        var sure = board.Untied.Where(u => u.IsSure).ToList();
        if (sure.Count == 0) throw new RefusalException("TGT012", "没有可以直接关联的目标了，其余的请逐项选择指标。", RefusalKind.Conflict);
        foreach (var untied in sure)
        {
            var values = TargetProposal.Values(untied.Row, untied.Proposed!, indicators, areas);
            var target = new Target { PlanId = plan.Id, CommitmentId = untied.Row.Id };
            values.ApplyTo(target, current.Today);
            target.Revisions.Add(Revision(actor, values, 1, new AdjustGrounds("首次设定", "", current.Today)));
            db.Targets.Add(target);
        }

        await save.SaveAsync(actor, "关联指标", request: request, stop: stop);
        return sure.Count;
    }

    /// <summary>Replaces the breakdown.</summary>
    /// <exception cref="RefusalException">PER001; TGT001; TGT011; SYS001: changed in between.</exception>
    public async Task SetPartsAsync(
        Actor actor, int id, int version, IReadOnlyList<TargetPart> parts, HandledRequest? request = null, CancellationToken stop = default)
    {
        var target = await TargetAsync(actor, id, version, stop);
        foreach (var gone in target.Parts.Where(p => parts.All(n => n.AreaId != p.AreaId)).ToList()) target.Parts.Remove(gone);
        foreach (var part in parts)
        {
            if (target.Parts.Find(p => p.AreaId == part.AreaId) is not { } present) target.Parts.Add(part);
            else (present.Value, present.Decimals, present.BaseShare) = (part.Value, part.Decimals, part.BaseShare);
        }

        await save.SaveAsync(actor, "分解目标", request: request, stop: stop);
    }

    /// <summary>Replaces the rows that serve the target.</summary>
    /// <exception cref="RefusalException">PER001; TGT001; TGT011; TGT013: a row that is not in the plan; SYS001.</exception>
    public async Task SetWorksAsync(
        Actor actor, int id, int version, IReadOnlyCollection<int> rows, HandledRequest? request = null, CancellationToken stop = default)
    {
        var target = await TargetAsync(actor, id, version, stop);
        var known = await db.Commitments.CountAsync(
            c => rows.Contains(c.Id) && c.PlanId == target.PlanId && c.State >= CommitmentState.Draft && c.Id != target.CommitmentId, stop);
        if (known != rows.Count) throw new RefusalException("TGT013", "所选任务有的已不在台账里，请刷新页面后重新选择。", RefusalKind.Conflict);
        foreach (var gone in target.Works.Where(w => !rows.Contains(w.CommitmentId)).ToList()) target.Works.Remove(gone);
        foreach (var row in rows.Where(r => target.Works.All(w => w.CommitmentId != r))) target.Works.Add(new TargetWork { CommitmentId = row });
        await save.SaveAsync(actor, "关联任务", request: request, stop: stop);
    }

    /// <summary>Unties a row that is not issued: the target was made by mistake.</summary>
    /// <exception cref="RefusalException">PER001; TGT001; TGT011; TGT014: issued, or judged already; SYS001.</exception>
    public async Task UntieAsync(Actor actor, int id, int version, HandledRequest? request = null, CancellationToken stop = default)
    {
        var target = await TargetAsync(actor, id, version, stop);
        var issued = await db.Commitments.AnyAsync(c => c.Id == target.CommitmentId && c.State >= CommitmentState.Issued, stop);
        if (issued || await db.TargetMonths.AnyAsync(m => m.TargetId == id, stop))
            throw new RefusalException("TGT014", "这个目标已经印发或已有月结记录，不能取消关联。要改的请作年中调整。", RefusalKind.Conflict);
        await db.Entry(target).Collection(t => t.Revisions).LoadAsync(stop);
        db.Targets.Remove(target);
        await save.SaveAsync(actor, "取消关联", request: request, stop: stop);
    }

    private void Change(Actor actor, Commitment row, Target target, TargetValues values, AdjustGrounds grounds)
    {
        var isOther = (target.Value, target.Value2, target.Kind, target.Measure,
            target.IndicatorId) != (values.Value, values.Value2, values.Kind, values.Measure, values.IndicatorId);
        if (isOther && row.State >= CommitmentState.Issued)
        {
            if (grounds.Reason.Trim().Length is 0 or > 500)
                throw new RefusalException("TGT010", "已印发的目标改数值、类别或数据项是年中调整，要写明原因（500 字以内）。") { Field = "Form.Reason" };
            if (grounds.Decision.Trim().Length is 0 or > 200) throw new RefusalException("TGT010", "年中调整要写明由谁、按什么文件决定（200 字以内）。") { Field = "Form.Decision" };
            target.Revisions.Add(Revision(actor, values, target.Revisions.Max(r => r.Number) + 1, grounds));
        }
        else if (isOther && target.Revisions.MinBy(r => r.Number) is { } first)
        {
            (first.Value, first.Value2, first.Decimals, first.Kind) = (values.Value, values.Value2, values.Decimals, values.Kind);
        }

        values.ApplyTo(target, current.Today);
    }

    private TargetRevision Revision(Actor actor, TargetValues values, int number, AdjustGrounds grounds) => new()
    {
        Number = number,
        Value = values.Value,
        Value2 = values.Value2,
        Decimals = values.Decimals,
        Kind = values.Kind,
        From = grounds.From ?? current.Today,
        Reason = grounds.Reason.Trim(),
        Decision = grounds.Decision.Trim(),
        ById = actor.AccountId,
    };

    private async Task<Commitment> RowAsync(Actor actor, int rowId, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.SetTargets);
        var row = await db.Commitments.AsNoTracking().SingleOrDefaultAsync(c => c.Id == rowId && c.Kind == CommitmentKind.Target
            && c.ParentId == null && c.State >= CommitmentState.Draft && c.State != CommitmentState.Stopped, stop)
            ?? throw new RefusalException("TGT001", "台账里没有这个目标。请从“目标”栏目进入。", RefusalKind.Missing);
        await DemandOpenAsync(row.PlanId, stop);
        return row;
    }

    private async Task<Target> TargetAsync(Actor actor, int id, int version, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.SetTargets);
        var target = await db.Targets.Include(t => t.Parts).Include(t => t.Works).AsSplitQuery().SingleOrDefaultAsync(t => t.Id == id, stop)
            ?? throw new RefusalException("TGT001", "台账里没有这个目标。请从“目标”栏目进入。", RefusalKind.Missing);
        Versions.Demand(target.Version, version);
        await DemandOpenAsync(target.PlanId, stop);
        return target;
    }

    private async Task DemandOpenAsync(int planId, CancellationToken stop)
    {
        if (await db.Plans.AnyAsync(p => p.Id == planId && p.State == PlanState.Closed, stop))
            throw new RefusalException("TGT011", "这一年已经关账，目标不能再改。", RefusalKind.Conflict);
    }

    private static RefusalException Gone() => new("TGT001", "这个目标刚被取消关联。请从“目标”栏目重新进入。", RefusalKind.Missing);
}
