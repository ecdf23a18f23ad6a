using System.Text.Json;
using Maoding.Domain.Ledger;
using Maoding.Text;
using Maoding.Text.Structure;
using Maoding.Text.Targets;

namespace Maoding.Shared;

/// <summary>The Chinese words for roles, kinds and reasons, as people read them in every output.</summary>
internal static class PlainNames
{
    public static string Of(SectionRole role) => role switch
    {
        SectionRole.Opening => "开头",
        SectionRole.Review => "回顾",
        SectionRole.Situation => "形势",
        SectionRole.Targets => "目标",
        SectionRole.Deployment => "部署",
        SectionRole.Safeguards => "保障",
        _ => "结尾",
    };

    /// <summary>The kind as machine-readable outputs name it, such as at_least.</summary>
    public static string CodeOf(TargetKind kind) => JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString());

    public static string Of(TargetKind kind) => TargetKinds.NameOf(CodeOf(kind));

    public static string Of(ReviewCode code) => code switch
    {
        ReviewCode.Placeholder => "数值待补",
        ReviewCode.NoFunction => "职责不明",
        ReviewCode.NarrowMargin => "拿不准",
        ReviewCode.Split => "建议拆分",
        ReviewCode.SamePromise => "疑似重复",
        ReviewCode.DeadlineReading => "时限两读",
        _ => "专题数目不符",
    };

    /// <summary>8, 5—6, X, 前3, or — where the target has no figure; with the partner where it is compared.</summary>
    public static string ValueOf(Target target)
    {
        var value = target.Value?.ToString() ?? "";
        if (target.Value2 is { } upper) value = $"{value}—{upper}";
        if (target.Kind == TargetKind.RankTop && value.Length > 0) value = $"前{value}";
        if (target.Partner is { Length: > 0 } partner) value = value.Length == 0 ? partner : $"{value}（{partner}）";
        return value.Length == 0 ? "—" : value;
    }
}
