using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Maoding.Domain.Editions;
using Maoding.Domain.Issuing;
using Maoding.Domain.Ledger;
using Maoding.Domain.Organization;
using Maoding.Features.Administration.Verifying;
using Maoding.Features.Planning.Editions;
using Maoding.TestKit;
using Maoding.Tests.Features.Planning.Issuing;
using Maoding.Tests.Features.Supervision.Problems;
using Maoding.Tests.Features.Supervision.SiteMeetings;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Features.Planning.Editions;

/// <summary>What left the house stays as it left.</summary>
public sealed class EditionTests
{
    private static readonly string[] Papers = ["/issuing/plan.docx?batch=1", "/issuing/plan.docx?batch=1&months=true", "/issuing/plan.xlsx?batch=1"];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task After_a_renaming_and_a_succession_an_issued_paper_is_the_same_byte_for_byte(bool postgres)
    {
        await using var app = await TestApp.StartAsync(postgres ? await MigratedDatabase.OnPostgresAsync() : null);
        var district = await IssuingDistrict.InAsync(app);
        await district.IssueAsync();
        using var coordinator = await app.AsAsync("coordinator");
        var before = new List<byte[]>();
        foreach (var paper in Papers) before.Add(await BytesAsync(coordinator, paper));
        await RenameAsync(app, district.District);
        foreach (var (paper, bytes) in Papers.Zip(before)) Assert.Equal(bytes, await BytesAsync(coordinator, paper));
        // The plan as it is now does change.
        Assert.Contains("教育和体育局", await TextAsync(coordinator, "/issuing/plan.docx"), StringComparison.Ordinal);
        Assert.True((await VerifyAsync(app)).IsClean);
    }

    [Fact]
    public async Task The_page_of_an_edition_shows_the_year_of_its_plan()
    {
        await using var app = await TestApp.StartAsync();
        var district = await IssuingDistrict.InAsync(app);
        await district.IssueAsync();
        await using var db = app.Open();
        db.Plans.Add(new Plan { Year = 2027, Name = "2027年任务分解方案" });
        (await db.Regions.SingleAsync()).BusinessDate = new DateOnly(2027, 1, 12);
        await TestApp.SaveAsync(db);
        using var coordinator = await app.AsAsync("coordinator");
        Assert.Equal("2027", (await coordinator.PageAsync("/editions")).QuerySelector(".years [aria-current]")!.TextContent);
        var page = await coordinator.PageAsync($"/editions/{await db.Editions.Select(e => e.Id).FirstAsync()}");
        Assert.Equal("2026", page.QuerySelector(".years [aria-current]")!.TextContent);
    }

    [Fact]
    public async Task Signed_minutes_are_kept_as_they_were_signed_and_absent_for_strangers()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await ProblemScene.InAsync(app);
        using var leader = await app.AsAsync("leader");
        var address = await SiteMeetingTests.HeldAsync(leader);
        using (var signed = await leader.SubmitAsync(
            (IHtmlFormElement)(await leader.PageAsync(address)).QuerySelector("#sign form")!, new Dictionary<string, string?>()))
            Assert.Equal(HttpStatusCode.Redirect, signed.StatusCode);
        using var coordinator = await app.AsAsync("coordinator");
        var before = await BytesAsync(coordinator, $"{address}/minutes");
        await RenameAsync(app, scene.District);
        Assert.Equal(before, await BytesAsync(coordinator, $"{address}/minutes"));
        Assert.NotNull((await coordinator.PageAsync(address)).QuerySelector("#editions a"));
        Assert.Single((await coordinator.PageAsync("/editions")).QuerySelectorAll("tbody tr"));
        using var clerk2 = await app.AsAsync("clerk2");
        Assert.Empty((await clerk2.PageAsync("/editions")).QuerySelectorAll("tbody tr"));
        await clerk2.PageAsync("/editions/1", HttpStatusCode.NotFound);
        Assert.DoesNotContain("/editions/1", (await clerk2.PageAsync("/find?q=现场办公会议纪要")).QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_from_before_there_were_editions_gets_one_once_that_says_so()
    {
        await using var app = await TestApp.StartAsync();
        var rows = await RowThings.InAsync(app);
        await using (var db = app.Open())
        {
            var issue = await db.Issues.SingleAsync();
            issue.IssuedOn = SmallDistrict.Today.AddDays(-10);
            (await db.Plans.SingleAsync()).State = Domain.Ledger.PlanState.Issued;
            await TestApp.SaveAsync(db);
        }

        Assert.Equal((1, 0), (await CatchUpAsync(app), await CatchUpAsync(app)));
        await using (var db = app.Open())
        {
            var kept = await db.Editions.SingleAsync();
            Assert.True(kept.IsLate);
            Assert.Equal((nameof(Issue), rows.Issue.Id, "云办发〔2026〕3号", 0), (kept.Subject, kept.SubjectId, kept.Number, kept.MadeById));
            Assert.Equal(3, await db.Files.CountAsync(f => f.Subject == nameof(Edition)));
        }

        using var clerk = await app.AsAsync("clerk");
        Assert.Contains("事后补存", (await clerk.PageAsync("/issuing/1")).QuerySelector("#editions")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("还不存定稿", (await clerk.PageAsync("/editions/1")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_is_a_new_edition_that_names_the_old_one()
    {
        await using var app = await TestApp.StartAsync();
        var district = await IssuingDistrict.InAsync(app);
        await district.IssueAsync();
        using var coordinator = await app.AsAsync("coordinator");
        var issued = await BytesAsync(coordinator, Papers[0]);
        Assert.Contains("EDI003", await CorrectAsync(coordinator, 1, ("Reason", " ")), StringComparison.Ordinal);
        Assert.Contains("EDI004", await CorrectAsync(coordinator, 1, ("Day", "2026-03-03")), StringComparison.Ordinal);
        Assert.Contains("EDI005", await CorrectAsync(coordinator, 1, ("ApprovedBy", "")), StringComparison.Ordinal);
        Assert.Equal("/editions/2", await CorrectAsync(coordinator, 1));
        Assert.Contains("EDI002", await CorrectAsync(coordinator, 1), StringComparison.Ordinal);
        Assert.Equal("更正件", Encoding.UTF8.GetString(await BytesAsync(coordinator, Papers[0])));
        await using (var db = app.Open())
        {
            var made = await db.Editions.SingleAsync(e => e.Id == 2);
            Assert.Equal((1, 2, "名称写错"), (made.CorrectsId, made.Ordinal, made.Reason));
            var first = await db.Files.OrderBy(f => f.Id).FirstAsync(f => f.Subject == nameof(Edition));
            Assert.Equal(issued, await BytesAsync(coordinator, $"/editions/1/files/{first.Id}"));
        }

        var list = await coordinator.PageAsync("/editions?kind=1&year=2026&q=云办发");
        Assert.Equal(
            ["第2版更正件", "第1版已更正"],
            list.QuerySelectorAll("td[data-label=版次]").Select(c => string.Concat(c.TextContent.Where(x => !char.IsWhiteSpace(x)))));
        Assert.Null((await coordinator.PageAsync("/editions/1")).QuerySelector("#correct"));
        using var clerk = await app.AsAsync("clerk");
        Assert.Null((await clerk.PageAsync("/editions/2")).QuerySelector("#correct"));
        Assert.Contains("/editions/1", (await clerk.PageAsync("/find?q=2026年任务分解方案")).QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_database_refuses_to_change_an_edition_and_verify_tells_what_was_changed_all_the_same(bool postgres)
    {
        await using var app = await TestApp.StartAsync(postgres ? await MigratedDatabase.OnPostgresAsync() : null);
        var district = await IssuingDistrict.InAsync(app);
        await district.IssueAsync();
        string[] changes =
        [
            "UPDATE \"Editions\" SET \"Name\" = 'x'", "DELETE FROM \"Editions\"", "UPDATE \"FileChunks\" SET \"Index\" = 5", "DELETE FROM \"FileChunks\"",
        ];
        foreach (var change in changes)
        {
            await using var db = app.Open();
            var refused = await Assert.ThrowsAnyAsync<Exception>(() => db.Database.ExecuteSqlRawAsync(change));
            Assert.Contains("editions are never", refused.Message, StringComparison.Ordinal);
        }

        await using (var db = app.Open())
            await db.Database.ExecuteSqlRawAsync("UPDATE \"Files\" SET \"Sha256\" = 'x', \"Name\" = 'x' WHERE \"Subject\" = 'Edition'");
        Assert.Equal(["VER010", "VER016"], (await VerifyAsync(app)).Results.Where(r => r.Count > 0).Select(r => r.Check.Code).Order());
    }

    private static async Task RenameAsync(TestApp app, SmallDistrict district)
    {
        await using var db = app.Open();
        var unit = await db.Units.SingleAsync(u => u.Id == district.Education.Id);
        (unit.Name, unit.ShortName) = ("云泽区教育和体育局", "区教育和体育局");
        var tenure = await db.Tenures.SingleAsync(t => t.PostId == district.Leader.Id);
        tenure.To = SmallDistrict.Today.AddDays(-1);
        db.Tenures.Add(new Tenure { Person = new Person { Name = "赵继任" }, PostId = district.Leader.Id, From = SmallDistrict.Today });
        await TestApp.SaveAsync(db);
    }

    private static async Task<int> CatchUpAsync(TestApp app)
    {
        await using var scope = app.Scope();
        return await scope.ServiceProvider.GetRequiredService<EditionCatchUp>().RunAsync(CancellationToken.None);
    }

    /// <returns>Where it leads, or the page that refuses.</returns>
    private static async Task<string> CorrectAsync(WebClient web, int id, params (string Name, string Value)[] changes)
    {
        // The token of any form will do: that of an old edition is not there any more.
        var page = await web.PageAsync("/issuing");
        var token = ((IHtmlInputElement)page.QuerySelector("input[name=__RequestVerificationToken]")!).Value;
        var fields = new Dictionary<string, string>
        {
            ["Reason"] = "名称写错",
            ["Day"] = "2026-03-02",
            ["ApprovedBy"] = "区委常委、常务副区长王立军",
            ["RequestKey"] = Guid.NewGuid().ToString("n"),
            ["__RequestVerificationToken"] = token,
        };
        foreach (var (name, value) in changes) fields[name] = value;
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields) form.Add(new StringContent(value), name);
        form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes("更正件")), "Upload", "更正件.txt");
        using var answer = await web.Http.PostAsync(new Uri($"/editions/{id}", UriKind.Relative), form);
        return answer.Headers.Location?.ToString() ?? await answer.Content.ReadAsStringAsync();
    }

    private static async Task<byte[]> BytesAsync(WebClient web, string path)
    {
        using var answer = await web.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private static async Task<string> TextAsync(WebClient web, string path)
    {
        using var package = new System.IO.Compression.ZipArchive(new MemoryStream(await BytesAsync(web, path)));
        using var reader = new StreamReader(package.GetEntry("word/document.xml")!.Open());
        return await reader.ReadToEndAsync();
    }

    private static Task<VerifyReport> VerifyAsync(TestApp app) => VerifyService.RunAsync(app.Database, null, TimeProvider.System, _ => { });
}
