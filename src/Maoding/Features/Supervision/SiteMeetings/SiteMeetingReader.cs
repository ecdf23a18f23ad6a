using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Problems;
using Maoding.Shared;
using Maoding.Shared.Addresses;
using Maoding.Shared.Lists;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Supervision.SiteMeetings;

/// <summary>A meeting in the list.</summary>
public sealed record MeetingLine(
    int Id, DateOnly HeldOn, string Place, int LeaderPostId, DateOnly? SignedOn, IReadOnlyList<string> Projects, int Steps, int Open);

/// <summary>One page of the list.</summary>
public sealed record MeetingPage(IReadOnlyList<MeetingLine> Lines, ListPage Page);

/// <summary>A decision with the problem that it serves.</summary>
public sealed record DecisionLine(ProblemStep Step, int Number, string Title, ProblemState State, int? ProjectId);

/// <summary>A project that a meeting was about.</summary>
public sealed record VisitedProject(int Id, string Code, string Name, int LeadUnitId, int? ServiceUnitId);

/// <summary>A problem of the meeting's projects that a decision may serve.</summary>
public sealed record OpenProblem(int Id, int Number, string Title, int? ProjectId);

/// <summary>A meeting with all that its page and its minutes show.</summary>
public sealed record MeetingDetails(
    SiteMeeting Meeting, IReadOnlyList<VisitedProject> Projects, IReadOnlyList<DecisionLine> Decisions, IReadOnlyList<OpenProblem> Problems, string EnteredBy)
{
    public AccessFacts Facts { get; } = ProblemFacts.Of(
        Meeting,
        Decisions.Select(d => d.Step.UnitId).Concat(Projects.Select(p => p.LeadUnitId)).Concat(Projects.Select(p => p.ServiceUnitId).OfType<int>()));
}

/// <summary>Reads site meetings, as far as the actor may see them.</summary>
public sealed class SiteMeetingReader(MaodingContext db)
{
    private const int PageSize = 50;

    /// <summary>Of one leader, or of all; the newest first.</summary>
    /// <exception cref="RefusalException">PER001.</exception>
    public async Task<MeetingPage> ListAsync(Actor actor, SiteMeetingFilter filter, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.SeeProblems);
        var meetings = Visible(actor);
        if (filter.Leader is { } leader) meetings = meetings.Where(m => m.LeaderPostId == leader);
        var page = new ListPage(PageSize, await meetings.CountAsync(stop), filter.Page);
        var shown = page.Of(meetings.OrderByDescending(m => m.HeldOn).ThenByDescending(m => m.Id));
        var lines = await shown.Select(m => new
        {
            m.Id,
            m.HeldOn,
            m.Place,
            m.LeaderPostId,
            m.SignedOn,
            Steps = db.ProblemSteps.Count(s => s.MeetingId == m.Id),
            Open = db.ProblemSteps.Count(s => s.MeetingId == m.Id && s.DoneOn == null),
        }).ToListAsync(stop);
        var names = (await (from meeting in shown
                            join visited in db.Set<MeetingProject>() on meeting.Id equals visited.MeetingId
                            join project in db.Projects on visited.ProjectId equals project.Id
                            orderby project.Code
                            select new { visited.MeetingId, project.Name }).ToListAsync(stop)).ToLookup(n => n.MeetingId, n => n.Name);
        return new MeetingPage(
            [.. lines.Select(l => new MeetingLine(l.Id, l.HeldOn, l.Place, l.LeaderPostId, l.SignedOn, [.. names[l.Id]], l.Steps, l.Open))], page);
    }

    /// <exception cref="RefusalException">SIT001: there is none; PER001: not for the actor.</exception>
    public async Task<MeetingDetails> ReadAsync(Actor actor, int id, CancellationToken stop)
    {
        var details = await LoadAsync(id, stop);
        Permissions.Demand(actor, Permission.SeeProblems, details.Facts);
        return details;
    }

    /// <summary>For the paper that is kept, whoever sees it.</summary>
    internal async Task<MeetingDetails> LoadAsync(int id, CancellationToken stop)
    {
        var meeting = await db.SiteMeetings.AsNoTracking().Include(m => m.Projects)
            .OrderBy(m => m.Id).FirstOrDefaultAsync(m => m.Id == id, stop) ?? throw Missing();
        var ids = meeting.Projects.ConvertAll(p => p.ProjectId);
        var decisions = await (from step in db.ProblemSteps.AsNoTracking()
                               join problem in db.Problems on step.ProblemId equals problem.Id
                               where step.MeetingId == id
                               orderby step.Id
                               select new DecisionLine(step, problem.Number, problem.Title, problem.State, problem.ProjectId)).ToListAsync(stop);
        return new MeetingDetails(
            meeting,
            await db.Projects.AsNoTracking().Where(p => ids.Contains(p.Id)).OrderBy(p => p.Code)
                .Select(p => new VisitedProject(p.Id, p.Code, p.Name, p.LeadUnitId, p.ServiceUnitId)).ToListAsync(stop),
            decisions,
            await db.Problems.AsNoTracking().Where(p => ids.Contains(p.ProjectId!.Value) && p.State < ProblemState.Resolved).OrderBy(p => p.Number)
                .Select(p => new OpenProblem(p.Id, p.Number, p.Title, p.ProjectId)).ToListAsync(stop),
            await db.NameAsync(meeting.EnteredById, stop));
    }

    internal static RefusalException Missing() => new("SIT001", "没有这次现场办公。请从“现场办公”栏目进入。", RefusalKind.Missing);

    internal IQueryable<SiteMeeting> Visible(Actor actor)
    {
        var meetings = db.SiteMeetings.AsNoTracking();
        var scope = Permissions.ScopeOf(actor, Permission.SeeProblems);
        if (scope == Scope.All) return meetings;
        var (units, posts) = (actor.Units, actor.LeaderPosts);
        return meetings.Where(m => posts.Contains(m.LeaderPostId)
            || db.ProblemSteps.Any(s => s.MeetingId == m.Id && units.Contains(s.UnitId))
            || m.Projects.Any(v => db.Projects.Any(p => p.Id == v.ProjectId && (units.Contains(p.LeadUnitId) || units.Contains(p.ServiceUnitId!.Value)))));
    }
}
