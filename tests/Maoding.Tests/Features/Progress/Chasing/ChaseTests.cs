using System.Net;
using Maoding.Domain.Ledger;
using Maoding.Domain.Progress;
using Maoding.Tests.WholeWay;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Features.Progress.Chasing;

public sealed class ChaseTests
{
    /// <summary>Two days after the reports of March were due.</summary>
    private static readonly DateOnly _april = new(2026, 4, 9);

    private static async Task<YearDistrict> SceneAsync(TestApp app)
    {
        var year = await YearDistrict.InAsync(app, _april);
        var (education, housing) = (year.District.Education, year.District.Housing);
        await year.AddAsync("1", "新建幼儿园", CommitmentState.InProgress, education);
        await year.AddAsync("2", "新建小学", CommitmentState.Issued, education, r => r.Rhythm = Rhythm.TenDays);
        await year.AddAsync("3", "培训教师", CommitmentState.InProgress, education, r => r.Rhythm = Rhythm.Quarter);
        await year.AddAsync("4", "已经销号", CommitmentState.Done, education);
        await year.AddAsync("5", "改造小区", CommitmentState.InProgress, housing);
        await year.AddAsync("6", "整治道路", CommitmentState.CompletionApplied, housing);
        await using var db = app.Open();
        foreach (var (row, period, state) in ((string, int, ReportState)[])[("1", 2026030, ReportState.Returned), ("2", 2026031, ReportState.Accepted), ("3",
            2026030, ReportState.SignedOff), ("5", 2026030, ReportState.Submitted), ("6", 2026030, ReportState.Accepted), ("1", 2026020, ReportState.Accepted)])
            db.Add(new ProgressReport { CommitmentId = year.Rows[row].Id, Period = period, State = state });
        await TestApp.SaveAsync(db);
        return year;
    }

    [Fact]
    public async Task Units_that_owe_reports_are_listed_with_whom_to_call_and_what_to_say()
    {
        await using var app = await TestApp.StartAsync();
        await SceneAsync(app);
        using var coordinator = await app.AsAsync("coordinator");
        var today = (await coordinator.PageAsync("/today")).Body!.TextContent;
        Assert.Contains("1 个单位3月进展逾期未报", today, StringComparison.Ordinal);
        // What older months owe is not forgotten with them.
        Assert.Contains("2 个单位以前月份的进展仍未报", today, StringComparison.Ordinal);
        var page = await coordinator.PageAsync("/chasing");
        var unit = Assert.Single(page.QuerySelectorAll(".cha-unit"));
        Assert.Contains("区教育局", unit.QuerySelector("h2")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("3 份，其中逾期 3 份", unit.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("李娟", unit.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("【进展填报】区教育局：贵单位3月进展尚有3份未报（第1、2项），最早应于3月25日前报送，已逾期15天，请于今日报送。由联络员填写、负责人签发，有困难请及时说明。联系人：陈敏 0871-65550000。",
            unit.QuerySelector("textarea[readonly]")!.TextContent);
        var february = await coordinator.PageAsync("/chasing?month=202602");
        Assert.Contains("5份未报", february.QuerySelector(".toolbar")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_is_recorded_once_and_shown_the_next_time()
    {
        await using var app = await TestApp.StartAsync();
        await SceneAsync(app);
        using var coordinator = await app.AsAsync("coordinator");
        var form = YearDistrict.Form(await coordinator.PageAsync("/chasing"), ".cha-call");
        await using var db = app.Open();
        var clerk = await db.Persons.Where(p => p.Name == "李娟").Select(p => p.Id).SingleAsync(TestContext.Current.CancellationToken);
        var fields = new Dictionary<string, string?> { ["PersonId"] = YearDistrict.Text(clerk), ["Note"] = "明天上午报" };
        foreach (var _ in (int[])[1, 2])
        {
            using var answer = await coordinator.SubmitAsync(form, fields);
            Assert.Equal((HttpStatusCode.Redirect, "/chasing?month=202603"), (answer.StatusCode, answer.Headers.Location!.ToString()));
        }

        var call = Assert.Single(db.ChaseCalls);
        Assert.Equal((202603, 3, _april, "明天上午报"), (call.Month, call.Missing, call.CalledOn, call.Note));
        Assert.Contains("4月9日，陈敏，与李娟通话，当时未报 3 份。明天上午报", (await coordinator.PageAsync("/chasing"))
            .QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_units_have_one_message_each_leader_one_and_one_press_records_all_that_are_shown()
    {
        await using var app = await TestApp.StartAsync();
        var year = await SceneAsync(app);
        using var coordinator = await app.AsAsync("coordinator");
        var february = await coordinator.PageAsync("/chasing?month=202602");
        Assert.Equal("【进展填报】2月进展尚有2家单位5份未报：\n1. 区教育局3份（第2项），最早应于2月24日前报送，已逾期44天，请于今日报送；\n"
            + "2. 区住建局2份（第5、6项），最早应于3月5日前报送，已逾期35天，请于今日报送。\n由联络员填写、负责人签发，有困难请及时说明。联系人：陈敏 0871-65550000。",
            february.QuerySelector("#all textarea[readonly]")!.TextContent);
        var byLeader = await coordinator.PageAsync("/chasing?month=202602&by=leader");
        var leader = Assert.Single(byLeader.QuerySelectorAll(".cha-leader"));
        Assert.Empty(byLeader.QuerySelectorAll(".cha-unit"));
        Assert.StartsWith("王立军同志：您好！您牵头的任务中，2月进展尚有2家单位5份未报：\n1. 区教育局3份",
            leader.QuerySelector("textarea[readonly]")!.TextContent, StringComparison.Ordinal);
        foreach (var _ in (int[])[1, 2])
        {
            using var answer = await coordinator.SubmitAsync(YearDistrict.Form(february, "#all form"), new Dictionary<string, string?> { ["Note"] = "发群" });
            Assert.Equal((HttpStatusCode.Redirect, "/chasing?month=202602"), (answer.StatusCode, answer.Headers.Location!.ToString()));
        }

        await using var db = app.Open();
        Assert.Equal([(year.District.Education.Id, 3), (year.District.Housing.Id, 2)],
            [.. db.ChaseCalls.AsNoTracking().ToList().OrderBy(c => c.Id).Select(c => (c.UnitId, c.Missing))]);
        Assert.Equal(2, await db.AuditEntries.CountAsync(e => e.Action == "成批催办", TestContext.Current.CancellationToken));
        Assert.All((await coordinator.PageAsync("/chasing?month=202602")).QuerySelectorAll(".facts"),
            f => Assert.Contains("4月9日，陈敏", f.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_those_shown_units_that_reported_meanwhile_are_not_recorded_and_none_left_is_refused()
    {
        await using var app = await TestApp.StartAsync();
        var year = await SceneAsync(app);
        using var coordinator = await app.AsAsync("coordinator");
        var form = YearDistrict.Form(await coordinator.PageAsync("/chasing?month=202602"), "#all form");
        await using var db = app.Open();
        foreach (var row in (string[])["5", "6"])
            db.Add(new ProgressReport { CommitmentId = year.Rows[row].Id, Period = 2026020, State = ReportState.Submitted });
        await TestApp.SaveAsync(db);
        using (var answer = await coordinator.SubmitAsync(form, new Dictionary<string, string?>()))
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(year.District.Education.Id, Assert.Single(db.ChaseCalls).UnitId);
        foreach (var period in (int[])[2026021, 2026022, 2026023])
            db.Add(new ProgressReport { CommitmentId = year.Rows["2"].Id, Period = period, State = ReportState.Submitted });
        await TestApp.SaveAsync(db);
        var again = YearDistrict.Form(await coordinator.PageAsync("/chasing"), "#all form");
        again.SetAttribute("action", "/chasing?month=202602&handler=All");
        using var refused = await coordinator.SubmitAsync(again, new Dictionary<string, string?>());
        Assert.Contains("CHA001",
            (await WebClient.ParseAsync(refused, HttpStatusCode.Conflict)).QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UnitId", "2", HttpStatusCode.Conflict, "CHA001")]
    [InlineData("PersonId", "1", HttpStatusCode.BadRequest, "CHA003")]
    [InlineData("Note", "long", HttpStatusCode.BadRequest, "CHA002")]
    public async Task A_call_that_cannot_be_is_refused(string field, string value, HttpStatusCode status, string code)
    {
        await using var app = await TestApp.StartAsync();
        await SceneAsync(app);
        using var coordinator = await app.AsAsync("coordinator");
        var form = YearDistrict.Form(await coordinator.PageAsync("/chasing"), ".cha-call");
        using var answer = await coordinator.SubmitAsync(form, new Dictionary<string, string?> { [field] = value == "long" ? new string('催', 501) : value });
        Assert.Contains(code, (await WebClient.ParseAsync(answer, status)).QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        await using var db = app.Open();
        Assert.Empty(db.ChaseCalls);
    }
}
