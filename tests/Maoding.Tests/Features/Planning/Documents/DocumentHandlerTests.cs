using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Tests.Features.Planning.Documents;

public sealed class DocumentHandlerTests : HandlerWalk
{
    public override string[] Sections => ["documents"];

    protected override (string Handler, string Reason)[] Elsewhere =>
    [
        ("GET /documents/{id:int}/changes", "it is a part of the page of the review"),
        ("GET /documents/{id:int}/correction", "nothing has been corrected"),
        ("POST /documents/{id:int}/correction", "nothing has been corrected"),
        ("POST /documents/{id:int}/review?handler=Accept", "an empty form names no row"),
        ("POST /documents/{id:int}/review?handler=Restore", "an empty form names no row"),
        ("POST /documents/{id:int}/review?handler=Leaf", "an empty form names no row"),
        ("POST /documents/{id:int}/review?handler=Edit", "an empty form names no row"),
        ("POST /documents/{id:int}/review?handler=Resolve", "an empty form names no row"),
        ("PUT /documents/{id:int}/review?handler=Edit", "an empty form names no row"),
    ];

    protected override async Task<IReadOnlyList<Thing>> ThingsAsync(TestApp app)
    {
        var rows = await RowThings.InAsync(app);
        await using var db = app.Open();
        (await db.Documents.SingleAsync()).FileId = rows.Rows[0].File.Id;
        await TestApp.SaveAsync(db);
        return [new Thing("documents/", "the speech", ("id", rows.District.Document.Id)), .. rows.Under("documents/rows/", r => [("id", r.Id)])];
    }
}
