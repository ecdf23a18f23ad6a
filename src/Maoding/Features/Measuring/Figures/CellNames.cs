using System.Globalization;
using Maoding.Domain.Indicators;

namespace Maoding.Features.Measuring.Figures;

/// <summary>Names of the grid's fields.</summary>
internal static class CellNames
{
    /// <summary>v-3-1-2: the value of indicator 3, area 1, measure 2.</summary>
    public static string Of(FigureKey key) => string.Create(CultureInfo.InvariantCulture, $"v-{key.IndicatorId}-{key.AreaId}-{(int)key.Measure}");

    /// <summary>stage-3-1: a note of the row of indicator 3 and area 1.</summary>
    public static string Note(string name, int indicatorId, int areaId) => string.Create(CultureInfo.InvariantCulture, $"{name}-{indicatorId}-{areaId}");
}
