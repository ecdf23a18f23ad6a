using Maoding.Domain.Indicators;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Figures;

/// <summary>One figure in force.</summary>
/// <param name="Month">yyyymm: the last month of its period.</param>
/// <param name="Decimals">As published, 0–6.</param>
public sealed record FigurePoint(int Month, decimal Value, int Decimals, FigureStage Stage, int ObservationId);

/// <summary>The figures in force of one indicator, area and measure.</summary>
/// <param name="Points">By month, the earliest first; never empty.</param>
public sealed record FigureSeries(int IndicatorId, int AreaId, FigureMeasure Measure, IReadOnlyList<FigurePoint> Points);

/// <summary>Reads what pages and computations may use: approved figures, one revision of each.</summary>
public sealed class FigureReader(MaodingContext db)
{
    /// <summary>All series of the indicators and areas that have a figure in these months, by indicator, area and measure; one statement.</summary>
    /// <param name="fromMonth">yyyymm, inclusive.</param>
    /// <param name="toMonth">yyyymm, inclusive.</param>
    public async Task<IReadOnlyList<FigureSeries>> ReadAsync(IReadOnlyCollection<int> indicators, IReadOnlyCollection<int> areas, int fromMonth, int toMonth, CancellationToken stop)
    {
        if (indicators.Count == 0 || areas.Count == 0) return [];
        // Lists as one parameter each: the statement is the same for any number of them.
        var (wanted, places) = (indicators.ToArray(), areas.ToArray());
        var figures = await db.Observations.AsNoTracking()
            .Where(o => o.InForce && EF.Parameter(wanted).Contains(o.IndicatorId) && EF.Parameter(places).Contains(o.AreaId) && o.Month >= fromMonth && o.Month <= toMonth)
            .OrderBy(o => o.IndicatorId).ThenBy(o => o.AreaId).ThenBy(o => o.Measure).ThenBy(o => o.Month)
            .Select(o => new { o.IndicatorId, o.AreaId, o.Measure, o.Month, o.Value, o.Decimals, o.Stage, o.Id })
            .ToListAsync(stop);
        var series = new List<FigureSeries>();
        for (var from = 0; from < figures.Count;)
        {
            var first = figures[from];
            var points = new List<FigurePoint>();
            for (; from < figures.Count && (figures[from].IndicatorId, figures[from].AreaId, figures[from].Measure) == (first.IndicatorId, first.AreaId, first.Measure); from++)
                points.Add(new FigurePoint(figures[from].Month, figures[from].Value, figures[from].Decimals, figures[from].Stage, figures[from].Id));
            series.Add(new FigureSeries(first.IndicatorId, first.AreaId, first.Measure, points));
        }

        return series;
    }
}
