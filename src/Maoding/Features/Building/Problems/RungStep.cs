using System.Globalization;
using Maoding.Districts;
using Maoding.Domain.Problems;

namespace Maoding.Features.Building.Problems;

/// <summary>One rung of a problem's ladder as it is drawn.</summary>
/// <param name="Who">The unit, the leader, the chief, or the meeting that has to settle it there.</param>
/// <param name="When">Since when, and until when; empty for a rung that was not reached.</param>
public sealed record RungStep(Rung Rung, string Who, string When, bool IsNow, string Class)
{
    public static RungStep Of(Rung rung, Problem problem, Ladder ladder, DirectorySnapshot directory, DateOnly today)
    {
        var isNow = problem.Rung == rung;
        var who = rung switch
        {
            Rung.Unit => directory.UnitName(problem.UnitId),
            Rung.Leader => directory.LeaderShort(problem.LeaderPostId, today),
            Rung.Chief => directory.LeaderShort(directory.ChiefOf(problem.UnitId)?.Id, today),
            _ => "",
        };
        // The first time on the rung since it was last assigned from the beginning.
        var since = isNow ? problem.RungSince : problem.Events.FindLast(e => e.Rung == rung && e.Move is ProblemMove.Assign or ProblemMove.Escalate)?.On;
        var when = rung > problem.Rung || since is not { } day
            ? ladder.DaysOf(rung) is { } days ? $"{days} 个工作日" : ""
            : isNow && ladder.LastDay(problem) is { } last ? $"{Day(day)}起，到{Day(last)}" : $"{Day(day)}起";
        return new RungStep(rung, who, when, isNow, isNow ? ladder.IsOver(problem, today) ? "now over" : "now" : rung < problem.Rung ? "past" : "ahead");
    }

    private static string Day(DateOnly day) => day.ToString("M月d日", CultureInfo.InvariantCulture);
}
