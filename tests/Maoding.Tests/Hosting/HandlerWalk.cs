using System.Net;
using System.Text.RegularExpressions;
using Maoding.Domain.Access;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Maoding.Tests.Hosting;

/// <summary>
/// Every handler below the first parts of some addresses, as every role, for things of one's own unit, of another's and not in force:
/// whom the table of permissions allows gets the handler's own answer, everybody else the refusal, and HEAD the same as GET without the body.
/// Each feature has one in its test folder.
/// </summary>
public abstract partial class HandlerWalk
{
    private static readonly string?[] _roles =
        [null, "admin", "coordinator", "leader", "leader2", "head", "clerk", "clerk2", "steward", "assessor", "inspector"];

    /// <summary>What is neither a page nor a file that is taken out: the program's state, and numbers and pictures that are parts of a page.</summary>
    private static readonly string[] _insidePages =
        ["GET /health/live", "GET /health/ready", "GET /today/numbers", "GET /drafts?handler=Of", "GET /projects/photo/{id:int}"];

    private readonly HashSet<string> _used = [];

    /// <summary>The newest entry when the last file was handed out.</summary>
    private long _noted;

    /// <summary>Addresses that were asked for their head, by somebody allowed and by somebody refused.</summary>
    private readonly HashSet<(string Address, bool Allowed)> _heads = [];

    /// <summary>The first parts of the addresses that it walks.</summary>
    public abstract string[] Sections { get; }

    /// <summary>Handlers that refuse some whom the table allows, each with the reason; an empty form names no unit.</summary>
    protected virtual (string Handler, string Reason)[] Stricter => [];

    /// <summary>Handlers that lead on or have nothing to give to an empty request, each with the reason.</summary>
    protected virtual (string Handler, string Reason)[] Elsewhere => [];

    /// <summary>Codes by which the feature itself tells that somebody may not, each with what it says better than PER001.</summary>
    protected virtual (string Code, string Reason)[] OwnRefusals => [];

    /// <summary>Prepares the district and what the addresses name.</summary>
    protected virtual async Task<IReadOnlyList<Thing>> ThingsAsync(TestApp app)
    {
        await SmallDistrict.InAsync(app);
        return [];
    }

    [Fact]
    public async Task Every_role_gets_what_the_table_of_permissions_says_and_nothing_else()
    {
        await using var app = await TestApp.StartAsync();
        var things = await ThingsAsync(app);
        using var caller = new HandlerCaller(app);
        var handlers = (await HandlerCatalogue.OfAsync(app)).Where(h => Sections.Contains(h.Section));
        List<Visit> visits = [.. handlers.SelectMany(h => VisitsOf(h, things))];
        Assert.NotEmpty(visits);
        var wrong = new List<string>();
        // Reading first, then what must be refused, then what may write: that one may change what the others meet.
        await WalkAsync(caller, visits.Where(v => v.Handler.IsGet), _ => true, wrong);
        var entries = await EntriesAsync(app);
        await WalkAsync(caller, visits.Where(v => !v.Handler.IsGet), allowed => !allowed, wrong);
        if (entries != await EntriesAsync(app)) wrong.Add("What was refused was written all the same.");
        await WalkAsync(caller, visits.Where(v => !v.Handler.IsGet), allowed => allowed, wrong);
        wrong.AddRange(Stricter.Concat(Elsewhere).Where(e => !_used.Contains(e.Handler))
            .Select(e => $"{e.Handler} is listed ({e.Reason}) and needs it nowhere"));
        Assert.True(wrong.Count == 0, $"{wrong.Count} answers are wrong:\n{string.Join('\n', wrong.Take(60))}");
    }

    /// <summary>A handler with each thing that its address can name; without one where nothing has to be named.</summary>
    private static IEnumerable<Visit> VisitsOf(Handler handler, IReadOnlyList<Thing> things)
    {
        var named = handler.Parts.Parameters.ToList();
        if (named.All(n => n.IsOptional)) yield return new Visit(handler, null);
        if (named.Count == 0) yield break;
        var fitting = things.Where(t => handler.Route.StartsWith(t.Under, StringComparison.Ordinal) && named.All(n => t.Of(n.Name) is not null))
            .GroupBy(t => t.Under.Length).OrderByDescending(g => g.Key).FirstOrDefault();
        Assert.True(fitting is not null, $"Nothing is supplied for {handler}: add to the walk of /{handler.Section} what it names.");
        foreach (var thing in fitting) yield return new Visit(handler, thing);
    }

    private async Task WalkAsync(HandlerCaller caller, IEnumerable<Visit> visits, Func<bool, bool> asked, List<string> wrong)
    {
        foreach (var visit in visits)
            foreach (var role in _roles)
            {
                var actor = await caller.ActorAsync(role);
                var allowed = IsAllowed(visit, actor);
                if (!asked(allowed)) continue;
                using var answer = await caller.SendAsync(role, visit.Handler.Method, visit.Address);
                var fault = allowed ? await FaultOfAllowedAsync(visit, actor, answer) : await FaultOfRefusedAsync(visit, actor, answer);
                if (visit.Handler.IsGet && _heads.Add((visit.Address, allowed))) fault ??= await FaultOfHeadAsync(caller, role, visit, answer);
                if (allowed && visit.Handler.IsGet) fault ??= await FaultOfTakenOutAsync(caller, visit, actor, answer);
                if (fault is null) continue;
                var about = visit.Thing is null ? "" : $" ({visit.Thing.Kind})";
                wrong.Add($"{visit.Handler.Method} {visit.Address} as {role ?? "visitor"}{about}: {fault}");
            }
    }

    /// <summary>The region is there, so that the first run is over for everyone.</summary>
    private static bool IsAllowed(Visit visit, Actor actor) => visit.Handler.Needs is { } needs && needs != Permission.FirstRun
        && (visit.Thing?.Allows(actor, needs) ?? Permissions.Allows(actor, needs));

    private async Task<string?> FaultOfAllowedAsync(Visit visit, Actor actor, HttpResponseMessage answer)
    {
        var status = answer.StatusCode;
        var told = $"should be allowed, answered {(int)status} {answer.Headers.Location}";
        if (status >= HttpStatusCode.InternalServerError) return $"broke with {(int)status}";
        if (status == HttpStatusCode.Forbidden) return Is(Stricter, visit) ? null : $"{told} {await CodeAsync(answer)}";
        if (status == HttpStatusCode.NotFound && visit.Thing?.IsAbsentFor(actor) == true) return null;
        // An empty form names nothing of what stands on the page of an address that names nothing either; what is not in force is not ready for everything.
        if (!visit.Handler.IsGet && status == HttpStatusCode.NotFound && visit.Thing is null && (await CodeAsync(answer)).Length > 0) return null;
        if (status == HttpStatusCode.Conflict && visit.Thing is { IsEarly: true } && (await CodeAsync(answer)).Length > 0) return null;
        var body = await answer.Content.ReadAsStringAsync();
        if (IsOwn(visit, answer, body)) return visit.Handler.IsGet && IsPage(answer) ? PageText.FaultOf(body) : null;
        return Is(Elsewhere, visit) ? null : $"{told} {await CodeAsync(answer)}";
    }

    /// <summary>A page with its heading, a file, or what the feature says to an empty form; neither a way to sign in nor the page of a status.</summary>
    private static bool IsOwn(Visit visit, HttpResponseMessage answer, string body)
    {
        if (!visit.Handler.IsGet)
            return answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.NoContent or HttpStatusCode.BadRequest or HttpStatusCode.Conflict
                || (answer.StatusCode == HttpStatusCode.Redirect && !IsToSignIn(answer));
        if (answer.StatusCode != HttpStatusCode.OK) return false;
        return !IsPage(answer) || body.Contains("<h1", StringComparison.Ordinal);
    }

    private static bool IsPage(HttpResponseMessage answer) => answer.Content.Headers.ContentType?.MediaType == "text/html";

    private async Task<string?> FaultOfRefusedAsync(Visit visit, Actor actor, HttpResponseMessage answer)
    {
        var status = answer.StatusCode;
        var told = $"answered {(int)status} {answer.Headers.Location}";
        if (!actor.IsSignedIn && visit.Handler.Needs != Permission.FirstRun)
        {
            // Another program is told so, it reads no sign-in page.
            if (visit.Handler.Section == "api") return status == HttpStatusCode.Unauthorized ? null : $"should be told to sign in, {told}";
            var comesBack = !visit.Handler.IsGet || answer.Headers.Location?.ToString().Contains("?returnUrl=", StringComparison.Ordinal) == true;
            return IsToSignIn(answer) && comesBack ? null : $"should be sent to sign in, {told}";
        }

        if (status == HttpStatusCode.NotFound && visit.Thing?.IsAbsentFor(actor) == true) return null;
        var code = await CodeAsync(answer);
        return status == HttpStatusCode.Forbidden
            && (code.StartsWith("PER", StringComparison.Ordinal) || OwnRefusals.Any(r => r.Code == code))
                ? null : $"should be refused, {told} {code}";
    }

    private static async Task<string?> FaultOfHeadAsync(HandlerCaller caller, string? role, Visit visit, HttpResponseMessage get)
    {
        using var head = await caller.SendAsync(role, "HEAD", visit.Address);
        static string Told(HttpResponseMessage answer) => $"{(int)answer.StatusCode} {answer.Headers.Location} {answer.Content.Headers.ContentType}";
        if (Told(head) != Told(get)) return $"GET answers {Told(get)} and HEAD {Told(head)}";
        return (await head.Content.ReadAsByteArrayAsync()).Length > 0 ? "HEAD has a body" : null;
    }

    /// <summary>Whatever leaves as a file is an entry of who took it; what is neither file nor page is named.</summary>
    private async Task<string?> FaultOfTakenOutAsync(HandlerCaller caller, Visit visit, Actor actor, HttpResponseMessage answer)
    {
        var content = answer.Content.Headers;
        if (answer.StatusCode != HttpStatusCode.OK || content.ContentType?.MediaType == "text/html") return null;
        if (content.ContentDisposition?.DispositionType != "attachment")
            return _insidePages.Contains(visit.Handler.ToString()) ? null : $"{content.ContentType} is no page and no file of Downloads";
        await using var db = caller.Open();
        var newest = await db.AuditEntries.AsNoTracking().OrderByDescending(e => e.Sequence).FirstAsync();
        var isNoted = newest.Sequence > _noted && newest.AccountId == actor.AccountId;
        _noted = newest.Sequence;
        return isNoted ? null : "a file was handed out without an entry";
    }

    private bool Is((string Handler, string Reason)[] list, Visit visit)
    {
        if (!list.Any(e => e.Handler == visit.Handler.ToString())) return false;
        _used.Add(visit.Handler.ToString());
        return true;
    }

    private static bool IsToSignIn(HttpResponseMessage answer) =>
        answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.ToString().StartsWith("/own-account/sign-in", StringComparison.Ordinal);

    private static async Task<string> CodeAsync(HttpResponseMessage answer) => Code().Match(await answer.Content.ReadAsStringAsync()).Value;

    [GeneratedRegex(@"\b[A-Z]{3}\d{3}\b")]
    private static partial Regex Code();

    private static async Task<int> EntriesAsync(TestApp app)
    {
        await using var db = app.Open();
        return await db.AuditEntries.CountAsync();
    }

    private sealed record Visit(Handler Handler, Thing? Thing)
    {
        public string Address { get; } = HandlerCaller.Address(Handler, name => Thing?.Of(name));
    }
}
