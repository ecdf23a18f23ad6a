using Maoding.Tests.Features.Measuring.Targets;
using Maoding.Tests.Hosting;

namespace Maoding.Tests.Features.Measuring.Watching;

public sealed class WatchHandlerTests : HandlerWalk
{
    public override string[] Sections => ["watching"];

    protected override async Task<IReadOnlyList<Thing>> ThingsAsync(TestApp app)
    {
        var scene = await TargetScene.InAsync(app);
        return [new Thing("watching/", "finance's", ("code", scene.Retail.Code))];
    }
}
