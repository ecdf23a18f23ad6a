using Maoding.Domain.Calendar;

namespace Maoding.Domain.Problems;

/// <summary>Why a problem goes up before its tier's time is over.</summary>
/// <param name="Beyond">Why it is beyond this tier's power.</param>
/// <param name="Tried">What this tier has tried.</param>
public sealed record EarlyGrounds(string Beyond, string Tried);

/// <summary>
/// The ladder of escalation: each tier has its working days; a problem goes up one tier at a time, after them, or earlier when the tier cannot settle it.
/// </summary>
public sealed record Ladder(int UnitDays, int LeaderDays, int ChiefDays)
{
    /// <summary>Working days that a tier may be given.</summary>
    public const int MostDays = 60;

    public static Ladder Of(Region region) => new(region.ProblemUnitDays, region.ProblemLeaderDays, region.ProblemChiefDays);

    /// <summary>Working days of a tier; null for the last, which has none above.</summary>
    public int? DaysOf(Tier tier) => tier switch
    {
        Tier.Unit => UnitDays,
        Tier.Leader => LeaderDays,
        Tier.Chief => ChiefDays,
        _ => null,
    };

    /// <summary>The tier above; null above a meeting.</summary>
    public static Tier? Above(Tier tier) => tier < Tier.Meeting ? tier + 1 : null;

    /// <summary>Somebody works on it, so that its tier's time runs.</summary>
    public static bool Runs(ProblemState state) => state is ProblemState.Assigned or ProblemState.Handling;

    /// <summary>
    /// The last day on which the tier may still settle it; the unit's is not before the day that it was given. Null while no time runs, and at a meeting.
    /// </summary>
    public DateOnly? LastDay(Problem problem, WorkCalendar calendar)
    {
        if (!Runs(problem.State) || problem.TierSince is not { } since || DaysOf(problem.Tier) is not { } days) return null;
        var last = calendar.AddWorkdays(since, days);
        return problem.Tier == Tier.Unit && problem.Due > last ? problem.Due : last;
    }

    /// <summary>The tier's time is over: the problem may go up without grounds, and the nightly work sends it.</summary>
    public bool IsOver(Problem problem, DateOnly today, WorkCalendar calendar) => LastDay(problem, calendar) < today;

    /// <summary>Asserts that it may go up today.</summary>
    /// <param name="to">The tier asked for; null: the one above.</param>
    /// <returns>The tier above.</returns>
    /// <exception cref="RefusalException">PRB001: not in this state; PRB010: not the tier above; PRB011, PRB012: too early without grounds.</exception>
    public Tier Demand(Problem problem, DateOnly today, Tier? to, EarlyGrounds grounds, WorkCalendar calendar)
    {
        ProblemMoves.Table.After(problem.State, ProblemMove.Escalate);
        if (Above(problem.Tier) is not { } above)
            throw new RefusalException("PRB010", "已经提到专题会议，上面没有层级了。请在专题会议上定下怎么办。", RefusalKind.Conflict);
        if (to is not null && to != above)
            throw new RefusalException("PRB010", $"提级要逐级往上，现在在“{ProblemWords.Of(problem.Tier)}”，只能提到“{ProblemWords.Of(above)}”。请刷新页面再提。", RefusalKind.Conflict);
        if (IsOver(problem, today, calendar)) return above;
        if (string.IsNullOrWhiteSpace(grounds.Beyond))
            throw new RefusalException("PRB011", $"“{ProblemWords.Of(problem.Tier)}”的期限还没有到，能在这一级解决的不能越过。确实超出权限的，请写明为什么。")
            {
                Field = nameof(EarlyGrounds.Beyond),
            };
        if (string.IsNullOrWhiteSpace(grounds.Tried))
            throw new RefusalException("PRB012", "期限没到就提级，请写明这一级已经做过哪些工作、结果如何。") { Field = nameof(EarlyGrounds.Tried) };
        return above;
    }

    /// <summary>A day moved on by the working days that went by while nobody could work on it.</summary>
    public static DateOnly Resumed(DateOnly day, DateOnly from, DateOnly to, WorkCalendar calendar) =>
        to <= from ? day : calendar.AddWorkdays(day, calendar.WorkdaysBetween(from, to));
}
