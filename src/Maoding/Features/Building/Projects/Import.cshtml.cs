using Maoding.Domain.Access;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Building.Projects;

/// <summary>Takes a workbook of the library: first what it would write, then the writing.</summary>
public sealed class ImportModel(ProjectImport import) : WorkbookPage(Wanted)
{
    internal static readonly WantedWorkbook Wanted = new("PRJ007", "项目库.xlsx", "请先选择填好的 xlsx 文件。", "表里只放文字和数，照片请在项目页上传。");

    public ProjectPreview? Preview { get; private set; }

    [Needs(Permission.EditProjects)]
    public void OnGet()
    {
    }

    [Needs(Permission.EditProjects)]
    public Task<IActionResult> OnPostAsync() => ShowAsync();

    [Needs(Permission.EditProjects)]
    public Task<IActionResult> OnPostApplyAsync() => ApplyAsync(ProjectLinks.Index, async (workbook, name, once, stop) =>
    {
        var written = await import.ApplyAsync(Actor, workbook, name, once, stop);
        return $"已导入：新增 {written.Made} 个，更新 {written.Changed} 个{(written.Same > 0 ? $"，{written.Same} 个没有变化" : "")}。";
    });

    protected override async Task<IReadOnlyList<string>> PreviewAsync(byte[] workbook, string name, CancellationToken stop) =>
        (Preview = await import.PreviewAsync(Actor, workbook, name, stop)).Problems;
}
