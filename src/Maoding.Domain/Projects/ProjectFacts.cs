using Maoding.Domain.Access;
using Maoding.Domain.Ledger;

namespace Maoding.Domain.Projects;

/// <summary>What permission checks need to know of a project: its leader, the unit that answers for it and the one that serves it.</summary>
public static class ProjectFacts
{
    public static RowFacts Of(Project project) => Of(project.LeaderPostId, project.LeadUnitId, project.ServiceUnitId);

    public static RowFacts Of(int? leaderPostId, int leadUnitId, int? serviceUnitId) =>
        new(CommitmentState.Issued, leaderPostId, null, leadUnitId, serviceUnitId is { } service ? [service] : []);
}
