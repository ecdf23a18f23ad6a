using System.Globalization;
using Maoding.Domain.Indicators;
using Maoding.Domain.Watching;

namespace Maoding.Features.Measuring.Watching;

/// <summary>A list of sentences with what they were made from.</summary>
public sealed record TurnList(string Title, IReadOnlyList<Turn> Turns, WatchView View)
{
    private readonly Dictionary<int, Indicator> _indicators = View.Lines.ToDictionary(l => l.Indicator.Id, l => l.Indicator);

    public Indicator IndicatorOf(Turn turn) => _indicators[turn.IndicatorId];

    /// <summary>When the rule speaks.</summary>
    public static string RuleOf(TurnRule rule) => rule switch
    {
        TurnRule.Sign => "增速由正转负或由负转正",
        TurnRule.Threshold => $"越过分界线，或连续{Domain.Watching.Turns.RunLength}期以上在同一侧",
        TurnRule.City => "由高于全市转为低于全市，或相反",
        TurnRule.Rank => "在全市的位次变了",
        TurnRule.Run => $"本年内连续{Domain.Watching.Turns.RunLength}期以上同向变化",
        TurnRule.LastYear => "与上年同期比，由好转差或由差转好",
        _ => $"比上期变化{Domain.Watching.Turns.LargeStep:0.#}个百分点以上",
    };
}

/// <summary>One line of the watch in words.</summary>
public sealed record LineModel(WatchLine Line, int Month, DateOnly Today)
{
    /// <summary>7月数据8月18日发布, 7月数据应报未报; empty where nothing is waited for.</summary>
    public static string Waiting(WatchLine line, DateOnly today)
    {
        if (line.Next is not { } next) return "";
        var period = FigurePeriods.Span(line.Indicator, FigureMeasure.Current, next.Month);
        return string.Create(CultureInfo.InvariantCulture, $"{period}数据{(today <= next.Due ? $"{next.Due.Month}月{next.Due.Day}日发布" : "应报未报")}");
    }

    /// <summary>111.7亿元，增长5.8%.</summary>
    public static string Figure(WatchLine line)
    {
        var now = line.Now!;
        var figure = FigureMeasures.IsGrowth(line.Measure)
            ? WatchText.Told(line.Indicator, line.Measure, now.Value, now.Decimals)
            : FigureUnit.Of(line.Indicator, line.Measure).Words(now.Value, now.Decimals);
        return line.Level is { } level
            ? $"{FigureUnit.Of(line.Indicator, WatchMeasures.LevelOf(line.Measure)).Words(level.Value, level.Decimals)}，{figure}" : figure;
    }

    /// <summary>比上期回升0.3个百分点, 比上年同期低3微克/立方米; empty without a figure to compare with.</summary>
    public static string Change(WatchLine line)
    {
        if (line.Now is not { } now || line.Compared is not { } other) return "";
        var than = WatchMeasures.ComparesWithLastYear(line.Measure) ? "上年同期" : FigurePeriods.Span(line.Indicator, line.Measure, other.Month) is var period
            && other.Month / 100 == now.Month / 100 ? period : "上年" + period;
        var gap = now.Value - other.Value;
        if (gap == 0) return $"与{than}持平";
        var (more, less) = line.Indicator.Kind == FigureKind.Count ? ("多", "少") : ("高", "低");
        var words = WatchMeasures.ComparesWithLastYear(line.Measure) ? gap > 0 ? more : less : gap > 0 ? "上升" : "下降";
        if (line.Measure == FigureMeasure.Rank) words = gap < 0 ? "前移" : "后移";
        return $"{Mark(line.Better(now, other))}比{than}{words}"
            + $"{FigureUnit.Of(line.Indicator, line.Measure).DifferenceWords(gap, Math.Max(now.Decimals, other.Decimals))}";
    }

    /// <summary>5.4%，高0.4个百分点; empty where the city's figure of the period is not known.</summary>
    public static string City(WatchLine line)
    {
        if (line.Now is not { } now || line.City is not { } city) return "";
        var value = FigureUnit.Of(line.Indicator, line.Measure).Words(city.Value, city.Decimals);
        if (!FigureUnit.Of(line.Indicator, line.Measure).IsPercent) return value;
        var gap = now.Value - city.Value;
        return gap == 0 ? $"{value}，持平"
            : $"{value}，{(gap > 0 ? "高" : "低")}于全市{FigureUnit.Of(line.Indicator, line.Measure).DifferenceWords(gap, Math.Max(now.Decimals, city.Decimals))}";
    }

    /// <summary>7月月结：应达到6.5%，低1.8个百分点; empty before the first closing. What may be short of it (左右) the light says.</summary>
    public static string Schedule(WatchLine line)
    {
        if (line.Target is not { Closed: { Planned: { } planned, Value: { } value } closed } target) return "";
        var decimals = Math.Max(target.Decimals, line.Now?.Decimals ?? 0);
        var how = value == planned
            ? "正好" : $"{(value > planned ? "高" : "低")}{FigureUnit.Of(line.Indicator, target.Measure).DifferenceWords(value - planned, decimals)}";
        return string.Create(
            CultureInfo.InvariantCulture, $"{closed.Month % 100}月月结：应达到{FigureUnit.Of(line.Indicator, target.Measure).Words(planned, decimals)}，{how}");
    }

    public static string Threshold(WatchLine line)
    {
        if (line.Indicator.Threshold is not { } limit || line.Now is not { } now) return "";
        var text = limit.ToString("0.######", CultureInfo.InvariantCulture);
        return now.Value < limit ? $"▼ 低于{text}" : $"▲ 不低于{text}";
    }

    /// <summary>▲ better, ▼ worse: read on a black-and-white print.</summary>
    private static string Mark(int better) => better > 0 ? "▲ " : better < 0 ? "▼ " : "";
}
