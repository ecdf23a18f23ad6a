using System.Net;
using AngleSharp.Html.Dom;
using Maoding.Districts;
using Maoding.Domain.Calendar;
using Maoding.Tests.Commands;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Maoding.Tests.Features.Administration.Holidays;

/// <summary>The next year's holidays come from its notice, by whoever administers, without a new program.</summary>
public sealed class HolidayPageTests
{
    private const string Notice = "国务院办公厅关于2027年部分节假日安排的通知\n一、元旦：1月1日（周五）至3日（周日）放假调休，共3天。1月9日（周六）上班。";

    [Theory]
    [InlineData("admin")]
    [InlineData("coordinator")]
    public async Task The_next_years_notice_is_pasted_looked_at_and_entered(string account)
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var web = await app.AsAsync(account);
        if (account == "admin") Assert.NotNull((await web.PageAsync("/settings")).QuerySelector("main a[href='/holidays']"));
        var page = await web.PageAsync("/holidays");
        Assert.Contains("2027 年尚未录入", Words(page), StringComparison.Ordinal);
        var tried = await PostAsync(web, Form(page), Typed());
        var preview = tried.QuerySelector("#preview")!.TextContent;
        Assert.Contains("元旦：1月1日至1月3日放假，1月9日上班", preview, StringComparison.Ordinal);
        Assert.Contains("10月1日、10月2日、10月3日也应放假", preview, StringComparison.Ordinal);
        // What was changed since is looked at again.
        var again = await PostAsync(web, Form(tried), new() { ["Text"] = $"{Notice}\n国庆节：10月1日至7日放假" });
        Assert.Contains("国庆节：10月1日至10月7日放假", again.QuerySelector("#preview")!.TextContent, StringComparison.Ordinal);
        await using (var none = app.Open()) Assert.Empty(await none.RuleEditions.ToListAsync());
        using (var done = await web.SubmitAsync(Form(again), new Dictionary<string, string?>())) Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.DoesNotContain("2027 年尚未录入", Words(await web.PageAsync("/holidays")), StringComparison.Ordinal);
        Assert.Contains("国办发明电〔2026〕7号", Words(await web.PageAsync("/holidays")), StringComparison.Ordinal);
        await using var db = app.Open();
        var calendar = await DistrictCalendar.ReadAsync(db, TestContext.Current.CancellationToken);
        Assert.True(calendar.IsWorkday(new DateOnly(2027, 1, 9)));
        Assert.False(calendar.IsWorkday(new DateOnly(2027, 10, 7)));
        // Another district in this process, and this one's past years, are as they were.
        Assert.False(WorkCalendar.Published.IsOfficial(2027));
        Assert.True(calendar.IsWorkday(new DateOnly(2026, 1, 4)));
    }

    [Fact]
    public async Task A_later_edition_of_a_year_holds_and_what_cannot_be_keeps_what_was_typed()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var web = await app.AsAsync("admin");
        await EnterAsync(web, Typed());
        var second = Typed();
        second["Text"] = "元旦：1月1日放假";
        await EnterAsync(web, second);
        await using (var scope = app.Scope())
        {
            var district = scope.ServiceProvider.GetRequiredService<District>();
            await using var db = app.Open();
            var version = (await db.Regions.SingleAsync()).DirectoryVersion;
            var calendar = (await district.Directory.GetAsync(db, version, TestContext.Current.CancellationToken)).Calendar;
            Assert.False(calendar.IsWorkday(new DateOnly(2027, 1, 9)));
            Assert.Equal([1, 2], await db.RuleEditions.Where(e => e.Kind == HolidayKind.Holidays).OrderBy(e => e.Number).Select(e => e.Number).ToListAsync());
        }

        var wrong = Typed();
        wrong["Text"] = "元旦：1月1日（周四）放假";
        using var answer = await web.SubmitAsync(Form(await web.PageAsync("/holidays")), wrong);
        var page = await Hosting.WebClient.ParseAsync(answer, HttpStatusCode.BadRequest);
        Assert.Contains("HOL004", Words(page), StringComparison.Ordinal);
        Assert.Equal(wrong["Text"], ((IHtmlTextAreaElement)page.QuerySelector("#Text")!).Value);
    }

    [Fact]
    public async Task The_notice_is_read_from_its_file_and_what_is_no_file_of_text_is_refused()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var web = await app.AsAsync("admin");
        var paragraphs = string.Concat(Notice.Split('\n').Select(BadFiles.Paragraph));
        var read = await Hosting.WebClient.ParseAsync(await UploadAsync(web, "通知.docx", BadFiles.Docx(paragraphs)));
        Assert.Contains("元旦：1月1日至1月3日放假，1月9日上班", read.QuerySelector("#preview")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("元旦", ((IHtmlTextAreaElement)read.QuerySelector("#Text")!).Value, StringComparison.Ordinal);
        using (var done = await web.SubmitAsync(Form(read), new Dictionary<string, string?>())) Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        using var broken = await UploadAsync(web, "通知.docx", [1, 2, 3]);
        var refused = await Hosting.WebClient.ParseAsync(broken, HttpStatusCode.BadRequest);
        Assert.Contains("（DOC", refused.QuerySelector("main .errors")!.TextContent, StringComparison.Ordinal);
        using var large = await UploadAsync(web, "通知.txt", new byte[3 * 1024 * 1024]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
    }

    [Theory]
    [InlineData("2026-10-31", "admin", false)]
    [InlineData("2026-11-01", "admin", true)]
    [InlineData("2026-11-01", "coordinator", true)]
    [InlineData("2026-11-01", "clerk", false)]
    public async Task From_November_on_the_next_years_notice_is_asked_for(string day, string account, bool asked)
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        await using (var db = app.Open())
        {
            (await db.Regions.SingleAsync()).BusinessDate = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
            await TestApp.SaveAsync(db);
        }

        using var web = await app.AsAsync(account);
        Assert.Equal(asked, (await web.PageAsync("/today")).QuerySelector(".waiting a[href^='/holidays?of=2027']") is not null);
    }

    private static Dictionary<string, string?> Typed() =>
        new() { ["Of"] = "2027", ["Text"] = Notice, ["Source"] = "国办发明电〔2026〕7号", ["ApprovedOn"] = "2026-02-27" };

    private static async Task EnterAsync(Hosting.WebClient web, Dictionary<string, string?> typed)
    {
        var tried = await PostAsync(web, Form(await web.PageAsync("/holidays?of=2027")), typed);
        using var done = await web.SubmitAsync(Form(tried), new Dictionary<string, string?>());
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
    }

    private static async Task<HttpResponseMessage> UploadAsync(Hosting.WebClient web, string name, byte[] bytes)
    {
        using var content = new MultipartFormDataContent();
        foreach (var field in Form(await web.PageAsync("/holidays?of=2027")).QuerySelectorAll("input[type=hidden]").OfType<IHtmlInputElement>())
            content.Add(new StringContent(field.Value), field.Name!);
        foreach (var (field, value) in Typed().Where(f => f.Key != "Text")) content.Add(new StringContent(value!), field);
        content.Add(new ByteArrayContent(bytes), "Upload", name);
        return await web.Http.PostAsync(new Uri("/holidays", UriKind.Relative), content, TestContext.Current.CancellationToken);
    }

    private static string Words(IHtmlDocument page) => page.QuerySelector("main")!.TextContent;

    private static IHtmlFormElement Form(IHtmlDocument page) => page.QuerySelectorAll("main form").OfType<IHtmlFormElement>().Single();

    private static async Task<IHtmlDocument> PostAsync(Hosting.WebClient web, IHtmlFormElement form, Dictionary<string, string?> changes)
    {
        using var answer = await web.SubmitAsync(form, changes);
        return await Hosting.WebClient.ParseAsync(answer);
    }
}
