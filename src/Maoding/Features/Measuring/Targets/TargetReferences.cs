using Maoding.Domain.Indicators;
using Maoding.Domain.Ledger;
using Maoding.Domain.Targets;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Measuring.Targets;

/// <summary>What targets are held against: last year's result and target, the city's and the peers' targets, the trend.</summary>
public sealed class TargetReferences(MaodingContext db)
{
    /// <summary>How hard each target is, by its id; one statement for all of them.</summary>
    public async Task<IReadOnlyDictionary<int, Difficulty>> OfAsync(IReadOnlyList<TargetLine> lines, Plan plan, CancellationToken stop)
    {
        var aims = await AimsAsync([.. lines.Select(l => l.Target.IndicatorId)], plan.Year, stop);
        return lines.ToDictionary(l => l.Target.Id, l => Of(l, plan.Year, aims));
    }

    /// <summary>Aims of the year and of the year before, with whose they are.</summary>
    internal async Task<IReadOnlyList<AimOf>> AimsAsync(IReadOnlyCollection<int> indicators, int year, CancellationToken stop) =>
        await (from aim in db.Aims.AsNoTracking()
               join area in db.Areas on aim.AreaId equals area.Id
               where indicators.Contains(aim.IndicatorId) && (aim.Year == year || aim.Year == year - 1)
               orderby area.Kind, area.Order, area.Id
               select new AimOf(aim, area)).ToListAsync(stop);

    internal static Difficulty Of(TargetLine line, int year, IReadOnlyList<AimOf> aims)
    {
        var facts = line.Facts;
        var goal = HasLine(facts.Kind) ? line.Evaluation.Goal : null;
        var own = aims.Where(a => a.Aim.IndicatorId == line.Target.IndicatorId && a.Aim.Measure == facts.Measure).ToList();
        var references = new List<Reference>();
        if (line.Figures.Own(((year - 1) * 100) + 12) is { } last) references.Add(new Reference(Difficulty.LastResult, last.Value, last.Decimals));
        if (own.Find(a => a.Aim.Year == year - 1 && a.Area.Kind == AreaKind.District) is { } before)
            references.Add(new Reference(Difficulty.LastTarget, before.Aim.Value, before.Aim.Decimals, before.Aim.Source));
        // A district's sum beside a city's says nothing of how hard it is.
        if (!facts.IsBuiltUp && !facts.IsStock)
        {
            references.AddRange(own.Where(a => a.Aim.Year == year && a.Area.Kind is AreaKind.City or AreaKind.Peer)
                .Select(a => new Reference(a.Area.Kind == AreaKind.City ? Difficulty.CityTarget : $"{a.Area.Name}目标",
                    a.Aim.Value, a.Aim.Decimals, a.Aim.Source, a.Area.Kind == AreaKind.Peer)));
        }

        // As it could be known when the target was made: from the years before alone.
        if (goal is not null && TargetOutlook.Ahead(facts, line.Figures, goal) is { } trend)
            references.Add(new Reference(Difficulty.Forecast, Math.Round(trend, line.Places, MidpointRounding.AwayFromZero), line.Places));
        return Difficulty.Of(facts.Unit, goal?.Line, line.Target.Decimals, goal is { Low: null }, goal is null ? 0 : facts.MarginOf(goal.Line) / 2, references);
    }

    /// <summary>Kinds that promise a number of their own.</summary>
    private static bool HasLine(TargetKind kind) =>
        kind is not (TargetKind.Outpace or TargetKind.InStep or TargetKind.Stable or TargetKind.Improve or TargetKind.Zero or TargetKind.Other);
}

/// <summary>An aim with whose it is.</summary>
internal sealed record AimOf(Aim Aim, Area Area);
