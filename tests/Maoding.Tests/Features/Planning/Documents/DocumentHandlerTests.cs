using Maoding.Tests.Hosting;

namespace Maoding.Tests.Features.Planning.Documents;

public sealed class DocumentHandlerTests : HandlerWalk
{
    public override string[] Sections => ["documents"];

    protected override async Task<IReadOnlyList<Thing>> ThingsAsync(TestApp app)
    {
        var rows = await RowThings.InAsync(app);
        return [new Thing("documents/", "the speech", ("id", rows.District.Document.Id)), .. rows.Under("documents/rows/", r => [("id", r.Id)])];
    }
}
