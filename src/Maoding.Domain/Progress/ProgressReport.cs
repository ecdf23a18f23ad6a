using Maoding.Domain.Audit;

namespace Maoding.Domain.Progress;

/// <summary>进展填报: what a row's lead unit says of one period; one a row and period.</summary>
[Called("进展填报", Place = 70)]
public sealed class ProgressReport : IVersioned, IAudited
{
    public int Id { get; set; }

    /// <summary>A leaf.</summary>
    [Called("任务")] public int CommitmentId { get; set; }

    /// <summary>Key of the <see cref="Progress.Period"/>.</summary>
    [Called("填报期")] public int Period { get; set; }

    [Called("状态")] public ReportState State { get; set; } = ReportState.Draft;

    /// <summary>What was done.</summary>
    [Called("进展情况")] public string Done { get; set; } = "";

    [Called("存在问题")] public string Problems { get; set; } = "";

    [Called("下步打算")] public string NextStep { get; set; } = "";

    /// <summary>Share of the whole work done by the end of the period, 0 to 1000; null while nothing says it.</summary>
    [Called("完成进度（千分之）")] public int? Share { get; set; }

    /// <summary>The share was typed: the row has neither quantities nor milestones.</summary>
    [Called("进度由人填写")] public bool IsTyped { get; set; }

    /// <summary>Why the share is lower than the last accepted one, or why a number that was doubted stands; empty when nothing is odd.</summary>
    [Called("调低或异常的原因")] public string FallReason { get; set; } = "";

    /// <summary>Business date of the last submission; null before.</summary>
    [Called("提交日期")] public DateOnly? SubmittedOn { get; set; }

    [Called("提交人")] public int? SubmittedById { get; set; }

    [Called("签发日期")] public DateOnly? SignedOn { get; set; }

    [Called("签发人")] public int? SignedById { get; set; }

    /// <summary>The record by which somebody else than the head signed; null when the head did.</summary>
    [Called("委托")] public int? DelegationId { get; set; }

    /// <summary>Business date on which the coordinator accepted or returned it.</summary>
    [Called("决定日期")] public DateOnly? DecidedOn { get; set; }

    [Called("决定人")] public int? DecidedById { get; set; }

    /// <summary>Why it was returned last; kept after it was sent again.</summary>
    [Called("退回原因")] public string ReturnReason { get; set; } = "";

    /// <summary>How often it was returned.</summary>
    [Called("退回次数")] public int Returns { get; set; }

    public int Version { get; set; } = 1;

    public List<ReportedQuantity> Quantities { get; set; } = [];

    public List<ReportedMilestone> Milestones { get; set; } = [];

    public List<CoParagraph> Paragraphs { get; set; } = [];
}

/// <summary>A quantity's value reached by the end of the period, by the row's name and unit for it: rows' quantities are written anew by amendments.</summary>
[Called("完成数量")]
public sealed class ReportedQuantity
{
    public int Id { get; set; }

    [Called("填报")] public int ReportId { get; set; }

    [Called("名称")] public required string Name { get; set; }

    [Called("计量单位")] public required string Unit { get; set; }

    /// <summary>Cumulative since the start of the year; up to six decimals.</summary>
    [Called("数值")] public decimal Value { get; set; }
}

/// <summary>A milestone that was reached, by its name in the row.</summary>
[Called("完成节点")]
public sealed class ReportedMilestone
{
    public int Id { get; set; }

    [Called("填报")] public int ReportId { get; set; }

    [Called("名称")] public required string Name { get; set; }

    [Called("完成日期")] public DateOnly ReachedOn { get; set; }
}

/// <summary>A co-unit's part of the lead's report: asked for by the lead, written by the co-unit.</summary>
[Called("配合单位情况")]
public sealed class CoParagraph
{
    public int Id { get; set; }

    [Called("填报")] public int ReportId { get; set; }

    [Called("单位")] public int UnitId { get; set; }

    [Called("请写日期")] public DateOnly AskedOn { get; set; }

    /// <summary>Empty until written.</summary>
    [Called("文字")] public string Text { get; set; } = "";

    [Called("写成日期")] public DateOnly? WrittenOn { get; set; }

    [Called("写的人")] public int? WrittenById { get; set; }
}

/// <summary>委托签发: a unit's head lets somebody sign for a time.</summary>
[Called("委托签发", Place = 80)]
public sealed class SignDelegation : IVersioned, IAudited
{
    public int Id { get; set; }

    [Called("单位")] public int UnitId { get; set; }

    /// <summary>Who may sign.</summary>
    [Called("人员")] public int PersonId { get; set; }

    [Called("开始日期")] public DateOnly From { get; set; }

    /// <summary>The last day.</summary>
    [Called("结束日期")] public DateOnly To { get; set; }

    [Called("说明")] public string Note { get; set; } = "";

    [Called("反馈人")] public int GivenById { get; set; }

    /// <summary>Ended before its last day.</summary>
    [Called("提前终止日期")] public DateOnly? RevokedOn { get; set; }

    public int Version { get; set; } = 1;

    public bool Covers(DateOnly day) => From <= day && day <= To && (RevokedOn is null || day < RevokedOn);
}

/// <summary>批示: what a leader wrote on paper about a row, entered by the coordinator.</summary>
[Called("批示", Place = 90)]
public sealed class Instruction : IAudited
{
    public int Id { get; set; }

    [Called("任务")] public int CommitmentId { get; set; }

    [Called("岗位")] public int PostId { get; set; }

    [Called("批示日期")] public DateOnly GivenOn { get; set; }

    [Called("文字")] public required string Text { get; set; }

    /// <summary>The scan; null without one.</summary>
    [Called("原件")] public int? FileId { get; set; }

    [Called("录入人")] public int EnteredById { get; set; }
}

/// <summary>催办: somebody was called about reports that are missing.</summary>
[Called("催办", Place = 100)]
public sealed class ChaseCall : IAudited
{
    public int Id { get; set; }

    [Called("单位")] public int UnitId { get; set; }

    /// <summary>yyyymm whose reports were missing.</summary>
    [Called("月份")] public int Month { get; set; }

    [Called("催办日期")] public DateOnly CalledOn { get; set; }

    /// <summary>Who was spoken to.</summary>
    [Called("人员")] public int? PersonId { get; set; }

    /// <summary>How many reports were missing then.</summary>
    [Called("未报数")] public int Missing { get; set; }

    [Called("说明")] public string Note { get; set; } = "";

    [Called("催办人")] public int CalledById { get; set; }
}
