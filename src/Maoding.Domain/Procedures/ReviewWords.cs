namespace Maoding.Domain.Procedures;

/// <summary>What departments' answers are called in the office.</summary>
public static class ReviewWords
{
    public static string Of(AnswerKind kind) => kind switch
    {
        AnswerKind.Agree => "同意",
        AnswerKind.Conditional => "有条件同意",
        AnswerKind.Disagree => "不同意",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>What a leader's decision about a department is called; silence cannot be agreed with, it is no objection.</summary>
    /// <param name="kind">What the department said; null for nothing.</param>
    public static string Ruling(AnswerKind? kind, bool isRequired) => isRequired ? "要求办理" : kind is null ? "视为无意见" : "同意其意见";
}
