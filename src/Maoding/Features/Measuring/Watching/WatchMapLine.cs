using Maoding.Domain.Indicators;
using Maoding.Domain.Progress;
using Maoding.Domain.Watching;

namespace Maoding.Features.Measuring.Watching;

/// <summary>One month of the map.</summary>
/// <param name="Point">Null where no figure came out.</param>
/// <param name="Gap">Against the period before, or the same of last year where the figure is a sum or average since January; null without either.</param>
/// <param name="Shade">−2 much worse, −1 worse, 0 the same or neither, 1 better, 2 much better.</param>
public sealed record WatchMapCell(int Month, FigurePoint? Point, decimal? Gap, int Shade);

/// <summary>One indicator over twelve months.</summary>
public sealed record WatchMapLine(Indicator Indicator, FigureMeasure Measure, IReadOnlyList<WatchMapCell> Cells)
{
    /// <summary>Much is more than the middle one of the indicator's own changes.</summary>
    public static WatchMapLine Of(Indicator indicator, FigureSeries series, int last)
    {
        var (measure, sign) = (series.Measure, WatchMeasures.Sign(indicator, series.Measure));
        var cells = Enumerable.Range(0, 12).Select(i => Period.AddMonths(last, i - 11)).Select(month =>
        {
            var point = series.At(month);
            var other = point is null ? null : WatchMeasures.ComparesWithLastYear(measure)
                ? series.At(month - 100) : series.Points.LastOrDefault(p => p.Month < month);
            return (Month: month, Point: point, Gap: other is null ? null : point!.Value - other.Value as decimal?);
        }).ToList();
        var sizes = cells.Where(c => c.Gap is not null and not 0).Select(c => Math.Abs(c.Gap!.Value)).Order().ToList();
        var middle = sizes.Count == 0 ? 0 : sizes[sizes.Count / 2];
        return new WatchMapLine(indicator, measure,
            [.. cells.Select(c => new WatchMapCell(c.Month, c.Point, c.Gap, c.Gap is { } gap ? Math.Sign(gap) * sign * (Math.Abs(gap) > middle ? 2 : 1) : 0))]);
    }
}
