using Maoding.Domain.Ledger;
using Maoding.TestKit;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Maoding.Tests.Features.Planning.Documents;

/// <summary>The review in a real Chromium.</summary>
public sealed class ReviewBrowserTests
{
    [Fact]
    public async Task A_click_on_either_side_selects_the_other()
    {
        await using var app = await TestApp.StartAsync();
        var (id, rows) = await StartAsync(app);
        await using var browser = await OpenAsync(app, $"/documents/{id}/review?row={rows[0].Id}");
        var page = browser.Page;
        var far = rows[^5];
        await page.Locator($"#q{far.Id}").ClickAsync();
        await Assertions.Expect(page.Locator($"#row-{far.Id}")).ToHaveAttributeAsync("aria-selected", "true");
        await Assertions.Expect(page.Locator(".row-title")).ToHaveTextAsync(far.Title);
        await Assertions.Expect(page.Locator($"#row-{far.Id}")).ToBeInViewportAsync();
        await page.Locator($"#row-{rows[20].Id} a").ClickAsync();
        await Assertions.Expect(page.Locator(".row-title").First).ToHaveTextAsync(rows[20].Title);
        await Assertions.Expect(page.Locator($"#q{rows[20].Id}")).ToBeInViewportAsync();
        Assert.Contains($"row={rows[20].Id}", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_keyboard_accepts_one_after_another_and_takes_a_step_back()
    {
        await using var app = await TestApp.StartAsync();
        var (id, rows) = await StartAsync(app);
        await using var browser = await OpenAsync(app, $"/documents/{id}/review?row={rows[0].Id}");
        var page = browser.Page;
        for (var i = 0; i < 5; i++)
        {
            await Assertions.Expect(page.Locator("#card > .row-title")).ToHaveTextAsync(rows[i].Title);
            await page.Keyboard.PressAsync("a");
            await Assertions.Expect(page.Locator($"#row-{rows[i].Id} .state")).ToHaveTextAsync("已采纳");
        }

        await Assertions.Expect(page.Locator("#card > .row-title")).ToHaveTextAsync(rows[5].Title);
        await page.Keyboard.PressAsync("u");
        await Assertions.Expect(page.Locator($"#row-{rows[4].Id} .state")).ToHaveTextAsync("待确认");
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(page.Locator("#card > .row-title")).ToHaveTextAsync(rows[5].Title);
        await page.Keyboard.PressAsync("d");
        await Assertions.Expect(page.Locator("#Reason")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("属于一般要求");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator($"#row-{rows[5].Id} .state")).ToHaveTextAsync("不列入");
        await Assertions.Expect(page.Locator($"#q{rows[5].Id}"))
            .ToHaveClassAsync(new System.Text.RegularExpressions.Regex("quote-mark-(dropped|commitment|target)"));
        await using var db = app.Open();
        Assert.Equal(4, await db.Commitments.CountAsync(c => c.DocumentId == id && c.State == CommitmentState.Draft));
    }

    [Fact]
    public async Task What_is_typed_saves_itself_and_leaving_the_row_writes_one_entry()
    {
        await using var app = await TestApp.StartAsync();
        var (id, rows) = await StartAsync(app);
        await using var browser = await OpenAsync(app, $"/documents/{id}/review?row={rows[0].Id}");
        var page = browser.Page;
        await page.Keyboard.PressAsync("e");
        await page.Locator("#Title").FillAsync("写到一半");
        await Assertions.Expect(page.Locator("#saved")).ToContainTextAsync("已保存");
        await page.Locator("#Title").FillAsync("写到一半又写完了");
        await Assertions.Expect(page.Locator("#saved")).ToContainTextAsync("已保存");
        await page.WaitForTimeoutAsync(1500);
        await page.Locator($"#row-{rows[1].Id} a").ClickAsync();
        await Assertions.Expect(page.Locator("#card > .row-title")).ToHaveTextAsync(rows[1].Title);
        await using var db = app.Open();
        for (var i = 0; i < 50 && !await db.AuditEntries.AnyAsync(e => e.Action == "修改任务"); i++) await Task.Delay(100);
        Assert.Equal("写到一半又写完了", (await ImportedSpeech.RowAsync(app, rows[0].Id)).Title);
        Assert.Equal(1, await db.AuditEntries.CountAsync(e => e.Action == "修改任务"));
    }

    [Fact]
    public async Task Two_browsers_on_one_row_lose_nothing()
    {
        await using var app = await TestApp.StartAsync();
        var (id, rows) = await StartAsync(app);
        var address = $"/documents/{id}/review?row={rows[0].Id}&panel=edit";
        await using var mine = await OpenAsync(app, address);
        await using var theirs = await OpenAsync(app, address);
        await using var watching = await OpenAsync(app, $"/documents/{id}/review?row={rows[2].Id}");
        await theirs.Page.Locator("#Title").FillAsync("对方的标题");
        await Assertions.Expect(theirs.Page.Locator("#saved")).ToContainTextAsync("已保存");
        await mine.Page.Locator("#Title").FillAsync("我的标题");
        await Assertions.Expect(mine.Page.Locator("#conflict")).ToBeVisibleAsync();
        await Assertions.Expect(mine.Page.Locator("#conflict")).ToContainTextAsync("对方的标题");
        await mine.Page.Locator("#conflict button").ClickAsync();
        await Assertions.Expect(mine.Page.Locator("#card > .row-title")).ToHaveTextAsync("我的标题");
        await Assertions.Expect(watching.Page.Locator($"#row-{rows[0].Id}")).ToContainTextAsync("我的标题", new() { Timeout = 10_000 });
        Assert.Equal("我的标题", (await ImportedSpeech.RowAsync(app, rows[0].Id)).Title);
    }

    [Fact]
    public async Task A_refused_step_keeps_what_was_typed()
    {
        await using var app = await TestApp.StartAsync();
        var (id, rows) = await StartAsync(app);
        await using var browser = await OpenAsync(app, $"/documents/{id}/review?row={rows[0].Id}");
        var page = browser.Page;
        await page.Keyboard.PressAsync("d");
        await page.Locator("#Reason").FillAsync("属于一般要求");
        await using (var db = app.Open())
        {
            (await db.Commitments.SingleAsync(c => c.Id == rows[0].Id)).Title = "别人改的";
            await TestApp.SaveAsync(db);
        }

        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#notices")).ToContainTextAsync("刚");
        await Assertions.Expect(page.Locator($"#row-{rows[0].Id}")).ToContainTextAsync("别人改的", new() { Timeout = 10_000 });
        await Assertions.Expect(page.Locator("#Reason")).ToHaveValueAsync("属于一般要求");
    }

    [Fact]
    public async Task An_expired_session_is_said_and_keeps_what_was_typed()
    {
        await using var app = await TestApp.StartAsync();
        var (id, rows) = await StartAsync(app);
        await using var browser = await OpenAsync(app, $"/documents/{id}/review?row={rows[0].Id}&panel=edit");
        var page = browser.Page;
        await page.Context.ClearCookiesAsync();
        await page.Locator("#Title").FillAsync("写到一半");
        await Assertions.Expect(page.Locator("#notices")).ToContainTextAsync("登录已过期");
        await page.Locator($"#row-{rows[1].Id} a").ClickAsync();
        await Assertions.Expect(page.Locator("#notices")).ToContainTextAsync("登录已过期");
        await Assertions.Expect(page.Locator("#Title")).ToHaveValueAsync("写到一半");
    }

    [Fact]
    public async Task What_another_window_lists_and_merges_is_marked_in_the_text_without_reloading()
    {
        await using var app = await TestApp.StartAsync();
        var (id, rows) = await StartAsync(app);
        await using var browser = await OpenAsync(app, $"/documents/{id}/review?row={rows[0].Id}");
        using var other = await app.AsAsync("coordinator");
        const string Words = "改革重在解决实际问题";
        var page = await other.PageAsync($"/documents/{id}/review?panel=add");
        using var added = await other.SubmitAsync(
            ImportedSpeech.Form(page, "add"), new Dictionary<string, string?> { ["Words"] = Words, ["AddKind"] = "Work" });
        ImportedSpeech.Redirected(added);
        await using var db = app.Open();
        var made = (await ImportedSpeech.RowsAsync(db, id)).Single(r => rows.All(o => o.Id != r.Id));
        await Assertions.Expect(browser.Page.Locator($"#text #q{made.Id}")).ToHaveTextAsync(Words, new() { Timeout = 15_000 });
        await Assertions.Expect(browser.Page.Locator("#text .quote-mark-selected").First).ToBeAttachedAsync();
        await Assertions.Expect(browser.Page.Locator("#pick")).ToBeAttachedAsync();
    }

    [Fact]
    public async Task Words_selected_in_the_text_become_a_row()
    {
        await using var app = await TestApp.StartAsync();
        var (id, rows) = await StartAsync(app);
        await using var browser = await OpenAsync(app, $"/documents/{id}/review?row={rows[0].Id}");
        var page = browser.Page;
        const string Words = "改革重在解决实际问题";
        await page.SelectWordsAsync("text", Words);
        await page.Locator("#pick button").First.ClickAsync();
        await Assertions.Expect(page.Locator("#rows")).ToContainTextAsync(Words);
        await using var db = app.Open();
        var added = (await ImportedSpeech.RowsAsync(db, id)).Single(r => rows.All(o => o.Id != r.Id));
        Assert.Equal((Words, ImportedSpeech.Sample.IndexOf(Words, StringComparison.Ordinal)), (added.Quotes[0].Text, added.Quotes[0].Start));
    }

    [Fact]
    [Trait("Part", "long")]
    public async Task A_text_of_200_000_characters_stays_usable()
    {
        await using var app = await TestApp.StartAsync();
        await SmallDistrict.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        var copies = (200_000 / ImportedSpeech.Sample.Length) + 1;
        var long_ = string.Join(
            '\n', Enumerable.Range(0, copies).Select(i => ImportedSpeech.Sample.Replace("云泽", $"云泽{(char)('甲' + i)}", StringComparison.Ordinal)));
        var id = await ImportedSpeech.ImportAsync(app, web, long_);
        await using var browser = await OpenAsync(app, $"/documents/{id}/review");
        var rows = await browser.Page.Locator("#rows tr[data-row]").CountAsync();
        await browser.Page.ReloadAsync();
        var answers = new List<int>();
        foreach (var key in (string[])["a", "a", "j", "a"])
        {
            var title = await browser.Page.Locator("#card > .row-title").TextContentAsync();
            var answer = await browser.Page.RunAndWaitForResponseAsync(
                () => browser.Page.Keyboard.PressAsync(key), r => r.Request.Headers.ContainsKey("x-fragment"));
            answers.Add((await answer.BodyAsync()).Length);
            await Assertions.Expect(browser.Page.Locator("#card > .row-title")).Not.ToHaveTextAsync(title!);
        }

        Assert.True(rows > 800, $"{rows} rows");
        // A step brings what changed, never the list: that is what made it slow.
        Assert.All(answers, bytes => Assert.InRange(bytes, 1, 40_000));
    }

    private static async Task<(int Document, List<Commitment> Rows)> StartAsync(TestApp app)
    {
        await SmallDistrict.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        var id = await ImportedSpeech.ImportAsync(app, web, ImportedSpeech.Sample);
        await using var db = app.Open();
        return (id, await ImportedSpeech.RowsAsync(db, id));
    }

    private static async Task<Browser> OpenAsync(TestApp app, string path, bool phone = false)
    {
        var browser = await Browser.Open(app.Address.ToString().TrimEnd('/'), phone);
        await browser.EnterAsync(app, "coordinator");
        await browser.Page.GotoAsync(path);
        return browser;
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Pictures_of_the_pages_for_people_to_look_at(bool phone)
    {
        await using var app = await TestApp.StartAsync();
        var (id, rows) = await StartAsync(app);
        var size = phone ? "390" : "1440";
        await using var browser = await OpenAsync(app, $"/documents/{id}/review?row={rows[40].Id}", phone);
        foreach (var (name, path) in ((string, string)[])[
            ("review", $"/documents/{id}/review?row={rows[40].Id}"), ("edit", $"/documents/{id}/review?row={rows[40].Id}&panel=edit"),
            ("split", $"/documents/{id}/review?row={rows[40].Id}&panel=split"), ("merge", $"/documents/{id}/review?row={rows[40].Id}&panel=merge"),
            ("list", "/documents"), ("import", "/documents/import"), ("text", $"/documents/{id}")])
        {
            await browser.Page.GotoAsync(path);
            var wide = await browser.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            Assert.True(wide <= 0, $"{path} is {wide} pixels too wide");
            if (name != "text") await browser.Screenshot($"documents-{name}-{size}");
        }
    }
}
