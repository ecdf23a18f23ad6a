namespace Maoding.Documents.Reading.Sheets;

/// <summary>What a person sees in a cell, or a sentence why that cannot be told.</summary>
internal readonly record struct ShownCell(string Words, string Wrong = "")
{
    public const string NoResult = "是公式，文件里没有保存计算结果。请用 WPS 或 Excel 打开后重新保存，或改为数值。";
    public const string Struck = "加了删除线，看不出还算不算数。请清空这一格，或去掉删除线。";
    public const string Hidden = "有数，但单元格格式让它不显示。请改单元格格式，或清空这一格。";
    public const string NoSign = "是负数，但单元格格式没有显示负号。请改单元格格式后重新保存。";
    public const string NoMonth = "没有显示年和月，看不出日期。请改单元格格式后重新保存。";

    public bool IsEmpty => Words.Length == 0 && Wrong.Length == 0;

    public static ShownCell Error(string words) => new(words, $"是错误值 {words}。请改正公式或填上内容。");
}
