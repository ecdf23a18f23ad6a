using Maoding.Contracts;
using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Procedures;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Building.JointReviews;

/// <summary>
/// Writes down which silent departments went up to which leader. Pages reckon the same by the day, so that a night without the job hides nothing.
/// </summary>
public sealed class ReviewEscalation(MaodingContext db, AuditedSave save, BusinessClock clock, ILogger<ReviewEscalation> log) : NightWork(db, clock, log)
{
    protected override async Task<int> RunAsync(Region region, DateOnly today, CancellationToken stop)
    {
        var reviews = await Db.JointReviews.Include(r => r.Answers)
            .Where(r => r.State == ReviewState.Reviewing && r.Answers.Any(a => a.Kind == null && a.DecidedOn == null && a.EscalatedOn == null && a.Due < today))
            .ToListAsync(stop);
        if (reviews.Count == 0) return 0;
        var ids = reviews.ConvertAll(r => r.ProjectId);
        var projects = await Db.Projects.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, stop);
        var directory = await DirectorySnapshot.LoadAsync(Db, stop);
        var silent = reviews.SelectMany(r => r.Answers.Where(a => a.EscalatedOn is null && a.DecidedOn is null && ReviewRules.IsSilent(a, today))
            .Select(a => (Answer: a, Project: projects[r.ProjectId]))).ToList();
        foreach (var (answer, project) in silent)
            (answer.EscalatedOn, answer.EscalatedToPostId) = (today, ReviewPosts.Of(directory, answer, project, today));
        await save.SaveAsync(Actor.System, "联审逾期提级", stop: stop);
        return silent.Count;
    }
}
