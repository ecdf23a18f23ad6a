using System.Net;
using Maoding.Documents.Reading;
using Maoding.Features.Building.Projects;
using Maoding.Shared.Addresses;
using Maoding.Tests.Features.Administration.Organs;
using Maoding.Tests.Features.Building.Projects;
using Maoding.Tests.Features.Measuring.Figures;
using Maoding.Tests.Features.Planning.Ledger.Assigning;
using Maoding.Tests.Features.Progress.Reporting;
using Maoding.Tests.Hosting;
using Xunit;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Shared.Workbooks;

/// <summary>What every import does with cells that show nothing certain: it names them and writes nothing.</summary>
public sealed class ImportTests
{
    private const string Formula = "><f>1+1</f>";
    private const string Error = "t=\"e\"><v>#REF!</v>";
    private const string Struck = "s=\"1\" t=\"str\"><v>46</v>";
    private const string Hidden = "s=\"2\"><v>46</v>";

    /// <summary>Each import by its name.</summary>
    private static readonly Dictionary<string, Import> _imports = new()
    {
        ["机构人员"] = new("coordinator", "单位", "单位名称", async app => $"{(await SmallDistrict.InAsync(app)).Housing.Id}", null,
            (web, _, book) => DirectoryTests.UploadAsync(web, book), ["单位名称", "简称", "类别"], ["区新设局", "新设局", "政府部门"]),
        ["任务分工"] = new("coordinator", "任务分工表", "任务内容", async app => $"{(await AssignTests.RowAsync(app, await SmallDistrict.InAsync(app))).Id}",
            _ => "/ledger/assigning/export", (web, _, book) => ProjectScene.UploadAsync(web, AssignPage, AssignPage, "表.xlsx", book)),
        ["进展填报"] = new("clerk", "填报表", "主要进展", async app => $"{(await ReportingDistrict.InAsync(app)).Schools.Id}",
            _ => "/reporting/export", (web, _, book) => ProjectScene.UploadAsync(web, ReportPage, ReportPage, "表.xlsx", book)),
        ["多月数据"] = new("clerk", "数据", "数值", async app => (await FigureScene.InAsync(app)).Sheet, null,
            (web, _, book) => FigureScene.UploadAsync(web, FigureLinks.Import, FigureLinks.Import, book),
            ["代码", "对象", "月份", "数据项", "数值"], ["RETAIL", "本区", "202502", "累计值", "38.0"]),
        ["一张报送表"] = new("clerk", "数据", "累计值", async app => (await FigureScene.InAsync(app)).Sheet, sheet => $"{sheet}/export",
            (web, sheet, book) => FigureScene.UploadAsync(web, sheet, $"{sheet}?handler=Import", book)),
        ["项目库"] = new("coordinator", ProjectBook.SheetName, ProjectBook.Total, async app => $"{(await ProjectScene.InAsync(app)).Road.Id}",
            _ => ProjectLinks.Export, (web, _, book) => ProjectScene.UploadAsync(web, ProjectLinks.Import, ProjectLinks.Import, "表.xlsx", book)),
        ["项目月度"] = new("clerk2", "月度调度", MonthBook.Done, async app => $"{(await ProjectScene.InAsync(app)).Road.Id}",
            _ => $"{ProjectLinks.MonthBook}?month={ProjectScene.February}", (web, _, book) => ProjectScene.UploadAsync(
                web, ProjectLinks.MonthOf(ProjectScene.February), $"{ProjectLinks.Month}?handler=Import&month={ProjectScene.February}", "表.xlsx", book)),
    };

    private const string AssignPage = "/ledger/assigning/import";
    private const string ReportPage = "/reporting/import";

    public static TheoryData<string> Names { get; } = [.. _imports.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_cell_that_shows_nothing_certain_is_named_and_a_column_that_stands_twice(string name)
    {
        var import = _imports[name];
        await using var app = await TestApp.StartAsync();
        var place = await import.Begin(app);
        using var web = await app.AsAsync(import.Account);
        var rows = await import.RowsAsync(web, place);
        foreach (var (inside, words) in new[] { (Formula, "是公式"), (Error, "是错误值 #REF!"), (Struck, "加了删除线"), (Hidden, "有数，但单元格格式让它不显示") })
        {
            var book = new RawBook(import.Sheet, rows).With(2, import.Head, inside);
            await RefusedAsync(await import.Upload(web, place, book.ToBytes()), $"{book.CellOf(2, import.Head)}：{words}");
        }

        var twice = rows.Select((r, i) => (IReadOnlyList<string>)[.. r, i == 0 ? import.Head : "99"]).ToList();
        await RefusedAsync(await import.Upload(web, place, new RawBook(import.Sheet, twice).ToBytes()), $"“{import.Head}”一列出现两次");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_title_above_the_head_and_signs_without_a_shape_do_no_harm(string name)
    {
        var import = _imports[name];
        await using var app = await TestApp.StartAsync();
        var place = await import.Begin(app);
        using var web = await app.AsAsync(import.Account);
        var rows = await import.RowsAsync(web, place);
        List<IReadOnlyList<string>> odd = [["2026年填报表"], [.. rows[0].Select(h => $"{h[..1]}\u200b{h[1..]}")], .. rows.Skip(1)];
        using var answer = await import.Upload(web, place, new RawBook(import.Sheet, odd).ToBytes());
        Assert.Equal((name, HttpStatusCode.OK), (name, answer.StatusCode));
    }

    private static async Task RefusedAsync(HttpResponseMessage answer, string words)
    {
        var page = await WebClient.ParseAsync(answer, HttpStatusCode.BadRequest);
        Assert.Contains(words, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("form[action*='handler=Apply']"));
    }

    /// <param name="Head">The column into which the odd cells are put.</param>
    /// <param name="Begin">Makes the scene; returns the place of the import where there are several.</param>
    /// <param name="Export">The address of the workbook to fill in; null: <paramref name="Made"/> is one.</param>
    private sealed record Import(
        string Account, string Sheet, string Head, Func<TestApp, Task<string>> Begin, Func<string, string>? Export,
        Func<WebClient, string, byte[], Task<HttpResponseMessage>> Upload, params IReadOnlyList<string>[] Made)
    {
        public async Task<IReadOnlyList<IReadOnlyList<string>>> RowsAsync(WebClient web, string place)
        {
            if (Export is null) return Made;
            using var answer = await web.GetAsync(Export(place));
            var sheets = TableBookReader.Read(await answer.Content.ReadAsStreamAsync(), "表.xlsx");
            return [.. (sheets.FirstOrDefault(s => s.Name == Sheet) ?? sheets[0]).Rows.Select(r => r.Cells)];
        }
    }
}
