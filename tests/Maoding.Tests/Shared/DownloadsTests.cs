using Maoding.Domain;
using Maoding.Domain.Audit;
using Maoding.Domain.Issuing;
using Maoding.Domain.Problems;
using Maoding.Shared;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Maoding.Tests.Shared;

public sealed class DownloadsTests
{
    [Fact]
    public void More_rows_than_a_file_takes_are_refused_with_the_way_to_fewer()
    {
        Downloads.Demand(Downloads.MostRows, "个项目", "选一种阶段");
        var refusal = Assert.Throws<RefusalException>(() => Downloads.Demand(Downloads.MostRows + 1, "个项目", "选一种阶段"));
        Assert.Equal(("LIS001", RefusalKind.TooLarge), (refusal.Code, refusal.Kind));
        Assert.Equal("一次最多导出 5000 个项目，现在的条件下不止这些。请选一种阶段，分几次导出。", refusal.Message);
        Assert.Equal("PRB020", Assert.Throws<RefusalException>(() => Downloads.Demand(11, "个问题", "缩小范围", "PRB020", 10)).Code);
    }

    [Fact]
    public async Task Minutes_and_receipts_leave_with_an_entry_that_says_what_was_taken_out_by_whom()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        var meeting = new SiteMeeting { HeldOn = SmallDistrict.Today, LeaderPostId = district.Leader.Id, Place = "工地" };
        await using (var db = app.Open())
        {
            db.SiteMeetings.Add(meeting);
            db.Issues.Add(new Issue { PlanId = district.Plan.Id, Batch = 1, DocumentNumber = "云办发〔2026〕1号", IssuedOn = SmallDistrict.Today });
            await TestApp.SaveAsync(db, "准备");
        }

        using var coordinator = await app.AsAsync("coordinator");
        Assert.Equal(("下载会议纪要", "SiteMeeting", meeting.Id), await TakenAsync(app, coordinator, $"/site-meetings/{meeting.Id}/minutes"));
        var (action, subject, _) = await TakenAsync(app, coordinator, "/issuing/1/receipts.xlsx");
        Assert.Equal(("导出签收情况", "Issue"), (action, subject));
    }

    private static async Task<(string Action, string Subject, int Id)> TakenAsync(TestApp app, WebClient client, string address)
    {
        using var answer = await client.GetAsync(address);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        await using var db = app.Open();
        AuditEntry entry = await db.AuditEntries.AsNoTracking().OrderByDescending(e => e.Sequence).FirstAsync();
        Assert.StartsWith("陈敏", entry.Actor, StringComparison.Ordinal);
        return (entry.Action, entry.Subject, entry.SubjectId);
    }
}
