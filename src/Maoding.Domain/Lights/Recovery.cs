using Maoding.Domain.Progress;

namespace Maoding.Domain.Lights;

/// <summary>补上: arrears of a closed month that a later report made up. The frozen light stays; the day is written beside it.</summary>
public static class Recovery
{
    /// <summary>
    /// Whether an accepted report makes up for a closed month of its row: it reaches the share
    /// planned for that month, and the report that was missing, or a later one, is there.
    /// </summary>
    /// <param name="period">Key of the accepted report's period.</param>
    /// <param name="share">What it says, 0 to 1000.</param>
    public static bool Makes(MonthLight month, int period, int? share)
    {
        // What its figures gave, no report can make up for.
        if (month.Light <= Light.Green || month.RecoveredOn is not null || month.Rule == Judgement.ByTarget) return false;
        // Shares only grow; a report of an earlier time that reaches the plan would have been there in time.
        var reached = month.Planned is not { } planned || (share ?? 0) >= planned;
        return reached && (!month.IsMissing || new Period(period).Month >= month.Month);
    }

    /// <summary>What a month is shown as: the override, else yellow for a red month that was made up where the rules say so, else what was computed.</summary>
    public static Light Shown(MonthLight month, LightRules rules) =>
        month is { Override: null, Light: Light.Red, RecoveredOn: not null } && rules.YellowWhenRecovered ? Light.Yellow : month.Shown;
}
