using Maoding.Domain.Audit;

namespace Maoding.Domain.Consulting;

/// <summary>One round of asking units and leaders about draft rows; silence until the end of <see cref="Until"/> is agreement.</summary>
[Called("征求意见", Place = 30)]
public sealed class Consultation : IVersioned, IAudited
{
    public int Id { get; set; }

    [Called("计划")] public int PlanId { get; set; }

    /// <summary>From 1 in its plan.</summary>
    [Called("轮次")] public int Round { get; set; }

    [Called("开始日期")] public DateOnly StartedOn { get; set; }

    /// <summary>The last day for answers, inclusive, on the business date.</summary>
    [Called("截止日期")] public DateOnly Until { get; set; }

    /// <summary>A word to the units; empty when there is none.</summary>
    [Called("说明")] public string Note { get; set; } = "";

    [Called("结束日期")] public DateOnly? ClosedOn { get; set; }

    public int Version { get; set; } = 1;
}

public enum OpinionKind
{
    [Called("同意")] Agree = 1,

    [Called("建议改牵头单位")] OtherLead = 2,

    /// <summary>建议增减配合单位.</summary>
    [Called("建议改配合单位")] OtherCoUnits = 3,

    [Called("建议改时限")] OtherTime = 4,

    [Called("填报数量和月度计划")] FillIn = 5,

    [Called("建议改表述")] OtherWording = 6,

    [Called("建议改目标值")] OtherTarget = 7,

    [Called("建议改牵头领导")] OtherLeader = 8,

    /// <summary>Free text that proposes no change of a field.</summary>
    [Called("其他意见")] Remark = 9,
}

public enum OpinionState
{
    /// <summary>待定: the coordinator has not decided.</summary>
    [Called("待定")] Open = 1,

    [Called("采纳")] Accepted = 2,

    [Called("不采纳")] Rejected = 3,

    /// <summary>报请领导裁定: a disputed lead.</summary>
    [Called("报请领导裁定")] Escalated = 4,

    /// <summary>撤回 by the one who gave it.</summary>
    [Called("已撤回")] Withdrawn = 5,

    /// <summary>待签发: written by a unit's clerk; its head has not sent it.</summary>
    [Called("待签发")] ToSign = 6,

    /// <summary>Written by a clerk and never sent: taken back, replaced, or not signed in time.</summary>
    [Called("未报出")] Unsent = 7,
}

/// <summary>What a unit or leader answered about one row; it stays on the row for good.</summary>
[Called("反馈意见", Place = 20)]
public sealed class Opinion : IVersioned, IAudited
{
    public int Id { get; set; }

    [Called("征求意见轮次")] public int ConsultationId { get; set; }

    [Called("任务")] public int CommitmentId { get; set; }

    /// <summary>The answering unit; null when a leader answers.</summary>
    [Called("单位")] public int? UnitId { get; set; }

    /// <summary>The answering leader's post; null when a unit answers.</summary>
    [Called("岗位")] public int? PostId { get; set; }

    [Called("类别")] public OpinionKind Kind { get; set; }

    [Called("状态")] public OpinionState State { get; set; } = OpinionState.Open;

    /// <summary>The unit proposed as lead.</summary>
    [Called("建议的牵头单位")] public int? ProposedUnitId { get; set; }

    /// <summary>Ids of the co-units proposed, separated by commas.</summary>
    [Called("建议的配合单位")] public string ProposedCoUnits { get; set; } = "";

    /// <summary>The leader's post proposed.</summary>
    [Called("建议的牵头领导")] public int? ProposedPostId { get; set; }

    /// <summary>The wording or the target's value proposed; empty for other kinds.</summary>
    [Called("建议的表述或目标值")] public string ProposedText { get; set; } = "";

    [Called("建议的时限")] public DateOnly? ProposedDue { get; set; }

    /// <summary>Proposed cumulative per mille by month, as Commitment.MonthlyPlan; empty when none.</summary>
    [Called("建议的月度计划")] public string ProposedPlan { get; set; } = "";

    /// <summary>Proposed quantities, a line each: name TAB value TAB unit.</summary>
    [Called("填报的数量")] public string ProposedQuantities { get; set; } = "";

    /// <summary>依据; obligatory unless it agrees.</summary>
    [Called("理由依据")] public string Grounds { get; set; } = "";

    [Called("反馈人")] public int GivenById { get; set; }

    [Called("反馈时间")] public DateTime GivenAt { get; set; }

    /// <summary>Who signed for the unit; null for a leader's own, for silence, and where the unit has no head in office.</summary>
    [Called("签发人")] public int? SignedById { get; set; }

    [Called("签发时间")] public DateTime? SignedAt { get; set; }

    /// <summary>What the coordinator wrote when passing the dispute to the row's leader; empty when it was not passed on.</summary>
    [Called("报请说明")] public string EscalationNote { get; set; } = "";

    [Called("报请人")] public int? EscalatedById { get; set; }

    [Called("报请时间")] public DateTime? EscalatedAt { get; set; }

    [Called("决定人")] public int? DecidedById { get; set; }

    [Called("决定时间")] public DateTime? DecidedAt { get; set; }

    [Called("决定说明")] public string DecisionNote { get; set; } = "";

    /// <summary>It was sent and not taken back: whoever gave it has answered.</summary>
    public bool IsHeard => State is OpinionState.Open or OpinionState.Accepted or OpinionState.Rejected or OpinionState.Escalated;

    public int Version { get; set; } = 1;
}
