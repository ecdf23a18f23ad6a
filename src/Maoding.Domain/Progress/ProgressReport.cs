namespace Maoding.Domain.Progress;

/// <summary>进展填报: what a row's lead unit says of one period; one a row and period.</summary>
public sealed class ProgressReport : IVersioned, IAudited
{
    public int Id { get; set; }

    /// <summary>A leaf.</summary>
    public int CommitmentId { get; set; }

    /// <summary>Key of the <see cref="Progress.Period"/>.</summary>
    public int Period { get; set; }

    public ReportState State { get; set; } = ReportState.Draft;

    /// <summary>What was done.</summary>
    public string Done { get; set; } = "";

    public string Problems { get; set; } = "";

    public string NextStep { get; set; } = "";

    /// <summary>Share of the whole work done by the end of the period, 0 to 1000; null while nothing says it.</summary>
    public int? Share { get; set; }

    /// <summary>The share was typed: the row has neither quantities nor milestones.</summary>
    public bool IsTyped { get; set; }

    /// <summary>Why the share is lower than the last accepted one; empty when it is not.</summary>
    public string FallReason { get; set; } = "";

    /// <summary>Business date of the last submission; null before.</summary>
    public DateOnly? SubmittedOn { get; set; }

    public int? SubmittedById { get; set; }

    public DateOnly? SignedOn { get; set; }

    public int? SignedById { get; set; }

    /// <summary>The record by which somebody else than the head signed; null when the head did.</summary>
    public int? DelegationId { get; set; }

    /// <summary>Business date on which the coordinator accepted or returned it.</summary>
    public DateOnly? DecidedOn { get; set; }

    public int? DecidedById { get; set; }

    /// <summary>Why it was returned last; kept after it was sent again.</summary>
    public string ReturnReason { get; set; } = "";

    /// <summary>How often it was returned.</summary>
    public int Returns { get; set; }

    public int Version { get; set; } = 1;

    public List<ReportedQuantity> Quantities { get; set; } = [];

    public List<ReportedMilestone> Milestones { get; set; } = [];

    public List<CoParagraph> Paragraphs { get; set; } = [];
}

/// <summary>A quantity's value reached by the end of the period, by the row's name and unit for it: rows' quantities are written anew by amendments.</summary>
public sealed class ReportedQuantity
{
    public int Id { get; set; }

    public int ReportId { get; set; }

    public required string Name { get; set; }

    public required string Unit { get; set; }

    /// <summary>Cumulative since the start of the year; up to six decimals.</summary>
    public decimal Value { get; set; }
}

/// <summary>A milestone that was reached, by its name in the row.</summary>
public sealed class ReportedMilestone
{
    public int Id { get; set; }

    public int ReportId { get; set; }

    public required string Name { get; set; }

    public DateOnly ReachedOn { get; set; }
}

/// <summary>A co-unit's part of the lead's report: asked for by the lead, written by the co-unit.</summary>
public sealed class CoParagraph
{
    public int Id { get; set; }

    public int ReportId { get; set; }

    public int UnitId { get; set; }

    public DateOnly AskedOn { get; set; }

    /// <summary>Empty until written.</summary>
    public string Text { get; set; } = "";

    public DateOnly? WrittenOn { get; set; }

    public int? WrittenById { get; set; }
}

/// <summary>委托签发: a unit's head lets somebody sign for a time.</summary>
public sealed class SignDelegation : IVersioned, IAudited
{
    public int Id { get; set; }

    public int UnitId { get; set; }

    /// <summary>Who may sign.</summary>
    public int PersonId { get; set; }

    public DateOnly From { get; set; }

    /// <summary>The last day.</summary>
    public DateOnly To { get; set; }

    public string Note { get; set; } = "";

    public int GivenById { get; set; }

    /// <summary>Ended before its last day.</summary>
    public DateOnly? RevokedOn { get; set; }

    public int Version { get; set; } = 1;

    public bool Covers(DateOnly day) => From <= day && day <= To && (RevokedOn is null || day < RevokedOn);
}

/// <summary>批示: what a leader wrote on paper about a row, entered by the coordinator.</summary>
public sealed class Instruction : IAudited
{
    public int Id { get; set; }

    public int CommitmentId { get; set; }

    public int PostId { get; set; }

    public DateOnly GivenOn { get; set; }

    public required string Text { get; set; }

    /// <summary>The scan; null without one.</summary>
    public int? FileId { get; set; }

    public int EnteredById { get; set; }
}

/// <summary>催办: somebody was called about reports that are missing.</summary>
public sealed class ChaseCall : IAudited
{
    public int Id { get; set; }

    public int UnitId { get; set; }

    /// <summary>yyyymm whose reports were missing.</summary>
    public int Month { get; set; }

    public DateOnly CalledOn { get; set; }

    /// <summary>Who was spoken to.</summary>
    public int? PersonId { get; set; }

    /// <summary>How many reports were missing then.</summary>
    public int Missing { get; set; }

    public string Note { get; set; } = "";

    public int CalledById { get; set; }
}
