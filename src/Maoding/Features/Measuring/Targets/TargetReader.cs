using Maoding.Domain.Access;
using Maoding.Domain.Indicators;
using Maoding.Domain.Ledger;
using Maoding.Domain.Progress;
using Maoding.Domain.Targets;
using Maoding.Features.Measuring.Figures;
using Maoding.Features.Planning.Ledger;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Measuring.Targets;

/// <summary>Reads targets with the figures that they are judged by: as many statements for one as for all.</summary>
public sealed class TargetReader(MaodingContext db, FigureReader figures)
{
    /// <summary>Years of figures: this one and those that tell its rhythm.</summary>
    private const int YearsBefore = PlannedCurve.MostYears;

    /// <param name="today">The business date: later figures are not looked at.</param>
    /// <param name="only">One target; null: all that the actor may see.</param>
    public async Task<TargetBoard> ReadAsync(Actor actor, Plan plan, DateOnly today, CancellationToken stop, int? only = null)
    {
        Permissions.Demand(actor, Permission.SeeTargets);
        var rows = await Rows(plan.Id).VisibleTo(db, actor, Permission.SeeTargets)
            .Where(c => only == null || db.Targets.Any(t => t.Id == only && t.CommitmentId == c.Id))
            .OrderBy(c => c.Order).ThenBy(c => c.Id)
            .Select(c => new TargetRow(c.Id, c.Number, c.Title, c.State, c.Order, c.LeadUnitId, c.LeaderPostId, c.Target)).ToListAsync(stop);
        var targets = await db.Targets.AsNoTracking().Include(t => t.Parts).Where(t => t.PlanId == plan.Id && (only == null || t.Id == only)).ToListAsync(stop);
        var indicators = await db.Indicators.AsNoTracking().OrderBy(i => i.Order).ToDictionaryAsync(i => i.Id, stop);
        var byRow = targets.ToDictionary(t => t.CommitmentId);
        var setting = Permissions.Allows(actor, Permission.SetTargets) && only is null && plan.State != PlanState.Closed;
        UntiedRow[] untied = setting ? [.. rows.Where(r => !byRow.ContainsKey(r.Id)).Select(r => TargetProposal.Untied(r, indicators.Values))] : [];
        var tied = rows.Where(r => byRow.ContainsKey(r.Id)).Select(r => (Row: r, Target: byRow[r.Id])).ToList();
        var known = await KnownAsync([.. tied.Select(t => t.Target)], plan.Year, today, stop);
        return new TargetBoard(plan, [.. tied.Select(t => Line(t.Row, t.Target, indicators, known, plan.Year, today))
            .OrderBy(l => l.Indicator.Dimension).ThenBy(l => l.Indicator.Order).ThenBy(l => l.Row.Order)], untied);
    }

    /// <summary>Rows of the ledger that promise a figure and stand: leaves are parts of them.</summary>
    public IQueryable<Commitment> Rows(int planId) => db.Commitments.AsNoTracking()
        .Where(c => c.PlanId == planId && c.ParentId == null && c.Kind == CommitmentKind.Target
            && c.State >= CommitmentState.Draft && c.State != CommitmentState.Stopped);

    /// <summary>All figures that these targets are judged by, in one statement, with the areas and dates of release.</summary>
    internal async Task<TargetKnowledge> KnownAsync(IReadOnlyList<Target> targets, int year, DateOnly today, CancellationToken stop)
    {
        var areas = await db.Areas.AsNoTracking().OrderBy(a => a.Kind).ThenBy(a => a.Order).ThenBy(a => a.Id).ToListAsync(stop);
        var (district, city) = (areas.Find(a => a.Kind == AreaKind.District), areas.Find(a => a.Kind == AreaKind.City));
        int[] ids = [.. targets.SelectMany(t => new[] { t.IndicatorId, t.PartnerIndicatorId ?? t.IndicatorId }).Distinct()];
        int[] of = [.. new[] { district?.Id, city?.Id }.OfType<int>().Concat(targets.Select(t => t.PartnerAreaId).OfType<int>()).Distinct()];
        var until = Math.Min(Period.MonthOf(today), (year * 100) + 12);
        var series = await figures.ReadAsync(ids, of, ((year - YearsBefore) * 100) + 1, until, stop);
        var releases = await db.Releases.AsNoTracking().Where(r => ids.Contains(r.IndicatorId) && r.Month / 100 == year)
            .ToDictionaryAsync(r => (r.IndicatorId, r.Month), r => r.On, stop);
        return new TargetKnowledge(areas, district?.Id, city?.Id, series.ToDictionary(s => (s.IndicatorId, s.AreaId, s.Measure)), releases);
    }

    internal static TargetLine Line(
        TargetRow row, Target target, IReadOnlyDictionary<int, Indicator> indicators, TargetKnowledge known, int year, DateOnly today)
    {
        var (facts, own, evaluation) = Judged(target, indicators, known, year, today);
        var outlook = TargetOutlook.Of(facts, own, evaluation);
        var at = evaluation.Figure?.Month;
        DatedFigure? Beside(int? area, FigureMeasure measure) =>
            known.Of(target.IndicatorId, area, measure).Where(f => f.Month == at).Select(f => (DatedFigure?)f).FirstOrDefault();
        return new TargetLine(
            target, row, facts, own, evaluation, TargetLightRule.Of(facts, evaluation, outlook), outlook,
            target.Measure == FigureMeasure.Rank ? null : Beside(known.City, target.Measure),
            Beside(known.District, FigureMeasure.Rank));
    }

    /// <summary>What the figures that were out by a day say of a target.</summary>
    internal static (TargetFacts Facts, TargetFigures Figures, Evaluation Evaluation) Judged(
        Target target, IReadOnlyDictionary<int, Indicator> indicators, TargetKnowledge known, int year, DateOnly today)
    {
        var indicator = indicators[target.IndicatorId];
        var facts = new TargetFacts(target, indicator, year, PartnerName(target, indicators, known));
        var own = new TargetFigures(
            known.Of(target.IndicatorId, known.District, target.Measure),
            target.Kind is TargetKind.Outpace or TargetKind.InStep ? known.Of(
                target.PartnerIndicatorId ?? target.IndicatorId, target.PartnerAreaId ?? known.District, target.Measure) : [],
            known.Of(target.IndicatorId, known.District, FigureMeasure.Cumulative));
        return (facts, own, Evaluation.Of(facts, own, Math.Min(Period.MonthOf(today), facts.FinalMonth), known.Due(indicator, year, today)));
    }

    /// <summary>地区生产总值增速, 全市平均, 全市居民人均可支配收入.</summary>
    private static string PartnerName(Target target, IReadOnlyDictionary<int, Indicator> indicators, TargetKnowledge known)
    {
        if (target.Kind is not (TargetKind.Outpace or TargetKind.InStep)) return "";
        var area = known.Areas.FirstOrDefault(a => a.Id == target.PartnerAreaId);
        var place = area is null || area.Kind == AreaKind.District ? "" : area.Kind == AreaKind.City ? "全市" : area.Name;
        var other = target.PartnerIndicatorId is { } id && id != target.IndicatorId ? indicators[id].Name : "";
        var growth = FigureMeasures.IsGrowth(target.Measure);
        if (other.Length == 0 && place.Length == 0) return "对比指标";
        return other.Length == 0 ? place + (place == "全市" ? "平均" : growth ? "增速" : "") : place + other + (growth ? "增速" : "");
    }
}

/// <summary>Figures, areas and dates of release, once for all targets of a page.</summary>
internal sealed record TargetKnowledge(
    IReadOnlyList<Area> Areas, int? District, int? City, IReadOnlyDictionary<(int, int, FigureMeasure), FigureSeries> Series,
    IReadOnlyDictionary<(int, int), DateOnly> Releases)
{
    public IEnumerable<DatedFigure> Of(int indicator, int? area, FigureMeasure measure) =>
        area is { } id && Series.TryGetValue((indicator, id, measure), out var series)
        ? series.Points.Select(p => new DatedFigure(p.Month, p.Value, p.Decimals))
        : [];

    /// <summary>yyyymm of the last period of the year whose day of release is past; null: none is.</summary>
    public int? Due(Indicator indicator, int year, DateOnly today)
    {
        var months = Enumerable.Range((year * 100) + 1, 12).Where(m => FigurePeriods.Has(indicator, m));
        return months.Where(m => FigurePeriods.DueOn(indicator, m, Releases.TryGetValue((indicator.Id, m), out var on) ? on : null) < today)
            .Select(m => (int?)m).Max();
    }
}
