using Maoding.Domain.Lights;
using Maoding.Domain.Planning;
using Maoding.Domain.Progress;

namespace Maoding.Domain.Ledger;

/// <summary>A ledger row promises work or a figure.</summary>
public enum CommitmentKind
{
    /// <summary>任务.</summary>
    Work = 1,

    /// <summary>指标.</summary>
    Target = 2,
}

/// <summary>How the time of a row is set.</summary>
public enum DueKind
{
    None = 0,

    /// <summary>By a date.</summary>
    Date = 1,

    /// <summary>全年持续: checked monthly, ends 31 December.</summary>
    AllYear = 2,
}

/// <summary>A ledger row, or a leaf of one: what was promised, who answers, by when.</summary>
public sealed class Commitment : IVersioned, IAudited
{
    public int Id { get; set; }

    public int PlanId { get; set; }

    /// <summary>The row this leaf belongs to; null for a row.</summary>
    public int? ParentId { get; set; }

    /// <summary>True when it has no leaves: only leaves carry owners that count.</summary>
    public bool IsLeaf { get; set; } = true;

    /// <summary>31, or 31.2 for a leaf; empty while proposed.</summary>
    public string Number { get; set; } = "";

    /// <summary>Place in the ledger: rows by document and text, leaves right after their parent. Unique in its plan by (Order, Id).</summary>
    public int Order { get; set; }

    public CommitmentKind Kind { get; set; }

    public CommitmentState State { get; set; } = CommitmentState.Proposed;

    public required string Title { get; set; }

    /// <summary>One measure (举措) a line.</summary>
    public string Measures { get; set; } = "";

    /// <summary>The document and section of the first quote, for filters; null for a row without quote in a text.</summary>
    public int? DocumentId { get; set; }

    public int? SectionId { get; set; }

    public int? LeaderPostId { get; set; }

    /// <summary>The jointly named leader of 党政双牵头.</summary>
    public int? SecondLeaderPostId { get; set; }

    public int? LeadUnitId { get; set; }

    public DueKind DueKind { get; set; }

    /// <summary>Inclusive; 31 December for AllYear; null only while DueKind is None.</summary>
    public DateOnly? Due { get; set; }

    /// <summary>The year and month of Due as yyyymm, 0 without; for the filter by month.</summary>
    public int DueMonth { get; set; }

    /// <summary>The words of the document that set the time; empty when it was given by people.</summary>
    public string DueWords { get; set; } = "";

    public PlanShape PlanShape { get; set; }

    /// <summary>Cumulative per mille at the end of months 1 to 12, separated by commas; empty until planned.</summary>
    public string MonthlyPlan { get; set; } = "";

    /// <summary>How often the lead unit reports.</summary>
    public Rhythm Rhythm { get; set; } = Rhythm.Month;

    /// <summary>责任科室 and the person inside the lead unit, as the unit wrote them.</summary>
    public string Office { get; set; } = "";

    public string Handler { get; set; } = "";

    /// <summary>The last accepted share, 0 to 1000, kept beside the reports for lists; null before the first.</summary>
    public int? Share { get; set; }

    /// <summary>The light shown of the last closed month, kept beside the months for lists.</summary>
    public Light Light { get; set; }

    /// <summary>The row of last year's ledger that this one carries on; null for most.</summary>
    public int? CarriedFromId { get; set; }

    /// <summary>Why the row is in the ledger or out of it: the drop's or stop's reason.</summary>
    public string Reason { get; set; } = "";

    /// <summary>The row that took this one in; with Matched the row it is proposed to join.</summary>
    public int? MergedIntoId { get; set; }

    public MatchKind Match { get; set; }

    /// <summary>The words that the proposed match shares, for the reader of the proposal.</summary>
    public string MatchGrounds { get; set; } = "";

    /// <summary>The reader's certainty 0–1000; 1000 for rows made by hand.</summary>
    public int Score { get; set; } = 1000;

    /// <summary>The rules and words behind the reader's proposal, one a line: rule TAB words.</summary>
    public string Evidence { get; set; } = "";

    /// <summary>The lead unit's functions as the reader ranked them, separated by 、, for suggestions.</summary>
    public string Functions { get; set; } = "";

    public int? ConsultationId { get; set; }

    /// <summary>Whom the round asked before its last day was over, as u12,p3; only their silence is agreement. Empty before a round.</summary>
    public string Asked { get; set; } = "";

    /// <summary>The batch it was issued with; null before.</summary>
    public int? IssueId { get; set; }

    public DateTime ChangedAt { get; set; }

    public int ChangedById { get; set; }

    public int Version { get; set; } = 1;

    public TargetFigure? Target { get; set; }

    public List<Quote> Quotes { get; set; } = [];

    public List<CoUnit> CoUnits { get; set; } = [];

    public List<Quantity> Quantities { get; set; } = [];

    public List<Milestone> Milestones { get; set; } = [];

    public List<CommitmentTheme> Themes { get; set; } = [];
}

/// <summary>How a new finding relates to a row that is there already.</summary>
public enum MatchKind
{
    /// <summary>新.</summary>
    New = 0,

    /// <summary>同一件事.</summary>
    Same = 1,

    /// <summary>其中一部分.</summary>
    Narrower = 2,
}

/// <summary>The figure a target row promises.</summary>
public sealed class TargetFigure
{
    /// <summary>地区生产总值.</summary>
    public required string Indicator { get; set; }

    /// <summary>The reader's kind of target in snake_case, as the corpus guide lists them: growth_at_least.</summary>
    public required string Kind { get; set; }

    /// <summary>As written: 7, 3—5, X where redacted; empty without a figure.</summary>
    public string Value { get; set; } = "";

    public string Unit { get; set; } = "";

    /// <summary>What it is compared with: 经济增长; empty when nothing.</summary>
    public string Partner { get; set; } = "";

    /// <summary>速度, 创新, 协调, 绿色, 开放, 共享; empty where unknown.</summary>
    public string Dimension { get; set; } = "";
}

/// <summary>Words of a document that promise a row. A span may feed several rows.</summary>
public sealed class Quote
{
    public int Id { get; set; }

    public int CommitmentId { get; set; }

    public int DocumentId { get; set; }

    /// <summary>UTF-16 offset in the document's text.</summary>
    public int Start { get; set; }

    public int Length { get; set; }

    /// <summary>The number of the sentence in the document, from 1.</summary>
    public int Sentence { get; set; }

    public required string Text { get; set; }

    /// <summary>The merged row that brought these words; null for the row's own. Undoing the merge takes them back.</summary>
    public int? BroughtById { get; set; }
}

/// <summary>配合单位.</summary>
public sealed class CoUnit
{
    public int CommitmentId { get; set; }

    public int UnitId { get; set; }

    /// <summary>From 1, as named.</summary>
    public int Order { get; set; }
}

/// <summary>A countable promise: 30 家.</summary>
public sealed class Quantity
{
    public int Id { get; set; }

    public int CommitmentId { get; set; }

    public required string Name { get; set; }

    /// <summary>Up to six decimals.</summary>
    public decimal Value { get; set; }

    public required string Unit { get; set; }
}

/// <summary>节点: a dated step of a row.</summary>
public sealed class Milestone
{
    public int Id { get; set; }

    public int CommitmentId { get; set; }

    public required string Name { get; set; }

    public DateOnly Due { get; set; }

    /// <summary>Share of the row, 1–1000; the weights of a row add up to anything, shares are taken of their sum.</summary>
    public int Weight { get; set; } = 1;
}

public sealed class CommitmentTheme
{
    public int CommitmentId { get; set; }

    public int ThemeId { get; set; }
}

/// <summary>Autosaved edits of one row by one person in one sitting: one audit entry when it ends.</summary>
public sealed class DraftEdit
{
    public int Id { get; set; }

    public int CommitmentId { get; set; }

    public int AccountId { get; set; }

    /// <summary>Name with post of who edits, for the entry.</summary>
    public required string Actor { get; set; }

    /// <summary>The row's values when the sitting began, as audit text.</summary>
    public required string Before { get; set; }

    public DateTime StartedAt { get; set; }

    public DateTime LastAt { get; set; }
}
