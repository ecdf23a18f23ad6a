using Maoding.Domain.Ledger;
using Maoding.Domain.Lights;
using Maoding.Tests.Hosting;
using Maoding.Tests.WholeWay;

namespace Maoding.Tests.Features.Progress.Closings;

public sealed class CloseHandlerTests : HandlerWalk
{
    private const int Month = 202601;

    public override string[] Sections => ["closings"];

    protected override async Task<IReadOnlyList<Thing>> ThingsAsync(TestApp app)
    {
        var rows = await RowThings.InAsync(app);
        await using var db = app.Open();
        var plan = rows.District.Plan.Id;
        var rules = YearDistrict.Edition(LightPresets.Own.Name);
        db.RuleEditions.Add(rules);
        await TestApp.SaveAsync(db);
        foreach (var row in rows.Rows.Where(r => r.Row.State == CommitmentState.Issued))
            db.MonthLights.Add(new MonthLight { PlanId = plan, CommitmentId = row.Row.Id, Month = Month, Light = Light.Yellow, RuleEditionId = rules.Id });
        await TestApp.SaveAsync(db);
        return
        [
            .. rows.Under("closings/light/", r => [("id", r.Id), ("month", Month)])
                .Select(t => t with { Nowhere = t.IsEarly ? "what is not in force has no light" : null }),
        ];
    }
}
