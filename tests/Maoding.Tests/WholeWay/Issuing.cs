using System.Diagnostics;
using Microsoft.Playwright;
using Xunit;

namespace Maoding.Tests.WholeWay;

/// <summary>From the check to the signed and printed plan.</summary>
internal static class Issuing
{
    public const string Number = "云办发〔2026〕3号";

    /// <returns>The address of the batch.</returns>
    public static async Task<string> IssueAsync(Window coordinator)
    {
        await coordinator.GoAsync("/issuing/check");
        await coordinator.SeeAsync("不改好，所涉任务不能印发");
        await coordinator.FollowAsync("去印发");
        await coordinator.FillAsync("DocumentNumber", "云办发[2026]3号");
        await coordinator.PressAsync("印发全部检查通过的");
        await Window.SeeAsync(coordinator.Heading, Number);
        await coordinator.SeeAsync($"{Consulting.Unit}");
        await coordinator.SeeAsync("个单位未签收");
        return new Uri(coordinator.Page.Url).PathAndQuery;
    }

    public static async Task SignAsync(Window unit, Window coordinator, string batch)
    {
        await unit.GoAsync("/today");
        await unit.FollowAsync("去签收");
        await unit.FollowAsync(Number);
        await unit.PressAsync("签收");
        await unit.SeeAsync($"{Consulting.Unit}已签收");
        Assert.Equal(0, await unit.Main.GetByRole(AriaRole.Button, new() { Name = "签收", Exact = true }).CountAsync());
        await coordinator.GoAsync(batch);
        await Window.SeeAsync(coordinator.Page.Locator("tr", new() { HasText = NewDistrict.Head }).First, "已签收");
    }

    public static async Task AmendAsync(Window coordinator, string title)
    {
        await coordinator.GoAsync("/ledger");
        await coordinator.FollowAsync(title);
        await coordinator.FollowAsync("调整");
        await coordinator.FillAsync("Reason", "省里提前了验收时间");
        await coordinator.FillAsync("Decision", "区委常委会会议纪要〔2026〕1号");
        await coordinator.FillAsync("Due", "2026-11-20");
        await coordinator.PressAsync("核对变化");
        await Window.SeeAsync(coordinator.Page.Locator("#changes"), "2026-11-20");
        await coordinator.PressAsync("确认调整");
        await coordinator.SeeAsync("已调整");
        await coordinator.SeeAsync("调整 1 次");
        await coordinator.SeeAsync("省里提前了验收时间");
    }

    /// <summary>Downloads the plan and reads it as LibreOffice shows it.</summary>
    public static async Task<string> PrintedAsync(Window window)
    {
        await window.GoAsync("/issuing");
        var download = await window.Page.RunAndWaitForDownloadAsync(() => window.Page.GetByRole(AriaRole.Link, new() { Name = "下载任务分解方案（Word）" }).ClickAsync());
        var folder = System.IO.Directory.CreateTempSubdirectory("maoding-plan-").FullName;
        try
        {
            var file = Path.Combine(folder, "plan.docx");
            await download.SaveAsAsync(file);
            using var office = Process.Start(new ProcessStartInfo(
                "soffice", [$"-env:UserInstallation=file://{folder}/office", "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", folder, file])
            { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var errors = office.StandardError.ReadToEndAsync();
            await office.StandardOutput.ReadToEndAsync();
            await office.WaitForExitAsync();
            Assert.True(File.Exists(Path.Combine(folder, "plan.txt")), await errors);
            return await File.ReadAllTextAsync(Path.Combine(folder, "plan.txt"));
        }
        finally
        {
            System.IO.Directory.Delete(folder, recursive: true);
        }
    }
}
