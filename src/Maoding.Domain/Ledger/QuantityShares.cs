using System.Globalization;

namespace Maoding.Domain.Ledger;

/// <summary>Divides a row's quantities among its leaves; what the leaves have adds up to what the row promised.</summary>
public static class QuantityShares
{
    /// <summary>Whole numbers stay whole, the first ones take what is left over; other numbers are cut to six decimals.</summary>
    /// <param name="leaves">At least 1.</param>
    public static IReadOnlyList<decimal> Even(decimal total, int leaves)
    {
        var digits = decimal.Truncate(total) == total ? 0 : 6;
        var step = digits == 0 ? 1m : 0.000001m;
        var share = Math.Round(total / leaves, digits, MidpointRounding.ToZero);
        var rest = (int)((total - (share * leaves)) / step);
        return [.. Enumerable.Range(0, leaves).Select(i => i < Math.Abs(rest) ? share + (Math.Sign(rest) * step) : share)];
    }

    /// <summary>
    /// The shares of leaves by their own words: 改造3个 has 3 of the 12个. Those whose words say nothing share what is left evenly;
    /// the whole number in a title that was copied from the parent says nothing.
    /// </summary>
    public static IReadOnlyList<decimal> ByTitles(QuantityValue whole, IReadOnlyList<string> titles)
    {
        var own = titles.Select(t => OwnOf(whole, t)).ToList();
        if (own.TrueForAll(o => o is null)) return Even(whole.Value, titles.Count);
        var left = Math.Max(0, whole.Value - own.Sum(o => o ?? 0));
        var rest = new Queue<decimal>(own.Contains(null) ? Even(left, own.Count(o => o is null)) : []);
        return [.. own.Select(o => o ?? rest.Dequeue())];
    }

    /// <summary>A title that says the one number says the other: a leaf's title has its own share.</summary>
    public static string Retitled(string title, QuantityValue quantity, decimal share)
    {
        var numbers = Numbers(title, quantity.Unit).Where(n => n.Value == quantity.Value).ToList();
        return share == quantity.Value || share == 0 || numbers.Count != 1
            ? title
            : string.Create(CultureInfo.InvariantCulture, $"{title[..numbers[0].At]}{share:0.######}{title[(numbers[0].At + numbers[0].Length)..]}");
    }

    private static decimal? OwnOf(QuantityValue whole, string title) =>
        Numbers(title, whole.Unit) is [var number] && number.Value != whole.Value ? number.Value : null;

    /// <summary>The numbers that stand right before the unit.</summary>
    private static List<(decimal Value, int At, int Length)> Numbers(string title, string unit)
    {
        var found = new List<(decimal, int, int)>();
        for (var at = title.IndexOf(unit, StringComparison.Ordinal); unit.Length > 0 && at > 0; at = title.IndexOf(unit, at + 1, StringComparison.Ordinal))
        {
            var start = at;
            while (start > 0 && (char.IsAsciiDigit(title[start - 1]) || title[start - 1] == '.')) start--;
            if (decimal.TryParse(title.AsSpan(start, at - start), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
                found.Add((value, start, at - start));
        }

        return found;
    }

    /// <summary>The quantities whose shares do not add up, in words; empty when all do.</summary>
    public static IReadOnlyList<string> Problems(IReadOnlyList<QuantityValue> whole, IReadOnlyList<IReadOnlyList<QuantityValue>> shares)
    {
        var problems = new List<string>();
        foreach (var quantity in whole)
        {
            var sum = shares.SelectMany(s => s).Where(q => Same(q, quantity)).Sum(q => q.Value);
            if (sum == quantity.Value) continue;
            var difference = sum < quantity.Value ? $"还差 {quantity.Value - sum:0.######}" : $"多出 {sum - quantity.Value:0.######}";
            problems.Add($"“{quantity.Name}”总数 {quantity.Value:0.######}{quantity.Unit}，各子项合计 {sum:0.######}{quantity.Unit}，{difference}{quantity.Unit}");
        }

        return problems;
    }

    public static bool Same(QuantityValue one, QuantityValue other) => one.Name == other.Name && one.Unit == other.Unit;
}
