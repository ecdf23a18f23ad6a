using Maoding.Tests.Hosting;

namespace Maoding.Tests.Features.Planning.Ledger;

public sealed class LedgerHandlerTests : HandlerWalk
{
    public override string[] Sections => ["ledger"];

    protected override async Task<IReadOnlyList<Thing>> ThingsAsync(TestApp app)
    {
        var rows = await RowThings.InAsync(app);
        return [.. rows.Under("ledger/", r => [("id", r.Id)]), .. rows.Files("ledger/files/")];
    }
}
