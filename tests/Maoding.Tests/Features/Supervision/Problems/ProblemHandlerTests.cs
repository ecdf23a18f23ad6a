using Maoding.Domain.Access;
using Maoding.Domain.Problems;
using Maoding.Tests.Hosting;

namespace Maoding.Tests.Features.Supervision.Problems;

public sealed class ProblemHandlerTests : HandlerWalk
{
    public override string[] Sections => ["problems"];

    protected override async Task<IReadOnlyList<Thing>> ThingsAsync(TestApp app)
    {
        var scene = await ProblemScene.InAsync(app);
        var (finance, other) = (scene.District.Finance.Id, scene.District.OtherLeader.Id);
        (string Kind, Problem Problem)[] problems =
        [
            ("housing's, education raised it", await scene.HandledAsync(app)),
            ("finance's alone", await scene.HandledAsync(app, p => (p.RaisedUnitId, p.UnitId, p.LeaderPostId) = (finance, finance, other), "coordinator")),
            ("education's, given to nobody", await scene.HandledAsync(app, p => (p.State, p.UnitId, p.LeaderPostId) = (ProblemState.Raised, null, null))),
        ];
        return [.. problems.Select(p => new Thing("problems/", p.Kind, ("id", p.Problem.Id)) { Facts = needs => FactsOf(p.Problem, needs) })];
    }

    private static AccessFacts FactsOf(Problem problem, Permission needs) => needs switch
    {
        Permission.HandleProblem => ProblemFacts.OfHandler(problem),
        Permission.EscalateProblem => ProblemFacts.OfCharge(problem),
        _ => ProblemFacts.Of(problem),
    };
}
