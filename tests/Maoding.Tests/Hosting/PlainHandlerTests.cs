
namespace Maoding.Tests.Hosting;

/// <summary>The handlers whose addresses name nothing.</summary>
public sealed class PlainHandlerTests : HandlerWalk
{
    public override string[] Sections =>
        ["", "health", "status", "today", "accounts", "settings", "first-run", "own-account", "demo", "chasing", "wall", "rules", "analysis", "find", "drafts"];

    protected override (string Handler, string Reason)[] Elsewhere =>
    [
        ("GET /", "it leads to what waits for one"),
        ("GET /demo/advance", "it leads back"),
        ("GET /own-account/sign-out", "it leads to the account"),
        ("POST /own-account/sign-out", "it leads to the page of sign-in"),
        ("GET /own-account/external", "there is no provider to come back from"),
        ("GET /own-account/sign-in", "who has signed in is led on"),
        ("GET /status/{code:int:range(400,599)}", "it answers with the status that it shows"),
        ("POST /status/{code:int:range(400,599)}", "it answers with the status that it shows"),
    ];

    protected override (string Handler, string Reason)[] Stricter =>
    [
        ("POST /demo/advance", "only a demonstration moves its date"),
        ("POST /own-account/sign-in?handler=As", "entering without a password is for demonstration data"),
    ];

    protected override async Task<IReadOnlyList<Thing>> ThingsAsync(TestApp app)
    {
        await SmallDistrict.InAsync(app);
        return [new Thing("status/", "not found", ("code", 404))];
    }
}
