using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Domain.Problems;
using Maoding.Shared.Addresses;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Building.Projects;

/// <summary>A project of a leader's.</summary>
/// <param name="Problems">Open ones.</param>
public sealed record LedProject(ProjectRow Row, DateOnly? NextVisit, int Version, int? ServiceUnitId, int Problems);

/// <summary>Reads what one leader's post has to do with projects.</summary>
public sealed class LeaderReader(MaodingContext db, ProjectList list, IEnumerable<LeaderPart> parts)
{
    /// <param name="lastMonth">See <see cref="ProjectList.ReadAsync"/>.</param>
    public async Task<IReadOnlyList<LedProject>> ProjectsAsync(Actor actor, int post, int year, int lastMonth, CancellationToken stop)
    {
        var page = await list.ReadAsync(actor, new ProjectFilter(year, Leader: post), year, lastMonth, stop);
        var ids = page.Rows.Select(r => r.Id).ToList();
        var more = await db.Projects.AsNoTracking().Where(p => EF.Parameter(ids).Contains(p.Id)).Select(
            p => new { p.Id, p.NextVisit, p.Version, p.ServiceUnitId, Problems = db.Problems.Count(q => q.ProjectId == p.Id && q.State < ProblemState.Closed) })
            .ToDictionaryAsync(p => p.Id, stop);
        return [.. page.Rows.Select(r => new LedProject(r, more[r.Id].NextVisit, more[r.Id].Version, more[r.Id].ServiceUnitId, more[r.Id].Problems))];
    }

    /// <summary>Problems that have come up to the leader and reviews that wait for a ruling, the oldest first.</summary>
    public async Task<IReadOnlyList<LeaderDecision>> DecisionsAsync(Actor actor, int post, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.SeeProblems);
        var decisions = new List<LeaderDecision>();
        foreach (var part in parts) decisions.AddRange(await part.ReadAsync(post, stop));
        return [.. decisions.OrderBy(d => d.Since)];
    }
}
