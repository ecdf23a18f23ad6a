using Maoding.Contracts;
using Maoding.Districts;
using Maoding.Domain.Access;
using Maoding.Domain.Projects;

namespace Maoding.Features.Supervision.Problems;

/// <summary>The project's problems, as far as the actor may see them.</summary>
internal sealed class ProblemsProjectPart(ProblemReader problems) : ProjectPart
{
    public override int Place => 200;

    public override async Task<ProjectSection?> ReadAsync(Actor actor, DirectorySnapshot directory, Project project, CancellationToken stop) =>
        !Permissions.Allows(actor, Permission.SeeProblems) || await problems.OfProjectAsync(actor, project.Id, stop) is not { } shown
            ? null
            : new ProjectSection("~/Features/Supervision/Problems/_OfProject.cshtml", shown);
}
