using System.Globalization;

namespace Maoding.Shared.Workbooks;

/// <summary>A number in a cell, or typed as in one: 12000, 12,000 or 350.5.</summary>
public static class NumberCell
{
    private const NumberStyles Styles = NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands | NumberStyles.AllowLeadingSign;

    public static CellValue<decimal?> Read(string? text)
    {
        var written = text?.Trim() ?? "";
        if (written.Length == 0) return new(null);
        return decimal.TryParse(written.Replace('，', ','), Styles, CultureInfo.InvariantCulture, out var number)
            ? new(number)
            : new(null, $"“{written}”不是数字，请写成 350.5 的样子。");
    }
}
