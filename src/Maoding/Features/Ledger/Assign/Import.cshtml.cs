using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Ledger.Assign;

/// <summary>Takes the filled workbook: first what would change, then the change.</summary>
public sealed class ImportModel(AssignImport import) : MaodingPage
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

    /// <summary>Consent to leave out rows that changed meanwhile.</summary>
    [BindProperty]
    public bool LeaveOut { get; set; }

    public ImportPreview? Preview { get; private set; }

    [Needs(Permission.AssignRows)]
    public void OnGet()
    {
    }

    [Needs(Permission.AssignRows)]
    public Task<IActionResult> OnPostAsync() => Try(
        async () =>
        {
            if (Upload is null or { Length: 0 }) throw new RefusalException("ASG046", "请先选择从“分派任务”导出、填好的 xlsx 文件。") { Field = "Upload" };
            if (Upload.Length > LargestFile) throw new RefusalException("ASG047", "文件超过 2.5 MB。请按章节或单位分几个表导出、导入。", RefusalKind.TooLarge) { Field = "Upload" };
            using var bytes = new MemoryStream();
            await Upload.CopyToAsync(bytes, HttpContext.RequestAborted);
            FileName = Path.GetFileName(Upload.FileName);
            Workbook = Convert.ToBase64String(bytes.ToArray());
            await ShowAsync();
            if (Preview!.Problems.Count > 0) Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        },
        () => Task.CompletedTask);

    [Needs(Permission.AssignRows)]
    public Task<IActionResult> OnPostApplyAsync() => Try(
        async () =>
        {
            var changed = await import.ApplyAsync(Actor, Bytes(), FileName ?? "分派表.xlsx", LeaveOut, Directory, Today, Once(AssignLinks.Grid), HttpContext.RequestAborted);
            Notice($"已按表改好 {changed} 行。");
            return Redirect(AssignLinks.Grid);
        },
        ShowAsync);

    private async Task ShowAsync() =>
        Preview = await import.PreviewAsync(Actor, Bytes(), FileName ?? "分派表.xlsx", Directory, Today, HttpContext.RequestAborted);

    private byte[] Bytes()
    {
        var bytes = new byte[LargestFile];
        if (Workbook is not { Length: > 0 } || !Convert.TryFromBase64String(Workbook, bytes, out var length)) throw new RefusalException("ASG046", "请重新选择填好的 xlsx 文件。");
        return bytes[..length];
    }
}
