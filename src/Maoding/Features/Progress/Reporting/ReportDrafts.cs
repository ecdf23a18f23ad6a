using Maoding.Domain.Progress;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Progress.Reporting;

/// <summary>What is missing to drafts, for the list from which they are sent.</summary>
public sealed class ReportDrafts(MaodingContext db, ShareSources sources, DoubtReader doubts)
{
    /// <summary>By id: why the report cannot go to the head; empty when it can.</summary>
    public async Task<IReadOnlyDictionary<int, string>> GapsAsync(IReadOnlyCollection<int> ids, CancellationToken stop)
    {
        if (ids.Count == 0) return new Dictionary<int, string>();
        var drafts = await db.Reports.AsNoTracking().Include(r => r.Quantities).Include(r => r.Milestones)
            .AsSplitQuery().Where(r => ids.Contains(r.Id)).ToListAsync(stop);
        var rowIds = drafts.Select(r => r.CommitmentId).Distinct().ToList();
        var rows = await db.Commitments.AsNoTracking().Include(c => c.Quantities).Include(c => c.Milestones)
            .AsSplitQuery().Where(c => rowIds.Contains(c.Id)).ToDictionaryAsync(c => c.Id, stop);
        var accepted = (await db.Reports.AsNoTracking().Where(r => rowIds.Contains(r.CommitmentId) && r.State == ReportState.Accepted).ToListAsync(stop))
            .ToLookup(r => r.CommitmentId);
        var (known, asks) = (await sources.ReadAsync(rowIds, stop), await doubts.TodayAsync(stop));
        return drafts.ToDictionary(r => r.Id, r =>
        {
            var (row, period) = (rows[r.CommitmentId], new Period(r.Period));
            var source = known.Of(row.Id, period);
            ReportWriting.Measure(row, r, r.IsTyped ? r.Share : null, source);
            return ReportWriting.GapOf(row, r, ReportShare.Latest(accepted[row.Id], period), source, asks);
        });
    }
}
