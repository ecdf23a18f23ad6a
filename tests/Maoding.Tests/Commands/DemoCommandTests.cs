using System.Diagnostics;
using Maoding.Storage;
using Maoding.TestKit;
using Maoding.Tests.Hosting;
using Xunit;

namespace Maoding.Tests.Commands;

public sealed class DemoCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static async Task EnterAsync(WebClient visitor, string name)
    {
        var page = await visitor.PageAsync("/own-account/sign-in");
        var form = page.QuerySelectorAll("main form").OfType<AngleSharp.Html.Dom.IHtmlFormElement>()
            .Single(f => f.Action.Contains("handler=As", StringComparison.Ordinal));
        var person = form.QuerySelectorAll("button").First(b => b.TextContent.Contains(name, StringComparison.Ordinal));
        using var entered = await visitor.SubmitAsync(
            form, new Dictionary<string, string?>(), $"{person.GetAttribute("name")}={person.GetAttribute("value")}");
        Assert.Equal(System.Net.HttpStatusCode.Redirect, entered.StatusCode);
    }

    [Fact]
    public async Task Demo_opens_the_district_with_its_issued_ledger_and_serve_leaves_it_alone()
    {
        var host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var program = Path.Combine(AppContext.BaseDirectory, "maoding.dll");
        var start = new ProcessStartInfo(host, [program, "demo", "--data", _folder.At("demo"), "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        await KillWhileBuildingAsync(start);
        using (var process = Process.Start(start)!)
        {
            try
            {
                var line = await process.StandardOutput.ReadLineAsync();
                Assert.StartsWith("锚定已启动：http://127.0.0.1:", line, StringComparison.Ordinal);
                using var visitor = new WebClient(new Uri(line!["锚定已启动：".Length..]), null);
                await EnterAsync(visitor, "冯晓岚");
                var ledger = await visitor.PageAsync("/ledger");
                Assert.Contains("地区生产总值增长6.2%左右", ledger.Body!.TextContent, StringComparison.Ordinal);
                Assert.Contains("红灯", ledger.Body.TextContent, StringComparison.Ordinal);
                if (Browser.Missing is null) Assert.Empty(await OfficeScreens.FaultsAsync(line["锚定已启动：".Length..], "冯晓岚"));
                await MoveOnAsync(visitor);
            }
            finally
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync();
            }
        }

        var serve = Cli.Run("serve", "--data", _folder.At("demo"), "--urls", "http://127.0.0.1:0");
        Assert.Equal(3, serve.ExitCode);
        Assert.StartsWith("STO002 ", serve.Errors, StringComparison.Ordinal);
        Assert.Equal(0, Cli.Run("verify", "--data", _folder.At("demo")).ExitCode);
        await using var db = Database.InFolder(_folder.At("demo")).Open();
        var times = db.AuditEntries.OrderBy(e => e.Sequence).Select(e => e.At).ToList();
        Assert.Equal(times.Order(), times);
        Assert.Equal(Enumerable.Range(202601, 8), db.MonthCloses.OrderBy(c => c.Month).Select(c => c.Month));
    }

    [Fact]
    public void Demo_leaves_a_folder_alone_that_holds_something_else()
    {
        Directory.CreateDirectory(_folder.At("data"));
        File.WriteAllText(_folder.At("data/maoding.db"), "");
        var run = Cli.Run("demo", "--fresh", "--data", _folder.At("data"), "--urls", "http://127.0.0.1:0");
        Assert.Equal(3, run.ExitCode);
        Assert.StartsWith("STO004 ", run.Errors, StringComparison.Ordinal);
        Assert.True(File.Exists(_folder.At("data/maoding.db")));
    }

    /// <summary>Seven months are closed; the button at the head closes the next.</summary>
    private static async Task MoveOnAsync(WebClient visitor)
    {
        var today = await visitor.PageAsync("/today");
        Assert.Contains("业务日期 2026年8月17日", today.Body!.TextContent, StringComparison.Ordinal);
        var button = today.QuerySelectorAll("form").OfType<AngleSharp.Html.Dom.IHtmlFormElement>()
            .Single(f => f.Action.EndsWith("/demo/advance", StringComparison.Ordinal));
        using var moved = await visitor.SubmitAsync(button, new Dictionary<string, string?>());
        Assert.Equal("/overviews", moved.Headers.Location?.ToString());
        var overview = await visitor.PageAsync("/overviews");
        Assert.Contains("业务日期 2026年9月10日", overview.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("8月已经月结", overview.Body.TextContent, StringComparison.Ordinal);
    }

    /// <summary>What it leaves is no demonstration to be opened, and the next start begins anew.</summary>
    private async Task KillWhileBuildingAsync(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        for (var i = 0; i < 600 && !File.Exists(_folder.At("demo/building/maoding.db")); i++) await Task.Delay(100);
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        Assert.True(File.Exists(_folder.At("demo/building/maoding.db")));
        Assert.False(File.Exists(_folder.At("demo/maoding.db")));
    }

    [Fact]
    public void Demo_listens_to_this_machine_alone()
    {
        var run = Cli.Run("demo", "--data", _folder.At("demo"), "--urls", "http://0.0.0.0:5099");
        Assert.Equal(3, run.ExitCode);
        Assert.StartsWith("STO003 ", run.Errors, StringComparison.Ordinal);
        Assert.Empty(_folder.Names);
    }
}
