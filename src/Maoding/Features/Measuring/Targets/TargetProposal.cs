using System.Globalization;
using Maoding.Domain.Indicators;
using Maoding.Domain.Targets;
using Maoding.Domain.Typed;

namespace Maoding.Features.Measuring.Targets;

/// <summary>What a row's own words propose for its target; a person confirms it.</summary>
public static class TargetProposal
{
    /// <summary>The indicator that a name means: the same name or alias, else the longest that the name holds or is held by.</summary>
    public static Indicator? IndicatorOf(string name, IEnumerable<Indicator> indicators)
    {
        var wanted = Plain(name);
        if (wanted.Length == 0) return null;
        var names = indicators.Where(i => !i.IsRetired).SelectMany(i => i.AliasNames.Prepend(i.Name).Select(n => (Indicator: i, Name: Plain(n)))).ToList();
        return names.Find(n => n.Name == wanted).Indicator
            ?? names.Where(n => n.Name.Length >= 2
                && (wanted.Contains(n.Name, StringComparison.Ordinal) || (wanted.Length >= 3 && n.Name.Contains(wanted, StringComparison.Ordinal))))
                .OrderByDescending(n => n.Name.Length).Select(n => n.Indicator).FirstOrDefault();
    }

    public static UntiedRow Untied(TargetRow row, IReadOnlyCollection<Indicator> indicators)
    {
        var indicator = row.Figure is { } figure ? IndicatorOf(figure.Indicator, indicators) : null;
        var same = indicator is not null && indicator.AliasNames.Prepend(indicator.Name).Any(n => Plain(n) == Plain(row.Figure!.Indicator));
        var isSure = same && !row.IsVague && Values(row, indicator!, indicators, []) is { } values && values.Fault(indicator!) is null
            && (values.Value is null || ScaleOf(row.Figure!.Unit, FigureUnit.Of(indicator!, values.Measure)) is not null);
        return new UntiedRow(row, indicator, isSure);
    }

    /// <summary>The values that the row's figure gives; what it does not say is as usual for the kind.</summary>
    public static TargetValues Values(TargetRow row, Indicator indicator, IEnumerable<Indicator> indicators, IEnumerable<Area> areas)
    {
        var kind = TargetNames.KindOf(row.Figure?.Kind ?? "");
        var parts = (row.Figure?.Value ?? "").Split('—', '-', '–', '～', '~');
        var (value, value2) = (Number(parts[0]), parts.Length > 1 ? Number(parts[1]) : null);
        var measure = MeasureOf(indicator, kind);
        var scale = ScaleOf(row.Figure?.Unit ?? "", FigureUnit.Of(indicator, measure)) ?? 1;
        var partner = row.Figure?.Partner ?? "";
        var compares = kind is TargetKind.Outpace or TargetKind.InStep;
        var city = compares && (partner.Contains("全市", StringComparison.Ordinal) || partner.Contains("平均", StringComparison.Ordinal))
            ? areas.FirstOrDefault(a => a.Kind == AreaKind.City)?.Id : null;
        var other = compares ? IndicatorOf(partner.Replace("增速", "", StringComparison.Ordinal)
            .Replace("增长", "", StringComparison.Ordinal).Replace("全市", "", StringComparison.Ordinal), indicators) : null;
        return new TargetValues(
            indicator.Id,
            measure,
            kind,
            value * scale,
            value2 * scale,
            scale == 1 ? Decimals(parts[0]) : Decimals(((value ?? 0) * scale).ToString("0.######", CultureInfo.InvariantCulture)),
            kind is TargetKind.Quota or TargetKind.Zero ? TargetNature.Binding : TargetNature.Expected,
            0.5m,
            other?.Id == indicator.Id ? null : other?.Id,
            city);
    }

    /// <summary>Which of the indicator's figures a kind is compared with.</summary>
    public static FigureMeasure MeasureOf(Indicator indicator, TargetKind kind)
    {
        var sums = indicator.Accumulation == Accumulation.Cumulative;
        if (kind == TargetKind.RankTop || indicator.Kind == FigureKind.Rank) return FigureMeasure.Rank;
        var growth = indicator.Kind == FigureKind.Growth || kind is TargetKind.GrowthAtLeast or TargetKind.GrowthAbout
            || (indicator.Kind is FigureKind.Level or FigureKind.Count && kind is TargetKind.Outpace or TargetKind.InStep);
        return (growth, sums) switch
        {
            (true, true) => FigureMeasure.CumulativeGrowth,
            (true, false) => FigureMeasure.CurrentGrowth,
            (false, true) => FigureMeasure.Cumulative,
            _ => FigureMeasure.Current,
        };
    }

    /// <summary>How many of the measure's units one of the document's is: 万人 is 10000 人; null where they are no units of the same thing.</summary>
    public static decimal? ScaleOf(string written, FigureUnit unit)
    {
        if (written == unit.Value || written == unit.Difference || (unit.Value == "位" && written is "名" or "")) return 1;
        var ((size, rest), (own, name)) = (Sized(written), Sized(unit.Value));
        return rest.Length > 0 && rest == name ? size / own : null;
    }

    private static (decimal Size, string Name) Sized(string unit) => unit.Length < 2
        ? (1, unit)
        : unit[0] switch { '亿' => (100_000_000, unit[1..]), '万' => (10_000, unit[1..]), _ => (1, unit) };

    internal static decimal? Number(string text) => TypedNumber.Read(text);

    /// <summary>Decimals as written, at most six.</summary>
    internal static int Decimals(string text) =>
        TypedText.Plain(text) is var plain && plain.IndexOf('.', StringComparison.Ordinal) is >= 0 and var at ? Math.Min(6, plain.Length - at - 1) : 0;

    private static string Plain(string name) =>
        string.Concat(name.Where(c => !char.IsWhiteSpace(c) && c is not ('（' or '）' or '(' or ')' or '“' or '”' or '的')))
            .Replace("增速", "", StringComparison.Ordinal).ToUpperInvariant();
}
