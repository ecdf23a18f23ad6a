using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Procedures;
using Maoding.Domain.Projects;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Building.JointReviews;

/// <summary>A department's part of a review that a leader has to decide.</summary>
/// <param name="Since">From when.</param>
public sealed record ToDecide(int ReviewId, string Title, string ProjectName, DateOnly Since);

/// <summary>To whom silence and disagreement go up, and who may see, run and decide.</summary>
internal static class ReviewPosts
{
    /// <summary>The leader in charge of the department, else the project's, else the first of the district; null where no leader is named at all.</summary>
    public static int? Of(DirectorySnapshot directory, int unitId, Project project, DateOnly day) =>
        directory.LeaderOf(unitId, day)?.Id ?? project.LeaderPostId ?? directory.Leaders.FirstOrDefault()?.Id;

    /// <summary>To whom an answer has gone up, or goes by its day although no job has written it down yet.</summary>
    public static int? Of(DirectorySnapshot directory, ReviewAnswer answer, Project project, DateOnly day) =>
        answer.EscalatedToPostId ?? Of(directory, answer.UnitId, project, day);

    /// <summary>The units whose silence or disagreement would go to one of the posts.</summary>
    public static List<int> UnitsUnder(DirectorySnapshot directory, IReadOnlyList<int> posts, DateOnly day) =>
        posts.Count == 0 ? [] : [.. directory.Units.Where(u => directory.LeaderOf(u.Id, day) is { } leader && posts.Contains(leader.Id)).Select(u => u.Id)];

    /// <summary>For the leader's decision: the post that it went up to.</summary>
    public static AccessFacts FactsOf(int? postId) => AccessFacts.Of([], [postId]);

    /// <summary>Who runs the project sees its packages; once sent, the departments asked and their leaders too.</summary>
    public static bool MaySee(Actor actor, DirectorySnapshot directory, JointReview review, Project project, DateOnly day)
    {
        if (Permissions.Allows(actor, Permission.AnswerReview, ProjectFacts.Of(project))) return true;
        return review.State != ReviewState.Preparing
            && review.Answers.Any(a => Permissions.Allows(actor, Permission.AnswerReview, AccessFacts.Of([a.UnitId], [Of(directory, a, project, day)])));
    }

    /// <exception cref="RefusalException">PER001.</exception>
    public static void DemandSees(Actor actor, DirectorySnapshot directory, JointReview review, Project project, DateOnly day)
    {
        if (!MaySee(actor, directory, review, project, day))
            throw new RefusalException("PER001", "这次联审联批没有送您的单位。如确有需要，请联系经办单位或督查室。", RefusalKind.Forbidden);
    }

    /// <summary>What waits for the posts' decision today, whether or not the night's job has written it down.</summary>
    public static async Task<List<ToDecide>> ToDecideAsync(
        MaodingContext db, DirectorySnapshot directory, IReadOnlyList<int> posts, DateOnly today, CancellationToken stop)
    {
        var open = await (from review in db.JointReviews
                          where review.State == ReviewState.Reviewing
                          from answer in review.Answers
                          where answer.DecidedOn == null && (answer.Kind == AnswerKind.Disagree || (answer.Kind == null && answer.Due < today))
                          join project in db.Projects on review.ProjectId equals project.Id
                          select new { review.Id, review.Title, Answer = answer, Project = project }).AsNoTracking().ToListAsync(stop);
        return
        [
            .. open.Where(o => Of(directory, o.Answer, o.Project, today) is { } post && posts.Contains(post))
                .Select(o => new ToDecide(o.Id, o.Title, o.Project.Name, o.Answer.EscalatedOn ?? o.Answer.AnsweredOn ?? o.Answer.Due!.Value.AddDays(1))),
        ];
    }

    public static RefusalException Missing() => new("JNT002", "没有这次联审联批。请从“联审联批”页重新进入。", RefusalKind.Missing);
}
