using Maoding.Domain.Calendar;
using System.Globalization;
using Maoding.Contracts;
using Maoding.Domain.Problems;
using Maoding.Shared.Addresses;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Supervision.Problems;

/// <summary>A problem runs against the day it is to be solved by; beneath that, against the time of the tier where it stands.</summary>
internal sealed class ProblemClocks(MaodingContext db) : ClockPart
{
    /// <summary>Problems that are read at once, those due first.</summary>
    private const int Most = 50;

    public override int Place => 200;

    public override async Task<IReadOnlyList<Clock>> RunningAsync(ClockScene scene, CancellationToken stop)
    {
        var (units, posts) = (scene.Actor.Units, scene.Actor.LeaderPosts);
        if (units.Count == 0 && posts.Count == 0) return [];
        var open = await db.Problems.AsNoTracking().VisibleTo(db, scene.Actor)
            .Where(p => p.State == ProblemState.Assigned || p.State == ProblemState.Handling)
            .Where(p => units.Contains(p.UnitId!.Value) || posts.Contains(p.LeaderPostId!.Value))
            .OrderBy(p => p.Due).ThenBy(p => p.Number).Take(Most).ToListAsync(stop);
        var ladder = Ladder.Of(scene.Directory.Region);
        return [.. open.SelectMany(p => Of(p, ladder, scene.Directory.Calendar)).Where(c => c.Until <= scene.Last)];
    }

    private static IEnumerable<Clock> Of(Problem problem, Ladder ladder, WorkCalendar calendar)
    {
        var (thing, href) = (string.Create(CultureInfo.InvariantCulture, $"problem/{problem.Id}"), ProblemLinks.Problem(problem.Id));
        if (problem.Due is { } due)
            yield return new Clock(thing, string.Create(CultureInfo.InvariantCulture, $"解决问题{problem.Number:0000}：{problem.Title}"), due, href);
        if (ladder.LastDay(problem, calendar) is { } last && last != problem.Due)
            yield return new Clock(
                $"{thing}/tier", string.Create(CultureInfo.InvariantCulture, $"问题{problem.Number:0000}在{ProblemWords.Of(problem.Tier)}这一级"), last, href)
            {
                Beneath = thing,
            };
    }
}
