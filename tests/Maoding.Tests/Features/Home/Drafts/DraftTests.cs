using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Maoding.Domain.Drafts;
using Maoding.Storage.Auditing;
using Maoding.TestKit;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;
using HttpStatusCode = System.Net.HttpStatusCode;

namespace Maoding.Tests.Features.Home.Drafts;

public sealed class DraftTests
{
    private const string Address = "/documents/import";

    [Fact]
    public async Task What_is_typed_comes_back_after_leaving_counts_on_Today_and_is_forgotten_when_the_form_is_carried_out()
    {
        Assert.SkipWhen(Browser.Missing is not null, Browser.Missing ?? "");
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        await using var browser = await Browser.Open(app.Address.ToString());
        await browser.EnterAsync(app, "coordinator");
        var page = browser.Page;
        await page.GotoAsync(Address);
        await page.FillAsync("#Pasted", "今年新建学校3所。");
        await page.GetByText("已自动暂存").WaitForAsync();
        await page.GotoAsync("/today");
        await page.GetByText("有 1 处内容写了没有提交").WaitForAsync();
        await page.GotoAsync(Address);
        await page.GetByText("写了没有提交的内容，请核对后提交").WaitForAsync();
        Assert.Equal("今年新建学校3所。", await page.InputValueAsync("#Pasted"));
        await page.FillAsync("#Title", "2026年工作要点");
        await page.ClickAsync("#import .btn-primary");
        await page.WaitForURLAsync(address => !address.Contains("/import", StringComparison.Ordinal));
        await using var db = app.Open();
        Assert.Empty(await db.KeptForms.ToListAsync());
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_counted_and_not_cut()
    {
        Assert.SkipWhen(Browser.Missing is not null, Browser.Missing ?? "");
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        await using var browser = await Browser.Open(app.Address.ToString());
        await browser.EnterAsync(app, "clerk");
        var page = browser.Page;
        await page.GotoAsync("/problems/new");
        var area = page.Locator("main textarea").First;
        await area.FillAsync(new string('多', 5000));
        Assert.Equal(5000, (await area.InputValueAsync()).Length);
        Assert.Contains("请删短", await area.EvaluateAsync<string>("a => a.validationMessage"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drafts_are_each_one_s_own_and_neither_audited_nor_counted_as_writes()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var clerk = await app.AsAsync("clerk");
        using var other = await app.AsAsync("coordinator");
        await using var db = app.Open();
        var entries = await db.AuditEntries.CountAsync();
        Assert.Equal(HttpStatusCode.NoContent, await KeepAsync(clerk, "/problems/new", "[1]"));
        Assert.Equal(HttpStatusCode.NoContent, await KeepAsync(clerk, "/problems/new", "[2]"));
        Assert.Equal(entries, await db.AuditEntries.CountAsync());
        var kept = Assert.Single(await db.KeptForms.AsNoTracking().ToListAsync());
        Assert.Equal("[2]", kept.Content);
        Assert.Contains("[2]", await KeptAsync(clerk), StringComparison.Ordinal);
        Assert.Equal("[]", await KeptAsync(other));
        Assert.Contains("上报问题", (await clerk.PageAsync("/drafts")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, await KeepAsync(clerk, "//elsewhere.example/", "[]"));
        Assert.Equal(HttpStatusCode.BadRequest, await KeepAsync(clerk, "/\\elsewhere.example/", "[]"));
        Assert.Equal(HttpStatusCode.BadRequest, await KeepAsync(clerk, "/\n/elsewhere.example/", "[]"));
        Assert.Equal(HttpStatusCode.BadRequest, await KeepAsync(clerk, "/problems/new", new string('x', KeptForm.Longest + 1)));
    }

    [Fact]
    public async Task The_form_written_longest_ago_gives_way_and_old_ones_are_forgotten()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var clerk = await app.AsAsync("clerk");
        for (var i = 0; i <= KeptForm.Most; i++) await KeepAsync(clerk, $"/problems/new?row={i}", "[]");
        await using var db = app.Open();
        Assert.Equal(KeptForm.Most, await db.KeptForms.CountAsync());
        Assert.False(await db.KeptForms.AnyAsync(f => f.Page.EndsWith("row=0")));
        Assert.Equal(KeptForm.Most, await KeptForms.ForgetOldAsync(db, new Later(), CancellationToken.None));
    }

    private static async Task<HttpStatusCode> KeepAsync(WebClient web, string address, string content)
    {
        var form = (await web.PageAsync("/problems/new")).QuerySelector<IHtmlFormElement>("main form")!;
        form.SetAttribute("action", "/drafts");
        var fields = new Dictionary<string, string?>
        {
            ["address"] = address,
            ["place"] = "/problems/new 0",
            ["title"] = "上报问题",
            ["content"] = content,
        };
        using var answer = await web.SubmitAsync(form, fields);
        return answer.StatusCode;
    }

    private static async Task<string> KeptAsync(WebClient web)
    {
        using var answer = await web.GetAsync("/drafts?handler=Of&address=%2Fproblems%2Fnew");
        return await answer.Content.ReadAsStringAsync();
    }

    private sealed class Later : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UtcNow.AddDays(KeptForm.Days + 1);
    }
}
