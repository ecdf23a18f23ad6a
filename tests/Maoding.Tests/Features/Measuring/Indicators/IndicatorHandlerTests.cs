using Maoding.Tests.Features.Measuring.Figures;
using Maoding.Tests.Hosting;

namespace Maoding.Tests.Features.Measuring.Indicators;

public sealed class IndicatorHandlerTests : HandlerWalk
{
    public override string[] Sections => ["indicators"];

    protected override async Task<IReadOnlyList<Thing>> ThingsAsync(TestApp app)
    {
        var scene = await FigureScene.InAsync(app);
        return [new Thing("indicators/", "education's", ("id", scene.Retail.Id)), new Thing("indicators/", "housing's", ("id", scene.Homes.Id))];
    }
}
