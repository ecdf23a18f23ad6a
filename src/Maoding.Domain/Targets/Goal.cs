namespace Maoding.Domain.Targets;

/// <summary>What a figure has to keep to.</summary>
/// <param name="Line">The number promised: the line of the chart.</param>
/// <param name="Low">The least that keeps it; null: nothing is too low.</param>
/// <param name="High">The most that keeps it; null: nothing is too high.</param>
/// <param name="IsStrict">A figure on the bound does not keep it: 高于 is not 等于.</param>
public sealed record Goal(decimal Line, decimal? Low, decimal? High, bool IsStrict = false)
{
    public static Goal Floor(decimal line, decimal under = 0, bool isStrict = false) => new(line, line - under, null, isStrict);

    public static Goal Ceiling(decimal line, decimal over = 0, bool isStrict = false) => new(line, null, line + over, isStrict);

    /// <summary>The same with its line elsewhere: the goal of a month on the way.</summary>
    public Goal At(decimal line) => new(line, Low + line - Line, High + line - Line, IsStrict);

    /// <summary>What is to spare, in the figure's unit; negative: what is short.</summary>
    public decimal Gap(decimal value) => (Low, High) switch
    {
        ({ } low, { } high) => Math.Min(value - low, high - value),
        ({ } low, null) => value - low,
        (null, { } high) => high - value,
        _ => 0,
    };

    public bool IsKept(decimal value) => IsStrict ? Gap(value) > 0 : Gap(value) >= 0;
}
