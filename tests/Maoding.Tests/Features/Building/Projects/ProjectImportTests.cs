using System.Net;
using AngleSharp.Html.Dom;
using Maoding.Documents.Reading;
using Maoding.Documents.Writing;
using Maoding.Domain.Lights;
using Maoding.Domain.Projects;
using Maoding.Features.Building.Projects;
using Maoding.Shared.Addresses;
using Maoding.TestKit;
using Maoding.Tests.Hosting;
using Maoding.Tests.Shared.Workbooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Features.Building.Projects;

/// <summary>The library as a workbook: what goes out comes in again, and a wrong cell keeps all of it out.</summary>
public sealed class ProjectImportTests
{
    private const int Count = 300;

    [Fact]
    public async Task Three_hundred_projects_are_imported_when_no_cell_is_wrong_and_updated_by_their_codes()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        var rows = Enumerable.Range(1, Count).Select(Row).ToList();
        (rows[4]["总投资（万元）"], rows[9]["责任单位"], rows[19]["计划开工"], rows[29]["1月计划"]) = ("十亿", "区交通局", "五月", 77);
        rows[39]["编号"] = "P-1";
        using (var wrong = await PreviewAsync(web, rows))
        {
            var words = (await WebClient.ParseAsync(wrong, HttpStatusCode.BadRequest)).QuerySelectorAll("[role=alert] li").Select(l => l.TextContent).ToList();
            string[] places = ["第 6 行“总投资（万元）”（K6）：", "第 11 行“责任单位”（N11）：", "第 21 行“计划开工”（R21）：", "第 31 行“年度计划投资（万元）”（X31）：", "第 41 行“编号”（A41）："];
            Assert.Equal(places, words.Select(w => w[..(w.IndexOf('：', StringComparison.Ordinal) + 1)]));
        }

        await using (var db = app.Open()) Assert.Equal(0, await db.Projects.CountAsync());
        rows = [.. Enumerable.Range(1, Count).Select(Row)];
        ProjectScene.Done(await ApplyAsync(web, rows));
        await using (var db = app.Open())
        {
            Assert.Equal((Count, Count, Count * 12), (await db.Projects.CountAsync(), await db.ProjectYears.CountAsync(), await db.ProjectMonths.CountAsync()));
            var first = await db.Projects.Include(p => p.Nodes).Include(p => p.Funds).SingleAsync(p => p.Code == "P-1");
            Assert.Equal((Stage.Building, 300.5m, new DateOnly(2025, 4, 1), 400m, new DateOnly(2026, 2, 1)),
                (first.Stage, first.DoneBefore, first.StartedOn, first.Funds.Single().InPlace, first.Nodes.Single(n => n.Name == "奠基").ReachedOn));
        }

        rows[0]["项目名称"] = "改名的项目";
        rows[1]["编号"] = "";
        using (var unversioned = await PreviewAsync(web, rows))
            Assert.Equal(200, (await WebClient.ParseAsync(unversioned, HttpStatusCode.BadRequest)).QuerySelectorAll("[role=alert] li")
                .Count(l => l.TextContent.Contains("“版本”", StringComparison.Ordinal) && l.TextContent.Contains("请导出项目库", StringComparison.Ordinal)));
        foreach (var row in rows.Where(r => r["编号"] is not "")) row["版本"] = 1;
        using (var shown = await PreviewAsync(web, rows))
            Assert.Contains("新增 1 个，更新 1 个，没有变化 298 个", (await WebClient.ParseAsync(shown)).Body!.TextContent, StringComparison.Ordinal);
        ProjectScene.Done(await ApplyAsync(web, rows));
        await using var after = app.Open();
        Assert.Equal([1, 2], await after.Projects.Select(p => p.Version).Distinct().Order().ToListAsync());
        Assert.Equal((Count + 1, "改名的项目"), (await after.Projects.CountAsync(), (await after.Projects.SingleAsync(p => p.Code == "P-1")).Name));
        Assert.True(await after.Projects.AnyAsync(p => p.Code == "XM-2026-001"));
    }

    [Fact]
    public async Task In_the_browser_a_workbook_is_corrected_where_it_was_wrong_written_and_hangs_on_the_wall()
    {
        Assert.SkipWhen(Browser.Missing is not null, Browser.Missing ?? "");
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        var rows = Enumerable.Range(1, Count).Select(Row).ToList();
        var right = await BookAsync(web, rows);
        (rows[4]["总投资（万元）"], rows[9]["责任单位"]) = ("十亿", "区交通局");
        await using var browser = await Browser.Open(app.Address.ToString());
        await browser.EnterAsync(app, "coordinator");
        var page = browser.Page;
        await page.GotoAsync(ProjectLinks.Import);
        await ChooseAsync(page, await BookAsync(web, rows));
        await Assertions.Expect(page.Locator(".errors li")).ToHaveCountAsync(2);
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "写入 300 个项目" })).ToHaveCountAsync(0);
        await ChooseAsync(page, right);
        await page.GetByRole(AriaRole.Button, new() { Name = "写入 300 个项目" }).ClickAsync();
        await Assertions.Expect(page.Locator(".notice").First).ToContainTextAsync("300");
        await page.GotoAsync("/wall");
        await Assertions.Expect(page.Locator(".wall-part a")).ToHaveCountAsync(Count);
        Assert.Empty(browser.TakeComplaints());
    }

    private static async Task ChooseAsync(IPage page, byte[] book)
    {
        await page.SetInputFilesAsync(
            "#Upload", new FilePayload { Name = "项目库.xlsx", MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Buffer = book });
        await page.GetByRole(AriaRole.Button, new() { Name = "预览" }).ClickAsync();
    }

    [Fact]
    public async Task Odd_days_are_read_in_cells_and_in_the_lines_of_nodes_and_what_is_none_is_named()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        object[] cells = [.. OddDays.RightCells, .. OddDays.Wrong, .. OddDays.WithoutYear];
        var rows = cells.Select((_, i) => Row(i + 1)).ToList();
        for (var i = 0; i < cells.Length; i++) (rows[i]["计划开工"], rows[i]["节点"]) = (cells[i], $"封顶｜{(cells[i] is string text ? text : "2026-02-05")}");
        using (var wrong = await PreviewAsync(web, rows))
        {
            var words = (await WebClient.ParseAsync(wrong, HttpStatusCode.BadRequest)).QuerySelectorAll("[role=alert] li").Select(l => l.TextContent).ToList();
            var lines = Enumerable.Range(OddDays.RightCells.Count, OddDays.Wrong.Count + OddDays.WithoutYear.Count).Select(i => i + 2).ToList();
            Assert.Equal(lines.Select(l => $"第 {l} 行“计划开工”（R{l}）：“{cells[l - 2]}”不是日期，请写成 2026-05-01 的样子。"),
                words.Where(w => w.Contains("“计划开工”", StringComparison.Ordinal)));
            Assert.Equal(lines.Select(l => $"第 {l} 行“节点”"),
                words.Where(w => w.Contains("“节点”", StringComparison.Ordinal)).Select(w => w[..w.IndexOf('（', StringComparison.Ordinal)]));
        }

        ProjectScene.Done(await ApplyAsync(web, rows.Take(OddDays.RightCells.Count)));
        await using var db = app.Open();
        Assert.Equal([OddDays.Day], await db.Projects.Select(p => p.PlannedStart!.Value).Distinct().ToListAsync());
        Assert.Equal([OddDays.Day], await db.Projects.SelectMany(p => p.Nodes).Select(n => n.Due).Distinct().ToListAsync());
    }

    [Fact]
    public async Task What_was_exported_is_imported_without_a_change()
    {
        await using var app = await TestApp.StartAsync();
        await ProjectScene.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        using var exported = await web.GetAsync(ProjectLinks.Export);
        var book = await exported.Content.ReadAsByteArrayAsync();
        Assert.Equal(4, TableBookReader.Read(new MemoryStream(book), "项目库.xlsx").Single(s => s.Name == ProjectBook.SheetName).Rows.Count);
        using var shown = await ProjectScene.UploadAsync(web, ProjectLinks.Import, ProjectLinks.Import, "项目库.xlsx", book);
        var page = await WebClient.ParseAsync(shown);
        Assert.Contains("新增 0 个，更新 0 个，没有变化 3 个", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("form[action*='handler=Apply']"));
    }

    [Theory]
    [InlineData("Form.Goal", "年内通水")]
    [InlineData("Form.Months[11]", "0")]
    [InlineData("Form.Nodes[0].Due", "2026-07-31")]
    public async Task A_project_that_somebody_changed_after_the_export_is_not_overwritten(string field, string value)
    {
        await using var app = await TestApp.StartAsync();
        var scene = await ProjectScene.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        using var exported = await web.GetAsync(ProjectLinks.Export);
        var book = await exported.Content.ReadAsByteArrayAsync();
        (string, string)[] changes = field.Contains("Months", StringComparison.Ordinal) ? [(field, value), ("Form.Months[10]", "2000")] : [(field, value)];
        ProjectScene.Done(await ProjectScene.SendAsync(web, ProjectLinks.Edit(scene.Plant.Id), "main form:has([name='Form.Name'])", changes));
        await ProjectScene.RefusedAsync(await ProjectScene.UploadAsync(web, ProjectLinks.Import, ProjectLinks.Import, "项目库.xlsx", book),
            HttpStatusCode.BadRequest, "第 3 行“版本”", "导出以后有人改过这个项目");
    }

    [Fact]
    public async Task A_closed_months_plan_is_refused_by_its_cell_before_anything_is_written()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await ProjectScene.InAsync(app);
        await using (var db = app.Open())
        {
            (await db.ProjectMonths.SingleAsync(m => m.ProjectId == scene.Plant.Id && m.Month == 202601)).Light = Light.Green;
            await TestApp.SaveAsync(db);
        }

        using var web = await app.AsAsync("coordinator");
        using var exported = await web.GetAsync(ProjectLinks.Export);
        var sheet = TableBookReader.Read(new MemoryStream(await exported.Content.ReadAsByteArrayAsync()), "项目库.xlsx")
            .Single(s => s.Name == ProjectBook.SheetName);
        var rows = sheet.Rows.Skip(1).Select(r => sheet.Rows[0].Cells.Index().ToDictionary(h => h.Item, h => (object?)r.At(h.Index))).ToList();
        var plant = rows.Single(r => r[ProjectBook.Code] is "XM-2026-002");
        (plant[ProjectBook.MonthOf(1)], plant[ProjectBook.MonthOf(2)]) = (900, 1100);
        await ProjectScene.RefusedAsync(await PreviewAsync(web, rows), HttpStatusCode.BadRequest, "第 3 行“1月计划”", "1月已经月结");
        await using var after = app.Open();
        Assert.Equal(1000, (await after.ProjectMonths.SingleAsync(m => m.ProjectId == scene.Plant.Id && m.Month == 202602)).Planned);
    }

    [Fact]
    public async Task A_year_beyond_its_project_and_a_project_that_stands_twice_are_to_be_looked_at()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        var rows = Enumerable.Range(1, 3).Select(Row).ToList();
        (rows[0]["年度计划投资（万元）"], rows[0]["1月计划"], rows[0]["2月计划"]) = (2000, 1000, 1000);
        (rows[2]["项目名称"], rows[2]["编号"]) = ("项目 2", "");
        using var shown = await PreviewAsync(web, rows);
        var doubts = (await WebClient.ParseAsync(shown)).QuerySelectorAll("[data-label=请核对]").Select(c => c.TextContent);
        Assert.Equal(
            ["年度计划投资 2,000 万元，超过总投资 1,001 万元", "", "第 3 行也是这个项目名称和建设单位，请看是不是同一个项目"],
            doubts.Select(d => d.Replace(" 2000 ", " 2,000 ", StringComparison.Ordinal).Replace(" 1001 ", " 1,001 ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Three_projects_and_three_hundred_take_the_same_questions()
    {
        var counter = new SqlCounter();
        await using var app = await TestApp.StartAsync(adjust: counter.Listen);
        await SmallDistrict.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        var rows = Enumerable.Range(1, Count).Select(Row).ToList();
        ProjectScene.Done(await ApplyAsync(web, rows));
        foreach (var row in rows) (row["版本"], row["年度目标"]) = (1, "形成实物工作量");
        async Task<int> AskedAsync(int most)
        {
            var book = await BookAsync(web, rows.Take(most));
            return (await counter.DuringAsync(
                async () => (await ProjectScene.UploadAsync(web, ProjectLinks.Import, ProjectLinks.Import, "项目库.xlsx", book)).Dispose())).Count;
        }

        var few = await AskedAsync(3);
        Assert.InRange(few, 5, 25);
        Assert.Equal(few, await AskedAsync(Count));
    }

    private static Dictionary<string, object?> Row(int i) => new()
    {
        ["编号"] = $"P-{i}",
        ["项目名称"] = $"项目{i}",
        ["级别"] = "市级",
        ["行业"] = "工业",
        ["总投资（万元）"] = 1000 + i,
        ["以前年度累计完成（万元）"] = 300.5m,
        ["阶段"] = "在建",
        ["责任单位"] = "区住建局",
        ["包联领导"] = "王立军",
        ["计划开工"] = "2025年4月1日",
        ["实际开工"] = new DateOnly(2025, 4, 1),
        ["年度类别"] = "续建",
        ["年度计划投资（万元）"] = 120,
        ["专项债券计划"] = 500,
        ["专项债券到位"] = 400,
        ["1月计划"] = 20,
        ["2月计划"] = 100,
        ["节点"] = "奠基｜2026-01-31｜2026-02-01\n封顶｜2026-09-30",
    };

    private static async Task<HttpResponseMessage> PreviewAsync(WebClient web, IEnumerable<Dictionary<string, object?>> rows) =>
        await ProjectScene.UploadAsync(web, ProjectLinks.Import, ProjectLinks.Import, "项目库.xlsx", await BookAsync(web, rows));

    /// <summary>The exported form with these lines.</summary>
    private static async Task<byte[]> BookAsync(WebClient web, IEnumerable<Dictionary<string, object?>> rows)
    {
        using var exported = await web.GetAsync(ProjectLinks.Export);
        var heads = TableBookReader.Read(new MemoryStream(await exported.Content.ReadAsByteArrayAsync()), "项目库.xlsx")
            .Single(s => s.Name == ProjectBook.SheetName).Rows[0].Cells;
        using var book = new MemoryStream();
        TableBookWriter.Write(book, [new TableSheet(ProjectBook.SheetName, [.. heads.Select(h => new TableColumn(h, 12))],
            [.. rows.Select(IReadOnlyList<object?> (r) => [.. heads.Select(h => r.GetValueOrDefault(h))])])]);
        return book.ToArray();
    }

    private static async Task<HttpResponseMessage> ApplyAsync(WebClient web, IEnumerable<Dictionary<string, object?>> rows)
    {
        using var shown = await PreviewAsync(web, rows);
        var form = (IHtmlFormElement)(await WebClient.ParseAsync(shown)).QuerySelector("form[action*='handler=Apply']")!;
        return await web.SubmitAsync(form, new Dictionary<string, string?>());
    }
}
