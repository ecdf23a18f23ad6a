namespace Maoding.Domain.Progress;

/// <summary>Shares of a whole in per mille, of rows and projects, planned and done alike.</summary>
public static class PerMille
{
    public const int Whole = 1000;

    public const int OnePercent = 10;

    /// <summary>0 to 1000, rounded down, so that only what is whole is 1000; what exceeds is no more than whole.</summary>
    public static int Of(decimal part, decimal whole) => whole > 0 ? (int)Math.Clamp(Math.Floor(part * Whole / whole), 0, Whole) : 0;
}
