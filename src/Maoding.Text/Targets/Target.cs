namespace Maoding.Text.Targets;

/// <summary>How a target is judged; the names in machine output are the snake_case of these.</summary>
public enum TargetKind
{
    GrowthAtLeast,
    GrowthAbout,
    LevelAtLeast,
    LevelAtMost,
    LevelAbout,
    ChangeDown,
    ShareAtLeast,
    RankTop,
    Stable,

    /// <summary>完成上级下达指标.</summary>
    Quota,

    /// <summary>高于另一指标.</summary>
    Outpace,

    /// <summary>与…同步.</summary>
    InStep,

    /// <summary>Better, without a figure.</summary>
    Improve,

    /// <summary>动态清零.</summary>
    Zero,

    /// <summary>A planned sum or headline count.</summary>
    Amount,

    /// <summary>再提高30元.</summary>
    RaiseBy,
    Other,
}

/// <summary>How firmly a target is worded.</summary>
public enum TargetStrength
{
    /// <summary>No word of degree.</summary>
    Plain,

    /// <summary>力争 争取.</summary>
    Strive,

    /// <summary>确保 必须.</summary>
    Ensure,
}

/// <summary>A figure as the document gives it: a number, or X where it was redacted.</summary>
/// <param name="Number">The number in the target's unit; null when redacted.</param>
public readonly record struct Figure(decimal? Number)
{
    public bool Redacted => Number is null;

    public override string ToString() =>
        Number?.ToString("0.############", System.Globalization.CultureInfo.InvariantCulture) ?? "X";
}

/// <summary>One expected result of an indicator.</summary>
/// <param name="Span">The quoted words in the source.</param>
/// <param name="Normal">The same in the normal text.</param>
/// <param name="Name">The indicator's noun phrase without trailing 增长, 增速, 涨幅, 下降.</param>
/// <param name="Value">The figure; null where the target has none (improve, quota, …).</param>
/// <param name="Value2">The upper end of a range (5%—6%), else null.</param>
/// <param name="Unit">Unit as written, normalised (% for ％ and 成); null without a figure.</param>
/// <param name="Partner">What it is compared with (GDP增速, 经济增长); null when there is none.</param>
/// <param name="Dimension">速度, 创新, 协调, 绿色, 开放, 共享, or null where neither words nor lexicon tell.</param>
public sealed record Target(
    TextSpan Span,
    TextSpan Normal,
    int Sentence,
    string Name,
    TargetKind Kind,
    Figure? Value,
    Figure? Value2,
    string? Unit,
    string? Partner,
    string? Dimension,
    TargetStrength Strength,
    IReadOnlyList<Evidence> Evidence);
