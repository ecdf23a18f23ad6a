using Maoding.Domain.Access;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Progress.Reporting;

/// <summary>Takes the filled workbook of a unit's month: first what it would write, then the writing.</summary>
public sealed class ImportModel(ReportImport import) : WorkbookPage(Wanted)
{
    private static readonly WantedWorkbook Wanted = new("REP026", "填报表.xlsx", "请先选择从填报页导出、填好的 xlsx 文件。", "填报表里只放文字，附件请在填报页上传。");

    /// <summary>Submit what is written; else keep drafts.</summary>
    [BindProperty]
    public bool Submit { get; set; }

    public ReportBookPreview? Preview { get; private set; }

    [Needs(Permission.FillReport)]
    public void OnGet()
    {
    }

    [Needs(Permission.FillReport)]
    public Task<IActionResult> OnPostAsync() => ShowAsync();

    [Needs(Permission.FillReport)]
    public Task<IActionResult> OnPostApplyAsync() => ApplyAsync(ReportLinks.Index, async (workbook, name, once, stop) =>
    {
        var written = await import.ApplyAsync(Actor, workbook, name, Submit, once, stop);
        return Submit ? written.Words : $"已按表存好 {written.Left.Count} 份草稿，尚未提交。";
    });

    protected override async Task<IReadOnlyList<string>> PreviewAsync(byte[] workbook, string name, CancellationToken stop) =>
        (Preview = await import.PreviewAsync(Actor, workbook, name, stop)).Problems;
}
