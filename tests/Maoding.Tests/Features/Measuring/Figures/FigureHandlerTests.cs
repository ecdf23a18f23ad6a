using Maoding.Domain.Access;
using Maoding.Domain.Indicators;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Tests.Features.Measuring.Figures;

public sealed class FigureHandlerTests : HandlerWalk
{
    public override string[] Sections => ["figures", "api"];

    protected override (string Handler, string Reason)[] Elsewhere =>
    [
        ("GET /api/figures", "it wants to know of which indicator"),
    ];

    protected override async Task<IReadOnlyList<Thing>> ThingsAsync(TestApp app)
    {
        var scene = await FigureScene.InAsync(app);
        await scene.KnowAsync(scene.Retail, 202601, (FigureMeasure.Cumulative, "12.5"));
        await scene.KnowAsync(scene.Homes, 202601, (FigureMeasure.Cumulative, "3.5"));
        await using var db = app.Open();
        var figures = await db.Observations.AsNoTracking().OrderBy(o => o.Id).ToListAsync();
        (string Kind, int Unit, int Figure)[] own =
            [("education's", scene.District.Education.Id, figures[0].Id), ("housing's", scene.District.Housing.Id, figures[1].Id)];
        return
        [
            .. own.Select(
                o => new Thing("figures/sheet/", o.Kind, ("unit", o.Unit), ("month", FigureScene.February)) { Facts = _ => AccessFacts.OfUnit(o.Unit) }),
            .. own.Select(o => new Thing("figures/figure/", o.Kind, ("id", o.Figure)) { Facts = _ => AccessFacts.OfUnit(o.Unit) }),
        ];
    }
}
