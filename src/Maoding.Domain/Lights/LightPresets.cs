namespace Maoding.Domain.Lights;

/// <summary>Ready rule sets: Maoding's own, and those that districts have published.</summary>
public static class LightPresets
{
    /// <summary>What a plan is judged by until somebody decides otherwise.</summary>
    public static LightPreset Own { get; } = new(
        "锚定通用规则",
        "按落后计划多少个百分点亮灯，漏报和超期同样亮灯。",
        "落后计划百分点 > 20 红灯\n超过时限天数 ≥ 1 红灯\n连续未报月数 ≥ 2 红灯\n落后计划百分点 > 10 黄灯\n连续未报月数 ≥ 1 黄灯\n距时限天数 ≤ 10 黄灯");

    public static IReadOnlyList<LightPreset> All { get; } =
    [
        Own,
        new("瓯海三色预警", "当月完成计划为绿，没有完成为红；以后补上的，那个月改记黄灯。", "连续未完成计划月数 ≥ 1 红灯\n补上后 黄灯"),
        // 10 points behind is yellow already: shares are counted to a tenth of a point.
        new("银川办法", "应开始没有开始为黄，连续三个月没有开始为红；落后计划10至30个百分点为黄，超过30个为红。", "应开始未开始月数 ≥ 3 红灯\n落后计划百分点 > 30 红灯\n应开始未开始月数 ≥ 1 黄灯\n落后计划百分点 > 9.9 黄灯"),
        new("武汉办法", "完成数不到时序进度的80%为黄，不到60%为红。", "完成计划比例 < 60 红灯\n完成计划比例 < 80 黄灯"),
    ];
}

/// <param name="Text">As <see cref="LightRules.Parse"/> reads it.</param>
public sealed record LightPreset(string Name, string Description, string Text);
