using System.Net;
using Maoding.Domain.Issuing;
using Maoding.Domain.Ledger;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Maoding.Tests.Features.Planning.Ledger;

public sealed class RowPageTests
{
    [Fact]
    public async Task A_row_shows_its_words_in_their_place_its_owners_its_plan_and_its_changes()
    {
        await using var app = await TestApp.StartAsync();
        var row = await FullRowAsync(app);
        using var web = await app.AsAsync("coordinator");
        var page = await web.PageAsync($"/ledger/{row.Id}");
        var place = page.QuerySelector("blockquote")!;
        Assert.Equal(row.Quotes[0].Text, place.QuerySelector(".quote-mark")!.TextContent);
        Assert.Contains("新建公办幼儿园3所，年底前投用。", place.TextContent, StringComparison.Ordinal);
        var facts = page.QuerySelector("dl.facts")!.TextContent;
        Assert.Contains("王立军（区委常委、常务副区长）", facts, StringComparison.Ordinal);
        Assert.Contains("云泽区住房和城乡建设局", facts, StringComparison.Ordinal);
        Assert.Contains("年底前", facts, StringComparison.Ordinal);
        Assert.Equal(12, page.QuerySelectorAll("svg.plan-curve circle").Length);
        Assert.Contains("云办发〔2026〕3号", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("常委会会议纪要6号", page.QuerySelector("#amendments")!.TextContent, StringComparison.Ordinal);
        var changes = page.QuerySelector("#changes")!.TextContent;
        Assert.Contains("老旧小区改造12个", changes, StringComparison.Ordinal);
        Assert.Contains("老旧小区改造15个", changes, StringComparison.Ordinal);
        Assert.Contains("区财政局", changes, StringComparison.Ordinal);
        Assert.DoesNotContain("LeadUnitId", changes, StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll(".actions a"), a => a.GetAttribute("href") == $"/ledger/{row.Id}/amending");
    }

    [Fact]
    public async Task Those_who_only_read_see_the_issued_row_without_its_workings()
    {
        await using var app = await TestApp.StartAsync();
        var row = await FullRowAsync(app);
        using var web = await app.AsAsync("steward");
        var page = await web.PageAsync($"/ledger/{row.Id}");
        Assert.NotNull(page.QuerySelector("blockquote"));
        Assert.Null(page.QuerySelector("#changes"));
        Assert.Null(page.QuerySelector("#files"));
        Assert.DoesNotContain(page.QuerySelectorAll(".actions a"), a => a.GetAttribute("href")!.EndsWith("amend", StringComparison.Ordinal));
        await web.PageAsync($"/ledger/{row.Id}/files", HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("clerk2", HttpStatusCode.OK)]
    [InlineData("clerk", HttpStatusCode.Forbidden)]
    [InlineData("leader2", HttpStatusCode.Forbidden)]
    [InlineData("inspector", HttpStatusCode.OK)]
    public async Task A_row_under_consultation_opens_for_those_it_was_sent_to(string account, HttpStatusCode expected)
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        await using var db = app.Open();
        var row = district.Row("1", "修路", CommitmentState.Consulting, district.Finance, district.Housing);
        db.Add(row);
        await TestApp.SaveAsync(db);
        using var web = await app.AsAsync(account);
        await web.PageAsync($"/ledger/{row.Id}", expected);
    }

    [Fact]
    public async Task Changes_come_in_pages()
    {
        await using var app = await TestApp.StartAsync();
        var row = await FullRowAsync(app);
        for (var i = 0; i < 25; i++)
        {
            await using var db = app.Open();
            (await db.Commitments.SingleAsync(c => c.Id == row.Id)).Title = $"第{i}次改";
            await TestApp.SaveAsync(db);
        }

        using var web = await app.AsAsync("coordinator");
        var page = await web.PageAsync($"/ledger/{row.Id}");
        Assert.Equal(20, page.QuerySelectorAll("#changes tbody tr").Length);
        page = await web.PageAsync(page.QuerySelectorAll("#changes a").Single(a => a.TextContent == "更早的变动").GetAttribute("href")!);
        Assert.Equal(7, page.QuerySelectorAll("#changes tbody tr").Length);
    }

    [Fact]
    public async Task Leaves_that_were_taken_back_are_no_longer_told_as_parts()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        await using var db = app.Open();
        var row = district.Row("1", "修路", CommitmentState.Draft, district.Housing);
        db.Add(row);
        await TestApp.SaveAsync(db);
        foreach (var (state, title) in ((CommitmentState, string)[])[(CommitmentState.Merged, "取消了的"),
            (CommitmentState.Dropped, "不列入的"), (CommitmentState.Proposed, "待确认的"), (CommitmentState.Draft, "东段")])
        {
            var leaf = district.Row("1", title, state, district.Housing);
            (leaf.Number, leaf.ParentId) = ("", row.Id);
            db.Add(leaf);
        }

        await TestApp.SaveAsync(db);
        using var web = await app.AsAsync("coordinator");
        var page = await web.PageAsync($"/ledger/{row.Id}");
        Assert.Equal(["东段"], page.QuerySelectorAll("table.ledger .name a").Select(a => a.TextContent));
    }

    [Fact]
    public async Task A_quote_stands_in_its_place_behind_signs_that_databases_count_differently()
    {
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        await using var db = app.Open();
        var text = string.Concat(Enumerable.Repeat("𠮷", 200)) + "\n新建公办幼儿园3所，年底前投用。\n后面一段。";
        (await db.Documents.SingleAsync()).Text = text;
        var row = district.Row("1", "新建公办幼儿园3所", CommitmentState.Issued, district.Education);
        row.Quotes = [new Quote
        {
            DocumentId = district.Document.Id,
            Start = text.IndexOf('新', StringComparison.Ordinal),
            Length = 9,
            Sentence = 1,
            Text = "新建公办幼儿园3所",
        }];
        db.Add(row);
        await TestApp.SaveAsync(db);
        using var web = await app.AsAsync("coordinator");
        var place = (await web.PageAsync($"/ledger/{row.Id}")).QuerySelector("blockquote")!;
        Assert.Equal("新建公办幼儿园3所", place.QuerySelector(".quote-mark")!.TextContent);
        Assert.Contains("新建公办幼儿园3所，年底前投用。", place.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("后面一段", place.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_is_not_there_is_not_found()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        await web.PageAsync("/ledger/777", HttpStatusCode.NotFound);
    }

    internal static async Task<Commitment> FullRowAsync(TestApp app)
    {
        var district = await SmallDistrict.InAsync(app);
        await using var db = app.Open();
        var issue = new Issue { PlanId = district.Plan.Id, Batch = 1, DocumentNumber = "云办发〔2026〕3号", IssuedOn = new DateOnly(2026, 2, 1) };
        db.Add(issue);
        await TestApp.SaveAsync(db);
        var row = district.Row("1", "老旧小区改造12个", CommitmentState.Issued, district.Housing, district.Finance, district.Education);
        (row.IssueId, row.DueWords, row.MonthlyPlan, row.Measures) = (issue.Id, "年底前", "0,50,100,200,300,400,500,600,700,800,900,1000", "先改水电\n再改外立面");
        row.Quantities.Add(new Quantity { Name = "小区", Value = 12, Unit = "个" });
        row.Milestones.Add(new Milestone { Name = "全面开工", Due = new DateOnly(2026, 6, 30) });
        row.Milestones.Add(new Milestone { Name = "竣工验收", Due = new DateOnly(2026, 12, 31) });
        db.Add(row);
        await TestApp.SaveAsync(db, "采纳任务");
        row.Title = "老旧小区改造15个";
        row.CoUnits.RemoveAll(u => u.UnitId == district.Finance.Id);
        db.Add(new Amendment
        {
            CommitmentId = row.Id,
            Changes = "任务内容\t老旧小区改造12个\t老旧小区改造15个",
            Reason = "上级追加3个",
            Decision = "常委会会议纪要6号",
            DecidedOn = new DateOnly(2026, 2, 20),
        });
        await TestApp.SaveAsync(db, "调整任务");
        return row;
    }
}
