using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Reporting;

/// <summary>Takes the filled workbook of a unit's month: first what it would write, then the writing.</summary>
public sealed class ImportModel(ReportImport import) : MaodingPage
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

    /// <summary>Submit what is written; else keep drafts.</summary>
    [BindProperty]
    public bool Submit { get; set; }

    public ReportBookPreview? Preview { get; private set; }

    [Needs(Permission.FillReport)]
    public void OnGet()
    {
    }

    [Needs(Permission.FillReport)]
    public Task<IActionResult> OnPostAsync() => Try(
        async () =>
        {
            if (Upload is null or { Length: 0 }) throw new RefusalException("REP026", "请先选择从填报页导出、填好的 xlsx 文件。") { Field = "Upload" };
            if (Upload.Length > LargestFile) throw new RefusalException("REP026", "文件超过 2.5 MB。填报表里只放文字，附件请在填报页上传。", RefusalKind.TooLarge) { Field = "Upload" };
            using var bytes = new MemoryStream();
            await Upload.CopyToAsync(bytes, HttpContext.RequestAborted);
            (FileName, Workbook) = (Path.GetFileName(Upload.FileName), Convert.ToBase64String(bytes.ToArray()));
            await ShowAsync();
            if (Preview!.Problems.Count > 0) Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        },
        () => Task.CompletedTask);

    [Needs(Permission.FillReport)]
    public Task<IActionResult> OnPostApplyAsync() => Try(
        async () =>
        {
            var written = await import.ApplyAsync(Actor, Bytes(), FileName ?? "填报表.xlsx", Submit, Once(ReportLinks.Index), HttpContext.RequestAborted);
            Notice(Submit ? $"已按表提交 {written} 份，等单位负责人签发。" : $"已按表存好 {written} 份草稿，还没有提交。");
            return Redirect(ReportLinks.Index);
        },
        () => Workbook is { Length: > 0 } ? ShowAsync() : Task.CompletedTask);

    private async Task ShowAsync() => Preview = await import.PreviewAsync(Actor, Bytes(), FileName ?? "填报表.xlsx", HttpContext.RequestAborted);

    private byte[] Bytes()
    {
        var bytes = new byte[LargestFile];
        if (Workbook is not { Length: > 0 } || !Convert.TryFromBase64String(Workbook, bytes, out var length)) throw new RefusalException("REP026", "请重新选择填好的 xlsx 文件。") { Field = "Upload" };
        return bytes[..length];
    }
}
