namespace Maoding.Domain.Watching;

/// <summary>测算: how many points a part adds to the growth of the whole.</summary>
/// <param name="BaseShare">The part's share of the whole in the same period of last year, percent.</param>
/// <param name="Growth">The part's published growth, percent.</param>
/// <param name="Points">BaseShare × Growth ÷ 100.</param>
public sealed record Contribution(int AreaId, decimal BaseShare, decimal Growth, decimal Points)
{
    /// <summary>Estimates points by law 8: last year's levels are weights, growth is as published, nothing is stored.</summary>
    /// <param name="baseLevel">The part's level in the same period of last year.</param>
    /// <param name="wholeLevel">The whole's; above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The whole's level is not above 0.</exception>
    public static Contribution Of(int areaId, decimal baseLevel, decimal wholeLevel, decimal growth)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(wholeLevel);
        var share = baseLevel / wholeLevel * 100;
        return new Contribution(areaId, share, growth, share * growth / 100);
    }
}
