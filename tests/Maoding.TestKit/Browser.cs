using System.Reflection;
using Microsoft.Playwright;

namespace Maoding.TestKit;

/// <summary>
/// A fresh browser window for one test, in the one Chromium of the test process. Disposing it fails the test when a page
/// broke the content security policy or threw an error that nobody caught.
/// </summary>
public sealed class Browser : IAsyncDisposable
{
    /// <summary>The last two draw in the browser's own process: nobody looks, and a process of its own for drawing took a sixth of the time.</summary>
    private static readonly string[] _flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--in-process-gpu", "--disable-software-rasterizer",
    ];

    private static readonly Lazy<Task<IBrowser>> _chromium = new(Launch);
    private readonly List<string> _complaints = [];
    private readonly IBrowserContext _context;

    private Browser(IBrowserContext context)
    {
        _context = context;
        context.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal)) Complain(message.Text);
        };
        context.WebError += (_, error) => Complain(error.Error);
    }

    /// <summary>The window's first page.</summary>
    public IPage Page { get; private set; } = null!;

    /// <summary>Why no browser test can run here; null when Chromium is installed.</summary>
    public static string? Missing { get; } =
        Executable() is null ? "Chromium is missing: install the package chromium-headless-shell, or set CHROMIUM to its path." : null;

    /// <summary>Opens a window of 1440×900, or of a phone (390×844).</summary>
    /// <param name="address">Where addresses such as "/ledger" begin, such as http://127.0.0.1:5080; null for whole addresses only.</param>
    /// <param name="phone">A touch screen of a phone's width.</param>
    /// <param name="javaScript">False runs no script of any page.</param>
    /// <exception cref="InvalidOperationException">No Chromium; the message says what to install.</exception>
    public static async Task<Browser> Open(string? address = null, bool phone = false, bool javaScript = true)
    {
        var chromium = await _chromium.Value;
        var context = await chromium.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address,
            JavaScriptEnabled = javaScript,
            Locale = "zh-CN",
            TimezoneId = "Asia/Shanghai",
            HasTouch = phone,
            ViewportSize = phone ? new ViewportSize { Width = 390, Height = 844 } : new ViewportSize { Width = 1440, Height = 900 },
        });
        context.SetDefaultTimeout(15_000);
        return new Browser(context) { Page = await context.NewPageAsync() };
    }

    /// <summary>What pages complained of so far, for tests that expect it; disposing then no longer fails for it.</summary>
    public IReadOnlyList<string> TakeComplaints()
    {
        lock (_complaints)
        {
            string[] taken = [.. _complaints];
            _complaints.Clear();
            return taken;
        }
    }

    /// <summary>Saves the whole page as artifacts/screenshots/NAME.png, for people to look at.</summary>
    /// <returns>The file's path.</returns>
    public async Task<string> Screenshot(string name)
    {
        var path = Path.Combine(Corpus.Root, "artifacts", "screenshots", $"{name}.png");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // Playwright's own way packs the picture as small as can be, which takes longer than drawing it.
        var session = await _context.NewCDPSessionAsync(Page);
        var answer = await session.SendAsync(
            "Page.captureScreenshot",
            new() { ["captureBeyondViewport"] = true, ["optimizeForSpeed"] = true, ["clip"] = await ClipAsync() });
        await session.DetachAsync();
        await File.WriteAllBytesAsync(path, answer!.Value.GetProperty("data").GetBytesFromBase64());
        return path;
    }

    private async Task<Dictionary<string, double>> ClipAsync() => await Page.EvaluateAsync<Dictionary<string, double>>(
        """
        () => {
            const all = document.documentElement;
            return { x: 0, y: 0, width: Math.max(all.scrollWidth, innerWidth), height: Math.max(all.scrollHeight, innerHeight), scale: 1 };
        }
        """);

    public async ValueTask DisposeAsync()
    {
        await _context.CloseAsync();
        if (TakeComplaints() is { Count: > 0 } complaints)
            throw new InvalidOperationException($"The browser complained:\n{string.Join('\n', complaints)}");
    }

    private static async Task<IBrowser> Launch()
    {
        if (Missing is not null) throw new InvalidOperationException(Missing);
        var package = typeof(Browser).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "PlaywrightFolder").Value;
        Environment.SetEnvironmentVariable("PLAYWRIGHT_DRIVER_SEARCH_PATH", package);
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Executable(), Args = _flags });
    }

    private static string? Executable()
    {
        if (Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named) return named;
        // The same engine without a window's parts takes two thirds of the time.
        return Programs.Find("chromium-headless-shell", "/usr/bin") ?? Programs.Find("chromium", "/usr/bin")
            ?? Programs.Find("chromium-browser") ?? Programs.Find("google-chrome");
    }

    private void Complain(string text)
    {
        lock (_complaints) _complaints.Add(text);
    }
}
