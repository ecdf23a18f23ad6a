using System.Globalization;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Ledger;
using Maoding.Domain.Lights;
using Maoding.Domain.Progress;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Progress.Closings;

/// <summary>What may still be written beside frozen lights: another light by a person, and the day on which arrears were made up.</summary>
public sealed class MonthLightService(MaodingContext db, AuditedSave save)
{
    private const int LongestReason = 500;

    /// <summary>
    /// Follows what was accepted without saving, reports or months of projects: closed months that it makes up for are marked.
    /// The number of statements does not depend on how much was accepted, but for rows with leaves that recover.
    /// </summary>
    /// <param name="accepted">Each leaf, tracked, with the key of the period and the share that was accepted.</param>
    public async Task AfterAcceptingAsync(IReadOnlyList<(Commitment Leaf, int Period, int? Share)> accepted, DateOnly today, CancellationToken stop = default)
    {
        var ids = accepted.Select(a => a.Leaf.Id).ToList();
        var months = (await db.MonthLights.Where(l => ids.Contains(l.CommitmentId) && l.Light > Light.Green && l.RecoveredOn == null).ToListAsync(stop))
            .ToLookup(l => l.CommitmentId);
        foreach (var (leaf, period, share) in accepted)
        {
            var recovered = months[leaf.Id].Where(m => m.RecoveredOn is null && Recovery.Makes(m, period, share)).ToList();
            foreach (var month in recovered) month.RecoveredOn = today;
            if (leaf.ParentId is { } parentId)
                foreach (var month in recovered) await RecoverParentAsync(parentId, leaf.Id, month.Month, today, stop);
        }
    }

    /// <summary>Rows take their share from their leaves again, without saving; the leaves' own shares must be set before.</summary>
    /// <param name="leaves">Tracked.</param>
    public async Task FollowSharesAsync(IEnumerable<Commitment> leaves, CancellationToken stop = default)
    {
        var ids = leaves.Where(l => l.ParentId is not null).Select(l => l.ParentId!.Value).Distinct().ToList();
        if (ids.Count == 0) return;
        // The leaves may be tracked with shares that are not saved yet: many reports are accepted at once.
        var all = (await db.Commitments.Where(c => ids.Contains(c.ParentId!.Value) && c.State >= CommitmentState.Issued && c.State != CommitmentState.Stopped)
            .ToListAsync(stop)).ToLookup(c => c.ParentId!.Value);
        foreach (var parent in await db.Commitments.Where(c => ids.Contains(c.Id)).ToListAsync(stop))
        {
            parent.Share = ParentMonth.ShareOf(
                [.. all[parent.Id].Select(c => c.State is CommitmentState.Verified or CommitmentState.Done ? PerMille.Whole : c.Share)]);
        }
    }

    /// <summary>
    /// Gives a row another light in a closed month; the computed one is kept and shown beside it. The same as the computed takes an earlier change back.
    /// </summary>
    /// <exception cref="RefusalException">
    /// PER001; CLO004: no such light; CLO005: computed from leaves; CLO006, CLO007: light or reason is missing; CLO008: nothing changes.
    /// </exception>
    public async Task OverrideAsync(
        Actor actor, int rowId, int month, Light light, string reason, DateOnly today, HandledRequest? request = null, CancellationToken stop = default)
    {
        var row = await db.Commitments.Include(c => c.CoUnits).SingleOrDefaultAsync(c => c.Id == rowId, stop) ?? throw Missing();
        Permissions.Demand(actor, Permission.OverrideLight, RowFacts.Of(row));
        var frozen = await db.MonthLights.SingleOrDefaultAsync(l => l.CommitmentId == rowId && l.Month == month, stop) ?? throw Missing();
        if (!row.IsLeaf) throw new RefusalException("CLO005", "这一项的灯由子项计算，请到要改的子项上改。", RefusalKind.Conflict);
        if (light is not (Light.Green or Light.Yellow or Light.Red)) throw new RefusalException("CLO006", "请选绿灯、黄灯或红灯。") { Field = "Light" };
        if (reason.Trim().Length is 0 or > LongestReason) throw new RefusalException("CLO007", $"请写明改灯的理由和谁同意的，最多{LongestReason}字。") { Field = "Reason" };
        if (frozen.Shown == light) throw new RefusalException("CLO008", $"现在就是{LightWords.Of(light)}，没有变化。") { Field = "Light" };
        Put(frozen, light, reason.Trim(), actor, today);
        var isLast = !await db.MonthCloses.AnyAsync(c => c.PlanId == row.PlanId && c.Month > month, stop);
        if (isLast) row.Light = frozen.Shown;
        if (row.ParentId is { } parentId) await FollowAsync(parentId, row, frozen, isLast, actor, today, stop);
        await save.SaveAsync(actor, "改灯", string.Create(CultureInfo.InvariantCulture, $"{month / 100}年{month % 100}月：{reason.Trim()}"), request, stop);
    }

    /// <summary>The row with leaves shows the worst of what they show.</summary>
    private async Task FollowAsync(int parentId, Commitment leaf, MonthLight changed, bool isLast, Actor actor, DateOnly today, CancellationToken stop)
    {
        if (await db.MonthLights.SingleOrDefaultAsync(l => l.CommitmentId == parentId && l.Month == changed.Month, stop) is not { } frozen) return;
        var others = await OthersAsync(parentId, leaf.Id, changed.Month, stop);
        var worst = ParentMonth.LightOf([changed.Shown, .. others.Select(l => l.Shown)]);
        if (worst == frozen.Shown) return;
        Put(frozen, worst, $"随子项{leaf.Number}改灯", actor, today);
        if (isLast) (await db.Commitments.SingleAsync(c => c.Id == parentId, stop)).Light = frozen.Shown;
    }

    private async Task RecoverParentAsync(int parentId, int leafId, int month, DateOnly today, CancellationToken stop)
    {
        var frozen = await db.MonthLights.SingleOrDefaultAsync(l => l.CommitmentId == parentId && l.Month == month && l.RecoveredOn == null, stop);
        if (frozen is null or { Light: <= Light.Green }) return;
        var others = await OthersAsync(parentId, leafId, month, stop);
        if (others.All(l => l.Light <= Light.Green || l.RecoveredOn is not null)) frozen.RecoveredOn = today;
    }

    /// <summary>Tracked, so that what is not saved yet counts.</summary>
    private Task<List<MonthLight>> OthersAsync(int parentId, int leafId, int month, CancellationToken stop) =>
        db.MonthLights.Where(
            l => l.Month == month && l.CommitmentId != leafId && db.Commitments.Any(c => c.Id == l.CommitmentId && c.ParentId == parentId)).ToListAsync(stop);

    private static void Put(MonthLight frozen, Light light, string reason, Actor actor, DateOnly today)
    {
        frozen.Override = light == frozen.Light ? null : light;
        (frozen.OverrideReason, frozen.OverriddenOn, frozen.OverriddenById) = (reason, today, actor.AccountId);
    }

    private static RefusalException Missing() => new("CLO004", "这一项在那个月没有亮灯记录。请从这一项的页面进入。", RefusalKind.Missing);
}
