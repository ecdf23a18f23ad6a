using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Maoding.Domain.Organization;
using Maoding.Tests.Features.Administration.OwnAccount;
using Maoding.Tests.Hosting;
using Xunit;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Features.Administration.Accounts;

public sealed class AccountsTests
{
    [Fact]
    public async Task Everybody_in_office_without_an_account_gets_one_and_a_slip_shown_once()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        await using (var db = app.Open())
        {
            foreach (var (name, phone, order) in new[] { ("丁一", "139 0000 0001", 20), ("丁二", "139 0000 0001", 21) })
                db.Tenures.Add(new Tenure
                {
                    Person = new Person { Name = name, Phone = phone },
                    Post = new Post { Name = $"岗位{order}", Order = order, Kind = PostKind.UnitClerk, UnitId = district.Finance.Id },
                    From = new DateOnly(2026, 1, 1),
                });
            await TestApp.SaveAsync(db);
        }

        using var admin = await app.AsAsync("admin");
        var page = await admin.PageAsync("/accounts");
        using var made = await admin.SubmitAsync(page.Form("All"), People.NoChanges);
        var slips = (await WebClient.ParseAsync(made)).QuerySelectorAll(".slip");
        Assert.Equal(2, slips.Length);
        Assert.Contains("丁一（岗位20）", slips[0].TextContent, StringComparison.Ordinal);
        Assert.Equal("13900000001", slips[0].QuerySelectorAll(".code")[0].TextContent);
        using var again = await admin.SubmitAsync(page.Form("All"), People.NoChanges);
        Assert.Contains("再点一次“重置密码”", (await admin.PageAsync(again.Headers.Location!.ToString()))
            .QuerySelector(".notice-error")!.TextContent, StringComparison.Ordinal);
        using var person = app.Visitor();
        using var entered = await People.SignInAsync(
            person, slips[1].QuerySelectorAll(".code")[0].TextContent, slips[1].QuerySelectorAll(".code")[1].TextContent);
        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
        await using var after = app.Open();
        Assert.DoesNotContain(
            after.AuditEntries.AsEnumerable(), e => e.Text.Contains(slips[0].QuerySelectorAll(".code")[1].TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Lost_slips_are_made_again_by_units_with_post_and_address()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        await using (var db = app.Open())
        {
            foreach (var account in db.Users.Where(a => a.UserName == "clerk" || a.UserName == "leader")) account.MustChangePassword = true;
            await TestApp.SaveAsync(db);
        }

        using var coordinator = await app.AsAsync("coordinator");
        var form = (await coordinator.PageAsync("/accounts/slips")).Form();
        form.QuerySelectorAll<IHtmlInputElement>("[name=Units]").ToList().ForEach(b => b.IsChecked = b.Value == $"{district.Education.Id}");
        using var made = await coordinator.SubmitAsync(form, People.NoChanges);
        var page = await WebClient.ParseAsync(made);
        // The head has chosen a password of his own already.
        var slip = Assert.Single(page.QuerySelectorAll(".slip"));
        foreach (var part in (string[])["区教育局", "李娟（区教育局联络员）", "http://"]) Assert.Contains(part, slip.TextContent, StringComparison.Ordinal);
        using var person = app.Visitor();
        using var entered = await People.SignInAsync(person, "clerk", slip.QuerySelectorAll(".code")[1].TextContent);
        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
        // The coordinator cannot reach accounts in use, whatever is sent.
        using var forced = await coordinator.SubmitAsync((await coordinator.PageAsync("/accounts/slips")).Form(),
            new Dictionary<string, string?> { ["Units"] = $"{district.Housing.Id}", ["IncludeUsed"] = "true" });
        Assert.Contains("ACC036", (await WebClient.ParseAsync(forced, HttpStatusCode.BadRequest)).Errors(), StringComparison.Ordinal);
        using var admin = await app.AsAsync("admin");
        using var all = await admin.SubmitAsync((await admin.PageAsync("/accounts/slips")).Form(),
            new Dictionary<string, string?> { ["Units"] = $"{district.Housing.Id}", ["IncludeUsed"] = "true" });
        Assert.Contains("赵强", Assert.Single((await WebClient.ParseAsync(all)).QuerySelectorAll(".slip")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accounts_are_found_by_name_post_and_state_and_doubtful_telephones_are_named()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        await using (var db = app.Open())
        {
            foreach (var (name, phone) in new[] { ("李娟", "13900000001"), ("周文", "139 0000 0001"), ("赵强", "1390000000") })
                db.Persons.Single(p => p.Name == name).Phone = phone;
            await TestApp.SaveAsync(db);
        }

        using var admin = await app.AsAsync("admin");
        async Task<string> NamesAsync(string query) => string.Join(' ', (await admin.PageAsync($"/accounts?{query}"))
            .QuerySelectorAll("td.name").Select(t => t.TextContent));
        Assert.Equal("clerk", await NamesAsync("q=李娟"));
        Assert.Equal("clerk clerk2", await NamesAsync("q=联络员"));
        Assert.Equal("", await NamesAsync("q=联络员&state=1"));
        var doubts = (await admin.PageAsync("/accounts")).QuerySelector("details.notice")!.TextContent;
        Assert.Contains("周文与李娟的手机号相同（13900000001）", doubts, StringComparison.Ordinal);
        Assert.Contains("赵强的电话“1390000000”是10位", doubts, StringComparison.Ordinal);
        // A warning, and no refusal.
        int person;
        await using (var db = app.Open()) person = db.Persons.Single(p => p.Name == "赵强").Id;
        using var coordinator = await app.AsAsync("coordinator");
        var page = await coordinator.PageAsync($"/organs/person/{person}");
        Assert.Contains("是10位", page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        using var saved = await coordinator.SubmitAsync(page.Form(), new Dictionary<string, string?> { ["Name"] = "赵强强" });
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/accounts?handler=Reset")]
    public async Task Pressed_twice_at_once_one_answer_is_the_slip_and_the_other_says_to_reset_again(string handler)
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        int clerk;
        await using (var db = app.Open()) clerk = db.Users.Single(a => a.UserName == "clerk").Id;
        using var admin = await app.AsAsync("admin");
        var page = await admin.PageAsync("/accounts");
        Task<HttpResponseMessage> Press() => handler.Length > 0
            ? admin.SubmitAsync(page.Form(handler, clerk), People.NoChanges, $"id={clerk}")
            : admin.SubmitAsync(page.QuerySelectorAll<IHtmlFormElement>("main form").Last(),
                new Dictionary<string, string?> { ["UserName"] = "second", ["IsAdministrator"] = "true" });
        var answers = await Task.WhenAll(Press(), Press());
        using var slip = Assert.Single(answers, a => a.StatusCode == HttpStatusCode.OK);
        using var other = Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
        Assert.Single((await WebClient.ParseAsync(slip)).QuerySelectorAll(".slip"));
        Assert.NotNull((await admin.PageAsync(other.Headers.Location!.ToString())).QuerySelector(".notice-error"));
    }

    [Fact]
    public async Task Administrators_see_no_ledger_and_nobody_else_sees_accounts()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var admin = await app.AsAsync("admin");
        using var ledger = await admin.GetAsync("/ledger");
        Assert.Equal(HttpStatusCode.Forbidden, ledger.StatusCode);
        foreach (var who in (string[])["coordinator", "leader", "clerk", "inspector"])
        {
            using var web = await app.AsAsync(who);
            foreach (var path in (string[])["/accounts", "/settings"])
            {
                using var refused = await web.GetAsync(path);
                Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
            }
        }
    }

    [Fact]
    public async Task Nobody_makes_or_unmakes_himself_an_administrator_and_a_closed_account_is_out_at_once()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        await using var db = app.Open();
        var (admin, clerk) = (db.Users.Single(a => a.UserName == "admin").Id, db.Users.Single(a => a.UserName == "clerk").Id);
        using var web = await app.AsAsync("admin");
        using var person = await app.AsAsync("clerk");
        await person.PageAsync("/own-account");
        var page = await web.PageAsync("/accounts");
        using var oneself = await web.SubmitAsync(page.Form("/accounts?handler=Grant", clerk), People.NoChanges, $"id={admin}");
        Assert.Contains("ACC033", (await WebClient.ParseAsync(oneself, HttpStatusCode.BadRequest)).Errors(), StringComparison.Ordinal);
        using var closed = await web.SubmitAsync(page.Form("/accounts?handler=Lock", clerk), People.NoChanges, $"id={clerk}");
        Assert.Equal("/accounts", closed.Headers.Location?.ToString());
        using var gone = await person.GetAsync("/own-account");
        Assert.StartsWith("/own-account/sign-in", gone.Headers.Location?.ToString(), StringComparison.Ordinal);
        using var granted = await web.SubmitAsync((await web.PageAsync("/accounts")).Form("/accounts?handler=Grant", clerk), People.NoChanges, $"id={clerk}");
        await using var after = app.Open();
        Assert.True(after.Users.Single(a => a.Id == clerk).IsAdministrator);
    }
}
