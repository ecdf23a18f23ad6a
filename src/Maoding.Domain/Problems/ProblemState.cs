namespace Maoding.Domain.Problems;

/// <summary>Where a problem stands.</summary>
public enum ProblemState
{
    /// <summary>待交办.</summary>
    Raised = 1,

    /// <summary>已交办.</summary>
    Assigned = 2,

    /// <summary>办理中.</summary>
    Handling = 3,

    /// <summary>待验收: the unit says it is solved.</summary>
    Resolved = 4,

    /// <summary>已验收: whoever raised it agrees.</summary>
    Verified = 5,

    /// <summary>已销号.</summary>
    Closed = 6,

    /// <summary>不予受理: with a reason.</summary>
    Declined = 9,
}

public enum ProblemMove
{
    /// <summary>交办.</summary>
    Assign = 1,

    /// <summary>不予受理.</summary>
    Decline,

    /// <summary>接办.</summary>
    Take,

    /// <summary>退回交办: it is not the unit's.</summary>
    HandBack,

    /// <summary>报告解决.</summary>
    Resolve,

    /// <summary>验收通过.</summary>
    Verify,

    /// <summary>验收不通过.</summary>
    Refuse,

    /// <summary>销号.</summary>
    Close,

    /// <summary>重新打开.</summary>
    Reopen,

    /// <summary>提级: one rung up the ladder.</summary>
    Escalate,
}

/// <summary>The life of a problem.</summary>
public static class ProblemMoves
{
    public static LifeCycle<ProblemState, ProblemMove> Table { get; } = new("这个问题", "PRB001", NameOf,
    [
        new(ProblemMove.Assign, "交办", ProblemState.Raised, ProblemState.Assigned),
        new(ProblemMove.Decline, "不予受理", ProblemState.Raised, ProblemState.Declined),
        new(ProblemMove.Take, "接办", ProblemState.Assigned, ProblemState.Handling),
        new(ProblemMove.HandBack, "退回交办", ProblemState.Assigned, ProblemState.Raised),
        new(ProblemMove.Escalate, "提级", ProblemState.Assigned, ProblemState.Assigned),
        new(ProblemMove.Resolve, "报告解决", ProblemState.Handling, ProblemState.Resolved),
        new(ProblemMove.Escalate, "提级", ProblemState.Handling, ProblemState.Handling),
        new(ProblemMove.Assign, "改派", ProblemState.Handling, ProblemState.Assigned),
        new(ProblemMove.Verify, "验收通过", ProblemState.Resolved, ProblemState.Verified),
        new(ProblemMove.Refuse, "验收不通过", ProblemState.Resolved, ProblemState.Handling),
        new(ProblemMove.Close, "销号", ProblemState.Verified, ProblemState.Closed),
        new(ProblemMove.Reopen, "重新打开", ProblemState.Verified, ProblemState.Handling),
        new(ProblemMove.Reopen, "重新打开", ProblemState.Closed, ProblemState.Handling),
        new(ProblemMove.Reopen, "重新提出", ProblemState.Declined, ProblemState.Raised),
    ]);

    /// <summary>Somebody still has to do something about it.</summary>
    public static bool IsOpen(ProblemState state) => state is not (ProblemState.Closed or ProblemState.Declined);

    public static string NameOf(ProblemState state) => state switch
    {
        ProblemState.Raised => "待交办",
        ProblemState.Assigned => "已交办",
        ProblemState.Handling => "办理中",
        ProblemState.Resolved => "待验收",
        ProblemState.Verified => "已验收",
        ProblemState.Closed => "已销号",
        ProblemState.Declined => "不予受理",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
