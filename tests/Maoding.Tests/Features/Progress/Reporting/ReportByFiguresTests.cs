using Maoding.Domain.Indicators;
using Maoding.Domain.Ledger;
using Maoding.Domain.Progress;
using Maoding.Domain.Targets;
using Maoding.Tests.Hosting;
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
    public async Task Before_its_first_figure_the_unit_is_asked_as_for_any_row()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await InAsync(app);
        await TieAsync(scene, TargetKind.LevelAtLeast, FigureMeasure.Cumulative, 6000, withFigure: false);
        using var clerk = await app.AsAsync("clerk");
        Assert.NotNull((await clerk.PageAsync(Page(scene.Conduct, February))).QuerySelector("#Typed"));
        await RefusedAsync(await FillAsync(clerk, scene.Conduct, February, new Dictionary<string, string?> { ["Fields.Done"] = "组织收入调度。" }), "REP010");
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
