using Maoding.Domain.Audit;

namespace Maoding.Domain.Settling;

public enum CompletionState
{
    [Called("待核验")] Applied = 1,

    [Called("核验通过")] Verified = 2,

    [Called("核验未通过")] Refused = 3,
}

/// <summary>销号申请: the lead unit says that a row is done and by what it shows.</summary>
[Called("销号申请", Place = 140)]
public sealed class Completion : IVersioned, IAudited
{
    public int Id { get; set; }

    [Called("任务")] public int CommitmentId { get; set; }

    [Called("状态")] public CompletionState State { get; set; } = CompletionState.Applied;

    /// <summary>What shows that it is done: papers, figures, places.</summary>
    [Called("完成依据")] public required string Evidence { get; set; }

    [Called("申请日期")] public DateOnly AppliedOn { get; set; }

    [Called("申请人")] public int AppliedById { get; set; }

    /// <summary>The second unit asked to verify; null: the coordinator.</summary>
    [Called("核验单位")] public int? VerifierUnitId { get; set; }

    [Called("决定日期")] public DateOnly? DecidedOn { get; set; }

    [Called("决定人")] public int? DecidedById { get; set; }

    /// <summary>What was found on the spot, or why it is refused.</summary>
    [Called("核验情况")] public string Finding { get; set; } = "";

    public int Version { get; set; } = 1;
}

/// <summary>How a row was answered for when its year closed.</summary>
public enum SettlementKind
{
    [Called("完成")] Done = 1,

    /// <summary>结转: carried into the next year's ledger.</summary>
    [Called("结转下年")] Carried = 2,

    /// <summary>说明: not done, and why.</summary>
    [Called("说明")] Answered = 3,
}

/// <summary>交账建议: what a row's lead unit says became of it, until the coordinator decides; one a row.</summary>
[Called("交账建议", Place = 145)]
public sealed class SettlementProposal : IVersioned, IAudited
{
    public int Id { get; set; }

    [Called("任务")] public int CommitmentId { get; set; }

    [Called("建议去向")] public SettlementKind Kind { get; set; }

    [Called("说明")] public string Words { get; set; } = "";

    /// <summary>The unit that led the row then.</summary>
    [Called("单位")] public int UnitId { get; set; }

    [Called("提出日期")] public DateOnly ProposedOn { get; set; }

    [Called("提出人")] public int ProposedById { get; set; }

    public int Version { get; set; } = 1;
}

/// <summary>年底交账: the last word on a row of a year; one a row.</summary>
[Called("年底交账", Place = 150)]
public sealed class Settlement : IVersioned, IAudited
{
    public int Id { get; set; }

    [Called("任务")] public int CommitmentId { get; set; }

    [Called("类别")] public SettlementKind Kind { get; set; }

    [Called("说明")] public string Words { get; set; } = "";

    /// <summary>The row of the next year's ledger; for Carried.</summary>
    [Called("结转到")] public int? CarriedToId { get; set; }

    [Called("交账日期")] public DateOnly SettledOn { get; set; }

    [Called("交账人")] public int SettledById { get; set; }

    public int Version { get; set; } = 1;
}
