using Maoding.Domain.Procedures;
using Maoding.Domain.Projects;
using Maoding.Tests.Hosting;

namespace Maoding.Tests.Features.Building.Procedures;

public sealed class ProcedureHandlerTests : HandlerWalk
{
    public override string[] Sections => ["procedures"];

    protected override async Task<IReadOnlyList<Thing>> ThingsAsync(TestApp app)
    {
        var scene = await ProcedureScene.InAsync(app);
        var other = await scene.AddAsync("XM-2026-002", "云泽大道改造", new DateOnly(2026, 3, 20));
        await using var db = app.Open();
        var school = db.Projects.Single(p => p.Id == other.Id);
        (school.LeadUnitId, school.ServiceUnitId) = (scene.District.Education.Id, null);
        var steps = new[] { scene.Project, school }.Select(p => new Procedure
        {
            ProjectId = p.Id,
            Order = 1,
            Name = "项目建议书批复",
            UnitId = scene.District.Finance.Id,
            StatutoryDays = 20,
            PromisedDays = 5,
        }).ToList();
        db.AddRange(steps);
        await TestApp.SaveAsync(db);
        (Project Project, Procedure Step)[] pairs = [(scene.Project, steps[0]), (school, steps[1])];
        return
        [
            new Thing("procedures/templates/", "a template", ("id", db.ProcedureTemplates.Select(t => t.Id).First())),
            .. pairs.Select(p => new Thing("procedures/project/", p.Project.Name, ("id", p.Project.Id)) { Facts = _ => ProjectFacts.Of(p.Project) }),
            .. pairs.Select(p => new Thing("procedures/step/", p.Project.Name, ("id", p.Step.Id)) { Facts = _ => ProjectFacts.Of(p.Project) }),
        ];
    }
}
