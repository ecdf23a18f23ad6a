using Maoding.Domain.Procedures;

namespace Maoding.Features.Building.JointReviews;

/// <summary>The classes of marks that say where a review and a department stand.</summary>
public static class ReviewMark
{
    public static string Of(ReviewState state) => state switch
    {
        ReviewState.Reviewing => "mark-blue",
        ReviewState.Concluded => "mark-green",
        _ => "mark-plain",
    };

    /// <summary>The words and the class of a department's mark.</summary>
    public static (string Words, string Class) Of(ReviewAnswer answer, DateOnly today) => answer.Kind switch
    {
        AnswerKind.Agree => (ReviewWords.Of(AnswerKind.Agree), "mark-green"),
        AnswerKind.Conditional => (ReviewWords.Of(AnswerKind.Conditional), "mark-yellow"),
        AnswerKind.Disagree => (ReviewWords.Of(AnswerKind.Disagree), "mark-red"),
        _ when ReviewRules.IsSilent(answer, today) => ("逾期未反馈", "mark-red"),
        _ => (answer.Due is null ? "待发出" : "等反馈", "mark-plain"),
    };
}
