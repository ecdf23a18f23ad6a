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
}
