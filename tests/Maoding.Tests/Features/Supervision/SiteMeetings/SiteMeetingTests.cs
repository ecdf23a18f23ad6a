using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using Maoding.Domain.Problems;
using Maoding.Tests.Features.Supervision.Problems;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Features.Supervision.SiteMeetings;

public sealed class SiteMeetingTests
{
    [Fact]
    public async Task Decisions_become_steps_of_old_and_new_problems_all_or_none()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await ProblemScene.InAsync(app);
        var old = await scene.HandledAsync(app, p => (p.State, p.UnitId, p.LeaderPostId, p.Due, p.TierSince) = (ProblemState.Raised, null, null, null, null));
        var strange = await scene.HandledAsync(app, p => p.ProjectId = scene.Homes.Id);
        using var leader = await app.AsAsync("leader");
        var address = await HeldAsync(leader);
        var form = Form(await leader.PageAsync(address), "#decisions form");
        var both = new Dictionary<string, string?>
        {
            ["Decisions[0].Text"] = "区住建局3月10日前接通临电",
            ["Decisions[0].For"] = $"p{old.Id}",
            ["Decisions[0].UnitId"] = Text(scene.District.Housing.Id),
            ["Decisions[0].Due"] = "2026-03-10",
            ["Decisions[1].Text"] = "区财政局拨付首批资金",
            ["Decisions[1].For"] = $"n{scene.School.Id}",
            ["Decisions[1].UnitId"] = Text(scene.District.Finance.Id),
            ["Decisions[1].Due"] = "2026-03-20",
        };
        await ProblemScene.RefusedAsync(leader, form, "SIT009", HttpStatusCode.BadRequest, [.. both.Select(b => (b.Key, b.Value!))]);
        await ProblemScene.RefusedAsync(leader, form, "SIT010", HttpStatusCode.Conflict,
            [.. both.Where(b => b.Key.StartsWith("Decisions[0]", StringComparison.Ordinal) && b.Key != "Decisions[0].For")
                .Select(b => (b.Key, b.Value!)), ("Decisions[0].For", $"p{strange.Id}")]);
        await ProblemScene.RefusedAsync(leader, form, "SIT008", HttpStatusCode.BadRequest);
        Assert.Equal((ProblemState.Raised, 0), ((await ProblemScene.ReadAsync(app, old.Id)).State, (await ProblemScene.ReadAsync(app, old.Id)).Steps.Count));
        (both["Decisions[1].Title"], both["Decisions[1].Cause"]) = ("首批资金未到位", "4");
        foreach (var _ in (int[])[1, 2])
        {
            using var answer = await leader.SubmitAsync(form, both);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }

        var decided = await ProblemScene.ReadAsync(app, old.Id);
        Assert.Equal((ProblemState.Assigned, scene.District.Housing.Id, scene.District.Leader.Id, "区住建局3月10日前接通临电"),
            (decided.State, decided.UnitId!.Value, decided.LeaderPostId!.Value, Assert.Single(decided.Steps).Text));
        await using var db = app.Open();
        var raised = await db.Problems.Include(p => p.Steps).SingleAsync(p => p.Title == "首批资金未到位", TestContext.Current.CancellationToken);
        Assert.Equal((ProblemState.Assigned, scene.District.Finance.Id, new DateOnly(2026, 3, 20), Tier.Unit, SmallDistrict.Today),
            (raised.State, raised.UnitId!.Value, raised.Due!.Value, raised.Tier, raised.TierSince!.Value));
        Assert.Equal(Assert.Single(decided.Steps).MeetingId, Assert.Single(raised.Steps).MeetingId);
        await SignedAsync(app, leader, address, form);
    }

    /// <summary>Signed minutes stay as they are; the unit answers its step; the paper has it all.</summary>
    private static async Task SignedAsync(TestApp app, WebClient leader, string address, IHtmlFormElement old)
    {
        using (var other = await app.AsAsync("leader2")) Assert.Null((await other.PageAsync(address)).QuerySelector("#sign"));
        using (var done = await leader.SubmitAsync(Form(await leader.PageAsync(address), "#sign form"), new Dictionary<string, string?>()))
            Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        var page = await leader.PageAsync(address);
        Assert.Null(page.QuerySelector("#decisions form"));
        await ProblemScene.RefusedAsync(leader, old, "SIT007", HttpStatusCode.Conflict, ("RequestKey", "later"), ("Decisions[0].Text", "补一条"));
        await using (var db = app.Open())
            Assert.Equal(SmallDistrict.Today, (await db.SiteMeetings.SingleAsync(TestContext.Current.CancellationToken)).SignedOn);
        var correction = await leader.PageAsync(page.QuerySelectorAll("a").Single(a => a.TextContent == "记一次更正").GetAttribute("href")!);
        Assert.StartsWith("对2026年3月2日在实验小学工地现场办公纪要更正如下", ((IHtmlTextAreaElement)correction.QuerySelector("#Fields_Text")!).Value, StringComparison.Ordinal);
        using var paper = await leader.GetAsync($"{address}/minutes");
        using var zip = new System.IO.Compression.ZipArchive(await paper.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        using var text = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        var words = await text.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Contains("1．关于“临时用电未接通，塔吊不能使用”。区住建局3月10日前接通临电。（责任单位：云泽区住房和城乡建设局；完成时限：2026年3月10日）", words, StringComparison.Ordinal);
        using var clerk2 = await app.AsAsync("clerk2");
        Assert.Contains("现场办公等定下的事有 1 件没有办结", (await clerk2.PageAsync("/today")).QuerySelector(".waiting")!.TextContent, StringComparison.Ordinal);
        using var clerk = await app.AsAsync("clerk");
        await clerk.PageAsync(address);
    }

    [Fact]
    public async Task A_leader_holds_meetings_of_his_own_and_strangers_do_not_see_them()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await ProblemScene.InAsync(app);
        using var leader2 = await app.AsAsync("leader2");
        var form = Form(await leader2.PageAsync("/site-meetings/new"), "main form");
        (string, string)[] fields = [("Fields.Place", "工地"), ("Fields.Projects", "XM-2026-001")];
        await ProblemScene.RefusedAsync(
            leader2, form, "PER001", HttpStatusCode.Forbidden, [.. fields, ("Fields.LeaderPostId", Text(scene.District.Leader.Id))]);
        await ProblemScene.RefusedAsync(leader2, form, "SIT002", HttpStatusCode.BadRequest, [.. fields, ("Fields.HeldOn", "2026-03-03")]);
        await ProblemScene.RefusedAsync(leader2, form, "SIT006", HttpStatusCode.BadRequest, ("Fields.Place", "工地"));
        await ProblemScene.RefusedAsync(leader2, form, "PRB006", HttpStatusCode.BadRequest, ("Fields.Place", "工地"), ("Fields.Projects", "没有的项目"));
        using (var done = await leader2.SubmitAsync(form, fields.ToDictionary(f => f.Item1, f => (string?)f.Item2)))
            Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        using var clerk = await app.AsAsync("clerk");
        Assert.Single((await clerk.PageAsync("/site-meetings")).QuerySelectorAll("tbody tr"));
        using var clerk2 = await app.AsAsync("clerk2");
        Assert.Empty((await clerk2.PageAsync("/site-meetings")).QuerySelectorAll("tbody tr"));
        await clerk2.PageAsync("/site-meetings/1", HttpStatusCode.Forbidden);
        Assert.Contains("SIT011", await (await leader2.SubmitAsync(Form(await leader2.PageAsync("/site-meetings/1"), "#sign form"),
            new Dictionary<string, string?>())).Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    internal static async Task<string> HeldAsync(WebClient leader)
    {
        using var done = await leader.SubmitAsync(Form(await leader.PageAsync("/site-meetings/new"), "main form"), new Dictionary<string, string?>
        {
            ["Fields.Place"] = "实验小学工地",
            ["Fields.Projects"] = "XM-2026-001 云泽实验小学新建项目",
            ["Fields.Attendees"] = "区住建局赵强、区教育局周文、项目公司负责人",
            ["Fields.Text"] = "主体已建到三层，塔吊因没有临时用电停用5天。\n施工单位反映首批资金没有到账。",
        });
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        return done.Headers.Location!.ToString();
    }

    private static IHtmlFormElement Form(IHtmlDocument page, string selector) => (IHtmlFormElement)page.QuerySelector(selector)!;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
