using System.Net;
using Maoding.Domain.Issuing;
using Maoding.Domain.Ledger;
using Maoding.Domain.Progress;
using Maoding.Domain.Settling;
using Maoding.Tests.Hosting;
using Xunit;

namespace Maoding.Tests.Features.Progress.Burden;

public sealed class BurdenTests
{
    [Fact]
    public async Task The_table_counts_what_was_asked_of_each_unit_and_how_long_it_took()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        await FillAsync(app, district);
        using var web = await app.AsAsync("coordinator");
        var page = await web.PageAsync("/burden?month=202603");
        Assert.Equal("区教育局 6 3 1 1 1 1 3 2/2", Line(page, "区教育局"));
        Assert.Equal("区住建局 1 1 1", Line(page, "区住建局"));
        Assert.Contains("共向 2 个单位提出 7 件要求，上月 4 件；已办结的平均 3 天", page.QuerySelector("#summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_units_line_opens_to_its_parts_and_says_what_need_not_be_typed()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        await FillAsync(app, district);
        using var web = await app.AsAsync("clerk");
        var page = await web.PageAsync($"/burden/{district.Education.Id}?month=202603");
        Assert.Contains("2 份填报里，2 份已由上期内容带出", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 份的进度是手填的", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains("调度会", Line(page, "议定事项"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_sees_what_it_was_asked_for_itself()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        await FillAsync(app, district);
        using var web = await app.AsAsync("clerk2");
        var page = await web.PageAsync("/burden?month=202603");
        Assert.Equal(["区住建局"], page.QuerySelectorAll("tbody td.name").Select(c => c.TextContent.Trim()));
        using var other = await web.GetAsync($"/burden/{district.Education.Id}");
        Assert.Equal(HttpStatusCode.Forbidden, other.StatusCode);
    }

    private static string Line(AngleSharp.Html.Dom.IHtmlDocument page, string first) =>
        string.Join(' ', page.QuerySelectorAll("tbody tr").Single(r => r.Children[0].TextContent.Trim() == first).Children
            .Select(c => c.TextContent.Trim()).Where(t => t.Length > 0));

    /// <summary>
    /// Education: two reports of February (one signed after 2 days and returned once, one after 4), one that
    /// nobody began, a meeting's step closed after 3 days, a call. Housing: one that nobody began.
    /// </summary>
    private static async Task FillAsync(TestApp app, SmallDistrict district)
    {
        await using var db = app.Open();
        var issue = new Issue { PlanId = district.Plan.Id, Batch = 1, DocumentNumber = "云办发〔2026〕1号", IssuedOn = new DateOnly(2026, 2, 3) };
        db.Add(issue);
        await TestApp.SaveAsync(db);
        List<Commitment> rows =
            [.. Enumerable.Range(1, 4).Select(i => district.Row($"{i}", $"任务{i}", CommitmentState.InProgress, i == 4 ? district.Housing : district.Education))];
        rows.ForEach(r => r.IssueId = issue.Id);
        db.AddRange(rows);
        var meeting = new Stocktake { PlanId = district.Plan.Id, HeldOn = new DateOnly(2026, 3, 2) };
        db.Add(meeting);
        await TestApp.SaveAsync(db);
        for (var i = 0; i < 2; i++)
        {
            db.Reports.Add(
                new ProgressReport { CommitmentId = rows[i].Id, Period = 2026010, State = ReportState.Accepted, SignedOn = new DateOnly(2026, 1, 31) });
            db.Reports.Add(new ProgressReport
            {
                CommitmentId = rows[i].Id,
                Period = 2026020,
                State = ReportState.SignedOff,
                SignedOn = new DateOnly(2026, 3, i == 0 ? 3 : 5),
                Returns = 1 - i,
                IsTyped = i == 1,
            });
        }

        db.NextSteps.Add(new NextStep
        {
            StocktakeId = meeting.Id,
            Text = "现场协调",
            UnitId = district.Education.Id,
            Due = new DateOnly(2026, 3, 9),
            DoneOn = new DateOnly(2026, 3, 5),
        });
        db.ChaseCalls.Add(new ChaseCall { UnitId = district.Education.Id, Month = 202602, CalledOn = new DateOnly(2026, 3, 6), Missing = 1 });
        await TestApp.SaveAsync(db);
    }
}
