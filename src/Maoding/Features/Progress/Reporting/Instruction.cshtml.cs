using Maoding.Domain.Access;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Maoding.Shared.Workbooks;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Progress.Reporting;

/// <summary>A leader's paper instruction about a row, entered by the coordinator.</summary>
public sealed class InstructionModel(InstructionService service) : MaodingPage
{
    public Domain.Ledger.Commitment Row { get; private set; } = null!;

    [BindProperty]
    public int? PostId { get; set; }

    [BindProperty]
    public string? GivenOn { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    [Needs(Permission.ReviewReports)]
    public async Task OnGetAsync(int commitment)
    {
        await LoadAsync(commitment);
        PostId = Row.LeaderPostId;
    }

    [Needs(Permission.ReviewReports)]
    public Task<IActionResult> OnPostAsync(int commitment) => Try(
        async () =>
        {
            var target = $"{LedgerLinks.Row(commitment)}#instructions";
            var day = DayCell.Read(GivenOn, Today.Year).Value;
            await service.EnterAsync(Actor, commitment, PostId, day, Text ?? "", Upload, Once(target), HttpContext.RequestAborted);
            Notice("批示已录入。");
            return Redirect(target);
        },
        () => LoadAsync(commitment));

    private async Task LoadAsync(int commitment)
    {
        Row = await service.RowAsync(Actor, commitment, HttpContext.RequestAborted);
        Current.ShowYearOf(Row.PlanId);
    }
}
