namespace Maoding.Domain.Progress;

/// <summary>Where a report stands.</summary>
public enum ReportState
{
    /// <summary>草稿.</summary>
    Draft = 1,

    /// <summary>待签发: the clerk is done, the head is not.</summary>
    Submitted = 2,

    /// <summary>已报送: signed by the head, not yet looked at by the coordinator.</summary>
    SignedOff = 3,

    /// <summary>已采用: what lights are computed from.</summary>
    Accepted = 4,

    /// <summary>退回: back with the clerk, with a reason.</summary>
    Returned = 5,
}

/// <summary>A move of a report; its name is on the button.</summary>
public enum ReportMove
{
    /// <summary>提交.</summary>
    Submit = 1,

    /// <summary>撤回: the clerk takes it back before the head signs.</summary>
    Withdraw,

    /// <summary>签发.</summary>
    Sign,

    /// <summary>退回.</summary>
    Return,

    /// <summary>采用.</summary>
    Accept,
}

/// <summary>The one table of legal moves of a report; pages draw their buttons from it.</summary>
public static class ReportMoves
{
    private static readonly (ReportMove Move, string Name, ReportState From, ReportState To)[] Table =
    [
        (ReportMove.Submit, "提交", ReportState.Draft, ReportState.Submitted),
        (ReportMove.Submit, "重新提交", ReportState.Returned, ReportState.Submitted),
        (ReportMove.Withdraw, "撤回", ReportState.Submitted, ReportState.Draft),
        (ReportMove.Sign, "签发", ReportState.Submitted, ReportState.SignedOff),
        (ReportMove.Return, "退回", ReportState.Submitted, ReportState.Returned),
        (ReportMove.Return, "退回", ReportState.SignedOff, ReportState.Returned),
        (ReportMove.Accept, "采用", ReportState.SignedOff, ReportState.Accepted),
        // Only while the month is open, which the service checks: a frozen month never changes.
        (ReportMove.Return, "退回", ReportState.Accepted, ReportState.Returned),
    ];

    public static bool Allowed(ReportState from, ReportMove move) => Table.Any(row => row.From == from && row.Move == move);

    /// <summary>The moves open from a state, in the order of buttons.</summary>
    public static IEnumerable<(ReportMove Move, string Name)> From(ReportState state) => Table.Where(row => row.From == state).Select(row => (row.Move, row.Name));

    /// <summary>The state after a move.</summary>
    /// <exception cref="RefusalException">REP001: the move is not legal from there.</exception>
    public static ReportState After(ReportState from, ReportMove move)
    {
        foreach (var row in Table)
            if (row.From == from && row.Move == move) return row.To;
        throw new RefusalException("REP001", $"这份填报现在是“{NameOf(from)}”，不能{Table.First(row => row.Move == move).Name}。请刷新页面看最新状态。", RefusalKind.Conflict);
    }

    public static string NameOf(ReportState state) => state switch
    {
        ReportState.Draft => "草稿",
        ReportState.Submitted => "待签发",
        ReportState.SignedOff => "已报送",
        ReportState.Accepted => "已采用",
        ReportState.Returned => "退回",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
