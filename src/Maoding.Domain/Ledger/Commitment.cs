using Maoding.Domain.Audit;
using Maoding.Domain.Lights;
using Maoding.Domain.Planning;
using Maoding.Domain.Progress;

namespace Maoding.Domain.Ledger;

/// <summary>A ledger row promises work or a figure.</summary>
public enum CommitmentKind
{
    [Called("任务")] Work = 1,

    [Called("指标")] Target = 2,
}

/// <summary>How the time of a row is set.</summary>
public enum DueKind
{
    [Called("未定")] None = 0,

    /// <summary>By a date.</summary>
    [Called("按日期")] Date = 1,

    /// <summary>全年持续: checked monthly, ends 31 December.</summary>
    [Called("全年持续")] AllYear = 2,
}

/// <summary>A ledger row, or a leaf of one: what was promised, who answers, by when.</summary>
[Called("任务", Place = 10)]
public sealed class Commitment : IVersioned, IAudited
{
    public int Id { get; set; }

    [Called("计划")] public int PlanId { get; set; }

    /// <summary>The row this leaf belongs to; null for a row.</summary>
    [Called("所属任务")] public int? ParentId { get; set; }

    /// <summary>True when it has no leaves: only leaves carry owners that count.</summary>
    [Called("末级")] public bool IsLeaf { get; set; } = true;

    /// <summary>31, or 31.2 for a leaf; empty while proposed.</summary>
    [Called("编号")] public string Number { get; set; } = "";

    /// <summary>Place in the ledger: rows by document and text, leaves right after their parent. Unique in its plan by (Order, Id).</summary>
    [Called("次序")] public int Order { get; set; }

    [Called("类别")] public CommitmentKind Kind { get; set; }

    [Called("状态")] public CommitmentState State { get; set; } = CommitmentState.Proposed;

    [Called("任务内容")] public required string Title { get; set; }

    /// <summary>One measure (举措) a line.</summary>
    [Called("举措")] public string Measures { get; set; } = "";

    /// <summary>The document and section of the first quote, for filters; null for a row without quote in a text.</summary>
    [Called("文件")] public int? DocumentId { get; set; }

    [Called("章节")] public int? SectionId { get; set; }

    [Called("牵头领导")] public int? LeaderPostId { get; set; }

    /// <summary>The jointly named leader of 党政双牵头.</summary>
    [Called("共同牵头领导")] public int? SecondLeaderPostId { get; set; }

    [Called("牵头单位")] public int? LeadUnitId { get; set; }

    [Called("时限类别")] public DueKind DueKind { get; set; }

    /// <summary>Inclusive; 31 December for AllYear; null only while DueKind is None.</summary>
    [Called("完成时限")] public DateOnly? Due { get; set; }

    /// <summary>The year and month of Due as yyyymm, 0 without; for the filter by month.</summary>
    public int DueMonth { get; set; }

    /// <summary>The words of the document that set the time; empty when it was given by people.</summary>
    [Called("时限原话")] public string DueWords { get; set; } = "";

    [Called("月度计划方式")] public PlanShape PlanShape { get; set; }

    /// <summary>Cumulative per mille at the end of months 1 to 12, separated by commas; empty until planned.</summary>
    [Called("月度计划")] public string MonthlyPlan { get; set; } = "";

    /// <summary>How often the lead unit reports.</summary>
    [Called("填报频次")] public Rhythm Rhythm { get; set; } = Rhythm.Month;

    /// <summary>责任科室 and the person inside the lead unit, as the unit wrote them.</summary>
    [Called("责任科室")] public string Office { get; set; } = "";

    [Called("责任人")] public string Handler { get; set; } = "";

    /// <summary>The last accepted share, 0 to 1000, kept beside the reports for lists; null before the first.</summary>
    [Called("完成进度（千分之）")] public int? Share { get; set; }

    /// <summary>The light shown of the last closed month, kept beside the months for lists.</summary>
    [Called("亮灯")] public Light Light { get; set; }

    /// <summary>The row of last year's ledger that this one carries on; null for most.</summary>
    [Called("结转自")] public int? CarriedFromId { get; set; }

    /// <summary>Why the row is in the ledger or out of it: the drop's or stop's reason.</summary>
    [Called("理由")] public string Reason { get; set; } = "";

    /// <summary>The row that took this one in; with Matched the row it is proposed to join.</summary>
    [Called("并入的任务")] public int? MergedIntoId { get; set; }

    /// <summary>其中: the target that this one is a part of. It relieves nobody: both are reported and judged by themselves.</summary>
    [Called("所属目标")] public int? WithinId { get; set; }

    [Called("与已有任务的关系")] public MatchKind Match { get; set; }

    /// <summary>The words that the proposed match shares, for the reader of the proposal.</summary>
    [Called("关系依据")] public string MatchGrounds { get; set; } = "";

    /// <summary>The reader's certainty 0–1000; 1000 for rows made by hand.</summary>
    [Called("把握")] public int Score { get; set; } = 1000;

    /// <summary>The rules and words behind the reader's proposal, one a line: rule TAB words.</summary>
    [Called("判断依据")] public string Evidence { get; set; } = "";

    /// <summary>The lead unit's functions as the reader ranked them, separated by 、, for suggestions.</summary>
    [Called("职能")] public string Functions { get; set; } = "";

    [Called("征求意见轮次")] public int? ConsultationId { get; set; }

    /// <summary>Whom the round asked before its last day was over, as u12,p3; only their silence is agreement. Empty before a round.</summary>
    [Called("征求的对象")] public string Asked { get; set; } = "";

    /// <summary>The batch it was issued with; null before.</summary>
    [Called("印发批次")] public int? IssueId { get; set; }

    public DateTime ChangedAt { get; set; }

    public int ChangedById { get; set; }

    public int Version { get; set; } = 1;

    public TargetFigure? Target { get; set; }

    public List<Quote> Quotes { get; set; } = [];

    public List<CoUnit> CoUnits { get; set; } = [];

    public List<Quantity> Quantities { get; set; } = [];

    public List<Milestone> Milestones { get; set; } = [];

    public List<CommitmentTheme> Themes { get; set; } = [];

    public List<Difference> Differences { get; set; } = [];
}

/// <summary>How a new finding relates to a row that is there already.</summary>
public enum MatchKind
{
    /// <summary>新.</summary>
    [Called("新增")] New = 0,

    [Called("同一件事")] Same = 1,

    [Called("其中一部分")] Narrower = 2,
}

/// <summary>The figure a target row promises.</summary>
[Called("指标")]
[Called("任务", Member = "CommitmentId")]
public sealed class TargetFigure
{
    /// <summary>地区生产总值.</summary>
    [Called("指标")] public required string Indicator { get; set; }

    /// <summary>The reader's kind of target in snake_case, as the corpus guide lists them: growth_at_least.</summary>
    [Called("比较方式")] public required string Kind { get; set; }

    /// <summary>As written: 7, 3—5, X where redacted; empty without a figure.</summary>
    [Called("数值")] public string Value { get; set; } = "";

    [Called("计量单位")] public string Unit { get; set; } = "";

    /// <summary>What it is compared with: 经济增长; empty when nothing.</summary>
    [Called("比较对象")] public string Partner { get; set; } = "";

    /// <summary>速度, 创新, 协调, 绿色, 开放, 共享; empty where unknown.</summary>
    [Called("方面")] public string Dimension { get; set; } = "";
}

/// <summary>Words of a document that promise a row. A span may feed several rows.</summary>
[Called("引文")]
public sealed class Quote
{
    public int Id { get; set; }

    [Called("任务")] public int CommitmentId { get; set; }

    [Called("文件")] public int DocumentId { get; set; }

    /// <summary>UTF-16 offset in the document's text.</summary>
    [Called("起始位置")] public int Start { get; set; }

    [Called("长度")] public int Length { get; set; }

    /// <summary>The number of the sentence in the document, from 1.</summary>
    [Called("第几句")] public int Sentence { get; set; }

    [Called("文字")] public required string Text { get; set; }

    /// <summary>The merged row that brought these words; null for the row's own. Undoing the merge takes them back.</summary>
    [Called("带来引文的任务")] public int? BroughtById { get; set; }
}

/// <summary>配合单位.</summary>
[Called("配合单位")]
public sealed class CoUnit
{
    [Called("任务")] public int CommitmentId { get; set; }

    [Called("单位")] public int UnitId { get; set; }

    /// <summary>From 1, as named.</summary>
    [Called("次序")] public int Order { get; set; }
}

/// <summary>A countable promise: 30 家.</summary>
[Called("数量")]
public sealed class Quantity
{
    public int Id { get; set; }

    [Called("任务")] public int CommitmentId { get; set; }

    [Called("名称")] public required string Name { get; set; }

    /// <summary>Up to six decimals.</summary>
    [Called("数值")] public decimal Value { get; set; }

    [Called("计量单位")] public required string Unit { get; set; }
}

/// <summary>节点: a dated step of a row.</summary>
[Called("节点")]
public sealed class Milestone
{
    public int Id { get; set; }

    [Called("任务")] public int CommitmentId { get; set; }

    [Called("名称")] public required string Name { get; set; }

    [Called("完成时限")] public DateOnly Due { get; set; }

    /// <summary>Share of the row, 1–1000; the weights of a row add up to anything, shares are taken of their sum.</summary>
    [Called("权重")] public int Weight { get; set; } = 1;
}

[Called("专题")]
public sealed class CommitmentTheme
{
    [Called("任务")] public int CommitmentId { get; set; }

    [Called("专题")] public int ThemeId { get; set; }
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
