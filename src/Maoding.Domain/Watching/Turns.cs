using System.Globalization;
using Maoding.Domain.Indicators;

namespace Maoding.Domain.Watching;

/// <summary>What the rules need of one indicator.</summary>
/// <param name="Main">The series that is spoken of; its last point is the period under review.</param>
/// <param name="City">The city's figures of the same measure; null without.</param>
/// <param name="Rank">The district's rank; null without.</param>
public sealed record Watched(Indicator Indicator, FigureSeries Main, FigureSeries? City, FigureSeries? Rank);

/// <summary>Finds what turned with the last period of an indicator and says it from its figures.</summary>
public static class Turns
{
    /// <summary>So many periods in one direction are a run.</summary>
    public const int RunLength = 3;

    /// <summary>A step of so many points of growth, or of a ratio, is worth a sentence.</summary>
    public const decimal LargeStep = 1.0m;

    private const string Own = "本区";

    /// <summary>All turns of the last period, the weightiest rule first.</summary>
    public static IEnumerable<Turn> Of(Watched watched) =>
        ((Func<Watched, Turn?>[])[Sign, Threshold, City, Rank, Run, LastYear, Step]).Select(rule => rule(watched)).OfType<Turn>();

    private static Turn? Sign(Watched w)
    {
        if (!FigureMeasures.IsGrowth(w.Main.Measure) || Pair(w.Main) is not var (before, now)
            || Math.Sign(before.Value) * Math.Sign(now.Value) >= 0) return null;
        return Say(w, TurnRule.Sign, now.Value > before.Value,
            $"{Opening(w, now)}，由{(now.Value > 0 ? "负转正" : "正转负")}（{Period(w, before)}{Told(w, before)}）。", before, now);
    }

    private static Turn? Threshold(Watched w)
    {
        if (w.Indicator.Threshold is not { } line || Pair(w.Main) is not var (before, now)) return null;
        var (under, was) = (now.Value < line, before.Value < line);
        var text = line.ToString("0.######", CultureInfo.InvariantCulture);
        if (under != was) return Say(w, TurnRule.Threshold, !under,
            $"{Opening(w, now)}，由{(was ? "低于" : "不低于")}{text}转为{(under ? "低于" : "不低于")}{text}（{Period(w, before)}{Told(w, before)}）。", before, now);
        var run = w.Main.Points.Reverse().TakeWhile(p => p.Value < line == under).Reverse().ToList();
        return run.Count >= RunLength ? Say(w, TurnRule.Threshold, !under, $"{Opening(w, now)}，连续{run.Count}期{(under ? "低于" : "不低于")}{text}。", [.. run]) : null;
    }

    private static Turn? City(Watched w)
    {
        if (w.City is not { } city || Pair(w.Main) is not var (before, now)
            || city.At(now.Month) is not { } cityNow || city.At(before.Month) is not { } cityBefore) return null;
        var (gap, was) = (now.Value - cityNow.Value, before.Value - cityBefore.Value);
        if (Math.Sign(gap) == Math.Sign(was)) return null;
        var decimals = Math.Max(now.Decimals, cityNow.Decimals);
        var words = $"{Opening(w, now)}，{Against(w, gap, decimals)}（{Period(w, before)}{Against(w, was, decimals)}）。";
        return Say(w, TurnRule.City, gap > was, words, before, now) with
        {
            Figures = [new(Own, w.Main.Measure, now), new("全市", w.Main.Measure, cityNow),
                new(Own, w.Main.Measure, before), new("全市", w.Main.Measure, cityBefore)],
        };
    }

    private static Turn? Rank(Watched w)
    {
        if (w.Rank is not { } ranks || w.Main.Measure == FigureMeasure.Rank || Pair(ranks) is not var (before, now)
            || now.Month != w.Main.Points[^1].Month || now.Value == before.Value) return null;
        var better = now.Value < before.Value;
        var words = $"{w.Indicator.Name}{FigurePeriods.SpanOrYear(w.Indicator, FigureMeasure.Rank, now.Month)}在全市的位次由第"
            + $"{before.Value:0}位{(better ? "升至" : "降至")}第{now.Value:0}位。";
        return new Turn(w.Indicator.Id, TurnRule.Rank, better ? Tone.Good : Tone.Bad, words,
            [new(Own, FigureMeasure.Rank, before), new(Own, FigureMeasure.Rank, now)]);
    }

    private static Turn? Run(Watched w)
    {
        if (WatchMeasures.ComparesWithLastYear(w.Main.Measure) || Pair(w.Main) is not var (before, now) || now.Value == before.Value) return null;
        var rising = now.Value > before.Value;
        var points = w.Main.Points;
        var first = points.Count - 2;
        // A new year begins anew: its first figure is no step from December's.
        while (first > 0 && points[first - 1].Month / 100 == now.Month / 100 && points[first - 1].Value != points[first].Value
            && points[first].Value > points[first - 1].Value == rising) first--;
        var steps = points.Count - 1 - first;
        if (steps < RunLength || points[first].Month / 100 != now.Month / 100) return null;
        var words = $"{Opening(w, now)}，连续{steps}期{(rising ? "回升" : "回落")}，比{Period(w, points[first])}{(rising ? "上升" : "下降")}{Gap(w, now, points[first])}。";
        return Say(w, TurnRule.Run, rising, words, [.. points.Skip(first)]);
    }

    private static Turn? LastYear(Watched w)
    {
        if (!WatchMeasures.ComparesWithLastYear(w.Main.Measure) || Pair(w.Main) is not var (before, now)) return null;
        if (w.Main.At(now.Month - 100) is not { } yearAgo || w.Main.At(before.Month - 100) is not { } beforeYearAgo) return null;
        var (gap, was) = (now.Value - yearAgo.Value, before.Value - beforeYearAgo.Value);
        if (Math.Sign(gap) == Math.Sign(was)) return null;
        string Than(decimal difference, FigurePoint point) => difference == 0
            ? "与上年同期持平" : $"比上年同期{(difference > 0 ? "高" : "低")}{FigureUnit.Of(w.Indicator, w.Main.Measure).DifferenceWords(difference, point.Decimals)}";
        return Say(w, TurnRule.LastYear, gap > was,
            $"{Opening(w, now)}，{Than(gap, now)}（{Period(w, before)}{Than(was, before)}）。", now, yearAgo, before, beforeYearAgo);
    }

    private static Turn? Step(Watched w)
    {
        if (!FigureUnit.Of(w.Indicator, w.Main.Measure).IsPercent || WatchMeasures.ComparesWithLastYear(w.Main.Measure)) return null;
        if (Pair(w.Main) is not var (before, now) || before.Month / 100 != now.Month / 100 || Math.Abs(now.Value - before.Value) < LargeStep) return null;
        var rising = now.Value > before.Value;
        return Say(w, TurnRule.Step, rising, $"{Opening(w, now)}，比{Period(w, before)}{(rising ? "回升" : "回落")}{Gap(w, now, before)}。", before, now);
    }

    private static (FigurePoint Before, FigurePoint Now)? Pair(FigureSeries series) => series.Points.Count < 2 ? null : (series.Points[^2], series.Points[^1]);

    private static Turn Say(Watched w, TurnRule rule, bool rises, string words, params FigurePoint[] figures)
    {
        var sign = WatchMeasures.Sign(w.Indicator, w.Main.Measure);
        var tone = sign == 0 ? Tone.Plain : rises == sign > 0 ? Tone.Good : Tone.Bad;
        // The PMI and its like: over the line is good whatever the direction says.
        if (rule == TurnRule.Threshold && sign == 0) tone = rises ? Tone.Good : Tone.Bad;
        return new Turn(w.Indicator.Id, rule, tone, words, [.. figures.Select(f => new TurnFigure(Own, w.Main.Measure, f))]);
    }

    private static string Against(Watched w, decimal gap, int decimals) =>
        gap == 0 ? "与全市持平" : $"{(gap > 0 ? "高于" : "低于")}全市{FigureUnit.Of(w.Indicator, w.Main.Measure).DifferenceWords(gap, decimals)}";

    private static string Opening(Watched w, FigurePoint now) => $"{Period(w, now)}{w.Indicator.Name}{Told(w, now)}";

    private static string Period(Watched w, FigurePoint point) => FigurePeriods.SpanOrYear(w.Indicator, w.Main.Measure, point.Month);

    private static string Told(Watched w, FigurePoint point) => WatchText.Told(w.Indicator, w.Main.Measure, point.Value, point.Decimals);

    private static string Gap(Watched w, FigurePoint a, FigurePoint b) =>
        FigureUnit.Of(w.Indicator, w.Main.Measure).DifferenceWords(a.Value - b.Value, Math.Max(a.Decimals, b.Decimals));
}
