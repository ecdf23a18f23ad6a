using Maoding.Tests.Hosting;

namespace Maoding.Tests.Features.Progress.Settling;

public sealed class SettleHandlerTests : HandlerWalk
{
    public override string[] Sections => ["settling"];

    protected override async Task<IReadOnlyList<Thing>> ThingsAsync(TestApp app)
    {
        var district = await SmallDistrict.InAsync(app);
        return [new Thing("settling/kept/", "the speech", ("id", district.Document.Id))];
    }
}
