using Maoding.Domain.Progress;

namespace Maoding.Domain.Lights;

/// <summary>A leaf in force as it was at the closing of a month: what the facts for the rules are taken from.</summary>
/// <param name="Plan">Twelve cumulative per-mille values; empty without a plan.</param>
/// <param name="IssuedOn">The first period that is asked for ends on this day or later.</param>
/// <param name="LastPeriod">Key of the last period with an accepted report; 0 for none.</param>
/// <param name="LastShare">The share it says.</param>
/// <param name="MissedBefore">Months in a row in which the plan was missed, up to the month before.</param>
public sealed record RowMonth(IReadOnlyList<int> Plan, DateOnly? Due, Rhythm Rhythm, DateOnly IssuedOn, int LastPeriod, int? LastShare, int MissedBefore)
{
    /// <summary>Projects tell the share: what is not there is missing with them.</summary>
    public bool IsTold { get; init; }

    /// <summary>A target's row: no share of it is due by any month.</summary>
    public RowMonth ByFigures() => this with { Plan = [], MissedBefore = 0 };

    /// <param name="month">yyyymm, in the plan's year.</param>
    public LightFacts At(int month)
    {
        // A row that reports by the quarter is measured at the last quarter that is over.
        var measured = Rhythm == Rhythm.Quarter ? (month % 100) - (month % 100 % 3) : month % 100;
        int? planned = Plan.Count == 0 || measured == 0 ? null : Plan[measured - 1];
        var missed = planned > (LastShare ?? 0);
        var counts = Rhythm != Rhythm.Quarter || measured == month % 100;
        return new LightFacts(
            planned,
            LastShare,
            missed ? MissedBefore + (counts ? 1 : 0) : 0,
            Missing(month),
            Due is { } due ? due.DayNumber - Period.OfMonth(month).End.DayNumber : null,
            planned > 0 && LastShare is null or 0 ? Math.Max(0, measured - Plan.TakeWhile(v => v == 0).Count()) : 0);
    }

    /// <summary>A report was due for the month and none is accepted that reaches its end.</summary>
    public bool IsMissing(int month) => !IsTold && LastAsked(month, Rhythm, IssuedOn) is { } asked && LastPeriod < asked.Key;

    /// <summary>The last period closed with the month that is asked for; null when none is.</summary>
    public static Period? LastAsked(int month, Rhythm rhythm, DateOnly issuedOn) =>
        Period.In(month, rhythm).Where(p => p.End >= issuedOn).Select(p => (Period?)p).LastOrDefault();

    private int Missing(int month)
    {
        var count = 0;
        if (IsTold) return count;
        for (var m = month; m % 100 > 0; m--)
        {
            if (LastAsked(m, Rhythm, IssuedOn) is not { } asked) continue;
            if (LastPeriod >= asked.Key) break;
            count++;
        }

        return count;
    }
}
