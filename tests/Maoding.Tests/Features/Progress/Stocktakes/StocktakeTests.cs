using System.Net;
using Maoding.Domain.Ledger;
using Maoding.Domain.Lights;
using Maoding.Domain.Progress;
using Maoding.Tests.WholeWay;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Features.Progress.Stocktakes;

public sealed class StocktakeTests
{
    private static readonly DateOnly _may = new(2026, 5, 20);

    internal static async Task<YearDistrict> SceneAsync(TestApp app)
    {
        var year = await YearDistrict.InAsync(app, _may);
        string[] titles = ["新建公办幼儿园3所", "老旧小区改造12个", "主次干道环境整治", "农贸市场改造", "义务教育大班额化解"];
        for (var i = 0; i < titles.Length; i++)
            await year.AddAsync(
                $"{i + 1}", titles[i], CommitmentState.InProgress, i % 2 == 0 ? year.District.Education : year.District.Housing, r => r.Share = 100);
        await year.CloseAsync(
            YearDistrict.March, new DateOnly(2026, 4, 10), ("1", Light.Green), ("2", Light.Red), ("3", Light.Yellow), ("4", Light.Green), ("5", Light.Red));
        await year.CloseAsync(
            YearDistrict.April, new DateOnly(2026, 5, 11), ("1", Light.Red), ("2", Light.Red), ("3", Light.Yellow), ("4", Light.Yellow), ("5", Light.Green));
        await using var db = app.Open();
        db.Add(new ProgressReport
        {
            CommitmentId = year.Rows["2"].Id,
            Period = 2026040,
            State = ReportState.Accepted,
            Done = "完成3个小区立面改造。",
            Problems = "专项资金尚未到位。",
            NextStep = "申请调整预算。",
        });
        await TestApp.SaveAsync(db);
        return year;
    }

    [Fact]
    public async Task The_three_worst_come_with_their_reasons_and_decisions_become_next_steps()
    {
        await using var app = await TestApp.StartAsync();
        var year = await SceneAsync(app);
        using var leader = await app.AsAsync("leader");
        var address = $"/stocktakes/leader/{year.District.Leader.Id}";
        var page = await leader.PageAsync(address);
        Assert.Equal(["2 老旧小区改造12个", "1 新建公办幼儿园3所", "3 主次干道环境整治"], page.QuerySelectorAll(".stk-row h3 a").Select(a => a.TextContent));
        var worst = page.QuerySelector(".stk-row")!.TextContent;
        Assert.Contains("连续 2 个月红灯；应完成40%，实际完成10%，落后30个百分点，超过20个；当月未报（亮灯规则第 1 条）", worst, StringComparison.Ordinal);
        Assert.Contains("专项资金尚未到位。", worst, StringComparison.Ordinal);
        Assert.Contains("另有 1 项", page.QuerySelector(".stk-rows h2")!.TextContent, StringComparison.Ordinal);

        var form = YearDistrict.Form(page, "#now form");
        var fields = new Dictionary<string, string?>
        {
            ["Steps[0].Text"] = "财政局月底前拨付首批资金",
            ["Steps[0].UnitId"] = YearDistrict.Text(year.District.Housing.Id),
            ["Steps[0].Due"] = "2026-05-31",
        };
        foreach (var _ in (int[])[1, 2])
        {
            using var answer = await leader.SubmitAsync(form, fields);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }

        await using (var db = app.Open())
        {
            var step = await db.NextSteps.SingleAsync(TestContext.Current.CancellationToken);
            Assert.Equal((year.Rows["2"].Id, new DateOnly(2026, 5, 31), null), (step.CommitmentId, step.Due, step.DoneOn));
            Assert.Equal((_may, year.District.Leader.Id), ((await db.Stocktakes.SingleAsync(TestContext.Current.CancellationToken)).HeldOn,
                (await db.Stocktakes.SingleAsync(TestContext.Current.CancellationToken)).LeaderPostId));
        }

        Assert.Contains("今天议定 1 条", (await leader.PageAsync(address)).QuerySelector("#now")!.TextContent, StringComparison.Ordinal);
        await AnsweredAsync(app, leader, address);
    }

    /// <summary>The unit answers; a week later the sheet tells it.</summary>
    private static async Task AnsweredAsync(TestApp app, WebClient leader, string address)
    {
        using var clerk = await app.AsAsync("clerk2");
        Assert.Contains("议定事项 1 项没有办结最近的5月31日到期。", (await clerk.PageAsync("/today")).QuerySelector(".waiting")!.TextContent
            .Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal)
            .Replace("议定事项1项没有办结", "议定事项 1 项没有办结", StringComparison.Ordinal), StringComparison.Ordinal);
        using (var other = await app.AsAsync("clerk")) await other.PageAsync("/stocktakes/step/1", HttpStatusCode.Forbidden);
        using (var empty = await clerk.SubmitAsync(
            YearDistrict.Form(await clerk.PageAsync("/stocktakes/step/1"), "main form"), new Dictionary<string, string?>()))
            Assert.Contains(
                "STK007", (await WebClient.ParseAsync(empty, HttpStatusCode.BadRequest)).QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        using (var done = await clerk.SubmitAsync(
            YearDistrict.Form(await clerk.PageAsync("/stocktakes/step/1"), "main form"), new Dictionary<string, string?> { ["Result"] = "首批资金已拨付。" }))
            Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        await using (var db = app.Open())
        {
            (await db.Regions.SingleAsync(TestContext.Current.CancellationToken)).BusinessDate = _may.AddDays(7);
            await TestApp.SaveAsync(db);
        }

        var sheet = await leader.PageAsync(address);
        Assert.Contains("首批资金已拨付。", sheet.QuerySelector("#earlier")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("今天议定 0 条", sheet.QuerySelector("#now h2")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Steps[0].Text", "", "STK003")]
    [InlineData("Steps[0].UnitId", "", "STK004")]
    [InlineData("Steps[0].Due", "2026-05-19", "STK005")]
    public async Task An_incomplete_decision_is_refused_and_what_was_typed_stays(string field, string value, string code)
    {
        await using var app = await TestApp.StartAsync();
        var year = await SceneAsync(app);
        using var web = await app.AsAsync("coordinator");
        var fields =
            new Dictionary<string, string?> { ["Steps[0].Text"] = "月底前拨付首批资金", ["Steps[0].UnitId"] = "2", ["Steps[0].Due"] = "2026-05-31", [field] = value };
        using var answer = await web.SubmitAsync(YearDistrict.Form(await web.PageAsync($"/stocktakes/leader/{year.District.Leader.Id}"), "#now form"), fields);
        var page = await WebClient.ParseAsync(answer, HttpStatusCode.BadRequest);
        Assert.Contains(code, page.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(fields["Steps[0].Text"] ?? "", page.QuerySelector("[name='Steps[0].Text']")!.GetAttribute("value") ?? "");
        await using var db = app.Open();
        Assert.Empty(db.Stocktakes);
    }

    [Fact]
    public async Task Another_leader_may_look_but_not_decide()
    {
        await using var app = await TestApp.StartAsync();
        var year = await SceneAsync(app);
        using var other = await app.AsAsync("leader2");
        var address = $"/stocktakes/leader/{year.District.Leader.Id}";
        Assert.Null((await other.PageAsync(address)).QuerySelector("#now form"));
        var own = YearDistrict.Form(await other.PageAsync($"/stocktakes/leader/{year.District.OtherLeader.Id}"), "#now form");
        own.SetAttribute("action", address);
        using var forged = await other.SubmitAsync(
            own, new Dictionary<string, string?> { ["Steps[0].Text"] = "拨付资金", ["Steps[0].UnitId"] = "2", ["Steps[0].Due"] = "2026-05-31" });
        Assert.Equal(HttpStatusCode.Forbidden, forged.StatusCode);
    }
}
