using Maoding.Contracts;
using Maoding.Domain.Problems;
using Maoding.Shared.Addresses;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Supervision.Problems;

/// <summary>Problems that have come up to the leader.</summary>
internal sealed class ProblemsLeaderPart(MaodingContext db) : LeaderPart
{
    public override async Task<IReadOnlyList<LeaderDecision>> ReadAsync(int post, CancellationToken stop)
    {
        var problems = await (from p in db.Problems.AsNoTracking()
                              where p.LeaderPostId == post && p.Tier == Tier.Leader && p.State < ProblemState.Resolved
                              select new
                              {
                                  p.Id,
                                  p.Title,
                                  Since = p.TierSince ?? p.RaisedOn,
                                  Project = db.Projects.Where(j => j.Id == p.ProjectId).Select(j => j.Name).FirstOrDefault(),
                              }).ToListAsync(stop);
        return [.. problems.Select(p => new LeaderDecision("问题", p.Title, p.Project ?? "", p.Since, ProblemLinks.Problem(p.Id)))];
    }
}
