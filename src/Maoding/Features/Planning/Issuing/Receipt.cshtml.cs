using Maoding.Domain.Access;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Planning.Issuing;

/// <summary>Signs for a batch; the button stands on the batch's page.</summary>
public sealed class ReceiptModel(ReceiptService receipts) : MaodingPage
{
    [BindProperty]
    public int UnitId { get; set; }

    [Needs(Permission.DownloadPlan)]
    public IActionResult OnGet(int batch) => Redirect(IssueLinks.Batch(batch));

    [Needs(Permission.SignReceipt)]
    public async Task<IActionResult> OnPostAsync(int batch)
    {
        await receipts.SignAsync(Actor, batch, UnitId, Once(IssueLinks.Batch(batch)), HttpContext.RequestAborted);
        Notice($"{Directory.UnitName(UnitId)}已签收。");
        return Redirect(IssueLinks.Batch(batch));
    }
}
