using System.Text.RegularExpressions;
using Maoding.TestKit;
using Maoding.Tests.Hosting;
using Microsoft.Playwright;
using Xunit;

namespace Maoding.Tests.WholeWay;

/// <summary>How closely a window looks at its pages: axe is slow, and a page is the same on either database.</summary>
internal enum Looks
{
    AtEverything,
    AtWidth,

    /// <summary>At the width, with scripts off.</summary>
    WithoutScripts,
}

/// <summary>One person's browser window. Every page it comes to is looked over: nothing axe calls serious, nothing wider than the window.</summary>
internal sealed partial class Window : IAsyncDisposable
{
    private readonly Browser _browser;
    private readonly Looks _looks;
    private readonly HashSet<string> _lookedOver = [];

    private Window(Browser browser, Looks looks) => (_browser, _looks) = (browser, looks);

    public IPage Page => _browser.Page;

    public ILocator Main => Page.Locator("main");

    public ILocator Heading => Page.Locator("h1").First;

    public static async Task<Window> OpenAsync(TestApp app, Looks looks)
    {
        var browser = await Browser.Open(app.Address.ToString().TrimEnd('/'), javaScript: looks != Looks.WithoutScripts);
        browser.Page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        return new Window(browser, looks);
    }

    public async Task GoAsync(string path)
    {
        var answer = await Page.GotoAsync(path);
        Assert.True(answer!.Ok, $"{path} answers {answer.Status}: {await Page.Locator("body").InnerTextAsync()}");
        await LookAsync();
    }

    /// <summary>Presses a button of the page, by its whole name or by what it begins with.</summary>
    public Task PressAsync(string name, ILocator? within = null) =>
        PressAsync((within ?? Main).GetByRole(AriaRole.Button, new() { NameRegex = new Regex($"^\\s*{Regex.Escape(name)}") }).First);

    public Task PressAsync(ILocator button) => ArriveAsync(() => button.ClickAsync());

    /// <summary>Does what leads to another page and waits until that one is there.</summary>
    public async Task ArriveAsync(Func<Task> act)
    {
        var arrived = new TaskCompletionSource();
        void Arrive(object? sender, IPage page) => arrived.TrySetResult();
        Page.DOMContentLoaded += Arrive;
        await act();
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Page.DOMContentLoaded -= Arrive;
        await LookAsync();
    }

    public async Task FollowAsync(string name, ILocator? within = null) =>
        await PressAsync((within ?? Main).GetByRole(AriaRole.Link, new() { NameRegex = new Regex($"^\\s*{Regex.Escape(name)}") }).First);

    /// <summary>An entry of the navigation, by its area.</summary>
    public async Task OpenAsync(string area, string entry)
    {
        await FollowAsync(area, Page.Locator("nav.menu"));
        await FollowAsync(entry, Page.Locator("nav.areas"));
    }

    public Task FillAsync(string id, string words) => Page.Locator($"#{id}").FillAsync(words);

    public Task SelectAsync(string id, string label) => Page.Locator($"#{id}").SelectOptionAsync(new SelectOptionValue { Label = label });

    public Task SeeAsync(string words) => Assertions.Expect(Page.Locator("body")).ToContainTextAsync(words);

    public static Task SeeAsync(ILocator place, string words) => Assertions.Expect(place).ToContainTextAsync(words);

    public async Task SignInAsync(string userName, string password, string seen)
    {
        await GoAsync("/own-account/sign-in");
        await FillAsync("UserName", userName);
        await FillAsync("Password", password);
        await PressAsync("登录");
        await SeeAsync(Heading, seen);
    }

    public async ValueTask DisposeAsync() => await _browser.DisposeAsync();

    /// <summary>Once for each page by its address without numbers, and again when the same address shows another heading.</summary>
    private async Task LookAsync()
    {
        var path = Numbers().Replace(new Uri(Page.Url).PathAndQuery, "#");
        Assert.True(await Page.Locator("h1").CountAsync() > 0, $"{Page.Url} shows no page: {await Page.Locator("body").InnerTextAsync()}");
        if (!_lookedOver.Add($"{path} {Numbers().Replace(await Heading.InnerTextAsync(), "#")}")) return;
        var wide = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(wide <= 0, $"{Page.Url} is {wide} pixels too wide");
        if (_looks != Looks.AtEverything) return;
        var found = await Page.Axe();
        Assert.True(found.Count == 0, $"{Page.Url}\n{string.Join('\n', found)}");
    }

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Numbers();
}
