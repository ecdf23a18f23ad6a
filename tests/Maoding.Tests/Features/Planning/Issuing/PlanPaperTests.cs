using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Maoding.Tests.Hosting;
using Xunit;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Features.Planning.Issuing;

public sealed partial class PlanPaperTests
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    [Fact]
    public async Task Before_issuing_the_coordinator_gets_a_draft_and_others_nothing()
    {
        await using var app = await TestApp.StartAsync();
        await IssuingDistrict.InAsync(app);
        using var coordinator = await app.AsAsync("coordinator");
        var paragraphs = await ParagraphsAsync(coordinator, "/issuing/plan.docx");
        Assert.Equal(["附件", "2026年任务分解方案", "（征求意见稿）"], paragraphs.Take(3));
        Assert.Contains("培育新的增长点", paragraphs);
        Assert.DoesNotContain(paragraphs, p => p.EndsWith("印发", StringComparison.Ordinal));
        foreach (var who in (string[])["clerk", "leader"])
        {
            using var web = await app.AsAsync(who);
            using var refused = await web.GetAsync("/issuing/plan.docx");
            Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        }

        using var visitor = app.Visitor();
        using var turned = await visitor.GetAsync("/issuing/plan.docx");
        Assert.Equal(HttpStatusCode.Redirect, turned.StatusCode);
    }

    [Fact]
    public async Task After_the_first_batch_the_rest_is_printed_as_a_draft_for_those_who_make_the_plan()
    {
        await using var app = await TestApp.StartAsync();
        var district = await IssuingDistrict.InAsync(app);
        await district.IssueAsync();
        using var coordinator = await app.AsAsync("coordinator");
        var paragraphs = await ParagraphsAsync(coordinator, "/issuing/plan.docx?draft=true");
        Assert.Equal(["附件", "2026年任务分解方案", "（征求意见稿）"], paragraphs.Take(3));
        Assert.Contains("培育新的增长点", paragraphs);
        Assert.DoesNotContain("新建公办幼儿园3所", paragraphs);
        using var clerk = await app.AsAsync("clerk");
        using var refused = await clerk.GetAsync("/issuing/plan.docx?draft=true");
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }

    [Fact]
    public async Task The_issued_plan_has_its_rows_in_order_with_owners_number_and_imprint()
    {
        await using var app = await TestApp.StartAsync();
        var district = await IssuingDistrict.InAsync(app);
        await district.IssueAsync();
        await district.AddUnquotedDocumentAsync("区政府常务会议决定事项");
        using var clerk = await app.AsAsync("clerk");
        using var document = await PackageAsync(clerk, "/issuing/plan.docx");
        var body = Part(document, "word/document.xml");
        var rows = body.Descendants(W + "tbl").First().Elements(W + "tr").Select(r => r.Elements(W + "tc").Select(Words).ToList()).ToList();
        Assert.Equal(["序号", "任务内容", "具体举措", "牵头领导", "牵头单位", "配合单位", "完成时限"], rows[0]);
        Assert.Equal(["1", "1.1", "1.2", "2"], rows.Skip(1).Select(r => r[0]));
        Assert.Equal(["1", "全面完成老旧小区改造12个"], rows[1]);
        Assert.Equal(["1.1", "改造老旧小区的房屋", "", "王立军|（区委常委、常务副区长）", "区住建局", "区财政局", "12月底前"], rows[2]);
        var paragraphs = body.Descendants(W + "p").Select(p => string.Concat(p.Descendants(W + "t").Select(t => t.Value))).ToList();
        Assert.Equal("云办发〔2026〕3号附件", paragraphs[0]);
        Assert.Contains(paragraphs, p => p.StartsWith("根据《在区委六届五次全会上的讲话》，分解重点任务", StringComparison.Ordinal));
        Assert.Contains("中共云泽区委办公室2026年3月2日印发", paragraphs);
        Assert.DoesNotContain("培育新的增长点", string.Concat(paragraphs), StringComparison.Ordinal);
        Assert.DoesNotContain("征求意见稿", string.Concat(paragraphs), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_prints_its_rows_only_and_the_monthly_plan_on_request()
    {
        await using var app = await TestApp.StartAsync();
        var district = await IssuingDistrict.InAsync(app);
        await district.IssueAsync();
        await using (var db = app.Open())
        {
            db.Commitments.Single(c => c.Id == district.Ownerless.Id).LeadUnitId = district.District.Finance.Id;
            await TestApp.SaveAsync(db);
        }

        var second = await district.IssueAsync("云办发〔2026〕8号");
        using var inspector = await app.AsAsync("inspector");
        var paragraphs = await ParagraphsAsync(inspector, $"/issuing/plan.docx?batch={second}&months=true");
        Assert.Equal("云办发〔2026〕8号附件", paragraphs[0]);
        Assert.Contains("培育新的增长点", paragraphs);
        Assert.DoesNotContain("新建公办幼儿园3所", paragraphs);
        Assert.Contains("序时进度", paragraphs);
        Assert.Contains("二季度 50%", paragraphs);
        using var missing = await inspector.GetAsync("/issuing/plan.docx?batch=99");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task The_sheets_of_plan_and_receipts_hold_their_rows_and_downloads_are_noted()
    {
        await using var app = await TestApp.StartAsync();
        var district = await IssuingDistrict.InAsync(app);
        var batch = await district.IssueAsync();
        using var coordinator = await app.AsAsync("coordinator");
        using (var plan = await PackageAsync(coordinator, "/issuing/plan.xlsx?months=true"))
        {
            var words = Strings(plan);
            Assert.Contains("按子项分工", words);
            Assert.Contains("12月", words);
            Assert.Contains("全面完成老旧小区改造12个", words);
        }

        using (var receipts = await PackageAsync(coordinator, $"/issuing/{batch}/receipts.xlsx"))
            Assert.Contains("未签收", Strings(receipts));
        using var clerk = await app.AsAsync("clerk");
        using var refused = await clerk.GetAsync($"/issuing/{batch}/receipts.xlsx");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        await using var db = app.Open();
        Assert.Single(db.AuditEntries, e => e.Action == "下载任务分解方案");
    }

    private static async Task<ZipArchive> PackageAsync(WebClient web, string path)
    {
        using var answer = await web.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Matches(FileName(), Uri.UnescapeDataString(answer.Content.Headers.ContentDisposition!.FileNameStar!));
        return new ZipArchive(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()));
    }

    private static async Task<List<string>> ParagraphsAsync(WebClient web, string path)
    {
        using var package = await PackageAsync(web, path);
        return [.. Part(package, "word/document.xml").Descendants(W + "p").Select(p => string.Concat(p.Descendants(W + "t").Select(t => t.Value)))];
    }

    private static List<string> Strings(ZipArchive package) =>
        [.. Part(package, "xl/sharedStrings.xml").Descendants().Where(e => e.Name.LocalName == "t").Select(e => e.Value)];

    private static XElement Part(ZipArchive package, string name)
    {
        using var stream = package.GetEntry(name)!.Open();
        return XElement.Load(stream);
    }

    private static string Words(XElement cell) =>
        string.Join('|', cell.Elements(W + "p").Select(p => string.Concat(p.Descendants(W + "t").Select(t => t.Value))));

    [GeneratedRegex(@"^(2026年任务分解方案(（征求意见稿）|（补充第2批）)?(（带序时进度）)?|云办发〔2026〕3号签收情况)\.(docx|xlsx)$")]
    private static partial Regex FileName();
}
