using Maoding.Domain.Access;
using Maoding.Domain.Procedures;
using Maoding.Hosting;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Maoding.Features.JointReviews;

/// <summary>Writes down which silent departments went up to which leader. Pages reckon the same by the day, so that a night without the job hides nothing.</summary>
public sealed partial class ReviewEscalation(MaodingContext db, AuditedSave save, BusinessClock clock, ILogger<ReviewEscalation> log)
{
    private static readonly Actor System = new(0, null, "系统自动", false, []);

    /// <returns>How many went up.</returns>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        if (await db.Regions.AsNoTracking().FirstOrDefaultAsync(stop) is not { } region) return 0;
        var today = clock.Today(region.BusinessDate);
        var reviews = await db.JointReviews.Include(r => r.Answers)
            .Where(r => r.State == ReviewState.Reviewing && r.Answers.Any(a => a.Kind == null && a.DecidedOn == null && a.EscalatedOn == null && a.Due < today)).ToListAsync(stop);
        if (reviews.Count == 0) return 0;
        var ids = reviews.ConvertAll(r => r.ProjectId);
        var projects = await db.Projects.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, stop);
        var directory = await DirectorySnapshot.LoadAsync(db, stop);
        var silent = reviews.SelectMany(r => r.Answers.Where(a => a.EscalatedOn is null && a.DecidedOn is null && ReviewRules.IsSilent(a, today)).Select(a => (Answer: a, Project: projects[r.ProjectId]))).ToList();
        foreach (var (answer, project) in silent)
            (answer.EscalatedOn, answer.EscalatedToPostId) = (today, ReviewPosts.Of(directory, answer, project, today));
        await save.SaveAsync(System, "联审逾期提级", stop: stop);
        return silent.Count;
    }

    /// <summary>The same, which never stops the other work of the night.</summary>
    public async Task TryAsync(CancellationToken stop)
    {
        try
        {
            await RunAsync(stop);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Failed(log, error);
        }
    }

    [LoggerMessage(EventId = 30, Level = LogLevel.Error, Message = "Silent departments of joint reviews could not be written down; the next try is tomorrow")]
    private static partial void Failed(ILogger logger, Exception error);
}

/// <summary>Once a day, on one of the nodes.</summary>
[DisallowConcurrentExecution]
internal sealed class ReviewEscalationJob(ReviewEscalation escalation) : IJob
{
    public const string Name = "review-escalation";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await escalation.TryAsync(cancellationToken);
}
