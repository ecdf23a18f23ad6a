using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Ledger;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Progress.Chasing;

/// <summary>Who owes reports of a month, whom to call, and what to say.</summary>
public sealed class IndexModel(ChaseService service) : MaodingPage
{
    /// <summary>yyyymm; the last month that is over without.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Month { get; set; }

    [BindProperty]
    public int UnitId { get; set; }

    [BindProperty]
    public int? PersonId { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public Plan? Plan { get; private set; }

    /// <summary>The month that is shown.</summary>
    public int Shown { get; private set; }

    public IReadOnlyList<int> Months { get; private set; } = [];

    public IReadOnlyList<LateUnit> Units { get; private set; } = [];

    /// <summary>Name and telephone of who asks, for the message.</summary>
    public string Caller => Directory.Person(Actor.PersonId) is { } person ? $"{person.Name} {person.Phone}".Trim() : "";

    [Needs(Permission.ChaseUnits)]
    public Task OnGetAsync() => LoadAsync();

    [Needs(Permission.ChaseUnits)]
    public Task<IActionResult> OnPostAsync() => Try(
        async () =>
        {
            var plan = Current.Plan ?? throw new RefusalException("CHA001", "还没有台账，没有可催的。", RefusalKind.Conflict);
            var month = MonthOf(plan);
            await service.CallAsync(Actor, plan, month, UnitId, PersonId, Note ?? "", Once(ChaseLinks.Month(month)), HttpContext.RequestAborted);
            Notice($"已记下对{Directory.UnitName(UnitId)}的催办。");
            return Redirect(ChaseLinks.Month(month));
        },
        LoadAsync);

    private int MonthOf(Plan plan) =>
        Month is { } asked && ChaseService.Months(plan, Today).Contains(asked) ? asked : ChaseService.MonthInQuestion(plan, Today);

    private async Task LoadAsync()
    {
        Plan = Current.Plan;
        if (Plan is null) return;
        Months = ChaseService.Months(Plan, Today);
        Shown = MonthOf(Plan);
        Units = await service.ReadAsync(Actor, Plan, Shown, HttpContext.RequestAborted);
    }
}
