using Maoding.Domain.Indicators;

namespace Maoding.Domain.Targets;

/// <summary>What a target demands, in the words of its document: 增长6.5%以上.</summary>
public static class TargetPhrase
{
    public static string Of(TargetFacts facts)
    {
        var target = facts.Target;
        var value = target.Value is { } number ? facts.Unit.Words(number, target.Decimals) : "";
        var range = target.Value2 is { } upper ? $"{value}—{facts.Unit.Words(upper, target.Decimals)}" : value;
        var distance = target.Value is { } size ? facts.Unit.DifferenceWords(size, target.Decimals) : "";
        return facts.Kind switch
        {
            TargetKind.Quota => value.Length > 0 ? $"完成上级下达的{value}" : "完成上级下达任务（还没有下达）",
            TargetKind.RankTop => target.Value is { } rank ? $"位居前{FigureText.Of(rank, 0)}位" : "位居前列",
            TargetKind.Stable => distance.Length > 0 ? $"保持稳定（上下不超过{distance}）" : "保持稳定",
            TargetKind.Outpace => $"高于{facts.PartnerName}{(target.Value > 0 ? distance + "以上" : "")}",
            TargetKind.InStep => $"与{facts.PartnerName}同步{(distance.Length > 0 ? $"（相差不超过{distance}）" : "")}",
            TargetKind.Improve => "比上年改善",
            TargetKind.Zero => "清零",
            TargetKind.Other => "由人判断",
            _ when value.Length == 0 => TargetNames.Of(facts.Kind) + "（还没有目标值）",
            TargetKind.GrowthAtLeast => $"增长{value}以上",
            TargetKind.GrowthAbout => target.Value2 is null ? $"增长{value}左右" : $"增长{range}",
            TargetKind.LevelAtMost => $"不超过{range}",
            TargetKind.LevelAbout => target.Value2 is null ? $"保持在{value}左右" : $"保持在{range}",
            TargetKind.ChangeDown => $"下降{(facts.IsGrowth ? value : distance)}",
            TargetKind.RaiseBy => $"提高{distance}",
            TargetKind.Amount => $"完成{value}",
            _ => $"达到{range}{(target.Value2 is null && !(target.Value == 100 && facts.Unit.Value == "%") ? "以上" : "")}",
        };
    }
}
