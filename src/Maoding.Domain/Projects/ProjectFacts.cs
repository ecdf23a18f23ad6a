using Maoding.Domain.Access;

namespace Maoding.Domain.Projects;

/// <summary>What permission checks need to know of a project: its leader, the unit that answers for it and the one that serves it.</summary>
public static class ProjectFacts
{
    public static AccessFacts Of(Project project) => Of(project.LeaderPostId, project.LeadUnitId, project.ServiceUnitId);

    public static AccessFacts Of(int? leaderPostId, int leadUnitId, int? serviceUnitId) => AccessFacts.Of([leadUnitId, serviceUnitId], [leaderPostId]);
}
