using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Maoding.TestKit;
using Maoding.Tests.Hosting;
using Xunit;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Features.Planning.Issuing;

public sealed class ReceiptTests
{
    [Fact]
    public async Task A_unit_signs_once_and_the_page_says_who_and_when()
    {
        await using var app = await TestApp.StartAsync();
        var district = await IssuingDistrict.InAsync(app);
        var batch = await district.IssueAsync();
        using var clerk = await app.AsAsync("clerk");
        var page = await clerk.PageAsync($"/issuing/{batch}");
        var form = IssuingDistrict.Form(page);
        using var first = await clerk.SubmitAsync(form, new Dictionary<string, string?>());
        using var second = await clerk.SubmitAsync(form, new Dictionary<string, string?>());
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (first.StatusCode, second.StatusCode));
        var after = await clerk.PageAsync($"/issuing/{batch}");
        Assert.Null(after.QuerySelector("main form"));
        Assert.Matches(@"李娟 于 \d{4}年\d+月\d+日 \d\d:\d\d 签收", after.Body!.TextContent);
        await using var db = app.Open();
        Assert.Equal(district.District.Education.Id, Assert.Single(db.Receipts).UnitId);
        Assert.Single(db.AuditEntries, e => e.Subject == "Receipt");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_unit_that_gets_a_row_by_amendment_signs_again_and_stopped_rows_ask_nobody(bool onPostgres)
    {
        await using var app = await TestApp.StartAsync(onPostgres ? await MigratedDatabase.OnPostgresAsync() : null);
        var district = await IssuingDistrict.InAsync(app);
        var batch = await district.IssueAsync();
        using var clerk = await app.AsAsync("clerk2");
        using var first = await clerk.SubmitAsync(IssuingDistrict.Form(await clerk.PageAsync($"/issuing/{batch}")), new Dictionary<string, string?>());
        Assert.Null((await clerk.PageAsync($"/issuing/{batch}")).QuerySelector("main form"));
        await GiveToHousingAsync(district);
        await using (var db = app.Open())
        {
            // Named otherwise since: it is the unit that signs, not its name.
            (db.Units.Single(u => u.Id == district.District.Housing.Id).ShortName,
                db.Units.Single(u => u.Id == district.District.Finance.Id).ShortName) = ("区住房局", "区住建局");
            await TestApp.SaveAsync(db);
        }

        Assert.Contains("1 批任务等您签收", (await clerk.PageAsync("/today")).Body!.TextContent, StringComparison.Ordinal);
        var added = await clerk.PageAsync($"/issuing/{batch}");
        Assert.Contains("调整后新增", added.Body!.TextContent, StringComparison.Ordinal);
        using var second = await clerk.SubmitAsync(IssuingDistrict.Form(added), new Dictionary<string, string?>());
        Assert.Equal(HttpStatusCode.Redirect, second.StatusCode);
        Assert.Null((await clerk.PageAsync($"/issuing/{batch}")).QuerySelector("main form"));
        await using (var db = app.Open())
        {
            foreach (var row in db.Commitments.Where(c => c.LeadUnitId == district.District.Education.Id)) row.State = Domain.Ledger.CommitmentState.Stopped;
            await TestApp.SaveAsync(db);
        }

        using var head = await app.AsAsync("head");
        Assert.DoesNotContain("等您签收", (await head.PageAsync("/today")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_signs_for_another_unit()
    {
        await using var app = await TestApp.StartAsync();
        var district = await IssuingDistrict.InAsync(app);
        var batch = await district.IssueAsync();
        using var clerk = await app.AsAsync("clerk");
        var form = IssuingDistrict.Form(await clerk.PageAsync($"/issuing/{batch}"));
        using var answer = await clerk.SubmitAsync(
            form, new Dictionary<string, string?> { ["UnitId"] = district.District.Housing.Id.ToString(CultureInfo.InvariantCulture) });
        var page = await WebClient.ParseAsync(answer, HttpStatusCode.Forbidden);
        Assert.Contains("ISS011", page.Body!.TextContent, StringComparison.Ordinal);
        await using var db = app.Open();
        Assert.Empty(db.Receipts);
    }

    [Fact]
    public async Task A_unit_sees_its_own_rows_first_and_no_other_unit_s_receipt()
    {
        await using var app = await TestApp.StartAsync();
        var district = await IssuingDistrict.InAsync(app);
        var batch = await district.IssueAsync();
        using var housing = await app.AsAsync("clerk2");
        var page = await housing.PageAsync($"/issuing/{batch}");
        var tables = page.QuerySelectorAll("main section.card:has(h2)").Where(s => s.QuerySelector("table") is not null).ToList();
        Assert.Equal(["改造老旧小区的房屋"], tables[0].QuerySelectorAll("tbody .name a").Select(a => a.TextContent));
        Assert.Equal(["全面完成老旧小区改造12个", "改造老旧小区内的学校", "新建公办幼儿园3所"], tables[1].QuerySelectorAll("tbody .name a").Select(a => a.TextContent));
        Assert.DoesNotContain("区财政局：", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector($"a[href='/issuing/{batch}/receipts.xlsx']"));
    }

    [Fact]
    public async Task Units_that_have_not_signed_are_listed_with_days_and_telephones()
    {
        await using var app = await TestApp.StartAsync();
        var district = await IssuingDistrict.InAsync(app);
        var batch = await district.IssueAsync();
        using var head = await app.AsAsync("head");
        using var signed = await head.SubmitAsync(IssuingDistrict.Form(await head.PageAsync($"/issuing/{batch}")), new Dictionary<string, string?>());
        await using (var db = app.Open())
        {
            db.Regions.Single().BusinessDate = SmallDistrict.Today.AddDays(3);
            await TestApp.SaveAsync(db);
        }

        using var inspector = await app.AsAsync("inspector");
        var page = await inspector.PageAsync($"/issuing/{batch}");
        var rows = page.QuerySelectorAll("main table")[0].QuerySelectorAll<IHtmlTableRowElement>("tbody tr").ToList();
        Assert.Equal(["区住建局", "区财政局", "区教育局"], rows.Select(r => r.Cells[0].TextContent));
        Assert.Contains("印发后第 3 天", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("赵强", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("0871-65550000", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("周文", rows[2].TextContent, StringComparison.Ordinal);
        Assert.Contains("还有 2 个未签收", (await inspector.PageAsync("/issuing")).Body!.TextContent, StringComparison.Ordinal);
    }
    /// <summary>The coordinator gives the schools from Education to Housing.</summary>
    private static async Task GiveToHousingAsync(IssuingDistrict district)
    {
        using var coordinator = await district.App.AsAsync("coordinator");
        var form = IssuingDistrict.Form(await coordinator.PageAsync($"/ledger/{district.Schools.Id}/amending"));
        using var asked = await coordinator.SubmitAsync(form, new Dictionary<string, string?>
        {
            ["Form.LeadUnitId"] = district.District.Housing.Id.ToString(CultureInfo.InvariantCulture),
            ["Reason"] = "职责调整",
            ["Decision"] = "会议纪要",
            ["DecidedOn"] = "2026-03-01",
        });
        var preview = await WebClient.ParseAsync(asked);
        Assert.Contains("区住建局要签收这一批", preview.QuerySelector("#changes")!.TextContent, StringComparison.Ordinal);
        using var done = await coordinator.SubmitAsync(IssuingDistrict.Form(preview), new Dictionary<string, string?>());
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
    }
}
