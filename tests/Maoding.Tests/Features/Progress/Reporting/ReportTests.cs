using System.Net;
using AngleSharp.Html.Dom;
using Maoding.Domain.Ledger;
using Maoding.Domain.Progress;
using Maoding.TestKit;
using Maoding.Tests.Hosting;
using Xunit;
using static Maoding.Tests.Features.Progress.Reporting.ReportingDistrict;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Features.Progress.Reporting;

/// <summary>The way of a report: filled in by the lead unit, signed by its head, accepted by the coordinator.</summary>
public sealed class ReportTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_report_is_filled_signed_and_accepted_and_the_row_keeps_its_share(bool onPostgres)
    {
        Assert.SkipWhen(onPostgres && PostgresCluster.Missing is not null, PostgresCluster.Missing ?? "");
        await using var app = await TestApp.StartAsync(onPostgres ? await MigratedDatabase.OnPostgresAsync() : null);
        var scene = await InAsync(app);
        using var clerk = await app.AsAsync("clerk");
        using var head = await app.AsAsync("head");
        using var coordinator = await app.AsAsync("coordinator");
        await WaitsAsync(clerk, "3 项待填", "/reporting");
        await DoneAsync(await FillAsync(clerk, scene.Schools, February, Schooling(), submit: false));
        Assert.Contains("33.3%", (await clerk.PageAsync(Page(scene.Schools, February))).QuerySelector("main summary")!.TextContent, StringComparison.Ordinal);
        await WaitsAsync(clerk, "3 项待填", "/reporting");
        await DoneAsync(await FillAsync(clerk, scene.Schools, February, new Dictionary<string, string?>()));
        await WaitsAsync(clerk, "2 项待填", "/reporting");
        await WaitsAsync(head, "1 份填报待签发", "/reporting/sign");
        var signing = await head.PageAsync("/reporting/sign");
        Assert.Contains("1所主体封顶", signing.QuerySelector(".report-cards")!.TextContent, StringComparison.Ordinal);
        await DoneAsync(await head.SubmitAsync(Form(signing, "/reporting/sign"), new Dictionary<string, string?>()));
        await WaitsAsync(coordinator, "1 份填报待审核", "/reporting/review");
        Assert.Null((await scene.RowAsync(scene.Schools)).Share);
        await DoneAsync(await coordinator.SubmitAsync(
            Form(await coordinator.PageAsync("/reporting/review"), "/reporting/review"), new Dictionary<string, string?>()));
        var (row, report) = (await scene.RowAsync(scene.Schools), await scene.ReportAsync(scene.Schools, February));
        Assert.Equal((CommitmentState.InProgress, 333), (row.State, row.Share!.Value));
        Assert.Equal((ReportState.Accepted, SmallDistrict.Today, false), (report.State, report.SignedOn!.Value, report.IsTyped));
        Assert.Equal(["1", "180"], report.Quantities.OrderBy(q => q.Id)
            .Select(q => q.Value.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture)));
        using var outsider = await app.AsAsync("steward");
        Assert.Contains("1所主体封顶", (await outsider.PageAsync($"/ledger/{scene.Schools.Id}")).QuerySelector("#reports")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("新建幼儿园 1/3所，33.3%", (await outsider.PageAsync(Page(scene.Schools, February))).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_beyond_the_limits_of_the_day_goes_on_with_its_reason_alone()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await InAsync(app);
        using var clerk = await app.AsAsync("clerk");
        var odd = Schooling("3", "5400");
        await RefusedAsync(await FillAsync(clerk, scene.Schools, February, odd), "REP029", HttpStatusCode.BadRequest);
        await DoneAsync(await FillAsync(clerk, scene.Schools, February, odd, submit: false));
        var list = await clerk.PageAsync("/reporting");
        Assert.Contains("是任务量 540个 的 1000%，超过150%（锚定通用界限）", list.QuerySelector(".report-list")!.TextContent, StringComparison.Ordinal);
        using (var coordinator = await app.AsAsync("coordinator"))
        {
            var page = await coordinator.PageAsync("/rules?kind=doubts");
            using var made = await coordinator.SubmitAsync((IHtmlFormElement)page.QuerySelector("form#new")!, new Dictionary<string, string?>
            {
                ["Values[overfill]"] = "1000",
                ["Values[jump]"] = "80",
                ["Name"] = "云泽界限",
                ["Source"] = "联席会议议定",
                ["ApprovedBy"] = "区委办公室",
                ["ApprovedOn"] = "2026-03-02",
                ["From"] = "2026-03-02",
            });
            Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        }

        // At the limit of the new edition nothing is asked any more; above it its name stands in the question.
        Assert.DoesNotContain("是任务量", (await clerk.PageAsync("/reporting")).QuerySelector(".report-list")!.TextContent, StringComparison.Ordinal);
        odd = Schooling("3", "5401");
        var asked = await FillAsync(clerk, scene.Schools, February, odd);
        var words = (await WebClient.ParseAsync(asked, HttpStatusCode.BadRequest)).QuerySelector(".errors")!.TextContent;
        Assert.Contains("超过1000%（云泽界限（第1版））", words, StringComparison.Ordinal);
        odd["Fields.FallReason"] = "含民办转公办学位";
        await DoneAsync(await FillAsync(clerk, scene.Schools, February, odd));
        Assert.Equal("含民办转公办学位", (await scene.ReportAsync(scene.Schools, February)).FallReason);
        using var head = await app.AsAsync("head");
        Assert.Contains("含民办转公办学位", (await head.PageAsync("/reporting/sign")).QuerySelector(".report-cards")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_period_of_last_year_says_its_year_wherever_it_waits()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await InAsync(app);
        await scene.PutAsync(scene.Estates, March, ReportState.SignedOff, 100);
        await scene.OnAsync(new DateOnly(2027, 1, 12));
        using var clerk = await app.AsAsync("clerk");
        var periods = (await clerk.PageAsync("/reporting")).QuerySelectorAll("td[data-label=期]").Select(t => t.TextContent.Trim()).ToList();
        Assert.NotEmpty(periods);
        Assert.All(periods, p => Assert.StartsWith("2026年", p, StringComparison.Ordinal));
        Assert.Contains("2026年2月填报", (await clerk.PageAsync(Page(scene.Schools, February))).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        using var coordinator = await app.AsAsync("coordinator");
        Assert.Contains("2026年3月", (await coordinator.PageAsync("/reporting/review")).QuerySelector("td[data-label=期]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_what_is_due_is_asked_for_overdue_first_and_returned_before_all()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await InAsync(app);
        using var clerk = await app.AsAsync("clerk");
        await scene.OnAsync(2, 27);
        Assert.Empty((await clerk.PageAsync("/reporting")).QuerySelectorAll("tbody tr"));
        await scene.OnAsync(4, 1);
        var returned = await scene.PutAsync(scene.Conduct, March, ReportState.Returned, 100);
        var rows = (await clerk.PageAsync("/reporting")).QuerySelectorAll(".report-list tbody tr")
            .Select(r => (Title: r.QuerySelector(".name a")!.TextContent.Split(' ')[0], State: r.QuerySelector(".mark")!.TextContent)).ToList();
        Assert.Equal([("3", "退回"), ("1", "逾期 27 天"), ("2", "逾期 27 天"), ("3", "逾期 27 天"), ("1", "未填"), ("2", "未填")], rows);
        var items = (await clerk.PageAsync("/today")).QuerySelectorAll(".waiting strong").Select(e => e.TextContent).ToList();
        Assert.Equal(["1 份填报被退回", "5 项待填"], items.Where(i => i.Contains('填', StringComparison.Ordinal)));
        using var early = await clerk.GetAsync(Page(scene.Schools, 2026040));
        Assert.Equal(HttpStatusCode.OK, early.StatusCode);
        await RefusedAsync(await FillAsync(clerk, scene.Schools, 2026040, Schooling()), "REP004", HttpStatusCode.NotFound);
        Assert.Equal(March, returned.Period);
    }

    [Fact]
    public async Task The_next_form_brings_the_last_figures_and_leaves_what_was_done_to_be_written()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await InAsync(app);
        using var clerk = await app.AsAsync("clerk");
        await DoneAsync(await FillAsync(clerk, scene.Schools, February, Schooling()));
        await DoneAsync(await FillAsync(clerk, scene.Campus, February, new Dictionary<string, string?>
        {
            ["Fields.Milestones[0].ReachedOn"] = "2026-02-20",
            ["Fields.Done"] = "已开工。",
            ["Fields.Office"] = "基建科",
            ["Fields.Handler"] = "陈工",
        }));
        Assert.Equal(166, (await scene.ReportAsync(scene.Campus, February)).Share);
        Assert.Equal(("基建科", "陈工"), ((await scene.RowAsync(scene.Campus)).Office, (await scene.RowAsync(scene.Campus)).Handler));
        await scene.OnAsync(4, 1);
        var page = await clerk.PageAsync(Page(scene.Schools, March));
        string Value(string name) => page.QuerySelector($"[name='Fields.{name}']") is AngleSharp.Html.Dom.IHtmlTextAreaElement area
            ? area.Value : page.QuerySelector($"[name='Fields.{name}']")!.GetAttribute("value")!;
        Assert.Equal(("1", "180", "用地手续慢", ""), (Value("Quantities[0].Value"), Value("Quantities[1].Value"), Value("Problems"), Value("Done")));
        Assert.Contains("1所主体封顶，2所完成招标。", page.QuerySelector("aside")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("2026-02-20", (await clerk.PageAsync(Page(scene.Campus, March)))
            .QuerySelector("[name='Fields.Milestones[0].ReachedOn']")!.GetAttribute("value"));
        await DoneAsync(await FillAsync(clerk, scene.Schools, March, Schooling("1", "180", "1所主体封顶，2所完成招标"), submit: false));
        Assert.Contains("与上一期写的基本一样", (await clerk.PageAsync(Page(scene.Schools, March))).Body!.TextContent, StringComparison.Ordinal);
        await DoneAsync(await FillAsync(clerk, scene.Schools, March, new Dictionary<string, string?>()));
    }

    [Fact]
    public async Task A_report_that_is_not_complete_stays_with_the_clerk_with_what_was_typed()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await InAsync(app);
        using var clerk = await app.AsAsync("clerk");
        await RefusedAsync(await FillAsync(clerk, scene.Schools, February, Schooling(done: "")), "REP009");
        using (var answer = await FillAsync(clerk, scene.Schools, February, Schooling(places: "")))
        {
            var page = await WebClient.ParseAsync(answer, HttpStatusCode.BadRequest);
            Assert.Contains("REP010", page.Body!.TextContent, StringComparison.Ordinal);
            Assert.Contains("1所主体封顶", page.QuerySelector("#Done")!.TextContent, StringComparison.Ordinal);
        }

        await RefusedAsync(await FillAsync(clerk, scene.Schools, February, Schooling("三所")), "REP007");
        await RefusedAsync(await FillAsync(clerk, scene.Schools, February, Schooling("-1")), "REP007");
        await RefusedAsync(await FillAsync(clerk, scene.Schools, February, Schooling(done: new string('好', 3001))), "REP005");
        await RefusedAsync(await FillAsync(clerk, scene.Campus, February,
            new Dictionary<string, string?> { ["Fields.Milestones[0].ReachedOn"] = "2026-03-02", ["Fields.Done"] = "开工" }), "REP008");
        await RefusedAsync(await FillAsync(clerk, scene.Conduct, February, new Dictionary<string, string?> { ["Fields.Done"] = "制定方案" }), "REP010");
        await using var db = app.Open();
        Assert.Empty(db.Reports);
    }

    [Fact]
    public async Task A_share_falls_only_with_a_reason_which_the_head_and_the_coordinator_read()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await InAsync(app);
        await scene.PutAsync(scene.Schools, February, ReportState.Accepted, 400);
        await scene.OnAsync(4, 1);
        using var clerk = await app.AsAsync("clerk");
        await RefusedAsync(await FillAsync(clerk, scene.Schools, March, Schooling()), "REP006");
        await DoneAsync(await FillAsync(clerk, scene.Schools, March, new Dictionary<string, string?>(Schooling()) { ["Fields.FallReason"] = "一所重新选址" }));
        using var head = await app.AsAsync("head");
        Assert.Contains("一所重新选址", (await head.PageAsync("/reporting/sign")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_late_report_of_an_earlier_month_does_not_take_the_share_back()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await InAsync(app);
        await scene.OnAsync(4, 1);
        using var coordinator = await app.AsAsync("coordinator");
        await scene.PutAsync(scene.Schools, March, ReportState.SignedOff, 500);
        await DoneAsync(await coordinator.SubmitAsync(
            Form(await coordinator.PageAsync("/reporting/review"), "/reporting/review"), new Dictionary<string, string?>()));
        await scene.PutAsync(scene.Schools, February, ReportState.SignedOff, 300);
        await DoneAsync(await coordinator.SubmitAsync(
            Form(await coordinator.PageAsync("/reporting/review"), "/reporting/review"), new Dictionary<string, string?>()));
        Assert.Equal(500, (await scene.RowAsync(scene.Schools)).Share);
    }

    [Fact]
    public async Task The_form_of_two_people_keeps_what_both_wrote()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await InAsync(app);
        using var clerk = await app.AsAsync("clerk");
        using var head = await app.AsAsync("head");
        var old = Form(await head.PageAsync(Page(scene.Schools, February)), Page(scene.Schools, February));
        await DoneAsync(await FillAsync(clerk, scene.Schools, February, Schooling(), submit: false));
        using var answer = await head.SubmitAsync(old, Schooling(done: "局长自己写的"));
        var page = await WebClient.ParseAsync(answer, HttpStatusCode.Conflict);
        Assert.Contains("SYS001", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1所主体封顶", page.QuerySelector(".notice-info")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("局长自己写的", page.QuerySelector("#Done")!.TextContent);
        await DoneAsync(await head.SubmitAsync(Form(page, Page(scene.Schools, February)), new Dictionary<string, string?> { ["RequestKey"] = "another" }));
        Assert.Equal("局长自己写的", (await scene.ReportAsync(scene.Schools, February)).Done);
    }

    /// <summary>今日 says so, and the page that it leads to shows as many.</summary>
    private static async Task WaitsAsync(WebClient web, string title, string href)
    {
        var item = (await web.PageAsync("/today")).QuerySelectorAll(".waiting li").Single(e => e.QuerySelector("strong")!.TextContent == title);
        Assert.Equal(href, item.QuerySelector("a")!.GetAttribute("href"));
        var page = await web.PageAsync(href);
        Assert.EndsWith($" {title.Split(' ')[0]} {(href == "/reporting" ? "项" : "份")}", page.QuerySelector(".subtitle")!.TextContent, StringComparison.Ordinal);
    }
}
