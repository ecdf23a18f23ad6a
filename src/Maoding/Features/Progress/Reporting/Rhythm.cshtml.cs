using Maoding.Domain.Access;
using Maoding.Domain.Ledger;
using Maoding.Domain.Progress;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Progress.Reporting;

/// <summary>How often a row is reported on.</summary>
public sealed class RhythmModel(InstructionService service) : MaodingPage
{
    public Commitment Row { get; private set; } = null!;

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public Rhythm? Rhythm { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [Needs(Permission.ReviewReports)]
    public async Task OnGetAsync(int commitment)
    {
        await LoadAsync(commitment);
        (Version, Rhythm) = (Row.Version, Row.Rhythm);
    }

    [Needs(Permission.ReviewReports)]
    public Task<IActionResult> OnPostAsync(int commitment) => Try(
        async () =>
        {
            var target = LedgerLinks.Row(commitment);
            await service.SetRhythmAsync(Actor, commitment, Version, Rhythm ?? default, Reason ?? "", Once(target), HttpContext.RequestAborted);
            Notice("填报频次已改。");
            return Redirect(target);
        },
        () => LoadAsync(commitment));

    private async Task LoadAsync(int commitment)
    {
        Row = await service.RowAsync(Actor, commitment, HttpContext.RequestAborted, fromDraft: true);
        Current.ShowYearOf(Row.PlanId);
    }
}
