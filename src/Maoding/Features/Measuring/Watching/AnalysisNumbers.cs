using Maoding.Domain.Indicators;
using Maoding.Domain.Watching;
using Maoding.Shared.Editions;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Measuring.Watching;

/// <summary>
/// The numbers of a finalised analysis: each figure by its observation, of which a revision never changes, and what was reckoned from these:
/// differences and contributions.
/// </summary>
internal static class AnalysisNumbers
{
    private const string Head = "类别,数据内部号,对照的数据内部号,基期的数据内部号,数值或结果,占比,月份,版本";

    private const string Figure = "数据";
    private const string Difference = "相差";
    private const string Part = "贡献（测算）";

    public static async Task<IReadOnlyList<string>> OfAsync(MaodingContext db, WatchView view, CancellationToken stop)
    {
        var shown = view.Lines.Where(l => l.Now is not null).ToList();
        var pairs = shown.SelectMany(l => new[] { l.City, l.Compared }.OfType<FigurePoint>().Select(o => (l.Now!.ObservationId, o.ObservationId))).ToList();
        var parts = await PartsAsync(db, view, stop);
        var ids = shown.SelectMany(l => new[] { l.Now, l.Level, l.City, l.Rank, l.Compared }.OfType<FigurePoint>()).Select(p => p.ObservationId)
            .Concat(parts.SelectMany(p => (int[])[p.Growth, p.Base, p.Whole])).Distinct().Order().ToList();
        return [Head, .. Lines(await ReadAsync(db, ids, stop), ids, pairs, parts)];
    }

    /// <summary>The same lines again, from the observations that the kept ones name.</summary>
    public static async Task<IReadOnlyList<string>> AgainAsync(MaodingContext db, IReadOnlyList<string> kept, CancellationToken stop)
    {
        var cells = kept.Skip(1).Select(l => l.Split(',')).ToLookup(c => c[0]);
        static int Id(string text) => int.TryParse(text, out var id) ? id : 0;
        var ids = cells[Figure].Select(c => Id(c[1])).ToList();
        return
        [
            Head, .. Lines(
                await ReadAsync(db, ids, stop), ids, [.. cells[Difference].Select(c => (Id(c[1]), Id(c[2])))],
                [.. cells[Part].Select(c => (Id(c[1]), Id(c[2]), Id(c[3])))]),
        ];
    }

    private static async Task<Dictionary<int, Observation>> ReadAsync(MaodingContext db, List<int> ids, CancellationToken stop) =>
        await db.Observations.AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, stop);

    private static IEnumerable<string> Lines(
        Dictionary<int, Observation> known, List<int> ids, List<(int Now, int Other)> pairs, List<(int Growth, int Base, int Whole)> parts)
    {
        decimal? Value(int id) => known.GetValueOrDefault(id)?.Value;
        foreach (var id in ids)
            yield return KeptNumbers.Line(Figure, id, "", "", Value(id), "", known.GetValueOrDefault(id)?.Month, known.GetValueOrDefault(id)?.Revision);
        foreach (var (now, other) in pairs) yield return KeptNumbers.Line(Difference, now, other, "", Value(now) - Value(other), "", "", "");
        foreach (var (growth, of, whole) in parts)
        {
            var part = Value(growth) is { } rate && Value(of) is { } level && Value(whole) is { } all and > 0 ? Contribution.Of(0, level, all, rate) : null;
            yield return KeptNumbers.Line(Part, growth, of, whole, part?.Points, part?.BaseShare, "", "");
        }
    }

    /// <summary>What each contribution on the page was reckoned from.</summary>
    private static async Task<List<(int Growth, int Base, int Whole)>> PartsAsync(MaodingContext db, WatchView view, CancellationToken stop)
    {
        if (view.Parts.Count == 0) return [];
        var indicators = view.Parts.Select(p => p.Indicator.Id).Distinct().ToList();
        var months = view.Parts.SelectMany(p => (int[])[p.Growth.Month, p.Growth.Month - 100]).Distinct().ToList();
        var own = await db.Areas.Where(a => a.Kind == AreaKind.District).OrderBy(a => a.Order).Select(a => a.Id).FirstAsync(stop);
        var found = await db.Observations.AsNoTracking().Where(o => o.InForce && indicators.Contains(o.IndicatorId) && months.Contains(o.Month))
            .ToDictionaryAsync(o => (o.IndicatorId, o.AreaId, o.Measure, o.Month), o => o.Id, stop);
        return
        [
            .. from whole in view.Parts
               from part in whole.Parts
               let before = whole.Growth.Month - 100
               select (found[(whole.Indicator.Id, part.Area.Id, FigureMeasure.CumulativeGrowth, whole.Growth.Month)],
                   found[(whole.Indicator.Id, part.Area.Id, FigureMeasure.Cumulative, before)],
                   found[(whole.Indicator.Id, own, FigureMeasure.Cumulative, before)]),
        ];
    }
}
