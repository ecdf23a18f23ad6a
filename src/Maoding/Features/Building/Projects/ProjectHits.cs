using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Domain.Projects;
using Maoding.Domain.Search;
using Maoding.Shared.Addresses;
using Maoding.Storage;
using Maoding.Storage.Searching;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Building.Projects;

/// <summary>Projects, by code, name, content, site and owner.</summary>
internal sealed class ProjectHits(MaodingContext db) : HitPart
{
    public override int Place => 40;

    public override string Kind => "项目";

    public override Permission Needs => Permission.SeeProjects;

    public override async Task<Hits> FindAsync(HitScene scene, CancellationToken stop)
    {
        var found = ThingIndex.Found(db, SearchKind.Project, scene.Query);
        var projects = db.Projects.AsNoTracking().Where(p => found.Contains(p.Id));
        var count = await projects.CountAsync(stop);
        if (count == 0) return Hits.None;
        var first = scene.Parts[0];
        var shown = await projects.OrderByDescending(p => p.Name.Contains(first)).ThenByDescending(p => p.Code).Take(HitScene.Most)
            .Select(p => new { p.Id, p.Code, p.Name, p.Stage, p.LeadUnitId }).ToListAsync(stop);
        return new Hits(
            [.. shown.Select(p => new Hit(
                p.Code, p.Name, $"{StageMoves.NameOf(p.Stage)}　{scene.Directory.UnitName(p.LeadUnitId)}", ProjectLinks.Project(p.Id)))],
            count,
            new ProjectFilter(Text: scene.Words).Href());
    }
}
