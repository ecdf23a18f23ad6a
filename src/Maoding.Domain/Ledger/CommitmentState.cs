using Maoding.Domain.Access;
using Maoding.Domain.Audit;

namespace Maoding.Domain.Ledger;

/// <summary>Where a ledger row stands. The order of the numbers is the order of the life cycle.</summary>
public enum CommitmentState
{
    /// <summary>待确认: the reader proposes it.</summary>
    [Called("待确认")] Proposed = 0,

    [Called("不列入")] Dropped = 1,

    /// <summary>已并入另一项.</summary>
    [Called("已并入")] Merged = 2,

    [Called("草稿")] Draft = 10,

    [Called("征求意见")] Consulting = 20,

    [Called("意见已定")] Consulted = 25,

    [Called("已印发")] Issued = 30,

    [Called("推进中")] InProgress = 40,

    [Called("申请销号")] CompletionApplied = 50,

    [Called("已核验")] Verified = 60,

    [Called("已销号")] Done = 70,

    /// <summary>停办: by decision only.</summary>
    [Called("停办")] Stopped = 80,
}

/// <summary>A move in a row's life; its name is on the button.</summary>
public enum CommitmentMove
{
    /// <summary>采纳.</summary>
    Accept = 1,

    /// <summary>不列入.</summary>
    Drop,

    /// <summary>并入.</summary>
    Merge,

    /// <summary>恢复为待确认.</summary>
    Restore,

    /// <summary>征求意见.</summary>
    Consult,

    /// <summary>结束征求意见.</summary>
    EndConsultation,

    /// <summary>退回草稿.</summary>
    Reopen,

    /// <summary>印发.</summary>
    Issue,

    /// <summary>停办.</summary>
    Stop,

    /// <summary>开始推进: with the first accepted report.</summary>
    Start,

    /// <summary>申请销号.</summary>
    ApplyCompletion,

    /// <summary>核验通过.</summary>
    Verify,

    /// <summary>核验未通过.</summary>
    RefuseCompletion,

    /// <summary>销号.</summary>
    Close,

    /// <summary>恢复推进: it was settled too early.</summary>
    Resume,
}

/// <summary>The one table of legal moves of a ledger row; pages draw their buttons from it.</summary>
public static class CommitmentMoves
{
    public static LifeCycle<CommitmentState, CommitmentMove> Table { get; } = new("这一项", "LED001", NameOf,
    [
        new(CommitmentMove.Accept, "采纳", CommitmentState.Proposed, CommitmentState.Draft, Permission.ReviewFindings),
        new(CommitmentMove.Drop, "不列入", CommitmentState.Proposed, CommitmentState.Dropped, Permission.ReviewFindings),
        new(CommitmentMove.Drop, "不列入", CommitmentState.Draft, CommitmentState.Dropped, Permission.ReviewFindings),
        new(CommitmentMove.Merge, "并入", CommitmentState.Proposed, CommitmentState.Merged, Permission.ReviewFindings),
        new(CommitmentMove.Merge, "并入", CommitmentState.Draft, CommitmentState.Merged, Permission.ReviewFindings),
        new(CommitmentMove.Restore, "恢复", CommitmentState.Dropped, CommitmentState.Proposed, Permission.ReviewFindings),
        new(CommitmentMove.Restore, "退回待确认", CommitmentState.Draft, CommitmentState.Proposed, Permission.ReviewFindings),
        new(CommitmentMove.Restore, "撤销并入", CommitmentState.Merged, CommitmentState.Proposed, Permission.ReviewFindings),
        new(CommitmentMove.Consult, "征求意见", CommitmentState.Draft, CommitmentState.Consulting, Permission.StartConsultation),
        new(CommitmentMove.EndConsultation, "结束征求意见", CommitmentState.Consulting, CommitmentState.Consulted, Permission.StartConsultation),
        new(CommitmentMove.Reopen, "退回草稿", CommitmentState.Consulting, CommitmentState.Draft, Permission.StartConsultation),
        new(CommitmentMove.Reopen, "退回草稿", CommitmentState.Consulted, CommitmentState.Draft, Permission.StartConsultation),
        new(CommitmentMove.Issue, "印发", CommitmentState.Draft, CommitmentState.Issued, Permission.IssueLedger),
        new(CommitmentMove.Issue, "印发", CommitmentState.Consulted, CommitmentState.Issued, Permission.IssueLedger),
        new(CommitmentMove.Stop, "停办", CommitmentState.Issued, CommitmentState.Stopped, Permission.AmendRow),
        new(CommitmentMove.Stop, "停办", CommitmentState.InProgress, CommitmentState.Stopped, Permission.AmendRow),
        new(CommitmentMove.Start, "开始推进", CommitmentState.Issued, CommitmentState.InProgress, Permission.ReviewReports),
        new(CommitmentMove.ApplyCompletion, "申请销号", CommitmentState.InProgress, CommitmentState.CompletionApplied, Permission.ApplyCompletion),
        new(CommitmentMove.RefuseCompletion, "核验未通过", CommitmentState.CompletionApplied, CommitmentState.InProgress, Permission.VerifyCompletion),
        new(CommitmentMove.Verify, "核验通过", CommitmentState.CompletionApplied, CommitmentState.Verified, Permission.VerifyCompletion),
        new(CommitmentMove.Close, "销号", CommitmentState.Verified, CommitmentState.Done, Permission.VerifyCompletion),
        new(CommitmentMove.Resume, "恢复推进", CommitmentState.Verified, CommitmentState.InProgress, Permission.VerifyCompletion),
        new(CommitmentMove.Resume, "恢复推进", CommitmentState.Done, CommitmentState.InProgress, Permission.VerifyCompletion),
    ]);

    /// <summary>Adopted and not in force yet: such rows are assigned and changed without a decision.</summary>
    public static bool IsOpen(CommitmentState state) => state is >= CommitmentState.Draft and < CommitmentState.Issued;

    public static string NameOf(CommitmentState state) => ChoiceWords.Of(state);
}
