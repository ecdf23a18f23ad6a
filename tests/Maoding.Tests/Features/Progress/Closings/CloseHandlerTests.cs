using Maoding.Tests.Hosting;

namespace Maoding.Tests.Features.Progress.Closings;

public sealed class CloseHandlerTests : HandlerWalk
{
    public override string[] Sections => ["closings"];

    protected override async Task<IReadOnlyList<Thing>> ThingsAsync(TestApp app)
    {
        var rows = await RowThings.InAsync(app);
        return [.. rows.Under("closings/light/", r => [("id", r.Id), ("month", 202601)])];
    }
}
