using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Figures;

/// <summary>Takes a workbook of many months and areas: first what it would write, then the writing.</summary>
public sealed class ImportModel(FigureImport import) : MaodingPage
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

    /// <summary>Approve and lock at once: figures published long ago.</summary>
    [BindProperty]
    public bool IsHistory { get; set; }

    /// <summary>Where the history is from.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    public FigurePreview? Preview { get; private set; }

    [Needs(Permission.EnterFigures)]
    public void OnGet()
    {
    }

    [Needs(Permission.EnterFigures)]
    public Task<IActionResult> OnPostAsync() => Try(
        async () =>
        {
            if (Upload is null or { Length: 0 }) throw new RefusalException("FIG014", "请先选择填好的 xlsx 文件。") { Field = "Upload" };
            if (Upload.Length > LargestFile) throw new RefusalException("FIG014", "文件超过 2.5 MB。请分几个表上传。", RefusalKind.TooLarge) { Field = "Upload" };
            using var bytes = new MemoryStream();
            await Upload.CopyToAsync(bytes, HttpContext.RequestAborted);
            (FileName, Workbook) = (Path.GetFileName(Upload.FileName), Convert.ToBase64String(bytes.ToArray()));
            await ShowAsync();
            if (Preview!.Problems.Count > 0) Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        },
        () => Task.CompletedTask);

    [Needs(Permission.EnterFigures)]
    public Task<IActionResult> OnPostApplyAsync() => Try(
        async () =>
        {
            var (bytes, name, once, stop) = (Bytes(), FileName ?? "数据.xlsx", Once(FigureLinks.Index), HttpContext.RequestAborted);
            var written = IsHistory ? await import.ApplyHistoryAsync(Actor, bytes, name, Reason, once, stop) : await import.ApplyAsync(Actor, bytes, name, once, stop);
            Notice(IsHistory ? $"已写入 {written} 个历史数据，已审核并锁定。" : $"已写入 {written} 个数据，存为草稿，还没有提交。");
            return Redirect(FigureLinks.Index);
        },
        () => Workbook is { Length: > 0 } ? ShowAsync() : Task.CompletedTask);

    private async Task ShowAsync() => Preview = await import.PreviewAsync(Actor, Bytes(), FileName ?? "数据.xlsx", HttpContext.RequestAborted);

    private byte[] Bytes()
    {
        var bytes = new byte[LargestFile];
        if (Workbook is not { Length: > 0 } || !Convert.TryFromBase64String(Workbook, bytes, out var length)) throw new RefusalException("FIG014", "请重新选择填好的 xlsx 文件。") { Field = "Upload" };
        return bytes[..length];
    }
}
