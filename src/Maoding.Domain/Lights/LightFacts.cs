using Maoding.Domain.Progress;

namespace Maoding.Domain.Lights;

/// <summary>What is known of a row at the end of a month: all that rules look at.</summary>
/// <param name="Planned">Planned share, 0 to 1000; null without a plan or before the first time that is reported on.</param>
/// <param name="Done">Share done by accepted reports, 0 to 1000; null without any.</param>
/// <param name="MissedMonths">Months in a row, this one included, in which less was done than planned.</param>
/// <param name="MissingReports">Months in a row, this one included, whose report was due and is not accepted.</param>
/// <param name="DaysLeft">Days from the month's end to the row's time; negative: past it; null without one.</param>
/// <param name="NotStarted">Months in which nothing was done, from the first one with work planned to this one, both counted.</param>
public sealed record LightFacts(int? Planned, int? Done, int MissedMonths, int MissingReports, int? DaysLeft, int NotStarted)
{
    /// <summary>As they were kept with a closed month.</summary>
    public static LightFacts Of(MonthLight month) => new(month.Planned, month.Done, month.MissedMonths, month.MissingMonths, month.DaysLeft, month.IdleMonths);

    /// <summary>Of a row that its figures judge: where these tell no share, a plan of shares was not missed.</summary>
    public LightFacts ByFigures() => Done is null ? this with { MissedMonths = 0, NotStarted = 0 } : this;

    /// <summary>Less was done than planned.</summary>
    public bool IsMissed => Planned > (Done ?? 0);

    /// <summary>All was reported; that somebody verified it is another thing.</summary>
    public bool IsWhole => Done >= PerMille.Whole;

    /// <summary>Done as percent of planned; null where nothing was planned.</summary>
    public decimal? PercentOfPlan => Planned > 0 ? (Done ?? 0) * 100m / Planned : null;

    /// <summary>Percentage points behind the plan; 0 when not behind, null without a plan.</summary>
    public decimal? PointsBehind => Planned is { } planned ? Math.Max(0, planned - (Done ?? 0)) / 10m : null;
}

/// <summary>A light with the rule that gave it.</summary>
/// <param name="Rule">The rule's line from 1; 0: none fired; <see cref="ByTarget"/>.</param>
public readonly record struct Judgement(Light Light, int Rule)
{
    /// <summary>Not by a rule on shares: the row's target was judged by its figures.</summary>
    public const int ByTarget = -1;
}
