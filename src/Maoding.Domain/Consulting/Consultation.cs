namespace Maoding.Domain.Consulting;

/// <summary>One round of asking units and leaders about draft rows; silence until the end of <see cref="Until"/> is agreement.</summary>
public sealed class Consultation : IVersioned, IAudited
{
    public int Id { get; set; }

    public int PlanId { get; set; }

    /// <summary>From 1 in its plan.</summary>
    public int Round { get; set; }

    public DateOnly StartedOn { get; set; }

    /// <summary>The last day for answers, inclusive, on the business date.</summary>
    public DateOnly Until { get; set; }

    /// <summary>A word to the units; empty when there is none.</summary>
    public string Note { get; set; } = "";

    public DateOnly? ClosedOn { get; set; }

    public int Version { get; set; } = 1;
}

public enum OpinionKind
{
    /// <summary>同意.</summary>
    Agree = 1,

    /// <summary>建议改牵头单位.</summary>
    OtherLead = 2,

    /// <summary>建议增减配合单位.</summary>
    OtherCoUnits = 3,

    /// <summary>建议改时限.</summary>
    OtherTime = 4,

    /// <summary>填报数量和月度计划.</summary>
    FillIn = 5,
}

public enum OpinionState
{
    /// <summary>待定: the coordinator has not decided.</summary>
    Open = 1,

    /// <summary>采纳.</summary>
    Accepted = 2,

    /// <summary>不采纳.</summary>
    Rejected = 3,

    /// <summary>报请领导裁定: a disputed lead.</summary>
    Escalated = 4,

    /// <summary>撤回 by the one who gave it.</summary>
    Withdrawn = 5,
}

/// <summary>What a unit or leader answered about one row; it stays on the row for good.</summary>
public sealed class Opinion : IVersioned, IAudited
{
    public int Id { get; set; }

    public int ConsultationId { get; set; }

    public int CommitmentId { get; set; }

    /// <summary>The answering unit; null when a leader answers.</summary>
    public int? UnitId { get; set; }

    /// <summary>The answering leader's post; null when a unit answers.</summary>
    public int? PostId { get; set; }

    public OpinionKind Kind { get; set; }

    public OpinionState State { get; set; } = OpinionState.Open;

    /// <summary>The unit proposed as lead.</summary>
    public int? ProposedUnitId { get; set; }

    /// <summary>Ids of the co-units proposed, separated by commas.</summary>
    public string ProposedCoUnits { get; set; } = "";

    public DateOnly? ProposedDue { get; set; }

    /// <summary>Proposed cumulative per mille by month, as Commitment.MonthlyPlan; empty when none.</summary>
    public string ProposedPlan { get; set; } = "";

    /// <summary>Proposed quantities, a line each: name TAB value TAB unit.</summary>
    public string ProposedQuantities { get; set; } = "";

    /// <summary>依据; obligatory unless it agrees.</summary>
    public string Grounds { get; set; } = "";

    public int GivenById { get; set; }

    public DateTime GivenAt { get; set; }

    /// <summary>What the coordinator wrote when passing the dispute to the row's leader; empty when it was not passed on.</summary>
    public string EscalationNote { get; set; } = "";

    public int? EscalatedById { get; set; }

    public DateTime? EscalatedAt { get; set; }

    public int? DecidedById { get; set; }

    public DateTime? DecidedAt { get; set; }

    public string DecisionNote { get; set; } = "";

    public int Version { get; set; } = 1;
}
