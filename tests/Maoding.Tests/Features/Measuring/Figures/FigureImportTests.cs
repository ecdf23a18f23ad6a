using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Maoding.Domain.Indicators;
using Maoding.Shared.Addresses;
using Maoding.Tests.Hosting;
using Maoding.Tests.Shared.Workbooks;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Maoding.Tests.Features.Measuring.Figures.FigureScene;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Features.Measuring.Figures;

/// <summary>Figures of many months at once, from a workbook and from another program.</summary>
public sealed class FigureImportTests
{
    private static readonly string[] _heads = ["代码", "对象", "月份", "数据项", "数值", "阶段", "公布日期", "口径变化", "来源", "说明"];

    [Fact]
    public async Task Many_months_are_written_at_once_with_their_decimals()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await InAsync(app);
        using var clerk = await app.AsAsync("clerk");
        List<string[]> rows = [_heads, .. Enumerable.Range(2, 11)
            .Select(m => Row("RETAIL", "本区", $"2025年{m}月", "累计值", $"{m * 20}.0", "核定")), Row("GDP", "全市", "2025年四季度", "累计同比", "5.20")];
        var preview = await WebClient.ParseAsync(await UploadAsync(clerk, FigureLinks.Import, FigureLinks.Import, Book(rows)));
        Assert.Equal(11, preview.QuerySelectorAll("[aria-label=涉及的报送表] tbody tr").Length);
        Done(await clerk.SubmitAsync((IHtmlFormElement)preview.QuerySelector("form[action*='handler=Apply']")!, new Dictionary<string, string?>()));
        await using var db = app.Open();
        Assert.Equal(12, await db.Observations.CountAsync());
        Assert.Equal(11, await db.DataSheets.CountAsync(s => s.State == SheetState.Draft));
        var gdp = await db.Observations.SingleAsync(o => o.IndicatorId == scene.Gdp.Id);
        Assert.Equal((202512, 5.2m, 2, scene.City.Id), (gdp.Month, gdp.Value, gdp.Decimals, gdp.AreaId));
    }

    [Fact]
    public async Task Every_wrong_cell_is_named_and_nothing_is_written()
    {
        await using var app = await TestApp.StartAsync();
        await InAsync(app);
        using var clerk = await app.AsAsync("clerk");
        List<string[]> rows =
        [
            _heads, Row("RETAIL", "本区", "202502", "累计值", "38.0"), Row("NOPE", "本区", "202502", "累计值", "1"),
            Row("RETAIL", "月亮区", "202502", "累计值", "1"), Row("RETAIL", "本区", "202501", "累计值", "1"),
            Row("RETAIL", "本区", "去年", "累计值", "1"), Row("RETAIL", "本区", "202503", "累积", "1"),
            Row("RETAIL", "本区", "202503", "累计值", "若干"), Row("HOMES", "本区", "202503", "累计值", "1"),
            Row("RETAIL", "本区", "202502", "累计值", "39.0"), Row("RETAIL", "本区", "202504", "累计值", "5000"),
            Row("RETAIL", "本区", "202605", "累计值", "5"), Row("RETAIL", "本区", "202506", "累计值", "5", "终稿"),
        ];
        var page = await WebClient.ParseAsync(await UploadAsync(clerk, FigureLinks.Import, FigureLinks.Import, Book(rows)), HttpStatusCode.BadRequest);
        var cells = page.QuerySelectorAll("main .errors li").Select(l => l.TextContent.Split('：')[0]);
        Assert.Equal(["A3", "A9", "B4", "C5", "C6", "D7", "E10", "E11", "E12", "E8", "F13"], cells.Order(StringComparer.Ordinal));
        Assert.Null(page.QuerySelector("form[action*='handler=Apply']"));
        await using var db = app.Open();
        Assert.Empty(db.DataSheets);
    }

    [Fact]
    public async Task The_day_of_publishing_is_read_however_it_is_written()
    {
        await using var app = await TestApp.StartAsync();
        await InAsync(app);
        using var clerk = await app.AsAsync("clerk");
        string[] cells = [.. OddDays.Right, "", .. OddDays.Wrong, .. OddDays.WithoutYear];
        List<string[]> rows = [_heads, .. cells.Select((c, i) => Row("RETAIL", "本区", $"{2024 + (i / 11)}{2 + (i % 11):00}", "累计值", "38.0", "核定", c))];
        var wrong = await WebClient.ParseAsync(await UploadAsync(clerk, FigureLinks.Import, FigureLinks.Import, Book(rows)), HttpStatusCode.BadRequest);
        Assert.Equal(cells.Index().Skip(OddDays.Right.Count + 1).Select(c => $"G{c.Index + 2}：“{c.Item}”不是日期，请写成 2026-05-01 的样子。").Order(),
            wrong.QuerySelectorAll("main .errors li").Select(l => l.TextContent).Order());
        var preview = await WebClient.ParseAsync(
            await UploadAsync(clerk, FigureLinks.Import, FigureLinks.Import, Book([.. rows.Take(OddDays.Right.Count + 2)])));
        Done(await clerk.SubmitAsync((IHtmlFormElement)preview.QuerySelector("form[action*='handler=Apply']")!, new Dictionary<string, string?>()));
        await using var db = app.Open();
        var days = await db.Observations.OrderBy(o => o.Month).Select(o => o.PublishedOn).ToListAsync();
        Assert.Equal([.. OddDays.Right.Select(DateOnly? (_) => OddDays.Day), null], days);
    }

    [Fact]
    public async Task History_is_taken_over_approved_and_locked_with_its_source()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await InAsync(app);
        using var steward = await app.AsAsync("steward");
        List<string[]> rows = [_heads, .. Enumerable.Range(2023, 3).Select(y => Row("GDP", "本区", $"{y}12", "累计值", $"{y - 1900}.0")),
            Row("RETAIL", "本区", "202512", "累计值", "251.3"), Row("HOMES", "本区", "202512", "累计值", "60")];
        async Task<HttpResponseMessage> TakeAsync(string reason)
        {
            var preview = await WebClient.ParseAsync(await UploadAsync(steward, FigureLinks.Import, FigureLinks.Import, Book(rows)));
            return await steward.SubmitAsync((IHtmlFormElement)preview.QuerySelector("form[action*='handler=Apply']")!,
                new Dictionary<string, string?> { ["Reason"] = reason }, "IsHistory=true");
        }

        using (var refused = await TakeAsync(" ")) Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Done(await TakeAsync("2023—2025年统计公报"));
        await using var db = app.Open();
        Assert.Equal((4, 4), (await db.DataSheets.CountAsync(s => s.State == SheetState.Locked), await db.DataSheets.CountAsync()));
        Assert.Equal(5, await db.Observations.CountAsync(o => o.InForce && o.Why == "2023—2025年统计公报"));
        // What is as it was holds nobody up; what differs is refused with its cell.
        using var again = await UploadAsync(steward, FigureLinks.Import, FigureLinks.Import, Book(rows));
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Contains("已锁定", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        rows[1][4] = "130.0";
        using var other = await UploadAsync(steward, FigureLinks.Import, FigureLinks.Import, Book(rows));
        var errors = (await WebClient.ParseAsync(other, HttpStatusCode.BadRequest)).QuerySelectorAll("main .errors li").Select(l => l.TextContent);
        Assert.Contains(errors, e => e.StartsWith("E2：", StringComparison.Ordinal) && e.Contains("已锁定", StringComparison.Ordinal));
        using var clerk = await app.AsAsync("clerk");
        var own = await WebClient.ParseAsync(
            await UploadAsync(clerk, FigureLinks.Import, FigureLinks.Import, Book([_heads, Row("RETAIL", "本区", "202511", "累计值", "230.0")])));
        Assert.Null(own.QuerySelector("[name=IsHistory]"));
    }

    [Fact]
    public async Task What_others_entered_and_did_not_hand_in_is_shown_and_stays_theirs()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await InAsync(app);
        using var clerk = await app.AsAsync("clerk");
        Done(await scene.FillAsync(clerk, "", (scene.Cell(scene.Retail, FigureMeasure.Cumulative), "43.5"),
            (scene.Cell(scene.Industry, FigureMeasure.CumulativeGrowth), "6.1")));
        await scene.KnowAsync(scene.Retail, 202512, (FigureMeasure.Cumulative, "251.3"));
        using var steward = await app.AsAsync("steward");
        List<string[]> rows = [_heads, Row("RETAIL", "本区", "202602", "累计值", "44.0"), Row("RETAIL", "本区", "202602", "累计同比", "3.1")];
        async Task<IHtmlDocument> PreviewAsync() =>
            await WebClient.ParseAsync(await UploadAsync(steward, FigureLinks.Import, FigureLinks.Import, Book(rows)));
        static IHtmlFormElement Form(IHtmlDocument page) => (IHtmlFormElement)page.QuerySelector("form[action*='handler=Apply']")!;
        var preview = await PreviewAsync();
        Assert.Contains("新增 1 个，改动 0 个，没有变化 0 个，别人的草稿 1 个", preview.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("43.5", "44.0"), (preview.QuerySelector("[data-label=现有]")!.TextContent, preview.QuerySelector("[data-label=表里]")!.TextContent));
        Done(await steward.SubmitAsync(Form(preview), new Dictionary<string, string?> { ["Reason"] = "统计公报" }, "IsHistory=true"));
        var sheet = await scene.StoredAsync();
        Assert.Equal(SheetState.Draft, sheet.State);
        Assert.Equal([(3.1m, true, "统计公报"), (6.1m, false, ""), (43.5m, false, "")],
            sheet.Observations.Select(o => (o.Value, o.InForce, o.Why)).OrderBy(o => o.Value));
        using (var nothing = await steward.SubmitAsync(Form(await PreviewAsync()), new Dictionary<string, string?>()))
            Assert.Contains("FIG016", await nothing.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Done(await steward.SubmitAsync(Form(await PreviewAsync()), new Dictionary<string, string?> { ["OverDrafts"] = "true" }));
        Assert.Contains((await scene.StoredAsync()).Observations, o => o.Value == 44);
    }

    [Fact]
    public async Task Zeros_that_the_spreadsheet_dropped_come_back_as_the_series_has_them()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await InAsync(app);
        await scene.KnowAsync(scene.Retail, 202512, (FigureMeasure.Cumulative, "251.30"));
        using var clerk = await app.AsAsync("clerk");
        var book = await scene.ExportAsync(clerk);
        book[1][book[0].IndexOf("累计值")] = "43";
        var page = await WebClient.ParseAsync(await UploadAsync(clerk, scene.Sheet, $"{scene.Sheet}?handler=Import", Book(book)));
        Assert.Equal("43.00", page.GetElementById(scene.Cell(scene.Retail, FigureMeasure.Cumulative))!.GetAttribute("value"));
    }

    [Fact]
    public async Task Filling_one_sheet_tells_what_is_new_changed_and_somebody_elses()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await InAsync(app);
        using var clerk = await app.AsAsync("clerk");
        async Task<IHtmlDocument> FillAsync(string value)
        {
            var book = await scene.ExportAsync(clerk);
            book[1][book[0].IndexOf("累计值")] = value;
            return await WebClient.ParseAsync(await UploadAsync(clerk, scene.Sheet, $"{scene.Sheet}?handler=Import", Book(book)));
        }

        var first = await FillAsync("43");
        Assert.Contains("新增 1 个，改动 0 个", first.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Done(await SendAsync(clerk, first, ""));
        await using (var db = app.Open())
        {
            var mine = await db.Observations.SingleAsync(o => o.IndicatorId == scene.Retail.Id && o.Month == February);
            Assert.Equal(43m, mine.Value);
        }

        var second = await FillAsync("44");
        Assert.Contains("新增 0 个，改动 1 个", second.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var line = second.QuerySelector("[aria-label=要写入的数据] tbody tr")!.TextContent;
        Assert.Contains("43", line, StringComparison.Ordinal);
        Assert.Contains("44", line, StringComparison.Ordinal);
        using var head = await app.AsAsync("head");
        var theirs = await scene.ExportAsync(head);
        theirs[1][theirs[0].IndexOf("累计值")] = "45";
        var warned = await WebClient.ParseAsync(await UploadAsync(head, scene.Sheet, $"{scene.Sheet}?handler=Import", Book(theirs)));
        Assert.Contains("别人的草稿 1 个", warned.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_programs_write_drafts_by_json_and_read_what_is_in_force()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await InAsync(app);
        using var clerk = await app.AsAsync("clerk");
        using var written = await PostAsync(clerk,
            """
            {"figures":[{"indicator":"RETAIL","area":"本区","month":202602,"measure":"累计值","value":43.20,"stage":"核定"},
            {"indicator":"INDUSTRY","area":"全市","month":"2026-02","measure":"累计同比","value":"6.0"}]}
            """);
        Assert.Equal(HttpStatusCode.OK, written.StatusCode);
        Assert.Equal(2, (await JsonAsync(written)).GetProperty("written").GetInt32());
        Assert.Equal([(43.2m, 2), (6m, 1)], (await scene.StoredAsync()).Observations.OrderBy(o => o.IndicatorId).Select(o => (o.Value, o.Decimals)));
        Assert.Equal(0, (await JsonAsync(await clerk.GetAsync("/api/figures?indicator=RETAIL"))).GetProperty("figures").GetArrayLength());
        Done(await scene.FillAsync(clerk, "Submit"));
        using var steward = await app.AsAsync("steward");
        Done(await scene.PressAsync(steward, "Approve"));
        using var leader = await app.AsAsync("leader");
        var read = (await JsonAsync(await leader.GetAsync("/api/figures?indicator=RETAIL&indicator=INDUSTRY&area=本区&from=202601&to=202612")))
            .GetProperty("figures");
        var figure = Assert.Single(read.EnumerateArray());
        Assert.Equal(("RETAIL", "43.20", "累计值", "亿元"), (figure.GetProperty("indicator").GetString(),
            figure.GetProperty("value").GetString(), figure.GetProperty("measure").GetString(), figure.GetProperty("unit").GetString()));
    }

    [Theory]
    [InlineData("clerk",
        """
        {"figures":[{"indicator":"RETAIL","area":"本区","month":202602,"measure":"累计值","value":"43.2"},
        {"indicator":"HOMES","area":"本区","month":202602,"measure":"累计值","value":"1"}]}
        """,
        400, "FIG015")]
    [InlineData("clerk", """{"figures":[]}""", 400, "FIG018")]
    [InlineData("clerk", "{", 400, "FIG018")]
    [InlineData("leader", """{"figures":[]}""", 403, "PER001")]
    [InlineData(null, """{"figures":[]}""", 401, "PER004")]
    public async Task A_wrong_request_is_answered_with_a_code_and_writes_nothing(string? account, string body, int status, string code)
    {
        await using var app = await TestApp.StartAsync();
        await InAsync(app);
        using var web = account is null ? app.Visitor() : await app.AsAsync(account);
        using var answer = await PostAsync(web, body);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(code, (await JsonAsync(answer)).GetProperty("code").GetString());
        await using var db = app.Open();
        Assert.Empty(db.DataSheets);
    }

    [Fact]
    public async Task A_form_of_another_site_writes_nothing()
    {
        await using var app = await TestApp.StartAsync();
        await InAsync(app);
        using var clerk = await app.AsAsync("clerk");
        using var content = new StringContent(
            """{"figures":[{"indicator":"RETAIL","area":"本区","month":202602,"measure":"累计值","value":"43.2"}]}""", Encoding.UTF8, "text/plain");
        using var answer = await clerk.Http.PostAsync(new Uri(FigureLinks.Api, UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        await using var db = app.Open();
        Assert.Empty(db.DataSheets);
    }

    private static string[] Row(params string[] cells) => [.. cells, .. Enumerable.Repeat("", _heads.Length - cells.Length)];

    private static async Task<HttpResponseMessage> PostAsync(WebClient web, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await web.Http.PostAsync(new Uri(FigureLinks.Api, UriKind.Relative), content);
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) => await answer.Content.ReadFromJsonAsync<JsonElement>();
}
