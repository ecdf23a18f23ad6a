using Maoding.Domain.Access;
using Maoding.Domain.Audit;

namespace Maoding.Domain.Procedures;

/// <summary>Where a joint review stands.</summary>
public enum ReviewState
{
    /// <summary>准备: the package is put together.</summary>
    [Called("准备")] Preparing = 1,

    /// <summary>会审中: every department has it.</summary>
    [Called("会审中")] Reviewing = 2,

    [Called("办结")] Concluded = 3,

    [Called("终止")] Ended = 9,
}

public enum ReviewMove
{
    /// <summary>发出.</summary>
    Send = 1,

    /// <summary>办结.</summary>
    Conclude,

    /// <summary>终止.</summary>
    End,
}

/// <summary>The life of a joint review.</summary>
public static class ReviewMoves
{
    private static readonly AskedReason Conclusion = new("结论", "JNT003", "请写明联审的结论（1000 字以内）。", 1000);

    private static readonly AskedReason Why = new("为什么终止", "JNT003", "请写明为什么终止（1000 字以内）。", 1000) { Lines = 1 };

    public static LifeCycle<ReviewState, ReviewMove> Table { get; } = new("这次联审联批", "JNT001", NameOf,
    [
        new(ReviewMove.Send, "发出", ReviewState.Preparing, ReviewState.Reviewing, Permission.RunProcedures) { Done = "已同时送各部门。" },
        new(ReviewMove.End, "终止", ReviewState.Preparing, ReviewState.Ended, Permission.RunProcedures)
        {
            Reason = Why,
            Button = "终止这次联审",
            Look = ButtonLook.Danger,
        },
        new(ReviewMove.Conclude, "办结", ReviewState.Reviewing, ReviewState.Concluded, Permission.RunProcedures)
        {
            Reason = Conclusion,
            Done = "联审联批已办结，同意的手续已登记办结。",
        },
        new(ReviewMove.End, "终止", ReviewState.Reviewing, ReviewState.Ended, Permission.RunProcedures)
        {
            Reason = Why,
            Button = "终止这次联审",
            Look = ButtonLook.Danger,
        },
    ]);

    public static string NameOf(ReviewState state) => ChoiceWords.Of(state);
}

/// <summary>联审联批: one package to all departments at once.</summary>
[Called("联审联批", Place = 320)]
public sealed class JointReview : IVersioned, IAudited
{
    public int Id { get; set; }

    [Called("项目")] public int ProjectId { get; set; }

    [Called("标题")] public required string Title { get; set; }

    /// <summary>What the departments are asked and what the package holds.</summary>
    [Called("文字")] public string Text { get; set; } = "";

    [Called("状态")] public ReviewState State { get; set; } = ReviewState.Preparing;

    [Called("发出日期")] public DateOnly? SentOn { get; set; }

    [Called("办结日期")] public DateOnly? ConcludedOn { get; set; }

    /// <summary>What came of it, or why it was ended.</summary>
    [Called("结论")] public string Conclusion { get; set; } = "";

    /// <summary>Who runs it.</summary>
    [Called("经办人")] public int RunById { get; set; }

    public int Version { get; set; } = 1;

    public List<ReviewAnswer> Answers { get; set; } = [];
}

/// <summary>What a department says.</summary>
public enum AnswerKind
{
    [Called("同意")] Agree = 1,

    [Called("有条件同意")] Conditional = 2,

    /// <summary>不同意, with the legal basis.</summary>
    [Called("不同意")] Disagree = 3,
}

/// <summary>A department's part of a joint review.</summary>
[Called("部门意见")]
public sealed class ReviewAnswer
{
    public int Id { get; set; }

    [Called("联审联批")] public int ReviewId { get; set; }

    [Called("单位")] public int UnitId { get; set; }

    /// <summary>The procedure it decides about; null for an opinion only.</summary>
    [Called("手续")] public int? ProcedureId { get; set; }

    /// <summary>Working days that it has.</summary>
    [Called("时限（工作日）")] public int Days { get; set; }

    /// <summary>The last day, by working days from the day it was sent; null before.</summary>
    [Called("完成时限")] public DateOnly? Due { get; set; }

    /// <summary>Null until answered.</summary>
    [Called("类别")] public AnswerKind? Kind { get; set; }

    /// <summary>Conditions, or what stands against it.</summary>
    [Called("文字")] public string Text { get; set; } = "";

    /// <summary>Law, regulation or plan that a disagreement rests on.</summary>
    [Called("依据")] public string LegalBasis { get; set; } = "";

    [Called("反馈日期")] public DateOnly? AnsweredOn { get; set; }

    [Called("反馈人")] public int? AnsweredById { get; set; }

    /// <summary>
    /// What it had said before it changed it, oldest first, one line each by <see cref="ReviewWords.Earlier"/>; empty for an answer that was never changed.
    /// </summary>
    [Called("原来的意见")] public string Earlier { get; set; } = "";

    /// <summary>When silence or disagreement went up to a leader.</summary>
    [Called("提级日期")] public DateOnly? EscalatedOn { get; set; }

    /// <summary>To whom.</summary>
    [Called("提级到")] public int? EscalatedToPostId { get; set; }

    /// <summary>What the leader decided.</summary>
    [Called("决定依据")] public string Decision { get; set; } = "";

    [Called("决定日期")] public DateOnly? DecidedOn { get; set; }

    [Called("决定人")] public int? DecidedById { get; set; }
}
