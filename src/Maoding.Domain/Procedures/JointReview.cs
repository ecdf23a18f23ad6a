using Maoding.Domain.Access;

namespace Maoding.Domain.Procedures;

/// <summary>Where a joint review stands.</summary>
public enum ReviewState
{
    /// <summary>准备: the package is put together.</summary>
    Preparing = 1,

    /// <summary>会审中: every department has it.</summary>
    Reviewing = 2,

    /// <summary>办结.</summary>
    Concluded = 3,

    /// <summary>终止.</summary>
    Ended = 9,
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

    public static string NameOf(ReviewState state) => state switch
    {
        ReviewState.Preparing => "准备",
        ReviewState.Reviewing => "会审中",
        ReviewState.Concluded => "办结",
        ReviewState.Ended => "终止",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}

/// <summary>联审联批: one package to all departments at once.</summary>
public sealed class JointReview : IVersioned, IAudited
{
    public int Id { get; set; }

    public int ProjectId { get; set; }

    public required string Title { get; set; }

    /// <summary>What the departments are asked and what the package holds.</summary>
    public string Text { get; set; } = "";

    public ReviewState State { get; set; } = ReviewState.Preparing;

    public DateOnly? SentOn { get; set; }

    public DateOnly? ConcludedOn { get; set; }

    /// <summary>What came of it, or why it was ended.</summary>
    public string Conclusion { get; set; } = "";

    /// <summary>Who runs it.</summary>
    public int RunById { get; set; }

    public int Version { get; set; } = 1;

    public List<ReviewAnswer> Answers { get; set; } = [];
}

/// <summary>What a department says.</summary>
public enum AnswerKind
{
    /// <summary>同意.</summary>
    Agree = 1,

    /// <summary>有条件同意.</summary>
    Conditional = 2,

    /// <summary>不同意, with the legal basis.</summary>
    Disagree = 3,
}

/// <summary>A department's part of a joint review.</summary>
public sealed class ReviewAnswer
{
    public int Id { get; set; }

    public int ReviewId { get; set; }

    public int UnitId { get; set; }

    /// <summary>The procedure it decides about; null for an opinion only.</summary>
    public int? ProcedureId { get; set; }

    /// <summary>Working days that it has.</summary>
    public int Days { get; set; }

    /// <summary>The last day, by working days from the day it was sent; null before.</summary>
    public DateOnly? Due { get; set; }

    /// <summary>Null until answered.</summary>
    public AnswerKind? Kind { get; set; }

    /// <summary>Conditions, or what stands against it.</summary>
    public string Text { get; set; } = "";

    /// <summary>Law, regulation or plan that a disagreement rests on.</summary>
    public string LegalBasis { get; set; } = "";

    public DateOnly? AnsweredOn { get; set; }

    public int? AnsweredById { get; set; }

    /// <summary>
    /// What it had said before it changed it, oldest first, one line each by <see cref="ReviewWords.Earlier"/>; empty for an answer that was never changed.
    /// </summary>
    public string Earlier { get; set; } = "";

    /// <summary>When silence or disagreement went up to a leader.</summary>
    public DateOnly? EscalatedOn { get; set; }

    /// <summary>To whom.</summary>
    public int? EscalatedToPostId { get; set; }

    /// <summary>What the leader decided.</summary>
    public string Decision { get; set; } = "";

    public DateOnly? DecidedOn { get; set; }

    public int? DecidedById { get; set; }
}
