using Maoding.Domain.Access;
using Maoding.Domain.Organization;

namespace Maoding.Domain.Problems;

/// <summary>What permission checks need to know of problems and site meetings.</summary>
public static class ProblemFacts
{
    /// <summary>The leader in charge, the unit that handles it, the unit that raised it and those that carry out its steps, which must be loaded.</summary>
    public static AccessMap<Problem> Map { get; } = new()
    {
        Units = [p => p.UnitId, p => p.RaisedUnitId],
        Partners = p => p.Steps.Select(s => s.UnitId),
        LeaderPosts = [p => p.LeaderPostId],
    };

    public static AccessFacts Of(Problem problem) => Map.Of(problem);

    /// <summary>For saying that a step is done: the unit that handles the problem and those that have a step of it, not who only raised it.</summary>
    public static AccessFacts OfSteps(Problem problem) => AccessFacts.Of([problem.UnitId, .. problem.Steps.Select(s => (int?)s.UnitId)], []);

    /// <summary>For what the handling unit alone does.</summary>
    public static AccessFacts OfHandler(Problem problem) => AccessFacts.OfUnit(problem.UnitId);

    /// <summary>For what is done by those who answer for it: the leader in charge and the handling unit.</summary>
    public static AccessFacts OfCharge(Problem problem) => AccessFacts.Of([problem.UnitId], [problem.LeaderPostId]);

    /// <summary>By what a permission is asked for: handling is the handling unit's alone, escalating that of those in charge.</summary>
    public static AccessFacts For(Problem problem, Permission permission) => permission switch
    {
        Permission.HandleProblem => OfHandler(problem),
        Permission.EscalateProblem => OfCharge(problem),
        _ => Of(problem),
    };

    /// <param name="unitIds">Units with a step that the meeting decided, and those that answer for its projects.</param>
    public static AccessFacts Of(SiteMeeting meeting, IEnumerable<int> unitIds) => AccessFacts.Of([.. unitIds], [meeting.LeaderPostId]);

    /// <summary>Whether whoever raised it still speaks for what it was raised for: the unit, or as leader or coordinator.</summary>
    /// <param name="posts">What the person of the account holds today.</param>
    public static bool RaiserIsInPost(int? raisedUnitId, IReadOnlyList<HeldPost> posts) => raisedUnitId is { } unit
        ? posts.Any(p => p.UnitId == unit && p.Kind is PostKind.UnitHead or PostKind.UnitClerk)
        : posts.Any(p => p.Kind is PostKind.Leader or PostKind.Coordinator);

    /// <summary>
    /// Who says whether it is solved: whoever raised it; when that person has left the post, those who
    /// coordinate and those who may escalate it, but never the unit that handled it.
    /// </summary>
    public static Judge JudgeOf(Problem problem, Actor actor, bool raiserIsInPost)
    {
        if (actor.AccountId == problem.RaisedById && raiserIsInPost) return Judge.Raiser;
        if (raiserIsInPost || !actor.IsSignedIn) return Judge.None;
        if (Permissions.Allows(actor, Permission.AssignProblem, Of(problem))) return Judge.InStead;
        var handles = actor.Units.Any(u => u == problem.UnitId);
        return !handles && Permissions.Allows(actor, Permission.EscalateProblem, Of(problem)) ? Judge.InStead : Judge.None;
    }
}

/// <summary>In what capacity somebody judges a solution.</summary>
public enum Judge
{
    None = 0,

    /// <summary>The one who raised it.</summary>
    Raiser = 1,

    /// <summary>In place of one who has left the post: says why.</summary>
    InStead = 2,
}
