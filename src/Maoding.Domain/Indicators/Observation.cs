namespace Maoding.Domain.Indicators;

/// <summary>What an observation says of its period. Levels and growth are observations of their own; neither is derived from the other.</summary>
public enum FigureMeasure
{
    /// <summary>当期值.</summary>
    Current = 1,

    /// <summary>累计值.</summary>
    Cumulative = 2,

    /// <summary>当期同比, percent; points for ratios and indices.</summary>
    CurrentGrowth = 3,

    /// <summary>累计同比, likewise.</summary>
    CumulativeGrowth = 4,

    /// <summary>环比, percent.</summary>
    ChainGrowth = 5,

    /// <summary>位次: in the city; of the value or of its growth, as the indicator's definition says.</summary>
    Rank = 6,
}

/// <summary>How final a figure is.</summary>
public enum FigureStage
{
    /// <summary>初步.</summary>
    Preliminary = 1,

    /// <summary>核定.</summary>
    Verified = 2,
}

/// <summary>数据: one figure of one area, period and measure, in one of its versions.</summary>
public sealed class Observation
{
    public int Id { get; set; }

    /// <summary>The sheet it was handed in with.</summary>
    public int SheetId { get; set; }

    public int IndicatorId { get; set; }

    public int AreaId { get; set; }

    /// <summary>
    /// yyyymm: the last month of the period; joined January and February stand under February, a quarter under its third month, a year under December.
    /// </summary>
    public int Month { get; set; }

    public FigureMeasure Measure { get; set; }

    /// <summary>From 1; each correction of an approved figure is a new one.</summary>
    public int Revision { get; set; } = 1;

    /// <summary>Read by pages and computations: the last revision that was approved. At most one of a figure's revisions.</summary>
    public bool InForce { get; set; }

    /// <summary>Up to six decimals.</summary>
    public decimal Value { get; set; }

    /// <summary>Decimals as published, 0–6: 8.0 has one.</summary>
    public int Decimals { get; set; }

    public FigureStage Stage { get; set; } = FigureStage.Preliminary;

    /// <summary>口径变化, where this figure's basis differs from the definition; empty for most.</summary>
    public string Basis { get; set; } = "";

    /// <summary>Empty: the indicator's.</summary>
    public string Source { get; set; } = "";

    public DateOnly? PublishedOn { get; set; }

    /// <summary>Why a revision was made, why a doubted figure is right, where history was taken from; empty for most.</summary>
    public string Why { get; set; } = "";

    public int EnteredById { get; set; }

    public DateTime EnteredAt { get; set; }
}

/// <summary>Where a sheet stands.</summary>
public enum SheetState
{
    /// <summary>填报中: its figures may still be changed, and no page computes with them.</summary>
    Draft = 1,

    /// <summary>待审核.</summary>
    Submitted = 2,

    /// <summary>已审核: its figures count; a change is a revision.</summary>
    Approved = 3,

    /// <summary>已锁定: revised only under a recorded exception.</summary>
    Locked = 4,

    /// <summary>已退回.</summary>
    Returned = 5,
}

/// <summary>报送表: all figures of one unit's indicators for one month; handed in, approved and locked together.</summary>
public sealed class DataSheet : IVersioned, IAudited
{
    public int Id { get; set; }

    /// <summary>The answering unit.</summary>
    public int UnitId { get; set; }

    /// <summary>yyyymm; unique with the unit.</summary>
    public int Month { get; set; }

    public SheetState State { get; set; } = SheetState.Draft;

    /// <summary>Why it was returned; empty otherwise.</summary>
    public string Reason { get; set; } = "";

    public DateOnly? SubmittedOn { get; set; }

    public int? SubmittedById { get; set; }

    public DateOnly? ApprovedOn { get; set; }

    public int? ApprovedById { get; set; }

    /// <summary>Until this day, inclusive, a locked sheet may be revised; null: it may not.</summary>
    public DateOnly? OpenUntil { get; set; }

    /// <summary>Why it was opened, and who decided; empty while it never was.</summary>
    public string OpenReason { get; set; } = "";

    public int Version { get; set; } = 1;

    public List<Observation> Observations { get; set; } = [];
}
