using System.Net;
using AngleSharp.Html.Dom;
using Maoding.Documents.Units;
using Maoding.Documents.Writing;
using Maoding.Domain.Organization;
using Maoding.Shared.Addresses;
using Maoding.Tests.Features.Administration.OwnAccount;
using Maoding.Tests.Hosting;
using Maoding.Tests.Shared.Workbooks;
using Microsoft.EntityFrameworkCore;
using Xunit;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Features.Administration.Organs;

public sealed class DirectoryTests
{
    [Fact]
    public async Task The_workbook_goes_out_and_in_without_change_and_serves_the_reader_of_speeches()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var admin = await app.AsAsync("admin");
        var file = await admin.Http.GetByteArrayAsync(new Uri("/organs/export", UriKind.Relative), TestContext.Current.CancellationToken);
        using var answer = await UploadAsync(admin, file);
        Assert.Contains("一致，没有要改的", (await WebClient.ParseAsync(answer)).Body!.TextContent, StringComparison.Ordinal);
        var path = Path.Combine(System.IO.Directory.CreateTempSubdirectory("maoding-units-").FullName, "名录.xlsx");
        await File.WriteAllBytesAsync(path, file, TestContext.Current.CancellationToken);
        var units = UnitListReader.Read(path);
        Assert.Equal(["区教育局", "区住建局", "区财政局"], units.Units.Select(u => u.ShortName));
        Assert.Equal("区住建局", units.LeadFor("住房城乡建设"));
        System.IO.Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    [Fact]
    public async Task Errors_name_their_cells_and_nothing_is_written()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var coordinator = await app.AsAsync("coordinator");
        using var answer = await UploadAsync(coordinator, Book(
            new TableSheet("单位", [new("单位名称", 20), new("简称", 10), new("职能", 10)], [["云泽区水利局", "区水利局", "水利"], ["云泽区商务局", "区商务局", "卖菜"]]),
            new TableSheet("岗位", [new("岗位", 20), new("类型", 10), new("所在单位", 10)], [["区水利局局长", "单位负责人", "区水力局"]]),
            new TableSheet("人员任职", [new("姓名", 20), new("岗位", 10), new("任职日期", 10)], [["钱多", "区教育局局长", "去年"], ["钱多", "区教育局局长", "2026-01-01"]]),
            new TableSheet("账号", [new("账号名", 20), new("姓名", 10)], [["qian", "钱多"]])));
        var words = (await WebClient.ParseAsync(answer, HttpStatusCode.BadRequest)).Errors();
        Assert.Contains("单位!C3：没有职能“卖菜”", words, StringComparison.Ordinal);
        Assert.Contains("岗位!C2：没有这个单位“区水力局”", words, StringComparison.Ordinal);
        Assert.Contains("人员任职!C2：“去年”不是日期", words, StringComparison.Ordinal);
        Assert.Contains("人员任职!C3：“区教育局局长”这段时间已由周文担任", words, StringComparison.Ordinal);
        Assert.Contains("账号!A2：账号由系统管理员开通", words, StringComparison.Ordinal);
        await using var db = app.Open();
        Assert.Equal(3, db.Units.Count());
        Assert.DoesNotContain(db.Persons, p => p.Name == "钱多");
    }

    [Fact]
    public async Task Odd_days_of_terms_are_read_and_what_is_no_day_is_named()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var admin = await app.AsAsync("admin");
        TableColumn[] posts = [new("岗位", 20), new("类型", 10), new("所在单位", 10)];
        TableColumn[] people = [new("姓名", 20), new("岗位", 10), new("任职日期", 10)];
        object[] cells = [.. OddDays.RightCells, .. OddDays.Wrong, .. OddDays.WithoutYear];
        byte[] Of(int count) => Book(
            new TableSheet("岗位", posts, [.. Enumerable.Range(0, count).Select(IReadOnlyList<object?> (i) => [$"区财政局联络员{i}", "联络员", "区财政局"])]),
            new TableSheet("人员任职", people, [.. Enumerable.Range(0, count).Select(IReadOnlyList<object?> (i) => [$"钱多{i}", $"区财政局联络员{i}", cells[i]])]));
        using var refused = await UploadAsync(admin, Of(cells.Length));
        Assert.Equal(cells.Index().Skip(OddDays.RightCells.Count).Select(c => $"人员任职!C{c.Index + 2}：“{c.Item}”不是日期，请写成 2026-05-01 的样子。"),
            (await WebClient.ParseAsync(refused, HttpStatusCode.BadRequest)).QuerySelectorAll("main .errors li").Select(l => l.TextContent));
        using var preview = await UploadAsync(admin, Of(OddDays.RightCells.Count));
        using var applied = await admin.SubmitAsync((await WebClient.ParseAsync(preview)).Form("Apply"), People.NoChanges);
        await using var db = app.Open();
        var begun = await db.Tenures.Where(t => t.Person!.Name.StartsWith("钱多")).Select(t => t.From).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(OddDays.RightCells.Select(_ => OddDays.Day), begun);
    }

    [Fact]
    public async Task A_file_is_looked_at_confirmed_and_the_second_time_changes_nothing()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var admin = await app.AsAsync("admin");
        var file = Book(
            new TableSheet(
                "单位", [new("单位名称", 20), new("简称", 10), new("职能", 10), new("类别", 10)], [["云泽区教育局", "区教育局", "教育、体育", "政府部门"], ["云泽区水利局", "区水利局", "水利", "政府部门"]]),
            new TableSheet("岗位", [new("岗位", 20), new("类型", 10), new("所在单位", 10)], [["区水利局联络员", "联络员", "区水利局"]]),
            new TableSheet(
                "人员任职", [new("姓名", 20), new("电话", 10), new("岗位", 10), new("任职日期", 10)], [["钱多", "13800000000", "区水利局联络员", new DateOnly(2026, 2, 1)]]),
            new TableSheet("分工", [new("领导岗位", 20), new("方式", 10), new("对口单位", 10), new("自", 10)], [["副区长", "分管", "区水利局", new DateOnly(2026, 2, 1)]]),
            new TableSheet("账号", [new("账号名", 20), new("姓名", 10)], [["qian", "钱多"]]));
        using var preview = await UploadAsync(admin, file);
        var page = await WebClient.ParseAsync(preview);
        Assert.Contains("职能由“教育”改为“教育、体育”", page.Body!.TextContent, StringComparison.Ordinal);
        await using (var before = app.Open()) Assert.Equal(3, before.Units.Count());
        using var applied = await admin.SubmitAsync(page.Form("Apply"), People.NoChanges);
        var slips = await WebClient.ParseAsync(applied);
        Assert.Contains("钱多（区水利局联络员）", Assert.Single(slips.QuerySelectorAll(".slip")).TextContent, StringComparison.Ordinal);
        Assert.Equal("区水利局（1张）", slips.QuerySelector(".slip-unit h2")!.TextContent.Trim());
        using var twice = await admin.SubmitAsync(page.Form("Apply"), People.NoChanges);
        Assert.Equal(AccountLinks.SlipsLost, twice.Headers.Location?.ToString());
        using var same = await UploadAsync(admin, file);
        Assert.Contains("一致，没有要改的", (await WebClient.ParseAsync(same)).Body!.TextContent, StringComparison.Ordinal);
        await using var db = app.Open();
        Assert.Equal(["区教育局", "区水利局", "区住建局", "区财政局"], db.Units.OrderBy(u => u.Order).Select(u => u.ShortName));
        using var clerk = await app.AsAsync("qian");
        var directory = await clerk.PageAsync("/own-account/password");
        Assert.Contains("修改密码", directory.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workbook_from_before_a_decision_does_not_take_it_back()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        await OrganScene.FillAsync(app, district);
        using var coordinator = await app.AsAsync("coordinator");
        var old = await coordinator.Http.GetByteArrayAsync(new Uri(DirectoryLinks.Export, UriKind.Relative), TestContext.Current.CancellationToken);
        using var merged = await OrganScene.ChangeAsync(
            coordinator, $"/organs/unit/{district.Housing.Id}/change?Kind=Merged&To={district.Education.Id}", OrganScene.Grounds);
        Assert.Equal(System.Net.HttpStatusCode.Redirect, merged.StatusCode);
        using var refused = await UploadAsync(coordinator, old);
        var errors = (await WebClient.ParseAsync(refused, System.Net.HttpStatusCode.BadRequest)).QuerySelector("main .errors")!.TextContent;
        Assert.Contains("“区住建局”已于2026年3月1日并入“区教育局”，这张表是以前导出的", errors, StringComparison.Ordinal);
        Assert.Contains("在用的岗位不能放在那里", errors, StringComparison.Ordinal);
        await using var db = app.Open();
        Assert.True((await db.Units.SingleAsync(u => u.Id == district.Housing.Id)).IsClosed);
        // What is exported now comes back without a change.
        var now = await coordinator.Http.GetByteArrayAsync(new Uri(DirectoryLinks.Export, UriKind.Relative), TestContext.Current.CancellationToken);
        using var same = await UploadAsync(coordinator, now);
        Assert.Contains("一致，没有要改的", (await WebClient.ParseAsync(same)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("云泽区", "如“区教育局”")]
    [InlineData("青禾县", "如“县教育局”")]
    [InlineData("安泽市", "如“市教育局”")]
    public async Task An_example_is_of_the_regions_own_kind(string region, string words)
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        await using (var db = app.Open())
        {
            (await db.Regions.SingleAsync()).Name = region;
            await TestApp.SaveAsync(db);
        }

        using var coordinator = await app.AsAsync("coordinator");
        var page = await coordinator.PageAsync($"/organs/unit/{district.Housing.Id}");
        Assert.Contains(words, page.QuerySelector("#shortHint")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workbook_from_before_a_change_says_that_it_is_old()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        using var coordinator = await app.AsAsync("coordinator");
        var old = await coordinator.Http.GetByteArrayAsync(new Uri(DirectoryLinks.Export, UriKind.Relative), TestContext.Current.CancellationToken);
        var page = await coordinator.PageAsync($"/organs/unit/{district.Housing.Id}");
        using var saved = await coordinator.SubmitAsync(
            page.QuerySelectorAll("main form").OfType<IHtmlFormElement>().First(f => f.QuerySelector("[name='Phone']") is not null),
            new Dictionary<string, string?> { ["Phone"] = "0871-6600001" });
        Assert.Equal(System.Net.HttpStatusCode.Redirect, saved.StatusCode);
        using var preview = await UploadAsync(coordinator, old);
        var words = (await WebClient.ParseAsync(preview)).QuerySelector("main")!.TextContent;
        Assert.Contains("这张表导出以后，名录又改过", words, StringComparison.Ordinal);
        Assert.Contains("电话由“0871-6600001”改为“”", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_and_chiefs_are_read_proposed_where_the_sheet_says_nothing_and_shown_first()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var coordinator = await app.AsAsync("coordinator");
        var file = Book(
            new TableSheet(
                "单位",
                [new("单位名称", 20), new("简称", 10), new("类别", 10), new("条线", 10)],
                [["政协云泽区委员会办公室", "区政协办", "人大政协纪委两院", ""], ["云泽区融媒体中心", "区融媒体中心", "国有企业和其他", "党委"]]),
            Posts(["区委书记", "牵头领导", "", ""], ["区政协主席", "牵头领导", "政协", "否"], ["副区长", "牵头领导", "政府", "是"]));
        using var preview = await UploadAsync(coordinator, file);
        var page = await WebClient.ParseAsync(preview);
        foreach (var words in (string[])["新增单位：政协云泽区委员会办公室（政协）", "新增岗位：区委书记（党委，主要负责同志）", "新增岗位：区政协主席（政协）", "“副区长”：主要负责同志由“否”改为“是”"])
            Assert.Contains(words, page.Body!.TextContent, StringComparison.Ordinal);
        using var applied = await coordinator.SubmitAsync(page.Form("Apply"), People.NoChanges);
        await using var db = app.Open();
        Assert.Equal(OrganLine.Party, await db.Units.Where(u => u.ShortName == "区融媒体中心").Select(u => u.Line).SingleAsync());
        Assert.Equal(["副区长", "区委书记"], await db.Posts.Where(p => p.IsChief).Select(p => p.Name).OrderBy(n => n).ToListAsync());
        using var wrong = await UploadAsync(coordinator, Book(Posts(["区长", "牵头领导", "政府", "是"], ["主席", "牵头领导", "工商", "也许"])));
        var errors = (await WebClient.ParseAsync(wrong, System.Net.HttpStatusCode.BadRequest)).Body!.TextContent;
        foreach (var words in (string[])["岗位!D2：政府条线的主要负责同志已是“副区长”", "岗位!C3：没有条线“工商”", "岗位!D3：“也许”不对"])
            Assert.Contains(words, errors, StringComparison.Ordinal);

        static TableSheet Posts(params object?[][] rows) =>
            new("岗位", [new("岗位", 20), new("类型", 10), new("条线", 10), new("主要负责同志", 10)], [.. rows]);
    }

    [Fact]
    public async Task A_successor_takes_over_on_a_day_and_duty_stays_with_the_post()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        var page = await web.PageAsync($"/organs/post/{district.Leader.Id}");
        using var done = await web.SubmitAsync(
            page.Form("Succeed"), new Dictionary<string, string?> { ["PersonId"] = "", ["PersonName"] = "高远", ["From"] = "2026-03-01" });
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        using var twice = await web.SubmitAsync(
            page.Form("Succeed"), new Dictionary<string, string?> { ["PersonId"] = "", ["PersonName"] = "高远", ["From"] = "2026-03-01" });
        await using var db = app.Open();
        var terms = db.Tenures.Where(t => t.PostId == district.Leader.Id).OrderBy(t => t.From).ToList();
        Assert.Equal([new DateOnly(2026, 2, 28), null], terms.Select(t => t.To));
        Assert.Contains("高远（区委常委、常务副区长）", (await web.PageAsync("/organs")).Body!.TextContent, StringComparison.Ordinal);
        using var back = await web.SubmitAsync(page.Form("Succeed"),
            new Dictionary<string, string?> { ["RequestKey"] = "another", ["PersonId"] = $"{terms[0].PersonId}", ["From"] = "2025-06-01" });
        Assert.Contains("DIR005", (await WebClient.ParseAsync(back, HttpStatusCode.BadRequest)).Errors(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Units_are_changed_moved_and_closed_and_a_stale_form_is_refused()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        var page = await web.PageAsync($"/organs/unit/{district.Finance.Id}");
        var first = new Dictionary<string, string?> { ["Place"] = "1", ["Phone"] = "66001122" };
        using var moved = await web.SubmitAsync(page.Form(), first);
        Assert.Equal("/organs", moved.Headers.Location?.ToString());
        using var stale = await web.SubmitAsync(page.Form(), new Dictionary<string, string?> { ["RequestKey"] = "another", ["Phone"] = "1" });
        Assert.Contains("SYS001", (await WebClient.ParseAsync(stale, HttpStatusCode.Conflict)).Errors(), StringComparison.Ordinal);
        using var clerk = await app.AsAsync("clerk");
        var read = await clerk.PageAsync($"/organs/unit/{district.Finance.Id}");
        Assert.Null(read.QuerySelector("input[name=Phone]"));
        Assert.Contains("66001122", read.Body!.TextContent, StringComparison.Ordinal);
        await using var db = app.Open();
        Assert.Equal(["区财政局", "区教育局", "区住建局"], db.Units.OrderBy(u => u.Order).Select(u => u.ShortName));
    }

    [Fact]
    public async Task A_division_of_work_begins_on_its_day_and_ends_what_another_had()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        var page = await web.PageAsync($"/organs/division/{district.OtherLeader.Id}");
        Assert.Contains("现由王立军分管", page.Body!.TextContent, StringComparison.Ordinal);
        using var saved = await web.SubmitAsync(page.Form(),
            new Dictionary<string, string?> { [$"u{district.Education.Id}"] = "InCharge", [$"u{district.Finance.Id}"] = "Linked", ["From"] = "2026-03-02" });
        Assert.Equal("/organs/division", saved.Headers.Location?.ToString());
        await using var db = app.Open();
        var divisions = db.Divisions.Where(d => d.UnitId == district.Education.Id).OrderBy(d => d.From).ToList();
        Assert.Equal([(district.Leader.Id, (DateOnly?)new DateOnly(2026, 3, 1)), (district.OtherLeader.Id, null)], divisions.Select(d => (d.PostId, d.To)));
        Assert.Contains("领导分工", (await web.PageAsync("/organs/division?on=2026-02-01")).Body!.TextContent, StringComparison.Ordinal);
    }

    internal static byte[] Book(params TableSheet[] sheets)
    {
        var stream = new MemoryStream();
        TableBookWriter.Write(stream, sheets);
        return stream.ToArray();
    }

    internal static async Task<HttpResponseMessage> UploadAsync(WebClient web, byte[] file)
    {
        var page = await web.PageAsync("/organs/import");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(((AngleSharp.Html.Dom.IHtmlInputElement)page.QuerySelector("main input[name=__RequestVerificationToken]")!).Value),
                "__RequestVerificationToken" },
            { new ByteArrayContent(file), "File", "名录.xlsx" },
        };
        return await web.Http.PostAsync(new Uri("/organs/import", UriKind.Relative), form, TestContext.Current.CancellationToken);
    }
}
