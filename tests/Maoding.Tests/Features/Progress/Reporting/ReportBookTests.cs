using System.Net;
using AngleSharp.Html.Dom;
using Maoding.Documents.Reading;
using Maoding.Documents.Writing;
using Maoding.Domain.Progress;
using Maoding.Features.Progress.Reporting;
using Maoding.Tests.Hosting;
using Maoding.Tests.Shared.Workbooks;
using Xunit;
using static Maoding.Tests.Features.Progress.Reporting.ReportingDistrict;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Features.Progress.Reporting;

/// <summary>A unit's month in one workbook: out filled in, back with errors by cell, then drafts or submitted.</summary>
public sealed class ReportBookTests
{
    [Fact]
    public async Task A_month_goes_out_is_filled_in_and_is_submitted_at_once()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await InAsync(app);
        using var clerk = await app.AsAsync("clerk");
        await DoneAsync(await FillAsync(clerk, scene.Schools, February, Schooling(), submit: false));
        var book = await ExportAsync(clerk);
        Assert.Equal(3, book.Count);
        Assert.Equal("新建幼儿园（所）：1\n新增学位（个）：180", book[0]["累计完成数量"]);
        book[0]["累计完成数量"] = "新建幼儿园（所）：2\n新增学位（个）：180";
        (book[1]["主要进展"], book[1]["已完成节点"]) = ("已开工。", "开工：2026-02-20");
        var preview = await WebClient.ParseAsync(await UploadAsync(clerk, book));
        Assert.Contains("要写入的 2 份 另有 1 行没有新填", preview.QuerySelector("h2")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["50%", "16.6%"], preview.QuerySelectorAll("td[data-label=完成]").Select(c => c.TextContent));
        await DoneAsync(await clerk.SubmitAsync(Form(preview, "handler=Apply"), new Dictionary<string, string?>(), "Submit=true"));
        Assert.Equal((ReportState.Submitted, 500),
            ((await scene.ReportAsync(scene.Schools, February)).State, (await scene.ReportAsync(scene.Schools, February)).Share));
        Assert.Equal((ReportState.Submitted, 166),
            ((await scene.ReportAsync(scene.Campus, February)).State, (await scene.ReportAsync(scene.Campus, February)).Share));
        Assert.Single(await ExportAsync(clerk));
    }

    [Fact]
    public async Task Every_wrong_cell_is_named_and_nothing_is_written()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await InAsync(app);
        using var clerk = await app.AsAsync("clerk");
        var book = await ExportAsync(clerk);
        (book[0]["累计完成数量"], book[0]["主要进展"]) = ("幼儿园（所）：1\n新增学位（个）：许多", "招标");
        (book[1]["已完成节点"], book[1]["主要进展"]) = ("开工：2026-03-02", "开工");
        (book[2]["完成百分数"], book[2]["主要进展"]) = ("120", "制定方案");
        var page = await WebClient.ParseAsync(await UploadAsync(clerk, book), HttpStatusCode.BadRequest);
        var problems = page.QuerySelectorAll("main .errors li").Select(l => l.TextContent).ToList();
        Assert.Equal(["G2", "G2", "H3", "I4"], problems.Select(p => p[..2]));
        await using var db = app.Open();
        Assert.Empty(db.Reports);
    }

    [Fact]
    public async Task The_day_of_a_milestone_is_read_however_it_is_written()
    {
        await using var app = await TestApp.StartAsync();
        await InAsync(app);
        using var clerk = await app.AsAsync("clerk");
        var book = await ExportAsync(clerk);
        foreach (var right in OddDays.Right)
        {
            (book[1]["主要进展"], book[1]["已完成节点"]) = ("已开工。", $"开工：{right}");
            var preview = await WebClient.ParseAsync(await UploadAsync(clerk, book));
            Assert.Equal((right, "16.6%"), (right, Assert.Single(preview.QuerySelectorAll("td[data-label=完成]")).TextContent));
        }

        foreach (var wrong in (string[])[.. OddDays.Wrong, .. OddDays.WithoutYear])
        {
            book[1]["已完成节点"] = $"开工：{wrong}";
            var refused = await WebClient.ParseAsync(await UploadAsync(clerk, book), HttpStatusCode.BadRequest);
            Assert.Equal($"H3：节点“开工”的完成日期“{wrong}”不是日期，请写成 2026-05-01 的样子。",
                Assert.Single(refused.QuerySelectorAll("main .errors li")).TextContent);
        }
    }

    [Fact]
    public async Task A_row_that_somebody_filled_in_meanwhile_is_named_and_other_units_rows_are_not_taken()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await InAsync(app);
        using var clerk = await app.AsAsync("clerk");
        var book = await ExportAsync(clerk);
        await DoneAsync(await FillAsync(clerk, scene.Schools, February, Schooling(), submit: false));
        book[0]["主要进展"] = "招标";
        book[1]["编号"] = $"{scene.Estates.Id}";
        var page = await WebClient.ParseAsync(await UploadAsync(clerk, book), HttpStatusCode.BadRequest);
        Assert.Equal(["P2", "A3"], page.QuerySelectorAll("main .errors li").Select(l => l.TextContent[..2]));
    }

    internal static async Task<List<Dictionary<string, string>>> ExportAsync(WebClient web)
    {
        using var answer = await web.GetAsync("/reporting/export");
        var sheet = TableBookReader.Read(await answer.Content.ReadAsStreamAsync(), "填报表.xlsx")[0];
        return [.. sheet.Rows.Skip(1).Select(r => ReportBook.Columns.Select((c, i) => (c.Header, Cell: r.At(i))).ToDictionary(c => c.Header, c => c.Cell))];
    }

    internal static async Task<HttpResponseMessage> UploadAsync(WebClient web, List<Dictionary<string, string>> book)
    {
        var page = await web.PageAsync("/reporting/import");
        using var bytes = new MemoryStream();
        TableBookWriter.Write(
            bytes, [new TableSheet("填报表", ReportBook.Columns, [.. book.Select(r => ReportBook.Columns.Select(c => (object?)r[c.Header]).ToList())])]);
        using var content = new MultipartFormDataContent
        {
            { new StringContent(((IHtmlInputElement)page.QuerySelector("main [name=__RequestVerificationToken]")!).Value), "__RequestVerificationToken" },
            { new ByteArrayContent(bytes.ToArray()), "Upload", "填报表.xlsx" },
        };
        return await web.Http.PostAsync(new Uri("/reporting/import", UriKind.Relative), content);
    }
}
