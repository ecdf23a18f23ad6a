using System.Globalization;
using System.Text.RegularExpressions;
using Maoding.Domain.Typed;

namespace Maoding.Domain.Indicators;

/// <summary>A figure as it was published.</summary>
/// <param name="Decimals">0–6: 8.0 has one.</param>
public readonly record struct FigureValue(decimal Value, int Decimals)
{
    /// <summary>8.0, -1.25, 1024; without separators, as a form takes it back.</summary>
    public override string ToString() => FigureText.Of(Value, Decimals);
}

/// <summary>Figures as people write them.</summary>
public static partial class FigureText
{
    public const int MostDecimals = 6;

    /// <summary>Below this, either side of zero.</summary>
    private const decimal Bound = 1_000_000_000_000m;

    /// <summary>With its decimals as published.</summary>
    public static string Of(decimal value, int decimals) => value.ToString($"F{decimals}", CultureInfo.InvariantCulture);

    /// <summary>Reads 8.0, -1.2, 1,234.5, ８．０ or 8.0%; null for a blank.</summary>
    /// <exception cref="RefusalException">FIG002: it is no figure, has more than six decimals, or a trillion or more.</exception>
    public static FigureValue? Read(string? text)
    {
        var plain = TypedText.Plain(text);
        if (plain.Length == 0) return null;
        var match = Figure().Match(plain);
        if (!match.Success) throw Refuse($"“{Short(text!)}”不是数字。只写数字和小数点，如 8.0；没有数据请留空。");
        var decimals = match.Groups["decimals"].Length;
        if (decimals > MostDecimals) throw Refuse($"“{Short(text!)}”的小数超过六位。请按公布的小数位填写。");
        if (match.Groups["whole"].Length > 20 || !decimal.TryParse(match.Value.TrimEnd('%'),
            NumberStyles.Number | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) || Math.Abs(value) >= Bound)
            throw Refuse($"“{Short(text!)}”太大了。请核对计量单位。");
        return new FigureValue(value, decimals);
    }

    /// <summary>The same; a percentage is no figure of another unit.</summary>
    /// <exception cref="RefusalException">FIG002: also for a percentage in place of an amount.</exception>
    public static FigureValue? Read(string? text, FigureUnit unit)
    {
        var value = Read(text);
        if (value is null || unit.IsPercent || !TypedText.Plain(text).EndsWith('%')) return value;
        throw Refuse($"“{Short(text!)}”是百分数，这里以{unit.Heading}为单位。请填数，没有数据请留空。");
    }

    /// <summary>A spreadsheet drops the zeros at the end: they are put back as an earlier figure of the series had them.</summary>
    public static FigureValue Padded(FigureValue value, int? decimals) =>
        decimals is { } known && known > value.Decimals ? value with { Decimals = known } : value;

    private static string Short(string text) => text.Trim() is { Length: > 20 } words ? $"{words[..20]}……" : text.Trim();

    private static RefusalException Refuse(string message) => new("FIG002", message);

    [GeneratedRegex(@"^[+-]?(?<whole>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.(?<decimals>[0-9]+))?\s*%?$")]
    private static partial Regex Figure();
}
