using Maoding.Districts;
using Maoding.Domain.Indicators;
using Maoding.Domain.Ledger;
using Maoding.Domain.Progress;
using Maoding.Domain.Projects;
using Maoding.Domain.Targets;
using Maoding.Features.Measuring.Targets;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Progress.Reporting;

/// <summary>What tells rows' progress without their units being asked: every origin is read here, as many statements for one row as for all.</summary>
public sealed class ShareSources(MaodingContext db, TargetReader targets, CurrentRequest current)
{
    public async Task<KnownShares> ReadAsync(IReadOnlyCollection<int> rowIds, CancellationToken stop)
    {
        var known = new Dictionary<int, Func<DateOnly, ShareSource?>>();
        await AddUntiedAsync(rowIds, known, stop);
        await AddProjectsAsync(rowIds, known, stop);
        await AddTargetsAsync(rowIds, known, stop);
        return known.Count == 0 ? KnownShares.None : new KnownShares(known, current.Today);
    }

    /// <summary>Rows that are targets: until they are tied nothing tells them, and nobody is asked for a share of them.</summary>
    private async Task AddUntiedAsync(IReadOnlyCollection<int> rowIds, Dictionary<int, Func<DateOnly, ShareSource?>> known, CancellationToken stop)
    {
        var promised = db.Commitments.Where(c => rowIds.Contains(c.Id) && c.Kind == CommitmentKind.Target);
        foreach (var row in await promised.Select(c => new { c.Id, c.Kind, c.ParentId }).ToListAsync(stop))
            known[row.Id] = _ => ShareSource.Before(row.Kind, row.ParentId);
    }

    /// <summary>A target's figures tell before the projects that are to move them.</summary>
    private async Task AddTargetsAsync(IReadOnlyCollection<int> rowIds, Dictionary<int, Func<DateOnly, ShareSource?>> known, CancellationToken stop)
    {
        var found = await db.Targets.AsNoTracking().Where(t => rowIds.Contains(t.CommitmentId)).ToListAsync(stop);
        if (found.Count == 0) return;
        var indicators = await db.Indicators.AsNoTracking().ToDictionaryAsync(i => i.Id, stop);
        foreach (var plan in found.GroupBy(t => t.PlanId))
        {
            var year = current.Directory.Ledger.Plans.First(p => p.Id == plan.Key).Year;
            var figures = await targets.KnownAsync([.. plan], year, current.Today, stop);
            foreach (var target in plan) known[target.CommitmentId] = day => OfTarget(target, indicators, figures, year, day);
        }
    }

    /// <summary>Months of the business date's year: reports of another are not written any more.</summary>
    private async Task AddProjectsAsync(IReadOnlyCollection<int> rowIds, Dictionary<int, Func<DateOnly, ShareSource?>> known, CancellationToken stop)
    {
        var year = current.Today.Year;
        var found = await (from project in db.Projects
                           from wanted in project.Years
                           where project.CommitmentId != null && rowIds.Contains(project.CommitmentId.Value) && wanted.Year == year
                           select new { project.Id, RowId = project.CommitmentId!.Value, project.Stage, wanted.Class, wanted.Planned })
                           .AsNoTracking().ToListAsync(stop);
        if (found.Count == 0) return;
        var ids = found.ConvertAll(p => p.Id);
        var months = (await db.ProjectMonths.AsNoTracking().Where(m => ids.Contains(m.ProjectId) && m.Month > year * 100).ToListAsync(stop))
            .ToLookup(m => m.ProjectId, MonthMoney.Of);
        foreach (var row in found.GroupBy(p => p.RowId))
        {
            List<ProjectInvestment> projects = [.. row.Select(p => new ProjectInvestment(p.Stage, p.Class, p.Planned, [.. months[p.Id]]))];
            // The day is one of the month after the report's.
            var otherwise = known.GetValueOrDefault(row.Key);
            known[row.Key] = day => ProjectShare.Of(projects, YearMoney.LastMonth(year, day), row.Key) ?? otherwise?.Invoke(day);
        }
    }

    private static ShareSource OfTarget(Target target, IReadOnlyDictionary<int, Indicator> indicators, TargetKnowledge known, int year, DateOnly day)
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
