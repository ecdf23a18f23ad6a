using Maoding.Domain.Ledger;

namespace Maoding.Domain.Targets;

/// <summary>What the choices of targets are called in the office, and their codes in the ledger.</summary>
public static class TargetNames
{
    private static readonly (TargetKind Kind, string Code)[] _codes =
    [
        (TargetKind.GrowthAtLeast, "growth_at_least"),
        (TargetKind.GrowthAbout, "growth_about"),
        (TargetKind.LevelAtLeast, "level_at_least"),
        (TargetKind.LevelAtMost, "level_at_most"),
        (TargetKind.LevelAbout, "level_about"),
        (TargetKind.ChangeDown, "change_down"),
        (TargetKind.ShareAtLeast, "share_at_least"),
        (TargetKind.RankTop, "rank_top"),
        (TargetKind.Amount, "amount"),
        (TargetKind.RaiseBy, "raise_by"),
        (TargetKind.Stable, "stable"),
        (TargetKind.Quota, "quota"),
        (TargetKind.Outpace, "outpace"),
        (TargetKind.InStep, "in_step"),
        (TargetKind.Improve, "improve"),
        (TargetKind.Zero, "zero"),
        (TargetKind.Other, "other"),
    ];

    /// <summary>The code of the ledger's row: growth_at_least.</summary>
    public static string CodeOf(TargetKind kind) => Array.Find(_codes, c => c.Kind == kind).Code;

    /// <summary>The kind that a row's code means; Other where it is not known.</summary>
    public static TargetKind KindOf(string code) => Array.Find(_codes, c => c.Code == code) is { Code: not null } found ? found.Kind : TargetKind.Other;

    /// <summary>The words of the row decide nothing by themselves (位居前列, 明显改善): a person has to say what they mean.</summary>
    /// <param name="code">Of the ledger's row.</param>
    public static bool IsVague(string code, string value) =>
        KindOf(code) is TargetKind.Stable or TargetKind.Improve or TargetKind.Other
            || (KindOf(code) is TargetKind.RankTop or TargetKind.InStep && value.Length == 0);

    public static string Of(TargetKind kind) => TargetKinds.NameOf(CodeOf(kind));

    public static string Of(TargetNature nature) => nature == TargetNature.Binding ? "约束性" : "预期性";

    public static string Of(CurveShape shape) => shape switch { CurveShape.Seasonal => "往年节奏", CurveShape.Even => "平均", _ => "自定" };

    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Met => "已达到",
        Verdict.OnTrack => "符合进度",
        Verdict.Behind => "落后进度",
        Verdict.Missed => "未达到",
        _ => "待定",
    };
}
