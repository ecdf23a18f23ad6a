using System.Globalization;

namespace Maoding.Text.Matching;

/// <summary>A figure in the words of a row: 7000个, 1.6万户, 12%.</summary>
/// <param name="Value">With 万 and 亿 multiplied in.</param>
/// <param name="Unit">The measure word after the number and its scale.</param>
/// <param name="Words">As written.</param>
/// <param name="At">Where it starts.</param>
internal readonly record struct Amount(decimal Value, string Unit, string Words, int At)
{
    /// <summary>Digits of a number that is still read; longer ones are numbers of documents or telephones.</summary>
    private const int LongestNumber = 12;

    /// <summary>Measure words of more than one character; of all others the first character tells.</summary>
    private static readonly string[] _longUnits = ["平方公里", "平方米", "立方米", "公里", "公顷", "公斤", "人次", "个百分点"];

    /// <summary>All figures that are no dates.</summary>
    public static List<Amount> Read(string text)
    {
        var amounts = new List<Amount>();
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsAsciiDigit(text[at])) continue;
            var start = at;
            while (at < text.Length
                && (char.IsAsciiDigit(text[at]) || (text[at] is '.' or ',' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])))) at++;
            if (at - start > LongestNumber || at == text.Length) continue;
            if (!decimal.TryParse(text.AsSpan(start, at - start), NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands,
                CultureInfo.InvariantCulture, out var value)) continue;
            var unit = at;
            while (unit < text.Length - 1 && unit < at + 2 && text[unit] is '多' or '余' or '万' or '亿')
                value *= text[unit++] switch { '万' => 1_0000m, '亿' => 1_0000_0000m, _ => 1 };
            var measure = Array.Find(_longUnits, u => text.AsSpan(unit).StartsWith(u)) ?? text[unit].ToString();
            if (measure is not ("年" or "月" or "日" or "时" or "号")) amounts.Add(new Amount(value, measure, text[start..(unit + measure.Length)], start));
        }

        return amounts;
    }
}
