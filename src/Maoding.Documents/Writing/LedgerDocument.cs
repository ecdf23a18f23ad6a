namespace Maoding.Documents.Writing;

/// <summary>What is written to a file: a year's targets, commitments, themes and matters to check, in plain words.</summary>
public sealed record LedgerDocument
{
    /// <summary>The heading of the file, without the year's ledger words added.</summary>
    public required string Title { get; init; }

    /// <summary>The document it was taken from.</summary>
    public required string SourceTitle { get; init; }

    /// <summary>Null when the source names no year.</summary>
    public int? PlanYear { get; init; }

    public IReadOnlyList<LedgerSection> Sections { get; init; } = [];

    public IReadOnlyList<LedgerTarget> Targets { get; init; } = [];

    public IReadOnlyList<LedgerTheme> Themes { get; init; } = [];

    public IReadOnlyList<LedgerReview> Reviews { get; init; } = [];

    /// <summary>Set for the plan as an official paper (任务分解方案): then <see cref="Title"/> stands alone at its head.</summary>
    public LedgerPaper? Paper { get; init; }

    public int CommitmentCount => Sections.Sum(section => section.Commitments.Count);
}

/// <summary>The commitments of one section.</summary>
/// <param name="Path">Headings from the outermost to this one; empty for commitments before the first heading.</param>
public sealed record LedgerSection(string Path, IReadOnlyList<LedgerCommitment> Commitments);

/// <summary>What makes the plan an official paper after GB/T 9704-2012, as the attachment (附件) of the document that issues it.</summary>
/// <param name="Mark">Top left of the first page: 附件, or 云办发〔2026〕3号附件 where it is bound apart; empty for none.</param>
/// <param name="Note">Under the title in brackets: 征求意见稿; empty for none.</param>
/// <param name="Opening">The paragraph before the table.</param>
/// <param name="Organ">Who issues it, for the 版记; empty leaves the 版记 out.</param>
/// <param name="Date">The date in the 版记; null while it is not issued.</param>
/// <param name="ShowsPlan">With a column for the monthly plan.</param>
public sealed record LedgerPaper(string Mark, string Note, string Opening, string Organ, DateOnly? Date, bool ShowsPlan)
{
    /// <summary>The document that issues it, to be bound before it; null where it stands apart.</summary>
    public OfficialPaper? Notice { get; init; }
}

/// <summary>One row of the ledger.</summary>
/// <param name="Deadline">The last day; null for 全年 and for none.</param>
/// <param name="DeadlineWords">As the source says it; empty when it says nothing.</param>
/// <param name="Place">Where the quote stands in the original: 第12段.</param>
/// <param name="Remark">What a person should know about this row; usually empty.</param>
public sealed record LedgerCommitment(
    string Number,
    string Title,
    IReadOnlyList<string> Measures,
    IReadOnlyList<string> Leaders,
    IReadOnlyList<string> Leads,
    IReadOnlyList<string> CoUnits,
    string DeadlineWords,
    DateOnly? Deadline,
    string Quote,
    string Place,
    string Remark = "")
{
    /// <summary>It belongs to the row before it: 31.2.</summary>
    public bool IsLeaf { get; init; }

    /// <summary>Its leaves follow and carry the owners.</summary>
    public bool HasLeaves { get; init; }

    /// <summary>The monthly plan: twelve cumulative values in per mille; empty without one.</summary>
    public IReadOnlyList<int> MonthlyPlan { get; init; } = [];

    /// <summary>What is counted: 幼儿园3所.</summary>
    public IReadOnlyList<string> Quantities { get; init; } = [];
}

/// <summary>One expected result. <paramref name="Kind"/> is in Chinese (增长不低于), <paramref name="Value"/> a figure, a range or X.</summary>
public sealed record LedgerTarget(int Number, string Name, string Dimension, string Kind, string Value, string Unit, string Quote, string Place);

/// <summary>A named set of strands; <paramref name="Members"/> is empty where the source does not list them.</summary>
public sealed record LedgerTheme(int Number, string Name, IReadOnlyList<string> Members, string Quote, string Place);

/// <summary>Something a person has to look at: what (<paramref name="Matter"/>) and why.</summary>
public sealed record LedgerReview(int Number, string Matter, string Reason, string Quote, string Place);
