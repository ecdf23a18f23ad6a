using Maoding.Domain.Access;
using Maoding.Domain.Documents;
using Maoding.Domain.Settling;
using Maoding.Tests.Hosting;

namespace Maoding.Tests.Features.Progress.Stocktakes;

public sealed class StocktakeHandlerTests : HandlerWalk
{
    public override string[] Sections => ["stocktakes"];

    protected override (string Handler, string Reason)[] Stricter =>
    [
        ("POST /stocktakes/leader/{post:int}", "a leader decides in his own half-hour and looks at the others'"),
    ];

    protected override (string Code, string Reason)[] OwnRefusals => [("STK001", "it says with whose account the decision is answered")];

    protected override async Task<IReadOnlyList<Thing>> ThingsAsync(TestApp app)
    {
        var district = await SmallDistrict.InAsync(app);
        var theme = new Theme { PlanId = district.Plan.Id, Name = "六个转型", Order = 1 };
        var held = new Stocktake { PlanId = district.Plan.Id, HeldOn = SmallDistrict.Today, LeaderPostId = district.Leader.Id };
        await using var db = app.Open();
        db.AddRange(theme, held);
        await TestApp.SaveAsync(db);
        var steps = new[] { district.Education, district.Housing }.Select(u => new NextStep
        {
            StocktakeId = held.Id,
            Text = "月底前开工",
            UnitId = u.Id,
            Due = SmallDistrict.Today.AddDays(20),
        }).ToList();
        db.NextSteps.AddRange(steps);
        await TestApp.SaveAsync(db);
        return
        [
            .. new[] { district.Leader, district.OtherLeader }.Select(p => new Thing("stocktakes/leader/", $"{p.Name}'s", ("post", p.Id))),
            new Thing("stocktakes/theme/", "a theme's", ("theme", theme.Id)),
            .. steps.Select(s => new Thing("stocktakes/step/", $"of unit {s.UnitId}", ("id", s.Id)) { Facts = _ => AccessFacts.OfUnit(s.UnitId) }),
        ];
    }
}
