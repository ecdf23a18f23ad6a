using System.Text.RegularExpressions;
using Maoding.TestKit;
using Maoding.Tests.Features.Planning.Documents;
using Microsoft.Playwright;
using Xunit;

namespace Maoding.Tests.WholeWay;

/// <summary>Import and review, with the keyboard or by plain forms.</summary>
internal static partial class Reviewing
{
    public const string Words = "改革重在解决实际问题";
    public const string NewTitle = "推动传统企业智能化改造";

    public static async Task ImportAsync(Window coordinator, bool byFile)
    {
        await coordinator.GoAsync("/documents");
        await coordinator.GoAsync("/documents/import");
        if (byFile) await coordinator.Page.Locator("#Upload").SetInputFilesAsync(Path.Combine(Corpus.Root, "samples", "plenary-speech.txt"));
        else await coordinator.FillAsync("Pasted", ImportedSpeech.Sample);
        await coordinator.PressAsync("导入并拆解");
        var id = Id().Match(coordinator.Page.Url).Value;
        await coordinator.GoAsync($"/documents/{id}/review");
        await Window.SeeAsync(coordinator.Heading, "逐条确认");
        await Window.SeeAsync(coordinator.Page.Locator("#progress"), "确认进度");
    }

    public static async Task ByKeyboardAsync(Window coordinator)
    {
        var page = coordinator.Page;
        for (var i = 0; i < 3; i++) await StepAsync(page, () => page.Keyboard.PressAsync("a"));
        Assert.Equal(3, await page.Locator("#rows .state", new() { HasText = "已采纳" }).CountAsync());
        await page.Keyboard.PressAsync("d");
        await Assertions.Expect(page.Locator("#Reason")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("属于一般要求");
        await StepAsync(page, () => page.Keyboard.PressAsync("Enter"));
        await Assertions.Expect(page.Locator("#rows .state", new() { HasText = "不列入" })).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("e");
        await page.Locator("#Title").FillAsync(NewTitle);
        await Assertions.Expect(page.Locator("#saved")).ToContainTextAsync("已保存");
        await page.Keyboard.PressAsync("Tab");
        await page.Locator("#card .pane-foot a", new() { HasText = "返回" }).ClickAsync();
        await Assertions.Expect(page.Locator("#card > .row-title")).ToHaveTextAsync(NewTitle);
        await SelectWordsAsync(page);
        await RestAsync(page);
        await coordinator.SeeAsync("这份文件已全部确认完毕");
    }

    /// <summary>Accept, drop, edit and split, each with its form.</summary>
    public static async Task ByFormsAsync(Window coordinator)
    {
        var page = coordinator.Page;
        for (var i = 0; i < 2; i++) await coordinator.PressAsync("采纳并到下一条");
        Assert.Equal(2, await page.Locator("#rows .state", new() { HasText = "已采纳" }).CountAsync());
        await coordinator.FollowAsync("不列入");
        await coordinator.FillAsync("Reason", "属于一般要求");
        await coordinator.PressAsync("不列入并到下一条");
        await Assertions.Expect(page.Locator("#rows .state", new() { HasText = "不列入" })).ToHaveCountAsync(1);
        await coordinator.GoAsync($"{new Uri(page.Url).AbsolutePath}?show=waiting&kind=work");
        await coordinator.FollowAsync("修改");
        await coordinator.FillAsync("Title", NewTitle);
        await coordinator.PressAsync("保存");
        await Window.SeeAsync(page.Locator("#rows"), NewTitle);
        await coordinator.FollowAsync("拆", page.Locator("#card"));
        await coordinator.FillAsync("Parts", "先做第一件事｜区教育局\n再做第二件事｜区住建局");
        await coordinator.PressAsync("拆分");
        await Window.SeeAsync(page.Locator("#rows"), "先做第一件事");
        await Window.SeeAsync(page.Locator("#rows"), "再做第二件事");
    }

    /// <summary>Does something and waits until the panel came anew.</summary>
    private static async Task StepAsync(IPage page, Func<Task> act)
    {
        var before = await page.Locator("#progress").InnerTextAsync();
        await act();
        await Assertions.Expect(page.Locator("#progress")).Not.ToHaveTextAsync(before);
    }

    private static async Task SelectWordsAsync(IPage page)
    {
        await page.SelectWordsAsync("text", Words);
        await page.Locator("#pick button").First.ClickAsync();
        await Assertions.Expect(page.Locator("#rows")).ToContainTextAsync(Words);
    }

    /// <summary>Whole sections at once; what is left of one, row by row.</summary>
    private static async Task RestAsync(IPage page)
    {
        var done = page.Locator("#card", new() { HasText = "这份文件已全部确认完毕" });
        for (var i = 0; i < 200 && await done.CountAsync() == 0; i++)
        {
            var section = page.Locator("#card button", new() { HasText = "采纳本节全部" });
            if (await section.CountAsync() > 0) await StepAsync(page, () => section.ClickAsync());
            else if (await page.Locator("#card [data-key=a]").CountAsync() > 0) await StepAsync(page, () => page.Keyboard.PressAsync("a"));
            else await NextAsync(page);
        }
    }

    private static async Task NextAsync(IPage page)
    {
        var waiting = page.Locator("#rows tr", new() { HasText = "待确认" }).First;
        var title = (await waiting.Locator("a").First.InnerTextAsync()).Trim();
        await waiting.Locator("a").First.ClickAsync();
        await Assertions.Expect(page.Locator("#card > .row-title")).ToHaveTextAsync(title);
    }

    [GeneratedRegex("(?<=/documents/)[0-9]+")]
    private static partial Regex Id();
}
