using Maoding.Domain.Problems;
using Maoding.TestKit;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Maoding.Tests.Features.Supervision.Problems;

/// <summary>In Chromium: a meeting on the site, its decision, the unit's work, the judgement, the closing.</summary>
public sealed class ProblemWayTests
{
    [Fact]
    public async Task A_decision_on_the_site_is_done_judged_and_closed()
    {
        Assert.SkipWhen(Browser.Missing is not null, Browser.Missing ?? "");
        await using var app = await TestApp.StartAsync();
        var scene = await ProblemScene.InAsync(app);
        await using var browser = await Browser.Open(app.Address.ToString());
        await HoldAsync(app, scene, browser);
        await DoAsync(app, browser);
        await EndAsync(app, browser);
        await using var db = app.Open();
        Assert.Equal(ProblemState.Closed, (await db.Problems.SingleAsync(TestContext.Current.CancellationToken)).State);
    }

    private static async Task HoldAsync(TestApp app, ProblemScene scene, Browser browser)
    {
        var page = browser.Page;
        await browser.EnterAsync(app, "leader");
        await page.GotoAsync($"/site-meetings/new?project={scene.School.Id}");
        await page.FillAsync("#Fields_Place", "实验小学工地");
        await page.FillAsync("#Fields_Text", "塔吊因没有临时用电停用5天。");
        await PressAsync(page, "保存");
        await page.FillAsync("#Decisions_0__Text", "3月10日前接通临时用电");
        await page.SelectOptionAsync("#Decisions_0__For", $"n{scene.School.Id}");
        await page.SelectOptionAsync("#Decisions_0__UnitId", $"{scene.District.Housing.Id}");
        await page.FillAsync("#Decisions_0__Due", "2026-03-10");
        await page.FillAsync("#Decisions_0__Title", "临时用电未接通，塔吊停用");
        await page.SelectOptionAsync("#Decisions_0__Cause", $"{(int)ProblemCause.Utilities}");
        await PressAsync(page, "记下议定事项");
        await Assertions.Expect(page.Locator("#decisions tbody tr")).ToHaveCountAsync(1);
        page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        await PressAsync(page, "签发");
        await Assertions.Expect(page.Locator(".sit")).ToContainTextAsync("签发");
    }

    private static async Task DoAsync(TestApp app, Browser browser)
    {
        var page = browser.Page;
        await browser.EnterAsync(app, "clerk2");
        await page.GotoAsync("/today");
        await page.GetByRole(AriaRole.Link, new() { Name = "去办理" }).First.ClickAsync();
        await page.FillAsync("#steps input[name=Result]", "临电3月2日接通。");
        await PressAsync(page, "报办结");
        await Assertions.Expect(page.Locator("#steps")).ToContainTextAsync("临电3月2日接通。");
        await PressAsync(page, "接办");
        await page.FillAsync("#Reason-Resolve", "临电已接通，塔吊恢复运行。");
        await PressAsync(page, "报告解决");
        await Assertions.Expect(page.Locator(".prb").First).ToContainTextAsync("待验收");
        Assert.Equal(0, await page.Locator("#move-Verify").CountAsync());
    }

    private static async Task EndAsync(TestApp app, Browser browser)
    {
        var page = browser.Page;
        await browser.EnterAsync(app, "leader");
        await page.GotoAsync("/today");
        await page.GetByRole(AriaRole.Link, new() { Name = "去验收" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "临时用电未接通，塔吊停用" }).ClickAsync();
        await PressAsync(page, "验收通过");

        await browser.EnterAsync(app, "coordinator");
        await page.GotoAsync("/today");
        await page.GetByRole(AriaRole.Link, new() { Name = "去销号" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "临时用电未接通，塔吊停用" }).ClickAsync();
        await PressAsync(page, "销号");
        await Assertions.Expect(page.Locator(".prb").First).ToContainTextAsync("已销号");
    }

    /// <summary>Pages at both widths: no sideways scrolling on a phone, nothing serious for axe; pictures for people to look at.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_pages_of_problems_behave_in_a_browser(bool phone)
    {
        Assert.SkipWhen(Browser.Missing is not null, Browser.Missing ?? "");
        await using var app = await TestApp.StartAsync();
        var scene = await ProblemScene.InAsync(app);
        var shown = await FilledAsync(app, scene);
        string meeting;
        using (var leader = await app.AsAsync("leader")) meeting = await SiteMeetings.SiteMeetingTests.HeldAsync(leader);
        await using var browser = await Browser.Open(app.Address.ToString(), phone);
        await browser.EnterAsync(app, "coordinator");
        (string Path, string Name)[] pages =
        [
            ("/problems", "problems"), ($"/problems/{shown}", "problem"), ("/problems/causes", "problem-causes"),
            ($"/problems/new?project={scene.School.Id}", "problem-new"),
            ("/site-meetings", "site-meetings"), (meeting, "site-meeting"), ($"{meeting}/edit", "site-meeting-edit"),
        ];
        foreach (var (path, name) in pages)
        {
            await browser.Page.GotoAsync(path);
            await browser.Screenshot($"{name}{(phone ? "-phone" : "")}");
            var overflow = await browser.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            Assert.True(overflow <= 0, $"{path} is {overflow} pixels too wide");
            Assert.Empty(await browser.Page.Axe());
        }
    }

    private static async Task<int> FilledAsync(TestApp app, ProblemScene scene)
    {
        await scene.HandledAsync(app, p => (p.ProjectId, p.Title, p.State, p.Resolution, p.ClosedOn) =
            (scene.Homes.Id, "施工临时用电迟迟未接通", ProblemState.Closed, "先由邻近小区借电，再报装；电力公司五日内接通。", SmallDistrict.Today));
        await scene.HandledAsync(app, p => (p.Title, p.Cause, p.State, p.UnitId, p.LeaderPostId, p.Due) =
            ("项目用地12亩未完成征收，影响操场和围墙施工", ProblemCause.Land, ProblemState.Raised, null, null, null));
        await scene.HandledAsync(app, p => (p.Title, p.Cause, p.ProjectId, p.Tier, p.Due, p.HeldBack) =
            ("老旧小区改造专项资金未到位", ProblemCause.Money, scene.Homes.Id, Tier.Chief, SmallDistrict.Today.AddDays(-5), 8600));
        var shown = await scene.HandledAsync(app, p =>
        {
            (p.Tier, p.TierSince, p.Text) = (Tier.Leader, SmallDistrict.Today, "塔吊已安装，工地只有一路施工照明用电。已两次到供电公司协商，答复要等二期变压器到货。");
            p.Events.AddRange(
                new ProblemEvent { State = ProblemState.Raised, On = new DateOnly(2026, 2, 10), Tier = Tier.Unit, ById = 6 },
                new ProblemEvent
                {
                    Move = ProblemMove.Assign,
                    State = ProblemState.Assigned,
                    On = new DateOnly(2026, 2, 11),
                    Tier = Tier.Unit,
                    ById = 3,
                    Text = "交区住建局办理，王立军（区委常委、常务副区长）负责，2026年3月12日前解决。",
                },
                new ProblemEvent { Move = ProblemMove.Take, State = ProblemState.Handling, On = new DateOnly(2026, 2, 12), Tier = Tier.Unit, ById = 6 },
                new ProblemEvent
                {
                    Move = ProblemMove.Escalate,
                    State = ProblemState.Handling,
                    On = SmallDistrict.Today,
                    Tier = Tier.Leader,
                    ById = 6,
                    Text = "提到分管领导。超出责任单位权限：电力公司不归本局管。已做工作：函商两次",
                });
            p.Steps.Add(new ProblemStep { Text = "与供电公司商定临时变压器", UnitId = scene.District.Housing.Id, Due = SmallDistrict.Today.AddDays(-1) });
            p.Steps.Add(DoneStep(scene));
        });
        return shown.Id;
    }

    private static ProblemStep DoneStep(ProblemScene scene) => new()
    {
        Text = "从教育局现有配电房引一路应急电源",
        UnitId = scene.District.Education.Id,
        Due = SmallDistrict.Today,
        DoneOn = SmallDistrict.Today,
        Result = "已引入，可供照明和搅拌机使用。",
    };

    private static Task PressAsync(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
}
