using System.Net;
using Maoding.Domain.Ledger;
using Maoding.Domain.Settling;
using Maoding.Tests.WholeWay;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Features.Progress.Settling;

public sealed class SettleTests
{
    private static readonly DateOnly _december = new(2026, 12, 20);

    private static async Task<YearDistrict> SceneAsync(TestApp app, DateOnly today)
    {
        var year = await YearDistrict.InAsync(app, today);
        await year.AddAsync("1", "老旧小区改造12个", CommitmentState.Done, year.District.Housing, r => r.Quotes = [Said(year, "全面完成老旧小区改造12个。")]);
        await year.AddAsync("2", "新建公办幼儿园3所", CommitmentState.InProgress, year.District.Education, r => r.Quotes = [Said(year, "新建公办幼儿园3所，年底前投用。")]);
        await year.AddAsync("3", "整治农贸市场", CommitmentState.Stopped, year.District.Housing, r => (r.Reason, r.Quotes) = ("用地调整", []));
        await year.AddAsync("4", "培训教师300名", CommitmentState.InProgress, year.District.Education, r => r.Quotes = []);
        return year;
    }

    private static Quote Said(YearDistrict year, string words) =>
        new()
        {
            DocumentId = year.District.Document.Id,
            Start = SmallDistrict.Text.IndexOf(words, StringComparison.Ordinal),
            Length = words.Length,
            Sentence = 2,
            Text = words,
        };

    [Fact]
    public async Task Every_row_is_done_carried_or_answered_for_and_then_the_plan_closes()
    {
        await using var app = await TestApp.StartAsync();
        var year = await SceneAsync(app, _december);
        using var coordinator = await app.AsAsync("coordinator");
        using var clerk = await app.AsAsync("clerk");
        var late = YearDistrict.Form(await clerk.PageAsync($"/completing/{year.Rows["4"].Id}"), "form[action*=Apply]");
        await SendAsync(coordinator, "form[action*=Plain]", null);
        var page = await coordinator.PageAsync("/settling");
        Assert.Equal(["2 新建公办幼儿园3所", "4 培训教师300名"], page.QuerySelectorAll(".set-row h3").Select(h => h.TextContent));
        Assert.Null(page.QuerySelector("form[action*=Close]"));
        await SendAsync(coordinator, $"#row-{year.Rows["2"].Id} form", "How=Carried", ("Words", "第三所用地手续未办完，明年6月投用"));
        Assert.Contains("还有 1 项没有交账", (await coordinator.PageAsync("/settling")).QuerySelector(".subtitle")!.TextContent, StringComparison.Ordinal);
        await SendAsync(coordinator, $"#row-{year.Rows["4"].Id} form", "How=Answered", ("Words", "经费压减，培训280名"));
        using var refused = await clerk.SubmitAsync(late, new Dictionary<string, string?> { ["Evidence"] = "验收单齐全" });
        Assert.Contains("已经年底交账", (await WebClient.ParseAsync(refused, System.Net.HttpStatusCode.Conflict)).Body!.TextContent, StringComparison.Ordinal);
        await SendAsync(coordinator, "form[action*=Close]", null);

        await using var db = app.Open();
        Assert.Equal(PlanState.Closed, (await db.Plans.SingleAsync(p => p.Year == 2026, TestContext.Current.CancellationToken)).State);
        Assert.Equal([SettlementKind.Done, SettlementKind.Carried, SettlementKind.Answered, SettlementKind.Answered],
            await db.Settlements.OrderBy(s => s.CommitmentId).Select(s => s.Kind).ToListAsync(TestContext.Current.CancellationToken));
        var next = await db.Commitments.Include(c => c.Quotes).SingleAsync(c => c.CarriedFromId == year.Rows["2"].Id, TestContext.Current.CancellationToken);
        Assert.Equal((CommitmentState.Draft, "新建公办幼儿园3所", DueKind.None, 1), (next.State, next.Title, next.DueKind, next.Quotes.Count));
        Assert.Equal(2027, (await db.Plans.SingleAsync(p => p.Id == next.PlanId, TestContext.Current.CancellationToken)).Year);
        Assert.Equal(next.Id, (await db.Settlements.SingleAsync(s => s.Kind == SettlementKind.Carried, TestContext.Current.CancellationToken)).CarriedToId);
        Assert.Contains("在区委六届五次全会上的讲话", (await coordinator.PageAsync($"/ledger/{next.Id}"))
            .QuerySelector("blockquote")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_January_the_year_that_is_settled_stays_the_year_shown_when_the_first_row_is_carried_over()
    {
        await using var app = await TestApp.StartAsync();
        var year = await SceneAsync(app, new DateOnly(2027, 1, 11));
        using var coordinator = await app.AsAsync("coordinator");
        var another = YearDistrict.Form(await coordinator.PageAsync("/settling"), $"#row-{year.Rows["4"].Id} form");
        await SendAsync(coordinator, $"#row-{year.Rows["2"].Id} form", "How=Carried", ("Words", "第三所用地手续未办完，明年6月投用"));
        await using var db = app.Open();
        Assert.True(await db.Plans.AnyAsync(p => p.Year == 2027, TestContext.Current.CancellationToken));
        using var answered = await coordinator.SubmitAsync(another, new Dictionary<string, string?> { ["How"] = "Answered", ["Words"] = "经费压减，培训280名" });
        Assert.Equal(System.Net.HttpStatusCode.Redirect, answered.StatusCode);
        var page = await coordinator.PageAsync(answered.Headers.Location!.ToString());
        Assert.Contains("2026", page.QuerySelector("h1")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("只能看", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_is_taken_back_with_the_draft_it_carried_until_the_next_year_goes_on_with_it()
    {
        await using var app = await TestApp.StartAsync();
        var year = await SceneAsync(app, _december);
        var row = year.Rows["2"].Id;
        using var coordinator = await app.AsAsync("coordinator");
        using var clerk = await app.AsAsync("clerk");
        await SendAsync(coordinator, $"#row-{row} form", "How=Carried", ("Words", "写错了"));
        var made = await CarriedAsync(app, row);
        var shown = (await coordinator.PageAsync($"/ledger/{row}")).QuerySelector("#settlement")!;
        Assert.Equal([$"/ledger/{made.Id}"], shown.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
        Assert.Contains("结转自 2026年台账第 2 项 新建公办幼儿园3所", (await coordinator.PageAsync($"/ledger/{made.Id}"))
            .QuerySelector("#settlement")!.TextContent, StringComparison.Ordinal);
        var unit = (await clerk.PageAsync($"/ledger/{row}")).QuerySelector("#settlement")!;
        Assert.Contains("2027年台账（尚未印发）", unit.TextContent, StringComparison.Ordinal);
        Assert.Null(unit.QuerySelector("form"));

        using (var taken = await coordinator.SubmitAsync((AngleSharp.Html.Dom.IHtmlFormElement)shown.QuerySelector("form")!, new Dictionary<string, string?>()))
            Assert.Equal($"/ledger/{row}", taken.Headers.Location?.ToString());
        Assert.Null((await coordinator.PageAsync($"/ledger/{row}")).QuerySelector("#settlement"));
        Assert.Equal((CommitmentState.Dropped, "撤回结转"), ((await CarriedAsync(app, row)).State, (await CarriedAsync(app, row)).Reason));

        await SendAsync(coordinator, $"#row-{row} form", "How=Carried", ("Words", "明年6月投用"));
        var form = (AngleSharp.Html.Dom.IHtmlFormElement)(await coordinator.PageAsync($"/ledger/{row}")).QuerySelector("#settlement form")!;
        await using (var db = app.Open())
        {
            (await db.Commitments.OrderByDescending(c => c.Id).FirstAsync(c => c.CarriedFromId == row, TestContext.Current.CancellationToken)).State =
                CommitmentState.Consulting;
            await TestApp.SaveAsync(db);
        }

        using var refused = await coordinator.SubmitAsync(form, new Dictionary<string, string?>());
        Assert.Contains("结转到下年的一项已经是“征求意见”", (await WebClient.ParseAsync(refused, HttpStatusCode.Conflict)).Body!.TextContent, StringComparison.Ordinal);
        await using var after = app.Open();
        Assert.Equal("明年6月投用", (await after.Settlements.SingleAsync(TestContext.Current.CancellationToken)).Words);
    }

    [Fact]
    public async Task The_speech_tells_sentence_by_sentence_what_was_kept()
    {
        await using var app = await TestApp.StartAsync();
        var year = await SceneAsync(app, _december);
        await using (var db = app.Open())
        {
            db.Add(new Settlement { CommitmentId = year.Rows["2"].Id, Kind = SettlementKind.Carried, Words = "明年6月投用", SettledOn = _december });
            await TestApp.SaveAsync(db);
        }

        using var web = await app.AsAsync("leader");
        var text = (await web.PageAsync($"/settling/kept/{year.District.Document.Id}")).QuerySelector(".set-text")!;
        Assert.Contains("老旧小区改造12个", text.QuerySelector(".set-kept")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("新建公办幼儿园3所", text.QuerySelector(".set-carried")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["兑现", "结转下年"], text.QuerySelectorAll(".set-said .mark").Select(m => m.TextContent));
        Assert.Contains("明年6月投用", text.TextContent, StringComparison.Ordinal);
        Assert.Contains("一、重点任务", text.QuerySelector(".set-nopromise")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_December_nothing_is_settled()
    {
        await using var app = await TestApp.StartAsync();
        await SceneAsync(app, new DateOnly(2026, 11, 30));
        using var coordinator = await app.AsAsync("coordinator");
        Assert.Empty((await coordinator.PageAsync("/settling")).QuerySelectorAll("main form"));
    }

    private static async Task<Commitment> CarriedAsync(TestApp app, int from)
    {
        await using var db = app.Open();
        return await db.Commitments.AsNoTracking().Where(c => c.CarriedFromId == from).OrderBy(c => c.Id).FirstAsync();
    }

    private static async Task SendAsync(WebClient web, string form, string? button, params (string Name, string? Value)[] fields)
    {
        using var answer = await web.SubmitAsync(
            YearDistrict.Form(await web.PageAsync("/settling"), form), fields.ToDictionary(f => f.Name, f => f.Value), button);
        if (answer.StatusCode != HttpStatusCode.Redirect)
            Assert.Fail((await WebClient.ParseAsync(answer, answer.StatusCode)).QuerySelector("main")!.TextContent);
    }
}
