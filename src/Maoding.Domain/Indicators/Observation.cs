using Maoding.Domain.Audit;

namespace Maoding.Domain.Indicators;

/// <summary>What an observation says of its period. Levels and growth are observations of their own; neither is derived from the other.</summary>
public enum FigureMeasure
{
    [Called("当期值")] Current = 1,

    [Called("累计值")] Cumulative = 2,

    /// <summary>当期同比, percent; points for ratios and indices.</summary>
    [Called("当期同比")] CurrentGrowth = 3,

    /// <summary>累计同比, likewise.</summary>
    [Called("累计同比")] CumulativeGrowth = 4,

    /// <summary>环比, percent.</summary>
    [Called("环比")] ChainGrowth = 5,

    /// <summary>位次: in the city; of the value or of its growth, as the indicator's definition says.</summary>
    [Called("位次")] Rank = 6,
}

/// <summary>How final a figure is.</summary>
public enum FigureStage
{
    [Called("初步")] Preliminary = 1,

    [Called("核定")] Verified = 2,
}

/// <summary>数据: one figure of one area, period and measure, in one of its versions.</summary>
[Called("数据")]
public sealed class Observation
{
    public int Id { get; set; }

    /// <summary>The sheet it was handed in with.</summary>
    [Called("报送表")] public int SheetId { get; set; }

    [Called("指标")] public int IndicatorId { get; set; }

    [Called("对象")] public int AreaId { get; set; }

    /// <summary>
    /// yyyymm: the last month of the period; joined January and February stand under February, a quarter under its third month, a year under December.
    /// </summary>
    [Called("月份")] public int Month { get; set; }

    [Called("数据项")] public FigureMeasure Measure { get; set; }

    /// <summary>From 1; each correction of an approved figure is a new one.</summary>
    [Called("版本")] public int Revision { get; set; } = 1;

    /// <summary>Read by pages and computations: the last revision that was approved. At most one of a figure's revisions.</summary>
    [Called("现行")] public bool InForce { get; set; }

    /// <summary>Up to six decimals.</summary>
    [Called("数值")] public decimal Value { get; set; }

    /// <summary>Decimals as published, 0–6: 8.0 has one.</summary>
    [Called("小数位")] public int Decimals { get; set; }

    [Called("阶段")] public FigureStage Stage { get; set; } = FigureStage.Preliminary;

    /// <summary>口径变化, where this figure's basis differs from the definition; empty for most.</summary>
    [Called("口径变化")] public string Basis { get; set; } = "";

    /// <summary>Empty: the indicator's.</summary>
    [Called("来源")] public string Source { get; set; } = "";

    [Called("公布日期")] public DateOnly? PublishedOn { get; set; }

    /// <summary>Why a revision was made, why a doubted figure is right, where history was taken from; empty for most.</summary>
    [Called("说明")] public string Why { get; set; } = "";

    [Called("录入人")] public int EnteredById { get; set; }

    [Called("录入时间")] public DateTime EnteredAt { get; set; }
}

/// <summary>Where a sheet stands.</summary>
public enum SheetState
{
    /// <summary>填报中: its figures may still be changed, and no page computes with them.</summary>
    [Called("填报中")] Draft = 1,

    [Called("待审核")] Submitted = 2,

    /// <summary>已审核: its figures count; a change is a revision.</summary>
    [Called("已审核")] Approved = 3,

    /// <summary>已锁定: revised only under a recorded exception.</summary>
    [Called("已锁定")] Locked = 4,

    [Called("已退回")] Returned = 5,
}

/// <summary>报送表: all figures of one unit's indicators for one month; handed in, approved and locked together.</summary>
[Called("数据报送", Place = 210)]
public sealed class DataSheet : IVersioned, IAudited
{
    public int Id { get; set; }

    /// <summary>The answering unit.</summary>
    [Called("单位")] public int UnitId { get; set; }

    /// <summary>yyyymm; unique with the unit.</summary>
    [Called("月份")] public int Month { get; set; }

    [Called("状态")] public SheetState State { get; set; } = SheetState.Draft;

    /// <summary>Why it was returned; empty otherwise.</summary>
    [Called("退回原因")] public string Reason { get; set; } = "";

    [Called("提交日期")] public DateOnly? SubmittedOn { get; set; }

    [Called("提交人")] public int? SubmittedById { get; set; }

    [Called("批准日期")] public DateOnly? ApprovedOn { get; set; }

    [Called("审核人")] public int? ApprovedById { get; set; }

    /// <summary>Until this day, inclusive, a locked sheet may be revised; null: it may not.</summary>
    [Called("解锁至")] public DateOnly? OpenUntil { get; set; }

    /// <summary>Why it was opened, and who decided; empty while it never was.</summary>
    [Called("解锁原因")] public string OpenReason { get; set; } = "";

    public int Version { get; set; } = 1;

    public List<Observation> Observations { get; set; } = [];
}
