using Maoding.Documents.Reading;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Features.Administration.Accounts;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Administration.Organs;

/// <summary>Upload, look at what would change, confirm.</summary>
public sealed class ImportModel(DirectoryImport import) : MaodingPage
{
    /// <summary>A directory of a thousand units stays far below this; the preview carries the file along in the form.</summary>
    internal const int LargestFile = 2 << 20;

    public ImportOutcome? Outcome { get; private set; }

    public string FileName { get; private set; } = "";

    /// <summary>The uploaded file in base64, sent again with the confirmation.</summary>
    public string Upload { get; private set; } = "";

    public int DirectoryVersion => Directory.Region.DirectoryVersion;

    public IReadOnlyList<Slip> Slips { get; private set; } = [];

    [Needs(Permission.EditDirectory)]
    public void OnGet()
    {
    }

    [Needs(Permission.EditDirectory)]
    public Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken stop) => Try(
        async () =>
        {
            if (file is null || file.Length == 0) throw new RefusalException("DIR023", "请先选一个 xlsx 文件。") { Field = "File" };
            if (file.Length > LargestFile) throw new RefusalException("DIR024", "文件超过 2 MB，不像是机构人员名录。请核对后再传。", RefusalKind.TooLarge) { Field = "File" };
            using var buffer = new MemoryStream();
            await file.CopyToAsync(buffer, stop);
            (FileName, Upload) = (Path.GetFileName(file.FileName), Convert.ToBase64String(buffer.ToArray()));
            await PreviewAsync(stop);
            if (Outcome!.Errors.Count > 0) Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        },
        () => Task.CompletedTask);

    [Needs(Permission.EditDirectory)]
    public Task<IActionResult> OnPostApplyAsync(string? upload, string? fileName, int directoryVersion, CancellationToken stop)
    {
        (FileName, Upload) = (fileName ?? "", upload ?? "");
        return Try(
            async () =>
            {
                var outcome = await import.ApplyAsync(Actor, Book(), directoryVersion, Once(DirectoryLinks.Index), stop);
                Slips = outcome.Slips;
                if (Slips.Count > 0) return Page();
                Notice(outcome.Changes.Count == 0 ? "文件与现有名录一致，没有改动。" : $"已导入，{outcome.Changes.Count}处改动。");
                return Redirect(DirectoryLinks.Index);
            },
            () => PreviewAsync(stop));
    }

    private async Task PreviewAsync(CancellationToken stop)
    {
        if (Upload.Length > 0) Outcome = await import.PreviewAsync(Actor, Book(), stop);
    }

    /// <exception cref="RefusalException">What the reader says of a bad file.</exception>
    private IReadOnlyList<ReadSheet> Book() => Workbooks.Read(Upload, FileName);
}
