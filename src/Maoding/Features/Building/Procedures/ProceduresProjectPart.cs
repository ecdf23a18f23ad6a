using Maoding.Contracts;
using Maoding.Districts;
using Maoding.Domain.Access;
using Maoding.Domain.Projects;

namespace Maoding.Features.Building.Procedures;

/// <summary>The project's procedures.</summary>
internal sealed class ProceduresProjectPart(ProcedureReader procedures) : ProjectPart
{
    public override int Place => 100;

    public override async Task<ProjectSection?> ReadAsync(Actor actor, DirectorySnapshot directory, Project project, CancellationToken stop) =>
        new("~/Features/Building/Procedures/_OfProject.cshtml", (directory, await procedures.OfProjectAsync(project, stop)));
}
