using System.IO.Compression;
using System.Net;
using System.Xml.Linq;
using Maoding.Domain.Issuing;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Features.Planning.Issuing;

/// <summary>The covering notice of an issued plan.</summary>
public sealed class NoticeTests
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    [Fact]
    public async Task A_batch_is_issued_with_a_notice_whose_title_approver_and_copies_were_chosen()
    {
        await using var app = await TestApp.StartAsync();
        var district = await IssuingDistrict.InAsync(app);
        using var coordinator = await app.AsAsync("coordinator");
        var form = IssuingDistrict.Form(await coordinator.PageAsync("/issuing"));
        using var answer = await coordinator.SubmitAsync(form, new Dictionary<string, string?>
        {
            ["DocumentNumber"] = "云政办发〔2026〕5号",
            ["NoticeTitle"] = "关于分解落实区委全会部署的通知",
            ["Copies"] = "区人大常委会办公室，云泽区财政局，区政协办公室。",
            ["ApprovedBy"] = $"{district.District.Leader.Id}",
            ["All"] = "true",
        });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var lines = await LinesAsync(coordinator, "/issuing/plan.docx?batch=1");
        Assert.Equal(
            [
                "云泽区人民政府办公室文件", "云政办发〔2026〕5号", "云泽区人民政府办公室关于分解落实区委全会部署的通知",
                "云泽区教育局、云泽区住房和城乡建设局、云泽区财政局：", "现将《2026年任务分解方案》印发给你们，请认真抓好落实。",
            ],
            lines.Take(5));
        Assert.Contains("附件：2026年任务分解方案", lines);
        Assert.Equal(["附件", "2026年任务分解方案"], lines.SkipWhile(l => l != "附件").Take(2));
        Assert.Equal(["抄送：区人大常委会办公室，区政协办公室。", "云泽区人民政府办公室2026年3月2日印发"], lines.Where(l => l.Length > 0).TakeLast(2));
        await using var db = app.Open();
        Assert.Equal("王立军（区委常委、常务副区长）", (await db.Issues.SingleAsync()).ApprovedBy);
        Assert.Equal("王立军（区委常委、常务副区长）", (await db.Editions.SingleAsync()).ApprovedBy);
    }

    [Theory]
    [InlineData("NoticeTitle", 151)]
    [InlineData("Organ", 41)]
    [InlineData("Copies", 501)]
    [InlineData("ApprovedBy", 0)]
    public async Task What_a_notice_cannot_say_is_refused_and_nothing_is_issued(string field, int length)
    {
        await using var app = await TestApp.StartAsync();
        await IssuingDistrict.InAsync(app);
        using var coordinator = await app.AsAsync("coordinator");
        using var answer = await coordinator.SubmitAsync(IssuingDistrict.Form(await coordinator.PageAsync("/issuing")), new Dictionary<string, string?>
        {
            ["DocumentNumber"] = "云办发〔2026〕3号",
            [field] = length > 0 ? new string('通', length) : "3",
            ["All"] = "true",
        });
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("ISS013", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await using var db = app.Open();
        Assert.Empty(db.Issues);
    }

    [Theory]
    [InlineData("云政办发〔2026〕5号", "云泽区人民政府办公室")]
    [InlineData("云政发〔2026〕5号", "云泽区人民政府")]
    [InlineData("云办发〔2026〕5号", "中共云泽区委办公室")]
    [InlineData("云委发〔2026〕5号", "中共云泽区委员会")]
    [InlineData("云督字〔2026〕5号", "")]
    public void The_number_says_which_organ_issues(string number, string organ) => Assert.Equal(organ, DocumentNumber.OrganOf(number, "云泽区"));

    private static async Task<List<string>> LinesAsync(WebClient web, string path)
    {
        using var answer = await web.GetAsync(path);
        using var package = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        using var stream = package.GetEntry("word/document.xml")!.Open();
        return [.. XElement.Load(stream).Element(W + "body")!.Elements(W + "p").Select(p => string.Concat(p.Descendants(W + "t").Select(t => t.Value)))];
    }
}
