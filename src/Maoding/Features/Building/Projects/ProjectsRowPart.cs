using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Domain.Progress;

namespace Maoding.Features.Building.Projects;

/// <summary>The projects that serve the row; they may be what its share comes from.</summary>
internal sealed class ProjectsRowPart(ProjectReader projects) : RowPart
{
    public override int Place => 200;

    public override async Task<RowSection?> ReadAsync(RowScene scene, CancellationToken stop)
    {
        if (!Permissions.Allows(scene.Actor, Permission.SeeProjects)) return null;
        var serving = await projects.OfCommitmentAsync(scene.Actor, scene.Row.Id, scene.Plan.Year, stop);
        scene.IsByProjects = scene.Row.IsLeaf && !scene.HasTarget && serving.Source is { } source
            && ReportShare.BasisOf(scene.Row, source) == ShareBasis.Projects;
        return serving.Count == 0 ? null : new RowSection("~/Features/Building/Projects/_OfRow.cshtml", (serving, scene.Plan.Year, scene.IsByProjects));
    }
}
