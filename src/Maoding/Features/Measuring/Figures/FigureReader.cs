using Maoding.Domain.Indicators;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Measuring.Figures;

/// <summary>Reads what pages and computations may use: approved figures, one revision of each.</summary>
public sealed class FigureReader(MaodingContext db)
{
    /// <summary>All series of the indicators and areas that have a figure in these months, by indicator, area and measure; one statement.</summary>
    /// <param name="fromMonth">yyyymm, inclusive.</param>
    /// <param name="toMonth">yyyymm, inclusive.</param>
    public async Task<IReadOnlyList<FigureSeries>> ReadAsync(
        IReadOnlyCollection<int> indicators, IReadOnlyCollection<int> areas, int fromMonth, int toMonth, CancellationToken stop)
    {
        if (indicators.Count == 0 || areas.Count == 0) return [];
        // Lists as one parameter each: the statement is the same for any number of them.
        var (wanted, places) = (indicators.ToArray(), areas.ToArray());
        return await SeriesAsync(db.Observations.Where(
            o => EF.Parameter(wanted).Contains(o.IndicatorId) && EF.Parameter(places).Contains(o.AreaId) && o.Month >= fromMonth && o.Month <= toMonth), stop);
    }

    /// <summary>The same of every indicator; one statement, by areas and months.</summary>
    public Task<IReadOnlyList<FigureSeries>> ReadAllAsync(IReadOnlyCollection<int> areas, int fromMonth, int toMonth, CancellationToken stop) =>
        SeriesAsync(db.Observations.Where(o => areas.Contains(o.AreaId) && o.Month >= fromMonth && o.Month <= toMonth), stop);

    /// <summary>The figures of single months; one statement.</summary>
    public Task<IReadOnlyList<FigureSeries>> ReadMonthsAsync(
        IReadOnlyCollection<int> indicators, IReadOnlyCollection<int> areas, IReadOnlyCollection<int> months, CancellationToken stop) =>
        SeriesAsync(db.Observations.Where(o => indicators.Contains(o.IndicatorId) && areas.Contains(o.AreaId) && months.Contains(o.Month)), stop);

    private static async Task<IReadOnlyList<FigureSeries>> SeriesAsync(IQueryable<Observation> observations, CancellationToken stop)
    {
        var figures = await observations.AsNoTracking().Where(o => o.InForce)
            .OrderBy(o => o.IndicatorId).ThenBy(o => o.AreaId).ThenBy(o => o.Measure).ThenBy(o => o.Month)
            .Select(o => new { o.IndicatorId, o.AreaId, o.Measure, o.Month, o.Value, o.Decimals, o.Stage, o.Id })
            .ToListAsync(stop);
        var series = new List<FigureSeries>();
        for (var from = 0; from < figures.Count;)
        {
            var first = figures[from];
            var points = new List<FigurePoint>();
            for (; from < figures.Count
                && (figures[from].IndicatorId, figures[from].AreaId, figures[from].Measure) == (first.IndicatorId, first.AreaId, first.Measure); from++)
                points.Add(new FigurePoint(figures[from].Month, figures[from].Value, figures[from].Decimals, figures[from].Stage, figures[from].Id));
            series.Add(new FigureSeries(first.IndicatorId, first.AreaId, first.Measure, points));
        }

        return series;
    }
}
