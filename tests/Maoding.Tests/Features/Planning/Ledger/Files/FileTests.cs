using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using AngleSharp.Html.Dom;
using Maoding.Domain.Ledger;
using Maoding.Tests.Hosting;
using Xunit;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Features.Planning.Ledger.Files;

public sealed class FileTests
{
    [Fact]
    public async Task A_file_comes_back_as_it_was_and_only_as_a_download()
    {
        await using var app = await TestApp.StartAsync();
        var row = await RowAsync(app, CommitmentState.Issued);
        var bytes = RandomNumberGenerator.GetBytes(700_000);
        "%PDF-1.7"u8.CopyTo(bytes);
        using var web = await app.AsAsync("clerk2");
        using (var sent = await UploadAsync(web, row, "验收 报告“终”.pdf", bytes)) Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        var page = await web.PageAsync($"/ledger/{row}");
        var link = page.QuerySelector("#files td.name a")!;
        Assert.Equal("验收 报告“终”.pdf", link.TextContent);
        using var back = await web.GetAsync(link.GetAttribute("href")!);
        Assert.Equal(bytes, await back.Content.ReadAsByteArrayAsync());
        Assert.Equal("attachment", back.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("验收 报告“终”.pdf", back.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("application/pdf", back.Content.Headers.ContentType!.MediaType);
        Assert.Contains("sandbox", back.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("nosniff", back.Headers.GetValues("X-Content-Type-Options").Single(), StringComparison.Ordinal);
        await using var db = app.Open();
        var file = db.Files.Single();
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), file.Sha256);
        Assert.Equal([0, 1, 2], db.FileChunks.Where(c => c.FileId == file.Id).OrderBy(c => c.Index).Select(c => c.Index).ToList());
        var entries = db.AuditEntries.Where(e => e.Subject == "StoredFile").OrderBy(e => e.Sequence).ToList();
        Assert.Equal([("上传附件", file.Id), ("下载附件", file.Id)], entries.Select(e => (e.Action, e.SubjectId)));
        Assert.Contains(file.Sha256, entries[0].Text, StringComparison.Ordinal);
        Assert.Equal("验收 报告“终”.pdf", entries[1].Why);
    }

    [Theory]
    [InlineData("坏.exe", "MZ", "FIL003")]
    [InlineData("假.pdf", "<html>", "FIL003")]
    [InlineData("假.docx", "PK\u0003\u0004nothing", "FIL003")]
    [InlineData("空.txt", "", "FIL002")]
    [InlineData("页面.html", "<html>", "FIL003")]
    public async Task What_is_not_what_it_says_is_refused_with_the_reason(string name, string content, string code)
    {
        await using var app = await TestApp.StartAsync();
        var row = await RowAsync(app, CommitmentState.Issued);
        using var web = await app.AsAsync("coordinator");
        using var sent = await UploadAsync(web, row, name, Encoding.UTF8.GetBytes(content));
        var page = await WebClient.ParseAsync(sent, HttpStatusCode.BadRequest);
        Assert.Contains(code, page.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        await using var db = app.Open();
        Assert.Empty(db.Files);
    }

    [Fact]
    public async Task More_than_20_MB_is_refused_with_the_reason()
    {
        await using var app = await TestApp.StartAsync();
        var row = await RowAsync(app, CommitmentState.Issued);
        using var web = await app.AsAsync("coordinator");
        using var sent = await UploadAsync(web, row, "大.txt", Enumerable.Repeat((byte)'a', (20 * 1024 * 1024) + 1).ToArray());
        Assert.Contains("FIL001", (await WebClient.ParseAsync(sent, HttpStatusCode.RequestEntityTooLarge)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_allowed_kind_is_told_by_its_content()
    {
        await using var app = await TestApp.StartAsync();
        var row = await RowAsync(app, CommitmentState.Issued);
        using var web = await app.AsAsync("coordinator");
        (string Name, byte[] Bytes)[] files =
        [
            ("a.docx", Package("word/document.xml")), ("b.xlsx", Package("xl/workbook.xml")),
            ("c.ofd", Package("OFD.xml")), ("d.PNG", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
            ("e.jpg", [0xFF, 0xD8, 0xFF, 0xE0]), ("f.txt", "说明\r\n\t第二行"u8.ToArray()),
        ];
        foreach (var (name, bytes) in files)
        {
            using var sent = await UploadAsync(web, row, name, bytes);
            Assert.Equal((name, HttpStatusCode.Redirect), (name, sent.StatusCode));
        }

        Assert.Equal(files.Select(f => f.Name), (await web.PageAsync($"/ledger/{row}/files")).QuerySelectorAll("td.name").Select(e => e.TextContent));
    }

    [Fact]
    public async Task A_unit_attaches_to_its_own_rows_only_and_reads_no_file_of_others()
    {
        await using var app = await TestApp.StartAsync();
        var row = await RowAsync(app, CommitmentState.Issued);
        using var owner = await app.AsAsync("clerk2");
        using (var sent = await UploadAsync(owner, row, "f.txt", "内部意见"u8.ToArray())) Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        using var other = await app.AsAsync("clerk");
        var page = await other.PageAsync($"/ledger/{row}");
        Assert.Null(page.QuerySelector("#files"));
        await using var db = app.Open();
        using var file = await other.GetAsync($"/ledger/files/{db.Files.Single().Id}");
        Assert.Equal(HttpStatusCode.Forbidden, file.StatusCode);
        using var refused = await UploadAsync(other, row, "g.txt", "x"u8.ToArray(), from: owner);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Single(db.Files);
    }

    private static byte[] Package(string entry)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true)) archive.CreateEntry(entry);
        return stream.ToArray();
    }

    private static async Task<int> RowAsync(TestApp app, CommitmentState state)
    {
        var district = await SmallDistrict.InAsync(app);
        await using var db = app.Open();
        var row = district.Row("1", "老旧小区改造12个", state, district.Housing);
        db.Add(row);
        await TestApp.SaveAsync(db);
        return row.Id;
    }

    /// <param name="from">Whose page the form is taken from; null for the sender's own.</param>
    private static async Task<HttpResponseMessage> UploadAsync(WebClient web, int row, string name, byte[] bytes, WebClient? from = null)
    {
        var form = (IHtmlFormElement)(await (from ?? web).PageAsync($"/ledger/{row}")).QuerySelector("#files form")!;
        using var content = new MultipartFormDataContent();
        foreach (var field in form.QuerySelectorAll("input[type=hidden]").Cast<IHtmlInputElement>()) content.Add(new StringContent(field.Value), field.Name!);
        content.Add(new ByteArrayContent(bytes), "Upload", name);
        return await web.Http.PostAsync(new Uri(form.GetAttribute("action")!, UriKind.Relative), content);
    }
}
