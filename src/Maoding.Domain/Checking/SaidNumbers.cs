using System.Globalization;
using System.Text.RegularExpressions;
using Maoding.Domain.Typed;
using Maoding.Text.Commitments;

namespace Maoding.Domain.Checking;

/// <summary>The numbers that a text says.</summary>
public static partial class SaidNumbers
{
    /// <summary>Those in digits: as they stand, and with 万 or 亿 behind them multiplied as well: 1.2万 is 1.2 and 12000.</summary>
    public static IReadOnlySet<decimal> In(string text)
    {
        var found = new HashSet<decimal>();
        foreach (Match match in Digits().Matches(TypedText.Plain(text)))
        {
            if (!decimal.TryParse(match.Groups[1].Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)) continue;
            found.Add(number);
            foreach (var sign in match.Groups[2].Value) found.Add(number *= sign == '万' ? 10_000m : 100_000_000m);
        }

        return found;
    }

    /// <summary>
    /// The words say numbers in digits, but this one neither so nor in numerals (三所); nothing is said of a value that is none: two with a dash, X.
    /// </summary>
    public static bool Lacks(string words, decimal? value) =>
        value is { } number && In(words) is { Count: > 0 } said && !said.Contains(number) && !Numerals(words).Contains(number);

    private static IEnumerable<decimal> Numerals(string words)
    {
        for (var at = 0; at < words.Length;)
        {
            var length = QuantityNumerals.RunLength(words.AsSpan(at));
            if (length > 0 && QuantityNumerals.Read(words.AsSpan(at, length)) is >= 0 and var number) yield return number;
            at += Math.Max(1, length);
        }
    }

    [GeneratedRegex("([0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]+)?|[0-9]+(?:\\.[0-9]+)?)([万亿]{0,2})")]
    private static partial Regex Digits();
}
