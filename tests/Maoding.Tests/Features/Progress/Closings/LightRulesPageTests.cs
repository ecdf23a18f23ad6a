using System.Net;
using AngleSharp.Html.Dom;
using Maoding.Domain.Lights;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Maoding.Tests.Features.Progress.Closings;

public sealed class LightRulesPageTests
{
    private static readonly DateOnly _march = new(2026, 3, 20);

    [Fact]
    public async Task New_rules_are_tried_on_closed_months_before_they_take_effect()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await YearScene.InAsync(app);
        var parent = await scene.AddAsync("1", isLeaf: false);
        var (first, second) = (await scene.AddAsync("1.1", parent), await scene.AddAsync("1.2", parent));
        await scene.AcceptAsync(first, 202602, 190);
        await scene.AcceptAsync(second, 202602, 200);
        await scene.CatchUpAsync(_march);
        Assert.Equal(Light.Green, (await scene.LightAsync(parent, 202602))!.Light);
        using var web = await app.AsAsync("coordinator");
        // Ouhai: whatever is below the plan is red.
        var page = await web.PageAsync("/rules?preset=1");
        var tried = await PostAsync(web, Form(page), new Dictionary<string, string?>());
        var preview = tried.QuerySelector("#preview")!.TextContent;
        Assert.Contains("2月：2 项中 1 项的灯会不同", preview, StringComparison.Ordinal);
        Assert.Contains("应完成20%，实际完成19%", preview, StringComparison.Ordinal);
        Assert.Contains($"/ledger/{first}", tried.QuerySelector("#preview")!.InnerHtml, StringComparison.Ordinal);
        await using (var db = app.Open()) Assert.Equal(1, await db.RuleEditions.CountAsync());
        using (var answer = await web.SubmitAsync(Form(tried), Decided("云泽办法", "2026-03-01"))) Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        await scene.CatchUpAsync(new DateOnly(2026, 4, 20));
        Assert.Equal(Light.Green, (await scene.LightAsync(parent, 202602))!.Light);
        Assert.Equal(Light.Red, (await scene.LightAsync(first, 202603))!.Light);
        await scene.AcceptAsync(first, 202604, 400, new DateOnly(2026, 5, 4));
        await scene.AcceptAsync(second, 202604, 400, new DateOnly(2026, 5, 4));
        Assert.Contains("按规则由红灯改记黄灯", (await web.PageAsync($"/ledger/{first}")).QuerySelector("#lights")!.TextContent, StringComparison.Ordinal);
        var versions = (await web.PageAsync("/rules")).QuerySelectorAll("table")[0].TextContent;
        Assert.Contains("2026年3月1日起", versions, StringComparison.Ordinal);
        Assert.Contains("2026年1月1日至2026年2月28日", versions, StringComparison.Ordinal);
        Assert.Contains("区委常委会 2026年3月2日", versions, StringComparison.Ordinal);
        // Each month names the edition that it was judged by.
        var lights = (await web.PageAsync($"/ledger/{first}")).QuerySelector("#lights")!.TextContent;
        Assert.Contains("云泽办法（第2版）", lights, StringComparison.Ordinal);
        Assert.Contains("锚定通用规则（第1版）", lights, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_changed_after_the_trial_is_tried_again_and_closed_months_are_refused()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await YearScene.InAsync(app);
        await scene.AddAsync("1");
        using var web = await app.AsAsync("coordinator");
        var page = await web.PageAsync("/rules?kind=lights&preset=3");
        var tried = await PostAsync(web, Form(page), new Dictionary<string, string?>());
        Assert.Contains("1月（暂定）：1 项中 1 项的灯会不同", tried.QuerySelector("#preview")!.TextContent, StringComparison.Ordinal);
        var again = await PostAsync(web, Form(tried), new Dictionary<string, string?> { ["Lines[0][limit]"] = "50" });
        Assert.NotNull(again.QuerySelector("#preview"));
        await scene.CatchUpAsync(_march);
        using (var late = await web.SubmitAsync(Form(again), Decided("办法", "2026-01-01"))) Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        using (var wrong = await web.SubmitAsync(Form(again), new Dictionary<string, string?> { ["Lines[0][limit]"] = "五十" }))
            Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        await using var db = app.Open();
        Assert.Equal([1], await db.RuleEditions.Select(s => s.Number).ToListAsync());
    }

    [Theory]
    [InlineData("2026-01-15", "区委常委会", "2026-01-02", "RUL002")]
    [InlineData("2028-01-01", "区委常委会", "2026-01-02", "RUL003")]
    [InlineData("2026-01-01", " ", "2026-01-02", "RUL006")]
    [InlineData("2026-01-01", "区委常委会", "2030-01-01", "RUL006")]
    public async Task A_wrong_day_and_an_edition_that_nobody_approved_are_refused(string from, string by, string on, string code)
    {
        await using var app = await TestApp.StartAsync();
        await YearScene.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        var tried = await PostAsync(web, Form(await web.PageAsync("/rules")), new Dictionary<string, string?>());
        var wrong = Decided("办法", from);
        (wrong["ApprovedBy"], wrong["ApprovedOn"]) = (by, on);
        using var answer = await web.SubmitAsync(Form(tried), wrong);
        var page = await Hosting.WebClient.ParseAsync(answer, HttpStatusCode.BadRequest);
        Assert.Contains(code, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await using var db = app.Open();
        Assert.Empty(await db.RuleEditions.ToListAsync());
    }

    [Fact]
    public async Task Everybody_reads_the_rules_and_who_may_not_decide_them_gets_no_form()
    {
        await using var app = await TestApp.StartAsync();
        await YearScene.InAsync(app);
        using var web = await app.AsAsync("clerk");
        var page = await web.PageAsync("/rules");
        Assert.Contains("锚定通用规则", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main form"));
    }

    private static Dictionary<string, string?> Decided(string name, string from) => new()
    {
        ["Name"] = name,
        ["From"] = from,
        ["Source"] = "区委督查室〔2026〕5号",
        ["ApprovedBy"] = "区委常委会",
        ["ApprovedOn"] = "2026-03-02",
    };

    private static IHtmlFormElement Form(IHtmlDocument page) => page.QuerySelectorAll("main form").OfType<IHtmlFormElement>().Single();

    private static async Task<IHtmlDocument> PostAsync(Hosting.WebClient web, IHtmlFormElement form, Dictionary<string, string?> changes)
    {
        using var answer = await web.SubmitAsync(form, changes);
        return await Hosting.WebClient.ParseAsync(answer);
    }
}
