namespace Maoding.Domain.Ledger;

/// <summary>Where a ledger row stands. The order of the numbers is the order of the life cycle.</summary>
public enum CommitmentState
{
    /// <summary>待确认: the reader proposes it.</summary>
    Proposed = 0,

    /// <summary>不列入.</summary>
    Dropped = 1,

    /// <summary>已并入另一项.</summary>
    Merged = 2,

    /// <summary>草稿.</summary>
    Draft = 10,

    /// <summary>征求意见.</summary>
    Consulting = 20,

    /// <summary>意见已定.</summary>
    Consulted = 25,

    /// <summary>已印发.</summary>
    Issued = 30,

    /// <summary>推进中.</summary>
    InProgress = 40,

    /// <summary>申请销号.</summary>
    CompletionApplied = 50,

    /// <summary>已核验.</summary>
    Verified = 60,

    /// <summary>已销号.</summary>
    Done = 70,

    /// <summary>停办: by decision only.</summary>
    Stopped = 80,
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
    private static readonly (CommitmentMove Move, string Name, CommitmentState From, CommitmentState To)[] Table =
    [
        (CommitmentMove.Accept, "采纳", CommitmentState.Proposed, CommitmentState.Draft),
        (CommitmentMove.Drop, "不列入", CommitmentState.Proposed, CommitmentState.Dropped),
        (CommitmentMove.Drop, "不列入", CommitmentState.Draft, CommitmentState.Dropped),
        (CommitmentMove.Merge, "并入", CommitmentState.Proposed, CommitmentState.Merged),
        (CommitmentMove.Merge, "并入", CommitmentState.Draft, CommitmentState.Merged),
        (CommitmentMove.Restore, "恢复", CommitmentState.Dropped, CommitmentState.Proposed),
        (CommitmentMove.Restore, "退回待确认", CommitmentState.Draft, CommitmentState.Proposed),
        (CommitmentMove.Restore, "撤销并入", CommitmentState.Merged, CommitmentState.Proposed),
        (CommitmentMove.Consult, "征求意见", CommitmentState.Draft, CommitmentState.Consulting),
        (CommitmentMove.EndConsultation, "结束征求意见", CommitmentState.Consulting, CommitmentState.Consulted),
        (CommitmentMove.Reopen, "退回草稿", CommitmentState.Consulting, CommitmentState.Draft),
        (CommitmentMove.Reopen, "退回草稿", CommitmentState.Consulted, CommitmentState.Draft),
        (CommitmentMove.Issue, "印发", CommitmentState.Draft, CommitmentState.Issued),
        (CommitmentMove.Issue, "印发", CommitmentState.Consulted, CommitmentState.Issued),
        (CommitmentMove.Stop, "停办", CommitmentState.Issued, CommitmentState.Stopped),
        (CommitmentMove.Stop, "停办", CommitmentState.InProgress, CommitmentState.Stopped),
        (CommitmentMove.Start, "开始推进", CommitmentState.Issued, CommitmentState.InProgress),
        (CommitmentMove.ApplyCompletion, "申请销号", CommitmentState.InProgress, CommitmentState.CompletionApplied),
        (CommitmentMove.RefuseCompletion, "核验未通过", CommitmentState.CompletionApplied, CommitmentState.InProgress),
        (CommitmentMove.Verify, "核验通过", CommitmentState.CompletionApplied, CommitmentState.Verified),
        (CommitmentMove.Close, "销号", CommitmentState.Verified, CommitmentState.Done),
        (CommitmentMove.Resume, "恢复推进", CommitmentState.Verified, CommitmentState.InProgress),
        (CommitmentMove.Resume, "恢复推进", CommitmentState.Done, CommitmentState.InProgress),
    ];

    /// <summary>Adopted and not in force yet: such rows are assigned and changed without a decision.</summary>
    public static bool IsOpen(CommitmentState state) => state is >= CommitmentState.Draft and < CommitmentState.Issued;

    public static bool Allowed(CommitmentState from, CommitmentMove move) =>
        Table.Any(row => row.From == from && row.Move == move);

    /// <summary>The moves open from a state, in the order of buttons.</summary>
    public static IEnumerable<(CommitmentMove Move, string Name)> From(CommitmentState state) =>
        Table.Where(row => row.From == state).Select(row => (row.Move, row.Name));

    /// <summary>The state after a move.</summary>
    /// <exception cref="RefusalException">LED001: the move is not legal from there.</exception>
    public static CommitmentState After(CommitmentState from, CommitmentMove move)
    {
        foreach (var row in Table)
            if (row.From == from && row.Move == move) return row.To;
        var name = Table.First(row => row.Move == move).Name;
        throw new RefusalException("LED001", $"这一项现在是“{NameOf(from)}”，不能{name}。请刷新页面看最新状态。", RefusalKind.Conflict);
    }

    public static string NameOf(CommitmentState state) => state switch
    {
        CommitmentState.Proposed => "待确认",
        CommitmentState.Dropped => "不列入",
        CommitmentState.Merged => "已并入",
        CommitmentState.Draft => "草稿",
        CommitmentState.Consulting => "征求意见",
        CommitmentState.Consulted => "意见已定",
        CommitmentState.Issued => "已印发",
        CommitmentState.InProgress => "推进中",
        CommitmentState.CompletionApplied => "申请销号",
        CommitmentState.Verified => "已核验",
        CommitmentState.Done => "已销号",
        CommitmentState.Stopped => "停办",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
