using Maoding.Domain.Indicators;
using Maoding.Domain.Lights;

namespace Maoding.Domain.Targets;

/// <summary>How binding a target is.</summary>
public enum TargetNature
{
    /// <summary>预期性.</summary>
    Expected = 1,

    /// <summary>约束性: warns earlier and knows no nearly.</summary>
    Binding = 2,
}

/// <summary>The kinds of the corpus guide, and the combinations that need a figure to be compared with.</summary>
public enum TargetKind
{
    GrowthAtLeast = 1,
    GrowthAbout = 2,
    LevelAtLeast = 3,
    LevelAtMost = 4,
    LevelAbout = 5,

    /// <summary>下降: the value is the fall, a positive number.</summary>
    ChangeDown = 6,
    ShareAtLeast = 7,

    /// <summary>前几名: the value is the last good rank.</summary>
    RankTop = 8,

    /// <summary>计划数: a sum or count to be reached in the year.</summary>
    Amount = 9,

    /// <summary>提高: the value is the rise over last year's, in the indicator's unit.</summary>
    RaiseBy = 10,

    /// <summary>保持稳定: the value is the width around last year's, once a person has given one.</summary>
    Stable = 11,

    /// <summary>完成上级任务: the value arrives from the city.</summary>
    Quota = 12,

    /// <summary>高于另一指标, or the same indicator of the city: the value is the lead in points, 0 where only above.</summary>
    Outpace = 13,

    /// <summary>与另一指标同步: the value is the distance in points that still counts as in step.</summary>
    InStep = 14,

    /// <summary>改善: better than last year's, whichever way is better.</summary>
    Improve = 15,
    Zero = 16,

    /// <summary>Only a person can tell.</summary>
    Other = 17,
}

/// <summary>How the planned curve of the year is drawn.</summary>
public enum CurveShape
{
    /// <summary>往年节奏: as the months of the years before shared the year.</summary>
    Seasonal = 1,

    /// <summary>平均.</summary>
    Even = 2,

    /// <summary>自定.</summary>
    Own = 3,
}

/// <summary>目标: what an indicator is to reach in a plan's year, as the ledger's row promises it.</summary>
public sealed class Target : IVersioned, IAudited
{
    public int Id { get; set; }

    public int PlanId { get; set; }

    /// <summary>The row that promises it, with its quotes; unique.</summary>
    public int CommitmentId { get; set; }

    public int IndicatorId { get; set; }

    /// <summary>Which of the indicator's figures is compared.</summary>
    public FigureMeasure Measure { get; set; }

    public TargetKind Kind { get; set; }

    public TargetNature Nature { get; set; } = TargetNature.Expected;

    /// <summary>In the unit of the measure; null where the kind needs none or until it is known.</summary>
    public decimal? Value { get; set; }

    /// <summary>The upper end of a range; null for most.</summary>
    public decimal? Value2 { get; set; }

    /// <summary>Decimals as the document writes them, 0–6.</summary>
    public int Decimals { get; set; }

    /// <summary>What it is compared with: another indicator; null: the same.</summary>
    public int? PartnerIndicatorId { get; set; }

    /// <summary>Whose figures it is compared with: the city's; null: the district's own.</summary>
    public int? PartnerAreaId { get; set; }

    /// <summary>How near is nearly, for 左右 and for yellow: points for growth and ratios, percent of the target otherwise.</summary>
    public decimal Margin { get; set; } = 0.5m;

    /// <summary>含义: what vague words were decided to mean; empty where the words decide by themselves.</summary>
    public string Meaning { get; set; } = "";

    /// <summary>The person who decided it.</summary>
    public int? MeaningById { get; set; }

    public DateOnly? MeaningOn { get; set; }

    public CurveShape Shape { get; set; } = CurveShape.Seasonal;

    /// <summary>Own curve: values at the ends of months 1 to 12 separated by commas, empty parts where there is none; empty for the other shapes.</summary>
    public string Curve { get; set; } = "";

    /// <summary>Why it was set as it is against last year's: for the design sheet.</summary>
    public string DesignNote { get; set; } = "";

    /// <summary>As last computed when a month was closed; None before.</summary>
    public Light Light { get; set; }

    public int Version { get; set; } = 1;

    /// <summary>Every version with its reason, the first included.</summary>
    public List<TargetRevision> Revisions { get; set; } = [];

    public List<TargetPart> Parts { get; set; } = [];

    public List<TargetWork> Works { get; set; } = [];
}

/// <summary>年中调整: a version of a target, with reason and decision.</summary>
public sealed class TargetRevision
{
    public int Id { get; set; }

    public int TargetId { get; set; }

    /// <summary>From 1.</summary>
    public int Number { get; set; }

    public decimal? Value { get; set; }

    public decimal? Value2 { get; set; }

    public int Decimals { get; set; }

    public TargetKind Kind { get; set; }

    /// <summary>From this day on.</summary>
    public DateOnly From { get; set; }

    public string Reason { get; set; } = "";

    /// <summary>区委常委会2026年第14次会议.</summary>
    public string Decision { get; set; } = "";

    public int ById { get; set; }
}

/// <summary>分解: what a street, park or office is to contribute.</summary>
public sealed class TargetPart
{
    public int Id { get; set; }

    public int TargetId { get; set; }

    public int AreaId { get; set; }

    public decimal Value { get; set; }

    public int Decimals { get; set; }

    /// <summary>The area's share of the whole last year, percent; for growth, whose parts are weighed by it. Null where levels add up.</summary>
    public decimal? BaseShare { get; set; }
}

/// <summary>A row of the ledger whose work serves the target.</summary>
public sealed class TargetWork
{
    public int TargetId { get; set; }

    public int CommitmentId { get; set; }
}

/// <summary>参照: what others aim at, what the district aimed at before, and what came of it; for how hard a target is.</summary>
public sealed class Aim : IVersioned, IAudited
{
    public int Id { get; set; }

    public int Year { get; set; }

    public int IndicatorId { get; set; }

    public int AreaId { get; set; }

    public FigureMeasure Measure { get; set; }

    public TargetKind Kind { get; set; }

    public decimal Value { get; set; }

    public int Decimals { get; set; }

    /// <summary>市政府工作报告.</summary>
    public string Source { get; set; } = "";

    public int Version { get; set; } = 1;
}

/// <summary>Whether a target will be met, as its figures say.</summary>
public enum Verdict
{
    /// <summary>待定: cannot be told yet.</summary>
    Unknown = 0,

    /// <summary>已达到.</summary>
    Met = 1,

    /// <summary>符合进度.</summary>
    OnTrack = 2,

    /// <summary>落后进度.</summary>
    Behind = 3,

    /// <summary>未达到: the year is over.</summary>
    Missed = 4,
}

/// <summary>A target as it stood when a month was closed; written once.</summary>
public sealed class TargetMonth : IAudited
{
    public int Id { get; set; }

    public int TargetId { get; set; }

    /// <summary>yyyymm.</summary>
    public int Month { get; set; }

    public Verdict Verdict { get; set; }

    public Light Light { get; set; }

    /// <summary>The last month with a figure, yyyymm; null without.</summary>
    public int? DataMonth { get; set; }

    public decimal? Value { get; set; }

    public decimal? Planned { get; set; }

    /// <summary>In the unit of the measure; negative is short.</summary>
    public decimal? Gap { get; set; }

    public decimal? Forecast { get; set; }

    /// <summary>Ends of the 80 % interval.</summary>
    public decimal? Low { get; set; }

    public decimal? High { get; set; }

    /// <summary>Per mille.</summary>
    public int? Likelihood { get; set; }

    /// <summary>Number of the published rule.</summary>
    public int Rule { get; set; }

    /// <summary>Why, in words with the numbers used.</summary>
    public string Words { get; set; } = "";
}
