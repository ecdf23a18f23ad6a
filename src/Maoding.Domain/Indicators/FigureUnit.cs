namespace Maoding.Domain.Indicators;

/// <summary>The unit of a figure and of the differences of two such figures: percentages differ by points, never by percent.</summary>
/// <param name="Value">%, 亿元, 位, 个百分点 for the change of a percentage.</param>
/// <param name="Difference">个百分点, 亿元, 位.</param>
public sealed record FigureUnit(string Value, string Difference)
{
    private const string Points = "个百分点";
    private const string Place = "位";

    /// <summary>Differences are counted in points of the scale itself, not in percent of the value.</summary>
    public bool IsPoints => Difference.EndsWith('点');

    /// <summary>A percentage, or the change of one.</summary>
    public bool IsPercent => Difference == Points;

    public bool IsPlace => Value == Place;

    /// <summary>As a table's heading or a file's column has it, without a number before it: 百分点.</summary>
    public string Heading => Value is ['个', .., '点'] ? Value[1..] : Value;

    public static FigureUnit Of(Indicator indicator, FigureMeasure measure)
    {
        if (measure == FigureMeasure.Rank) return new(Place, Place);
        var isGrowth = FigureMeasures.IsGrowth(measure);
        // Ratios and indices change by points of their own.
        if (isGrowth && indicator.Kind is not (FigureKind.Ratio or FigureKind.Index)) return new("%", Points);
        return (indicator.Unit, isGrowth) switch
        {
            ("%", true) => new(Points, Points),
            ("%", false) => new("%", Points),
            ("‰", true) => new("个千分点", "个千分点"),
            ("‰", false) => new("‰", "个千分点"),
            var (unit, _) => new(unit, unit),
        };
    }

    /// <summary>6.0%, 第3位, 812.4亿元: decimals as published.</summary>
    public string Words(decimal value, int decimals) => (IsPlace ? "第" : "") + Number(value, decimals) + Value;

    /// <summary>0.4个百分点, 2位, without its sign.</summary>
    public string DifferenceWords(decimal difference, int decimals) => Number(Math.Abs(difference), decimals) + Difference;

    private string Number(decimal value, int decimals) => FigureText.Of(value, IsPlace ? 0 : decimals);
}
