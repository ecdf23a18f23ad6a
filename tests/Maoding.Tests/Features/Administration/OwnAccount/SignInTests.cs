using System.Net;
using Maoding.Tests.Hosting;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Features.Administration.OwnAccount;

public sealed class SignInTests
{
    [Fact]
    public async Task An_initial_password_leads_to_the_change_page_and_nowhere_else()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        var initial = await People.InitialPasswordAsync(app, "clerk");
        using var web = app.Visitor();
        using var entered = await People.SignInAsync(web, "clerk", initial, "?returnUrl=%2Forgans");
        Assert.Equal("/organs", entered.Headers.Location?.ToString());
        foreach (var path in (string[])["/organs", "/organs/export"])
        {
            using var kept = await web.GetAsync(path);
            Assert.Equal("/own-account/password", kept.Headers.Location?.ToString());
        }

        using var changed = await People.ChangeAsync(web, initial, People.Good);
        Assert.Equal("/today", changed.Headers.Location?.ToString());
        var page = await web.PageAsync("/organs");
        Assert.Contains("区教育局", page.Body!.TextContent, StringComparison.Ordinal);
        using var again = await People.ChangeAsync(web, People.Good, initial);
        Assert.Contains("最近5次", (await WebClient.ParseAsync(again, HttpStatusCode.BadRequest)).Errors(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_accounts_and_wrong_passwords_get_the_same_words_and_five_lock()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var settled = await People.SettledAsync(app, "clerk");
        using var visitor = app.Visitor();
        var unknown = await ErrorsAsync(visitor, "nobody", "Wrong-pass-1");
        Assert.Equal(unknown, await ErrorsAsync(visitor, "clerk", "Wrong-pass-1"));
        for (var i = 0; i < 3; i++) await ErrorsAsync(visitor, "clerk", "Wrong-pass-1");
        Assert.Contains("请30分钟后再试", await ErrorsAsync(visitor, "clerk", "Wrong-pass-1"), StringComparison.Ordinal);
        Assert.Contains("锁定", await ErrorsAsync(visitor, "clerk", People.Good), StringComparison.Ordinal);
        using var out1 = await settled.GetAsync("/organs");
        Assert.StartsWith("/own-account/sign-in", out1.Headers.Location?.ToString(), StringComparison.Ordinal);
        await using var db = app.Open();
        var actions = db.AuditEntries.OrderBy(e => e.Sequence).Select(e => e.Action).ToList();
        Assert.Equal(6, actions.Count(a => a == "登录失败"));
        Assert.Single(actions, a => a == "账号锁定");
        Assert.DoesNotContain(db.AuditEntries.AsEnumerable(), e => e.Text.Contains("Wrong-pass-1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Wrong_passwords_sent_at_the_same_moment_are_all_counted()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var settled = await People.SettledAsync(app, "clerk");
        var visitors = Enumerable.Range(0, 5).Select(_ => app.Visitor()).ToList();
        var pages = await Task.WhenAll(visitors.Select(v => v.PageAsync("/own-account/sign-in")));
        var answers = await Task.WhenAll(visitors.Select(
            (v, i) => v.SubmitAsync(pages[i].Form(), new Dictionary<string, string?> { ["UserName"] = "clerk", ["Password"] = $"Wrong-pass-{i}" })));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.BadRequest, a.StatusCode));
        foreach (var one in answers) one.Dispose();
        foreach (var one in visitors) one.Dispose();
        await using var db = app.Open();
        Assert.Equal((4, 1), (db.AuditEntries.Count(e => e.Action == "登录失败"), db.AuditEntries.Count(e => e.Action == "账号锁定")));
    }

    [Fact]
    public async Task Guessing_the_present_password_locks_as_signing_in_does()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var web = await People.SettledAsync(app, "clerk");
        for (var i = 0; i < 4; i++)
        {
            using var wrong = await People.ChangeAsync(web, $"Wrong-pass-{i}", "Yunze-Duban-27");
            Assert.Contains("ACC010", (await WebClient.ParseAsync(wrong, HttpStatusCode.BadRequest)).Errors(), StringComparison.Ordinal);
        }

        using var locked = await People.ChangeAsync(web, "Wrong-pass-5", "Yunze-Duban-27");
        Assert.Contains("ACC002", (await WebClient.ParseAsync(locked, HttpStatusCode.BadRequest)).Errors(), StringComparison.Ordinal);
        using var ended = await web.GetAsync("/own-account");
        Assert.StartsWith("/own-account/sign-in", ended.Headers.Location?.ToString(), StringComparison.Ordinal);
        await using var db = app.Open();
        Assert.Equal(4, db.AuditEntries.Count(e => e.Action == "修改密码失败"));
    }

    [Fact]
    public async Task After_signing_in_one_goes_only_to_addresses_of_our_own()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var settled = await People.SettledAsync(app, "clerk");
        foreach (var (given, expected) in new[]
        {
            ("%2Fledger%3Fstate%3D1", "/ledger?state=1"),
            ("https%3A%2F%2Fevil.example", "/today"),
            ("%2F%2Fevil.example", "/today"),
            ("%2F%5Cevil.example", "/today"),
        })
        {
            using var visitor = app.Visitor();
            using var answer = await People.SignInAsync(visitor, "clerk", People.Good, $"?returnUrl={given}");
            Assert.Equal(expected, answer.Headers.Location?.ToString());
        }
    }

    [Fact]
    public async Task A_session_is_renewed_by_people_and_not_by_the_pages_own_looking()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        var options = app.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        using var fresh = await app.AsAsync("clerk");
        var ticket = options.TicketDataFormat.Unprotect(fresh.SessionCookie)!;
        ticket.Properties.IssuedUtc = DateTimeOffset.UtcNow.AddMinutes(-10);
        ticket.Properties.ExpiresUtc = DateTimeOffset.UtcNow.AddMinutes(20);
        using var older = new WebClient(app.Address, options.TicketDataFormat.Protect(ticket));
        using var poll = new HttpRequestMessage(HttpMethod.Get, "/own-account");
        poll.Headers.Add("X-Poll", "1");
        using var polled = await older.Http.SendAsync(poll);
        Assert.False(HasSession(polled));
        using var looked = await older.GetAsync("/own-account");
        Assert.True(HasSession(looked));
        ticket.Properties.ExpiresUtc = DateTimeOffset.UtcNow.AddSeconds(-1);
        using var idle = new WebClient(app.Address, options.TicketDataFormat.Protect(ticket));
        using var sent = await idle.GetAsync("/own-account");
        Assert.StartsWith("/own-account/sign-in", sent.Headers.Location?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_older_than_ninety_days_must_be_changed_under_one_policy_and_not_the_other()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var settled = await People.SettledAsync(app, "clerk");
        await using (var db = app.Open())
        {
            db.Users.Single(a => a.UserName == "clerk").PasswordChangedAt = DateTime.UtcNow.AddDays(-91);
            db.Regions.Single().PasswordPolicy = "asvs5";
            await TestApp.SaveAsync(db);
        }

        using var young = app.Visitor();
        using var free = await People.SignInAsync(young, "clerk", People.Good);
        await young.PageAsync("/organs");
        using var admin = await app.AsAsync("admin");
        var settings = await admin.PageAsync("/settings");
        using var saved = await admin.SubmitAsync(settings.Form(), new Dictionary<string, string?> { ["Policy"] = "gbt22239" });
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        using var old = app.Visitor();
        using var entered = await People.SignInAsync(old, "clerk", People.Good);
        using var kept = await old.GetAsync("/organs");
        Assert.Equal("/own-account/password", kept.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_is_written_down()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var web = await People.SettledAsync(app, "clerk");
        var page = await web.PageAsync("/own-account");
        using var left = await web.SubmitAsync(page.Form("sign-out"), People.NoChanges);
        Assert.Equal("/own-account/sign-in", left.Headers.Location?.ToString());
        using var after = await web.GetAsync("/organs");
        Assert.StartsWith("/own-account/sign-in", after.Headers.Location?.ToString(), StringComparison.Ordinal);
        await using var db = app.Open();
        Assert.Single(db.AuditEntries, e => e.Action == "退出");
    }

    /// <summary>
    /// The button carries no form token: what keeps other sites from pressing it is that the session's cookie does not come with their posts.
    /// </summary>
    [Fact]
    public async Task Another_site_cannot_sign_anybody_out()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var settled = await People.SettledAsync(app, "clerk");
        using var entering = app.Visitor();
        using var entered = await People.SignInAsync(entering, "clerk", People.Good);
        Assert.Contains("samesite=lax", entered.Headers.GetValues("Set-Cookie")
            .Single(c => c.StartsWith("maoding=", StringComparison.Ordinal)), StringComparison.Ordinal);
        using var web = app.Visitor();
        using var left = await web.Http.PostAsync(new Uri("/own-account/sign-out", UriKind.Relative), null);
        Assert.StartsWith("/own-account/sign-in", left.Headers.Location?.ToString(), StringComparison.Ordinal);
        await using var db = app.Open();
        Assert.DoesNotContain(db.AuditEntries, e => e.Action == "退出");
    }

    [Fact]
    public async Task Entering_as_somebody_is_for_demonstrations_only()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        await using var db = app.Open();
        var clerk = db.Users.Single(a => a.UserName == "clerk").Id;
        using var visitor = app.Visitor();
        var page = await visitor.PageAsync("/own-account/sign-in");
        Assert.Null(page.QuerySelector(".demo-persons"));
        var form = page.Form();
        form.SetAttribute("action", "/own-account/sign-in?handler=As");
        using var refused = await visitor.SubmitAsync(form, new Dictionary<string, string?> { ["accountId"] = $"{clerk}" });
        Assert.Contains("ACC005", (await WebClient.ParseAsync(refused, HttpStatusCode.Forbidden)).Body!.TextContent, StringComparison.Ordinal);
        db.Regions.Single().IsDemo = true;
        await TestApp.SaveAsync(db);
        var demo = await visitor.PageAsync("/own-account/sign-in");
        Assert.Contains("李娟", demo.QuerySelector(".demo-persons")!.TextContent, StringComparison.Ordinal);
        using var entered = await visitor.SubmitAsync(demo.Form("handler=As"), People.NoChanges, $"accountId={clerk}");
        Assert.Equal("/today", entered.Headers.Location?.ToString());
        Assert.Contains("李娟", (await visitor.PageAsync("/own-account")).Body!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<string> ErrorsAsync(WebClient web, string userName, string password)
    {
        using var answer = await People.SignInAsync(web, userName, password);
        return (await WebClient.ParseAsync(answer, HttpStatusCode.BadRequest)).Errors();
    }

    private static bool HasSession(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(c => c.StartsWith("maoding=", StringComparison.Ordinal));
}
