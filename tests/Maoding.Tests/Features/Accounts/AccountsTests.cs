using System.Net;
using Maoding.Domain.Organization;
using Maoding.Tests.Features.OwnAccount;
using Maoding.Tests.Hosting;
using Xunit;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Features.Accounts;

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
                db.Tenures.Add(new Tenure { Person = new Person { Name = name, Phone = phone }, Post = new Post { Name = $"岗位{order}", Order = order, Kind = PostKind.UnitClerk, UnitId = district.Finance.Id }, From = new DateOnly(2026, 1, 1) });
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
        Assert.Equal("/accounts", again.Headers.Location?.ToString());
        using var person = app.Visitor();
        using var entered = await People.SignInAsync(person, slips[1].QuerySelectorAll(".code")[0].TextContent, slips[1].QuerySelectorAll(".code")[1].TextContent);
        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
        await using var after = app.Open();
        Assert.DoesNotContain(after.AuditEntries.AsEnumerable(), e => e.Text.Contains(slips[0].QuerySelectorAll(".code")[1].TextContent, StringComparison.Ordinal));
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
        await person.PageAsync("/account");
        var page = await web.PageAsync("/accounts");
        using var oneself = await web.SubmitAsync(page.Form("/accounts?handler=Grant", clerk), People.NoChanges, $"id={admin}");
        Assert.Contains("ACC033", (await WebClient.ParseAsync(oneself, HttpStatusCode.BadRequest)).Errors(), StringComparison.Ordinal);
        using var closed = await web.SubmitAsync(page.Form("/accounts?handler=Lock", clerk), People.NoChanges, $"id={clerk}");
        Assert.Equal("/accounts", closed.Headers.Location?.ToString());
        using var gone = await person.GetAsync("/account");
        Assert.StartsWith("/account/sign-in", gone.Headers.Location?.ToString(), StringComparison.Ordinal);
        using var granted = await web.SubmitAsync((await web.PageAsync("/accounts")).Form("/accounts?handler=Grant", clerk), People.NoChanges, $"id={clerk}");
        await using var after = app.Open();
        Assert.True(after.Users.Single(a => a.Id == clerk).IsAdministrator);
    }
}
