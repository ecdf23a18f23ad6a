using System.IO.Compression;
using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Maoding.Domain.Consulting;
using Maoding.Domain.Ledger;
using Maoding.Domain.Progress;
using Maoding.Shared.Addresses;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Maoding.Tests.Features.Planning.Consulting.ConsultScene;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Features.Planning.Consulting;

/// <summary>What a unit says is sent by its head's signature, and carries its attachment.</summary>
public sealed class SigningTests
{
    [Fact]
    public async Task A_clerks_opinion_counts_only_once_the_head_has_signed_it()
    {
        await using var app = await TestApp.StartAsync();
        var (district, row) = await AskedAsync(app);
        using var clerk = await app.AsAsync("clerk");
        Assert.Contains("提交后由单位负责人签发报出", (await AnswerAsync(clerk, district, row)).Body!.TextContent, StringComparison.Ordinal);
        await RemarkAsync(clerk, district, row, "建议明确口径");
        using var coordinator = await app.AsAsync("coordinator");
        foreach (var path in (string[])["/consulting/1", $"/ledger/{row.Id}"])
            Assert.DoesNotContain("建议明确口径", (await coordinator.PageAsync(path)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("区教育局", (await coordinator.PageAsync("/consulting/1")).QuerySelector("#silent")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await clerk.PageAsync("/consulting")).QuerySelector("#sign"));
        using var head = await app.AsAsync("head");
        Assert.Contains("1 条征求意见的反馈等您签发", (await head.PageAsync("/today")).Body!.TextContent, StringComparison.Ordinal);
        using (var signed = await head.SubmitAsync(Form(await head.PageAsync("/consulting"), "#sign form"), NoChange))
            Assert.Equal(HttpStatusCode.Redirect, signed.StatusCode);
        var round = await coordinator.PageAsync("/consulting/1");
        Assert.Contains("周文签发", round.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("区教育局", round.QuerySelector("#silent")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await head.PageAsync("/consulting")).QuerySelector("#sign"));
        await using var db = app.Open();
        Assert.Equal(OpinionState.Open, (await db.Opinions.SingleAsync()).State);
        Assert.Single(await db.AuditEntries.Where(e => e.Action == "签发意见" && e.Subject == nameof(Opinion)).ToListAsync());
    }

    [Fact]
    public async Task Whom_the_head_let_sign_sends_straight_and_signs_for_a_colleague_and_a_clerk_without_that_cannot()
    {
        await using var app = await TestApp.StartAsync();
        var (district, row) = await AskedAsync(app);
        using var clerk = await app.AsAsync("clerk");
        await RemarkAsync(clerk, district, row, "建议明确口径");
        string key;
        await using (var db = app.Open())
        {
            var opinion = await db.Opinions.SingleAsync();
            key = $"{opinion.Id}.{opinion.Version}.{row.Version}";
        }

        using (var refused = await PostAsync(clerk, "/consulting?handler=Sign", await clerk.PageAsync("/consulting"), ("Picked", key)))
            Assert.Contains("PER001", (await WebClient.ParseAsync(refused, HttpStatusCode.Forbidden)).Body!.TextContent, StringComparison.Ordinal);
        await using (var db = app.Open())
        {
            var person = await db.Persons.SingleAsync(p => p.Name == "李娟");
            db.SignDelegations.Add(new SignDelegation
            {
                UnitId = district.Education.Id,
                PersonId = person.Id,
                From = SmallDistrict.Today,
                To = SmallDistrict.Today.AddDays(7),
            });
            await TestApp.SaveAsync(db);
        }

        using (var signed = await clerk.SubmitAsync(Form(await clerk.PageAsync("/consulting"), "#sign form"), NoChange))
            Assert.Equal(HttpStatusCode.Redirect, signed.StatusCode);
        await RemarkAsync(clerk, district, row, "再补充一条");
        await using var after = app.Open();
        Assert.Equal([(OpinionState.Withdrawn, true), (OpinionState.Open, true)],
            (await after.Opinions.OrderBy(o => o.Id).ToListAsync()).Select(o => (o.State, o.SignedById is not null)));
    }

    [Fact]
    public async Task What_is_not_signed_by_the_last_day_was_never_sent_and_is_silence()
    {
        await using var app = await TestApp.StartAsync();
        var (district, row) = await AskedAsync(app);
        using var clerk = await app.AsAsync("clerk");
        await RemarkAsync(clerk, district, row, "建议明确口径");
        using var head = await app.AsAsync("head");
        var form = Form(await head.PageAsync("/consulting"), "#sign form");
        await DateAsync(app, new DateOnly(2026, 3, 10));
        using (var late = await head.SubmitAsync(form, NoChange))
            Assert.Contains("CON013", (await WebClient.ParseAsync(late, HttpStatusCode.Conflict)).Body!.TextContent, StringComparison.Ordinal);
        using var coordinator = await app.AsAsync("coordinator");
        using (await coordinator.SubmitAsync(Form(await coordinator.PageAsync("/consulting/1"), "form[action$='handler=Close']"), NoChange)) { }
        await using var db = app.Open();
        var opinions = await db.Opinions.Where(o => o.UnitId == district.Education.Id).OrderBy(o => o.Id).ToListAsync();
        Assert.Equal([(OpinionKind.Remark, OpinionState.Unsent), (OpinionKind.Agree, OpinionState.Accepted)], opinions.Select(o => (o.Kind, o.State)));
        Assert.Equal(CommitmentState.Consulted, (await db.Commitments.SingleAsync(c => c.Id == row.Id)).State);
    }

    [Fact]
    public async Task An_agreement_to_a_row_that_changed_since_is_not_signed_unseen()
    {
        await using var app = await TestApp.StartAsync();
        var (_, row) = await AskedAsync(app);
        using var clerk = await app.AsAsync("clerk");
        using (await clerk.SubmitAsync(Form(await clerk.PageAsync("/consulting"), "form[action$='handler=Rest']"), NoChange)) { }
        using var head = await app.AsAsync("head");
        var form = Form(await head.PageAsync("/consulting"), "#sign form");
        await using (var db = app.Open())
        {
            (await db.Commitments.SingleAsync(c => c.Id == row.Id)).Title = "改过的题目";
            await TestApp.SaveAsync(db);
        }

        using (var unseen = await head.SubmitAsync(form, NoChange))
            Assert.Contains("SYS001", (await WebClient.ParseAsync(unseen, HttpStatusCode.Conflict)).Body!.TextContent, StringComparison.Ordinal);
        using var signed = await head.SubmitAsync(Form(await head.PageAsync("/consulting"), "#sign form"), NoChange);
        Assert.Equal(HttpStatusCode.Redirect, signed.StatusCode);
        using var nothing = await PostAsync(head, "/consulting?handler=Sign", await head.PageAsync("/consulting"));
        Assert.Contains("CON032", (await WebClient.ParseAsync(nothing, HttpStatusCode.BadRequest)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_attachment_is_read_by_its_own_side_before_and_by_the_office_after_the_signature_and_named_in_the_table()
    {
        await using var app = await TestApp.StartAsync();
        var (district, row) = await AskedAsync(app);
        using var clerk = await app.AsAsync("clerk");
        using (var wrong = await UploadAsync(clerk, district, row, "依据.pdf", "<html>"))
            Assert.Contains("FIL003", (await WebClient.ParseAsync(wrong, HttpStatusCode.BadRequest)).Body!.TextContent, StringComparison.Ordinal);
        using (var given = await UploadAsync(clerk, district, row, "三定方案.pdf", "%PDF-1.7 依据")) Assert.Equal(HttpStatusCode.Redirect, given.StatusCode);
        var link = (await clerk.PageAsync("/consulting")).QuerySelectorAll("a").Single(a => a.TextContent == "三定方案.pdf");
        var path = link.GetAttribute("href")!;
        using (var own = await clerk.GetAsync(path)) Assert.Equal("%PDF-1.7 依据", await own.Content.ReadAsStringAsync());
        using var coordinator = await app.AsAsync("coordinator");
        using (var early = await coordinator.GetAsync(path)) Assert.Equal(HttpStatusCode.NotFound, early.StatusCode);
        using var head = await app.AsAsync("head");
        Assert.Equal(path, (await head.PageAsync("/consulting")).QuerySelector("#sign a[href*=files]")!.GetAttribute("href"));
        using (await head.SubmitAsync(Form(await head.PageAsync("/consulting"), "#sign form"), NoChange)) { }
        using (var late = await coordinator.GetAsync(path)) Assert.Equal(HttpStatusCode.OK, late.StatusCode);
        foreach (var page in (string[])["/consulting/1", $"/ledger/{row.Id}"])
            Assert.NotNull((await coordinator.PageAsync(page)).QuerySelector($"a[href='{path}']"));
        using var foreign = await app.AsAsync("clerk2");
        using (var refused = await foreign.GetAsync(path)) Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        foreach (var (table, part) in ((string, string)[])[("docx", "word/document.xml"), ("xlsx", "xl/sharedStrings.xml")])
            Assert.Contains("三定方案.pdf", await PartAsync(coordinator, $"/consulting/1/opinions.{table}", part), StringComparison.Ordinal);
    }

    private static async Task<(SmallDistrict District, Commitment Row)> AskedAsync(TestApp app)
    {
        var district = await SmallDistrict.InAsync(app);
        var row = await RowAsync(app, district, "新建公办幼儿园3所", c => c.LeadUnitId = district.Education.Id);
        await StartAsync(app);
        await using var db = app.Open();
        return (district, await db.Commitments.AsNoTracking().SingleAsync(c => c.Id == row.Id));
    }

    private static async Task RemarkAsync(WebClient web, SmallDistrict district, Commitment row, string words)
    {
        var form = Form(await AnswerAsync(web, district, row), "form:has([value=Remark])");
        using var given = await web.SubmitAsync(form, new Dictionary<string, string?> { ["Grounds"] = words });
        Assert.Equal(HttpStatusCode.Redirect, given.StatusCode);
    }

    private static Task<IHtmlDocument> AnswerAsync(WebClient web, SmallDistrict district, Commitment row) =>
        web.PageAsync(ConsultLinks.Answer(row.Id, Voice.OfUnit(district.Education.Id)));

    private static async Task<HttpResponseMessage> UploadAsync(WebClient web, SmallDistrict district, Commitment row, string name, string content)
    {
        var form = Form(await AnswerAsync(web, district, row), "form:has([value=Remark])");
        using var body = new MultipartFormDataContent();
        foreach (var field in form.QuerySelectorAll("input[type=hidden]").Cast<IHtmlInputElement>()) body.Add(new StringContent(field.Value), field.Name!);
        body.Add(new StringContent("见附件"), "Grounds");
        body.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(content)), "Upload", name);
        return await web.Http.PostAsync(new Uri(ConsultLinks.Answer(row.Id, Voice.OfUnit(district.Education.Id)), UriKind.Relative), body);
    }

    private static async Task<string> PartAsync(WebClient web, string path, string part)
    {
        using var answer = await web.GetAsync(path);
        using var package = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        using var reader = new StreamReader(package.GetEntry(part)!.Open());
        return await reader.ReadToEndAsync();
    }
}
