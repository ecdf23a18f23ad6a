namespace Maoding.Domain.Targets;

/// <summary>万人 and 人, 亿元 and 万元: one unit in another.</summary>
public static class UnitScale
{
    private static readonly (string Prefix, decimal Size)[] Prefixes = [("亿", 100_000_000m), ("万", 10_000m)];

    /// <summary>What a number in the first unit is multiplied by to be one in the second; null where they are different things.</summary>
    public static decimal? Between(string from, string to)
    {
        var (one, size) = Plain(from);
        var (other, otherSize) = Plain(to);
        return one == other ? size / otherSize : null;
    }

    private static (string Unit, decimal Size) Plain(string unit)
    {
        var plain = unit.Trim().Replace('％', '%');
        foreach (var (prefix, size) in Prefixes)
        {
            if (plain.Length > prefix.Length && plain.StartsWith(prefix, StringComparison.Ordinal)) return (plain[prefix.Length..], size);
        }

        return (plain, 1);
    }
}
