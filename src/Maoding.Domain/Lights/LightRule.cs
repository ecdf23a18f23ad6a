namespace Maoding.Domain.Lights;

/// <summary>What a light rule looks at.</summary>
public enum LightTest
{
    /// <summary>Months in a row, this one included, in which less was done than planned: at least N.</summary>
    MissedMonths = 1,

    /// <summary>Share done as percent of the planned share: below N.</summary>
    PercentOfPlan = 2,

    /// <summary>Percentage points behind the planned share: more than N.</summary>
    PointsBehind = 3,

    /// <summary>Days until the row's time while it is not done: at most N.</summary>
    DaysBefore = 4,

    /// <summary>Days past the row's time while it is not done: at least N.</summary>
    DaysAfter = 5,

    /// <summary>No accepted report of a month that needed one; N months in a row.</summary>
    MissingReports = 6,

    /// <summary>Months without anything done from the first planned one on, that one counted: at least N.</summary>
    NotStarted = 7,
}

/// <summary>
/// One rule: a test with its limit and the light it gives. Rules are asked in their order; the worst light wins, the first of equals is named.
/// </summary>
/// <param name="Limit">In the unit of the test: months, percent, percentage points or days; up to one decimal.</param>
public sealed record LightRule(LightTest Test, decimal Limit, Light Light);
