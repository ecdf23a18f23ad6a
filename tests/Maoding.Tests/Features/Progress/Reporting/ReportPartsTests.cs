using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Maoding.Domain.Progress;
using Maoding.Tests.Hosting;
using Xunit;
using static Maoding.Tests.Features.Progress.Reporting.ReportingDistrict;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Features.Progress.Reporting;

/// <summary>What joins a report: co-units' paragraphs, files, leaders' instructions, the rhythm; and what pages cost.</summary>
public sealed class ReportPartsTests
{
    private static readonly Dictionary<string, string?> Nothing = [];

    [Fact]
    public async Task A_co_unit_that_was_asked_writes_its_paragraph_into_the_leads_report()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await InAsync(app);
        using var clerk = await app.AsAsync("clerk");
        using var helper = await app.AsAsync("clerk2");
        var page = await clerk.PageAsync(Page(scene.Schools, February));
        await RefusedAsync(await clerk.SubmitAsync(Form(page, "handler=Ask"), Nothing), "REP017");
        await DoneAsync(await clerk.SubmitAsync(
            Form(page, "handler=Ask"), new Dictionary<string, string?> { ["UnitIds"] = $"{scene.District.Housing.Id}", ["RequestKey"] = "k1" }));
        Assert.Contains("1 段配合进展待写", (await helper.PageAsync("/today")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Single((await helper.PageAsync("/reporting")).QuerySelectorAll("#paragraphs tbody tr"));
        await DoneAsync(await helper.SubmitAsync(
            Form(await helper.PageAsync(Page(scene.Schools, February)), "handler=Paragraph"), new Dictionary<string, string?> { ["Paragraph"] = "规划许可已办结。" }));
        Assert.DoesNotContain("配合进展待写", (await helper.PageAsync("/today")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("规划许可已办结。", (await clerk.PageAsync(Page(scene.Schools, February))).QuerySelector("#paragraphs")!.TextContent, StringComparison.Ordinal);
        await DoneAsync(await FillAsync(clerk, scene.Schools, February, Schooling()));
        await DecidingTests.PostAsync(helper, $"{Page(scene.Schools, February)}?handler=Paragraph",
            HttpStatusCode.Conflict, ("UnitId", $"{scene.District.Housing.Id}"), ("Paragraph", "改写"));
        Assert.Equal("规划许可已办结。", Assert.Single((await scene.ReportAsync(scene.Schools, February)).Paragraphs).Text);
    }

    [Fact]
    public async Task A_file_is_saved_with_the_report_and_a_wrong_one_stops_both()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await InAsync(app);
        using var clerk = await app.AsAsync("clerk");
        await RefusedAsync(await UploadAsync(clerk, scene, "现场.exe", "MZ"u8.ToArray()), "FIL003");
        await using (var db = app.Open()) Assert.Empty(db.Reports);
        await DoneAsync(await UploadAsync(clerk, scene, "现场.txt", Encoding.UTF8.GetBytes("开工照片说明")));
        Assert.Contains("现场.txt", (await clerk.PageAsync(Page(scene.Conduct, February))).QuerySelector("aside")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((ReportState.Draft, 155),
            ((await scene.ReportAsync(scene.Conduct, February)).State, (await scene.ReportAsync(scene.Conduct, February)).Share));
    }

    [Fact]
    public async Task A_leaders_instruction_stands_on_the_row_with_its_scan()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await InAsync(app);
        using var coordinator = await app.AsAsync("coordinator");
        var address = $"/reporting/instruction/{scene.Schools.Id}";
        var form = Form(await coordinator.PageAsync(address), address);
        await RefusedAsync(await coordinator.SubmitAsync(form, new Dictionary<string, string?> { ["GivenOn"] = "2026-03-03", ["Text"] = "请加快" }), "REP023");
        await RefusedAsync(await coordinator.SubmitAsync(form, Nothing), "REP024");
        using var content = new MultipartFormDataContent
        {
            { new StringContent(((IHtmlInputElement)form.QuerySelector("[name=__RequestVerificationToken]")!).Value), "__RequestVerificationToken" },
            { new StringContent($"{scene.District.Leader.Id}"), "PostId" },
            { new StringContent("2026-03-01"), "GivenOn" },
            { new StringContent("请教育局加快，月底前开工。"), "Text" },
            { new ByteArrayContent([.. "%PDF-1.7"u8, .. new byte[50]]), "Upload", "批示.pdf" },
        };
        await DoneAsync(await coordinator.Http.PostAsync(new Uri(address, UriKind.Relative), content));
        var shown = (await coordinator.PageAsync($"/ledger/{scene.Schools.Id}")).QuerySelector("#instructions")!;
        Assert.Contains("请教育局加快，月底前开工。", shown.TextContent, StringComparison.Ordinal);
        Assert.Contains("王立军", shown.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await coordinator.GetAsync(shown.QuerySelector("footer a")!.GetAttribute("href")!)).StatusCode);
    }

    [Fact]
    public async Task The_coordinator_changes_how_often_a_row_is_reported_on_with_a_reason()
    {
        await using var app = await TestApp.StartAsync();
        var scene = await InAsync(app);
        using var coordinator = await app.AsAsync("coordinator");
        var address = $"/reporting/rhythm/{scene.Schools.Id}";
        var form = Form(await coordinator.PageAsync(address), address);
        await RefusedAsync(await coordinator.SubmitAsync(form, new Dictionary<string, string?> { ["Rhythm"] = "Quarter" }), "REP025");
        await DoneAsync(await coordinator.SubmitAsync(
            form, new Dictionary<string, string?> { ["Rhythm"] = "Quarter", ["Reason"] = "减轻负担", ["RequestKey"] = "k1" }));
        Assert.Equal(Rhythm.Quarter, (await scene.RowAsync(scene.Schools)).Rhythm);
        var draft = scene.District.Row("8", "还没有印发的", Domain.Ledger.CommitmentState.Draft, scene.District.Education);
        await using (var db = app.Open())
        {
            db.Add(draft);
            await TestApp.SaveAsync(db);
        }

        var link = (await coordinator.PageAsync($"/ledger/{draft.Id}")).QuerySelectorAll(".actions a").Single(a => a.TextContent == "月报").GetAttribute("href")!;
        await DoneAsync(await coordinator.SubmitAsync(
            Form(await coordinator.PageAsync(link), link), new Dictionary<string, string?> { ["Rhythm"] = "TenDays" }));
        Assert.Equal(Rhythm.TenDays, (await scene.RowAsync(draft)).Rhythm);
        using var clerk = await app.AsAsync("clerk");
        Assert.DoesNotContain("新建公办幼儿园", (await clerk.PageAsync("/reporting")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var change = (await coordinator.PageAsync($"/ledger/{scene.Schools.Id}")).QuerySelector("#changes tbody tr")!;
        Assert.Equal(("月报", "减轻负担"), (change.QuerySelector("del")!.TextContent, change.QuerySelector("td[data-label=理由]")!.TextContent));
    }

    [Theory]
    [InlineData("/reporting", "clerk", 8)]
    [InlineData("/reporting/sign", "head", 3)]
    [InlineData("/reporting/review", "coordinator", 3)]
    [InlineData("/today", "head", 27)]
    public async Task A_page_sends_the_same_statements_for_one_report_and_for_a_hundred(string path, string account, int most)
    {
        var counter = new SqlCounter();
        await using var app = await TestApp.StartAsync(adjust: counter.Listen);
        var scene = await InAsync(app);
        var few = await CountAsync(2, ReportState.Submitted);
        await CountAsync(40, ReportState.SignedOff);
        var many = await CountAsync(60, ReportState.Submitted);
        Assert.Equal(few, many);
        Assert.InRange(many, 1, most);

        async Task<int> CountAsync(int rows, ReportState state)
        {
            await using (var db = app.Open())
            {
                var issue = scene.Schools.IssueId;
                var made = Enumerable.Range(0, rows).Select(i => scene.District.Row($"{(state == ReportState.SignedOff ? 300 : 9) + (rows * 10) + i}",
                    $"任务{i}", Domain.Ledger.CommitmentState.Issued, scene.District.Education)).ToList();
                foreach (var row in made) row.IssueId = issue;
                db.AddRange(made);
                await TestApp.SaveAsync(db);
                db.AddRange(made.Take(rows - 1)
                    .Select(r => new ProgressReport { CommitmentId = r.Id, Period = February, State = state, Share = 100, Done = "开工" }));
                await TestApp.SaveAsync(db);
            }

            using var web = await app.AsAsync(account);
            await web.PageAsync(path);
            return (await counter.DuringAsync(() => web.PageAsync(path))).Count;
        }
    }

    private static async Task<HttpResponseMessage> UploadAsync(WebClient web, ReportingDistrict scene, string name, byte[] bytes)
    {
        var page = await web.PageAsync(Page(scene.Conduct, February));
        using var content = new MultipartFormDataContent
        {
            { new StringContent(((IHtmlInputElement)page.QuerySelector("main [name=__RequestVerificationToken]")!).Value), "__RequestVerificationToken" },
            { new StringContent("0"), "Fields.Version" },
            { new StringContent("15.5"), "Fields.Typed" },
            { new StringContent("制定方案"), "Fields.Done" },
            { new ByteArrayContent(bytes), "Upload", name },
        };
        return await web.Http.PostAsync(new Uri(Page(scene.Conduct, February), UriKind.Relative), content);
    }
}
