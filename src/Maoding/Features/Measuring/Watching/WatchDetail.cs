using System.Globalization;
using Maoding.Domain.Indicators;
using Maoding.Domain.Progress;
using Maoding.Shared.Charts;

namespace Maoding.Features.Measuring.Watching;

/// <summary>One area's figures beside the district's.</summary>
public sealed record WatchArea(Area Area, FigureSeries Series);

/// <summary>One indicator over the last two years: the district, the city, peers, streets and parks.</summary>
/// <param name="Measure">Which of its figures is spoken of.</param>
/// <param name="Series">Every measure of the district.</param>
/// <param name="Others">The main measure of all other areas that have figures.</param>
public sealed record WatchDetail(
    Indicator Indicator, FigureMeasure Measure, int Month, IReadOnlyList<FigureSeries> Series, IReadOnlyList<WatchArea> Others, string District)
{
    /// <summary>Small charts that stand beside each other are drawn on one scale, so that they can be compared.</summary>
    private const int MonthsOfParts = 24;

    /// <summary>Months in which the indicator has a period, the earliest first.</summary>
    public IReadOnlyList<int> Months { get; } =
        [.. Enumerable.Range(0, MonthsOfParts + 1).Select(i => Period.AddMonths(Month, i - MonthsOfParts))
            .Where(m => Series.Any(s => s.At(m) is not null) || Others.Any(o => o.Series.At(m) is not null))];

    public FigureSeries? Main => Series.FirstOrDefault(s => s.Measure == Measure);

    public FigureSeries? Ranks => Measure == FigureMeasure.Rank ? null : Series.FirstOrDefault(s => s.Measure == FigureMeasure.Rank);

    public IEnumerable<WatchArea> Of(AreaKind kind) => Others.Where(o => o.Area.Kind == kind);

    /// <summary>The district and the city.</summary>
    public LineChart Trajectory()
    {
        List<ChartSeries> lines = [new(District, Values(Main), ChartStyle.Actual)];
        if (Of(AreaKind.City).FirstOrDefault() is { } city) lines.Add(new(city.Area.Name, Values(city.Series), ChartStyle.Other));
        return new LineChart("trend", $"{Indicator.Name}{FigureWords.Of(Measure)}", "逐期走势，数字见下表。", Labels(), FigureUnit.Of(Indicator, Measure).Heading)
        {
            Series = lines,
            Levels = Indicator.Threshold is { } line ? [new ChartLevel($"分界线{line.ToString("0.######", CultureInfo.InvariantCulture)}", line)] : [],
            IsUpsideDown = Measure == FigureMeasure.Rank,
        };
    }

    public LineChart RankChart() => new("rank", $"{Indicator.Name}在全市的位次", "逐期位次，越往上越靠前。", Labels(), "位")
    {
        Series = [new ChartSeries("位次", Values(Ranks), ChartStyle.Actual)],
        IsUpsideDown = true,
    };

    /// <summary>A street's own curve with the district's behind it.</summary>
    public LineChart Part(WatchArea part) =>
        new($"part-{part.Area.Id}", $"{part.Area.Name}：{Indicator.Name}{FigureWords.Of(Measure)}",
            "与全区对照，数字见下表。", Labels(8), FigureUnit.Of(Indicator, Measure).Heading)
        {
            Series = [new ChartSeries(part.Area.Name, Values(part.Series), ChartStyle.Actual), new ChartSeries("全区", Values(Main), ChartStyle.Before)],
            IsSmall = true,
            Scaled = FigureMeasures.IsGrowth(Measure) ? [.. Of(part.Area.Kind).SelectMany(o => Values(o.Series)).OfType<decimal>()] : [],
        };

    /// <summary>The figure of a month as published; empty without.</summary>
    public string Words(FigureSeries? series, int month) => series?.At(month) is { } point ? FigureText.Of(point.Value, point.Decimals) : "";

    /// <summary>Every third month is named where there are many: a name under each would be a smear.</summary>
    private List<string> Labels(int every = 3) => [.. Months.Select((m, i) =>
        Months.Count <= 12 || (Months.Count - 1 - i) % every == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{(m % 100 == 12 || i == 0 || Months.Count <= 12 ? $"{m / 100 % 100}年" : "")}{m % 100}月") : "")];

    private List<decimal?> Values(FigureSeries? series) => [.. Months.Select(m => series?.At(m)?.Value)];
}
