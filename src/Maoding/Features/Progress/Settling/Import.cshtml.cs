using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Progress.Settling;

/// <summary>Takes a workbook of decisions at the year's end: first what it would write, then the writing.</summary>
public sealed class ImportModel(SettleBook book) : WorkbookPage(Wanted)
{
    internal static readonly WantedWorkbook Wanted = new("SET109", "年底交账表.xlsx", "请先选择填好的 xlsx 文件。", "请只上传从“年底交账”导出的表。");

    public SettlePreviews? Preview { get; private set; }

    private int PlanId => Current.Plan?.Id ?? throw new RefusalException("SET104", "还没有台账，没有可交的账。", RefusalKind.Conflict);

    [Needs(Permission.SettleYear)]
    public void OnGet()
    {
    }

    [Needs(Permission.SettleYear)]
    public Task<IActionResult> OnPostAsync() => ShowAsync();

    [Needs(Permission.SettleYear)]
    public Task<IActionResult> OnPostApplyAsync() => ApplyAsync(SettleLinks.Index, async (workbook, name, once, stop) =>
        $"已按表交账 {await book.ApplyAsync(Actor, PlanId, workbook, name, once, stop)} 项。");

    protected override async Task<IReadOnlyList<string>> PreviewAsync(byte[] workbook, string name, CancellationToken stop) =>
        (Preview = await book.PreviewAsync(Actor, PlanId, workbook, name, stop)).Problems;
}
