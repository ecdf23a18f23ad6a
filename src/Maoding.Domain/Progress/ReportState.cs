using Maoding.Domain.Access;
using Maoding.Domain.Audit;

namespace Maoding.Domain.Progress;

/// <summary>Where a report stands.</summary>
public enum ReportState
{
    [Called("草稿")] Draft = 1,

    /// <summary>待签发: the clerk is done, the head is not.</summary>
    [Called("待签发")] Submitted = 2,

    /// <summary>已报送: signed by the head, not yet looked at by the coordinator.</summary>
    [Called("已报送")] SignedOff = 3,

    /// <summary>已审核: what lights are computed from.</summary>
    [Called("已审核")] Accepted = 4,

    /// <summary>退回: back with the clerk, with a reason.</summary>
    [Called("退回")] Returned = 5,
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

    /// <summary>审核通过.</summary>
    Accept,
}

/// <summary>The one table of legal moves of a report; pages draw their buttons from it.</summary>
public static class ReportMoves
{
    /// <summary>Asked from whoever sends a report back.</summary>
    public static AskedReason Why { get; } = new("退回原因", "REP014", "请写明退回原因（500 字以内），让填报的人知道改什么。", 500);

    public static LifeCycle<ReportState, ReportMove> Table { get; } = new("这份填报", "REP001", NameOf,
    [
        new(ReportMove.Submit, "提交", ReportState.Draft, ReportState.Submitted, Permission.FillReport),
        new(ReportMove.Submit, "重新提交", ReportState.Returned, ReportState.Submitted, Permission.FillReport),
        new(ReportMove.Withdraw, "撤回", ReportState.Submitted, ReportState.Draft, Permission.FillReport),
        new(ReportMove.Sign, "签发", ReportState.Submitted, ReportState.SignedOff, Permission.SignReport),
        new(ReportMove.Return, "退回", ReportState.Submitted, ReportState.Returned, Permission.SignReport) { Reason = Why, Look = ButtonLook.Danger },
        new(ReportMove.Return, "退回", ReportState.SignedOff, ReportState.Returned, Permission.ReviewReports) { Reason = Why, Look = ButtonLook.Danger },
        new(ReportMove.Accept, "审核通过", ReportState.SignedOff, ReportState.Accepted, Permission.ReviewReports),
        // Only while the month is open, which the service checks: a frozen month never changes.
        new(ReportMove.Return, "退回", ReportState.Accepted, ReportState.Returned, Permission.ReviewReports) { Reason = Why, Look = ButtonLook.Danger },
    ]);

    public static string NameOf(ReportState state) => ChoiceWords.Of(state);
}
