using System.Net;
using Maoding.Districts;
using Maoding.Domain.Access;
using Maoding.Domain.Consulting;
using Maoding.Domain.Documents;
using Maoding.Domain.Issuing;
using Maoding.Domain.Ledger;
using Maoding.Shared.Addresses;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Maoding.Tests.Hosting;

/// <summary>Every handler as every role for rows of every kind answers as the declared permission and the one table demand.</summary>
public sealed class EveryHandlerTests
{
    private static readonly string?[] _roles = [null, "admin", "coordinator", "leader", "leader2", "head", "clerk", "clerk2", "steward", "assessor", "inspector"];

    /// <summary>What a route value means, by the beginning of the route, the longest that fits: Row and File are those of each kind of row in turn.</summary>
    private static readonly (string Route, string Parameter, string Means)[] _values =
    [
        ("audit/", "sequence", "Entry"),
        ("burden/", "id", "Unit"),
        ("closings/light/", "id", "Row"),
        ("closings/light/", "month", "Month"),
        ("consulting/", "id", "Consultation"),
        ("consulting/answer/", "id", "Row"),
        ("organs/division/", "id", "Division"),
        ("organs/person/", "id", "Person"),
        ("organs/post/", "id", "Post"),
        ("organs/unit/", "id", "Unit"),
        ("documents/", "id", "Document"),
        ("documents/rows/", "id", "Row"),
        ("issuing/", "batch", "Batch"),
        ("issuing/check/", "first", "Row"),
        ("issuing/check/", "second", "Row"),
        ("ledger/", "id", "Row"),
        ("ledger/files/", "id", "File"),
        ("reporting/", "commitment", "Row"),
        ("reporting/", "period", "Period"),
        ("status/", "code", "Status"),
        ("completing/", "id", "Row"),
        ("settling/kept/", "id", "Document"),
        ("stocktakes/leader/", "post", "Post"),
        ("stocktakes/step/", "id", "Step"),
        ("stocktakes/theme/", "theme", "Theme"),
        ("overviews/leader/", "post", "Post"),
        ("overviews/theme/", "theme", "Theme"),
        ("overviews/unit/", "unit", "Unit"),
        ("targets/", "id", "Target"),
        ("targets/row/", "rowId", "Row"),
        ("indicators/", "id", "Indicator"),
        ("watching/", "code", "Figure"),
        ("figures/figure/", "id", "Figure"),
        ("figures/sheet/", "unit", "Unit"),
        ("figures/sheet/", "month", "Month"),
        ("procedures/templates/", "id", "Template"),
        ("procedures/project/", "id", "Project"),
        ("procedures/step/", "id", "Procedure"),
        ("joint-reviews/", "id", "Review"),
        ("joint-reviews/files/", "id", "ReviewFile"),
        ("joint-reviews/new/", "project", "Project"),
        ("projects/", "id", "Project"),
        ("pipeline/lead/", "id", "Lead"),
        ("pipeline/sought-matter/", "id", "Matter"),
        ("problems/", "id", "Problem"),
        ("site-meetings/", "id", "Meeting"),
    ];

    /// <summary>Handlers that refuse some whom the table allows, each with the reason; an empty form names no unit.</summary>
    private static readonly (string Handler, string Reason)[] _stricter =
    [
        ("GET /burden/{id:int}", "a unit sees what it was asked for itself"),
        ("GET /consulting/{id:int}", "a whole round is shown to those who see all workings"),
        ("GET /consulting/answer/{id:int}", "nobody answers for no unit"),
        ("POST /consulting?handler=Agree", "nobody answers for no unit"),
        ("POST /consulting?handler=Rest", "nobody answers for no unit"),
        ("POST /consulting/answer/{id:int}", "nobody answers for no unit"),
        ("POST /issuing/{batch:int}/receipt", "nobody signs for no unit"),
        ("GET /reporting/{commitment:int}/{period:int}", "a report that is not accepted is shown to those who see the row's workings"),
        ("POST /reporting/{commitment:int}/{period:int}", "the lead unit alone fills"),
        ("POST /reporting/{commitment:int}/{period:int}?handler=Submit", "the lead unit alone fills"),
        ("POST /reporting/{commitment:int}/{period:int}?handler=Withdraw", "the lead unit alone fills"),
        ("POST /reporting/{commitment:int}/{period:int}?handler=Ask", "the lead unit alone asks"),
        ("POST /reporting/delegation", "a unit's head alone lets somebody sign, and nobody for no unit"),
        ("POST /completing/{id:int}?handler=Apply", "the lead unit applies, no unit that helps"),
        ("POST /completing/{id:int}?handler=Ask", "only the coordinator asks another unit"),
        ("POST /completing/{id:int}?handler=Verify", "a unit verifies what it was asked to"),
        ("POST /completing/{id:int}?handler=Refuse", "a unit verifies what it was asked to"),
        ("POST /completing/{id:int}?handler=Settle", "only the coordinator settles"),
        ("POST /completing/{id:int}?handler=Resume", "only the coordinator takes up again"),
        ("POST /stocktakes/leader/{post:int}", "a leader decides in his own half-hour"),
        ("POST /figures/sheet/{unit:int}/{month:int}", "a unit enters its own figures"),
        ("POST /figures/sheet/{unit:int}/{month:int}?handler=Submit", "a unit enters its own figures"),
        ("POST /figures/sheet/{unit:int}/{month:int}?handler=Import", "a unit enters its own figures"),
        ("POST /figures/sheet/{unit:int}/{month:int}?handler=Withdraw", "a unit enters its own figures"),
        ("POST /figures/sheet/{unit:int}/{month:int}?handler=Reopen", "a unit enters its own figures"),
        ("POST /demo/advance", "only a demonstration moves its date"),
        ("POST /own-account/sign-in?handler=As", "entering without a password is for demonstration data"),
    ];

    [Fact]
    public async Task Every_handler_declares_what_it_needs()
    {
        await using var app = await TestApp.StartAsync();
        var handlers = await HandlerCatalogue.OfAsync(app);
        Assert.Contains(handlers, h => h is { Method: "POST", Needs: Permission.Open });
        Assert.Empty(handlers.Where(h => h.Needs is null).Select(h => $"{h} has no [Needs]"));
        Assert.Empty(_stricter.Select(s => s.Handler).Except(handlers.Select(h => h.ToString())));
    }

    [Fact]
    public async Task Every_role_gets_what_the_table_of_permissions_says_and_nothing_else()
    {
        await using var app = await TestApp.StartAsync();
        var fixture = await RowKinds.InAsync(app);
        using var caller = new HandlerCaller(app);
        var handlers = await HandlerCatalogue.OfAsync(app);
        var wrong = new List<string>();
        // Reading first, then what must be refused, then what may write: that one may change what the others meet.
        await WalkAsync(app, caller, fixture, handlers.Where(h => h.IsGet), _ => true, wrong);
        var entries = await EntriesAsync(app);
        await WalkAsync(app, caller, fixture, handlers.Where(h => !h.IsGet), allowed => !allowed, wrong);
        Assert.Equal(entries, await EntriesAsync(app));
        await WalkAsync(app, caller, fixture, handlers.Where(h => !h.IsGet), allowed => allowed, wrong);
        Assert.True(wrong.Count == 0, $"{wrong.Count} answers are wrong:\n{string.Join('\n', wrong.Take(60))}");
    }

    private static async Task WalkAsync(TestApp app, HandlerCaller caller, RowKinds fixture, IEnumerable<Handler> handlers, Func<bool, bool> asked, List<string> wrong)
    {
        foreach (var handler in handlers)
        {
            var meanings = handler.Parts.Parameters.ToDictionary(p => p, p => Meaning(handler, p));
            var aboutRow = meanings.ContainsValue("Row") || meanings.ContainsValue("File");
            foreach (var kind in aboutRow ? fixture.Rows.Keys : fixture.Rows.Keys.Take(1))
                foreach (var role in _roles)
                {
                    var allowed = await AllowsAsync(app, caller, handler, role, aboutRow ? fixture.Rows[kind] : null);
                    if (!asked(allowed)) continue;
                    var address = HandlerCaller.Address(handler, name => fixture.Value(meanings[name], kind));
                    using var answer = await caller.SendAsync(role, handler.Method, address);
                    if (Fault(handler, role, allowed, answer) is { } fault) wrong.Add($"{handler.Method} {address} as {role ?? "visitor"}{(aboutRow ? $" ({kind})" : "")}: {fault}");
                }
        }
    }

    private static async Task<bool> AllowsAsync(TestApp app, HandlerCaller caller, Handler handler, string? role, int? rowId)
    {
        // The region is there, so that the first run is over for everyone.
        if (handler.Needs is Permission.FirstRun or null) return false;
        var actor = await caller.ActorAsync(role);
        if (rowId is null) return Permissions.Allows(actor, handler.Needs.Value);
        await using var db = app.Open();
        var row = await db.Commitments.AsNoTracking().Include(c => c.CoUnits).SingleAsync(c => c.Id == rowId);
        return Permissions.Allows(actor, handler.Needs.Value) && Permissions.Allows(actor, handler.Needs.Value, RowFacts.Of(row));
    }

    private static string? Fault(Handler handler, string? role, bool allowed, HttpResponseMessage answer)
    {
        var status = answer.StatusCode;
        var toSignIn = status == HttpStatusCode.Redirect && answer.Headers.Location!.ToString().StartsWith(handler.IsGet ? "/own-account/sign-in?returnUrl=" : "/own-account/sign-in", StringComparison.Ordinal);
        var refused = status == HttpStatusCode.Forbidden && !_stricter.Any(s => s.Handler == handler.ToString());
        if (status >= HttpStatusCode.InternalServerError) return $"broke with {(int)status}";
        if (allowed) return refused || (toSignIn && role is null && handler.IsGet) ? $"should be allowed, answered {(int)status} {answer.Headers.Location}" : null;
        // Another program is told so, it reads no sign-in page.
        if (role is null && handler.Route.StartsWith("api/", StringComparison.Ordinal)) return status == HttpStatusCode.Unauthorized ? null : $"should be told to sign in, answered {(int)status}";
        if (role is null && handler.Needs != Permission.FirstRun) return toSignIn ? null : $"should be sent to sign in, answered {(int)status} {answer.Headers.Location}";
        // A row that someone may not see is missing for him.
        return status is HttpStatusCode.Forbidden or HttpStatusCode.NotFound ? null : $"should be refused, answered {(int)status} {answer.Headers.Location}";
    }

    private static string Meaning(Handler handler, string parameter)
    {
        var known = _values.Where(v => v.Parameter == parameter && handler.Route.StartsWith(v.Route, StringComparison.Ordinal)).OrderByDescending(v => v.Route.Length).FirstOrDefault();
        Assert.True(known.Means is not null, $"What is {{{parameter}}} in /{handler.Route}? Say so in EveryHandlerTests._values.");
        return known.Means;
    }

    private static async Task<int> EntriesAsync(TestApp app)
    {
        await using var db = app.Open();
        return await db.AuditEntries.CountAsync();
    }

    /// <summary>A row of one's own unit and one of another's in force, and two that are not issued yet; each with a file.</summary>
    private sealed class RowKinds
    {
        private readonly Dictionary<string, int> _others = new() { ["Entry"] = 1, ["Status"] = 404, ["Period"] = 2026030, ["Month"] = 202601, ["Theme"] = 1, ["Step"] = 1, ["Target"] = 1, ["Indicator"] = 1, ["Figure"] = 1, ["Template"] = 1, ["Project"] = 1, ["Procedure"] = 1, ["Review"] = 1, ["ReviewFile"] = 1, ["Problem"] = 1, ["Meeting"] = 1, ["Lead"] = 1, ["Matter"] = 1 };
        private readonly Dictionary<string, int> _files = [];

        public Dictionary<string, int> Rows { get; } = [];

        public int Value(string means, string kind) => means switch
        {
            "Row" => Rows[kind],
            "File" => _files[kind],
            _ => _others[means],
        };

        public static async Task<RowKinds> InAsync(TestApp app)
        {
            var district = await SmallDistrict.InAsync(app);
            var made = new RowKinds();
            await using var db = app.Open();
            var issue = new Issue { PlanId = district.Plan.Id, Batch = 1, DocumentNumber = "云办发〔2026〕3号", IssuedOn = SmallDistrict.Today, IssuedAt = DateTime.UtcNow };
            var consultation = new Consultation { PlanId = district.Plan.Id, Round = 1, StartedOn = SmallDistrict.Today, Until = SmallDistrict.Today.AddDays(7) };
            (string Kind, Commitment Row)[] rows =
            [
                ("Education's, issued", district.Row("1", "新建公办幼儿园3所", CommitmentState.Issued, district.Education)),
                ("Housing's, issued", district.Row("2", "老旧小区改造12个", CommitmentState.Issued, district.Housing, district.Finance)),
                ("Education's, consulted about", district.Row("3", "新建公办小学1所", CommitmentState.Consulting, district.Education)),
                ("Education's, draft", district.Row("4", "培训教师300名", CommitmentState.Draft, district.Education)),
            ];
            db.AddRange(issue, consultation);
            await TestApp.SaveAsync(db);
            foreach (var (_, row) in rows)
            {
                row.IssueId = row.State == CommitmentState.Issued ? issue.Id : null;
                row.ConsultationId = row.State == CommitmentState.Consulting ? consultation.Id : null;
                db.Commitments.Add(row);
            }

            await TestApp.SaveAsync(db);
            var files = rows.Select(r => new StoredFile { Name = "附件.txt", ContentType = "text/plain", Length = 1, Sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData([65])), CommitmentId = r.Row.Id }).ToList();
            db.Files.AddRange(files);
            await TestApp.SaveAsync(db);
            db.FileChunks.AddRange(files.Select(f => new FileChunk { FileId = f.Id, Index = 0, Bytes = [65] }));
            await TestApp.SaveAsync(db, "放入文件");
            foreach (var ((kind, row), file) in rows.Zip(files)) (made.Rows[kind], made._files[kind]) = (row.Id, file.Id);
            (made._others["Batch"], made._others["Consultation"], made._others["Document"]) = (issue.Id, consultation.Id, district.Document.Id);
            (made._others["Unit"], made._others["Post"]) = (district.Education.Id, district.Leader.Id);
            (made._others["Person"], made._others["Division"]) = (await db.Persons.Select(p => p.Id).FirstAsync(), await db.Divisions.Select(d => d.Id).FirstAsync());
            return made;
        }
    }
}
