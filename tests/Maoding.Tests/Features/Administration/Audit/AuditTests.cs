using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Ledger;
using Maoding.Features.Administration.Audit;
using Maoding.Storage.Auditing;
using Maoding.TestKit;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Features.Administration.Audit;

public sealed class AuditTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_inspector_finds_entries_by_person_row_action_words_and_day(bool postgres)
    {
        await using var app = await TestApp.StartAsync(postgres ? await MigratedDatabase.OnPostgresAsync() : null);
        await ChangeAsync(app);
        using var inspector = await app.AsAsync("inspector");
        async Task<string[]> Actions(string query) =>
            [.. Rows(await inspector.PageAsync($"/audit{query}")).Select(r => r.QuerySelector("td.name")!.TextContent)];

        Assert.Equal(["修改任务", "新增任务"], (await Actions(""))[..2]);
        Assert.Equal(["修改任务"], await Actions("?person=陈敏"));
        Assert.Empty(await Actions("?person=陈敏甲"));
        Assert.Equal(["修改任务", "新增任务"], await Actions("?row=31"));
        Assert.Equal(["新增任务"], await Actions("?action=新增"));
        Assert.Equal(["修改任务"], await Actions("?words=改造15个"));
        Assert.Equal(["修改任务", "新增任务"], await Actions("?subject=Commitment"));
        var today = DateOnly.FromDateTime(DateTime.UtcNow.AddHours(8)).ToString("yyyy-MM-dd");
        Assert.NotEmpty(await Actions($"?from={today}&to={today}"));
        Assert.Empty(await Actions("?to=2020-01-01"));
        Assert.Empty(await Actions("?from=2999-01-01"));
        Assert.Equal(["修改任务"], await Actions("?person=&action=&subject=&row=31&from=&to=&words=会议"));
    }

    [Fact]
    public async Task Entries_name_rows_by_number_and_title_and_an_export_is_whole_or_refused()
    {
        await using var app = await TestApp.StartAsync();
        await ChangeAsync(app);
        using var inspector = await app.AsAsync("inspector");
        Assert.Equal("任务 31 老旧小区改造15个", Rows(await inspector.PageAsync("/audit?row=31"))[0].QuerySelector("td[data-label=对象]")!.TextContent);
        await using (var db = app.Open())
        {
            db.AuditEntries.AddRange(Enumerable.Range(0, AuditService.MostExported).Select(i => new AuditEntry
            {
                Sequence = 1_000_000 + i,
                At = DateTime.UtcNow,
                AccountId = 0,
                Actor = "测试",
                Action = "登录",
                Subject = "Account",
                SubjectId = 0,
                Why = "",
                PreviousHash = $"p{i}",
                Text = """{"before":{},"after":{}}""",
                Hash = $"h{i}",
            }));
            await db.SaveChangesAsync();
        }

        using var cut = await inspector.GetAsync("/audit/export.csv");
        Assert.Contains("LIS001", (await WebClient.ParseAsync(cut, HttpStatusCode.BadRequest)).Body!.TextContent, StringComparison.Ordinal);
        using var whole = await inspector.GetAsync("/audit/export.csv?row=31");
        Assert.Contains("任务 31 老旧小区改造15个", await whole.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_says_in_words_what_it_was_before_and_after()
    {
        await using var app = await TestApp.StartAsync();
        await ChangeAsync(app);
        using var inspector = await app.AsAsync("inspector");
        var list = await inspector.PageAsync("/audit?action=修改任务");
        var page = await inspector.PageAsync(Rows(list)[0].QuerySelector("a")!.GetAttribute("href")!);
        var changes = Rows(page).Select(r => r.Children.Select(c => c.TextContent).ToArray()).ToDictionary(c => c[0], c => (c[1], c[2]));
        Assert.Equal(("老旧小区改造12个", "老旧小区改造15个"), changes["任务内容"]);
        Assert.Equal(("区住建局", "区教育局"), changes["牵头单位"]);
        Assert.Equal(("2026年12月31日", "2026年11月30日"), changes["完成时限"]);
        Assert.Equal(("草稿", "征求意见"), changes["状态"]);
        Assert.Equal(("单位 区财政局，次序 1", ""), changes["配合单位"]);
        await using var db = app.Open();
        var entry = await db.AuditEntries.OrderByDescending(e => e.Sequence).FirstAsync(e => e.Action == "修改任务");
        Assert.Contains(entry.Hash, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("会议要求", page.Body.TextContent, StringComparison.Ordinal);
        await inspector.PageAsync("/audit/999999", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Pages_follow_each_other_without_losing_or_repeating_an_entry()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        for (var i = 0; i < 2 * AuditService.PageSize; i++) await NoteAsync(app, $"动作{i}");
        using var inspector = await app.AsAsync("inspector");
        var seen = new List<long>();
        for (string? next = "/audit"; next is not null;)
        {
            var page = await inspector.PageAsync(next);
            seen.AddRange(Rows(page).Select(r => long.Parse(r.Children[0].TextContent)));
            next = page.QuerySelector(".pager a[rel=next]")?.GetAttribute("href");
        }

        await using var db = app.Open();
        Assert.Equal(await db.AuditEntries.OrderByDescending(e => e.Sequence).Select(e => e.Sequence).ToListAsync(), seen);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task What_was_found_is_exported_and_the_export_is_an_entry(string kind)
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        await NoteAsync(app, "=HYPERLINK(\"x\")");
        using var inspector = await app.AsAsync("inspector");
        using var answer = await inspector.GetAsync($"/audit/export.{kind}?action=HYPERLINK");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        if (kind == "csv") Assert.Contains("\"'=HYPERLINK(\"\"x\"\")\"", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        else Assert.Equal("PK"u8.ToArray(), bytes[..2]);
        await using var db = app.Open();
        var last = await db.AuditEntries.OrderByDescending(e => e.Sequence).FirstAsync();
        Assert.Equal(("导出审计记录", "共 1 条", "郑直（区纪委监委监督员）"), (last.Action, last.Why, last.Actor));
        using var coordinator = await app.AsAsync("coordinator");
        using var refused = await coordinator.GetAsync($"/audit/export.{kind}");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    /// <summary>The coordinator changes a row of the ledger for a reason.</summary>
    internal static async Task ChangeAsync(TestApp app)
    {
        var district = await SmallDistrict.InAsync(app);
        await using var db = app.Open();
        var row = district.Row("31", "老旧小区改造12个", CommitmentState.Draft, district.Housing, district.Finance);
        db.Commitments.Add(row);
        await TestApp.SaveAsync(db, "新增任务");
        (row.Title, row.LeadUnitId, row.Due, row.State) = ("老旧小区改造15个", district.Education.Id, new DateOnly(2026, 11, 30), CommitmentState.Consulting);
        row.CoUnits.Clear();
        await new AuditedSave(db, TimeProvider.System).SaveAsync(await CoordinatorAsync(app), "修改任务", "会议要求");
    }

    private static async Task<Actor> CoordinatorAsync(TestApp app)
    {
        using var caller = new HandlerCaller(app);
        return await caller.ActorAsync("coordinator");
    }

    private static async Task NoteAsync(TestApp app, string action)
    {
        await using var db = app.Open();
        await new AuditedSave(db, TimeProvider.System).NoteAsync(Actor.System, action, "Region", 1);
    }

    private static List<IElement> Rows(IHtmlDocument page) => [.. page.QuerySelectorAll("table.list tbody tr")];
}
