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
