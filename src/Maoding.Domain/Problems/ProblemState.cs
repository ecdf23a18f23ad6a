using Maoding.Domain.Access;

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

    /// <summary>提级: one tier up the ladder.</summary>
    Escalate,
}

/// <summary>The life of a problem.</summary>
public static class ProblemMoves
{
    /// <summary>What is said of a move, in letters.</summary>
    private const int Most = 2000;

    private static readonly AskedReason Wanted = new("交办要求", "PRB016", "交办要求请控制在 500 字以内。", 500) { IsRequired = false, Lines = 1 };

    private static readonly AskedReason WhyDeclined = Asked("不予受理的原因", "请写明为什么不予受理，提出人会看到");

    private static readonly AskedReason WhoseElse = Asked("为什么不归本单位办理、应该由谁办理", "请写明为什么不归本单位办理、应该由谁办理");

    private static readonly AskedReason Solution = Asked("做了什么、解决到什么程度", "请写明做了什么、解决到什么程度") with { Lines = 4 };

    private static readonly AskedReason Opinion = new("验收意见", "PRB016", "说明请控制在 2000 字以内。", Most) { IsRequired = false };

    /// <summary>Asked from those who judge in place of somebody who has left.</summary>
    public static AskedReason InStead { get; } = Asked("提出人已不在岗：您看到什么、凭什么判断已经解决", "提出人已不在岗，请写明您看到什么、凭什么判断");

    private static readonly AskedReason Missing = Asked("还差什么", "请写明还差什么");

    private static readonly AskedReason Note = new("说明", "PRB016", "说明请控制在 500 字以内。", 500) { IsRequired = false, Lines = 1 };

    private static readonly AskedReason WhyAgain = Asked("原因", "请写明为什么重新打开");

    public static LifeCycle<ProblemState, ProblemMove> Table { get; } = new("这个问题", "PRB001", NameOf,
    [
        new(ProblemMove.Assign, "交办", ProblemState.Raised, ProblemState.Assigned, Permission.AssignProblem) { Reason = Wanted, Done = "已交办。" },
        new(ProblemMove.Decline, "不予受理", ProblemState.Raised, ProblemState.Declined, Permission.AssignProblem)
        {
            Reason = WhyDeclined,
            Look = ButtonLook.Danger,
            Done = "已记为不予受理，提出人能看到原因。",
        },
        new(ProblemMove.Take, "接办", ProblemState.Assigned, ProblemState.Handling, Permission.HandleProblem) { Done = "已接办。" },
        new(ProblemMove.HandBack, "退回交办", ProblemState.Assigned, ProblemState.Raised, Permission.HandleProblem)
        {
            Reason = WhoseElse,
            Look = ButtonLook.Danger,
            Done = "已退回督查室重新交办。",
        },
        new(ProblemMove.Escalate, "提级", ProblemState.Assigned, ProblemState.Assigned, Permission.EscalateProblem) { Done = "已提级。" },
        new(ProblemMove.Resolve, "报告解决", ProblemState.Handling, ProblemState.Resolved, Permission.HandleProblem) { Reason = Solution, Done = "已报告解决，等提出人验收。" },
        new(ProblemMove.Escalate, "提级", ProblemState.Handling, ProblemState.Handling, Permission.EscalateProblem) { Done = "已提级。" },
        new(ProblemMove.Assign, "改派", ProblemState.Handling, ProblemState.Assigned, Permission.AssignProblem) { Reason = Wanted, Done = "已交办。" },
        new(ProblemMove.Verify, "验收通过", ProblemState.Resolved, ProblemState.Verified, Permission.SeeProblems) { Reason = Opinion, Done = "验收通过，由督查室销号。" },
        new(ProblemMove.Refuse, "验收不通过", ProblemState.Resolved, ProblemState.Handling, Permission.SeeProblems)
        {
            Reason = Missing,
            Look = ButtonLook.Danger,
            Done = "已退回办理单位继续解决。",
        },
        new(ProblemMove.Close, "销号", ProblemState.Verified, ProblemState.Closed, Permission.AssignProblem) { Reason = Note, Done = "已销号。" },
        new(ProblemMove.Reopen, "重新打开", ProblemState.Verified, ProblemState.Handling, Permission.SeeProblems) { Reason = WhyAgain, Done = "已重新打开。" },
        new(ProblemMove.Reopen, "重新打开", ProblemState.Closed, ProblemState.Handling, Permission.SeeProblems) { Reason = WhyAgain, Done = "已重新打开。" },
        new(ProblemMove.Reopen, "重新提出", ProblemState.Declined, ProblemState.Raised, Permission.SeeProblems) { Reason = WhyAgain, Done = "已重新打开。" },
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

    private static AskedReason Asked(string label, string refusal) => new(label, "PRB016", $"{refusal}（{Most} 字以内）。", Most);
}
