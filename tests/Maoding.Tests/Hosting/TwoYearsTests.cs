using System.Globalization;
using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Maoding.Domain.Documents;
using Maoding.Domain.Issuing;
using Maoding.Domain.Ledger;
using Maoding.Tests.Features.Planning.Documents;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Maoding.Tests.Hosting;

/// <summary>Two plans open at once, this year's and the next: every page shows the one that its address asks for, and agrees with the others.</summary>
public sealed class TwoYearsTests
{
    private const string ThisYear = "改造今年的老旧小区";

    private const string NextYear = "新建明年的幼儿园";

    /// <summary>Pages of a month: they show the year of the month that is there.</summary>
    private static readonly HashSet<string> OfMonths = ["projects/rates", "projects/month", "projects/review"];

    [Fact]
    public async Task Every_page_shows_the_year_of_its_address_and_carries_it_on()
    {
        await using var app = await TestApp.StartAsync();
        await SceneAsync(app);
        using var web = await app.AsAsync("coordinator");
        var seen = 0;
        var pages = (await HandlerCatalogue.OfAsync(app)).Where(h => h is { IsGet: true, Name: null } && !h.Parts.Parameters.Any());
        foreach (var route in pages.Select(h => h.Route))
            foreach (var year in (int?[])[null, 2027])
            {
                using var answer = await web.GetAsync(year is null ? $"/{route}" : $"/{route}?year={year}");
                if (answer.StatusCode != HttpStatusCode.OK || answer.Content.Headers.ContentType?.MediaType != "text/html") continue;
                var page = await WebClient.ParseAsync(answer);
                if (page.QuerySelector(".years") is not { } years) continue;
                Assert.Equal((route, "2026 2027"), (route, string.Join(' ', years.QuerySelectorAll("a").Select(a => a.TextContent))));
                if (!OfMonths.Contains(route)) AssertShows(page, route, year ?? 2026);
                AssertCarries(page, route, year);
                seen++;
            }

        Assert.InRange(seen, 80, 1000);
    }

    /// <summary>What speaks of rows: one year's are on the page of that year, and on no page of the other.</summary>
    [Theory]
    [InlineData("/ledger?view=all")]
    [InlineData("/ledger/assigning")]
    [InlineData("/issuing")]
    [InlineData("/issuing/check")]
    [InlineData("/consulting/start")]
    [InlineData("/documents")]
    public async Task What_belongs_to_one_year_stands_on_its_pages_alone(string path)
    {
        await using var app = await TestApp.StartAsync();
        await SceneAsync(app);
        using var web = await app.AsAsync("coordinator");
        foreach (var (year, own, other) in ((int, string, string)[])[(2026, ThisYear, NextYear), (2027, NextYear, ThisYear)])
        {
            var page = await web.PageAsync($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}year={year}");
            var text = page.QuerySelector("main")!.TextContent;
            Assert.Contains(own, text, StringComparison.Ordinal);
            Assert.DoesNotContain(other, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_page_of_one_thing_shows_the_year_of_that_thing_whatever_the_address_says()
    {
        await using var app = await TestApp.StartAsync();
        await SceneAsync(app);
        await using var db = app.Open();
        var row = await db.Commitments.SingleAsync(c => c.Title == NextYear);
        using var web = await app.AsAsync("coordinator");
        foreach (var path in (string[])[$"/ledger/{row.Id}", $"/ledger/{row.Id}/edit", $"/ledger/{row.Id}/leaves", $"/documents/{row.DocumentId}",
                     $"/documents/{row.DocumentId}/filing", $"/ledger/{row.Id}/place"])
        {
            var page = await web.PageAsync($"{path}?year=2026");
            AssertShows(page, path, 2027);
            AssertCarries(page, path, 2027);
            Assert.Contains(page.QuerySelector(".years a")!.GetAttribute("href"), (string[])["/ledger?year=2026", "/documents?year=2026"]);
        }
    }

    [Fact]
    public async Task Today_looks_at_both_years_and_leads_into_each()
    {
        await using var app = await TestApp.StartAsync();
        await SceneAsync(app);
        using var web = await app.AsAsync("coordinator");
        var lines = (await web.PageAsync("/today")).QuerySelectorAll(".waiting li").ToList();
        IElement Line(string start) => Assert.Single(lines, l => l.QuerySelector("strong")!.TextContent.StartsWith(start, StringComparison.Ordinal));
        Assert.Equal("/ledger/assigning?lacks=unit", Line("2026年：1 项还没有牵头单位").QuerySelector("a")!.GetAttribute("href"));
        var next = Line("2027年：1 项还没有牵头单位").QuerySelector("a")!.GetAttribute("href")!;
        Assert.Contains(NextYear, (await web.PageAsync(next)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        foreach (var (year, own) in ((int, string)[])[(2026, "2026年："), (2027, "2027年：")])
        {
            using var answer = await web.GetAsync($"/today/numbers?year={year}");
            using var numbers = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            Assert.Equal(lines.Count, numbers.RootElement.GetProperty("all").GetInt32());
            Assert.Equal(
                lines.Where(l => l.QuerySelector("a")!.GetAttribute("href")!.StartsWith("/ledger", StringComparison.Ordinal))
                    .Select(l => l.QuerySelector("strong")!.TextContent).Where(t => t.StartsWith(own, StringComparison.Ordinal))
                    .Sum(t => int.Parse(t.Split('：')[1].Split(' ')[0], CultureInfo.InvariantCulture)),
                numbers.RootElement.GetProperty("sections").GetProperty("ledger").GetInt32());
        }
    }

    [Fact]
    public async Task A_batch_of_this_year_is_found_and_issued_beside_the_next_years_plan()
    {
        await using var app = await TestApp.StartAsync();
        await SceneAsync(app);
        using var web = await app.AsAsync("coordinator");
        Assert.Contains("云办发〔2026〕3号", (await web.PageAsync("/issuing")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("云办发〔2026〕3号", (await web.PageAsync("/issuing?year=2027")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await using (var db = app.Open())
        {
            var row = await db.Commitments.SingleAsync(c => c.Title == NextYear);
            (row.LeadUnitId, row.MonthlyPlan) = (await db.Units.Where(u => u.ShortName == "区教育局").Select(u => u.Id).SingleAsync(), "");
            await TestApp.SaveAsync(db);
        }

        var form = (await web.PageAsync("/issuing?year=2027")).QuerySelectorAll<IHtmlFormElement>("main form")
            .Single(f => f.QuerySelector("[name=DocumentNumber]") is not null);
        using var issued = await web.SubmitAsync(
            form, new Dictionary<string, string?> { ["DocumentNumber"] = "云办发〔2026〕9号", ["IssuedOn"] = "2026-03-02" }, "All=true");
        Assert.Equal(HttpStatusCode.Redirect, issued.StatusCode);
        await using var after = app.Open();
        var of = await after.Issues.Where(i => i.DocumentNumber == "云办发〔2026〕9号").Select(i => i.PlanId).SingleAsync();
        Assert.Equal(2027, await after.Plans.Where(p => p.Id == of).Select(p => p.Year).SingleAsync());
        Assert.Equal(CommitmentState.Draft, await after.Commitments.Where(c => c.Title == ThisYear).Select(c => c.State).SingleAsync());
    }

    [Fact]
    public async Task A_paper_of_december_goes_to_the_year_it_is_of_and_its_time_is_never_called_unwritten()
    {
        const string Paper =
            "区政府第18次常务会议纪要\n（2026年12月3日）\n一、关于老旧小区改造\n会议要求，区住建局要在2026年12月20日前完成12个老旧小区改造扫尾工程验收，确保群众温暖过冬。\n";
        await using var app = await TestApp.StartAsync();
        await SceneAsync(app);
        using var web = await app.AsAsync("coordinator");
        var form = (await web.PageAsync("/documents/import")).QuerySelector<IHtmlFormElement>("#import")!;
        Assert.Equal(["", "2026", "2027", "2028"], form.QuerySelectorAll("#Year option").Select(o => o.GetAttribute("value")!));
        foreach (var (chosen, year) in ((string, int)[])[("", 2026), ("2027", 2027)])
        {
            using var answer = await web.SubmitAsync(form, new Dictionary<string, string?> { ["Pasted"] = Paper, ["Year"] = chosen, ["RequestKey"] = null });
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            await using var db = app.Open();
            var document = await db.Documents.OrderByDescending(d => d.Id).FirstAsync();
            Assert.Equal(year, await db.Plans.Where(p => p.Id == document.PlanId).Select(p => p.Year).SingleAsync());
            var row = await db.Commitments.SingleAsync(c => c.DocumentId == document.Id && c.DueWords != "");
            Assert.Equal((DueKind.Date, new DateOnly(2026, 12, 20), "2026年12月20日前"), (row.DueKind, row.Due, row.DueWords));
        }
    }

    [Fact]
    public async Task A_paper_of_december_that_may_be_meant_for_either_year_is_asked_about_and_its_date_proposes()
    {
        const string Paper = "关于做好老旧小区改造的通知\n（2026年12月3日）\n各单位要抓好老旧小区改造，12月底前完成12个小区的扫尾工程验收。\n";
        await using var app = await TestApp.StartAsync();
        await SceneAsync(app);
        using var web = await app.AsAsync("coordinator");
        using var asked = await ImportedSpeech.SendAsync(web, Paper);
        var form = await WebClient.ParseAsync(asked, HttpStatusCode.BadRequest);
        Assert.Contains("IMP007", form.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("2026", form.QuerySelector<IHtmlSelectElement>("#Year")!.Value);
    }

    private static void AssertShows(IHtmlDocument page, string route, int year)
    {
        Assert.Equal((route, $"{year}"), (route, page.QuerySelector(".years a[aria-current]")?.TextContent));
        Assert.Contains($"{year} 年度", page.QuerySelector(".brand")!.TextContent, StringComparison.Ordinal);
        if (page.QuerySelector(".subtitle") is { TextContent: [_, _, _, _, '年', ..] } subtitle && route is not ("today" or "overviews/compare"))
            Assert.Equal((route, $"{year}"), (route, subtitle.TextContent[..4]));
    }

    /// <summary>An address of one thing, whose page shows the year of that thing.</summary>
    private static bool IsOfThing(string address) =>
        address.Split('?')[0] is var path && path.StartsWith("/ledger/", StringComparison.Ordinal) && char.IsDigit(path[^1]);

    /// <summary>Links and forms of the house tell the year that is not the usual one, once, and say nothing of the usual one.</summary>
    private static void AssertCarries(IHtmlDocument page, string route, int? year)
    {
        var links = page.QuerySelectorAll("a[href^='/']").Where(a => a.Closest(".years") is null).Select(a => a.GetAttribute("href")!)
            .Concat(page.QuerySelectorAll("form[method=post][action^='/']").Select(f => f.GetAttribute("action")!))
            .Where(a => !a.StartsWith("/own-account/sign-out", StringComparison.Ordinal) && !a.StartsWith("/demo", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(links);
        if (year is null)
        {
            if (route != "today") Assert.All(links, l => Assert.DoesNotContain("year=2027", l, StringComparison.Ordinal));
            return;
        }

        Assert.All(links, l => Assert.True(l.Contains($"year={year}", StringComparison.Ordinal) || l.Contains("month=", StringComparison.Ordinal)
            || IsOfThing(l), $"{route}: {l}"));
        foreach (var fields in page.QuerySelectorAll<IHtmlFormElement>("form[method=get]"))
            Assert.True(fields.QuerySelector("[name=year], [name=month]") is not null, $"{route}: {fields.GetAttribute("action")}");
    }

    /// <summary>2026 with a batch and a draft, 2027 with a document and a draft; both drafts lack a unit.</summary>
    private static async Task SceneAsync(TestApp app)
    {
        var district = await SmallDistrict.InAsync(app);
        await using var db = app.Open();
        var plan = new Plan { Year = 2027, Name = "2027年任务分解方案" };
        db.Add(plan);
        var issue = new Issue { PlanId = district.Plan.Id, Batch = 1, DocumentNumber = "云办发〔2026〕3号", IssuedOn = SmallDistrict.Today };
        db.Add(issue);
        (await db.Plans.SingleAsync(p => p.Year == 2026)).State = PlanState.Issued;
        await TestApp.SaveAsync(db);
        var document = new SourceDocument { PlanId = plan.Id, Title = $"关于{NextYear}的决定", Kind = DocumentKind.Decision, Text = SmallDistrict.Text };
        db.Add(document);
        (await db.Documents.SingleAsync(d => d.Id == district.Document.Id)).Title = $"关于{ThisYear}的讲话";
        await TestApp.SaveAsync(db);
        var issued = district.Row("1", "已经印发的", CommitmentState.Issued, district.Housing);
        issued.IssueId = issue.Id;
        var next = district.Row("3", NextYear, CommitmentState.Draft, null);
        (next.PlanId, next.DocumentId, next.Due, next.DueMonth) = (plan.Id, document.Id, new DateOnly(2027, 12, 31), 202712);
        next.Quotes[0].DocumentId = document.Id;
        db.AddRange(issued, district.Row("2", ThisYear, CommitmentState.Draft, null), next);
        await TestApp.SaveAsync(db);
    }
}
