using Maoding.Domain.Typed;

namespace Maoding.Shared.Workbooks;

/// <summary>A number in a cell, or typed as in one: 12000, 12,000 or 350.5.</summary>
public static class NumberCell
{
    public static CellValue<decimal?> Read(string? text)
    {
        var written = text?.Trim() ?? "";
        if (written.Length == 0) return new(null);
        if (TypedNumber.Read(written) is { } number) return new(number);
        return new(null, TypedText.Plain(written).Contains(',') ? $"“{written}”的逗号不是千位分隔，请写成 12000 或 350.5 的样子。" : $"“{written}”不是数字，请写成 350.5 的样子。");
    }
}
