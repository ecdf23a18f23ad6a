using Maoding.Domain.Access;
using Maoding.Domain.Progress;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Maoding.Shared.Signing;
using Maoding.Shared.Workbooks;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Progress.Reporting;

/// <summary>The head's records of who may sign, and their ends.</summary>
public sealed class DelegationModel(DelegationService service) : MaodingPage
{
    public IReadOnlyList<SignDelegation> Records { get; private set; } = [];

    /// <summary>Units that the actor heads.</summary>
    public IReadOnlyList<int> Units { get; private set; } = [];

    [BindProperty]
    public int UnitId { get; set; }

    [BindProperty]
    public int? PersonId { get; set; }

    /// <summary>2026-07-01.</summary>
    [BindProperty]
    public string? From { get; set; }

    [BindProperty]
    public string? To { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    /// <summary>Key and version of the record that ends.</summary>
    [BindProperty]
    public string? Record { get; set; }

    public IEnumerable<(int Id, string Name)> Candidates(int unitId) => service.Candidates(unitId).Select(p => (p.Id, p.Name));

    [Needs(Permission.SignReport)]
    public Task OnGetAsync() => LoadAsync();

    [Needs(Permission.SignReport)]
    public Task<IActionResult> OnPostAsync() => Try(
        async () =>
        {
            await service.GiveAsync(Actor, UnitId, PersonId, Day(From), Day(To), Note ?? "", Once(ReportLinks.Delegation), HttpContext.RequestAborted);
            Notice("委托已记下，到期自动终止。");
            return Redirect(ReportLinks.Delegation);
        },
        LoadAsync);

    [Needs(Permission.SignReport)]
    public Task<IActionResult> OnPostEndAsync() => Try(
        async () =>
        {
            var key = ReportKey.Parse(Record) ?? default;
            await service.EndAsync(Actor, key.Id, key.Version, Once(ReportLinks.Delegation), HttpContext.RequestAborted);
            Notice("委托已终止。");
            return Redirect(ReportLinks.Delegation);
        },
        LoadAsync);

    private async Task LoadAsync()
    {
        Units = DelegationService.HeadedBy(Actor);
        Records = await service.OfAsync(Actor, HttpContext.RequestAborted);
    }

    private DateOnly? Day(string? text) => DayCell.Read(text, Today.Year).Value;
}
