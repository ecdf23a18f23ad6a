using Maoding.Domain.Indicators;
using Maoding.Domain.Targets;
using Maoding.Shared.Charts;

namespace Maoding.Features.Measuring.Targets;

/// <summary>The trajectory of a target, and the same numbers as rows.</summary>
public sealed class TargetChart
{
    public TargetChart(TargetDetails details)
    {
        var (line, facts, year) = (details.Line, details.Line.Facts, details.Plan.Year);
        Months = [.. facts.Months];
        decimal?[] Of(IEnumerable<DatedFigure> figures) =>
            [.. Months.Select(m => figures.Where(f => f.Month % 100 == m).Select(f => (decimal?)f.Value).FirstOrDefault())];
        var actual = line.Figures.All.Where(f => f.Month / 100 == year).ToList();
        (Actual, Before, City) = (Of(actual), Of(details.Before), Of(details.City));
        Planned = [.. Months.Select(m => line.Evaluation.Curve.At(m))];
        Decimals = Math.Max(line.Places, actual.Concat(details.Before).Concat(details.City).Select(f => f.Decimals).DefaultIfEmpty().Max());
        Html = Draw(line, facts);
    }

    /// <summary>1 to 12, those at which figures stand.</summary>
    public IReadOnlyList<int> Months { get; }

    public IReadOnlyList<decimal?> Actual { get; }

    public IReadOnlyList<decimal?> Planned { get; }

    public IReadOnlyList<decimal?> Before { get; }

    public IReadOnlyList<decimal?> City { get; }

    public int Decimals { get; }

    public Maoding.Shared.Markup Html { get; }

    public string Words(decimal? value) => value is { } number ? FigureText.Of(number, Decimals) : "";

    public string Label(TargetFacts facts, int month) => facts.Indicator.Frequency switch
    {
        Frequency.Quarter => $"{"一二三四"[(month / 3) - 1]}季度",
        Frequency.Year => "全年",
        _ => month == 2 && facts.Indicator.January == January.Joined ? "1—2月" : $"{month}月",
    };

    private Maoding.Shared.Markup Draw(TargetLine line, TargetFacts facts)
    {
        var goal = line.Evaluation.Goal;
        var isFlat = Planned.OfType<decimal>().Distinct().Count() <= 1;
        var expected = new decimal?[Months.Count];
        var band = new (decimal, decimal)?[Months.Count];
        if (line.Outlook is { } outlook && line.Evaluation.Figure is { } latest)
        {
            foreach (var (month, forecast, low, high) in outlook.Path.Prepend((latest.Month, latest.Value, latest.Value, latest.Value)))
            {
                var at = Months.ToList().IndexOf(month % 100);
                (expected[at], band[at]) = (forecast, (low, high));
            }
        }

        List<ChartSeries> series = [new("本区", Actual, ChartStyle.Actual)];
        // A line that says what the level says already is left out.
        if (!isFlat) series.Add(new("应达到", Planned, ChartStyle.Planned));
        if (City.Any(v => v is not null)) series.Add(new("全市", City, ChartStyle.Other));
        if (Before.Any(v => v is not null)) series.Add(new("上年", Before, ChartStyle.Before));
        if (line.Outlook is not null) series.Add(new("预测", expected, ChartStyle.Expected));
        return new LineChart("trajectory", $"{line.Indicator.Name}{FigureWords.Of(facts.Measure)}逐月走势",
            $"{line.Evaluation.Words}。数字见下表。", [.. Months.Select(m => Label(facts, m))], facts.Unit.Value)
        {
            Series = series,
            Band = line.Outlook is null ? null : new ChartBand("八成可能的范围", band),
            Levels = goal is null || facts.Kind is TargetKind.Outpace or TargetKind.InStep or TargetKind.Improve
                ? [] : [new ChartLevel($"目标{facts.Unit.Words(goal.Line, line.Target.Decimals)}", goal.Line)],
            IsUpsideDown = facts.Unit.Value == "位",
        }.Html();
    }
}
