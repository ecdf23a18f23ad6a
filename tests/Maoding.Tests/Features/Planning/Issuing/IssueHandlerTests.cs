using Maoding.Tests.Hosting;

namespace Maoding.Tests.Features.Planning.Issuing;

public sealed class IssueHandlerTests : HandlerWalk
{
    public override string[] Sections => ["issuing"];

    protected override (string Handler, string Reason)[] Stricter =>
    [
        ("POST /issuing/{batch:int}/receipt", "nobody signs for no unit"),
    ];

    protected override async Task<IReadOnlyList<Thing>> ThingsAsync(TestApp app)
    {
        var rows = await RowThings.InAsync(app);
        return
        [
            new Thing("issuing/", "the batch", ("batch", rows.Issue.Batch)),
            .. rows.Under("issuing/check/", r => [("first", r.Id), ("second", rows.Rows[0].Row.Id)]),
        ];
    }
}
