using System.Net;
using AngleSharp.Html.Dom;
using Maoding.Documents.Reading;
using Maoding.Documents.Writing;
using Maoding.Domain.Documents;
using Maoding.Domain.Ledger;
using Maoding.Domain.Planning;
using Maoding.Tests.Hosting;
using Maoding.Tests.Shared.Workbooks;
using Microsoft.EntityFrameworkCore;
using Xunit;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Features.Planning.Ledger.Assigning;

/// <summary>Rows go out to a workbook and come back: preview first, errors by cell, conflicts left out only with consent.</summary>
public sealed class AssignImportTests
{
    [Fact]
    public async Task What_is_filled_in_comes_back_after_a_preview()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        var row = await AssignTests.RowAsync(app, district);
        var kept = await AssignTests.RowAsync(app, district);
        using var web = await app.AsAsync("coordinator");
        var book = await ExportAsync(web);
        Set(book, 2, "牵头单位", "区教育局");
        Set(book, 2, "完成时限", "6月底");
        Set(book, 2, "计划方式", "按节点");
        Set(book, 2, "节点", "2026-03-31 开工（权重 1）；2026-06-30 完工（权重 3）");
        Set(book, 2, "数量", "改造小区12个");
        var preview = await WebClient.ParseAsync(await UploadAsync(web, book));
        Assert.Contains("区教育局", preview.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("另有 1 行没有变化", preview.Body.TextContent, StringComparison.Ordinal);
        Assert.Equal(district.Housing.Id, (await AssignTests.ReadAsync(app, row.Id)).LeadUnitId);
        using var applied = await web.SubmitAsync(AssignTests.Form(preview, "form[action$='handler=Apply']"), new Dictionary<string, string?>());
        Assert.Equal(HttpStatusCode.Redirect, applied.StatusCode);
        var after = await AssignTests.ReadAsync(app, row.Id);
        Assert.Equal((district.Education.Id, new DateOnly(2026, 6, 30), PlanShape.ByMilestones), (after.LeadUnitId!.Value, after.Due!.Value, after.PlanShape));
        Assert.Equal("0,0,250,250,250,1000,1000,1000,1000,1000,1000,1000", after.MonthlyPlan);
        Assert.Equal(("改造小区", 12m, "个"), (after.Quantities[0].Name, after.Quantities[0].Value, after.Quantities[0].Unit));
        Assert.Equal(1, (await AssignTests.ReadAsync(app, kept.Id)).Version);
    }

    [Fact]
    public async Task Themes_whose_names_hold_the_sign_between_names_come_back_as_they_went()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        var row = await AssignTests.RowAsync(app, district);
        await using (var db = app.Open())
        {
            Theme[] themes = [new() { PlanId = district.Plan.Id, Order = 1, Name = "三片联建、一河串城" }, new() { PlanId = district.Plan.Id, Order = 2, Name = "三片联建" },
                new() { PlanId = district.Plan.Id, Order = 3, Name = "五个转型" }];
            db.AddRange(themes);
            await TestApp.SaveAsync(db);
            var kept = await db.Commitments.Include(c => c.Themes).SingleAsync(c => c.Id == row.Id);
            kept.Themes.AddRange([new CommitmentTheme { ThemeId = themes[0].Id }, new CommitmentTheme { ThemeId = themes[2].Id }]);
            await TestApp.SaveAsync(db);
        }

        using var web = await app.AsAsync("coordinator");
        var book = await ExportAsync(web);
        Set(book, 2, "任务内容", "改过的题目");
        var preview = await WebClient.ParseAsync(await UploadAsync(web, book));
        using var applied = await web.SubmitAsync(AssignTests.Form(preview, "form[action$='handler=Apply']"), new Dictionary<string, string?>());
        Assert.Equal(HttpStatusCode.Redirect, applied.StatusCode);
        await using var after = app.Open();
        Assert.Equal(["三片联建、一河串城", "五个转型"], await after.Themes.Where(t => after.Set<CommitmentTheme>().Any(c => c.CommitmentId == row.Id && c.ThemeId == t.Id))
            .OrderBy(t => t.Order).Select(t => t.Name).ToListAsync());
    }

    [Fact]
    public async Task A_workbook_that_went_out_under_an_older_head_is_read()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        var row = await AssignTests.RowAsync(app, district);
        using var web = await app.AsAsync("coordinator");
        var book = await ExportAsync(web);
        Set(book, 2, "共同牵头领导", "刘芳");
        book[0][book[0].ToList().IndexOf("共同牵头领导")] = "第二牵头领导";
        var preview = await WebClient.ParseAsync(await UploadAsync(web, book));
        using var applied = await web.SubmitAsync(AssignTests.Form(preview, "form[action$='handler=Apply']"), new Dictionary<string, string?>());
        Assert.Equal(HttpStatusCode.Redirect, applied.StatusCode);
        Assert.Equal(district.OtherLeader.Id, (await AssignTests.ReadAsync(app, row.Id)).SecondLeaderPostId);
    }

    [Fact]
    public async Task Co_units_whose_names_hold_the_sign_between_names_come_back_as_they_went()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        var row = await AssignTests.RowAsync(app, district);
        int finance;
        await using (var db = app.Open())
        {
            finance = await db.Units.Where(u => u.ShortName == "区财政局").Select(u => u.Id).SingleAsync();
            var office = await db.Units.SingleAsync(u => u.Id == district.Education.Id);
            office.ShortName = "教育、体育中心";
            var kept = await db.Commitments.Include(c => c.CoUnits).SingleAsync(c => c.Id == row.Id);
            kept.CoUnits.AddRange([new CoUnit { UnitId = office.Id, Order = 1 }, new CoUnit { UnitId = finance, Order = 2 }]);
            await TestApp.SaveAsync(db);
        }

        using var web = await app.AsAsync("coordinator");
        var book = await ExportAsync(web);
        Set(book, 2, "任务内容", "改过的题目");
        var preview = await WebClient.ParseAsync(await UploadAsync(web, book));
        using var applied = await web.SubmitAsync(AssignTests.Form(preview, "form[action$='handler=Apply']"), new Dictionary<string, string?>());
        Assert.Equal(HttpStatusCode.Redirect, applied.StatusCode);
        await using var after = app.Open();
        Assert.Equal([.. ((int[])[district.Education.Id, finance]).Order()],
            await after.Set<CoUnit>().Where(u => u.CommitmentId == row.Id).Select(u => u.UnitId).Order().ToListAsync());
    }

    [Fact]
    public async Task Every_wrong_cell_is_named_and_nothing_is_written()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        var row = await AssignTests.RowAsync(app, district);
        await AssignTests.RowAsync(app, district);
        using var web = await app.AsAsync("coordinator");
        var book = await ExportAsync(web);
        Set(book, 2, "任务内容", "改过的题目");
        Set(book, 3, "牵头单位", "区教体局");
        Set(book, 3, "完成时限", "尽快");
        Set(book, 3, "3月", "25");
        using var answer = await UploadAsync(web, book);
        var page = await WebClient.ParseAsync(answer, HttpStatusCode.BadRequest);
        var problems = page.QuerySelectorAll("main .errors li").Select(l => l.TextContent).ToList();
        Assert.Contains("F3：没有这个单位“区教体局”，是不是“区教育局”？", problems);
        Assert.Contains(problems, p => p.StartsWith("H3：看不懂时限“尽快”", StringComparison.Ordinal));
        Assert.Contains(problems, p => p.StartsWith("L3：各月百分数由计划方式算出", StringComparison.Ordinal));
        Assert.Null(page.QuerySelector("form[action$='handler=Apply']"));
        Assert.Equal("老旧小区改造12个", (await AssignTests.ReadAsync(app, row.Id)).Title);
    }

    [Fact]
    public async Task Odd_days_are_read_and_one_without_its_year_is_of_the_plans_year()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        string[] cells = [.. OddDays.Right, .. OddDays.WithoutYear, "2026年2月5日前", .. OddDays.Wrong];
        var rows = new List<int>();
        foreach (var _ in cells) rows.Add((await AssignTests.RowAsync(app, district)).Id);
        using var web = await app.AsAsync("coordinator");
        var book = await ExportAsync(web);
        for (var i = 0; i < cells.Length; i++) Set(book, i + 2, "完成时限", cells[i]);
        var refused = await WebClient.ParseAsync(await UploadAsync(web, book), HttpStatusCode.BadRequest);
        Assert.Equal(OddDays.Wrong.Select((w, i) => $"H{OddDays.Right.Count + 5 + i}：看不懂时限“{w}”"),
            refused.QuerySelectorAll("main .errors li").Select(l => l.TextContent.Split('，')[0]));
        for (var i = OddDays.Right.Count + 3; i < cells.Length; i++) Set(book, i + 2, "完成时限", "");
        var preview = await WebClient.ParseAsync(await UploadAsync(web, book));
        using var applied = await web.SubmitAsync(AssignTests.Form(preview, "form[action$='handler=Apply']"), new Dictionary<string, string?>());
        Assert.Equal(HttpStatusCode.Redirect, applied.StatusCode);
        foreach (var (at, id) in rows.Index())
            Assert.Equal((at, at < OddDays.Right.Count + 3 ? OddDays.Day : null), (at, (await AssignTests.ReadAsync(app, id)).Due));
    }

    [Fact]
    public async Task A_row_changed_after_the_export_is_left_out_only_with_consent()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        var changed = await AssignTests.RowAsync(app, district);
        var other = await AssignTests.RowAsync(app, district);
        using var web = await app.AsAsync("coordinator");
        var book = await ExportAsync(web);
        Set(book, 2, "牵头单位", "区教育局");
        Set(book, 3, "牵头单位", "区教育局");
        await AssignTests.ChangeAsync(app, changed.Id, v => v with { LeadUnitId = district.Finance.Id });
        var preview = await WebClient.ParseAsync(await UploadAsync(web, book));
        var form = AssignTests.Form(preview, "form[action$='handler=Apply']");
        using var refused = await web.SubmitAsync(form, new Dictionary<string, string?>());
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal(district.Housing.Id, (await AssignTests.ReadAsync(app, other.Id)).LeadUnitId);
        using var applied = await web.SubmitAsync(form, new Dictionary<string, string?> { ["LeaveOut"] = "true" });
        Assert.Equal(HttpStatusCode.Redirect, applied.StatusCode);
        Assert.Equal(district.Education.Id, (await AssignTests.ReadAsync(app, other.Id)).LeadUnitId);
        Assert.Equal(district.Finance.Id, (await AssignTests.ReadAsync(app, changed.Id)).LeadUnitId);
    }

    [Fact]
    public async Task A_row_changed_after_the_export_does_not_make_the_workbook_wrong()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        var planned = await AssignTests.RowAsync(
            app, district, c => (c.PlanShape, c.MonthlyPlan) = (PlanShape.Even, "83,167,250,333,417,500,583,667,750,833,917,1000"));
        var issued = await AssignTests.RowAsync(app, district);
        var other = await AssignTests.RowAsync(app, district);
        using var web = await app.AsAsync("coordinator");
        var book = await ExportAsync(web);
        foreach (var line in (int[])[2, 3, 4]) Set(book, line, "牵头单位", "区教育局");
        await AssignTests.ChangeAsync(app, planned.Id, v => MonthlyPlans.With(v, PlanShape.BackLoaded, 2026));
        await using (var db = app.Open())
        {
            db.Commitments.Single(c => c.Id == issued.Id).State = CommitmentState.Issued;
            await TestApp.SaveAsync(db);
        }

        var preview = await WebClient.ParseAsync(await UploadAsync(web, book));
        Assert.Contains("现在是“已印发”", preview.Body!.TextContent, StringComparison.Ordinal);
        using var applied = await web.SubmitAsync(
            AssignTests.Form(preview, "form[action$='handler=Apply']"), new Dictionary<string, string?> { ["LeaveOut"] = "true" });
        Assert.Equal(HttpStatusCode.Redirect, applied.StatusCode);
        Assert.Equal(district.Education.Id, (await AssignTests.ReadAsync(app, other.Id)).LeadUnitId);
        Assert.Equal((district.Housing.Id, district.Housing.Id),
            ((await AssignTests.ReadAsync(app, planned.Id)).LeadUnitId!.Value, (await AssignTests.ReadAsync(app, issued.Id)).LeadUnitId!.Value));
    }

    [Fact]
    public async Task The_figure_of_a_target_is_filled_in_and_a_task_takes_none()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        var target = await AssignTests.RowAsync(app, district,
            c => (c.Kind, c.Target) = (CommitmentKind.Target, new TargetFigure { Indicator = "城镇化率", Kind = "level_at_least", Value = "X", Unit = "%" }));
        await AssignTests.RowAsync(app, district);
        using var web = await app.AsAsync("coordinator");
        var book = await ExportAsync(web);
        Set(book, 2, "目标值", "72.5");
        Set(book, 3, "目标值", "12");
        var refused = await WebClient.ParseAsync(await UploadAsync(web, book), HttpStatusCode.BadRequest);
        Assert.Contains("这一项是任务，没有指标值", Assert.Single(refused.QuerySelectorAll("main .errors li")).TextContent, StringComparison.Ordinal);
        Set(book, 3, "目标值", "");
        var preview = await WebClient.ParseAsync(await UploadAsync(web, book));
        using var applied = await web.SubmitAsync(AssignTests.Form(preview, "form[action$='handler=Apply']"), new Dictionary<string, string?>());
        Assert.Equal(HttpStatusCode.Redirect, applied.StatusCode);
        Assert.Equal(("城镇化率", "72.5"),
            ((await AssignTests.ReadAsync(app, target.Id)).Target!.Indicator, (await AssignTests.ReadAsync(app, target.Id)).Target!.Value));
    }

    [Fact]
    public async Task A_file_that_is_no_such_workbook_is_refused_in_words()
    {
        await using var app = await TestApp.StartAsync();
        await AssignTests.RowAsync(app, await SmallDistrict.InAsync(app));
        using var web = await app.AsAsync("coordinator");
        using var output = new MemoryStream();
        TableBookWriter.Write(output, [new TableSheet("别的表", [new TableColumn("姓名", 10)], [["王立军"]])]);
        using var wrong = await UploadAsync(web, output.ToArray());
        var page = await WebClient.ParseAsync(wrong, HttpStatusCode.BadRequest);
        Assert.Contains("这不是从“任务分工”导出的表", page.Body!.TextContent, StringComparison.Ordinal);
        using var broken = await UploadAsync(web, "不是表格"u8.ToArray());
        Assert.Equal(HttpStatusCode.BadRequest, broken.StatusCode);
    }

    private static async Task<List<List<object?>>> ExportAsync(WebClient web)
    {
        using var response = await web.GetAsync("/ledger/assigning/export");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var sheet = TableBookReader.Read(await response.Content.ReadAsStreamAsync(), "任务分工表.xlsx").Single(s => s.Name == "任务分工表");
        return [.. sheet.Rows.Select(r => r.Cells.Select(c => (object?)c).ToList())];
    }

    /// <param name="row">As the sheet counts, the head is 1.</param>
    private static void Set(List<List<object?>> book, int row, string head, string value) => book[row - 1][book[0].IndexOf(head)] = value;

    private static async Task<HttpResponseMessage> UploadAsync(WebClient web, List<List<object?>> book)
    {
        using var output = new MemoryStream();
        TableBookWriter.Write(output, [new TableSheet("任务分工表", [.. book[0].Select(h => new TableColumn((string)h!, 10))], [.. book.Skip(1)])]);
        return await UploadAsync(web, output.ToArray());
    }

    private static async Task<HttpResponseMessage> UploadAsync(WebClient web, byte[] file)
    {
        var page = await web.PageAsync("/ledger/assigning/import");
        using var content = new MultipartFormDataContent();
        content.Add(new StringContent(((IHtmlInputElement)page.QuerySelector("input[name=__RequestVerificationToken]")!).Value), "__RequestVerificationToken");
        content.Add(new ByteArrayContent(file), "Upload", "table.xlsx");
        return await web.Http.PostAsync(new Uri("/ledger/assigning/import", UriKind.Relative), content);
    }
}
