using Maoding.Domain.Ledger;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Tests.Features.Planning.Issuing;

public sealed class IssueHandlerTests : HandlerWalk
{
    public override string[] Sections => ["issuing"];

    protected override (string Handler, string Reason)[] Elsewhere =>
    [
        ("GET /issuing/{batch:int}/receipt", "it leads back to the batch"),
    ];

    protected override (string Handler, string Reason)[] Stricter =>
    [
        ("POST /issuing/{batch:int}/receipt", "nobody signs for no unit"),
    ];

    protected override async Task<IReadOnlyList<Thing>> ThingsAsync(TestApp app)
    {
        var rows = await RowThings.InAsync(app);
        await using var db = app.Open();
        (await db.Plans.SingleAsync()).State = PlanState.Issued;
        await TestApp.SaveAsync(db);
        return
        [
            new Thing("issuing/", "the batch", ("batch", rows.Issue.Batch)),
            .. rows.Under("issuing/check/", r => [("first", r.Id), ("second", rows.Rows[r.Id == rows.Rows[0].Row.Id ? 1 : 0].Row.Id)]),
        ];
    }
}
