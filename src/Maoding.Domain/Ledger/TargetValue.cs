namespace Maoding.Domain.Ledger;

/// <summary>The figure of a target as a value; its parts are those of <see cref="TargetFigure"/>.</summary>
public sealed record TargetValue(string Indicator, string Kind, string Value, string Unit, string Partner = "", string Dimension = "")
{
    public static TargetValue? Of(TargetFigure? figure) =>
        figure is null ? null : new TargetValue(figure.Indicator, figure.Kind, figure.Value, figure.Unit, figure.Partner, figure.Dimension);

    /// <summary>As typed: blanks around the words go, and a unit that stands behind the figure too is not written twice; null when nothing was typed.</summary>
    public static TargetValue? Typed(string? indicator, string? kind, string? value, string? unit, string? partner, string dimension)
    {
        static string Plain(string? text) => (text ?? "").Trim().Replace('％', '%');
        var (name, figure, measure, other) = (Plain(indicator), Plain(value), Plain(unit), Plain(partner));
        if (name.Length + figure.Length + measure.Length + other.Length == 0) return null;
        if (measure.Length > 0 && figure.EndsWith(measure, StringComparison.Ordinal)) figure = figure[..^measure.Length].TrimEnd();
        return new TargetValue(name, kind ?? "", figure, measure, other, dimension);
    }

    /// <summary>The figure with these values: the one that is there, or a new one.</summary>
    public TargetFigure Onto(TargetFigure? present)
    {
        var figure = present ?? new TargetFigure { Indicator = "", Kind = "" };
        (figure.Indicator, figure.Kind, figure.Value, figure.Unit, figure.Partner, figure.Dimension) = (Indicator, Kind, Value, Unit, Partner, Dimension);
        return figure;
    }

    /// <summary>地区生产总值　增长不低于　7%: every part is seen, so that no change of one is lost in the wording.</summary>
    public override string ToString() =>
        string.Join('　', new[] { Indicator, TargetKinds.NameOf(Kind), Value + Unit, Partner, Dimension.Length > 0 ? $"（{Dimension}）" : "" }.Where(
            part => part.Length > 0));
}

/// <summary>How a target is compared with what came out; the codes are those of the corpus guide.</summary>
public static class TargetKinds
{
    private static readonly (string Code, string Name, bool NeedsFigure)[] _kinds =
    [
        ("growth_at_least", "增长不低于", true),
        ("growth_about", "增长左右", true),
        ("level_at_least", "达到", true),
        ("level_at_most", "不超过", true),
        ("level_about", "左右", true),
        ("change_down", "下降", true),
        ("share_at_least", "占比达到", true),
        ("rank_top", "位次", true),
        ("amount", "计划数", true),
        ("raise_by", "提高", true),
        ("stable", "保持稳定", false),
        ("quota", "完成上级任务", false),
        ("outpace", "高于对比指标", false),
        ("in_step", "与对比指标同步", false),
        ("improve", "改善", false),
        ("zero", "清零", false),
        ("other", "其他", false),
    ];

    /// <summary>Codes with their words, those that need a figure first.</summary>
    public static IEnumerable<(string Code, string Name)> All => _kinds.Select(k => (k.Code, k.Name));

    /// <summary>Empty for a code that is not known.</summary>
    public static string NameOf(string code) => Array.Find(_kinds, k => k.Code == code).Name ?? "";

    /// <summary>The code that the words mean; null for none.</summary>
    public static string? CodeOf(string name) => Array.Find(_kinds, k => k.Name == name).Code;

    /// <summary>Whether only a figure tells when it is met; the others say it by themselves.</summary>
    public static bool NeedsFigure(string code) => Array.Exists(_kinds, k => k.Code == code && k.NeedsFigure);
}
