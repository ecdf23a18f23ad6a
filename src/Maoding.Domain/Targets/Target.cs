using Maoding.Domain.Audit;
using Maoding.Domain.Indicators;
using Maoding.Domain.Lights;

namespace Maoding.Domain.Targets;

/// <summary>How binding a target is.</summary>
public enum TargetNature
{
    [Called("预期性")] Expected = 1,

    /// <summary>约束性: warns earlier and knows no nearly.</summary>
    [Called("约束性")] Binding = 2,
}

/// <summary>The kinds of the corpus guide, and the combinations that need a figure to be compared with.</summary>
public enum TargetKind
{
    [Called("增长不低于")] GrowthAtLeast = 1,
    [Called("增长左右")] GrowthAbout = 2,
    [Called("达到")] LevelAtLeast = 3,
    [Called("不超过")] LevelAtMost = 4,
    [Called("左右")] LevelAbout = 5,

    /// <summary>下降: the value is the fall, a positive number.</summary>
    [Called("下降")] ChangeDown = 6,
    [Called("占比达到")] ShareAtLeast = 7,

    /// <summary>前几名: the value is the last good rank.</summary>
    [Called("位次")] RankTop = 8,

    /// <summary>计划数: a sum or count to be reached in the year.</summary>
    [Called("计划数")] Amount = 9,

    /// <summary>提高: the value is the rise over last year's, in the indicator's unit.</summary>
    [Called("提高")] RaiseBy = 10,

    /// <summary>保持稳定: the value is the width around last year's, once a person has given one.</summary>
    [Called("保持稳定")] Stable = 11,

    /// <summary>完成上级任务: the value arrives from the city.</summary>
    [Called("完成上级任务")] Quota = 12,

    /// <summary>高于另一指标, or the same indicator of the city: the value is the lead in points, 0 where only above.</summary>
    [Called("高于对比指标")] Outpace = 13,

    /// <summary>与另一指标同步: the value is the distance in points that still counts as in step.</summary>
    [Called("与对比指标同步")] InStep = 14,

    /// <summary>改善: better than last year's, whichever way is better.</summary>
    [Called("改善")] Improve = 15,
    [Called("清零")] Zero = 16,

    /// <summary>Only a person can tell.</summary>
    [Called("其他")] Other = 17,
}

/// <summary>How the planned curve of the year is drawn.</summary>
public enum CurveShape
{
    /// <summary>往年节奏: as the months of the years before shared the year.</summary>
    [Called("往年节奏")] Seasonal = 1,

    [Called("平均")] Even = 2,

    [Called("自定")] Own = 3,
}

/// <summary>目标: what an indicator is to reach in a plan's year, as the ledger's row promises it.</summary>
[Called("目标", Place = 220)]
public sealed class Target : IVersioned, IAudited
{
    public int Id { get; set; }

    [Called("计划")] public int PlanId { get; set; }

    /// <summary>The row that promises it, with its quotes; unique.</summary>
    [Called("任务")] public int CommitmentId { get; set; }

    [Called("指标")] public int IndicatorId { get; set; }

    /// <summary>Which of the indicator's figures is compared.</summary>
    [Called("数据项")] public FigureMeasure Measure { get; set; }

    [Called("类别")] public TargetKind Kind { get; set; }

    [Called("性质")] public TargetNature Nature { get; set; } = TargetNature.Expected;

    /// <summary>In the unit of the measure; null where the kind needs none or until it is known.</summary>
    [Called("数值")] public decimal? Value { get; set; }

    /// <summary>The upper end of a range; null for most.</summary>
    [Called("数值上限")] public decimal? Value2 { get; set; }

    /// <summary>Decimals as the document writes them, 0–6.</summary>
    [Called("小数位")] public int Decimals { get; set; }

    /// <summary>What it is compared with: another indicator; null: the same.</summary>
    [Called("对比指标")] public int? PartnerIndicatorId { get; set; }

    /// <summary>Whose figures it is compared with: the city's; null: the district's own.</summary>
    [Called("对比对象")] public int? PartnerAreaId { get; set; }

    /// <summary>How near is nearly, for 左右 and for yellow: points for growth and ratios, percent of the target otherwise.</summary>
    [Called("允许幅度")] public decimal Margin { get; set; } = 0.5m;

    /// <summary>含义: what vague words were decided to mean; empty where the words decide by themselves.</summary>
    [Called("含义")] public string Meaning { get; set; } = "";

    /// <summary>The person who decided it.</summary>
    [Called("确定人")] public int? MeaningById { get; set; }

    [Called("确定日期")] public DateOnly? MeaningOn { get; set; }

    [Called("时序方式")] public CurveShape Shape { get; set; } = CurveShape.Seasonal;

    /// <summary>Own curve: values at the ends of months 1 to 12 separated by commas, empty parts where there is none; empty for the other shapes.</summary>
    [Called("时序")] public string Curve { get; set; } = "";

    /// <summary>Why it was set as it is against last year's: for the design sheet.</summary>
    [Called("设定考虑")] public string DesignNote { get; set; } = "";

    /// <summary>As last computed when a month was closed; None before.</summary>
    [Called("亮灯")] public Light Light { get; set; }

    public int Version { get; set; } = 1;

    /// <summary>Every version with its reason, the first included.</summary>
    public List<TargetRevision> Revisions { get; set; } = [];

    public List<TargetPart> Parts { get; set; } = [];

    public List<TargetWork> Works { get; set; } = [];
}

/// <summary>年中调整: a version of a target, with reason and decision.</summary>
[Called("目标调整")]
public sealed class TargetRevision
{
    public int Id { get; set; }

    [Called("目标")] public int TargetId { get; set; }

    /// <summary>From 1.</summary>
    [Called("编号")] public int Number { get; set; }

    [Called("数值")] public decimal? Value { get; set; }

    [Called("数值上限")] public decimal? Value2 { get; set; }

    [Called("小数位")] public int Decimals { get; set; }

    [Called("类别")] public TargetKind Kind { get; set; }

    /// <summary>From this day on.</summary>
    [Called("开始日期")] public DateOnly From { get; set; }

    [Called("理由")] public string Reason { get; set; } = "";

    /// <summary>区委常委会2026年第14次会议.</summary>
    [Called("决定依据")] public string Decision { get; set; } = "";

    [Called("经办人")] public int ById { get; set; }
}

/// <summary>分解: what a street, park or office is to contribute.</summary>
[Called("目标分解")]
public sealed class TargetPart
{
    public int Id { get; set; }

    [Called("目标")] public int TargetId { get; set; }

    [Called("对象")] public int AreaId { get; set; }

    [Called("数值")] public decimal Value { get; set; }

    [Called("小数位")] public int Decimals { get; set; }

    /// <summary>The area's share of the whole last year, percent; for growth, whose parts are weighed by it. Null where levels add up.</summary>
    [Called("上年占比")] public decimal? BaseShare { get; set; }
}

/// <summary>A row of the ledger whose work serves the target.</summary>
[Called("支撑任务")]
public sealed class TargetWork
{
    [Called("目标")] public int TargetId { get; set; }

    [Called("任务")] public int CommitmentId { get; set; }
}

/// <summary>参照: what others aim at, what the district aimed at before, and what came of it; for how hard a target is.</summary>
[Called("目标参照", Place = 240)]
public sealed class Aim : IVersioned, IAudited
{
    public int Id { get; set; }

    [Called("年度")] public int Year { get; set; }

    [Called("指标")] public int IndicatorId { get; set; }

    [Called("对象")] public int AreaId { get; set; }

    [Called("数据项")] public FigureMeasure Measure { get; set; }

    [Called("类别")] public TargetKind Kind { get; set; }

    [Called("数值")] public decimal Value { get; set; }

    [Called("小数位")] public int Decimals { get; set; }

    /// <summary>市政府工作报告.</summary>
    [Called("来源")] public string Source { get; set; } = "";

    public int Version { get; set; } = 1;
}

/// <summary>Whether a target will be met, as its figures say.</summary>
public enum Verdict
{
    /// <summary>待定: cannot be told yet.</summary>
    [Called("待定")] Unknown = 0,

    [Called("已达到")] Met = 1,

    [Called("符合进度")] OnTrack = 2,

    [Called("落后进度")] Behind = 3,

    /// <summary>未达到: the year is over.</summary>
    [Called("未达到")] Missed = 4,
}

/// <summary>A target as it stood when a month was closed; written once.</summary>
[Called("目标月度结果", Place = 230)]
public sealed class TargetMonth : IAudited
{
    public int Id { get; set; }

    [Called("目标")] public int TargetId { get; set; }

    /// <summary>yyyymm.</summary>
    [Called("月份")] public int Month { get; set; }

    [Called("判断")] public Verdict Verdict { get; set; }

    [Called("亮灯")] public Light Light { get; set; }

    /// <summary>The last month with a figure, yyyymm; null without.</summary>
    [Called("数据月份")] public int? DataMonth { get; set; }

    [Called("数值")] public decimal? Value { get; set; }

    [Called("时序值")] public decimal? Planned { get; set; }

    /// <summary>In the unit of the measure; negative is short.</summary>
    [Called("差距")] public decimal? Gap { get; set; }

    [Called("全年预测")] public decimal? Forecast { get; set; }

    /// <summary>Ends of the 80 % interval.</summary>
    [Called("预测下限")] public decimal? Low { get; set; }

    [Called("预测上限")] public decimal? High { get; set; }

    /// <summary>Per mille.</summary>
    [Called("可能性（千分之）")] public int? Likelihood { get; set; }

    /// <summary>Number of the published rule.</summary>
    [Called("规则编号")] public int Rule { get; set; }

    /// <summary>Why, in words with the numbers used.</summary>
    [Called("说明")] public string Words { get; set; } = "";
}
