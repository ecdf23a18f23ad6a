using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Documents;
using Maoding.Domain.Procedures;
using Maoding.Domain.Projects;
using Maoding.Shared;
using Maoding.Shared.Addresses;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Building.JointReviews;

/// <summary>A joint review in the list.</summary>
/// <param name="Asked">Parts that departments were asked for.</param>
/// <param name="Awaited">Parts that are not answered.</param>
/// <param name="Silent">Of these, past their day.</param>
/// <param name="ToDecide">Waiting for a leader.</param>
public sealed record ReviewLine(JointReview Review, string ProjectName, int Asked, int Awaited, int Silent, int ToDecide);

/// <summary>A joint review with all that its page shows.</summary>
/// <param name="Procedures">Those decided about, by key.</param>
public sealed record ReviewView(JointReview Review, Project Project, IReadOnlyDictionary<int, Procedure> Procedures, IReadOnlyList<StoredFile> Files);

/// <summary>How a department answered over a year.</summary>
/// <param name="Asked">Parts of reviews that were sent to it.</param>
/// <param name="Average">Working days an answer took; null without one.</param>
/// <param name="Late">Answered after the last day.</param>
/// <param name="Silent">Past the last day and not answered.</param>
public sealed record DepartmentLine(int UnitId, int Asked, int Answered, decimal? Average, int Longest, int Late, int Silent, int Conditional, int Disagreed);

/// <summary>Reads joint reviews.</summary>
public sealed class JointReviewReader(MaodingContext db, CurrentRequest current)
{
    /// <summary>Reviews in the list at most.</summary>
    public const int ShownAtMost = 100;

    /// <summary>Those that the actor may see, under way before the others, the newest first.</summary>
    public async Task<(IReadOnlyList<ReviewLine> Lines, bool HasMore)> ListAsync(Actor actor, JointReviewFilter filter, CancellationToken stop)
    {
        var found = Visible(actor);
        if (filter.Project is { } project) found = found.Where(r => r.ProjectId == project);
        if (filter.State is { } state) found = found.Where(r => r.State == state);
        var rows = await found.OrderBy(r => r.State).ThenByDescending(r => r.Id).Take(ShownAtMost + 1)
            .Select(r => new { Review = r, Project = db.Projects.Where(p => p.Id == r.ProjectId).Select(p => p.Name).First(), r.Answers })
            .AsSplitQuery().ToListAsync(stop);
        var lines = rows.Take(ShownAtMost).Select(r => new ReviewLine(
            r.Review,
            r.Project,
            r.Answers.Count,
            r.Review.State == ReviewState.Reviewing ? r.Answers.Count(a => a.Kind is null) : 0,
            r.Review.State == ReviewState.Reviewing ? r.Answers.Count(a => ReviewRules.IsSilent(a, current.Today)) : 0,
            r.Review.State == ReviewState.Reviewing ? r.Answers.Count(a => ReviewRules.NeedsDecision(a, current.Today)) : 0));
        return ([.. lines], rows.Count > ShownAtMost);
    }

    /// <exception cref="RefusalException">PER001: not for the actor; JNT002: no such review.</exception>
    public async Task<ReviewView> FindAsync(Actor actor, int id, CancellationToken stop)
    {
        var review = await db.JointReviews.AsNoTracking().Include(r => r.Answers).SingleOrDefaultAsync(r => r.Id == id, stop) ?? throw ReviewPosts.Missing();
        var project = await db.Projects.AsNoTracking().SingleAsync(p => p.Id == review.ProjectId, stop);
        ReviewPosts.DemandSees(actor, current.Directory, review, project, current.Today);
        var ids = review.Answers.Select(a => a.ProcedureId).OfType<int>().ToList();
        var procedures = await db.Procedures.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, stop);
        var places = current.Directory.Units.Select((u, i) => (u.Id, i)).ToDictionary(u => u.Id, u => u.i);
        review.Answers = [.. review.Answers.OrderBy(a => places.GetValueOrDefault(a.UnitId)).ThenBy(a => a.Id)];
        return new ReviewView(review, project, procedures, await db.FilesOf(nameof(JointReview), id).OrderBy(f => f.Id).ToListAsync(stop));
    }

    /// <summary>A file of a package, for whoever may see the review; null when there is none.</summary>
    public async Task<StoredFile?> FileAsync(Actor actor, int fileId, CancellationToken stop)
    {
        var file = await db.Files.AsNoTracking().SingleOrDefaultAsync(f => f.Id == fileId && f.Subject == nameof(JointReview), stop);
        if (file is not null) await FindAsync(actor, file.SubjectId, stop);
        return file;
    }

    /// <summary>The procedures of a project that can be reviewed: not settled.</summary>
    /// <exception cref="RefusalException">PER001; JNT002: no such project.</exception>
    public async Task<(Project Project, IReadOnlyList<Procedure> Open)> OfferAsync(Actor actor, int projectId, CancellationToken stop)
    {
        var project = await db.Projects.AsNoTracking().SingleOrDefaultAsync(p => p.Id == projectId, stop) ?? throw ReviewPosts.Missing();
        Permissions.Demand(actor, Permission.RunProcedures, ProjectFacts.Of(project));
        return (project, await db.Procedures.AsNoTracking()
            .Where(p => p.ProjectId == projectId && p.FinishedOn == null && p.Waived == "").OrderBy(p => p.Order).ToListAsync(stop));
    }

    /// <summary>What each department took in the reviews sent in a year, in official order.</summary>
    public async Task<IReadOnlyList<DepartmentLine>> DepartmentsAsync(int year, CancellationToken stop)
    {
        Permissions.Demand(current.Actor, Permission.SeeProjects);
        var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var rows = await (from review in db.JointReviews
                          where review.SentOn >= @from && review.SentOn <= to
                          from answer in review.Answers
                          select new { review.SentOn, review.State, Answer = answer }).AsNoTracking().ToListAsync(stop);
        var lines = rows.GroupBy(r => r.Answer.UnitId).ToDictionary(g => g.Key, g =>
        {
            var answered = g.Where(r => r.Answer.Kind is not null).ToList();
            var days = answered.ConvertAll(r => ReviewRules.DaysTaken(r.SentOn, r.Answer.AnsweredOn, current.Today, current.Directory.Calendar) ?? 0);
            return new DepartmentLine(
                g.Key,
                g.Count(),
                answered.Count,
                days.Count == 0 ? null : Math.Round((decimal)days.Average(), 1),
                days.DefaultIfEmpty().Max(),
                answered.Count(r => r.Answer.AnsweredOn > r.Answer.Due),
                // Of a review that is over nobody is asked any more, but who was silent then was silent.
                g.Count(r => r.State is ReviewState.Reviewing or ReviewState.Concluded && ReviewRules.IsSilent(r.Answer, current.Today)),
                answered.Count(r => r.Answer.Kind == AnswerKind.Conditional),
                answered.Count(r => r.Answer.Kind == AnswerKind.Disagree));
        });
        return [.. current.Directory.Units.Where(u => lines.ContainsKey(u.Id)).Select(u => lines[u.Id])];
    }

    private IQueryable<JointReview> Visible(Actor actor)
    {
        var all = db.JointReviews.AsNoTracking();
        if (Permissions.ScopeOf(actor, Permission.AnswerReview) == Scope.All) return all;
        var (units, posts) = (actor.Units, actor.LeaderPosts);
        var under = ReviewPosts.UnitsUnder(current.Directory, posts, current.Today);
        return all.Where(r =>
            db.Projects.Any(
                p => p.Id == r.ProjectId && (units.Contains(p.LeadUnitId) || units.Contains(p.ServiceUnitId!.Value) || posts.Contains(p.LeaderPostId!.Value)))
            || (r.State != ReviewState.Preparing
                && r.Answers.Any(a => units.Contains(a.UnitId) || posts.Contains(a.EscalatedToPostId!.Value) || under.Contains(a.UnitId))));
    }
}
