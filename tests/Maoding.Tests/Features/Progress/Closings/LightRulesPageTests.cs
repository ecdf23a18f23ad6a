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
        var page = await web.PageAsync("/closings/rules?preset=1");
        var tried = await PostAsync(web, Form(page), new Dictionary<string, string?>());
        var preview = tried.QuerySelector("#preview")!.TextContent;
        Assert.Contains("2月：3 项中 2 项的灯会不同", preview, StringComparison.Ordinal);
        Assert.Contains("应完成20%，实际完成19%", preview, StringComparison.Ordinal);
        Assert.Contains($"/ledger/{first}", tried.QuerySelector("#preview")!.InnerHtml, StringComparison.Ordinal);
        await using (var db = app.Open()) Assert.Equal(1, await db.LightRuleSets.CountAsync());
        using (var answer = await web.SubmitAsync(Form(tried), new Dictionary<string, string?> { ["Name"] = "云泽办法", ["Reason"] = "区委督查室〔2026〕5号" })) Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        await scene.CatchUpAsync(new DateOnly(2026, 4, 20));
        Assert.Equal(Light.Green, (await scene.LightAsync(parent, 202602))!.Light);
        Assert.Equal(Light.Red, (await scene.LightAsync(first, 202603))!.Light);
        await scene.AcceptAsync(first, 202604, 400, new DateOnly(2026, 5, 4));
        await scene.AcceptAsync(second, 202604, 400, new DateOnly(2026, 5, 4));
        Assert.Contains("按规则由红灯改记黄灯", (await web.PageAsync($"/ledger/{first}")).QuerySelector("#lights")!.TextContent, StringComparison.Ordinal);
        var versions = (await web.PageAsync("/closings/rules")).QuerySelectorAll("table")[0].TextContent;
        Assert.Contains("3月至12月", versions, StringComparison.Ordinal);
        Assert.Contains("1月至2月", versions, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_changed_after_the_trial_is_tried_again_and_closed_months_are_refused()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await YearScene.InAsync(app);
        await scene.AddAsync("1");
        using var web = await app.AsAsync("coordinator");
        var page = await web.PageAsync("/closings/rules?preset=3");
        var tried = await PostAsync(web, Form(page), new Dictionary<string, string?>());
        Assert.Contains("1月（暂定）：1 项中 1 项的灯会不同", tried.QuerySelector("#preview")!.TextContent, StringComparison.Ordinal);
        var again = await PostAsync(web, Form(tried), new Dictionary<string, string?> { ["Lines[0].Limit"] = "50", ["Name"] = "办法", ["Reason"] = "试点" });
        Assert.NotNull(again.QuerySelector("#preview"));
        await scene.CatchUpAsync(_march);
        using (var late = await web.SubmitAsync(Form(again), new Dictionary<string, string?> { ["FromMonth"] = "202601", ["Name"] = "办法", ["Reason"] = "试点" })) Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        using (var wrong = await web.SubmitAsync(Form(again), new Dictionary<string, string?> { ["Lines[0].Limit"] = "五十" })) Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        await using var db = app.Open();
        Assert.Equal([1], await db.LightRuleSets.Select(s => s.Number).ToListAsync());
    }

    private static IHtmlFormElement Form(IHtmlDocument page) => page.QuerySelectorAll("main form").OfType<IHtmlFormElement>().Single();

    private static async Task<IHtmlDocument> PostAsync(Hosting.WebClient web, IHtmlFormElement form, Dictionary<string, string?> changes)
    {
        using var answer = await web.SubmitAsync(form, changes);
        return await Hosting.WebClient.ParseAsync(answer);
    }
}
