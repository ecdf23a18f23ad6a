using Maoding.Domain.Access;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Measuring.Figures;

/// <summary>Takes a workbook of many months and areas: first what it would write, then the writing.</summary>
public sealed class ImportModel(FigureImport import) : WorkbookPage(Wanted)
{
    private static readonly WantedWorkbook Wanted = new("FIG014", "数据.xlsx", "请先选择填好的 xlsx 文件。", "请分几个表上传。");

    /// <summary>Approve and lock at once: figures published long ago.</summary>
    [BindProperty]
    public bool IsHistory { get; set; }

    /// <summary>Where the history is from.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Write over what others entered and did not hand in.</summary>
    [BindProperty]
    public bool OverDrafts { get; set; }

    public FigurePreview? Preview { get; private set; }

    [Needs(Permission.EnterFigures)]
    public void OnGet()
    {
    }

    [Needs(Permission.EnterFigures)]
    public Task<IActionResult> OnPostAsync() => ShowAsync();

    [Needs(Permission.EnterFigures)]
    public Task<IActionResult> OnPostApplyAsync() => ApplyAsync(FigureLinks.Index, async (workbook, name, once, stop) => IsHistory
        ? $"已写入 {await import.ApplyHistoryAsync(Actor, workbook, name, OverDrafts, Reason, once, stop)} 个历史数据，已审核。同表没有其他未提交数据的，已锁定。"
        : $"已写入 {await import.ApplyAsync(Actor, workbook, name, OverDrafts, once, stop)} 个数据，存为草稿，还没有提交。");

    protected override async Task<IReadOnlyList<string>> PreviewAsync(byte[] workbook, string name, CancellationToken stop) =>
        (Preview = await import.PreviewAsync(Actor, workbook, name, OverDrafts, stop)).Problems;
}
