using Maoding.Domain.Indicators;
using Maoding.Domain.Progress;
using Maoding.Domain.Targets;
using Maoding.Features.Aiming;
using Maoding.Hosting;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Reporting;

/// <summary>What tells rows' progress without their units being asked: every origin is read here, as many statements for one row as for all.</summary>
public sealed class ShareSources(MaodingContext db, TargetReader targets, CurrentRequest current)
{
    public async Task<KnownShares> ReadAsync(IReadOnlyCollection<int> rowIds, CancellationToken stop)
    {
        var found = await db.Targets.AsNoTracking().Where(t => rowIds.Contains(t.CommitmentId)).ToListAsync(stop);
        if (found.Count == 0) return KnownShares.None;
        var indicators = await db.Indicators.AsNoTracking().ToDictionaryAsync(i => i.Id, stop);
        var known = new Dictionary<int, Func<DateOnly, ShareSource?>>();
        foreach (var plan in found.GroupBy(t => t.PlanId))
        {
            var year = current.Directory.Ledger.Plans.First(p => p.Id == plan.Key).Year;
            var figures = await targets.KnownAsync([.. plan], year, current.Today, stop);
            foreach (var target in plan) known[target.CommitmentId] = day => OfTarget(target, indicators, figures, year, day);
        }

        return new KnownShares(known, current.Today);
    }

    private static ShareSource? OfTarget(Target target, IReadOnlyDictionary<int, Indicator> indicators, TargetKnowledge known, int year, DateOnly day)
    {
        var (facts, _, evaluation) = TargetReader.Judged(target, indicators, known, year, day);
        return FigureShare.Of(facts, evaluation);
    }
}

/// <summary>The sources of the rows that were asked about.</summary>
public sealed class KnownShares(IReadOnlyDictionary<int, Func<DateOnly, ShareSource?>> known, DateOnly today)
{
    public static KnownShares None { get; } = new(new Dictionary<int, Func<DateOnly, ShareSource?>>(), default);

    /// <summary>Null where nothing tells the row's progress.</summary>
    /// <param name="period">Of the report: figures come out in the month after it, later ones are not looked at.</param>
    public ShareSource? Of(int rowId, Period period)
    {
        if (!known.TryGetValue(rowId, out var source)) return null;
        var next = Period.OfMonth(Period.AddMonths(period.Month, 1)).End;
        return source(today < next ? today : next);
    }
}
