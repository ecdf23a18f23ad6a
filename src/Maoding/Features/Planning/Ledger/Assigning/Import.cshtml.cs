using Maoding.Domain.Access;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Planning.Ledger.Assigning;

/// <summary>Takes the filled workbook: first what would change, then the change.</summary>
public sealed class ImportModel(AssignImport import) : WorkbookPage(Wanted)
{
    private static readonly WantedWorkbook Wanted = new("ASG046", "任务分工表.xlsx", "请先选择从“任务分工”导出、填好的 xlsx 文件。", "请按章节或单位分几个表导出、导入。") { TooLargeCode = "ASG047" };

    /// <summary>Consent to leave out rows that changed meanwhile.</summary>
    [BindProperty]
    public bool LeaveOut { get; set; }

    public ImportPreview? Preview { get; private set; }

    [Needs(Permission.AssignRows)]
    public void OnGet()
    {
    }

    [Needs(Permission.AssignRows)]
    public Task<IActionResult> OnPostAsync() => ShowAsync();

    [Needs(Permission.AssignRows)]
    public Task<IActionResult> OnPostApplyAsync() => ApplyAsync(AssignLinks.Grid, async (workbook, name, once, stop) =>
        $"已按表改好 {await import.ApplyAsync(Actor, workbook, name, LeaveOut, Directory, Today, once, stop)} 行。");

    protected override async Task<IReadOnlyList<string>> PreviewAsync(byte[] workbook, string name, CancellationToken stop) =>
        (Preview = await import.PreviewAsync(Actor, workbook, name, Directory, Today, stop)).Problems;
}
