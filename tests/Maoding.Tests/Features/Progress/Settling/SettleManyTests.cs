using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Maoding.Documents.Reading;
using Maoding.Documents.Writing;
using Maoding.Domain.Ledger;
using Maoding.Domain.Settling;
using Maoding.Tests.Features.Administration.OwnAccount;
using Maoding.Tests.Features.Building.Projects;
using Maoding.Tests.Hosting;
using Maoding.Tests.WholeWay;
using Microsoft.EntityFrameworkCore;
using Xunit;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Features.Progress.Settling;

/// <summary>The year's end in bulk: units propose, the coordinator decides many at once, on the page and by workbook.</summary>
public sealed class SettleManyTests
{
    private static readonly DateOnly _december = new(2026, 12, 20);

    private static async Task<YearDistrict> SceneAsync(TestApp app)
    {
        var year = await YearDistrict.InAsync(app, _december);
        foreach (var (number, title) in new[] { ("1", "新建公办幼儿园3所"), ("2", "培训教师300名"), ("3", "改造校舍5处") })
            await year.AddAsync(number, title, CommitmentState.InProgress, year.District.Education, r => r.Quotes = []);
        await year.AddAsync("4", "老旧小区改造12个", CommitmentState.InProgress, year.District.Housing, r => r.Quotes = []);
        return year;
    }

    [Fact]
    public async Task Units_propose_what_is_whole_and_the_coordinator_decides_it_in_one_go()
    {
        await using var app = await TestApp.StartAsync();
        var year = await SceneAsync(app);
        using var clerk = await app.AsAsync("clerk");
        Assert.Contains("3 项要提出年底去向", (await clerk.PageAsync("/today")).Body!.TextContent, StringComparison.Ordinal);
        var own = await clerk.PageAsync("/settling/own");
        Assert.Equal(3, own.QuerySelectorAll(".set-row").Length);
        var (one, two, three) = (year.Rows["1"].Id, year.Rows["2"].Id, year.Rows["3"].Id);
        using var sent = await clerk.SubmitAsync(own.Form(), new Dictionary<string, string?>
        {
            [$"Kinds[{one}]"] = "Carried",
            [$"Words[{one}]"] = "第三所明年6月投用",
            [$"Kinds[{two}]"] = "Done",
            [$"Words[{two}]"] = "培训结业名册齐全",
            [$"Kinds[{three}]"] = "Answered",
        });
        // What lacks its words is told; the others are kept.
        var page = await WebClient.ParseAsync(sent, HttpStatusCode.BadRequest);
        Assert.Contains("“改造校舍5处”没有写说明", page.Errors(), StringComparison.Ordinal);
        Assert.Contains("其余 2 项已提出", page.Errors(), StringComparison.Ordinal);

        using var coordinator = await app.AsAsync("coordinator");
        Assert.Contains("2 项交账建议待裁定", (await coordinator.PageAsync("/today")).Body!.TextContent, StringComparison.Ordinal);
        var list = await coordinator.PageAsync($"/settling?unit={year.District.Education.Id}&q=教师");
        Assert.Equal(["2 培训教师300名"], list.QuerySelectorAll(".set-row h3").Select(h => h.TextContent.Trim()));
        Assert.Equal("培训结业名册齐全", list.QuerySelector<IHtmlInputElement>($"#words-{two}")!.Value);
        using var without = await ManyAsync(coordinator, await coordinator.PageAsync("/settling"), "", "", [one, year.Rows["4"].Id]);
        Assert.Contains("SET111", (await WebClient.ParseAsync(without, HttpStatusCode.BadRequest)).Errors(), StringComparison.Ordinal);
        using var done = await ManyAsync(coordinator, await coordinator.PageAsync("/settling?proposed=1"), "", "", [two]);
        // The list comes back as it was filtered.
        Assert.Equal("/settling?proposed=1&year=2026", done.Headers.Location?.ToString());
        using var rest = await ManyAsync(coordinator, await coordinator.PageAsync("/settling"), "Carried", "用地手续未办完", [one, three]);
        Assert.Equal(HttpStatusCode.Redirect, rest.StatusCode);
        await using var db = app.Open();
        var settled = await db.Settlements.OrderBy(s => s.CommitmentId).ToListAsync();
        Assert.Equal([SettlementKind.Carried, SettlementKind.Done, SettlementKind.Carried], settled.Select(s => s.Kind));
        Assert.Equal(["用地手续未办完", "培训结业名册齐全", "用地手续未办完"], settled.Select(s => s.Words));
        var next = await db.Plans.SingleAsync(p => p.Year == 2027);
        var carried = await db.Commitments.Where(c => c.PlanId == next.Id).OrderBy(c => c.CarriedFromId).Select(c => c.CarriedFromId!.Value).ToListAsync();
        Assert.Equal([one, three], carried);
    }

    [Fact]
    public async Task After_one_decision_the_page_stands_at_the_next_row()
    {
        await using var app = await TestApp.StartAsync();
        var year = await SceneAsync(app);
        using var coordinator = await app.AsAsync("coordinator");
        var page = await coordinator.PageAsync($"/settling?unit={year.District.Education.Id}");
        var form = (IHtmlFormElement)page.QuerySelector($"#row-{year.Rows["1"].Id} form")!;
        using var done = await coordinator.SubmitAsync(form, new Dictionary<string, string?> { ["Words"] = "经费压减" }, "How=Answered");
        Assert.Equal($"/settling?unit={year.District.Education.Id}&year=2026#row-{year.Rows["2"].Id}", done.Headers.Location?.ToString());
    }

    [Fact]
    public async Task The_workbook_goes_out_with_proposals_and_comes_back_with_decisions()
    {
        await using var app = await TestApp.StartAsync();
        var year = await SceneAsync(app);
        await using (var db = app.Open())
        {
            db.SettlementProposals.Add(new SettlementProposal
            {
                CommitmentId = year.Rows["1"].Id,
                Kind = SettlementKind.Carried,
                Words = "第三所明年6月投用",
                UnitId = year.District.Education.Id,
                ProposedOn = _december,
            });
            await TestApp.SaveAsync(db);
        }

        using var coordinator = await app.AsAsync("coordinator");
        using var file = await coordinator.GetAsync($"/settling/export?unit={year.District.Education.Id}");
        var sheet = TableBookReader.Read(new MemoryStream(await file.Content.ReadAsByteArrayAsync()), "x.xlsx").Single();
        Assert.Equal(4, sheet.Rows.Count);
        var head = sheet.Rows[0].Cells.ToList();
        Assert.Equal(("结转下年", "第三所明年6月投用"), (sheet.Rows[1].At(head.IndexOf("交账去向")), sheet.Rows[1].At(head.IndexOf("交账说明"))));

        using var wrong = await UploadAsync(coordinator, year, ("1", "结转下年", ""), ("2", "作废", "说明"));
        var errors = (await WebClient.ParseAsync(wrong, HttpStatusCode.BadRequest)).QuerySelector(".errors")!.TextContent;
        Assert.Contains("请写明情况", errors, StringComparison.Ordinal);
        Assert.Contains("没有“作废”", errors, StringComparison.Ordinal);
        using var right = await UploadAsync(coordinator, year, ("1", "结转下年", "明年6月投用"), ("2", "", ""), ("3", "完成", "5处均已验收"));
        var preview = await WebClient.ParseAsync(right);
        Assert.Contains("5处均已验收", preview.Body!.TextContent, StringComparison.Ordinal);
        await using (var before = app.Open()) Assert.Equal(0, await before.Settlements.CountAsync());
        using var written = await coordinator.SubmitAsync(preview.Form("Apply"), People.NoChanges);
        Assert.Equal("/settling", written.Headers.Location?.ToString());
        await using var after = app.Open();
        Assert.Equal([SettlementKind.Carried, SettlementKind.Done], await after.Settlements.OrderBy(s => s.CommitmentId).Select(s => s.Kind).ToListAsync());
        using var again = await ProjectScene.UploadAsync(
            coordinator, "/settling/import", "/settling/import", "年底交账表.xlsx", await file.Content.ReadAsByteArrayAsync());
        Assert.Contains("表里的 0 项", (await WebClient.ParseAsync(again)).QuerySelector("main h2")!.TextContent, StringComparison.Ordinal);
        using var stray = await UploadAsync(coordinator, year, ("2", "", "5处均已验收"));
        Assert.Contains("填了交账说明，没有选交账去向", (await WebClient.ParseAsync(stray, HttpStatusCode.BadRequest)).Errors(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_proposes_for_its_own_rows_alone()
    {
        await using var app = await TestApp.StartAsync();
        var year = await SceneAsync(app);
        using var clerk = await app.AsAsync("clerk2");
        var own = await clerk.PageAsync("/settling/own");
        Assert.Equal(["4 老旧小区改造12个"], own.QuerySelectorAll(".set-row h3").Select(h => h.TextContent.Trim()));
        var other = year.Rows["1"].Id;
        using var sent = await clerk.SubmitAsync(
            own.Form(), new Dictionary<string, string?> { [$"Kinds[{other}]"] = "Done", [$"Words[{other}]"] = "完成" });
        Assert.Contains("SET104", (await WebClient.ParseAsync(sent, HttpStatusCode.Conflict)).Errors(), StringComparison.Ordinal);
        using var page = await clerk.GetAsync("/settling");
        Assert.Equal(HttpStatusCode.Forbidden, page.StatusCode);
    }

    /// <summary>The form of those that are chosen, with these rows ticked.</summary>
    private static Task<HttpResponseMessage> ManyAsync(WebClient web, IHtmlDocument page, string how, string words, int[] rows)
    {
        foreach (var box in page.QuerySelectorAll<IHtmlInputElement>("input[name=Chosen]"))
            box.IsChecked = rows.Any(r => box.Value.StartsWith($"{r}:", StringComparison.Ordinal));
        return web.SubmitAsync((IHtmlFormElement)page.QuerySelector("#many")!, new Dictionary<string, string?> { ["How"] = how, ["Words"] = words });
    }

    private static async Task<HttpResponseMessage> UploadAsync(WebClient web, YearDistrict year, params (string Number, string Kind, string Words)[] rows)
    {
        var bytes = new MemoryStream();
        TableBookWriter.Write(bytes, [new TableSheet("年底交账", [new("编号", 8), new("版本", 8), new("交账去向", 8), new("交账说明", 8)],
            [.. rows.Select(r => (IReadOnlyList<object?>)[year.Rows[r.Number].Id, year.Rows[r.Number].Version, r.Kind, r.Words])])]);
        return await ProjectScene.UploadAsync(web, "/settling/import", "/settling/import", "年底交账表.xlsx", bytes.ToArray());
    }
}
