namespace Maoding.Domain.Indicators;

/// <summary>One figure in force.</summary>
/// <param name="Month">yyyymm: the last month of its period.</param>
/// <param name="Decimals">As published, 0–6.</param>
public sealed record FigurePoint(int Month, decimal Value, int Decimals, FigureStage Stage, int ObservationId);

/// <summary>The figures in force of one indicator, area and measure.</summary>
/// <param name="Points">By month, the earliest first; never empty.</param>
public sealed record FigureSeries(int IndicatorId, int AreaId, FigureMeasure Measure, IReadOnlyList<FigurePoint> Points)
{
    /// <summary>The figure of a month; null where there is none.</summary>
    public FigurePoint? At(int month)
    {
        foreach (var point in Points)
        {
            if (point.Month == month) return point;
        }

        return null;
    }
}
