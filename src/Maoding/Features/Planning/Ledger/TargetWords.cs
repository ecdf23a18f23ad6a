using Maoding.Domain.Ledger;
using Maoding.Shared;
using Maoding.Text.Targets;

namespace Maoding.Features.Planning.Ledger;

/// <summary>A target in the words an official would write: 地区生产总值增长6.2%左右. Where a document says it, its own words are used instead.</summary>
internal static class TargetWords
{
    private static readonly string[] Counted = ["新增", "净增", "新建", "新认定", "培育", "引进", "完成", "化解"];
    private static readonly string[] Happening = ["返贫", "事故", "事件", "案件", "风险"];

    /// <summary>The whole target from its parts as they are stored.</summary>
    public static string Title(TargetValue target)
    {
        var kind = Enum.TryParse<TargetKind>(target.Kind.Replace("_", "", StringComparison.Ordinal), true, out var known) ? known : TargetKind.Other;
        return Title(target.Indicator, kind, target.Value, target.Unit, target.Partner);
    }

    /// <summary>A title that says the figure follows it, unless the title was changed as well: in the document's words, or whole where they are ours.</summary>
    public static RowValues Retitled(RowValues before, RowValues after)
    {
        if (after.Title != before.Title || before.Target is not { } old || after.Target is not { } now || old == now) return after;
        if (before.Title == Title(old)) return after with { Title = Title(now) };
        var (was, figure) = (Figure(old.Value, old.Unit), Figure(now.Value, now.Unit));
        var isOne = was.Length > 0 && figure.Length > 0 && old.Kind == now.Kind && old.Indicator == now.Indicator
            && before.Title.IndexOf(was, StringComparison.Ordinal) is >= 0 and var at && before.Title.IndexOf(was, at + 1, StringComparison.Ordinal) < 0;
        return isOne ? after with { Title = before.Title.Replace(was, figure, StringComparison.Ordinal) } : after;
    }

    /// <summary>The whole target, its indicator first.</summary>
    /// <param name="value">8, 5—6 or X; empty where the target has no figure.</param>
    /// <param name="unit">%, 家, 亿元…; empty without a figure.</param>
    /// <param name="partner">What it is compared with, or the field it is ranked in; empty when there is none.</param>
    public static string Title(string indicator, TargetKind kind, string value, string unit, string partner)
    {
        var counted = kind == TargetKind.LevelAtLeast && value.Length > 0 && Counted.Any(indicator.Contains);
        if (counted) return $"{indicator}{Figure(value, unit)}";
        if (kind == TargetKind.Zero && Happening.Any(indicator.EndsWith)) return $"{indicator}零发生";
        return $"{indicator}{(kind == TargetKind.Other && value.Length > 0 ? "：" : "")}{Phrase(kind, value, unit, partner)}";
    }

    /// <summary>What is expected of the indicator: 增长6.2%左右.</summary>
    public static string Phrase(TargetKind kind, string value, string unit, string partner)
    {
        var figure = Figure(value, unit);
        return kind switch
        {
            TargetKind.GrowthAtLeast => $"增长{figure}",
            TargetKind.GrowthAbout => value.Length > 0 ? $"增长{figure}左右" : "增长",
            TargetKind.LevelAtLeast or TargetKind.ShareAtLeast => value.Length > 0 ? $"达到{figure}" : "达到预期",
            TargetKind.LevelAtMost => value.Length > 0 ? $"不超过{figure}" : "控制在限额以内",
            TargetKind.LevelAbout => value.Length > 0 ? $"保持在{figure}左右" : "保持稳定",
            TargetKind.ChangeDown => $"下降{figure}",
            TargetKind.RankTop => value.Length > 0 ? $"位居{partner}前{value}{(unit.Length > 0 ? unit : "名")}" : $"位居{partner}前列",
            TargetKind.Stable => value.Length > 0 ? $"稳定在{figure}" : "保持稳定",
            TargetKind.Quota => "完成下达任务",
            TargetKind.Outpace => partner.Length > 0 ? $"{(partner.EndsWith("增速", StringComparison.Ordinal) ? "增速" : "")}高于{partner}" : "高于对比指标",
            TargetKind.InStep => partner.Length > 0 ? $"{(partner.EndsWith("增长", StringComparison.Ordinal) ? "增长" : "")}与{partner}同步" : "与对比指标同步",
            TargetKind.Improve => "持续改善",
            TargetKind.Zero => "清零",
            TargetKind.RaiseBy => $"提高{figure}",
            _ => value.Length > 0 ? figure : PlainNames.Of(kind),
        };
    }

    private static string Figure(string value, string unit) =>
        (unit == "%" ? value.Replace("—", "%—", StringComparison.Ordinal) : value) + unit;
}
