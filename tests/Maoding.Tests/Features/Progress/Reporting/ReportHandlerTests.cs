using Maoding.Tests.Hosting;

namespace Maoding.Tests.Features.Progress.Reporting;

public sealed class ReportHandlerTests : HandlerWalk
{
    public override string[] Sections => ["reporting"];

    protected override (string Handler, string Reason)[] Stricter =>
    [
        ("GET /reporting/{commitment:int}/{period:int}", "a report that is not accepted is shown to those who see the row's workings"),
        ("POST /reporting/{commitment:int}/{period:int}", "the lead unit alone fills"),
        ("POST /reporting/{commitment:int}/{period:int}?handler=Submit", "the lead unit alone fills"),
        ("POST /reporting/{commitment:int}/{period:int}?handler=Withdraw", "the lead unit alone fills"),
        ("POST /reporting/{commitment:int}/{period:int}?handler=Ask", "the lead unit alone asks"),
        ("POST /reporting/delegation", "a unit's head alone lets somebody sign, and nobody for no unit"),
    ];

    protected override async Task<IReadOnlyList<Thing>> ThingsAsync(TestApp app)
    {
        var rows = await RowThings.InAsync(app);
        return [.. rows.Under("reporting/", r => [("commitment", r.Id), ("period", 2026030)])];
    }
}
