using System.Net;
using Maoding.Domain.Ledger;
using Maoding.Tests.Features.Planning.Ledger.Assigning;
using Maoding.Tests.Hosting;
using Xunit;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Features.Planning.Ledger;

/// <summary>The figure of a target from the placeholder in the document to an amendment of what was issued.</summary>
public sealed class TargetFigureTests
{
    [Fact]
    public async Task A_placeholder_keeps_a_target_from_being_issued_until_its_figure_is_set()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        var row = await TargetAsync(app, district, CommitmentState.Draft);
        using var web = await app.AsAsync("coordinator");
        Assert.Contains("含“X”", (await web.PageAsync("/issuing/check")).Body!.TextContent, StringComparison.Ordinal);
        var form = AssignTests.Form(await web.PageAsync($"/ledger/{row.Id}/edit"), "main form");
        using var saved = await web.SubmitAsync(form, new Dictionary<string, string?> { ["Form.Figure"] = "7%" });
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var after = await AssignTests.ReadAsync(app, row.Id);
        Assert.Equal(("地区生产总值增长7%以上", "7", "%"), (after.Title, after.Target!.Value, after.Target.Unit));
        var page = await web.PageAsync($"/ledger/{row.Id}");
        Assert.DoesNotContain("X", page.QuerySelector("dl.facts")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("目标值：", page.QuerySelector("#changes")!.TextContent, StringComparison.Ordinal);
        using var issued = await web.SubmitAsync(AssignTests.Form(await web.PageAsync("/issuing"), "main form"),
            new Dictionary<string, string?> { ["DocumentNumber"] = "云办发〔2026〕3号", ["All"] = "true" });
        Assert.Equal(HttpStatusCode.Redirect, issued.StatusCode);
        Assert.Equal(CommitmentState.Issued, (await AssignTests.ReadAsync(app, row.Id)).State);
    }

    [Fact]
    public async Task An_amended_figure_is_recorded_with_what_it_was()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        var row = await TargetAsync(app, district, CommitmentState.Issued, "7");
        using var web = await app.AsAsync("coordinator");
        var form = AssignTests.Form(await web.PageAsync($"/ledger/{row.Id}/amending"), "main form");
        using var asked = await web.SubmitAsync(form, new Dictionary<string, string?>
        {
            ["Form.Figure"] = "6.5",
            ["Reason"] = "外部环境变化",
            ["Decision"] = "区人大常委会决议",
            ["DecidedOn"] = "2026-03-01",
        });
        var preview = await WebClient.ParseAsync(asked);
        Assert.Equal(["任务内容", "指标"], preview.QuerySelectorAll("#changes td.name").Select(c => c.TextContent));
        using var done = await web.SubmitAsync(AssignTests.Form(preview, "main form"), new Dictionary<string, string?>());
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        await using var db = app.Open();
        Assert.Contains("指标\t地区生产总值　增长不低于　7%\t地区生产总值　增长不低于　6.5%", Assert.Single(db.Amendments).Changes, StringComparison.Ordinal);
        Assert.Equal("6.5", (await AssignTests.ReadAsync(app, row.Id)).Target!.Value);
    }

    [Fact]
    public async Task A_row_becomes_a_target_and_a_task_again()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        var row = await AssignTests.RowAsync(app, district);
        using var web = await app.AsAsync("coordinator");
        var form = AssignTests.Form(await web.PageAsync($"/ledger/{row.Id}/edit"), "main form");
        using var target = await web.SubmitAsync(form, new Dictionary<string, string?>
        {
            ["Form.Kind"] = "Target",
            ["Form.Indicator"] = "改造小区数",
            ["Form.Comparison"] = "level_at_least",
            ["Form.Figure"] = "12",
            ["Form.FigureUnit"] = "个",
        });
        Assert.Equal(HttpStatusCode.Redirect, target.StatusCode);
        var after = await AssignTests.ReadAsync(app, row.Id);
        Assert.Equal((CommitmentKind.Target, "改造小区数", "level_at_least", "12"), (after.Kind, after.Target!.Indicator, after.Target.Kind, after.Target.Value));
        using var task = await web.SubmitAsync(
            AssignTests.Form(await web.PageAsync($"/ledger/{row.Id}/edit"), "main form"), new Dictionary<string, string?> { ["Form.Kind"] = "Work" });
        Assert.Equal(HttpStatusCode.Redirect, task.StatusCode);
        after = await AssignTests.ReadAsync(app, row.Id);
        Assert.Equal((CommitmentKind.Work, null), (after.Kind, after.Target));
    }

    private static Task<Commitment> TargetAsync(TestApp app, SmallDistrict district, CommitmentState state, string value = "X") =>
        AssignTests.RowAsync(app, district, c =>
    {
        (c.Kind, c.State, c.Title) = (CommitmentKind.Target, state, $"地区生产总值增长{value}%以上");
        c.Target = new TargetFigure { Indicator = "地区生产总值", Kind = "growth_at_least", Value = value, Unit = "%" };
    });
}
