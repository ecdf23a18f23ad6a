using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Projects;

/// <summary>Takes a workbook of the library: first what it would write, then the writing.</summary>
public sealed class ImportModel(ProjectImport import) : MaodingPage
{
    /// <summary>The workbook travels with the preview, and the server's limit for a form field is 4 MB of base64.</summary>
    private const int LargestFile = 2_500_000;

    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>The previewed workbook in base64.</summary>
    [BindProperty]
    public string? Workbook { get; set; }

    [BindProperty]
    public string? FileName { get; set; }

    public ProjectPreview? Preview { get; private set; }

    [Needs(Permission.EditProjects)]
    public void OnGet()
    {
    }

    [Needs(Permission.EditProjects)]
    public Task<IActionResult> OnPostAsync() => Try(
        async () =>
        {
            var bytes = await ReadAsync(Upload, LargestFile, HttpContext.RequestAborted);
            (FileName, Workbook) = (Path.GetFileName(Upload!.FileName), Convert.ToBase64String(bytes));
            await ShowAsync();
            if (Preview!.Problems.Count > 0) Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        },
        () => Task.CompletedTask);

    [Needs(Permission.EditProjects)]
    public Task<IActionResult> OnPostApplyAsync() => Try(
        async () =>
        {
            var (made, changed) = await import.ApplyAsync(Actor, Bytes(), FileName ?? "项目库.xlsx", Once(ProjectLinks.Index), HttpContext.RequestAborted);
            Notice($"已导入：新增 {made} 个，更新 {changed} 个。");
            return Redirect(ProjectLinks.Index);
        },
        () => Workbook is { Length: > 0 } ? ShowAsync() : Task.CompletedTask);

    /// <exception cref="RefusalException">PRJ007: nothing chosen, or too large.</exception>
    internal static async Task<byte[]> ReadAsync(IFormFile? upload, int most, CancellationToken stop)
    {
        if (upload is null or { Length: 0 }) throw new RefusalException("PRJ007", "请先选择填好的 xlsx 文件。") { Field = "Upload" };
        if (upload.Length > most) throw new RefusalException("PRJ007", "文件超过 2.5 MB。表里只放文字和数，照片请在项目页上传。", RefusalKind.TooLarge) { Field = "Upload" };
        using var bytes = new MemoryStream();
        await upload.CopyToAsync(bytes, stop);
        return bytes.ToArray();
    }

    private async Task ShowAsync() => Preview = await import.PreviewAsync(Actor, Bytes(), FileName ?? "项目库.xlsx", HttpContext.RequestAborted);

    private byte[] Bytes()
    {
        var bytes = new byte[LargestFile];
        if (Workbook is not { Length: > 0 } || !Convert.TryFromBase64String(Workbook, bytes, out var length)) throw new RefusalException("PRJ007", "请重新选择填好的 xlsx 文件。") { Field = "Upload" };
        return bytes[..length];
    }
}
