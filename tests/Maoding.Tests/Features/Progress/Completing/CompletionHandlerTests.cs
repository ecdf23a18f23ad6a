using Maoding.Tests.Hosting;

namespace Maoding.Tests.Features.Progress.Completing;

public sealed class CompletionHandlerTests : HandlerWalk
{
    public override string[] Sections => ["completing"];

    protected override (string Handler, string Reason)[] Stricter =>
    [
        ("POST /completing/{id:int}?handler=Ask", "only the coordinator asks another unit"),
        ("POST /completing/{id:int}?handler=Verify", "a unit verifies what it was asked to"),
        ("POST /completing/{id:int}?handler=Refuse", "a unit verifies what it was asked to"),
        ("POST /completing/{id:int}?handler=Settle", "only the coordinator settles"),
        ("POST /completing/{id:int}?handler=Resume", "only the coordinator takes up again"),
    ];

    protected override (string Code, string Reason)[] OwnRefusals => [("CPL007", "it says who verifies, the coordinator or whom he asked")];

    protected override async Task<IReadOnlyList<Thing>> ThingsAsync(TestApp app)
    {
        var rows = await RowThings.InAsync(app);
        return [.. rows.Under("completing/", r => [("id", r.Id)])];
    }
}
