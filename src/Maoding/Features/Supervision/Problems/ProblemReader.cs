using Maoding.Districts;
using Maoding.Features.Administration.Accounts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Problems;
using Maoding.Shared;
using Maoding.Shared.Addresses;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Supervision.Problems;

/// <summary>A problem with what its page shows.</summary>
/// <param name="ProjectName">Empty for none.</param>
/// <param name="RowName">Number and title of the ledger's row; empty for none.</param>
/// <param name="Names">The people behind accounts.</param>
/// <param name="Meetings">Days of the site meetings that decided steps.</param>
public sealed record ProblemDetails(
    Problem Problem, string ProjectName, int? ProjectLeaderPostId, int? ProjectUnitId, string RowName,
    IReadOnlyDictionary<int, string> Names, IReadOnlyDictionary<int, DateOnly> Meetings, bool RaiserIsInPost)
{
    public AccessFacts Facts { get; } = ProblemFacts.Of(Problem);

    public string NameOf(int account) => account == 0 ? "系统" : Names.GetValueOrDefault(account, "（账号已撤销）");
}

/// <summary>The problems of one project, for its page.</summary>
/// <param name="RaiseHref">Where another is raised; null for those who may not.</param>
/// <param name="MeetingHref">Where a site meeting is written down; likewise.</param>
public sealed record ProjectProblems(
    IReadOnlyList<ProblemLine> Lines, DirectorySnapshot Directory, DateOnly Today, string? RaiseHref, string? MeetingHref, string ListHref);

/// <summary>Reads one problem, and those of one project.</summary>
public sealed class ProblemReader(MaodingContext db, ProblemList list, CurrentRequest current)
{
    /// <summary>Problems like it shown at once.</summary>
    private const int LikeShown = 5;

    /// <summary>Problems of the same cause that are compared, the newest first.</summary>
    private const int Compared = 300;

    /// <exception cref="RefusalException">PRB002: there is none; PER001: not for the actor.</exception>
    public async Task<ProblemDetails> ReadAsync(Actor actor, int id, CancellationToken stop)
    {
        var problem = await db.Problems.AsNoTracking().AsSplitQuery().Include(p => p.Events.OrderBy(e => e.Id))
            .Include(p => p.Steps.OrderBy(s => s.Due).ThenBy(s => s.Id)).OrderBy(p => p.Id).FirstOrDefaultAsync(p => p.Id == id, stop)
            ?? throw Missing();
        Permissions.Demand(actor, Permission.SeeProblems, ProblemFacts.Of(problem));
        var project = await db.Projects.AsNoTracking().Where(p => p.Id == problem.ProjectId)
            .Select(p => new { p.Name, p.LeaderPostId, Unit = p.ServiceUnitId ?? p.LeadUnitId }).FirstOrDefaultAsync(stop);
        var row = problem.CommitmentId is { } rowId ? await db.Commitments.AsNoTracking().Where(c => c.Id == rowId)
            .Select(c => new { c.Number, c.Title, c.LeadUnitId, c.LeaderPostId }).FirstOrDefaultAsync(stop) : null;
        var meetings = problem.Steps.Select(s => s.MeetingId).OfType<int>().Distinct().ToList();
        return new ProblemDetails(
            problem,
            project?.Name ?? "",
            project?.LeaderPostId ?? row?.LeaderPostId,
            project?.Unit ?? row?.LeadUnitId,
            row is null ? "" : $"{row.Number} {row.Title}",
            await db.NamesAsync([.. problem.Events.Select(e => e.ById).Append(problem.RaisedById).Distinct()], stop),
            meetings.Count == 0 ? new Dictionary<int, DateOnly>() : await db.SiteMeetings.AsNoTracking()
                .Where(m => meetings.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.HeldOn, stop),
            await db.RaiserIsInPostAsync(problem, current, stop));
    }

    /// <summary>Problems of other projects that are like it, closed ones first, with how they were solved.</summary>
    /// <remarks>What was learnt elsewhere is for everyone who may see this one: title, state and solution, no names.</remarks>
    public async Task<IReadOnlyList<LikeCandidate>> LikeAsync(Problem problem, CancellationToken stop)
    {
        var candidates = await db.Problems.AsNoTracking()
            .Where(p => p.Id != problem.Id && p.Cause == problem.Cause && p.State != ProblemState.Declined
                && (p.ProjectId == null || p.ProjectId != problem.ProjectId))
            .OrderByDescending(p => p.State == ProblemState.Closed).ThenByDescending(p => p.Id).Take(Compared)
            .Select(p => new LikeCandidate(p.Id, p.State, p.Title, p.Text, p.Resolution)).ToListAsync(stop);
        return Likeness.Of(problem.Title, problem.Text, candidates, LikeShown);
    }

    /// <summary>What the project's page shows in its part on problems.</summary>
    public async Task<ProjectProblems> OfProjectAsync(Actor actor, int projectId, CancellationToken stop) => new(
        Permissions.Allows(actor, Permission.SeeProblems) ? await list.OfProjectAsync(actor, projectId, stop) : [],
        current.Directory,
        current.Today,
        Permissions.Allows(actor, Permission.RaiseProblem) ? ProblemLinks.NewOfProject(projectId) : null,
        Permissions.Allows(actor, Permission.HoldSiteMeeting) ? SiteMeetingLinks.NewOfProject(projectId) : null,
        new ProblemFilter(All: true, Project: projectId).Href());

    internal static RefusalException Missing() => new("PRB002", "没有这个问题。请从“问题清单”栏目进入。", RefusalKind.Missing);
}

internal static class Raisers
{
    /// <summary>Whether the person who raised it still speaks for what it was raised for; an account closed by hand does not.</summary>
    public static async Task<bool> RaiserIsInPostAsync(this MaodingContext db, Problem problem, CurrentRequest current, CancellationToken stop)
    {
        var account = await db.Users.AsNoTracking().FirstOrDefaultAsync(u => u.Id == problem.RaisedById, stop);
        return account is not null && !AccountService.IsLockedByHand(account)
            && ProblemFacts.RaiserIsInPost(problem.RaisedUnitId, current.Directory.HeldBy(account.PersonId, current.Today));
    }
}
