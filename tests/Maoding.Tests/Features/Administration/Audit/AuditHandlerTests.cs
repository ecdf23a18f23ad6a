using Maoding.Tests.Hosting;

namespace Maoding.Tests.Features.Administration.Audit;

public sealed class AuditHandlerTests : HandlerWalk
{
    public override string[] Sections => ["audit"];

    protected override async Task<IReadOnlyList<Thing>> ThingsAsync(TestApp app)
    {
        await SmallDistrict.InAsync(app);
        return [new Thing("audit/", "the first entry", ("sequence", 1))];
    }
}
