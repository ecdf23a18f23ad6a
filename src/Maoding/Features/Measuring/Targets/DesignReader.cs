using Maoding.Domain.Access;
using Maoding.Domain.Indicators;
using Maoding.Domain.Ledger;
using Maoding.Domain.Targets;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Measuring.Targets;

/// <summary>One line of the design sheet.</summary>
/// <param name="TargetId">Null where the indicator is no target any more.</param>
/// <param name="LastTarget">Last year's own target in words; empty without.</param>
/// <param name="LastResult">What came of it; empty while it is not out.</param>
public sealed record DesignLine(
    Indicator Indicator, int? TargetId, DesignChange Change, string Phrase, string Nature,
    string LastTarget, string LastResult, string CityTarget, Difficulty? Difficulty, string Note)
{
    public string ChangeWords => TargetDesign.Of(Change, Indicator.Direction == Direction.Lower);
}

/// <summary>指标设计表: this year's targets against last year's.</summary>
/// <param name="Opening">How many were added, raised, lowered, dropped: 类目有增有减、预期有升有降.</param>
public sealed record DesignSheet(Plan Plan, string Opening, IReadOnlyList<DesignLine> Lines);

/// <summary>Reads the design sheet of a plan.</summary>
public sealed class DesignReader(MaodingContext db, TargetReader reader, TargetReferences references)
{
    /// <exception cref="Domain.RefusalException">PER001.</exception>
    public async Task<DesignSheet> ReadAsync(Actor actor, Plan plan, DateOnly today, CancellationToken stop)
    {
        var board = await reader.ReadAsync(actor, plan, today, stop);
        var before = await BeforeAsync(plan.Year - 1, stop);
        var indicators = await db.Indicators.AsNoTracking().Where(i => before.Select(b => b.IndicatorId).Contains(i.Id)).ToDictionaryAsync(i => i.Id, stop);
        var aims = await references.AimsAsync([.. board.Lines.Select(l => l.Target.IndicatorId)], plan.Year, stop);
        var lines = board.Lines.Select(l => Line(l, plan.Year, before.Find(b => b.IndicatorId == l.Target.IndicatorId && b.Measure == l.Target.Measure)
            ?? before.Find(b => b.IndicatorId == l.Target.IndicatorId), aims)).ToList();
        var kept = board.Lines.Select(l => l.Target.IndicatorId).ToHashSet();
        // Who sees only a part of the targets cannot tell what was dropped.
        if (Permissions.ScopeOf(actor, Permission.SeeTargets) == Scope.All)
            lines.AddRange(before.Where(b => !kept.Contains(b.IndicatorId)).DistinctBy(b => b.IndicatorId).Select(b => Dropped(b, indicators[b.IndicatorId])));
        return new DesignSheet(plan, Opening(plan, lines), lines);
    }

    /// <summary>Last year's own targets: those of its plan, else those entered as aims.</summary>
    private async Task<List<OwnBefore>> BeforeAsync(int year, CancellationToken stop)
    {
        var targets = await (from target in db.Targets.AsNoTracking()
                             join plan in db.Plans on target.PlanId equals plan.Id
                             where plan.Year == year
                             select new OwnBefore(target.IndicatorId, target.Measure, target.Kind, target.Value, target.Decimals)).ToListAsync(stop);
        var aims = await (from aim in db.Aims.AsNoTracking()
                          join area in db.Areas on aim.AreaId equals area.Id
                          where aim.Year == year && area.Kind == AreaKind.District
                          select new OwnBefore(aim.IndicatorId, aim.Measure, aim.Kind, aim.Value, aim.Decimals)).ToListAsync(stop);
        return [.. targets, .. aims.Where(a => !targets.Exists(t => t.IndicatorId == a.IndicatorId && t.Measure == a.Measure))];
    }

    private static DesignLine Line(TargetLine line, int year, OwnBefore? before, IReadOnlyList<AimOf> aims)
    {
        var (target, facts) = (line.Target, line.Facts);
        var lower = TargetDesign.LowerIsHarder(target.Kind, line.Indicator.Direction);
        var change = TargetDesign.Of((target.Kind, target.Measure, target.Value), before is null ? null : (before.Kind, before.Measure, before.Value), lower);
        var result = line.Figures.Own(((year - 1) * 100) + 12);
        var city = aims.Where(a => a.Aim.Year == year && a.Area.Kind == AreaKind.City && a.Aim.IndicatorId == target.IndicatorId)
            .OrderBy(a => a.Aim.Measure == target.Measure ? 0 : 1).FirstOrDefault();
        return new DesignLine(
            line.Indicator, target.Id, change, line.Phrase, TargetNames.Of(target.Nature),
            before is null ? "" : before.Words(line.Indicator, year - 1),
            result is { } value ? facts.Unit.Words(value.Value, value.Decimals) : "",
            city is null ? "" : new OwnBefore(city.Aim.IndicatorId, city.Aim.Measure, city.Aim.Kind, city.Aim.Value, city.Aim.Decimals)
                .Words(line.Indicator, year),
            TargetReferences.Of(line, year, aims),
            target.DesignNote);
    }

    private static DesignLine Dropped(OwnBefore before, Indicator indicator) =>
        new(indicator, null, DesignChange.Dropped, "", "", before.Words(indicator, 0), "", "", null, "");

    private static string Opening(Plan plan, List<DesignLine> lines)
    {
        var counts = lines.GroupBy(l => l.Change).ToDictionary(g => g.Key, g => g.Count());
        var now = lines.Where(l => l.TargetId is not null).ToList();
        var words = string.Join('、', Enum.GetValues<DesignChange>().Where(counts.ContainsKey).Select(c => $"{TargetDesign.Of(c)}{counts[c]}项"));
        var stretch = now.Where(l => l.Difficulty?.Overall is not null).GroupBy(l => l.Difficulty!.Overall!.Value)
            .OrderByDescending(g => g.Key).Select(g => $"{Difficulty.WordOf(g.Key)}{g.Count()}项");
        var hard = string.Join('、', stretch);
        return $"{plan.Year}年设目标{now.Count}项，其中约束性{now.Count(l => l.Nature == TargetNames.Of(TargetNature.Binding))}项。"
            + $"与上年相比，{(words.Length > 0 ? words : "没有可比的目标")}。{(hard.Length > 0 ? $"对照趋势和上年实绩，{hard}。" : "")}";
    }

    /// <summary>What the district aimed at.</summary>
    private sealed record OwnBefore(int IndicatorId, FigureMeasure Measure, TargetKind Kind, decimal? Value, int Decimals)
    {
        public string Words(Indicator indicator, int year) =>
            TargetPhrase.Of(new TargetFacts(new Target { Kind = Kind, Measure = Measure, Value = Value, Decimals = Decimals }, indicator, year, "对比指标"));
    }
}
