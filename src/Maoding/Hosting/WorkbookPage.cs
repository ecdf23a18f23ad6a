using Maoding.Domain;
using Maoding.Domain.Audit;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Hosting;

/// <summary>What a page says of the workbook that it asks for.</summary>
/// <param name="Code">Of its refusals.</param>
/// <param name="Name">Of a workbook that came without a name.</param>
/// <param name="Choose">Which one to choose.</param>
/// <param name="TooLarge">What to do with a larger one.</param>
public sealed record WantedWorkbook(string Code, string Name, string Choose, string TooLarge)
{
    /// <summary>Bytes. The workbook travels with the preview, and the server's limit for a form field is 4 MB of base64.</summary>
    public const int Largest = 2_500_000;

    public string TooLargeCode { get; init; } = Code;

    /// <exception cref="RefusalException">The page's own code: nothing chosen, or too large.</exception>
    public async Task<byte[]> ReadAsync(IFormFile? upload, CancellationToken stop)
    {
        if (upload is null or { Length: 0 }) throw Refuse(Choose);
        if (upload.Length > Largest)
            throw new RefusalException(TooLargeCode, $"文件超过 2.5 MB。{TooLarge}", RefusalKind.TooLarge) { Field = nameof(WorkbookPage.Upload) };
        using var bytes = new MemoryStream();
        await upload.CopyToAsync(bytes, stop);
        return bytes.ToArray();
    }

    /// <summary>The workbook that came back with its preview.</summary>
    /// <exception cref="RefusalException">The page's own code: it did not.</exception>
    public byte[] Decode(string? base64)
    {
        var bytes = new byte[Largest];
        return base64 is { Length: > 0 } && Convert.TryFromBase64String(base64, bytes, out var length) ? bytes[..length] : throw Refuse("请重新选择填好的 xlsx 文件。");
    }

    private RefusalException Refuse(string words) => new(Code, words) { Field = nameof(WorkbookPage.Upload) };
}

/// <summary>A page that takes a workbook: first what it would write, then the writing. The handlers stand in each page, with what they need.</summary>
public abstract class WorkbookPage(WantedWorkbook wanted) : MaodingPage
{
    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>The previewed workbook in base64.</summary>
    [BindProperty]
    public string? Workbook { get; set; }

    [BindProperty]
    public string? FileName { get; set; }

    /// <summary>Fills what the page shows of a workbook.</summary>
    /// <returns>What is wrong in its cells.</returns>
    protected abstract Task<IReadOnlyList<string>> PreviewAsync(byte[] workbook, string name, CancellationToken stop);

    /// <summary>Shows what the chosen workbook would write.</summary>
    protected Task<IActionResult> ShowAsync() => Try(
        async () =>
        {
            Workbook = Convert.ToBase64String(await wanted.ReadAsync(Upload, HttpContext.RequestAborted));
            FileName = Path.GetFileName(Upload!.FileName);
            if ((await PreviewAsync()).Count > 0) Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        },
        () => Task.CompletedTask);

    /// <summary>Writes the previewed workbook and goes on.</summary>
    /// <param name="write">Returns what to say on the next page.</param>
    protected Task<IActionResult> ApplyAsync(string next, Func<byte[], string, HandledRequest?, CancellationToken, Task<string>> write) => Try(
        async () =>
        {
            Notice(await write(wanted.Decode(Workbook), FileName ?? wanted.Name, Once(next), HttpContext.RequestAborted));
            return Redirect(next);
        },
        () => Workbook is { Length: > 0 } ? PreviewAsync() : Task.CompletedTask);

    private Task<IReadOnlyList<string>> PreviewAsync() => PreviewAsync(wanted.Decode(Workbook), FileName ?? wanted.Name, HttpContext.RequestAborted);
}
