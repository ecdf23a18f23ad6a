using Maoding.Domain.Indicators;
using Maoding.Domain.Ledger;
using Maoding.Domain.Lights;
using Maoding.Domain.Progress;
using Maoding.Domain.Targets;
using Maoding.Features.Progress.Closings;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Maoding.Tests.Features.Progress.Reporting.ReportingDistrict;

namespace Maoding.Tests.Features.Progress.Reporting;

/// <summary>A row whose target is judged by an indicator's figures is not asked for a share: no figure is asked for twice.</summary>
public sealed class ReportByFiguresTests
{
    [Theory]
    [InlineData(TargetKind.LevelAtLeast, FigureMeasure.Cumulative, 6000, 150)]
    [InlineData(TargetKind.GrowthAtLeast, FigureMeasure.CumulativeGrowth, 6, null)]
    public async Task Its_report_goes_all_the_way_without_one(TargetKind kind, FigureMeasure measure, int value, int? share)
    {
        await using var app = await TestApp.StartAsync();
        var scene = await InAsync(app);
        var target = await TieAsync(scene, kind, measure, value);
        using var clerk = await app.AsAsync("clerk");
        var page = await clerk.PageAsync(Page(scene.Conduct, February));
        Assert.Null(page.QuerySelector("#Typed"));
        var told = page.QuerySelector($"a[href='/targets/{target.Id}']")!.ParentElement!.TextContent;
        Assert.Contains("进展按指标数据认定：1—2月", told, StringComparison.Ordinal);
        await DoneAsync(await FillAsync(
            clerk, scene.Conduct, February, new Dictionary<string, string?> { ["Fields.Done"] = "组织收入调度。", ["Fields.Typed"] = "99" }));
        using (var head = await app.AsAsync("head"))
            await DoneAsync(await head.SubmitAsync(Form(await head.PageAsync("/reporting/sign"), "/reporting/sign"), new Dictionary<string, string?>()));
        using var coordinator = await app.AsAsync("coordinator");
        var review = await coordinator.PageAsync("/reporting/review");
        Assert.Equal(ReportShare.Percent(share, ReportShare.ByFigures), review.QuerySelector("td[data-label=本期]")!.TextContent.Trim());
        await DoneAsync(await coordinator.SubmitAsync(Form(review, "/reporting/review"), new Dictionary<string, string?>()));
        var report = await scene.ReportAsync(scene.Conduct, February);
        Assert.Equal((ReportState.Accepted, share, false), (report.State, report.Share, report.IsTyped));
        Assert.Equal((CommitmentState.InProgress, share), ((await scene.RowAsync(scene.Conduct)).State, (await scene.RowAsync(scene.Conduct)).Share));
    }

    [Fact]
    public async Task A_revised_figure_needs_no_reason_and_the_workbook_does_not_ask()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await InAsync(app);
        await TieAsync(scene, TargetKind.LevelAtLeast, FigureMeasure.Cumulative, 6000);
        await scene.PutAsync(scene.Conduct, February, ReportState.Accepted, 400);
        await scene.OnAsync(4, 1);
        using var clerk = await app.AsAsync("clerk");
        var book = await ReportBookTests.ExportAsync(clerk);
        var row = Assert.Single(book, r => r["任务"].StartsWith("3 ", StringComparison.Ordinal));
        Assert.Equal("按指标，不填", row["完成百分数"]);
        foreach (var line in book) line["主要进展"] = line == row ? "组织收入调度。" : "";
        var preview = await Maoding.Tests.Hosting.WebClient.ParseAsync(await ReportBookTests.UploadAsync(clerk, book));
        await DoneAsync(await clerk.SubmitAsync(Form(preview, "handler=Apply"), new Dictionary<string, string?>(), "Submit=true"));
        Assert.Equal((ReportState.Submitted, 150),
            ((await scene.ReportAsync(scene.Conduct, March)).State, (await scene.ReportAsync(scene.Conduct, March)).Share));
    }

    [Fact]
    public async Task Before_its_first_figure_nobody_is_asked_for_a_share_and_the_form_says_what_is_missing()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await InAsync(app);
        await TieAsync(scene, TargetKind.LevelAtLeast, FigureMeasure.Cumulative, 6000, withFigure: false);
        using var clerk = await app.AsAsync("clerk");
        var page = await clerk.PageAsync(Page(scene.Conduct, February));
        Assert.Null(page.QuerySelector("#Typed"));
        Assert.Contains("数据", page.QuerySelector("a[href^='/targets/']")!.ParentElement!.TextContent, StringComparison.Ordinal);
        await DoneAsync(await FillAsync(clerk, scene.Conduct, February, new Dictionary<string, string?> { ["Fields.Done"] = "组织收入调度。" }));
        Assert.Null((await scene.ReportAsync(scene.Conduct, February)).Share);
    }

    [Fact]
    public async Task A_target_that_is_tied_to_no_indicator_asks_only_for_words_is_due_nothing_and_gets_no_light_for_a_plan()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await InAsync(app);
        await using (var db = app.Open())
        {
            var row = await db.Commitments.SingleAsync(c => c.Id == scene.Conduct.Id, TestContext.Current.CancellationToken);
            (row.Kind, row.Title, row.MonthlyPlan) = (CommitmentKind.Target, "地区生产总值增长6%", "83,166,250,333,416,500,583,666,750,833,916,1000");
            row.Target = new TargetFigure { Indicator = "地区生产总值", Kind = "growth_at_least", Value = "6", Unit = "%" };
            await TestApp.SaveAsync(db);
        }

        using var clerk = await app.AsAsync("clerk");
        var page = await clerk.PageAsync(Page(scene.Conduct, February));
        Assert.Null(page.QuerySelector("#Typed"));
        Assert.Contains("该目标尚未关联指标", page.QuerySelector("main form")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("16.6%", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("请督查室或数据管理员在“目标”栏关联",
            (await clerk.PageAsync($"/ledger/{scene.Conduct.Id}")).QuerySelector("#reports")!.TextContent, StringComparison.Ordinal);
        using (var coordinator = await app.AsAsync("coordinator"))
            Assert.NotNull((await coordinator.PageAsync($"/ledger/{scene.Conduct.Id}")).QuerySelector($"a[href='/targets/row/{scene.Conduct.Id}']"));
        await DoneAsync(await FillAsync(
            clerk, scene.Conduct, February, new Dictionary<string, string?> { ["Fields.Done"] = "召开经济运行调度会。", ["Fields.Typed"] = "8.3" }));
        var report = await scene.ReportAsync(scene.Conduct, February);
        Assert.Equal((ReportState.Submitted, null, false), (report.State, report.Share, report.IsTyped));
        await using (var db = app.Open())
        {
            (await db.Reports.SingleAsync(x => x.CommitmentId == scene.Conduct.Id, TestContext.Current.CancellationToken)).State = ReportState.Accepted;
            await TestApp.SaveAsync(db);
        }

        await using var scope = app.Scope();
        var lights = await scope.ServiceProvider.GetRequiredService<MonthCloseService>()
            .ProvisionalAsync(scene.Conduct.PlanId, 202602, SmallDistrict.Today, LightRules.Parse("完成计划比例 < 60 红灯"), TestContext.Current.CancellationToken);
        var light = Assert.Single(lights, l => l.CommitmentId == scene.Conduct.Id);
        Assert.Equal((Light.None, null, null, false), (light.Light, light.Planned, light.Done, light.IsMissing));
        Assert.Equal(Light.Red, lights.Single(l => l.CommitmentId == scene.Schools.Id).Light);
    }

    /// <summary>The row with nothing to count promises 6000万元 of revenue or 6% of its growth; two months brought 900万元 and 5.5%.</summary>
    private static async Task<Target> TieAsync(ReportingDistrict scene, TargetKind kind, FigureMeasure measure, int value, bool withFigure = true)
    {
        await using var db = scene.App.Open();
        var (indicator, own) = (new Indicator { Code = "REVENUE", Name = "一般公共预算收入", Order = 1, Unit = "万元", UnitId = scene.District.Finance.Id },
            new Area { Kind = AreaKind.District, Order = 1, Name = "云泽区" });
        db.AddRange(indicator, own);
        await TestApp.SaveAsync(db);
        var target = new Target
        {
            PlanId = scene.Conduct.PlanId,
            CommitmentId = scene.Conduct.Id,
            IndicatorId = indicator.Id,
            Kind = kind,
            Measure = measure,
            Value = value,
        };
        db.Add(target);
        if (withFigure)
        {
            var sheet = new DataSheet { UnitId = scene.District.Finance.Id, Month = 202602, State = SheetState.Approved };
            foreach (var (of, figure, decimals) in ((FigureMeasure, decimal, int)[])[
                (FigureMeasure.Cumulative, 900, 0), (FigureMeasure.CumulativeGrowth, 5.5m, 1)])
                sheet.Observations.Add(new Observation
                {
                    IndicatorId = indicator.Id,
                    AreaId = own.Id,
                    Month = 202602,
                    Measure = of,
                    Value = figure,
                    Decimals = decimals,
                    InForce = true,
                });
            db.Add(sheet);
        }

        await TestApp.SaveAsync(db);
        return target;
    }
}
