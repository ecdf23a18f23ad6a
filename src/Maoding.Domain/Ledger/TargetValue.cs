using System.Text.RegularExpressions;
using Maoding.Domain.Audit;
using Maoding.Domain.Targets;
using Maoding.Domain.Typed;
using Maoding.Text;

namespace Maoding.Domain.Ledger;

/// <summary>The figure of a target as a value; its parts are those of <see cref="TargetFigure"/>.</summary>
public sealed partial record TargetValue(string Indicator, string Kind, string Value, string Unit, string Partner = "", string Dimension = "")
{
    public static TargetValue? Of(TargetFigure? figure) =>
        figure is null ? null : new TargetValue(figure.Indicator, figure.Kind, figure.Value, figure.Unit, figure.Partner, figure.Dimension);

    /// <summary>As typed: blanks around the words go, and a unit that stands behind the figure too is not written twice; null when nothing was typed.</summary>
    public static TargetValue? Typed(string? indicator, string? kind, string? value, string? unit, string? partner, string dimension)
    {
        static string Trimmed(string? text) => PlainForms.Clean(text ?? "").Trim().Replace('％', '%');
        var (name, figure, measure, other) = (Trimmed(indicator), TypedText.Plain(value), Trimmed(unit), Trimmed(partner));
        if (name.Length + figure.Length + measure.Length + other.Length == 0) return null;
        if (measure.Length > 0 && figure.EndsWith(measure, StringComparison.Ordinal)) figure = figure[..^measure.Length].TrimEnd();
        return new TargetValue(name, kind ?? "", figure, measure, other, dimension);
    }

    /// <summary>The value is a number, two with a dash between them, X for one that is to come, or nothing.</summary>
    public bool IsFigure => Value.Length == 0 || Figure().IsMatch(Value);

    /// <summary>The figure with these values: the one that is there, or a new one.</summary>
    public TargetFigure Onto(TargetFigure? present)
    {
        var figure = present ?? new TargetFigure { Indicator = "", Kind = "" };
        (figure.Indicator, figure.Kind, figure.Value, figure.Unit, figure.Partner, figure.Dimension) = (Indicator, Kind, Value, Unit, Partner, Dimension);
        return figure;
    }

    [GeneratedRegex(@"^(?:[Xx]+|[+-]?[0-9][0-9,]*(?:\.[0-9]+)?(?:%?[—–~～-]+[0-9][0-9,]*(?:\.[0-9]+)?)?)%?$")]
    private static partial Regex Figure();

    /// <summary>地区生产总值　增长不低于　7%: every part is seen, so that no change of one is lost in the wording.</summary>
    public override string ToString() =>
        string.Join('　', new[] { Indicator, TargetKinds.NameOf(Kind), Value + Unit, Partner, Dimension.Length > 0 ? $"（{Dimension}）" : "" }.Where(
            part => part.Length > 0));
}

/// <summary>How a target is compared with what came out; the codes are those of the corpus guide.</summary>
public static class TargetKinds
{
    private static readonly (string Code, TargetKind Kind, bool NeedsFigure)[] _kinds =
    [
        ("growth_at_least", TargetKind.GrowthAtLeast, true),
        ("growth_about", TargetKind.GrowthAbout, true),
        ("level_at_least", TargetKind.LevelAtLeast, true),
        ("level_at_most", TargetKind.LevelAtMost, true),
        ("level_about", TargetKind.LevelAbout, true),
        ("change_down", TargetKind.ChangeDown, true),
        ("share_at_least", TargetKind.ShareAtLeast, true),
        ("rank_top", TargetKind.RankTop, true),
        ("amount", TargetKind.Amount, true),
        ("raise_by", TargetKind.RaiseBy, true),
        ("stable", TargetKind.Stable, false),
        ("quota", TargetKind.Quota, false),
        ("outpace", TargetKind.Outpace, false),
        ("in_step", TargetKind.InStep, false),
        ("improve", TargetKind.Improve, false),
        ("zero", TargetKind.Zero, false),
        ("other", TargetKind.Other, false),
    ];

    /// <summary>Codes with their words, those that need a figure first.</summary>
    public static IEnumerable<(string Code, string Name)> All => _kinds.Select(k => (k.Code, ChoiceWords.Of(k.Kind)));

    /// <summary>Empty for a code that is not known.</summary>
    public static string NameOf(string code) => KindOf(code) is { } kind ? ChoiceWords.Of(kind) : "";

    /// <summary>The code that the words mean; null for none.</summary>
    public static string? CodeOf(string name) => Array.Find(_kinds, k => ChoiceWords.Of(k.Kind) == name).Code;

    public static string CodeOf(TargetKind kind) => Array.Find(_kinds, k => k.Kind == kind).Code;

    /// <summary>Null for a code that is not known.</summary>
    public static TargetKind? KindOf(string code) => Array.Find(_kinds, k => k.Code == code) is { Code: not null } found ? found.Kind : null;

    /// <summary>Whether it is a rate of growth, at least or about.</summary>
    public static bool IsGrowth(string code) => KindOf(code) is TargetKind.GrowthAtLeast or TargetKind.GrowthAbout;

    /// <summary>Whether only a figure tells when it is met; the others say it by themselves.</summary>
    public static bool NeedsFigure(string code) => Array.Exists(_kinds, k => k.Code == code && k.NeedsFigure);
}
