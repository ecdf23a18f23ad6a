using System.Net;
using AngleSharp.Html.Dom;
using Maoding.Documents.Reading;
using Maoding.Documents.Writing;
using Maoding.Domain.Indicators;
using Maoding.Features.Building.Projects;
using Maoding.Shared.Addresses;
using Maoding.TestKit;
using Maoding.Tests.Features.Building.Projects;
using Maoding.Tests.Features.Measuring.Figures;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Shared.Workbooks;

/// <summary>Workbooks with which imports once went wrong without a word.</summary>
public sealed class ReportedBookTests
{
    [Theory]
    [InlineData("pj-errcell.xlsx", "B2：是错误值 #REF!")]
    [InlineData("b-dup.xlsx", "一列出现两次")]
    [InlineData("b-thou.xlsx", "“1,2”")]
    public async Task A_workbook_of_projects_is_refused_by_its_cell(string file, string words)
    {
        var book = Bytes(file);
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        await RefusedAsync(await ProjectScene.UploadAsync(web, ProjectLinks.Import, ProjectLinks.Import, file, book), words);
        await using var db = app.Open();
        Assert.Empty(db.Projects);
    }

    [Fact]
    public async Task A_sum_is_taken_as_its_format_shows_it()
    {
        var book = Bytes("pj-scale.xlsx");
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        using var shown = await ProjectScene.UploadAsync(web, ProjectLinks.Import, ProjectLinks.Import, "pj-scale.xlsx", Housed(book));
        var page = await WebClient.ParseAsync(shown);
        ProjectScene.Done(await web.SubmitAsync((IHtmlFormElement)page.QuerySelector("form[action*='handler=Apply']")!, new Dictionary<string, string?>()));
        await using var db = app.Open();
        Assert.Equal(12000, (await db.Projects.SingleAsync()).TotalInvestment);
    }

    [Fact]
    public async Task A_formula_without_its_result_does_not_turn_a_sum_into_nothing()
    {
        var book = Bytes("pj-upd-formula2.xlsx");
        await using var app = await TestApp.StartAsync();
        var scene = await ProjectScene.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        await RefusedAsync(await ProjectScene.UploadAsync(web, ProjectLinks.Import, ProjectLinks.Import, "表.xlsx", book), "K2：是公式");
        await using var db = app.Open();
        Assert.Equal(scene.School.TotalInvestment, (await db.Projects.SingleAsync(p => p.Code == "XM-2026-003")).TotalInvestment);
    }

    [Fact]
    public async Task A_formula_without_its_result_is_no_figure_passed_over()
    {
        var book = Bytes("b01-formula-figures.xlsx");
        await using var app = await TestApp.StartAsync();
        await FiguresAsync(app);
        using var clerk = await app.AsAsync("clerk");
        await RefusedAsync(await FigureScene.UploadAsync(clerk, FigureLinks.Import, FigureLinks.Import, book), "F2：是公式");
    }

    [Fact]
    public async Task A_figure_is_taken_as_its_format_shows_it()
    {
        var book = Bytes("b03-scale-figures.xlsx");
        await using var app = await TestApp.StartAsync();
        await FiguresAsync(app);
        using var clerk = await app.AsAsync("clerk");
        var page = await WebClient.ParseAsync(await FigureScene.UploadAsync(clerk, FigureLinks.Import, FigureLinks.Import, book));
        FigureScene.Done(await clerk.SubmitAsync((IHtmlFormElement)page.QuerySelector("form[action*='handler=Apply']")!, new Dictionary<string, string?>()));
        await using var db = app.Open();
        Assert.Equal(29500, (await db.Observations.SingleAsync()).Value);
    }

    [Fact]
    public async Task A_fraction_in_place_of_a_percentage_is_doubted()
    {
        var book = Bytes("d02-fraction-growth.xlsx");
        await using var app = await TestApp.StartAsync();
        var (scene, invest) = await FiguresAsync(app);
        await scene.KnowAsync(invest, 202606, (FigureMeasure.CumulativeGrowth, "3.1"));
        using var clerk = await app.AsAsync("clerk");
        var page = await WebClient.ParseAsync(await FigureScene.UploadAsync(clerk, FigureLinks.Import, FigureLinks.Import, book));
        Assert.Contains("1 处", page.QuerySelector("[data-label=疑点]")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<(FigureScene Scene, Indicator Invest)> FiguresAsync(TestApp app)
    {
        var scene = await FigureScene.InAsync(app);
        Indicator Made(string code, string name, string unit, FigureKind kind) =>
            new() { Code = code, Name = name, Unit = unit, Kind = kind, UnitId = scene.District.Education.Id, Order = 90 + (int)kind + code.Length };
        var invest = Made("INVEST", "固定资产投资", "%", FigureKind.Growth);
        await using var db = app.Open();
        var region = await db.Regions.SingleAsync();
        (region.BusinessDate, region.DirectoryVersion) = (new DateOnly(2026, 8, 17), region.DirectoryVersion + 1);
        db.AddRange(Made("FDI", "实际使用外资", "万美元", FigureKind.Level), Made("TRADE", "进出口总额", "亿元", FigureKind.Level), invest);
        await TestApp.SaveAsync(db);
        return (scene, invest);
    }

    /// <summary>The workbook with a unit of this district in the place of the demonstration's.</summary>
    private static byte[] Housed(byte[] book)
    {
        var sheet = TableBookReader.Read(new MemoryStream(book), "表.xlsx")[0];
        var at = sheet.Rows[0].Cells.ToList().IndexOf(ProjectBook.LeadUnit);
        Assert.True(at > 0);
        Assert.Contains(sheet.Rows.Skip(1), r => r.At(sheet.Rows[0].Cells.ToList().IndexOf(ProjectBook.Total)) == "12,000");
        using var stream = new MemoryStream();
        TableBookWriter.Write(stream, [new TableSheet(sheet.Name, [.. sheet.Rows[0].Cells.Select(h => new TableColumn(h, 12))],
            [.. sheet.Rows.Skip(1).Select(IReadOnlyList<object?> (r) => [.. r.Cells.Select((c, i) => (object?)(i == at ? "区住建局" : c))])])]);
        return stream.ToArray();
    }

    private static byte[] Bytes(string file)
    {
        Assert.SkipWhen(Corpus.Reports is null, "no ../shared/cases/reports beside this checkout");
        return File.ReadAllBytes(Path.Combine(Corpus.Reports, file));
    }

    private static async Task RefusedAsync(HttpResponseMessage answer, string words) =>
        Assert.Contains(words, (await WebClient.ParseAsync(answer, HttpStatusCode.BadRequest)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
}
