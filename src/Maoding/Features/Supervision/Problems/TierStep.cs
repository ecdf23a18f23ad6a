using System.Globalization;
using Maoding.Districts;
using Maoding.Domain.Problems;

namespace Maoding.Features.Supervision.Problems;

/// <summary>One tier of a problem's ladder as it is drawn.</summary>
/// <param name="Who">The unit, the leader, the chief, or the meeting that has to settle it there.</param>
/// <param name="When">Since when, and until when; empty for a tier that was not reached.</param>
public sealed record TierStep(Tier Tier, string Who, string When, bool IsNow, string Class)
{
    public static TierStep Of(Tier tier, Problem problem, Ladder ladder, DirectorySnapshot directory, DateOnly today)
    {
        var isNow = problem.Tier == tier;
        var who = tier switch
        {
            Tier.Unit => directory.UnitName(problem.UnitId),
            Tier.Leader => directory.LeaderShort(problem.LeaderPostId, today),
            Tier.Chief => directory.LeaderShort(directory.ChiefOf(problem.UnitId)?.Id, today),
            _ => "",
        };
        // The first time on the tier since it was last assigned from the beginning.
        var since = isNow ? problem.TierSince : problem.Events.FindLast(e => e.Tier == tier && e.Move is ProblemMove.Assign or ProblemMove.Escalate)?.On;
        var when = tier > problem.Tier || since is not { } day
            ? ladder.DaysOf(tier) is { } days ? $"{days} 个工作日" : ""
            : isNow && ladder.LastDay(problem, directory.Calendar) is { } last ? $"{Day(day)}起，到{Day(last)}" : $"{Day(day)}起";
        var now = ladder.IsOver(problem, today, directory.Calendar) ? "now over" : "now";
        return new TierStep(tier, who, when, isNow, isNow ? now : tier < problem.Tier ? "past" : "ahead");
    }

    private static string Day(DateOnly day) => day.ToString("M月d日", CultureInfo.InvariantCulture);
}
