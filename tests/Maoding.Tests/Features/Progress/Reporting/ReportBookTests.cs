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
    public async Task A_row_sent_on_the_page_meanwhile_is_passed_over_and_one_without_its_progress_is_named()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await InAsync(app);
        using var clerk = await app.AsAsync("clerk");
        var book = await ExportAsync(clerk);
        await DoneAsync(await FillAsync(clerk, scene.Schools, February, Schooling()));
        (book[1]["主要进展"], book[1]["已完成节点"]) = ("已开工。", "开工：2026-02-20");
        var preview = await WebClient.ParseAsync(await UploadAsync(clerk, book));
        Assert.Contains("要写入的 1 份 另有 2 行没有新填", preview.QuerySelector("h2")!.TextContent, StringComparison.Ordinal);
        book[2]["完成百分数"] = "60";
        var page = await WebClient.ParseAsync(await UploadAsync(clerk, book), HttpStatusCode.BadRequest);
        Assert.Equal(["J4：填了完成百分数，没有写主要进展。请补上；没有进展的，写明原因。"], page.QuerySelectorAll("main .errors li").Select(l => l.TextContent));
        book[0]["主要进展"] = "又写了一遍";
        var sent = await WebClient.ParseAsync(await UploadAsync(clerk, book), HttpStatusCode.BadRequest);
        Assert.Contains("A2：这一行现在不用填", sent.QuerySelector("main .errors")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_that_moved_on_since_the_export_hold_nobody_up_while_nothing_is_typed_in_them()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await InAsync(app);
        using var clerk = await app.AsAsync("clerk");
        var book = await ExportAsync(clerk);
        await DoneAsync(await FillAsync(clerk, scene.Schools, February, Schooling(), submit: false));
        await using (var db = app.Open())
        {
            (await db.Commitments.FindAsync(scene.Conduct.Id))!.LeadUnitId = (await db.Commitments.FindAsync(scene.Estates.Id))!.LeadUnitId;
            await TestApp.SaveAsync(db);
        }

        (book[1]["主要进展"], book[1]["已完成节点"]) = ("已开工。", "开工：2026-02-20");
        var preview = await WebClient.ParseAsync(await UploadAsync(clerk, book));
        Assert.Contains("要写入的 1 份 另有 2 行没有新填", preview.QuerySelector("h2")!.TextContent, StringComparison.Ordinal);
        await DoneAsync(await FillAsync(clerk, scene.Schools, February, Schooling()));
        book[0]["累计完成数量"] = "新建幼儿园（所）：3\n新增学位（个）：";
        book[2]["完成百分数"] = "60";
        var page = await WebClient.ParseAsync(await UploadAsync(clerk, book), HttpStatusCode.BadRequest);
        Assert.Equal(["A2", "A4"], page.QuerySelectorAll("main .errors li").Select(l => l.TextContent[..2]));
    }

    [Fact]
    public async Task A_share_typed_where_it_is_counted_does_not_fall_silently()
    {
        await using var app = await TestApp.StartAsync();
        await InAsync(app);
        using var clerk = await app.AsAsync("clerk");
        var book = await ExportAsync(clerk);
        book[0]["完成百分数"] = "60";
        book[1]["存在问题"] = "用地手续慢";
        var page = await WebClient.ParseAsync(await UploadAsync(clerk, book), HttpStatusCode.BadRequest);
        Assert.Equal(["J2：填了完成百分数，没有写主要进展", "J3：填了存在问题，没有写主要进展"],
            page.QuerySelectorAll("main .errors li").Select(l => l.TextContent.Split('。')[0]));
    }

    [Fact]
    public async Task One_incomplete_row_holds_up_none_of_the_others()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await InAsync(app);
        using var clerk = await app.AsAsync("clerk");
        var book = await ExportAsync(clerk);
        (book[0]["累计完成数量"], book[0]["主要进展"]) = ("新建幼儿园（所）：1\n新增学位（个）：180", "招标");
        (book[1]["已完成节点"], book[1]["主要进展"]) = ("开工：2026-02-20", "已开工。");
        book[2]["主要进展"] = "制定方案";
        var preview = await WebClient.ParseAsync(await UploadAsync(clerk, book));
        Assert.Contains("提交可以提交的 2 份，其余 1 份存为草稿", preview.Body!.TextContent, StringComparison.Ordinal);
        await DoneAsync(await clerk.SubmitAsync(Form(preview, "handler=Apply"), new Dictionary<string, string?>(), "Submit=true"));
        Assert.Equal([ReportState.Submitted, ReportState.Submitted, ReportState.Draft], await StatesAsync(scene));
        var list = await clerk.PageAsync("/reporting");
        Assert.Contains("已提交 2 份，等单位负责人签发；1 份未提交，内容已保留：“3 健全校园安全责任体系”：请写到期末的完成比例", list.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("请写到期末的完成比例", list.QuerySelector(".report-gap")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task From_the_list_complete_drafts_go_in_one_act_and_the_others_stay_with_their_reason()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await InAsync(app);
        using var clerk = await app.AsAsync("clerk");
        await DoneAsync(await FillAsync(clerk, scene.Schools, February, Schooling(), submit: false));
        await DoneAsync(await FillAsync(clerk, scene.Campus, February, new Dictionary<string, string?> { ["Fields.Done"] = "征地" }, submit: false));
        await DoneAsync(await FillAsync(clerk, scene.Conduct, February, new Dictionary<string, string?> { ["Fields.Done"] = "制定方案" }, submit: false));
        var list = await clerk.PageAsync("/reporting");
        Assert.Equal([true, true, false], list.QuerySelectorAll("[name=Picked]").OfType<IHtmlInputElement>().Select(t => t.IsChecked));
        Assert.Single(list.QuerySelectorAll(".report-gap"));
        foreach (var tick in list.QuerySelectorAll("[name=Picked]").OfType<IHtmlInputElement>()) tick.IsChecked = true;
        await DoneAsync(await clerk.SubmitAsync(Form(list, "/reporting"), new Dictionary<string, string?>()));
        Assert.Equal([ReportState.Submitted, ReportState.Submitted, ReportState.Draft], await StatesAsync(scene));
        await using (var db = app.Open())
            Assert.Single(db.AuditEntries.Where(e => e.Action == "成批提交填报").Select(e => e.At).Distinct());
        var left = await clerk.PageAsync("/reporting");
        foreach (var tick in left.QuerySelectorAll("[name=Picked]").OfType<IHtmlInputElement>()) tick.IsChecked = true;
        await RefusedAsync(await clerk.SubmitAsync(Form(left, "/reporting"), new Dictionary<string, string?>()), "REP028");
        await RefusedAsync(await clerk.SubmitAsync(Form(await clerk.PageAsync("/reporting"), "/reporting"), new Dictionary<string, string?>()), "REP012");
    }

    [Fact]
    public async Task Drafts_are_sent_from_the_list_by_their_lead_unit_only_and_as_they_were_seen()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await InAsync(app);
        using var clerk = await app.AsAsync("clerk");
        await DoneAsync(await FillAsync(clerk, scene.Schools, February, Schooling(), submit: false));
        var list = await clerk.PageAsync("/reporting");
        await DoneAsync(await FillAsync(clerk, scene.Schools, February, Schooling(schools: "2"), submit: false));
        await RefusedAsync(await clerk.SubmitAsync(Form(list, "/reporting"), new Dictionary<string, string?>()), "SYS001", HttpStatusCode.Conflict);
        var other = await scene.PutAsync(scene.Estates, February, ReportState.Draft, 100);
        var form = Form(await clerk.PageAsync("/reporting"), "/reporting");
        using var answer = await clerk.SubmitAsync(form, new Dictionary<string, string?>(), $"Picked={other.Id}:{other.Version}");
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(ReportState.Draft, (await scene.ReportAsync(scene.Estates, February)).State);
    }

    private static async Task<ReportState[]> StatesAsync(ReportingDistrict scene) =>
    [
        (await scene.ReportAsync(scene.Schools, February)).State,
        (await scene.ReportAsync(scene.Campus, February)).State,
        (await scene.ReportAsync(scene.Conduct, February)).State,
    ];

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

    [Fact]
    public async Task A_workbook_that_went_out_under_an_older_head_is_read()
    {
        await using var app = await TestApp.StartAsync();
        await InAsync(app);
        using var clerk = await app.AsAsync("clerk");
        var book = await ExportAsync(clerk);
        (book[1]["主要进展"], book[1]["已完成节点"]) = ("已开工。", "开工：2026-02-20");
        var preview = await WebClient.ParseAsync(await UploadAsync(clerk, book, head => head == "上次审核" ? "上次采用" : head));
        Assert.Contains("要写入的 1 份", preview.QuerySelector("h2")!.TextContent, StringComparison.Ordinal);
    }

    internal static async Task<HttpResponseMessage> UploadAsync(
        WebClient web, List<Dictionary<string, string>> book, Func<string, string>? called = null)
    {
        TableColumn[] columns = [.. ReportBook.Columns.Select(c => c with { Header = called?.Invoke(c.Header) ?? c.Header })];
        var page = await web.PageAsync("/reporting/import");
        using var bytes = new MemoryStream();
        TableBookWriter.Write(
            bytes, [new TableSheet("填报表", columns, [.. book.Select(r => ReportBook.Columns.Select(c => (object?)r[c.Header]).ToList())])]);
        using var content = new MultipartFormDataContent
        {
            { new StringContent(((IHtmlInputElement)page.QuerySelector("main [name=__RequestVerificationToken]")!).Value), "__RequestVerificationToken" },
            { new ByteArrayContent(bytes.ToArray()), "Upload", "填报表.xlsx" },
        };
        return await web.Http.PostAsync(new Uri("/reporting/import", UriKind.Relative), content);
    }
}
