using System.Globalization;

namespace Maoding.Domain.Indicators;

/// <summary>Which figure: of an indicator, area, period and measure.</summary>
/// <param name="Month">yyyymm.</param>
public readonly record struct FigureKey(int IndicatorId, int AreaId, int Month, FigureMeasure Measure);

/// <summary>What is odd about a figure.</summary>
/// <param name="Blocks">It cannot be right; else it may be confirmed with a reason.</param>
/// <param name="Words">In words, with the numbers.</param>
public sealed record FigureFinding(FigureKey Key, bool Blocks, string Words);

/// <summary>
/// Doubts about figures: range, jumps against last year, cumulative values that fall, parts of a whole. A doubt computes nothing that is kept.
/// </summary>
/// <param name="indicators">All that may be parts or wholes of what is asked about.</param>
/// <param name="known">Figures as they stand or would stand: those in force, those just entered before them.</param>
public sealed class FigureChecks(IReadOnlyCollection<Indicator> indicators, Func<FigureKey, FigureValue?> known)
{
    private readonly Dictionary<int, Indicator> _indicators = indicators.ToDictionary(i => i.Id);

    /// <summary>What stands against a figure, what blocks first.</summary>
    public IReadOnlyList<FigureFinding> Of(FigureKey key, FigureValue value)
    {
        var indicator = _indicators[key.IndicatorId];
        IEnumerable<(bool Blocks, string? Words)> found =
            [(true, Rank(key, value)), (true, Range(indicator, key, value)), (true, Part(indicator, key, value)),
                (false, Sum(indicator, key)), (false, Fall(indicator, key, value)), (false, Jump(indicator, key, value)),
                (false, Fraction(indicator, key, value))];
        return [.. found.Where(f => f.Words is not null).Select(f => new FigureFinding(key, f.Blocks, f.Words!))];
    }

    private static string? Rank(FigureKey key, FigureValue value) =>
        key.Measure == FigureMeasure.Rank && (value.Decimals > 0 || value.Value is < 1 or > 999) ? $"位次应是从 1 起的整数，不能是 {value}。" : null;

    private static string? Range(Indicator indicator, FigureKey key, FigureValue value)
    {
        if (!FigureMeasures.IsValue(indicator, key.Measure)) return null;
        if (indicator.Least is { } least && value.Value < least) return $"{value} 低于可能的最小值 {Bare(least)}{indicator.Unit}。请核对有没有写错位或写错单位。";
        return indicator.Most is { } most && value.Value > most ? $"{value} 高于可能的最大值 {Bare(most)}{indicator.Unit}。请核对有没有写错位或写错单位。" : null;
    }

    private string? Jump(Indicator indicator, FigureKey key, FigureValue value)
    {
        if (indicator.Jump is not { } jump || key.Measure is FigureMeasure.Rank or FigureMeasure.ChainGrowth) return null;
        if (known(key with { Month = key.Month - 100 }) is not { } last) return null;
        var unit = FigureUnit.Of(indicator, key.Measure);
        if (IsAmount(indicator) && FigureMeasures.IsValue(indicator, key.Measure))
        {
            if (last.Value == 0) return null;
            var percent = Math.Abs(value.Value - last.Value) / Math.Abs(last.Value) * 100;
            return percent > jump
                ? $"比去年同期的 {last}{unit.Value}{(value.Value > last.Value ? "多" : "少")} {FigureText.Of(percent, 1)}%，超过 {Bare(jump)}%（只供核对，不作增速）。" : null;
        }

        var points = Math.Abs(value.Value - last.Value);
        return points > jump
            ? $"比去年同期的 {last}{unit.Value}{(value.Value > last.Value ? "高" : "低")} {unit.DifferenceWords(points, Math.Max(value.Decimals, last.Decimals))}，"
                + $"超过 {Bare(jump)}{unit.Difference}。"
            : null;
    }

    /// <summary>0.032 where the series is written as 3.2: a cell of a percentage that lost its format.</summary>
    private string? Fraction(Indicator indicator, FigureKey key, FigureValue value)
    {
        if (!FigureUnit.Of(indicator, key.Measure).IsPercent || value.Value == 0 || Math.Abs(value.Value) >= 1) return null;
        var usual = known(key with { Month = FigurePeriods.Before(indicator, key.Month) }) ?? known(key with { Month = key.Month - 100 });
        return value.Decimals < (usual?.Decimals ?? 1) + 2
            ? null : $"{value} 像是没有换成百分数的小数。这里以%为单位，如果是 {Bare(value.Value * 100)}%，请填 {Bare(value.Value * 100)}。";
    }

    private string? Fall(Indicator indicator, FigureKey key, FigureValue value)
    {
        if (indicator.MayFall || !IsAmount(indicator) || key.Measure != FigureMeasure.Cumulative) return null;
        var (before, after) = (FigurePeriods.Before(indicator, key.Month), FigurePeriods.After(indicator, key.Month));
        if (before / 100 == key.Month / 100 && known(key with { Month = before }) is { } earlier && earlier.Value > value.Value)
            return $"累计值 {value} 低于{FigurePeriods.Words(indicator, before)}的累计值 {earlier}。累计值一般不下降。";
        return after / 100 == key.Month / 100 && known(key with { Month = after }) is { } later && later.Value < value.Value
            ? $"累计值 {value} 高于{FigurePeriods.Words(indicator, after)}的累计值 {later}。累计值一般不下降。"
            : null;
    }

    private string? Part(Indicator indicator, FigureKey key, FigureValue value)
    {
        if (!Adds(indicator, key)) return null;
        if (WholeOf(indicator) is { } whole && known(key with { IndicatorId = whole.Id }) is { } total
            && value.Value > total.Value + Rounding(value) + Rounding(total))
            return $"{value} 大于总项“{whole.Name}”的 {total}。分项不能大于总项。";
        foreach (var part in PartsOf(indicator))
            if (known(key with { IndicatorId = part.Id }) is { } share && share.Value > value.Value + Rounding(value) + Rounding(share))
                return $"{value} 小于分项“{part.Name}”的 {share}。分项不能大于总项。";
        return null;
    }

    /// <summary>Told at the whole, and at a part only where another unit answers for the whole, so that it is told once on a sheet.</summary>
    private string? Sum(Indicator indicator, FigureKey key)
    {
        if (!Adds(indicator, key)) return null;
        var whole = PartsOf(indicator).Any() ? indicator : WholeOf(indicator) is { } above && above.UnitId != indicator.UnitId ? above : null;
        if (whole is null || Added(whole, key) is not { } now) return null;
        var words = $"各分项合计 {Bare(now.Parts)}{whole.Unit}，总项“{whole.Name}” {Bare(now.Whole)}{whole.Unit}，"
            + $"相差 {Bare(Math.Abs(now.Parts - now.Whole))}，超出四舍五入的误差 {Bare(now.Rounding)}。";
        if (now.Parts > now.Whole + now.Rounding) return words;
        // Whether the parts make up the whole is not said anywhere: last year's figures tell.
        return now.IsComplete && now.Parts < now.Whole - now.Rounding
            && Added(whole, key with { Month = key.Month - 100 }) is { IsComplete: true } last && Math.Abs(last.Parts - last.Whole) <= last.Rounding
            ? $"{words}去年同期两者相符。"
            : null;
    }

    private (decimal Parts, decimal Whole, decimal Rounding, bool IsComplete)? Added(Indicator whole, FigureKey key)
    {
        if (known(key with { IndicatorId = whole.Id }) is not { } total) return null;
        var parts = PartsOf(whole).Select(p => known(key with { IndicatorId = p.Id })).ToList();
        var given = parts.OfType<FigureValue>().ToList();
        return given.Count == 0 ? null : (given.Sum(v => v.Value), total.Value, given.Sum(Rounding) + Rounding(total), given.Count == parts.Count);
    }

    private Indicator? WholeOf(Indicator part) =>
        part.PartOfId is { } id && _indicators.GetValueOrDefault(id) is { } whole && whole.Unit == part.Unit ? whole : null;

    private IEnumerable<Indicator> PartsOf(Indicator whole) => _indicators.Values.Where(i => i.PartOfId == whole.Id && i.Unit == whole.Unit && !i.IsRetired);

    private static bool Adds(Indicator indicator, FigureKey key) => IsAmount(indicator) && FigureMeasures.IsValue(indicator, key.Measure);

    /// <summary>Levels and counts, which add up and are compared by percent.</summary>
    private static bool IsAmount(Indicator indicator) => indicator.Kind is FigureKind.Level or FigureKind.Count;

    /// <summary>How far a rounded figure may be from the true one.</summary>
    private static decimal Rounding(FigureValue value)
    {
        var half = 0.5m;
        for (var i = 0; i < value.Decimals; i++) half /= 10;
        return half;
    }

    private static string Bare(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
