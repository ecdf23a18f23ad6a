using System.Globalization;
using Maoding.Domain.Audit;

namespace Maoding.Domain.Procedures;

/// <summary>What departments' answers are called in the office.</summary>
public static class ReviewWords
{
    public static string Of(AnswerKind kind) => ChoiceWords.Of(kind);

    /// <summary>What a leader's decision about a department is called; silence cannot be agreed with, it is no objection.</summary>
    /// <param name="kind">What the department said; null for nothing.</param>
    public static string Ruling(AnswerKind? kind, bool isRequired) => isRequired ? "要求办理" : kind is null ? "视为无意见" : "同意其意见";

    /// <summary>An answer in one line, as it is kept when the department changes it: 2026年3月4日 不同意：占用农田（依据：土地管理法第三十五条）.</summary>
    public static string Earlier(ReviewAnswer answer)
    {
        var basis = answer.LegalBasis.Length > 0 ? $"（依据：{OneLine(answer.LegalBasis)}）" : "";
        return string.Create(CultureInfo.InvariantCulture,
            $"{answer.AnsweredOn:yyyy年M月d日} {Of(answer.Kind!.Value)}{(answer.Text.Length > 0 ? "：" : "")}{OneLine(answer.Text)}{basis}");
    }

    private static string OneLine(string text) => string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
