using Maoding.Domain.Access;
using Maoding.Domain.Indicators;
using Maoding.Domain.Ledger;
using Maoding.Domain.Targets;
using Maoding.Tests.Hosting;

namespace Maoding.Tests.Features.Measuring.Targets;

public sealed class TargetHandlerTests : HandlerWalk
{
    public override string[] Sections => ["targets"];

    protected override async Task<IReadOnlyList<Thing>> ThingsAsync(TestApp app)
    {
        var scene = await TargetScene.InAsync(app);
        (string Kind, Commitment Row, Indicator Indicator)[] promised =
            [("finance's, issued", scene.RetailRow, scene.Retail), ("finance's, draft", scene.BusinessRow, scene.Business)];
        var targets = promised.Select(p => new Target
        {
            PlanId = scene.District.Plan.Id,
            CommitmentId = p.Row.Id,
            IndicatorId = p.Indicator.Id,
            Measure = FigureMeasure.CumulativeGrowth,
            Kind = TargetKind.GrowthAtLeast,
            Value = 6,
        }).ToList();
        await using var db = app.Open();
        db.Targets.AddRange(targets);
        await TestApp.SaveAsync(db);
        return
        [
            .. promised.Zip(targets, (p, t) => new Thing("targets/", p.Kind, ("id", t.Id)) { Facts = _ => RowFacts.Of(p.Row), SeenBy = Permission.SeeTargets }),
            .. promised.Select(p => new Thing("targets/row/", p.Kind, ("rowId", p.Row.Id)) { Facts = _ => RowFacts.Of(p.Row), SeenBy = Permission.SeeTargets }),
        ];
    }
}
