using Maoding.Domain.Documents;
using Maoding.Domain.Projects;
using Maoding.Tests.Hosting;

namespace Maoding.Tests.Features.Building.Projects;

public sealed class ProjectHandlerTests : HandlerWalk
{
    public override string[] Sections => ["projects"];

    protected override async Task<IReadOnlyList<Thing>> ThingsAsync(TestApp app)
    {
        var scene = await ProjectScene.InAsync(app);
        Project[] projects = [scene.School, scene.Plant];
        await using var db = app.Open();
        var photos = projects.Select(p => RowThings.FileOf(nameof(Project), p.Id)).ToList();
        db.Files.AddRange(photos);
        await TestApp.SaveAsync(db);
        db.FileChunks.AddRange(photos.Select(f => new FileChunk { FileId = f.Id, Index = 0, Bytes = [65] }));
        await TestApp.SaveAsync(db, "放入照片");
        return
        [
            .. projects.Select(p => new Thing("projects/", p.Name, ("id", p.Id)) { Facts = _ => ProjectFacts.Of(p) }),
            .. projects.Zip(photos, (p, f) => new Thing("projects/photo/", p.Name, ("id", f.Id)) { Facts = _ => ProjectFacts.Of(p) }),
        ];
    }
}
